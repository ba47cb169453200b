"""The store that pages and routes read through: one engine, what it is now, cached reads.

Records are immutable, so they are shared, never copied. The state of the store is in the key of
every cache, so a rebuilt store or a new release is seen within seconds. Where a function takes
`release`, None asks for the figures of now.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from threading import Condition, Lock
from typing import Final, NamedTuple, ParamSpec, TypeVar

import cachetools
from cachetools.keys import hashkey
from sqlalchemy import Connection, Engine

from data import cache
from data.database import build_facts, database_url, read_engine
from data.languages import DEFAULT
from data.queries import alliance as alliance_queries
from data.queries import areas as area_queries
from data.queries import (
    country_groups,
    export,
    figures,
    government,
    pathfinders,
    record_versions,
    versions,
)
from data.queries.shown import shown_release
from data.records import (
    Action,
    Alliance,
    Answer,
    Area,
    Comment,
    Described,
    Event,
    FrameworkValue,
    Instrument,
    Known,
    Mechanism,
    Offer,
    Priority,
    Ratification,
    Release,
    Report,
    Resource,
    Roadmap,
    Series,
    Stage,
)
from data.trouble import StoreAway, StoreError

P = ParamSpec("P")
R = TypeVar("R")

IDENTITY_SECONDS = 2.0
"""How long a page may go on with the build it knows before it looks for a newer one."""


class Build(NamedTuple):
    """One state of a store: a hash of its inputs, when it was built (ISO), its newest release and
    when that was published, its address. It changes with every build and release."""

    inputs: str
    built: str
    newest: int
    published: str
    url: str


_LOOKS: Final = cachetools.TLRUCache[Hashable, Build | StoreAway](
    8, lambda _url, _found, now: now + IDENTITY_SECONDS
)
_LOOKING: Final = Condition()
_SHOWN: Final[list[Build]] = []
"""The build whose answers the caches hold."""


class _Engines(cachetools.LRUCache[Hashable, Engine]):
    """Engines by address; one that is let go closes its connections."""

    def popitem(self) -> tuple[Hashable, Engine]:
        """Let the engine go that was asked for the longest ago."""
        url, idle = super().popitem()
        idle.dispose()
        return url, idle


@cachetools.cached(_Engines(8), lock=Lock())
def engine(url: str) -> Engine:
    """The engine of one address: pages and routes share its connections."""
    return read_engine(url)


@contextmanager
def connected() -> Iterator[Connection]:
    """A read-only connection to the store; what is read through it is one state of the store."""
    with engine(database_url()).connect() as connection:
        yield connection


def _look(url: str) -> Build:
    facts = build_facts(engine(url))
    if "inputs" not in facts:
        raise StoreError("The database is not finished. Make it with: python -m loaders build")
    with engine(url).connect() as connection:
        newest = versions.newest(connection)
        published = versions.published(connection, newest)
    return Build(facts["inputs"], facts.get("built", ""), newest, published, url)


@cachetools.cached(_LOOKS, condition=_LOOKING)
def _recent(url: str) -> Build | StoreAway:
    # A StoreAway is kept like an answer: else every page would wait for the same timeout in turn.
    try:
        return _look(url)
    except StoreAway as away:
        return away


def _noticed(found: Build) -> Build:
    if _SHOWN != [found]:
        _SHOWN[:] = [found]
        cache.forget()
    return found


def build() -> Build:
    """The state of the store, looked up at most IDENTITY_SECONDS ago. Raises StoreError."""
    found = _recent(database_url())
    # The cached exception would else grow by one traceback with every page that raises it.
    if isinstance(found, StoreAway):
        raise found.with_traceback(None)
    return _noticed(found)


def build_now() -> Build:
    """The state of the store at this moment, for pages too. Raises StoreError."""
    url = database_url()
    found = _look(url)
    with _LOOKING:
        _LOOKS[hashkey(url)] = found
    return _noticed(found)


def cached(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the last `most` answers of a function by its arguments, for one state of the store."""
    return cache.cached(most, also=build)


def release_shown(asked: str, now: datetime | None = None) -> Release:
    """The release shown at a day, a moment, or of a number. Raises NoSuchRelease."""
    with connected() as connection:
        return shown_release(connection, asked, now=now or datetime.now(UTC))


@cached(4)
def releases() -> tuple[Release, ...]:
    """Every release, the newest first."""
    with connected() as connection:
        return tuple(versions.releases(connection))


@dataclass(frozen=True)
class Reference(Described):
    """What every page needs to name and explain figures, in one language."""

    instruments: Mapping[str, Instrument]

    @cached_property
    def countries(self) -> list[Area]:
        """Countries and territories by name."""
        kinds = area_queries.COUNTRY_KINDS
        return sorted((a for a in self.areas.values() if a.kind in kinds), key=lambda a: a.by_name)

    @cached_property
    def names(self) -> dict[str, str]:
        """Names by area code."""
        return {code: area.name for code, area in self.areas.items()}


@cached(12)
def reference(language: str) -> Reference:
    """Areas, indicators, sources and instruments, areas named in the language."""
    with connected() as connection:
        return Reference(
            area_queries.areas(connection, language),
            figures.indicators(connection),
            figures.sources(connection),
            government.instruments(connection),
        )


@cached(6)
def members(release: int | None) -> Mapping[str, tuple[str, ...]]:
    """The countries of every region and set of countries."""
    with connected() as connection:
        return country_groups.members(connection, release)


@cached(6)
def _offers(release: int | None) -> Mapping[str, Offer]:
    with connected() as connection:
        return export.offers(connection, release=release)


@cached(18)
def known(release: int | None, language: str) -> Known:
    """What may be asked for, areas named in the language."""
    about = reference(language)
    return Known(about.areas, about.indicators, about.sources, _offers(release), members(release))


@cached(256)
def _figures_read(release: int | None, area_code: str) -> dict[str, Series]:
    with connected() as connection:
        found = figures.of_area(
            connection,
            area_code,
            about=reference(DEFAULT),
            table=versions.observations_as_of(release),
        )
    return {code: replace(series, release=release) for code, series in found.items()}


def figures_of(release: int | None, area_code: str, language: str) -> dict[str, Series]:
    """Everything held of one area, a Series an indicator, its rows read once for all languages."""
    found, areas = _figures_read(release, area_code), reference(language).areas
    return {
        code: replace(series, areas=tuple(areas[area.code] for area in series.areas))
        for code, series in found.items()
    }


@cached(256)
def latest(release: int | None, code: str, language: str, year: int | None = None) -> Series:
    """The figure that speaks for each area, at or before the year; `code` names a headline measure
    or an indicator."""
    about = reference(language)
    with connected() as connection:
        found = figures.latest(
            connection,
            figures.measure_called(code, about.indicators),
            asked_year=year,
            about=about,
            table=versions.observations_as_of(release),
        )
    return replace(found, release=release)


@dataclass(frozen=True)
class PathfinderData:
    """All that is known of the pathfinder way, by country; events by date.

    The made-up country is among them under its code (data/example.py).
    """

    stages: Mapping[str, list[Stage]]
    roadmaps: Mapping[str, list[Roadmap]]
    priorities: Mapping[str, list[Priority]]
    actions: Mapping[str, list[Action]]
    resources: Mapping[str, list[Resource]]
    reports: Mapping[str, list[Report]]
    answers: Mapping[str, list[Answer]]
    framework_values: Mapping[str, list[FrameworkValue]]
    comments: Mapping[str, list[Comment]]
    events: tuple[Event, ...]


@cached(2)
def records_begin() -> int:
    """The release with which the history of the pathfinder way begins; 0 where none is kept."""
    with connected() as connection:
        return record_versions.first_kept(connection)


@cached(6)
def pathfinder_data(release: int | None = None) -> PathfinderData:
    """The pathfinder way of all countries; before its history begins, as it stood then."""
    release = None if release is None else max(release, records_begin())
    with connected() as connection:
        return PathfinderData(
            pathfinders.stages(connection, release),
            pathfinders.roadmaps(connection, release),
            pathfinders.priorities(connection, release),
            pathfinders.actions(connection, release),
            pathfinders.resources(connection, release),
            pathfinders.reports(connection, release),
            pathfinders.answers(connection, release),
            pathfinders.framework_values(connection, release),
            pathfinders.comments(connection, release),
            tuple(pathfinders.events(connection, release)),
        )


@cached(1)
def alliance() -> Alliance:
    """The Alliance itself: partners, seats, meetings, groups, plans. It keeps no past."""
    with connected() as connection:
        return Alliance(
            tuple(alliance_queries.partners(connection)),
            tuple(alliance_queries.seats(connection)),
            tuple(alliance_queries.seat_holders(connection)),
            tuple(alliance_queries.gcg_meetings(connection)),
            tuple(alliance_queries.meeting_points(connection)),
            tuple(alliance_queries.action_groups(connection)),
            tuple(alliance_queries.deliverables(connection)),
            tuple(alliance_queries.alliance_facts(connection)),
        )


@cached(4)
def pathfinder_policies() -> tuple[Mechanism, ...]:
    """National plans and policies of pathfinder, candidate and interested countries, by country."""
    areas = reference(DEFAULT).areas.values()
    codes = sorted(area.code for area in areas if area.pathfinder)
    with connected() as connection:
        return tuple(government.policies(connection, codes))


@cached(4)
def pathfinder_ratifications() -> tuple[Ratification, ...]:
    """Dated ratifications by pathfinder countries, by date."""
    areas = reference(DEFAULT).areas.values()
    codes = sorted(area.code for area in areas if area.pathfinder == "pathfinder")
    with connected() as connection:
        return tuple(government.dated_ratifications(connection, codes))

"""Cached reads of the store. Records are immutable, so they are shared, never copied.

Every cache key holds what the store is now, and for figures the release that the URL asks for, so
a rebuilt store is seen within seconds and no date is answered with another's figures. These are
plain caches of functools: Streamlit's would leave arguments named `_identity` out of the key.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import streamlit as st
from sqlalchemy import Connection, Engine, FromClause

from components.ui.shared import forget, shared
from data.database import build_facts, database_url, read_engine
from data.queries import areas as area_queries
from data.queries import figures, government, pathfinders, versions
from data.queries.shown import NoSuchRelease, shown_release
from data.records import (
    Action,
    Area,
    Completion,
    Event,
    Indicator,
    Instrument,
    Release,
    Resource,
    Roadmap,
    Series,
    Source,
    Stage,
)
from data.trouble import StoreAway, StoreError

IDENTITY_SECONDS = 2.0
"""How long a page may go on with the build it knows before it looks for a newer one."""

_SHOWN: Final[list[str]] = []
"""The build that the pages show."""


@lru_cache(maxsize=8)
def _engine(url: str) -> Engine:
    return read_engine(url)


@contextmanager
def connected() -> Iterator[Connection]:
    """A read-only connection to the store."""
    with _engine(database_url()).connect() as connection:
        yield connection


@shared(8)
def _build_at(url: str, _moment: int) -> str | StoreAway:
    """What a store is at a moment, or that it does not answer: then nobody else waits for that at
    the same moment."""
    try:
        return _asked_build(url)
    except StoreAway as away:
        return away


def _asked_build(url: str) -> str:
    facts = build_facts(_engine(url))
    if "inputs" not in facts:
        raise StoreError("The database is not finished. Make it with: python -m loaders build")
    with connected() as connection:
        newest = versions.newest(connection)
    return f"{facts['inputs']} {facts.get('built', '')} {newest} {url}"


def build() -> str:
    """What the store is now, as text that changes with every build and release.

    Raises StoreError.
    """
    found = _build_at(database_url(), int(time.monotonic() / IDENTITY_SECONDS))
    if isinstance(found, StoreAway):
        raise found.with_traceback(None)
    _forget_others(found)
    return found


def _forget_others(now: str) -> None:
    """Every key holds the build, so the answers of another one are never asked for again."""
    if _SHOWN != [now]:
        _SHOWN[:] = [now]
        forget()


class Identity(NamedTuple):
    """What is shown: the store as it is now, and the release asked for; None for the figures of
    now. The key of every cache of figures."""

    build: str
    release: int | None

    @property
    def table(self) -> FromClause:
        """Where the figures are read from."""
        return versions.observations_as_of(self.release)


class AskedRelease(NamedTuple):
    """What `as_of` in the URL comes to: a release, or why there is none; neither when not given.

    `kept` is the parameter as links carry it on: empty where it names no release.
    """

    release: Release | None = None
    refused: NoSuchRelease | None = None
    kept: str = ""


@lru_cache(maxsize=64)
def _asked_release(_build: str, asked: str, now: datetime) -> AskedRelease:
    with connected() as connection:
        try:
            return AskedRelease(shown_release(connection, asked, now=now), None, asked)
        except NoSuchRelease as why:
            return AskedRelease(None, why)


def asked_release() -> AskedRelease:
    """The release that the URL asks for; nothing is asked of a store that cannot be read."""
    asked = st.query_params.get("as_of", "").strip()
    if not asked:
        return AskedRelease()
    try:
        return _asked_release(build(), asked, datetime.now(UTC).replace(second=0, microsecond=0))
    except StoreError:
        return AskedRelease()


def identity() -> Identity:
    """What is shown to this visit. Raises StoreError."""
    release = asked_release().release
    return Identity(build(), release.id if release else None)


@dataclass(frozen=True)
class Reference:
    """What every page needs to name and explain figures, in one language."""

    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    instruments: Mapping[str, Instrument]

    @cached_property
    def countries(self) -> list[Area]:
        """Countries and territories by name."""
        kinds = area_queries.COUNTRY_KINDS
        return sorted((a for a in self.areas.values() if a.kind in kinds), key=lambda a: a.by_name)


@shared(12)
def _reference(_build: str, language: str) -> Reference:
    with connected() as connection:
        return Reference(
            area_queries.areas(connection, language),
            figures.indicators(connection),
            figures.sources(connection),
            government.instruments(connection),
        )


def reference(language: str) -> Reference:
    """Areas, indicators, sources and instruments, areas named in the language."""
    return _reference(build(), language)


@shared(256)
def _figures_of(shown: Identity, area_code: str, language: str) -> dict[str, Series]:
    known = _reference(shown.build, language)
    with connected() as connection:
        found = figures.of_area(
            connection,
            area_code,
            described=known.indicators,
            known_sources=known.sources,
            areas=known.areas,
            table=shown.table,
        )
    return {code: replace(series, release=shown.release) for code, series in found.items()}


def figures_of(area_code: str, language: str) -> dict[str, Series]:
    """Everything held of one area, a Series an indicator."""
    return figures_at(identity(), area_code, language)


def figures_at(shown: Identity, area_code: str, language: str) -> dict[str, Series]:
    """The same for what is said to be shown."""
    return _figures_of(shown, area_code, language)


@shared(256)
def _latest(shown: Identity, code: str, year: int | None, language: str) -> Series:
    known = _reference(shown.build, language)
    with connected() as connection:
        found = figures.latest(
            connection,
            figures.measure_called(code, known.indicators),
            asked_year=year,
            described=known.indicators,
            known_sources=known.sources,
            areas=known.areas,
            table=shown.table,
        )
    return replace(found, release=shown.release)


def latest(code: str, language: str, *, year: int | None = None) -> Series:
    """The figure that speaks for each area, at or before the year; `code` names a headline measure
    or an indicator."""
    return _latest(identity(), code, year, language)


def latest_at(shown: Identity, code: str, language: str) -> Series:
    """The same of every area's newest year, for what is said to be shown."""
    return _latest(shown, code, None, language)


@dataclass(frozen=True)
class Pathfinding:
    """The pathfinder way of all countries."""

    stages: Mapping[str, list[Stage]]
    completions: Mapping[str, Completion]
    roadmaps: Mapping[str, list[Roadmap]]
    events: tuple[Event, ...]


@shared(4)
def _pathfinding(_build: str) -> Pathfinding:
    with connected() as connection:
        return Pathfinding(
            pathfinders.stages(connection),
            pathfinders.completions(connection),
            pathfinders.roadmaps(connection),
            tuple(pathfinders.events(connection)),
        )


def pathfinding() -> Pathfinding:
    """Stages, completion counts, roadmaps and events of all countries."""
    return _pathfinding(build())


@shared(128)
def _roadmap_of(_build: str, area_code: str) -> tuple[list[Action], list[Resource]]:
    with connected() as connection:
        return pathfinders.actions(connection, area_code), pathfinders.resources(
            connection, area_code
        )


def roadmap_of(area_code: str) -> tuple[list[Action], list[Resource]]:
    """Listed actions and targets, and stated resources, of one country."""
    return _roadmap_of(build(), area_code)

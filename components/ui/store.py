"""Cached reads of the store. Records are immutable, so they are shared, never copied.

Every cache key holds the build's identity, so a rebuilt store is seen within seconds. These are
plain caches of functools: Streamlit's would leave arguments named `_identity` out of the key.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, Engine

from data.database import StoreError, build_facts, database_url, read_engine
from data.queries import areas as area_queries
from data.queries import figures, government, pathfinders
from data.records import (
    Action,
    Area,
    Completion,
    Event,
    Indicator,
    Instrument,
    Resource,
    Roadmap,
    Series,
    Source,
    Stage,
)

IDENTITY_SECONDS = 2.0
"""How long a page may go on with the build it knows before it looks for a newer one."""


@lru_cache(maxsize=8)
def _engine(url: str) -> Engine:
    return read_engine(url)


@contextmanager
def connected() -> Iterator[Connection]:
    """A read-only connection to the store."""
    with _engine(database_url()).connect() as connection:
        yield connection


@lru_cache(maxsize=8)
def _identity_at(url: str, _moment: int) -> str:
    facts = build_facts(_engine(url))
    if "inputs" not in facts:
        raise StoreError("The database is not finished. Make it with: python -m loaders build")
    return facts["inputs"] + facts["built"] + url


def identity() -> str:
    """What the store is now, as text that changes with every build. Raises StoreError."""
    return _identity_at(database_url(), int(time.monotonic() / IDENTITY_SECONDS))


@dataclass(frozen=True)
class Reference:
    """What every page needs to name and explain figures, in one language."""

    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    instruments: Mapping[str, Instrument]

    @property
    def countries(self) -> list[Area]:
        """Countries and territories by name."""
        kinds = area_queries.COUNTRY_KINDS
        return sorted((a for a in self.areas.values() if a.kind in kinds), key=lambda a: a.name)


@lru_cache(maxsize=12)
def _reference(_identity: str, language: str) -> Reference:
    with connected() as connection:
        return Reference(
            area_queries.areas(connection, language),
            figures.indicators(connection),
            figures.sources(connection),
            government.instruments(connection),
        )


def reference(language: str) -> Reference:
    """Areas, indicators, sources and instruments, areas named in the language."""
    return _reference(identity(), language)


@lru_cache(maxsize=256)
def _figures_of(_identity: str, area_code: str, language: str) -> dict[str, Series]:
    known = _reference(_identity, language)
    with connected() as connection:
        return figures.of_area(
            connection,
            area_code,
            described=known.indicators,
            known_sources=known.sources,
            areas=known.areas,
        )


def figures_of(area_code: str, language: str) -> dict[str, Series]:
    """Everything held of one area, a Series an indicator."""
    return _figures_of(identity(), area_code, language)


@lru_cache(maxsize=256)
def _latest(
    _identity: str, code: str, year: int | None, sex: str, category: str, language: str
) -> Series:
    known = _reference(_identity, language)
    with connected() as connection:
        return figures.latest(
            connection,
            code,
            asked_year=year,
            sex=sex,
            category=category,
            described=known.indicators,
            known_sources=known.sources,
            areas=known.areas,
        )


def latest(
    code: str, language: str, *, year: int | None = None, sex: str = "T", category: str = "_T"
) -> Series:
    """One row an area: the latest at or before the year."""
    return _latest(identity(), code, year, sex, category, language)


@dataclass(frozen=True)
class Pathfinding:
    """The pathfinder way of all countries."""

    stages: Mapping[str, list[Stage]]
    completions: Mapping[str, Completion]
    roadmaps: Mapping[str, list[Roadmap]]
    events: tuple[Event, ...]


@lru_cache(maxsize=4)
def _pathfinding(_identity: str) -> Pathfinding:
    with connected() as connection:
        return Pathfinding(
            pathfinders.stages(connection),
            pathfinders.completions(connection),
            pathfinders.roadmaps(connection),
            tuple(pathfinders.events(connection)),
        )


def pathfinding() -> Pathfinding:
    """Stages, completion counts, roadmaps and events of all countries."""
    return _pathfinding(identity())


@lru_cache(maxsize=128)
def _roadmap_of(_identity: str, area_code: str) -> tuple[list[Action], list[Resource]]:
    with connected() as connection:
        return pathfinders.actions(connection, area_code), pathfinders.resources(
            connection, area_code
        )


def roadmap_of(area_code: str) -> tuple[list[Action], list[Resource]]:
    """Listed actions and targets, and stated resources, of one country."""
    return _roadmap_of(identity(), area_code)

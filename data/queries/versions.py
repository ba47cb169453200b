"""What was shown when: releases, the figures as of one of them, and what differs between two."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    func,
    literal,
    select,
    tuple_,
    union_all,
)

from data.records import Change, Observation, Release
from data.schema import OBSERVATION_KEY, observation, observation_past, release, release_slice

BEFORE_ALL: Final = 0
"""The release before the first: nothing was published."""

RECORDS: Final = "table:"
"""Before a table's name where the ledger of releases tells of records instead of an indicator."""

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|\+00:00)?")
_FIELDS: Final = Observation._fields
_PLACES: Final = tuple(_FIELDS.index(name) for name in OBSERVATION_KEY)
_SAID: Final = tuple(n for n in _FIELDS if n not in OBSERVATION_KEY and n != "vintage")


def releases(connection: Connection) -> list[Release]:
    """Every release, the newest first, with what it changed."""
    of_records = release_slice.c.indicator.startswith(RECORDS, autoescape=True)
    sums = [
        func.coalesce(func.sum(case((which, release_slice.c[n]), else_=0)), 0)
        for which in (~of_records, of_records)
        for n in ("added", "revised", "withdrawn")
    ]
    query = (
        select(*release.columns, *sums)
        .outerjoin_from(release, release_slice, release_slice.c.release == release.c.id)
        .group_by(*release.columns)
        .order_by(release.c.id.desc())
    )
    return [Release(*row[:6], *map(int, row[6:])) for row in connection.execute(query)]


def figure_counts(connection: Connection) -> dict[int, list[tuple[str, int, int, int]]]:
    """By release what it did to each indicator: its code, how many figures are new, revised and
    withdrawn."""
    counted = (release_slice.c[name] for name in ("added", "revised", "withdrawn"))
    query = (
        select(release_slice.c.release, release_slice.c.indicator, *map(func.sum, counted))
        .where(~release_slice.c.indicator.startswith(RECORDS, autoescape=True))
        .group_by(release_slice.c.release, release_slice.c.indicator)
        .order_by(release_slice.c.release, release_slice.c.indicator)
    )
    found: dict[int, list[tuple[str, int, int, int]]] = {}
    for number, indicator, *counts in connection.execute(query):
        new, revised, withdrawn = map(int, counts)
        found.setdefault(number, []).append((indicator, new, revised, withdrawn))
    return found


def newest(connection: Connection) -> int:
    """The number of the newest release; 0 when nothing was published."""
    return connection.execute(select(func.max(release.c.id))).scalar() or BEFORE_ALL


def published(connection: Connection, number: int) -> str:
    """When a release was published, as ISO text; empty when there is none of that number."""
    query = select(release.c.published).where(release.c.id == number)
    return connection.execute(query).scalar() or ""


def release_at(connection: Connection, moment: str) -> int:
    """The release that was shown at a moment: `2026-11-21` (the end of that day, UTC),
    `2026-11-21T08:30:00Z`, or the number of a release. 0 when nothing was published yet.

    Raises ValueError for anything else, and for a release that does not exist.
    """
    if moment.isascii() and moment.isdigit() and len(moment) < 10:
        return _existing(connection, int(moment))
    if _DATE.fullmatch(moment):
        last = f"{moment}T23:59:59.999999+00:00"
    elif _MOMENT.fullmatch(moment):
        last = _to_the_microsecond(moment)
    else:
        raise ValueError(f"{moment!r} is no date: wants 2026-11-21, or the number of a release")
    query = select(func.max(release.c.id)).where(release.c.published <= last)
    return connection.execute(query).scalar() or BEFORE_ALL


def _to_the_microsecond(moment: str) -> str:
    bare = moment.removesuffix("Z").removesuffix("+00:00")
    clock, _, fraction = bare.partition(".")
    seconds = clock if clock.count(":") == 2 else f"{clock}:00"
    return f"{seconds}.{fraction:0<6}+00:00"


def _existing(connection: Connection, number: int) -> int:
    known = connection.execute(select(release.c.id).where(release.c.id == number)).scalar()
    if known is None and number != BEFORE_ALL:
        raise ValueError(f"There is no release {number}; the newest is {newest(connection)}")
    return number


def observations_as_of(number: int | None, *, only: Select[tuple[str]] | None = None) -> FromClause:
    """What `observation` held when a release was the newest; for None, the table itself.

    It has the columns of `observation`, and is asked in the same ways. `only` selects the
    indicators that it is about; engines do not take that in from a question's own WHERE.
    """
    if number is None:
        return observation
    names = [column.name for column in observation.columns]
    current = select(*(observation.c[n] for n in names)).where(observation.c.release <= number)
    past = select(*(observation_past.c[n] for n in names)).where(
        observation_past.c.release <= number, observation_past.c.replaced_by > number
    )
    if only is not None:
        current = current.where(observation.c.indicator.in_(only))
        past = past.where(observation_past.c.indicator.in_(only))
    return union_all(current, past).subquery("observation_as_of")


def behind(table: FromClause, key: Sequence[str | int] | None) -> FromClause:
    """The rows of `observation`, or of what stands for it, whose key comes after this one."""
    if key is None:
        return table
    columns = [table.c[name] for name in OBSERVATION_KEY]
    later = tuple_(*columns) > tuple_(
        *(literal(part, c.type) for part, c in zip(key, columns, strict=True))
    )
    names = [column.name for column in observation.columns]
    return select(*(table.c[n] for n in names)).where(later).subquery("observation_behind")


def changed_after(first: int, last: int | None = None) -> Select[tuple[str]]:
    """The indicators that some release after `first` (up to `last`) changed."""
    until = literal(True) if last is None else release_slice.c.release <= last
    return (
        select(release_slice.c.indicator).where(release_slice.c.release > first, until).distinct()
    )


def _ordered(
    connection: Connection, parts: list[tuple[FromClause, list[ColumnElement[bool]]]]
) -> Iterator[Observation]:
    whole = union_all(
        *(select(*(table.c[n] for n in _FIELDS)).where(*where) for table, where in parts)
    ).subquery()
    query = select(*whole.columns).order_by(*(whole.c[name] for name in OBSERVATION_KEY))
    streamed = query.execution_options(stream_results=True, yield_per=1_000)
    for row in connection.execute(streamed):
        yield Observation._make(row)


def _key(row: Observation) -> tuple[object, ...]:
    return tuple(row[place] for place in _PLACES)


def _same(old: Observation, new: Observation) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in _SAID)


def changes(
    connection: Connection,
    first: int,
    last: int,
    *,
    indicators: Collection[str] | None = None,
    areas: Collection[str] | None = None,
    sources: Collection[str] | None = None,
) -> Iterator[Change]:
    """Every figure that differs between two releases, by key: new, revised, withdrawn.

    A figure that was changed and changed back is not among them. `first` above `last` gives the
    changes the other way round. `indicators`, `areas` and `sources` restrict; None does not.
    """
    if first > last:
        narrowed = {"indicators": indicators, "areas": areas, "sources": sources}
        for change in changes(connection, last, first, **narrowed):
            yield Change(change.new, change.old)
        return
    now, past = observation, observation_past

    def of(table: FromClause) -> ColumnElement[bool]:
        codes = changed_after(first, last) if indicators is None else indicators
        of_areas = literal(True) if areas is None else table.c.area.in_(areas)
        of_sources = literal(True) if sources is None else table.c.source.in_(sources)
        return and_(table.c.indicator.in_(codes), of_areas, of_sources)

    new_side = _ordered(
        connection,
        [
            (now, [of(now), now.c.release > first, now.c.release <= last]),
            (
                past,
                [
                    of(past),
                    past.c.release > first,
                    past.c.release <= last,
                    past.c.replaced_by > last,
                ],
            ),
        ],
    )
    old_side = _ordered(
        connection,
        [
            (
                past,
                [
                    of(past),
                    past.c.release <= first,
                    past.c.replaced_by > first,
                    past.c.replaced_by <= last,
                ],
            ),
            (now, [literal(False)]),
        ],
    )
    yield from merged(old_side, new_side)


def merged(old_side: Iterator[Observation], new_side: Iterator[Observation]) -> Iterator[Change]:
    """Pairs two sides that are both in the order of the key."""
    old, new = next(old_side, None), next(new_side, None)
    while old is not None or new is not None:
        if new is None or (old is not None and _key(old) < _key(new)):
            yield Change(old, None)
            old = next(old_side, None)
        elif old is None or _key(new) < _key(old):
            yield Change(None, new)
            new = next(new_side, None)
        else:
            if not _same(old, new):
                yield Change(old, new)
            old, new = next(old_side, None), next(new_side, None)

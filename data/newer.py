"""How many rows of a selection differ between a release and now, for whoever cited it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from data import store
from data.queries import export, versions
from data.records import Observation, Selection
from data.schema import release_slice


def _changed_indicators(connection: Connection, first: int, last: int) -> frozenset[str]:
    """Indicators that any release after the first, up to the last, changed."""
    query = (
        select(release_slice.c.indicator)
        .where(release_slice.c.release > first, release_slice.c.release <= last)
        .distinct()
    )
    found = connection.execute(query).scalars()
    return frozenset(code for code in found if not code.startswith(versions.RECORDS))


def _narrowed(asked: Selection, changed: frozenset[str]) -> Selection | None:
    """The part of a selection that releases changed; None: nothing of it."""
    wanted = changed if asked.indicators is None else changed & set(asked.indicators)
    if not wanted:
        return None
    return replace(asked, indicators=tuple(sorted(wanted)))


def _rows(connection: Connection, asked: Selection, release: int | None) -> Iterator[Observation]:
    table = versions.observations_as_of(release)
    for part in export.rows(connection, asked, table=table):
        yield from map(Observation._make, part)


@store.cached(256)
def changed_rows(first: int, asked: Selection) -> int:
    """Rows of the selection that are new, revised or gone now against a release: what is counted
    is a key, once."""
    now = store.build().newest
    if first == now:
        return 0
    with store.connected() as connection:
        narrowed = _narrowed(asked, _changed_indicators(connection, first, now))
        if narrowed is None:
            return 0
        old, new = (_rows(connection, narrowed, release) for release in (first, None))
        return sum(1 for _ in versions.merged(old, new))

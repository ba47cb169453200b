"""Keeps the table `holding` in step with the figures: what there is of each indicator, counted once
a release, so that no page has to read every figure to say what may be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    delete,
    func,
    insert,
    literal,
    select,
    union_all,
)

from data.schema import holding, observation, release_slice

FACETS: Final = ("area", "sex", "age", "source")
_COLUMNS: Final = tuple(column.name for column in holding.columns)


def _counts(*where: ColumnElement[bool]) -> CompoundSelect[tuple[object, ...]]:
    """What `holding` is to hold. The figures are read once, then summed by each facet."""
    table = observation
    group = [table.c.indicator, *(table.c[name] for name in FACETS)]
    counted = (
        select(
            *group,
            func.count().label("rows"),
            func.count().filter(table.c.status == "Q").label("suppressed"),
            func.min(table.c.year).label("first"),
            func.max(table.c.year).label("last"),
        )
        .where(*where)
        .group_by(*group)
        .cte("counted")
    )
    sums = [func.sum(counted.c[n]).label(n) for n in ("rows", "suppressed")]
    span = [func.min(counted.c.first).label("first"), func.max(counted.c.last).label("last")]
    return union_all(
        *(
            select(counted.c.indicator, literal(facet).label("facet"), code, *sums, *span).group_by(
                counted.c.indicator, code
            )
            for facet in FACETS
            for code in [counted.c[facet].label("code")]
        )
    )


def count_anew(connection: Connection, release: int) -> None:
    """Count what there is now of the indicators that a release changed."""
    touched = select(release_slice.c.indicator).where(release_slice.c.release == release)
    connection.execute(delete(holding).where(holding.c.indicator.in_(touched)))
    counts = _counts(observation.c.indicator.in_(touched))
    connection.execute(insert(holding).from_select(_COLUMNS, counts))


def problems(connection: Connection) -> Iterator[str]:
    """Indicators of which something else was counted than is held."""
    now = {tuple(row) for row in connection.execute(_counts())}
    then = {tuple(row) for row in connection.execute(select(holding))}
    for code, facet in sorted({(row[0], row[1]) for row in now ^ then}):
        yield f"{code}: the figures counted by {facet} are not those that are held"

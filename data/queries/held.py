"""What there is of each indicator by area, sex, age and source, without reading every figure.

Loaders count it once a release (the table `holding`). As of an earlier release it was the same for
every indicator that nothing has changed since; only the others are counted from their figures.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    func,
    literal,
    select,
    union_all,
)

from data.queries.versions import observations_as_of
from data.schema import holding, release_slice

FACETS: Final = ("area", "sex", "age", "source")


class Held(NamedTuple):
    """How many rows of an indicator have a code in one of FACETS, and of which years."""

    indicator: str
    facet: str
    code: str
    rows: int
    suppressed: int
    first: int
    last: int


def counts(table: FromClause, *where: ColumnElement[bool]) -> CompoundSelect[tuple[object, ...]]:
    """The fields of Held, counted from figures, which are read once and then summed by facet."""
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


def held(connection: Connection, release: int | None = None) -> list[Held]:
    """All there is now, or was when a release was the newest, by indicator, facet and code."""
    question = select(holding)
    if release is None:
        return sorted(Held._make(row) for row in connection.execute(question))
    later = select(release_slice.c.indicator).where(release_slice.c.release > release).distinct()
    changed = list(connection.scalars(later))
    found = list(connection.execute(question.where(holding.c.indicator.not_in(changed))))
    if changed:
        table = observations_as_of(release)
        found += connection.execute(counts(table, table.c.indicator.in_(changed)))
    return sorted(Held(*row[:3], *map(int, row[3:])) for row in found)

"""What there is of each indicator by area, sex, age, part and source, without reading every figure.

Loaders count it once a release (the table `holding`). As of an earlier release it was the same for
every indicator that nothing has changed since; only the others are counted from their figures.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    func,
    literal,
    select,
    union_all,
)

from data.queries.versions import changed_after, observations_as_of
from data.schema import holding

FACETS: Final = ("area", "sex", "age", "dimension", "category", "source")


class CoverageRow(NamedTuple):
    """How many rows of an indicator have a code in one of FACETS, and of which years."""

    indicator: str
    facet: str
    code: str
    rows: int
    suppressed: int
    first: int
    last: int


def counts(table: FromClause, *where: ColumnElement[bool]) -> list[Select[Any]]:
    """The fields of Held, counted from figures, which are read once and then summed: a question a
    facet, to be united."""
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
    return [
        select(counted.c.indicator, literal(facet).label("facet"), code, *sums, *span).group_by(
            counted.c.indicator, code
        )
        for facet in FACETS
        for code in [counted.c[facet].label("code")]
    ]


def coverage_as_of(release: int | None) -> FromClause:
    """What `holding` held when a release was the newest; for None, the table itself."""
    if release is None:
        return holding
    later = changed_after(release)
    unchanged = select(holding).where(holding.c.indicator.not_in(later))
    anew = counts(observations_as_of(release, only=later))
    return union_all(unchanged, *anew).subquery("holding_as_of")


def coverage_rows(connection: Connection, release: int | None = None) -> list[CoverageRow]:
    """All there is now, or was when a release was the newest, by indicator, facet and code."""
    query = select(*coverage_as_of(release).columns)
    return sorted(CoverageRow(*row[:3], *map(int, row[3:])) for row in connection.execute(query))

"""How many rows of a selection each value of a column has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from data.queries.coverage import coverage_as_of
from data.queries.selected import narrowed, spoken
from data.queries.versions import observations_as_of
from data.records import Selection


def rows_by(
    connection: Connection, asked: Selection, column: str, *, release: int | None = None
) -> dict[str, int]:
    """The rows of the selection by the text of a column; a value without any is left out."""
    table = observations_as_of(release)
    if asked.headline:
        few = spoken(connection, asked, table=table)
        return dict(sorted(Counter(str(getattr(row, column)) for row in few).items()))
    within, where = narrowed(asked, table)
    code = within.c[column]
    query = select(code, func.count()).where(*where).group_by(code).order_by(code)
    return {str(value): int(count) for value, count in connection.execute(query)}


def rows_held(
    connection: Connection, indicators: tuple[str, ...], facet: str, *, release: int | None = None
) -> Mapping[str, int]:
    """The same of whole indicators, as it was counted with the release: no figure is read."""
    counted = coverage_as_of(release)
    # Every figure has one sex, so that those of all sexes are all rows.
    kept = "sex" if facet == "indicator" else facet
    code = counted.c.indicator if facet == "indicator" else counted.c.code
    query = (
        select(code, func.sum(counted.c.rows))
        .where(counted.c.facet == kept, counted.c.indicator.in_(indicators))
        .group_by(code)
        .order_by(code)
    )
    return {value: int(count) for value, count in connection.execute(query)}

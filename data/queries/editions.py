"""In which editions of their sources figures were read."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, FromClause, distinct, func, select

from data.methods.since.records import Edition


def editions(
    connection: Connection, table: FromClause, areas: Collection[str] | None = None
) -> list[Edition]:
    """How many figures of each indicator were read in each edition, by source and edition."""
    its = table.c
    query = (
        select(its.source, its.vintage, its.indicator, func.count(), func.count(distinct(its.area)))
        .group_by(its.source, its.vintage, its.indicator)
        .order_by(its.source, its.vintage, its.indicator)
    )
    if areas is not None:
        query = query.where(its.area.in_(sorted(areas)))
    return [Edition(*row) for row in connection.execute(query)]

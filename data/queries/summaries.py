"""Of each indicator, area, sex, age and dimension: the last year with a figure, and with none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, FromClause, case, func, select

from data.methods.comparability import PROJECTED
from data.methods.gaps import Summary
from data.schema import observation


def summaries(
    connection: Connection, codes: Iterable[str], *, table: FromClause = observation
) -> list[Summary]:
    """One row a group; a projection is no figure. Of the last absences of a year one status."""
    group = [table.c[name] for name in ("indicator", "area", "sex", "age", "dimension")]
    figure = case(((table.c.value.is_not(None)) & (table.c.status != PROJECTED), table.c.year))
    absence = case((table.c.value.is_(None), table.c.year * 1000 + func.ascii(table.c.status)))
    if connection.dialect.name == "sqlite":
        absence = case(
            (table.c.value.is_(None), table.c.year * 1000 + func.unicode(table.c.status))
        )
    query = (
        select(*group, func.max(figure), func.max(absence))
        .where(table.c.indicator.in_(sorted(codes)))
        .group_by(*group)
    )
    found = []
    for row in connection.execute(query):
        made: tuple[Any, ...] = tuple(row)
        *key, year, said = made
        last = None if said is None else int(said) // 1000
        status = "" if said is None else chr(int(said) % 1000)
        figure_year = None if year is None else int(year)
        indicator, area, sex, age, dimension = map(str, key)
        found.append(Summary(indicator, area, sex, age, dimension, figure_year, last, status))
    return found

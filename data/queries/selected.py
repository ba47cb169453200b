"""What a Selection means: what is read, and which of its rows. One place for all who ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sqlalchemy import ColumnElement, Connection, FromClause, and_, case, func, or_, select

from data.methods.comparability import PROJECTED
from data.methods.selection import headlines
from data.methods.speaking import PARTS, speaking
from data.queries.figures import read_rows
from data.records import Observation, Selection
from data.schema import observation

SERIES: Final = ("indicator", "area", "sex", "age", "dimension", "category")
"""Columns that say which series a row belongs to; all but `area` and `indicator` may be `_T`."""

SETS: Final = {
    "indicator": "indicators",
    "area": "areas",
    "sex": "sexes",
    "age": "ages",
    "dimension": "dimensions",
    "category": "categories",
    "source": "sources",
}
"""Columns that a Selection restricts to a set of codes, and its field that holds them."""


def restrictions(table: FromClause, asked: Selection) -> list[ColumnElement[bool]]:
    """The conditions on single rows."""
    where: list[ColumnElement[bool]] = [
        table.c[column].in_(codes)
        for column, field in SETS.items()
        if (codes := getattr(asked, field)) is not None
    ]
    if asked.first is not None:
        where.append(table.c.year >= asked.first)
    if asked.last is not None:
        where.append(table.c.year <= asked.last)
    return where


def _observed(table: FromClause) -> ColumnElement[bool]:
    """A figure that was observed: no absence, no projection."""
    return and_(table.c.value.is_not(None), table.c.status != PROJECTED)


def narrowed(asked: Selection, table: FromClause) -> tuple[FromClause, list[ColumnElement[bool]]]:
    """What to read from, and which of its rows; `headline` is not looked at (`spoken`).

    Conditions may name the subquery that finds the last years.
    """
    where = restrictions(table, asked)
    if not asked.latest:
        return table, where
    # The last years are found in one walk in the order of the key, and their rows by the key: a
    # window over whole rows takes four times as long.
    names = SERIES[:2] if asked.latest == "area" else SERIES
    together = [column.name for column in observation.primary_key if column.name in names]
    seen = func.max(case((_observed(table), table.c.year)))
    last = func.max(table.c.year)
    year = last if asked.latest == "series" else func.coalesce(seen, last)
    each = (
        select(*(table.c[name] for name in together), year.label("year"), seen.label("seen"))
        .where(*where)
        .group_by(*(table.c[name] for name in together))
        .subquery("last_years")
    )
    where += [table.c[name] == each.c[name] for name in (*together, "year")]
    if asked.latest == "value":
        # An absence or a projection never hides a figure: it stays only where there is none.
        where.append(or_(each.c.seen.is_(None), _observed(table)))
    return table, where


def spoken(
    connection: Connection, asked: Selection, *, table: FromClause = observation
) -> list[Observation]:
    """The rows of a selection with a `headline`, by area: the figure that speaks for it among those
    that every restriction leaves. Each sex, age or category asked for by name speaks for itself."""
    measure = headlines()[asked.headline]
    parts = [name for name in PARTS if getattr(asked, SETS[name]) is not None]
    if {"dimension", "category"} & set(parts):
        parts = list(dict.fromkeys((*parts, "dimension", "category")))
        categories = asked.categories
    else:
        categories = (measure.category,)
    candidates = replace(
        asked,
        indicators=_both(measure.indicators, asked.indicators),
        categories=categories,
    )
    rows = read_rows(connection, table, *restrictions(table, candidates))
    return speaking(measure, rows, parts)


def _both(these: Iterable[str], those: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(code for code in these if those is None or code in those)

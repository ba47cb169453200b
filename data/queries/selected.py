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
    """What to read from, and which of its rows; `headline` is not looked at (`spoken`)."""
    where = restrictions(table, asked)
    if not asked.latest:
        return table, where
    # In the order of the key, so that one walk over it is enough: a question about later rows for
    # every row takes eight times as long.
    names = SERIES[:2] if asked.latest == "area" else SERIES
    together = [table.c[column.name] for column in observation.primary_key if column.name in names]
    last = func.max(table.c.year).over(partition_by=together).label("last_year")
    if asked.latest == "series":
        each = select(table, last).where(*where).subquery()
        return each, [each.c.year == each.c.last_year]
    # An absence or a projection never hides a figure: it decides only where there is none.
    seen = func.max(case((_observed(table), table.c.year))).over(partition_by=together)
    each = select(table, seen.label("seen"), last).where(*where).subquery()
    unseen = and_(each.c.seen.is_(None), each.c.year == each.c.last_year)
    of_that_year = each.c.year == each.c.seen
    if asked.latest == "value":
        of_that_year = and_(of_that_year, _observed(each))
    return each, [or_(unseen, of_that_year)]


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

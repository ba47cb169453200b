"""Figures: one area's series, the latest figure of every area, and what is described of them.

`table` is what is asked: the figures of now, or data.queries.versions.observations_as_of(release).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from sys import intern
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from data.methods.selection import Measure, headlines, measure_of
from data.methods.speaking import speaking
from data.queries.coverage import coverage_as_of
from data.records import NOT_REPORTED, Described, Indicator, Observation, Series, Source
from data.schema import indicator, observation, source


def in_order(table: FromClause) -> list[ColumnElement[Any]]:
    """The columns of the key, in the order in which rows are shown."""
    return [table.c[column.name] for column in observation.primary_key]


def indicators(connection: Connection) -> dict[str, Indicator]:
    """Every indicator by code, in the order of its theme's catalogue."""
    order = (indicator.c.theme, indicator.c.order, indicator.c.code)
    found = {}
    for row in connection.execute(select(indicator).order_by(*order)):
        texts = dict(row._mapping)
        texts["official"] = bool(texts["official"])
        texts["mapped"] = bool(texts["mapped"])
        texts["caveats"] = tuple(json.loads(texts["caveats"]))
        texts["sources"] = tuple(json.loads(texts["sources"]))
        found[row.code] = Indicator(**texts)
    return found


def sources(connection: Connection) -> dict[str, Source]:
    """Every source by code."""
    query = select(source).order_by(source.c.code)
    return {row.code: Source(*row) for row in connection.execute(query)}


def read_rows(
    connection: Connection, table: FromClause, *where: ColumnElement[bool]
) -> list[Observation]:
    """The rows that meet every condition, in the order of the key."""
    fields = [table.c[name] for name in Observation._fields]
    query = select(*fields).where(*where).order_by(*in_order(table))
    return [Observation._make(map(_kept_once, row)) for row in connection.execute(query)]


def _kept_once(cell: Any) -> Any:
    """The cell; of equal texts one object. A driver makes a text anew for every row, and what pages
    keep of a country would be three times as large."""
    return intern(cell) if type(cell) is str else cell


def rows_of(
    connection: Connection, codes: Iterable[str], *, table: FromClause = observation
) -> list[Observation]:
    """Every row of some indicators, of all areas, in the order of the key."""
    return read_rows(connection, table, table.c.indicator.in_(sorted(codes)))


def _series(
    rows: Iterable[Observation],
    code: str,
    about: Described,
) -> Series:
    kept = tuple(rows)
    return Series(
        about.indicators[code],
        tuple(about.areas[c] for c in dict.fromkeys(row.area for row in kept)),
        tuple(about.sources[c] for c in dict.fromkeys(row.source for row in kept)),
        kept,
    )


def of_area(
    connection: Connection,
    area_code: str,
    *,
    about: Described,
    table: FromClause = observation,
) -> dict[str, Series]:
    """Everything the store holds of one area, a Series an indicator; absent ones are left out."""
    rows = read_rows(connection, table, table.c.area == area_code)
    return {
        code: _series(group, code, about)
        for code, group in groupby(rows, key=lambda row: row.indicator)
    }


def series(
    connection: Connection,
    code: str,
    area_codes: Sequence[str],
    *,
    about: Described,
    category: str | None = None,
    table: FromClause = observation,
) -> Series:
    """One indicator for some areas, every year; `category` narrows its dimension."""
    where = [table.c.indicator == code, table.c.area.in_(area_codes)]
    if category is not None:
        where.append(table.c.category == category)
    return _series(read_rows(connection, table, *where), code, about)


def measure_called(code: str, described: Mapping[str, Indicator]) -> Measure:
    """The headline measure of this code, else the measure that the indicator is by itself.

    Raises KeyError for a code that is neither.
    """
    return headlines().get(code) or measure_of(described[code])


def latest(
    connection: Connection,
    measure: Measure,
    *,
    asked_year: int | None = None,
    about: Described,
    table: FromClause = observation,
) -> Series:
    """One row an area: the figure that speaks for it at or before the asked year (else of all
    years), by the rule of data.methods.selection; where none may speak, the newest absence.

    A row keeps its own indicator, year, age and source, so that the reader can be told where they
    differ from what was asked. The Series carries the measure's preferred indicator.
    """
    where = [table.c.indicator.in_(measure.indicators), table.c.category == measure.category]
    if asked_year is not None:
        where.append(table.c.year <= asked_year)
    found = speaking(measure, read_rows(connection, table, *where))
    return _series(found, measure.indicators[0], about)


def years(
    connection: Connection, measure: Measure, *, table: FromClause = observation
) -> list[int]:
    """The years for which a measure has anything, ascending."""
    query = select(table.c.year).where(table.c.indicator.in_(measure.indicators)).distinct()
    return sorted(year for (year,) in connection.execute(query))


def reporting(
    connection: Connection, measure: Measure, *, table: FromClause = observation
) -> dict[int, frozenset[str]]:
    """By year, the areas of which the whole of a measure is told: a figure, a zero or a count that
    the publisher suppresses. "Not reported" is no report."""
    query = (
        select(table.c.year, table.c.area)
        .where(
            table.c.indicator.in_(measure.indicators),
            table.c.category == measure.category,
            table.c.sex == measure.sex,
            table.c.age == measure.age,
            table.c.status != NOT_REPORTED,
        )
        .distinct()
    )
    found: dict[int, set[str]] = {}
    for year, code in connection.execute(query):
        found.setdefault(year, set()).add(code)
    return {year: frozenset(found[year]) for year in sorted(found)}


def coverage_by_indicator(
    connection: Connection, *, release: int | None = None
) -> dict[str, dict[str, int]]:
    """For each indicator: countries, first and last year, rows, suppressed rows."""
    coverage_rows = coverage_as_of(release)
    names = ("areas", "first", "last", "rows", "suppressed")
    counted = (
        select(
            coverage_rows.c.indicator,
            func.count(),
            func.min(coverage_rows.c.first),
            func.max(coverage_rows.c.last),
            func.sum(coverage_rows.c.rows),
            func.sum(coverage_rows.c.suppressed),
        )
        .where(coverage_rows.c.facet == "area")
        .group_by(coverage_rows.c.indicator)
        .order_by(coverage_rows.c.indicator)
    )
    return {
        code: dict(zip(names, map(int, numbers), strict=True))
        for code, *numbers in connection.execute(counted)
    }

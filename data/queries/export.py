"""Any selection of observations: its rows as a stream, how many there are, what there is at all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

import psycopg
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Text,
    cast,
    func,
    select,
)

from data.database import too_slow
from data.queries.coverage import FACETS, coverage_as_of, coverage_rows
from data.queries.figures import in_order
from data.queries.selected import SERIES, narrowed, spoken
from data.queries.versions import observations_as_of
from data.records import Observation, Offer, Selection
from data.schema import observation
from data.trouble import trouble_of

BATCH: Final = 1_000
FETCHED: Final = 2_000
"""Rows asked of a database server at once."""

_ON_SERVER: Final = "observations"
_MORE: Final = f"FETCH {FETCHED} FROM {_ON_SERVER}"

KEY: Final = SERIES
"""Columns before the year and the figures."""

TAIL: Final = ("unit", "status", "nature", "suppressed", "note", "survey", "source", "vintage")
"""Columns behind the figures."""

Packed = tuple[str, int, float | None, float | None, float | None, str]
"""KEY as one text, year, value, lower, upper, TAIL as one text.

A text of several is a JSON array as SQLite writes it, or a row as PostgreSQL does, which makes
those twice as fast as JSON.
"""


def rows(
    connection: Connection,
    asked: Selection,
    *,
    most: int | None = None,
    table: FromClause = observation,
) -> Iterator[list[tuple[Any, ...]]]:
    """Batches of whole rows in the order of `Observation`, by key. For any database."""
    if asked.headline:
        # One line an area: few enough to be chosen here, by the rule of every page.
        if few := spoken(connection, asked, table=table)[:most]:
            yield [tuple(row) for row in few]
        return
    within, where = narrowed(asked, table)
    columns = [within.c[name] for name in Observation._fields]
    query = select(*columns).where(*where).order_by(*in_order(within)).limit(most)
    # Options of the question, not of the connection: those would stay for whatever is asked next.
    streamed = query.execution_options(stream_results=True, yield_per=BATCH)
    for part in connection.execute(streamed).partitions():
        yield [tuple(row) for row in part]


def packed_rows(
    connection: Connection,
    asked: Selection,
    *,
    table: FromClause = observation,
    most: int | None = None,
) -> Iterator[list[Packed]]:
    """Batches of the same rows in the same order, packed for speed; at most `most` of them.

    Six columns instead of eighteen, fetched from the driver's own cursor: two to four times the
    rows a second. The packed texts repeat from row to row, so that what is made of them can be
    kept.
    """
    if asked.headline:
        if few := spoken(connection, asked, table=table)[:most]:
            yield [_packed_here(row) for row in few]
        return
    within, where = narrowed(asked, table)
    columns = [
        _packed(connection, [within.c[name] for name in KEY]),
        *(within.c[name] for name in ("year", "value", "lower", "upper")),
        _packed(connection, [within.c[name] for name in TAIL]),
    ]
    width = len(columns)
    if table is not observation:
        # SQLite merges the sorted halves of a union, instead of sorting the whole before its first
        # row, only where the columns of the order are among those that are asked for.
        columns += in_order(within)
    query = select(*columns).where(*where).order_by(*in_order(within)).limit(most)
    fetched = _fetched if connection.dialect.name == "sqlite" else _fetched_from_server
    for batch in fetched(connection, query):
        yield batch if len(columns) == width else [row[:width] for row in batch]


def _fetched(connection: Connection, query: Select[Any]) -> Iterator[list[Any]]:
    result = connection.execute(query)
    cursor: Any = result.cursor
    try:
        while batch := cursor.fetchmany(BATCH):
            yield batch
    finally:
        result.close()


def _fetched_from_server(connection: Connection, query: Select[Any]) -> Iterator[list[Any]]:
    """By a cursor on the server, which would else send every row before the first is written.

    The driver's own: SQLAlchemy would wrap a million rows, and its buffered result has taken the
    first of them already. While a batch is written here, the server makes the next. Raises TooSlow.
    """
    compiled = query.compile(connection, compile_kwargs={"render_postcompile": True})
    driver: Any = connection.connection.driver_connection
    # Begins the transaction that the cursor lives in.
    connection.exec_driver_sql("SELECT 1").close()
    try:
        with driver.cursor(name=_ON_SERVER) as cursor:
            cursor.execute(str(compiled), compiled.params)
            with driver.pipeline():
                coming = driver.execute(_MORE)
                while True:
                    here, coming = coming, driver.execute(_MORE)
                    if not (batch := here.fetchall()):
                        return
                    yield batch
    except psycopg.errors.QueryCanceled as error:
        raise too_slow() from error
    except psycopg.Error as error:
        if (trouble := trouble_of(error)) is None:
            raise
        raise trouble from error


def _packed_here(row: Observation) -> Packed:
    key, tail = (json.dumps([getattr(row, name) for name in names]) for names in (KEY, TAIL))
    return key, row.year, row.value, row.lower, row.upper, tail


def _packed(connection: Connection, texts: list[Any]) -> ColumnElement[Any]:
    if connection.dialect.name == "sqlite":
        return func.json_array(*texts)
    return cast(func.row(*texts), Text)


def rows_by_source(
    connection: Connection, asked: Selection, *, release: int | None = None
) -> dict[str, int]:
    """How many rows of each source the selection holds; a source without any is left out."""
    if asked == Selection(indicators=asked.indicators, sources=asked.sources):
        return _coverage_by_source(connection, asked, release)
    if asked.headline:
        few = spoken(connection, asked, table=observations_as_of(release))
        return dict(sorted(Counter(row.source for row in few).items()))
    within, where = narrowed(asked, observations_as_of(release))
    query = (
        select(within.c.source, func.count())
        .where(*where)
        .group_by(within.c.source)
        .order_by(within.c.source)
    )
    return {code: int(count) for code, count in connection.execute(query)}


def _coverage_by_source(
    connection: Connection, asked: Selection, release: int | None
) -> dict[str, int]:
    counted = coverage_as_of(release)
    where = [counted.c.facet == "source"]
    if asked.sources is not None:
        where.append(counted.c.code.in_(asked.sources))
    if asked.indicators is not None:
        where.append(counted.c.indicator.in_(asked.indicators))
    code = counted.c.code
    query = select(code, func.sum(counted.c.rows)).where(*where).group_by(code).order_by(code)
    return {source: int(count) for source, count in connection.execute(query)}


def offers(connection: Connection, *, release: int | None = None) -> dict[str, Offer]:
    """What there is of each indicator that has any row."""
    made = {}
    for code, each in groupby(coverage_rows(connection, release), key=attrgetter("indicator")):
        rows = list(each)
        codes = {facet: {row.code for row in rows if row.facet == facet} for facet in FACETS}
        # Every row of the figures has one sex, so that those of all sexes are all rows.
        every = [row for row in rows if row.facet == "sex"]
        made[code] = Offer(
            frozenset(codes["area"]),
            frozenset(codes["sex"]),
            frozenset(codes["age"]),
            frozenset(codes["source"]),
            min(row.first for row in every),
            max(row.last for row in every),
            sum(row.rows for row in every),
            sum(row.suppressed for row in every),
            frozenset(codes["dimension"]),
            frozenset(codes["category"]),
        )
    return made

"""Any selection of observations: its rows as a stream, how many there are, what there is at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Text,
    and_,
    cast,
    exists,
    func,
    or_,
    select,
)

from data.queries.figures import in_order
from data.records import Observation, Offer, Selection
from data.schema import area, holding, observation

BATCH: Final = 1_000
FETCHED: Final = 2_000
"""Rows asked of a database server at once."""

KEY: Final = ("indicator", "area", "sex", "age", "dimension", "category")
"""Columns that say which series a row belongs to; all but `area` and `indicator` may be `_T`."""

TAIL: Final = ("unit", "status", "nature", "suppressed", "note", "survey", "source", "vintage")
"""Columns behind the figures."""

Packed = tuple[str, int, float | None, float | None, float | None, str]
"""KEY as one text, year, value, lower, upper, TAIL as one text.

A text of several is a JSON array as SQLite writes it, or a row as PostgreSQL does, which makes
those twice as fast as JSON.
"""


def _restrictions(table: FromClause, asked: Selection) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [
        table.c[column].in_(codes)
        for column, codes in (
            ("indicator", asked.indicators),
            ("area", asked.areas),
            ("sex", asked.sexes),
            ("age", asked.ages),
            ("source", asked.sources),
        )
        if codes is not None
    ]
    if asked.first is not None:
        where.append(table.c.year >= asked.first)
    if asked.last is not None:
        where.append(table.c.year <= asked.last)
    return where


def _where(asked: Selection, table: FromClause) -> list[ColumnElement[bool]]:
    where = _restrictions(table, asked)
    if asked.latest:
        newer = table.alias("newer")
        same = [newer.c[column] == table.c[column] for column in KEY]
        later = [newer.c.year > table.c.year]
        where.append(~exists().where(and_(*same, *later, *_restrictions(newer, asked))))
    return where


def _ordered(
    columns: Sequence[ColumnElement[Any]], asked: Selection, table: FromClause
) -> Select[Any]:
    return select(*columns).where(*_where(asked, table)).order_by(*in_order(table))


def rows(
    connection: Connection,
    asked: Selection,
    *,
    most: int | None = None,
    table: FromClause = observation,
) -> Iterator[list[tuple[Any, ...]]]:
    """Batches of whole rows in the order of `Observation`, by key. For any database."""
    question = _ordered([table.c[name] for name in Observation._fields], asked, table).limit(most)
    streamed = connection.execution_options(stream_results=True, yield_per=BATCH)
    for part in streamed.execute(question).partitions():
        yield [tuple(row) for row in part]


def packed_rows(
    connection: Connection, asked: Selection, *, table: FromClause = observation
) -> Iterator[list[Packed]]:
    """Batches of the same rows in the same order, packed for speed.

    Six columns instead of eighteen, fetched from the driver's own cursor: two to four times the
    rows a second. The packed texts repeat from row to row, so that what is made of them can be
    kept.
    """
    columns = [
        _packed(connection, [table.c[name] for name in KEY]),
        *(table.c[name] for name in ("year", "value", "lower", "upper")),
        _packed(connection, [table.c[name] for name in TAIL]),
    ]
    width = len(columns)
    if table is not observation:
        # SQLite merges the sorted halves of a union, instead of sorting the whole before its first
        # row, only where the columns of the order are among those that are asked for.
        columns += in_order(table)
    question = _ordered(columns, asked, table)
    fetched = _fetched if connection.dialect.name == "sqlite" else _fetched_from_server
    for batch in fetched(connection, question):
        yield batch if len(columns) == width else [row[:width] for row in batch]


def _fetched(connection: Connection, question: Select[Any]) -> Iterator[list[Any]]:
    result = connection.execute(question)
    cursor: Any = result.cursor
    try:
        while batch := cursor.fetchmany(BATCH):
            yield batch
    finally:
        result.close()


def _fetched_from_server(connection: Connection, question: Select[Any]) -> Iterator[list[Any]]:
    """By a cursor on the server, which would else send every row before the first is written.

    The driver's own: SQLAlchemy would wrap a million rows, and its buffered result has taken the
    first of them already.
    """
    compiled = question.compile(connection, compile_kwargs={"render_postcompile": True})
    driver: Any = connection.connection.driver_connection
    connection.exec_driver_sql("SELECT 1")  # begins the transaction that the cursor lives in
    with driver.cursor(name="observations") as cursor:
        cursor.execute(str(compiled), compiled.params)
        while batch := cursor.fetchmany(FETCHED):
            yield batch


def _packed(connection: Connection, texts: list[Any]) -> ColumnElement[Any]:
    if connection.dialect.name == "sqlite":
        return func.json_array(*texts)
    return cast(func.row(*texts), Text)


def rows_by_source(
    connection: Connection, asked: Selection, *, table: FromClause = observation
) -> dict[str, int]:
    """How many rows of each source the selection holds; a source without any is left out."""
    question = (
        select(table.c.source, func.count())
        .where(*_where(asked, table))
        .group_by(table.c.source)
        .order_by(table.c.source)
    )
    return {code: int(count) for code, count in connection.execute(question)}


def _offers_now(connection: Connection) -> dict[str, Offer]:
    held: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    numbers: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    question = select(holding).order_by(holding.c.indicator, holding.c.facet)
    for indicator, facet, code, count, suppressed, first, last in connection.execute(question):
        held[indicator][facet].add(code)
        if facet == "sex":
            numbers[indicator].append((first, last, count, suppressed))
    made = {}
    for code, told in held.items():
        firsts, lasts, counts, hidden = zip(*numbers[code], strict=True)
        made[code] = Offer(
            frozenset(told["area"]),
            frozenset(told["sex"]),
            frozenset(told["age"]),
            frozenset(told["source"]),
            min(firsts),
            max(lasts),
            sum(counts),
            sum(hidden),
        )
    return made


def offers(connection: Connection, *, table: FromClause = observation) -> dict[str, Offer]:
    """What there is of each indicator that has any row.

    Of now it is read from what loaders counted; of the past it has to be counted row by row.
    """
    if table is observation:
        return _offers_now(connection)
    held: dict[str, dict[str, set[str]]] = defaultdict(dict)
    for name in ("area", "sex", "age", "source"):
        pairs = select(table.c.indicator, table.c[name]).distinct()
        for indicator, code in connection.execute(pairs):
            held[indicator].setdefault(name, set()).add(code)
    spans = select(
        table.c.indicator,
        func.min(table.c.year),
        func.max(table.c.year),
        func.count(),
        func.count().filter(table.c.status == "Q"),
    ).group_by(table.c.indicator)
    return {
        code: Offer(
            frozenset(held[code]["area"]),
            frozenset(held[code]["sex"]),
            frozenset(held[code]["age"]),
            frozenset(held[code]["source"]),
            *numbers,
        )
        for code, *numbers in connection.execute(spans)
    }


def members(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The countries and territories of every region that has some, by the region's code."""
    inside: dict[str, set[str]] = defaultdict(set)
    question = select(area.c.code, area.c.region, area.c.subregion, area.c.sdg_region).where(
        or_(area.c.kind == "country", area.c.kind == "territory")
    )
    for code, *regions in connection.execute(question):
        for region in filter(None, regions):
            inside[region].add(code)
    return {region: tuple(sorted(codes)) for region, codes in sorted(inside.items())}

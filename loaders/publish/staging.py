"""The table where rows wait to be compared with what is current, and the comparison itself.

Everything here is set-based SQL that SQLite and PostgreSQL both take. The figures of a row are what
is compared: a row that only carries a newer `vintage` is unchanged, and keeps the vintage in which
its figure first appeared.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Index,
    Integer,
    MetaData,
    Table,
    and_,
    case,
    delete,
    distinct,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    tuple_,
    update,
)
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable

from data import schema
from data.schema import TEXT, observation, observation_past
from loaders.validate.columns import COLUMNS, KEY

CONTENT: Final = tuple(c for c in COLUMNS if c not in KEY and c != "vintage")
"""The columns that make a row a revision of another of the same key."""

WAITING: Final = ""
ADDED, REVISED, UNCHANGED, SUPERSEDED = "A", "R", "U", "S"
CONFLICT: Final = "C"
"""Rows of one file with one key and different figures: none of them can be taken."""

UNUSABLE: Final = "X"
"""A row that broke a rule. It stands here so that the figure it would have replaced stays."""

incoming = Table(
    "incoming",
    MetaData(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("load", Integer, nullable=False),
    Column("place", TEXT, nullable=False),
    Column("verdict", TEXT, nullable=False),
    *(Column(name, observation.c[name].type) for name in COLUMNS),
    prefixes=["TEMPORARY"],
)
_BY_KEY: Final = Index("ix_incoming_key", *(incoming.c[name] for name in KEY))

incoming_slice = Table(
    "incoming_slice",
    MetaData(),
    Column("source", TEXT, primary_key=True),
    Column("indicator", TEXT, primary_key=True),
    Column("load", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)


class Shrunk(NamedTuple):
    """A slice that the file would shrink: its rows and countries, now and in the file."""

    source: str
    indicator: str
    rows: int
    rows_after: int
    areas: int
    areas_after: int


def same_key(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether two rows are the same figure, maybe in two versions."""
    return and_(*(one.c[name] == other.c[name] for name in KEY))


def differs(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether two rows say something different of the same figure."""
    return or_(*(one.c[name].is_distinct_from(other.c[name]) for name in CONTENT))


def in_slices(table: FromClause) -> ColumnElement[bool]:
    """Whether a row belongs to a slice that the load replaces; narrowed for the key's order."""
    pairs = select(incoming_slice.c.source, incoming_slice.c.indicator)
    return and_(
        table.c.indicator.in_(select(incoming_slice.c.indicator).distinct()),
        tuple_(table.c.source, table.c.indicator).in_(pairs),
    )


def make(connection: Connection) -> None:
    """Make the waiting tables, empty, for this connection alone."""
    for table in (incoming_slice, incoming):
        connection.execute(DropTable(table, if_exists=True))
        connection.execute(CreateTable(table))


def settle(connection: Connection) -> None:
    """Call once every row waits: note the slices, make the comparison fast."""
    connection.execute(CreateIndex(_BY_KEY))
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE incoming"))
    pair = (incoming.c.source, incoming.c.indicator)
    connection.execute(
        insert(incoming_slice).from_select(
            ["source", "indicator", "load"],
            select(*pair, func.min(incoming.c.load))
            .where(incoming.c.verdict != UNUSABLE)
            .group_by(*pair),
        )
    )


def drop(connection: Connection) -> None:
    """Take the waiting tables away."""
    for table in (incoming_slice, incoming):
        connection.execute(DropTable(table))


def judge_repeats(connection: Connection) -> None:
    """Of rows with one key: equal ones are superseded by the first, different ones conflict."""
    other = incoming.alias("other")
    mine = and_(same_key(other, incoming), other.c.verdict != UNUSABLE)
    waiting = update(incoming).where(incoming.c.verdict == WAITING)
    connection.execute(
        waiting.where(exists().where(mine, differs(other, incoming))).values(verdict=CONFLICT)
    )
    connection.execute(
        waiting.where(exists().where(mine, other.c.number < incoming.c.number)).values(
            verdict=SUPERSEDED
        )
    )


def leave_to_files(connection: Connection, load: int) -> None:
    """Our own tables speak for every slice of theirs, none for which a file was loaded."""
    mine = and_(
        schema.slice_.c.source == incoming.c.source,
        schema.slice_.c.indicator == incoming.c.indicator,
        schema.slice_.c.owner == "file",
    )
    connection.execute(
        update(incoming)
        .where(incoming.c.verdict == WAITING, exists().where(mine))
        .values(verdict=SUPERSEDED)
    )
    owned = select(schema.slice_.c.source, schema.slice_.c.indicator)
    by_files = owned.where(schema.slice_.c.owner == "file")
    pair = tuple_(incoming_slice.c.source, incoming_slice.c.indicator)
    connection.execute(delete(incoming_slice).where(pair.in_(by_files)))
    ours = select(schema.slice_.c.source, schema.slice_.c.indicator, literal(load)).where(
        schema.slice_.c.owner == "curated",
        ~exists().where(
            incoming_slice.c.source == schema.slice_.c.source,
            incoming_slice.c.indicator == schema.slice_.c.indicator,
        ),
    )
    connection.execute(insert(incoming_slice).from_select(["source", "indicator", "load"], ours))


def judge(connection: Connection) -> None:
    """Give every row that still waits its verdict against what is current."""
    current = (
        select(case((differs(observation, incoming), REVISED), else_=UNCHANGED))
        .where(same_key(observation, incoming))
        .scalar_subquery()
    )
    connection.execute(
        update(incoming)
        .where(incoming.c.verdict == WAITING)
        .values(verdict=func.coalesce(current, ADDED))
    )


def shrunk(connection: Connection, least: float) -> list[Shrunk]:
    """The slices of which the file holds less than a share of the current rows or countries."""

    def counted(table: FromClause, *where: ColumnElement[bool]) -> dict[Any, tuple[int, int]]:
        pair = (table.c.source, table.c.indicator)
        query = (
            select(*pair, func.count(), func.count(distinct(table.c.area)))
            .where(*where)
            .group_by(*pair)
        )
        return {(s, i): (rows, areas) for s, i, rows, areas in connection.execute(query)}

    taken = incoming.c.verdict.in_((ADDED, REVISED, UNCHANGED))
    after = counted(incoming, taken)
    found = []
    for pair, (rows, areas) in counted(observation, in_slices(observation)).items():
        rows_after, areas_after = after.get(pair, (0, 0))
        if rows_after < least * rows or areas_after < least * areas:
            source, indicator = pair
            found.append(Shrunk(source, indicator, rows, rows_after, areas, areas_after))
    return sorted(found)


def verdicts(connection: Connection) -> list[tuple[int, str, int]]:
    """Load, verdict and number of rows."""
    pair = (incoming.c.load, incoming.c.verdict)
    return [tuple(r) for r in connection.execute(select(*pair, func.count()).group_by(*pair))]


def conflicts(connection: Connection) -> list[tuple[int, str, str]]:
    """Load, place and key (as text) of every row that conflicts with another of its file."""
    key = [incoming.c[name] for name in KEY]
    query = (
        select(incoming.c.load, incoming.c.place, *key)
        .where(incoming.c.verdict == CONFLICT)
        .order_by(incoming.c.number)
    )
    return [(r[0], r[1], " ".join(map(str, r[2:]))) for r in connection.execute(query)]


def retire(
    connection: Connection, release: int, *, absent_too: bool
) -> list[tuple[int, str, str, int]]:
    """Move what is revised (and what is absent, unless told otherwise) to the past.

    Gives load, source, indicator and number of withdrawn rows of each slice that lost some.
    """
    columns = [observation.c[c.name] for c in observation.columns]
    names = [*(c.name for c in observation.columns), "replaced_by"]
    revised = (
        select(*columns, literal(release))
        .join_from(incoming, observation, same_key(observation, incoming))
        .where(incoming.c.verdict == REVISED)
    )
    connection.execute(insert(observation_past).from_select(names, revised))
    withdrawn: list[tuple[int, str, str, int]] = []
    if absent_too:
        gone = and_(in_slices(observation), ~exists().where(same_key(incoming, observation)))
        pair = (observation.c.source, observation.c.indicator)
        counted = (
            select(func.min(incoming_slice.c.load), *pair, func.count())
            .join_from(
                observation,
                incoming_slice,
                and_(incoming_slice.c.source == pair[0], incoming_slice.c.indicator == pair[1]),
            )
            .where(gone)
            .group_by(*pair)
        )
        withdrawn = [tuple(row) for row in connection.execute(counted)]
        if withdrawn:
            absent = select(*columns, literal(release)).where(gone)
            connection.execute(insert(observation_past).from_select(names, absent))
    moved = and_(same_key(observation_past, observation), observation_past.c.replaced_by == release)
    narrowed = select(incoming_slice.c.indicator).distinct()
    connection.execute(
        delete(observation).where(observation.c.indicator.in_(narrowed), exists().where(moved))
    )
    return withdrawn


def put_in(connection: Connection, release: int) -> None:
    """Make the added and revised rows current."""
    names = [*COLUMNS, "release"]
    rows = (
        select(*(incoming.c[name] for name in COLUMNS), literal(release))
        .where(incoming.c.verdict.in_((ADDED, REVISED)))
        .order_by(*(incoming.c[name] for name in KEY))
    )
    connection.execute(insert(observation).from_select(names, rows))


def changes_by_slice(connection: Connection) -> list[tuple[str, str, str, int]]:
    """Source, indicator, verdict and number of the rows that change something."""
    group = (incoming.c.source, incoming.c.indicator, incoming.c.verdict)
    query = (
        select(*group, func.count())
        .where(incoming.c.verdict.in_((ADDED, REVISED)))
        .group_by(*group)
    )
    return [tuple(row) for row in connection.execute(query)]


def slices(connection: Connection) -> dict[tuple[str, str], int]:
    """The slices that the load speaks for, each with the line of the first file that holds it."""
    return {(s, i): load for s, i, load in connection.execute(select(incoming_slice))}

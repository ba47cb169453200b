"""The staging table, where rows are compared with what is current, and the comparison itself.

Everything here is set-based SQL that SQLite and PostgreSQL both take. The figures of a row are what
is compared: a row that only carries a newer `vintage` is unchanged, and keeps the vintage in which
its figure first appeared.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

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
from data.schema import (
    OBSERVATION_COLUMNS,
    OBSERVATION_KEY,
    TEXT,
    observation,
    observation_past,
)
from loaders.validate.keys import DATASET, columns, same_key

CONTENT: Final = tuple(
    c for c in OBSERVATION_COLUMNS if c not in OBSERVATION_KEY and c != "vintage"
)
"""The columns that make a row a revision of another of the same key."""

WAITING: Final = ""
ADDED, REVISED, UNCHANGED, SUPERSEDED = "A", "R", "U", "S"
COUNTED_AS: Final = {
    ADDED: "added",
    REVISED: "revised",
    UNCHANGED: "unchanged",
    SUPERSEDED: "superseded",
}
"""Verdicts, and where the ledger counts them."""

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
    *(Column(name, observation.c[name].type) for name in OBSERVATION_COLUMNS),
    prefixes=["TEMPORARY"],
)
_BY_KEY: Final = Index("ix_incoming_key", *columns(incoming))

incoming_dataset = Table(
    "incoming_dataset",
    MetaData(),
    Column("source", TEXT, primary_key=True),
    Column("indicator", TEXT, primary_key=True),
    Column("load", Integer, nullable=False),
    Column("yearly", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)
"""`yearly` is 1 where the files are reports of single years, which replace those years alone."""


def differs(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether two rows say something different of the same figure."""
    return or_(*(one.c[name].is_distinct_from(other.c[name]) for name in CONTENT))


def in_datasets(table: FromClause) -> ColumnElement[bool]:
    """Whether a row belongs to a dataset that the load replaces; narrowed for the key's order."""
    pairs = select(*columns(incoming_dataset, DATASET))
    pair = tuple_(*columns(table, DATASET))
    same = and_(*(incoming.c[n] == table.c[n] for n in ("indicator", "source", "year")))
    return and_(
        table.c.indicator.in_(select(incoming_dataset.c.indicator).distinct()),
        or_(
            pair.in_(pairs.where(incoming_dataset.c.yearly == 0)),
            and_(pair.in_(pairs.where(incoming_dataset.c.yearly == 1)), exists().where(same)),
        ),
    )


def make(connection: Connection) -> None:
    """Make the staging tables, empty, for this connection alone."""
    for table in (incoming_dataset, incoming):
        connection.execute(DropTable(table, if_exists=True))
        connection.execute(CreateTable(table))


def index_staged(connection: Connection, yearly: Collection[int] = ()) -> None:
    """Call once every row is staged: note the datasets, make the comparison fast.

    `yearly` are the loads whose files are reports of single years.
    """
    connection.execute(CreateIndex(_BY_KEY))
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE incoming"))
    pair = (incoming.c.source, incoming.c.indicator)
    connection.execute(
        insert(incoming_dataset).from_select(
            ["source", "indicator", "load", "yearly"],
            select(
                *pair,
                func.min(incoming.c.load),
                func.min(case((incoming.c.load.in_(yearly), 1), else_=0)),
            )
            .where(incoming.c.verdict != UNUSABLE)
            .group_by(*pair),
        )
    )


def drop(connection: Connection) -> None:
    """Drop the staging tables."""
    for table in (incoming_dataset, incoming):
        connection.execute(DropTable(table))


def classify_repeats(connection: Connection) -> None:
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
    """Our own tables replace every dataset of theirs, none for which a file was loaded."""
    owned = columns(schema.slice_, DATASET)
    by_files = select(*owned).where(schema.slice_.c.owner == "file")
    theirs = tuple_(*columns(incoming, DATASET)).in_(by_files)
    connection.execute(
        update(incoming).where(incoming.c.verdict == WAITING, theirs).values(verdict=SUPERSEDED)
    )
    pair = columns(incoming_dataset, DATASET)
    connection.execute(delete(incoming_dataset).where(tuple_(*pair).in_(by_files)))
    ours = select(*owned, literal(load), literal(0)).where(
        schema.slice_.c.owner == "curated", tuple_(*owned).not_in(select(*pair))
    )
    connection.execute(insert(incoming_dataset).from_select(incoming_dataset.columns.keys(), ours))


def classify(connection: Connection) -> None:
    """Give every row without a verdict its verdict against what is current."""
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


def verdicts(connection: Connection) -> list[tuple[int, str, int]]:
    """Load, verdict and number of rows."""
    pair = (incoming.c.load, incoming.c.verdict)
    return [tuple(r) for r in connection.execute(select(*pair, func.count()).group_by(*pair))]


def conflicts(connection: Connection) -> list[tuple[int, str, str]]:
    """Load, place and key (as text) of every row that conflicts with another of its file."""
    question = (
        select(incoming.c.load, incoming.c.place, *columns(incoming))
        .where(incoming.c.verdict == CONFLICT)
        .order_by(incoming.c.number)
    )
    return [(r[0], r[1], " ".join(map(str, r[2:]))) for r in connection.execute(question)]


def move_to_past(
    connection: Connection, release: int, *, absent_too: bool
) -> list[tuple[int, str, str, int]]:
    """Move what is revised (and what is absent, unless told otherwise) to the past.

    Gives load, source, indicator and number of withdrawn rows of each dataset that lost some.
    """
    cells = list(observation.columns)
    names = [*(c.name for c in cells), "replaced_by"]
    revised = (
        select(*cells, literal(release))
        .join_from(incoming, observation, same_key(observation, incoming))
        .where(incoming.c.verdict == REVISED)
    )
    connection.execute(insert(observation_past).from_select(names, revised))
    withdrawn: list[tuple[int, str, str, int]] = []
    if absent_too:
        gone = and_(in_datasets(observation), ~exists().where(same_key(incoming, observation)))
        pair = columns(observation, DATASET)
        of_load = tuple_(*columns(incoming_dataset, DATASET)) == tuple_(*pair)
        lost = (
            select(func.min(incoming_dataset.c.load), *pair, func.count())
            .join_from(observation, incoming_dataset, of_load)
            .where(gone)
            .group_by(*pair)
        )
        withdrawn = [tuple(row) for row in connection.execute(lost)]
        if withdrawn:
            absent = select(*cells, literal(release)).where(gone)
            connection.execute(insert(observation_past).from_select(names, absent))
    moved = and_(same_key(observation_past, observation), observation_past.c.replaced_by == release)
    narrowed = select(incoming_dataset.c.indicator).distinct()
    connection.execute(
        delete(observation).where(observation.c.indicator.in_(narrowed), exists().where(moved))
    )
    return withdrawn


def apply(connection: Connection, release: int) -> None:
    """Make the added and revised rows current."""
    names = [*OBSERVATION_COLUMNS, "release"]
    rows = (
        select(*columns(incoming, OBSERVATION_COLUMNS), literal(release))
        .where(incoming.c.verdict.in_((ADDED, REVISED)))
        .order_by(*columns(incoming))
    )
    connection.execute(insert(observation).from_select(names, rows))


def changes_by_dataset(connection: Connection) -> list[tuple[str, str, str, int]]:
    """Source, indicator, verdict and number of the rows that change something."""
    group = (incoming.c.source, incoming.c.indicator, incoming.c.verdict)
    question = (
        select(*group, func.count())
        .where(incoming.c.verdict.in_((ADDED, REVISED)))
        .group_by(*group)
    )
    return [tuple(row) for row in connection.execute(question)]


def datasets(connection: Connection) -> dict[tuple[str, str], int]:
    """The datasets that the load replaces, each with the line of the first file that holds it."""
    question = select(*list(incoming_dataset.columns)[:3])
    return {(s, i): load for s, i, load in connection.execute(question)}

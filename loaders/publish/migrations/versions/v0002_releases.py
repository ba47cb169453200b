"""Releases: past figures, slices, the ledger of loads, and the audit.

Revision 0002, follows 0001. Figures that are there already become release 1.
"""

from __future__ import annotations

import datetime as dt

from alembic import op
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    column,
    func,
    insert,
    literal,
    select,
    table,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def _text(name: str, *, key: bool = False) -> Column[str]:
    """A text column that is never NULL: absence is the empty text."""
    return Column(name, TEXT, primary_key=key, nullable=False, server_default="")


release = Table(
    "release",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("published"),
    _text("kind"),
    _text("label"),
    _text("source"),
    _text("note"),
    CheckConstraint("kind IN ('curated','file','restore')", name="kind"),
    Index("ix_release_published", "published"),
)


observation_past = Table(
    "observation_past",
    metadata,
    Column("indicator", TEXT, primary_key=True),
    Column("area", TEXT, primary_key=True),
    _text("dimension", key=True),
    _text("category", key=True),
    _text("sex", key=True),
    _text("age", key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("source", TEXT, primary_key=True),
    _text("survey", key=True),
    Column("value", Float),
    Column("lower", Float),
    Column("upper", Float),
    _text("unit"),
    _text("status"),
    _text("nature"),
    _text("suppressed"),
    _text("note"),
    _text("vintage"),
    Column("release", Integer, primary_key=True, autoincrement=False),
    Column("replaced_by", Integer, ForeignKey("release.id"), nullable=False),
    Index("ix_observation_past_by_area", "area", "indicator"),
    Index("ix_observation_past_replaced_by", "replaced_by"),
    CheckConstraint("release < replaced_by", name="replaced_later"),
    sqlite_with_rowid=False,
)

slice_ = Table(
    "slice",
    metadata,
    _text("source", key=True),
    _text("indicator", key=True),
    _text("owner"),
    Column("release", Integer, nullable=False),
    CheckConstraint("owner IN ('curated','file')", name="owner"),
)

release_slice = Table(
    "release_slice",
    metadata,
    Column("release", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
    _text("source", key=True),
    _text("indicator", key=True),
    Column("added", Integer, nullable=False),
    Column("revised", Integer, nullable=False),
    Column("withdrawn", Integer, nullable=False),
)

load = Table(
    "load",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("release", Integer, ForeignKey("release.id")),
    _text("file"),
    _text("sha256"),
    Column("bytes", BigInteger, nullable=False),
    _text("source"),
    _text("format"),
    _text("version"),
    _text("options"),
    _text("content"),
    *(
        Column(name, Integer, nullable=False)
        for name in (
            "rows_in",
            "added",
            "revised",
            "unchanged",
            "superseded",
            "rejected",
            "withdrawn",
            "warnings",
        )
    ),
    _text("actor"),
    _text("started"),
    _text("finished"),
    CheckConstraint(
        "rows_in = added + revised + unchanged + superseded + rejected", name="nothing_lost"
    ),
    Index("ix_load_release", "release"),
)

load_reject = Table(
    "load_reject",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("place"),
    _text("column"),
    _text("value"),
    _text("rule"),
    _text("reason"),
)

load_warning = Table(
    "load_warning",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("place"),
    _text("rule"),
    _text("reason"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("actor"),
    _text("action"),
    _text("detail"),
    _text("previous"),
    _text("hash"),
)


SQLITE_TRIGGERS = (
    "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
    "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
)
POSTGRESQL_TRIGGERS = (
    "CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$",
    "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
)

observation = table("observation", column("source"), column("indicator"))
build = table("build", column("key"), column("value"))


def _first_release(held: int) -> None:
    """What is there already was published when the store was last built."""
    connection = op.get_bind()
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    built = connection.execute(select(build.c.value).where(build.c.key == "built")).scalar()
    moment = dt.datetime.fromisoformat(built or now).isoformat(timespec="microseconds")
    connection.execute(
        insert(release).values(
            id=1, published=moment, kind="curated", label="before releases were counted"
        )
    )
    connection.execute(
        insert(load).values(
            id=1,
            release=1,
            file="data/tables/observations",
            bytes=0,
            format="curated",
            version="0001",
            rows_in=held,
            added=held,
            revised=0,
            unchanged=0,
            superseded=0,
            rejected=0,
            withdrawn=0,
            warnings=0,
            started=moment,
            finished=now,
        )
    )
    pair = (observation.c.source, observation.c.indicator)
    connection.execute(
        insert(slice_).from_select(
            ["source", "indicator", "owner", "release"],
            select(*pair, literal("curated"), literal(1)).group_by(*pair),
        )
    )
    zero = literal(0)
    connection.execute(
        insert(release_slice).from_select(
            ["release", "source", "indicator", "added", "revised", "withdrawn"],
            select(literal(1), *pair, func.count(), zero, zero).group_by(*pair),
        )
    )


def upgrade() -> None:
    """Make the tables; the figures that are there become release 1."""
    connection = op.get_bind()
    metadata.create_all(connection)
    op.add_column("observation", Column("release", Integer, nullable=False, server_default="1"))
    triggers = SQLITE_TRIGGERS if connection.dialect.name == "sqlite" else POSTGRESQL_TRIGGERS
    for statement in triggers:
        op.execute(statement)
    held = connection.execute(select(func.count()).select_from(observation)).scalar_one()
    if held:
        _first_release(held)


def downgrade() -> None:
    """Take them away: past figures, the ledger of loads and the audit are lost."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_no_update")
        op.execute("DROP TRIGGER audit_no_delete")
    else:
        op.execute("DROP TRIGGER audit_no_change ON audit")
        op.execute("DROP FUNCTION audit_is_append_only()")
    op.drop_column("observation", "release")
    metadata.drop_all(connection)

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
    Table,
    column,
    func,
    insert,
    literal,
    select,
    table,
)

from loaders.publish.migrations.columns import TEXT, integers, new_metadata, texts

revision = "0002"
down_revision = "0001"

metadata = new_metadata()

release = Table(
    "release",
    metadata,
    *integers("id", key=True),
    *texts("published kind label source note"),
    CheckConstraint("kind IN ('curated','file','restore')", name="kind"),
    Index("ix_release_published", "published"),
)


observation_past = Table(
    "observation_past",
    metadata,
    *(Column(name, TEXT, primary_key=True) for name in ("indicator", "area")),
    *texts("dimension category sex age", key=True),
    *integers("year", key=True),
    Column("source", TEXT, primary_key=True),
    *texts("survey", key=True),
    *(Column(name, Float) for name in ("value", "lower", "upper")),
    *texts("unit status nature suppressed note vintage"),
    *integers("release", key=True),
    Column("replaced_by", Integer, ForeignKey("release.id"), nullable=False),
    Index("ix_observation_past_by_area", "area", "indicator"),
    Index("ix_observation_past_replaced_by", "replaced_by"),
    CheckConstraint("release < replaced_by", name="replaced_later"),
    sqlite_with_rowid=False,
)

slice_ = Table(
    "slice",
    metadata,
    *texts("source indicator", key=True),
    *texts("owner"),
    *integers("release"),
    CheckConstraint("owner IN ('curated','file')", name="owner"),
)

release_slice = Table(
    "release_slice",
    metadata,
    Column("release", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
    *texts("source indicator", key=True),
    *integers("added revised withdrawn"),
)

load = Table(
    "load",
    metadata,
    *integers("id", key=True),
    Column("release", Integer, ForeignKey("release.id")),
    *texts("file sha256"),
    Column("bytes", BigInteger, nullable=False),
    *texts("source format version options content"),
    *integers("rows_in added revised unchanged superseded rejected withdrawn warnings"),
    *texts("actor started finished"),
    CheckConstraint(
        "rows_in = added + revised + unchanged + superseded + rejected", name="nothing_lost"
    ),
    Index("ix_load_release", "release"),
)

load_reject = Table(
    "load_reject",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    *integers("number", key=True),
    *texts("place column value rule reason"),
)

load_warning = Table(
    "load_warning",
    metadata,
    Column("load", Integer, ForeignKey("load.id"), primary_key=True, autoincrement=False),
    *integers("number", key=True),
    *texts("place rule reason"),
)

audit = Table(
    "audit",
    metadata,
    *integers("id", key=True),
    *texts("at actor action detail previous hash"),
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
            started=moment,
            finished=now,
            **dict.fromkeys("revised unchanged superseded rejected withdrawn warnings".split(), 0),
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

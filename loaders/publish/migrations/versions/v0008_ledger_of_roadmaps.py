"""The ledger of roadmaps: dated statuses, priorities, reports, comments, drafts; all versions kept.

Revision 0008, follows 0007. The tables that are replaced hold only what is ours: the next build
fills them again from data/tables, as the release that begins their history.
"""

from __future__ import annotations

from typing import Final

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table

from loaders.publish.migrations.columns import integers, new_metadata, reference, texts

revision = "0008"
down_revision = "0007"

STATES: Final = "state IN ('held','postponed','planned','announced','period')"


def _new() -> MetaData:
    metadata = new_metadata()
    Table(
        "stage",
        metadata,
        *texts("area stage date page", key=True),
        *texts("end place state text source_title report"),
        CheckConstraint(STATES, name="state"),
    )
    Table(
        "roadmap",
        metadata,
        *texts("code", key=True),
        *texts("area title start end adopted note source_title page report"),
        Index("ix_roadmap_area", "area"),
    )
    Table(
        "priority",
        metadata,
        *texts("code", key=True),
        *texts("area roadmap"),
        *integers("number"),
        *texts("text objective target_date indicator source_title page report"),
        Index("ix_priority_area", "area"),
    )
    Table(
        "action",
        metadata,
        *texts("code", key=True),
        *texts("area kind parent priority roadmap_priority start due origin"),
        *texts("responsible partners weight allocated disbursed currency"),
        *texts("text source_title page report"),
        CheckConstraint("kind IN ('action','target','next_step')", name="kind"),
        CheckConstraint("origin IN ('roadmap','report','page','findings','news')", name="origin"),
        Index("ix_action_area", "area"),
    )
    Table(
        "status",
        metadata,
        *texts("action says checked", key=True),
        *texts("area status status_date by basis source_title page report"),
        CheckConstraint("says IN ('curated','reported','reviewed')", name="says"),
        CheckConstraint(
            "status IN ('completed','substantial','limited','adopted','not_started','no_evidence')",
            name="status",
        ),
        Index("ix_status_area", "area"),
    )
    Table(
        "resource",
        metadata,
        *texts("code", key=True),
        *texts("area amount currency start end funder text source_title page report"),
        Index("ix_resource_area", "area"),
    )
    Table(
        "report",
        metadata,
        *texts("code", key=True),
        *texts("area kind start end received language reporter title note"),
        *texts("source_title page report"),
        CheckConstraint("kind IN ('questionnaire','yearly_report','workshop_report')", name="kind"),
        Index("ix_report_area", "area"),
    )
    Table(
        "answer",
        metadata,
        *texts("report question", key=True),
        *texts("area text language"),
        Index("ix_answer_area", "area"),
    )
    Table(
        "framework_value",
        metadata,
        *texts("area indicator part year sex view source_title", key=True),
        *texts("value unit note checked page report"),
    )
    Table(
        "comment",
        metadata,
        *texts("code", key=True),
        *texts("area indicator year sex date by language text state"),
        *texts("answer answered answered_by report"),
        CheckConstraint("state IN ('open','answered')", name="state"),
        Index("ix_comment_area", "area"),
    )
    Table(
        "draft",
        metadata,
        *texts("code", key=True),
        *integers("number", key=True),
        *texts("area state language at by file sha256 content note"),
        CheckConstraint("state IN ('draft','reviewed','published','withdrawn')", name="state"),
    )
    Table("release", metadata, *integers("id", key=True))
    Table(
        "record_version",
        metadata,
        *texts("table key", key=True),
        Column("release", Integer, ForeignKey("release.id"), primary_key=True, autoincrement=False),
        *texts("cells"),
        Index("ix_record_version_release", "release"),
        sqlite_with_rowid=False,
    )
    return metadata


def _old() -> MetaData:
    metadata = new_metadata()
    Table("area", metadata, *texts("code", key=True))
    Table(
        "stage",
        metadata,
        reference("area", key=True),
        *texts("stage date page", key=True),
        *texts("text source_title"),
    )
    Table(
        "action",
        metadata,
        *texts("code", key=True),
        reference("area", index=True),
        *texts("kind priority start due status status_date origin responsible text basis"),
        *texts("source_title page page2"),
        CheckConstraint("kind IN ('action','target')", name="kind"),
        CheckConstraint(
            "status IN ('completed','substantial','limited','not_started','no_evidence')",
            name="status",
        ),
    )
    Table(
        "roadmap",
        metadata,
        *texts("code", key=True),
        reference("area", index=True),
        *texts("title start end adopted note priorities source_title page"),
    )
    Table(
        "resource",
        metadata,
        *texts("code", key=True),
        reference("area", index=True),
        *texts("amount currency start end funder text source_title page"),
    )
    return metadata


REPLACED: Final = ("stage", "action", "roadmap", "resource")
ADDED: Final = (
    *("priority", "status", "report", "answer", "framework_value", "comment", "draft"),
    "record_version",
)

SQLITE_TRIGGERS: Final = tuple(
    f"CREATE TRIGGER record_version_no_{what.lower()} BEFORE {what} ON record_version "
    "BEGIN SELECT RAISE(ABORT, 'record_version is append-only'); END"
    for what in ("UPDATE", "DELETE")
)
POSTGRESQL_TRIGGERS: Final = (
    "CREATE FUNCTION record_version_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'record_version is append-only'; END $$",
    "CREATE TRIGGER record_version_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON record_version "
    "FOR EACH STATEMENT EXECUTE FUNCTION record_version_is_append_only()",
)


def upgrade() -> None:
    """Make the tables of the ledger; those that are replaced are empty until the next build."""
    connection = op.get_bind()
    for name in REPLACED:
        op.drop_table(name)
    made = _new()
    made.create_all(connection, tables=[made.tables[name] for name in (*REPLACED, *ADDED)])
    triggers = SQLITE_TRIGGERS if connection.dialect.name == "sqlite" else POSTGRESQL_TRIGGERS
    for statement in triggers:
        op.execute(statement)


def downgrade() -> None:
    """Make the tables of before, empty until the next build; reports and history are lost."""
    connection = op.get_bind()
    # The triggers go with their table, the function of PostgreSQL does not.
    for name in (*REPLACED, *ADDED):
        op.drop_table(name)
    if connection.dialect.name == "postgresql":
        op.execute("DROP FUNCTION record_version_is_append_only()")
    made = _old()
    made.create_all(connection, tables=[made.tables[name] for name in REPLACED])

"""The first tables: areas, sources, indicators, observations and the plain tables of facts.

Revision 0001, follows nothing. The tables stand here as they were, so that later changes to
data/schema.py do not change what this step does.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *, key: bool = False) -> Column[str]:
    """A text column that is never NULL: absence is the empty text."""
    return Column(name, TEXT, primary_key=key, nullable=False, server_default="")


Table(
    "area",
    metadata,
    _text("code", key=True),
    _text("kind"),
    _text("name"),
    _text("iso2"),
    _text("m49"),
    _text("region"),
    _text("subregion"),
    _text("sdg_region"),
    Column("un_member", Integer, nullable=False, server_default="0"),
    _text("pathfinder"),
    CheckConstraint(
        "kind IN ('country','territory','region','subregion','sdg_region','world','grouping')",
        name="kind",
    ),
)

Table(
    "area_name",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("language", key=True),
    _text("name"),
    _text("folded"),
    Index("ix_area_name_language", "language", "area"),
)

Table(
    "area_alias",
    metadata,
    _text("family", key=True),
    _text("spelling", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False),
)

Table(
    "source",
    metadata,
    _text("code", key=True),
    _text("publisher"),
    _text("title"),
    _text("address"),
    _text("vintage"),
    _text("licence"),
    _text("terms_url"),
    _text("redistribution"),
    _text("citation"),
    _text("accessed"),
    _text("note"),
    CheckConstraint(
        "redistribution IN ('yes','attribution','unclear','no')", name="redistribution"
    ),
)

Table(
    "indicator",
    metadata,
    _text("code", key=True),
    _text("theme"),
    _text("sdg"),
    _text("name"),
    _text("short"),
    _text("unit"),
    Column("decimals", Integer, nullable=False),
    _text("direction"),
    _text("population"),
    _text("age"),
    _text("method"),
    Column("official", Integer, nullable=False),
    _text("comparability"),
    _text("definition"),
    _text("caveats"),
    _text("dimension"),
    _text("sources"),
    Column("order", Integer, nullable=False),
    CheckConstraint(
        "theme IN ('child_labour','forced_labour','trafficking','context','government')",
        name="theme",
    ),
)

Table(
    "observation",
    metadata,
    Column("indicator", TEXT, ForeignKey("indicator.code"), primary_key=True),
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("dimension", key=True),
    _text("category", key=True),
    _text("sex", key=True),
    _text("age", key=True),
    Column("year", Integer, primary_key=True),
    Column("source", TEXT, ForeignKey("source.code"), primary_key=True),
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
    CheckConstraint("sex IN ('T','F','M')", name="sex"),
    CheckConstraint("year BETWEEN 1900 AND 2100", name="year"),
    CheckConstraint("(value IS NULL) = (status IN ('Q','O','M','L'))", name="absence_has_a_status"),
    Index("ix_observation_by_area", "area", "indicator"),
    Index(
        "ix_observation_by_year",
        "indicator",
        "dimension",
        "category",
        "sex",
        "age",
        "year",
        "area",
        "value",
        "status",
    ),
    sqlite_with_rowid=False,
)

Table(
    "instrument",
    metadata,
    _text("code", key=True),
    _text("body"),
    _text("name"),
    _text("short"),
    Column("adopted", Integer, nullable=False),
    _text("theme"),
    _text("address"),
    Column("order", Integer, nullable=False),
)

Table(
    "ratification",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    Column("instrument", TEXT, ForeignKey("instrument.code"), primary_key=True),
    _text("status"),
    _text("date"),
    _text("action"),
    _text("note"),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
    CheckConstraint("status IN ('ratified','signed','not_ratified','unknown')", name="status"),
)

Table(
    "legal_fact",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("topic", key=True),
    Column("year", Integer, primary_key=True),
    Column("source", TEXT, ForeignKey("source.code"), primary_key=True),
    _text("value"),
    _text("unit"),
    _text("standard"),
    _text("conforms"),
    _text("note"),
    _text("page"),
)

Table(
    "event",
    metadata,
    _text("code", key=True),
    _text("kind"),
    _text("date"),
    _text("end"),
    _text("area"),
    _text("place"),
    _text("state"),
    _text("title_en"),
    _text("title_fr"),
    _text("title_ar"),
    _text("source_title"),
    _text("page"),
    CheckConstraint(
        "state IN ('held','postponed','planned','announced','period')",
        name="state",
    ),
)

Table(
    "stage",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("stage", key=True),
    _text("date", key=True),
    _text("page", key=True),
    _text("text_en"),
    _text("text_fr"),
    _text("text_ar"),
    _text("source_title"),
)

Table(
    "action",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    _text("kind"),
    _text("priority"),
    _text("start"),
    _text("due"),
    _text("status"),
    _text("status_date"),
    _text("origin"),
    _text("responsible"),
    _text("text_en"),
    _text("text_fr"),
    _text("text_ar"),
    _text("basis_en"),
    _text("basis_fr"),
    _text("basis_ar"),
    _text("source_title"),
    _text("page"),
    _text("page2"),
    CheckConstraint("kind IN ('action','target')", name="kind"),
    CheckConstraint(
        "status IN ('completed','substantial','limited','not_started','no_evidence')",
        name="status",
    ),
)

Table(
    "mechanism",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("kind", key=True),
    _text("name", key=True),
    _text("start"),
    _text("end"),
    _text("note"),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
    CheckConstraint("kind IN ('coordination','policy','programme')", name="kind"),
)

Table(
    "suggested_action",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("topic", key=True),
    _text("group"),
    Column("first_year", Integer, nullable=False),
    Column("last_year", Integer, nullable=False),
    _text("years"),
    Column("count", Integer, nullable=False),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
)

Table(
    "listed_good",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    _text("good", key=True),
    _text("sector"),
    _text("child_labour"),
    _text("forced_labour"),
    Column("edition", Integer, primary_key=True),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    _text("page"),
    _text("note"),
)

Table(
    "roadmap",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    _text("title_en"),
    _text("title_fr"),
    _text("title_ar"),
    _text("start"),
    _text("end"),
    _text("adopted"),
    _text("note_en"),
    _text("note_fr"),
    _text("note_ar"),
    _text("priorities_en"),
    _text("priorities_fr"),
    _text("priorities_ar"),
    _text("source_title"),
    _text("page"),
)

Table(
    "resource",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False, index=True),
    _text("amount"),
    _text("currency"),
    _text("start"),
    _text("end"),
    _text("funder"),
    _text("text_en"),
    _text("text_fr"),
    _text("text_ar"),
    _text("source_title"),
    _text("page"),
)

Table(
    "ledger",
    metadata,
    _text("dataset", key=True),
    _text("file"),
    _text("sha256"),
    Column("records_in", Integer, nullable=False),
    Column("loaded", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    CheckConstraint("records_in = loaded + rejected", name="nothing_lost"),
)

Table(
    "rejected",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("dataset"),
    _text("file"),
    _text("line"),
    _text("column"),
    _text("value"),
    _text("rule"),
    _text("reason"),
)

Table(
    "build",
    metadata,
    _text("key", key=True),
    _text("value"),
)


def upgrade() -> None:
    """Make the tables."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Take the tables away, with everything in them."""
    metadata.drop_all(op.get_bind())

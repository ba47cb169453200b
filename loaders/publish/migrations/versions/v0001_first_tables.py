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
    Index,
    Integer,
    Table,
)

from loaders.publish.migrations.columns import integers, new_metadata, reference, texts

revision = "0001"
down_revision = None

metadata = new_metadata()

Table(
    "area",
    metadata,
    *texts("code", key=True),
    *texts("kind name iso2 m49 region subregion sdg_region"),
    Column("un_member", Integer, nullable=False, server_default="0"),
    *texts("pathfinder"),
    CheckConstraint(
        "kind IN ('country','territory','region','subregion','sdg_region','world','grouping')",
        name="kind",
    ),
)

Table(
    "area_name",
    metadata,
    reference("area", key=True),
    *texts("language", key=True),
    *texts("name folded"),
    Index("ix_area_name_language", "language", "area"),
)

Table(
    "area_alias",
    metadata,
    *texts("family spelling", key=True),
    reference("area"),
)

Table(
    "source",
    metadata,
    *texts("code", key=True),
    *texts("publisher title address vintage licence terms_url redistribution"),
    *texts("citation accessed note"),
    CheckConstraint(
        "redistribution IN ('yes','attribution','unclear','no')", name="redistribution"
    ),
)

Table(
    "indicator",
    metadata,
    *texts("code", key=True),
    *texts("theme sdg name short unit"),
    *integers("decimals"),
    *texts("direction population age method"),
    *integers("official"),
    *texts("comparability definition caveats dimension sources"),
    *integers("order"),
    CheckConstraint(
        "theme IN ('child_labour','forced_labour','trafficking','context','government')",
        name="theme",
    ),
)

Table(
    "observation",
    metadata,
    reference("indicator", key=True),
    reference("area", key=True),
    *texts("dimension category sex age", key=True),
    *integers("year", key=True),
    reference("source", key=True),
    *texts("survey", key=True),
    *(Column(name, Float) for name in ("value", "lower", "upper")),
    *texts("unit status nature suppressed note vintage"),
    CheckConstraint("sex IN ('T','F','M')", name="sex"),
    CheckConstraint("year BETWEEN 1900 AND 2100", name="year"),
    CheckConstraint("(value IS NULL) = (status IN ('Q','O','M','L'))", name="absence_has_a_status"),
    Index("ix_observation_by_area", "area", "indicator"),
    Index(
        "ix_observation_by_year",
        *"indicator dimension category sex age year area value status".split(),
    ),
    sqlite_with_rowid=False,
)

Table(
    "instrument",
    metadata,
    *texts("code", key=True),
    *texts("body name short"),
    *integers("adopted"),
    *texts("theme address"),
    *integers("order"),
)

Table(
    "ratification",
    metadata,
    reference("area", key=True),
    reference("instrument", key=True),
    *texts("status date action note"),
    reference("source"),
    *texts("page"),
    CheckConstraint("status IN ('ratified','signed','not_ratified','unknown')", name="status"),
)

Table(
    "legal_fact",
    metadata,
    reference("area", key=True),
    *texts("topic", key=True),
    *integers("year", key=True),
    reference("source", key=True),
    *texts("value unit standard conforms note page"),
)

Table(
    "event",
    metadata,
    *texts("code", key=True),
    *texts("kind date end area place state title_en title_fr title_ar source_title page"),
    CheckConstraint(
        "state IN ('held','postponed','planned','announced','period')",
        name="state",
    ),
)

Table(
    "stage",
    metadata,
    reference("area", key=True),
    *texts("stage date page", key=True),
    *texts("text_en text_fr text_ar source_title"),
)

Table(
    "action",
    metadata,
    *texts("code", key=True),
    reference("area", index=True),
    *texts(
        "kind priority start due status status_date origin responsible text_en text_fr text_ar"
        " basis_en basis_fr basis_ar source_title page page2"
    ),
    CheckConstraint("kind IN ('action','target')", name="kind"),
    CheckConstraint(
        "status IN ('completed','substantial','limited','not_started','no_evidence')",
        name="status",
    ),
)

Table(
    "mechanism",
    metadata,
    reference("area", key=True),
    *texts("kind name", key=True),
    *texts("start end note"),
    reference("source"),
    *texts("page"),
    CheckConstraint("kind IN ('coordination','policy','programme')", name="kind"),
)

Table(
    "suggested_action",
    metadata,
    reference("area", key=True),
    *texts("topic", key=True),
    *texts("group"),
    *integers("first_year last_year"),
    *texts("years"),
    *integers("count"),
    reference("source"),
    *texts("page"),
)

Table(
    "listed_good",
    metadata,
    reference("area", key=True),
    *texts("good", key=True),
    *texts("sector child_labour forced_labour"),
    *integers("edition", key=True),
    reference("source"),
    *texts("page note"),
)

Table(
    "roadmap",
    metadata,
    *texts("code", key=True),
    reference("area", index=True),
    *texts(
        "title_en title_fr title_ar start end adopted note_en note_fr note_ar"
        " priorities_en priorities_fr priorities_ar source_title page"
    ),
)

Table(
    "resource",
    metadata,
    *texts("code", key=True),
    reference("area", index=True),
    *texts("amount currency start end funder text_en text_fr text_ar source_title page"),
)

Table(
    "ledger",
    metadata,
    *texts("dataset", key=True),
    *texts("file sha256"),
    *integers("records_in loaded rejected"),
    CheckConstraint("records_in = loaded + rejected", name="nothing_lost"),
)

Table(
    "rejected",
    metadata,
    *integers("number", key=True),
    *texts("dataset file line column value rule reason"),
)

Table(
    "build",
    metadata,
    *texts("key", key=True),
    *texts("value"),
)


def upgrade() -> None:
    """Make the tables."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Take the tables away, with everything in them."""
    metadata.drop_all(op.get_bind())

"""Names of the surveys behind figures, runs of national figures, and what may not be mapped.

Revision 0005, follows 0004.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table, Text

revision = "0005"
down_revision = "0004"
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
    return Column(name, TEXT, primary_key=key, nullable=False, server_default="")


for _known in ("area", "source", "indicator"):
    Table(_known, metadata, Column("code", TEXT, primary_key=True))

survey_name = Table(
    "survey_name",
    metadata,
    Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("source", TEXT, ForeignKey("source.code"), primary_key=True),
    *map(_text, ("survey", "programme", "evidence", "candidates", "note")),
    *map(_text, ("publisher", "title", "page")),
    CheckConstraint(
        "evidence IN ('stated_value_match','stated_other_table','catalogue_match','ambiguous')",
        name="evidence",
    ),
    CheckConstraint("(survey = '') = (evidence = 'ambiguous')", name="unnamed_is_ambiguous"),
)

national_series = Table(
    "national_series",
    metadata,
    _text("code", key=True),
    Column("area", TEXT, ForeignKey("area.code"), nullable=False),
    Column("indicator", TEXT, ForeignKey("indicator.code"), nullable=False),
    *map(_text, ("age", "scope", "programme")),
    *map(_text, ("definition_en", "definition_fr", "definition_ar")),
    *map(_text, ("comparable", "basis", "grade")),
    Column("source", TEXT, ForeignKey("source.code"), nullable=False),
    *map(_text, ("publisher", "quoted_by", "title", "page")),
    CheckConstraint("grade IN ('strong','medium','weak','')", name="grade"),
    Index("ix_national_series_area", "area"),
)


def upgrade() -> None:
    """Make the two tables; every indicator that is there may be mapped, as before."""
    op.add_column("indicator", Column("mapped", Integer, nullable=False, server_default="1"))
    metadata.create_all(op.get_bind(), tables=[survey_name, national_series])


def downgrade() -> None:
    """Take them away; our own tables bring them back at the next build."""
    metadata.drop_all(op.get_bind(), tables=[national_series, survey_name])
    op.drop_column("indicator", "mapped")

"""Names of the surveys behind figures, runs of national figures, and what may not be mapped.

Revision 0005, follows 0004.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Column, Index, Integer, Table

from loaders.publish.migrations.columns import TEXT, integers, new_metadata, reference, texts

revision = "0005"
down_revision = "0004"

metadata = new_metadata()

for _known in ("area", "source", "indicator"):
    Table(_known, metadata, Column("code", TEXT, primary_key=True))

survey_name = Table(
    "survey_name",
    metadata,
    reference("area", key=True),
    *integers("year", key=True),
    reference("source", key=True),
    *texts("survey programme evidence candidates note"),
    *texts("publisher title page"),
    CheckConstraint(
        "evidence IN ('stated_value_match','stated_other_table','catalogue_match','ambiguous')",
        name="evidence",
    ),
    CheckConstraint("(survey = '') = (evidence = 'ambiguous')", name="unnamed_is_ambiguous"),
)

national_series = Table(
    "national_series",
    metadata,
    *texts("code", key=True),
    reference("area"),
    reference("indicator"),
    *texts("age scope programme"),
    *texts("definition_en definition_fr definition_ar"),
    *texts("comparable basis grade"),
    reference("source"),
    *texts("publisher quoted_by title page"),
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

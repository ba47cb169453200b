"""What there is of each indicator, counted once a release.

Revision 0003, follows 0002. What is there already is counted on the way up.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Table,
    column,
    func,
    insert,
    literal,
    select,
    table,
)

from loaders.publish.migrations.columns import integers, new_metadata, texts

revision = "0003"
down_revision = "0002"

metadata = new_metadata()
FACETS = ("area", "sex", "age", "source")


holding = Table(
    "holding",
    metadata,
    *texts("indicator facet code", key=True),
    *integers("rows suppressed first last"),
    CheckConstraint("facet IN ('area','sex','age','source')", name="facet"),
    sqlite_with_rowid=False,
)
observation = table("observation", *map(column, ("indicator", "year", "status", *FACETS)))


def upgrade() -> None:
    """Make the table and count what is there."""
    connection = op.get_bind()
    metadata.create_all(connection)
    names = [each.name for each in holding.columns]
    year = observation.c.year
    for facet in FACETS:
        code = observation.c[facet]
        counted = select(
            observation.c.indicator,
            literal(facet),
            code,
            func.count(),
            func.count().filter(observation.c.status == "Q"),
            func.min(year),
            func.max(year),
        ).group_by(observation.c.indicator, code)
        connection.execute(insert(holding).from_select(names, counted))


def downgrade() -> None:
    """Take the table away; nothing is lost that cannot be counted again."""
    metadata.drop_all(op.get_bind())

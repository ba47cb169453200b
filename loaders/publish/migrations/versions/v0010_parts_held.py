"""What there is of each indicator is counted by dimension and category as well.

Revision 0010, follows 0009. The table is made anew and counted from the figures, both ways.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Table, column, func, insert, literal, select, table

from loaders.publish.migrations.columns import integers, new_metadata, texts

revision = "0010"
down_revision = "0009"

BEFORE = ("area", "sex", "age", "source")
AFTER = ("area", "sex", "age", "dimension", "category", "source")
observation = table("observation", *map(column, ("indicator", "year", "status", *AFTER)))


def _holding(facets: tuple[str, ...]) -> Table:
    known = ",".join(f"'{facet}'" for facet in facets)
    return Table(
        "holding",
        new_metadata(),
        *texts("indicator facet code", key=True),
        *integers("rows suppressed first last"),
        CheckConstraint(f"facet IN ({known})", name="facet"),
        sqlite_with_rowid=False,
    )


def _counted(facets: tuple[str, ...]) -> None:
    connection = op.get_bind()
    op.drop_table("holding")
    holding = _holding(facets)
    holding.create(connection)
    names = [each.name for each in holding.columns]
    year = observation.c.year
    for facet in facets:
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


def upgrade() -> None:
    """Count dimensions and categories too."""
    _counted(AFTER)


def downgrade() -> None:
    """Count what earlier versions did; nothing is lost that cannot be counted again."""
    _counted(BEFORE)

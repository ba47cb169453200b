"""Denunciations, and the day up to which a list of ratifications was read.

Revision 0004, follows 0003. On the way down a denunciation becomes "not ratified", whose action
still says so; the days are lost.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Column, MetaData, Table, insert, select

from loaders.publish.migrations.columns import TEXT, new_metadata, reference, texts

revision = "0004"
down_revision = "0003"
OLD = "status IN ('ratified','signed','not_ratified','unknown')"
NEW = "status IN ('ratified','signed','not_ratified','denounced','unknown')"


def _table(metadata: MetaData, states: str, *more: Column[str]) -> Table:
    for other in ("area", "instrument", "source"):
        Table(other, metadata, Column("code", TEXT, primary_key=True))
    return Table(
        "ratification",
        metadata,
        reference("area", key=True),
        reference("instrument", key=True),
        *texts("status date action note"),
        reference("source"),
        *texts("page"),
        *more,
        CheckConstraint(states, name="status"),
    )


def _remade(old: Table, new: Table) -> None:
    """The new table in place of the old one, with its rows: SQLite alters no constraint."""
    connection = op.get_bind()
    rows = [dict(row) for row in connection.execute(select(old)).mappings()]
    for row in rows:
        row.pop("as_of", None)
        if "as_of" not in new.columns and row["status"] == "denounced":
            row["status"] = "not_ratified"
    old.drop(connection)
    new.create(connection)
    if rows:
        connection.execute(insert(new), rows)


def upgrade() -> None:
    """Make the table anew, with its column and its status."""
    before = _table(new_metadata(), OLD)
    _remade(before, _table(new_metadata(), NEW, *texts("as_of")))


def downgrade() -> None:
    """Make the table as it was."""
    before = _table(new_metadata(), NEW, *texts("as_of"))
    _remade(before, _table(new_metadata(), OLD))

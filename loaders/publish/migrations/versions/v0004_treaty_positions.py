"""Denunciations, and the day up to which a list of ratifications was read.

Revision 0004, follows 0003. On the way down a denunciation becomes "not ratified", whose action
still says so; the days are lost.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKey, MetaData, Table, Text, insert, select

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
NAMES = {
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
OLD = "status IN ('ratified','signed','not_ratified','unknown')"
NEW = "status IN ('ratified','signed','not_ratified','denounced','unknown')"
COLUMNS = ("area", "instrument", "status", "date", "action", "note", "source", "page")


def _text(name: str) -> Column[str]:
    return Column(name, TEXT, nullable=False, server_default="")


def _table(metadata: MetaData, states: str, *more: Column[str]) -> Table:
    for other in ("area", "instrument", "source"):
        Table(other, metadata, Column("code", TEXT, primary_key=True))
    return Table(
        "ratification",
        metadata,
        Column("area", TEXT, ForeignKey("area.code"), primary_key=True),
        Column("instrument", TEXT, ForeignKey("instrument.code"), primary_key=True),
        *map(_text, COLUMNS[2:6]),
        Column("source", TEXT, ForeignKey("source.code"), nullable=False),
        _text("page"),
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
    before = _table(MetaData(naming_convention=NAMES), OLD)
    _remade(before, _table(MetaData(naming_convention=NAMES), NEW, _text("as_of")))


def downgrade() -> None:
    """Make the table as it was."""
    before = _table(MetaData(naming_convention=NAMES), NEW, _text("as_of"))
    _remade(before, _table(MetaData(naming_convention=NAMES), OLD))

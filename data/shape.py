"""The shape of the store's tables: the one that this code wants, and the one that a store has."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, column, inspect, select, table

WANTED: Final = "0005"
"""The newest step under loaders/migrations; a test holds the two together."""

FIRST: Final = "0001"
"""The shape of stores that were made before steps were counted."""

_VERSION: Final = table("alembic_version", column("version_num"))


def shape_of(connection: Connection) -> str:
    """The shape that the store has; empty when it has no tables of ours."""
    tables = set(inspect(connection).get_table_names())
    if _VERSION.name in tables:
        return str(connection.execute(select(_VERSION.c.version_num)).scalar() or "")
    if "observation" not in tables:
        return ""
    return FIRST if "release" not in tables else WANTED

"""The shape of the store's tables: the one that this code wants, and the one that a store has."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, column, inspect, select, table

from data import schema

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


def lacking(connection: Connection) -> list[str]:
    """Tables, and columns as `table.column`, that this version reads and the store does not hold,
    in the order of the schema."""
    found = {
        name: {each["name"] for each in columns}
        for (_, name), columns in inspect(connection).get_multi_columns().items()
    }
    missing = []
    for wanted in schema.metadata.sorted_tables:
        if wanted.name not in found:
            missing.append(wanted.name)
            continue
        missing += [
            f"{wanted.name}.{c.name}" for c in wanted.columns if c.name not in found[wanted.name]
        ]
    return missing

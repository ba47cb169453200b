"""Which shape a store has, and whether this version can read it.

Shapes are counted by the steps of loaders/migrations. A store of another shape is read all the
same when it holds every table and column of data/schema.py, as most newer ones do.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import Final

from sqlalchemy import Connection, column, inspect, select, table

from data import schema
from data.trouble import OtherShape

WANTED: Final = "0010"
"""The shape that this version makes and reads."""

FIRST: Final = "0001"
"""The shape of stores that were made before steps were counted."""

UP: Final = "python -m loaders migrate up"
DOWN: Final = f"python -m loaders migrate down --to {WANTED}"

LOG: Final = logging.getLogger("target87")
_COUNTED: Final = table("alembic_version", column("version_num"))


def shape_of(connection: Connection) -> str:
    """The shape that the store has; empty when it has no tables."""
    inspector = inspect(connection)
    if inspector.has_table(_COUNTED.name):
        counted = connection.execute(select(_COUNTED.c.version_num)).scalar()
        if counted is not None:
            return str(counted)
    if not inspector.has_table(schema.observation.name):
        return ""
    return WANTED if inspector.has_table(schema.release.name) else FIRST


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


def fit(connection: Connection) -> None:
    """Go on when this version can read the store. Raises OtherShape, which says what to do.

    A store of another shape that can be read is told of in the log, once a process.
    """
    found = shape_of(connection)
    if found == WANTED:
        return
    missing = lacking(connection)
    if not missing:
        _log_shape(found)
        return
    lacks = missing[0] if len(missing) == 1 else f"{missing[0]} and {len(missing) - 1} more"
    if found < WANTED:
        raise OtherShape(
            f"The database has shape {found}, which is older than this version reads ({WANTED}): "
            f"it lacks {lacks}. Bring it up with: {UP}",
            UP,
            older=True,
        )
    raise OtherShape(
        f"The database has shape {found}, which is newer than this version reads ({WANTED}): it "
        f"lacks {lacks}. Use the version that made it, or take it back with that version: {DOWN}",
        DOWN,
        older=False,
    )


@cache
def _log_shape(found: str) -> None:
    age = "older" if found < WANTED else "newer"
    LOG.warning(
        "The database has shape %s, which is %s than this version makes (%s); it holds all that is "
        "read, so it is shown.",
        found, age, WANTED,
    )  # fmt: skip

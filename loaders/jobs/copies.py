"""Copies of a store as it was before its shape changed, beside it, named with shape and moment.

On SQLite the copy lies beside the file, of a database on a server in build/ of the project. The
newest KEPT are kept.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, literal, make_url, select

from data import schema
from data.database import EMBEDDED, sqlite_path
from loaders.jobs.backup import BackupRefused, backup

KEPT: Final = 3
"""How many copies of one store are kept; the oldest make room for the next."""


def holds_figures(connection: Connection) -> bool:
    """Whether there is something to keep: a figure, or a release (whose figures may be past)."""
    names = inspect(connection).get_table_names()
    questions = [
        select(literal(1)).select_from(table).limit(1)
        for table in (schema.observation, schema.release)
        if table.name in names
    ]
    return any(connection.execute(each).first() is not None for each in questions)


def _beside(url: str) -> Path:
    """What the names of a store's copies begin with."""
    return sqlite_path(url) or EMBEDDED.parent / str(make_url(url).database)


def copies_of(url: str) -> list[Path]:
    """The copies of a store that are kept, the newest first."""
    stem = _beside(url)
    found = [p for p in stem.parent.glob(f"{stem.name}.shape-*") if p.suffix != ".part"]
    return sorted(found, key=lambda p: p.name.rpartition("-")[2], reverse=True)


def copy_of(url: str, shape: str) -> Path:
    """Copy a store that has a shape, and drop the oldest copies; the file.

    Raises BackupRefused when it cannot be made, with the way on without one.
    """
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%f")
    stem = _beside(url)
    file = stem.with_name(f"{stem.name}.shape-{shape}-{moment}")
    try:
        backup(file, url)
    except BackupRefused as error:
        raise BackupRefused(
            f"No copy of the database could be made before its shape changes: {error} "
            "Without one: python -m loaders migrate up --no-backup"
        ) from error
    for old in copies_of(url)[KEPT:]:
        old.unlink(missing_ok=True)
    return file

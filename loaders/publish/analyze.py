"""After many changes: lets the engine count anew what its plans rest on, and shortens the log."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Engine, text

ANALYZE_MIN_ROWS: Final = 10_000
"""So many changes make old counts misleading."""


def analyze(engine: Engine) -> None:
    """Count the tables anew. On SQLite also move what the log holds into the file."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA analysis_limit = 1000"))
        connection.execute(text("ANALYZE"))
        connection.commit()
        if engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def analyze_in_transaction(connection: Connection) -> None:
    """Count the figures anew before the load that changed them asks about them.

    PostgreSQL takes a table that was filled in the same transaction for an empty one, and compares
    every row with every other: minutes instead of a second. SQLite plans by the indexes it has.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE observation"))

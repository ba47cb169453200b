"""A store as version 0.1 made it, cut to three countries, and what its figures were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from data.database import sqlite_path, write_engine, write_transaction
from loaders.publish import migrate

DUMP = Path(__file__).with_name("store_0_1.sql")
"""Schema and rows as they were on 21 November 2026, before releases and steps were counted."""


def make_old_store(url: str) -> str:
    """Give an empty database the tables and rows of 0.1; its address.

    Version 0.1 knew SQLite only: on PostgreSQL the rows stand in tables that the first step makes.
    """
    path = sqlite_path(url)
    if path is not None:
        with closing(sqlite3.connect(path)) as connection:
            # One transaction: else each line would wait for the disk.
            connection.executescript(f"BEGIN;{DUMP.read_text(encoding='utf-8')}COMMIT;")
        return url
    engine = write_engine(url)
    with write_transaction(engine) as connection:
        migrate.up(connection, "0001")
        for line in DUMP.read_text(encoding="utf-8").splitlines():
            if line.startswith("INSERT INTO"):
                connection.exec_driver_sql(line.replace("%", "%%"))
        connection.execute(text("DROP TABLE alembic_version"))
    engine.dispose()
    return url

"""Where the store is and how it is opened: read-only for the product, writable for loaders."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event, make_url, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from data.schema import build

ROOT: Final = Path(__file__).resolve().parents[1]
EMBEDDED: Final = ROOT / "build" / "target87.sqlite"
URL_VARIABLE: Final = "TARGET87_DATABASE_URL"
QUERY_SECONDS: Final = 2.0
"""A page's query that runs longer is cancelled, so that one request cannot hold the server."""


WRITE_WAIT_SECONDS: Final = 120.0
"""How long a loader waits for another one to finish before it gives up."""


class StoreError(Exception):
    """The store cannot answer.

    StoreError
    ├── NoStore       there is no database at the address, or it is empty
    └── DamagedStore  there is one, but it cannot be read
    """


class NoStore(StoreError):
    """No database where one should be. Make it with `python -m loaders build`."""


class DamagedStore(StoreError):
    """A database that cannot be read. Make it anew with `python -m loaders build`."""


def database_url() -> str:
    """The address of the store: the environment's, else the embedded SQLite file."""
    return os.environ.get(URL_VARIABLE) or f"sqlite:///{EMBEDDED}"


def sqlite_path(url: str) -> Path | None:
    """The file behind a SQLite URL; None for other engines and for in-memory databases."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    return Path(parsed.database.removeprefix("file:"))


def _harden(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = 1")
    connection.execute("PRAGMA trusted_schema = 0")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA mmap_size = 268435456")


def read_engine(url: str | None = None) -> Engine:
    """An engine that cannot write. Opens nothing yet.

    SQLite is opened `mode=ro` with `query_only`; PostgreSQL sessions are read-only and have a
    statement timeout, beside what the role itself may do.
    """
    address = url or database_url()
    path = sqlite_path(address)
    if path is None:
        return create_engine(
            address,
            pool_pre_ping=True,
            connect_args={
                "options": "-c default_transaction_read_only=on "
                f"-c statement_timeout={int(QUERY_SECONDS * 1000)}"
            },
        )
    made = create_engine(
        f"sqlite:///file:{path}?mode=ro&uri=true",
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=24,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(made, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        _harden(connection)

    return made


def write_engine(url: str | None = None) -> Engine:
    """An engine for loaders. On SQLite: WAL, full sync, foreign keys on."""
    address = url or database_url()
    path = sqlite_path(address)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    waits = {} if path is None else {"timeout": WRITE_WAIT_SECONDS}
    made = create_engine(address, connect_args=waits)
    if path is not None:

        @event.listens_for(made, "connect")
        def on_connect(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA foreign_keys = 1")
            connection.execute("PRAGMA synchronous = FULL")

    return made


def build_facts(engine: Engine) -> dict[str, str]:
    """What the store was built from (`inputs`, `built`, counts).

    Raises NoStore when there is nothing to read, DamagedStore when it cannot be read.
    """
    path = sqlite_path(str(engine.url))
    if path is not None and not path.exists():
        raise NoStore(f"No database at {path.name}. Make it with: python -m loaders build")
    try:
        with engine.connect() as connection:
            return {row.key: row.value for row in connection.execute(select(build))}
    except DatabaseError as error:
        if "no such table" in str(error) or "does not exist" in str(error):
            raise NoStore(
                "The database holds no tables yet. Make them with: python -m loaders build"
            ) from error
        raise DamagedStore(
            "The database cannot be read. Make it anew with: python -m loaders build"
        ) from error

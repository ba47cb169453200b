"""Where the store is and how it is opened: read-only for the product, writable for loaders."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from sqlalchemy import (
    Connection,
    Engine,
    ExceptionContext,
    create_engine,
    event,
    func,
    make_url,
    select,
)
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from data.schema import build

ROOT: Final = Path(__file__).resolve().parents[1]
EMBEDDED: Final = ROOT / "build" / "target87.sqlite"
URL_VARIABLE: Final = "TARGET87_DATABASE_URL"
LOADER_URL_VARIABLE: Final = "TARGET87_LOADER_URL"
QUERY_SECONDS: Final = 2.0
"""A page's query that runs longer is cancelled, so that one request cannot hold the server."""


WRITE_WAIT_SECONDS: Final = 120.0
"""How long a loader waits for another one to finish before it gives up."""


WRITERS_LOCK: Final = 870_000_087
"""The number under which loaders on PostgreSQL take turns."""


class StoreError(Exception):
    """The store cannot answer.

    StoreError
    ├── NoStore       there is no database at the address, or it is empty
    ├── DamagedStore  there is one, but it cannot be read
    ├── TooSlow       it was asked for so much that the question was cancelled
    ├── StoreBusy     another loader has been writing for too long
    └── NotWritten    it cannot be written; what was there before is still there
    """


class NoStore(StoreError):
    """No database where one should be. Make it with `python -m loaders build`."""


class DamagedStore(StoreError):
    """A database that cannot be read. Make it anew with `python -m loaders build`."""


class TooSlow(StoreError):
    """A question that took longer than QUERY_SECONDS and was cancelled."""


class StoreBusy(StoreError):
    """Another loader is writing and did not finish in WRITE_WAIT_SECONDS."""


class NotWritten(StoreError):
    """The store could not be written, so nothing was changed: a full disk, a closed connection."""


def database_url() -> str:
    """The address of the store: the environment's, else the embedded SQLite file."""
    return os.environ.get(URL_VARIABLE) or f"sqlite:///{EMBEDDED}"


def loader_url() -> str:
    """The address at which loaders write: their own variable's, else that of the store.

    They differ where the product reads a replica, or has a role that may only read.
    """
    return os.environ.get(LOADER_URL_VARIABLE) or database_url()


def sqlite_path(url: str) -> Path | None:
    """The file behind a SQLite URL; None for other engines and for in-memory databases."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    return Path(parsed.database.removeprefix("file:"))


def _harden(connection: sqlite3.Connection) -> None:
    # Without this the driver opens no transaction for reading, and each statement of a page would
    # see the store at another moment. `_begin` opens it.
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = 1")
    connection.execute("PRAGMA trusted_schema = 0")
    connection.execute("PRAGMA cache_size = -32768")
    connection.execute("PRAGMA mmap_size = 268435456")


def read_engine(url: str | None = None) -> Engine:
    """An engine that cannot write. Opens nothing yet.

    SQLite is opened `mode=ro` with `query_only`; PostgreSQL sessions are read-only and have a
    statement timeout, beside what the role itself may do. What is read through one connection is
    one state of the store, whatever loaders publish meanwhile.
    """
    address = url or database_url()
    path = sqlite_path(address)
    if path is None:
        return _read_postgresql(address)
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

    event.listen(made, "begin", _begin)
    return made


def _read_postgresql(address: str) -> Engine:
    made = create_engine(
        address,
        pool_pre_ping=True,
        isolation_level="REPEATABLE READ",
        connect_args={
            "options": "-c default_transaction_read_only=on "
            f"-c statement_timeout={int(QUERY_SECONDS * 1000)}"
        },
    )

    @event.listens_for(made, "before_cursor_execute", retval=True)
    def on_execute(
        _connection: object, _cursor: object, statement: str, values: Any, *_more: object
    ) -> tuple[str, Any]:
        return statement, _without_nul(values)

    @event.listens_for(made, "handle_error")
    def on_error(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, psycopg.errors.QueryCanceled):
            raise too_slow() from context.original_exception

    return made


def too_slow() -> TooSlow:
    """What to say of a question that the database cancelled."""
    return TooSlow(
        f"This question took the database longer than {QUERY_SECONDS:g} seconds and was "
        "cancelled. Ask for less: fewer indicators, countries or years."
    )


def _without_nul(values: Any) -> Any:
    """PostgreSQL refuses to look for a text with a NUL, which it can never hold."""
    if isinstance(values, Mapping):
        return {name: _without_nul(value) for name, value in values.items()}
    if isinstance(values, str):
        return values.replace("\x00", "\ufffd")
    return values


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def write_engine(url: str | None = None) -> Engine:
    """An engine for loaders. On SQLite: WAL, full sync, foreign keys on."""
    address = url or loader_url()
    path = sqlite_path(address)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    waits = {} if path is None else {"timeout": WRITE_WAIT_SECONDS}
    made = create_engine(address, connect_args=waits)
    if path is not None:

        @event.listens_for(made, "connect")
        def on_connect(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA foreign_keys = 1")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            # A big load changes pages of its indexes all over; what does not fit is written twice.
            connection.execute("PRAGMA cache_size = -262144")

    return made


def _failure(error: DatabaseError) -> StoreError:
    said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    if "locked" in said or "lock timeout" in said:
        return StoreBusy(
            f"Another loader has been writing for {WRITE_WAIT_SECONDS:g} seconds. "
            "Let it finish, then run this again."
        )
    if "malformed" in said or "not a database" in said:
        return DamagedStore(f"The database is damaged ({said}). Restore a backup.")
    if "full" in said or "I/O" in said or "No space" in said or "disk" in said:
        return NotWritten(
            f"The database could not be written ({said}). Make room on its disk, then run this "
            "again."
        )
    return NotWritten(f"The database refused the change ({said}).")


@contextmanager
def write_transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction, alone among loaders; readers see none of it before it is committed.

    Raises StoreBusy, DamagedStore or NotWritten, after which nothing was changed.
    """
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                wait = f"{int(WRITE_WAIT_SECONDS * 1000)}"
                connection.execute(select(func.set_config("lock_timeout", wait, True)))
                connection.execute(select(func.pg_advisory_xact_lock(WRITERS_LOCK)))
            yield connection
            connection.commit()
    except DatabaseError as error:
        raise _failure(error) from error


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

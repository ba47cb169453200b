"""Where the store is and how it is opened: read-only for the product, writable for loaders."""

from __future__ import annotations

import logging
import math
import os
import time
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
from sqlalchemy.exc import DatabaseError, DisconnectionError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection, QueuePool

from data.schema import build
from data.shape import fit
from data.sqlite_limit import Limited
from data.trouble import (
    ALL_IN_USE,
    DamagedStore,
    NoStore,
    NotWritten,
    ShapeChanging,
    StoreAway,
    StoreBusy,
    StoreError,
    TooSlow,
    plan_is_stale,
    trouble_of,
)

LOG: Final = logging.getLogger("target87")
ROOT: Final = Path(__file__).resolve().parents[1]
EMBEDDED: Final = ROOT / "build" / "target87.sqlite"
URL_VARIABLE: Final = "TARGET87_DATABASE_URL"
LOADER_URL_VARIABLE: Final = "TARGET87_LOADER_URL"
QUERY_SECONDS: Final = 2.0
"""A page's query that runs longer is cancelled, so that one request cannot hold the server."""

WRITE_WAIT_SECONDS: Final = 120.0
"""How long a loader waits for another one to finish before it gives up."""

CONNECT_SECONDS: Final = 3
"""How long each server of the address may take to answer before the next one is asked."""

LOCK_SECONDS: Final = 1.5
"""How long a page waits for a table that a loader is changing; less than QUERY_SECONDS, so that it
is told apart from a slow question."""

SILENCE_SECONDS: Final = 3.0
"""How much longer than QUERY_SECONDS a server may be silent: it should have cancelled by then."""

POOL_SIZE: Final = 8
POOL_OVERFLOW: Final = 24
"""Connections of one engine: those it keeps, and those it may open on top while many ask."""

FREE_SECONDS: Final = 5.0
"""How long a request waits for one of the connections to be given back."""

SILENT_SECONDS: Final = 5
"""After so long without a sign from its machine a connection is given up."""

LOG_EVERY_SECONDS: Final = 10.0
"""How often the log repeats what a driver says of a database that does not answer."""

RECYCLE_SECONDS: Final = 300
"""A connection is made anew after so long, so that pages come back to the first server."""

WRITERS_LOCK: Final = 870_000_087
"""The number under which loaders on PostgreSQL take turns."""


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


def sqlite_files(path: Path) -> list[Path]:
    """The files of a SQLite database that are there: it, its log and the index of the log."""
    beside = (path.with_name(path.name + tail) for tail in ("", "-wal", "-shm"))
    return [each for each in beside if each.exists()]


def _harden(connection: Limited, seconds: float | None) -> None:
    # Without this the driver opens no transaction for reading, and each statement of a page would
    # see the store at another moment. `_begin` opens it.
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = 1")
    connection.execute("PRAGMA trusted_schema = 0")
    connection.execute("PRAGMA cache_size = -32768")
    connection.execute("PRAGMA mmap_size = 268435456")
    if seconds is not None:
        connection.limit(seconds, too_slow)


def read_engine(url: str | None = None, *, patient: bool = False) -> Engine:
    """An engine that cannot write. Opens nothing yet.

    A question is cancelled after QUERY_SECONDS; on SQLite not if `patient`, for what looks the
    whole store through.

    SQLite is opened `mode=ro` with `query_only`; PostgreSQL sessions are read-only and have a
    statement timeout, beside what the role itself may do. What is read through one connection is
    one state of the store, whatever loaders publish meanwhile.
    """
    address = url or database_url()
    path = sqlite_path(address)
    if path is None:
        return _read_postgresql(address)
    file = path
    made = create_engine(
        f"sqlite:///file:{file}?mode=ro&uri=true",
        poolclass=_Pool,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=FREE_SECONDS,
        connect_args={"check_same_thread": False, "factory": Limited},
    )
    seconds = None if patient else QUERY_SECONDS

    @event.listens_for(made, "connect")
    def on_connect(connection: Any, record: ConnectionPoolEntry) -> None:
        _harden(connection, seconds)
        record.info["file"] = _file_identity(file)

    @event.listens_for(made, "checkout")
    def on_checkout(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        # A file put in the place of the store is another file: who has the old one open would read
        # it for ever.
        if record.info["file"] != _file_identity(file):
            raise DisconnectionError("the file of the store is another one now")

    event.listen(made, "begin", _begin)
    event.listen(made, "handle_error", _raise_trouble)
    return made


class _Pool(QueuePool):
    """Connections, few; who finds none free in time is told so in a sentence."""

    def connect(self) -> PoolProxiedConnection:
        """One of the connections. Raises StoreAway."""
        try:
            return super().connect()
        except NoneFree as error:
            raise StoreAway(ALL_IN_USE) from error


def _file_identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


_last_logged: list[float] = [-math.inf]
"""When the log was last told of a trouble."""


def _raise_trouble(context: ExceptionContext) -> None:
    """Raise what an error of the driver says about the store, and note its own words in the log.

    SQLAlchemy gives a broken connection up all the same, and what the ping before a question
    finds it repairs itself.
    """
    original = context.original_exception
    trouble = trouble_of(original)
    if trouble is None or context.is_pre_ping:
        return
    if plan_is_stale(original):
        context.is_disconnect = True
    now = time.monotonic()
    if now - _last_logged[0] >= LOG_EVERY_SECONDS:
        _last_logged[0] = now
        first = (str(original).strip().splitlines() or [type(original).__name__])[0]
        LOG.warning("%s The driver says: %s", trouble, first)
    raise trouble from original


def _read_postgresql(address: str) -> Engine:
    lock_seconds = min(LOCK_SECONDS, 0.75 * QUERY_SECONDS)
    made = create_engine(
        address,
        poolclass=_Pool,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_pre_ping=True,
        pool_timeout=FREE_SECONDS,
        pool_recycle=RECYCLE_SECONDS,
        isolation_level="REPEATABLE READ",
        connect_args=_timeouts(address)
        | {
            "options": "-c default_transaction_read_only=on "
            f"-c statement_timeout={int(QUERY_SECONDS * 1000)} "
            f"-c lock_timeout={int(lock_seconds * 1000)}"
        },
    )

    @event.listens_for(made, "do_connect")
    def on_connect(_dialect: object, _record: object, _args: Any, how: Any) -> Any:
        return _TimedConnection.connect(**how)

    @event.listens_for(made, "before_cursor_execute", retval=True)
    def on_execute(
        _connection: object, _cursor: object, statement: str, values: Any, *_more: object
    ) -> tuple[str, Any]:
        return statement, _without_nul(values)

    @event.listens_for(made, "handle_error")
    def on_error(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, psycopg.errors.QueryCanceled):
            raise too_slow() from context.original_exception
        _raise_trouble(context)

    return made


class _TimedConnection(psycopg.Connection[Any]):
    """A connection that gives a server up which stays silent although its machine is there."""

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """What the server answers. Raises psycopg.OperationalError when it does not."""
        patience = QUERY_SECONDS + SILENCE_SECONDS if timeout is None else timeout
        try:
            return super().wait(gen, interval, patience)
        except psycopg.errors._WaitTimeout as silent:
            if timeout is not None:
                raise
            self.pgconn.finish()
            raise psycopg.OperationalError(
                f"the connection was closed after {patience:g} seconds of silence"
            ) from silent


def _timeouts(address: str) -> dict[str, Any]:
    """How long to wait for a server that is silent, unless the address says so itself.

    An address may name several servers (`?host=one:5432&host=two:5432`); they are asked in order.
    """
    ours = {
        "connect_timeout": CONNECT_SECONDS,
        "keepalives_idle": SILENT_SECONDS,
        "keepalives_interval": 1,
        "keepalives_count": 3,
        "tcp_user_timeout": SILENT_SECONDS * 1000,
    }
    said = make_url(address).query
    return {name: value for name, value in ours.items() if name not in said}


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


def build_facts(engine: Engine, *, any_shape: bool = False) -> dict[str, str]:
    """What the store was built from (`inputs`, `built`, counts).

    Raises NoStore when there is nothing to read, DamagedStore when it cannot be read, StoreAway
    when it does not answer, and unless `any_shape` OtherShape when this version cannot read it.
    """
    path = sqlite_path(str(engine.url))
    if path is not None and not path.exists():
        raise NoStore(f"No database at {path.name}. Make it with: python -m loaders build")
    try:
        with engine.connect() as connection:
            facts = _facts(connection)
            if not any_shape:
                fit(connection)
            return facts
    except DatabaseError as error:
        if isinstance(error.orig, psycopg.errors.InsufficientPrivilege):
            raise StoreError(
                "The role of these pages may not read the database. "
                "Grant it: SELECT ON ALL TABLES IN SCHEMA public"
            ) from error
        raise DamagedStore(
            "The database cannot be read. Make it anew with: python -m loaders build"
        ) from error


@contextmanager
def disposed(engine: Engine) -> Iterator[Engine]:
    """The engine, whose connections are closed in the end."""
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reading(url: str, *, any_shape: bool = False) -> Iterator[Connection]:
    """One state of the store at an address. Raises as build_facts does."""
    with disposed(read_engine(url, patient=True)) as engine:
        build_facts(engine, any_shape=any_shape)
        with engine.connect() as connection:
            yield connection


def _facts(connection: Connection) -> dict[str, str]:
    try:
        return {row.key: row.value for row in connection.execute(select(build))}
    except ShapeChanging as error:
        raise NoStore(
            "The database holds no tables yet. Make them with: python -m loaders build"
        ) from error

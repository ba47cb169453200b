"""Takes a store from one shape to another while readers go on, and keeps a copy of it first.

One transaction: readers see the old tables or the new ones. On PostgreSQL tables are changed under
locks that keep readers out; they are asked for together, for a second at a time, so that readers
never queue behind a wait for a slow one of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy import Connection, Engine, func, inspect, select, text
from sqlalchemy import table as table_called
from sqlalchemy.exc import OperationalError

from data.database import WRITE_WAIT_SECONDS, write_transaction
from data.log import logged
from data.trouble import StoreBusy
from loaders.jobs.copies import copy_of, holds_figures
from loaders.publish import audit, migrate

LOCK_SECONDS: Final = 1.0
"""How long tables are asked for before readers get their turn again."""

PAUSE_SECONDS: Final = 0.5
"""How long readers get before the tables are asked for again."""

_LOCK_ALL: Final = """
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT quote_ident(tablename) FROM pg_tables
    WHERE schemaname = current_schema() ORDER BY tablename
  LOOP EXECUTE 'LOCK TABLE ' || name || ' IN ACCESS EXCLUSIVE MODE'; END LOOP;
END $$
"""

Steps = Callable[[], tuple[str, str]]
"""Takes the steps; the shapes before and after."""


@dataclass(frozen=True)
class Change:
    """The shapes before and after, the copy that was made, and what the new shape cannot hold:
    `table (3 rows)` or `table.column`."""

    before: str
    after: str
    copy: Path | None = None
    lost: tuple[str, ...] = ()


class _TriedOnly(Exception):
    """Ends a transaction that was made to see what it would do."""

    def __init__(self, change: Change) -> None:
        self.change = change
        super().__init__()


def bring_up(engine: Engine, to: str = migrate.HEAD, *, keep: bool = True) -> Change:
    """Take a store up to a shape, the newest unless said.

    `keep` makes a copy first, of a store that holds figures. Raises UnknownShape, BackupRefused,
    StoreBusy or NotWritten; then nothing was changed. To the newest, a store without tables is left
    to whoever fills it.
    """
    with write_transaction(engine) as connection:
        found = migrate.known_shape(connection)
        if to == migrate.HEAD and not found or migrate.aim_up(found, to) == found:
            return Change(found, found)
        change = _changed(connection, found, lambda: migrate.up(connection, to), keep=keep)
    # A step up moves what stood in a table or column that it takes away.
    return replace(change, lost=())


def take_down(
    engine: Engine, to: str = migrate.ONE_DOWN, *, keep: bool = True, only_try: bool = False
) -> Change:
    """Take a store one step down, or down to a shape; says what is lost.

    `only_try` changes nothing. Raises as bring_up does.
    """
    try:
        with write_transaction(engine) as connection:
            found = migrate.known_shape(connection)
            if migrate.aim_down(found, to) == found:
                return Change(found, found)
            keep = keep and not only_try
            change = _changed(connection, found, lambda: migrate.down(connection, to), keep=keep)
            if only_try:
                raise _TriedOnly(change)
            return change
    except _TriedOnly as tried:
        return tried.change


def _changed(connection: Connection, found: str, steps: Steps, *, keep: bool) -> Change:
    with logged("migrate", before=found) as told:
        # Before the locks, since the copy is made by a reader; no loader can write meanwhile.
        url = connection.engine.url.render_as_string(hide_password=False)
        copy = copy_of(url, found) if keep and holds_figures(connection) else None
        if connection.dialect.name == "postgresql":
            _alone_with_tables(connection)
        held = _held(connection)
        before, after = steps()
        told["after"] = after
        if inspect(connection).has_table("audit"):
            audit.append(connection, "migrate", audit.person(), before=before, after=after)
    # Upwards a column only moves or is renamed: what a step up lost would be a fault of the step.
    lost = _lost(held, _held(connection)) if after < before else ()
    return Change(before, after, copy, lost)


def _alone_with_tables(connection: Connection) -> None:
    """Have every table to ourselves until the transaction ends. Raises StoreBusy."""
    deadline = time.monotonic() + WRITE_WAIT_SECONDS
    wait = f"{int(LOCK_SECONDS * 1000)}"
    connection.execute(select(func.set_config("lock_timeout", wait, True)))
    while True:
        try:
            # Going back to the savepoint gives back the tables that were had already.
            with connection.begin_nested():
                connection.execute(text(_LOCK_ALL))
            return
        except OperationalError as error:
            taken = (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected)
            if not isinstance(error.orig, taken):
                raise
            if time.monotonic() > deadline:
                raise StoreBusy(
                    f"Readers have been in the tables for {WRITE_WAIT_SECONDS:g} seconds. "
                    "Run this again when fewer download."
                ) from error
        time.sleep(PAUSE_SECONDS)


def _held(connection: Connection) -> dict[str, tuple[int, frozenset[str]]]:
    """Rows and columns of each table."""
    columns = inspect(connection).get_multi_columns().items()
    return {
        name: (
            connection.execute(select(func.count()).select_from(table_called(name))).scalar_one(),
            frozenset(each["name"] for each in found),
        )
        for (_, name), found in columns
    }


def _lost(
    before: dict[str, tuple[int, frozenset[str]]], after: dict[str, tuple[int, frozenset[str]]]
) -> tuple[str, ...]:
    lost = [f"{name} ({rows:,} rows)" for name, (rows, _) in before.items() if name not in after]
    for name, (_, columns) in after.items():
        _, had = before.get(name, (0, columns))
        lost += [f"{name}.{column}" for column in sorted(had - columns)]
    return tuple(sorted(lost))

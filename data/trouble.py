"""What can be wrong with the store, each as one sentence, and which of it a driver's error tells.

StoreError
├── NoStore          there is no database at the address, or it is empty
├── DamagedStore     there is one, but it cannot be read
├── OtherShape       it has other tables than this version reads; says which command helps
├── StoreAway        it does not answer just now: a server that fails over, a lock
│   └── ShapeChanging  a table or column went while it was read
├── TooSlow          it was asked for so much that the question was cancelled
├── StoreBusy        another loader has been writing for too long
└── NotWritten       it cannot be written; what was there before is still there
"""

from __future__ import annotations

import sqlite3
from typing import Final

import psycopg


class StoreError(Exception):
    """The store cannot answer; the text is a sentence that says why, and what to do."""


class NoStore(StoreError):
    """No database where one should be. Make it with `python -m loaders build`."""


class DamagedStore(StoreError):
    """A database that cannot be read. Make it anew with `python -m loaders build`."""


class OtherShape(StoreError):
    """A database with other tables than this version reads. `command` helps; `older` says whether
    the database is older than the version, or newer."""

    def __init__(self, sentence: str, command: str, *, older: bool) -> None:
        self.command, self.older = command, older
        super().__init__(sentence)


class StoreAway(StoreError):
    """The database does not answer just now. Ask again in a moment: nothing needs a restart."""


class ShapeChanging(StoreAway):
    """A table or column that was asked for is not there: it may just be migrated."""


class TooSlow(StoreError):
    """A question that took longer than QUERY_SECONDS and was cancelled."""


class StoreBusy(StoreError):
    """Another loader is writing and did not finish in WRITE_WAIT_SECONDS."""


class NotWritten(StoreError):
    """The store could not be written, so nothing was changed: a full disk, a closed connection."""


AWAY: Final = "The database does not answer just now. Ask again in a moment."
CHANGING: Final = "The tables of the database are being changed just now. Ask again in a moment."
ALL_IN_USE: Final = "Every connection to the database is in use just now. Ask again in a moment."

_AWAY_CLASSES: Final = ("08", "53", "57", "58")
"""SQLSTATE: connection, resources, an operator's intervention, the server's system."""

_AWAY_STATES: Final = ("40001", "40P01", "55P03")
"""A conflict with what a replica replays, a deadlock, a lock that was not given in time."""

_UNDEFINED: Final = ("42P01", "42703")
"""No such table, no such column."""


def trouble_of(error: BaseException) -> StoreError | None:
    """What an error of a driver says about the store; None when it is about the question."""
    if isinstance(error, psycopg.Error):
        return _of_postgresql(error)
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    return None


def plan_is_stale(error: BaseException) -> bool:
    """Whether a connection remembers a question as it was before its tables were changed."""
    return isinstance(error, psycopg.errors.FeatureNotSupported) and "cached plan" in str(error)


def _of_postgresql(error: psycopg.Error) -> StoreError | None:
    state = error.sqlstate
    if state in _UNDEFINED or plan_is_stale(error):
        return ShapeChanging(CHANGING)
    if state is None and "database" in str(error) and "does not exist" in str(error):
        return NoStore(
            "There is no such database on the server. Create it, then run: python -m loaders build"
        )
    if state is None:
        # The server closed the connection, or none could be made. Errors of a program's own making
        # (a closed cursor, a wrong parameter) have no state either and keep their traceback.
        lost = isinstance(error, psycopg.OperationalError) or "connection" in str(error)
        return StoreAway(AWAY) if lost else None
    if state[:2] in _AWAY_CLASSES or state in _AWAY_STATES:
        return StoreAway(AWAY)
    return None


def _of_sqlite(error: sqlite3.Error) -> StoreError | None:
    said = str(error)
    if "no such table" in said or "no such column" in said:
        return ShapeChanging(CHANGING)
    if any(words in said for words in ("locked", "busy", "I/O error")):
        return StoreAway(AWAY)
    if "unable to open" in said:
        return NoStore("There is no database file that can be opened. "
                       "Make it with: python -m loaders build")  # fmt: skip
    if "malformed" in said or "not a database" in said:
        return DamagedStore(
            "The database cannot be read. Make it anew with: python -m loaders build"
        )
    return None

"""SQLite has no limit for how long a question may take: this is one, for each question and batch.

The engine itself is asked every so many steps of its work whether it should go on.
"""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Callable
from threading import get_ident
from typing import Any, Final

from data.trouble import TooSlow

STEPS: Final = 500_000
"""Instructions of SQLite between two looks at the clock: some ten milliseconds."""

STALLED: Final = 5
"""How many times the limit may pass on the wall while the machine is busy with something else."""


class _Clock:
    """How long the present question or batch has been worked at, by the thread that asks.

    Time of work, not of the wall: while ten files are made, each page waits for its turn, and that
    is no reason to end its questions.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.start()

    def start(self) -> None:
        """A question, or the next batch of its rows, begins."""
        self._thread = get_ident()
        self._worked, self._wall = time.thread_time(), time.monotonic()

    def over(self) -> bool:
        """Whether it has taken too long."""
        if self._thread != get_ident():
            self.start()
        worked, wall = time.thread_time() - self._worked, time.monotonic() - self._wall
        return worked > self._seconds or wall > STALLED * self._seconds


class _Cursor(sqlite3.Cursor):
    """Asks with a limit for each statement and for each batch. Raises TooSlow."""

    connection: Limited

    def execute(self, *args: Any) -> Any:
        """As sqlite3."""
        return self._within(super().execute, *args)

    def fetchmany(self, *args: Any) -> Any:
        """As sqlite3; a batch has the whole limit, so that a file is made as long as it grows."""
        return self._within(super().fetchmany, *args)

    def fetchone(self) -> Any:
        """As sqlite3, within the time of its statement."""
        return self._told(super().fetchone)

    def fetchall(self) -> Any:
        """As sqlite3, within the time of its statement."""
        return self._told(super().fetchall)

    def _within(self, ask: Callable[..., Any], *args: Any) -> Any:
        self.connection.clock.start()
        return self._told(ask, *args)

    def _told(self, ask: Callable[..., Any], *args: Any) -> Any:
        try:
            return ask(*args)
        except sqlite3.OperationalError as error:
            if str(error) == "interrupted":
                raise self.connection.too_slow() from error
            raise


class Limited(sqlite3.Connection):
    """A connection whose questions are ended after some seconds; it can be asked again at once."""

    too_slow: Callable[[], TooSlow]

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.clock = _Clock(math.inf)

    def limit(self, seconds: float, too_slow: Callable[[], TooSlow]) -> None:
        """From now on; `too_slow` makes the exception."""
        self.clock, self.too_slow = _Clock(seconds), too_slow
        self.set_progress_handler(self.clock.over, STEPS)

    def cursor(self, *_: Any) -> Any:
        """As sqlite3."""
        return super().cursor(_Cursor)

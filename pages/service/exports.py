"""Which files are made, how many at once, and which are kept for the next request.

A file is made once, by one thread, as fast as the database gives it; then connection and thread are
free, whatever the clients do. Whoever asks for the same file meanwhile reads the one that grows.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Generator, Hashable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import psycopg
from sqlalchemy.exc import SQLAlchemyError

from data.trouble import StoreError, TooSlow
from pages.service.growing_file import GrowingFile
from pages.service.numbers import export_began, export_ended, refused
from pages.service.settings import settings

LOG: Final = logging.getLogger("target87")

WAIT_SECONDS: Final = 2.0
"""How long a request waits for its turn before it is answered with 503."""

RETRY_SECONDS: Final = 10
"""When a client that was refused may ask again."""

MAKING_SECONDS: Final = 300.0
"""A file that takes longer is given up."""

MOST_FILES: Final = 128
MOST_BYTES: Final = 1_000_000_000
"""Packed bytes of all files, those included that slow clients are reading."""

KEPT_FILES: Final = 16
KEPT_BYTES: Final = 250_000_000
"""What may be kept without a reader."""

Maker = Callable[[], Generator[str | bytes]]


class Busy(Exception):
    """As many files as may be are being made, or held by slow clients."""


class _Abandoned(Exception):
    """The file has no reader any more."""


@dataclass(eq=False)
class _Entry:
    """A file and how many read it; with `stays` it is finished without any reader."""

    key: Hashable
    stays: bool
    file: GrowingFile = field(default_factory=GrowingFile)
    readers: int = 0


class Exports:
    """The files of one process."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._entries: dict[Hashable, _Entry] = {}
        self.running = 0
        self.made = 0
        self.refused = 0

    def whole(self, key: Hashable) -> GrowingFile | None:
        """The file when it happens to be there in full; nothing is made."""
        entry = self._entries.get(key)
        return entry.file if entry and entry.file.whole else None

    @asynccontextmanager
    async def opened(
        self, key: Hashable, make: Maker, *, stays: bool = False
    ) -> AsyncIterator[GrowingFile]:
        """The file of that key, made by `make` unless it is there. Raises Busy."""
        entry = await self._entered(key, make, stays)
        try:
            yield entry.file
        finally:
            with self._lock:
                entry.readers -= 1
                self._tidy(entry)

    async def _entered(self, key: Hashable, make: Maker, stays: bool) -> _Entry:
        deadline = time.monotonic() + WAIT_SECONDS
        while (entry := self._enter(key, make, stays)) is None:
            if time.monotonic() > deadline:
                self.refused += 1
                refused("export")
                raise Busy
            await asyncio.sleep(0.05)
        return entry

    def _enter(self, key: Hashable, make: Maker, stays: bool) -> _Entry | None:
        with self._lock:
            entry = self._entries.pop(key, None)
            if entry is None:
                if self._full():
                    self._drop_idle(0, 0)
                if self._full() or self.running >= self._most:
                    return None
                entry = _Entry(key, stays, readers=1)
                self.running += 1
                export_began()
                name = "target87-export"
                threading.Thread(
                    target=self._make, args=(entry, make), name=name, daemon=True
                ).start()
            else:
                entry.readers += 1
            # Last in the order of insertion: the least recently used file is dropped first.
            self._entries[key] = entry
            return entry

    def _full(self) -> bool:
        held = sum(each.file.packed_bytes for each in self._entries.values())
        return held >= MOST_BYTES or len(self._entries) >= MOST_FILES

    def _make(self, entry: _Entry, make: Maker) -> None:
        deadline = time.monotonic() + MAKING_SECONDS
        why: Exception = _Abandoned()
        try:
            with closing(make()) as pieces:
                for piece in pieces:
                    entry.file.write(piece)
                    self._go_on(entry, deadline)
            entry.file.end()
        except (StoreError, _Abandoned) as error:
            why = error
        except (SQLAlchemyError, sqlite3.Error, psycopg.Error, OSError) as error:
            LOG.error("A file could not be made: %s", error, exc_info=error)
            why = error
        finally:
            if not entry.file.ended:
                entry.file.fail(why)
            left = isinstance(entry.file.failure, _Abandoned)
            export_ended("finished" if entry.file.whole else "left" if left else "failed")
            with self._lock:
                self.running -= 1
                self.made += entry.file.whole
                self._tidy(entry)

    def _go_on(self, entry: _Entry, deadline: float) -> None:
        with self._lock:
            left = not entry.stays and entry.readers == 0
            if left:
                # A request that comes now starts a new file.
                del self._entries[entry.key]
        if left:
            raise _Abandoned
        if time.monotonic() > deadline:
            raise TooSlow(f"The file was not finished in {MAKING_SECONDS:g} seconds.")

    def _tidy(self, entry: _Entry) -> None:
        """Forget a file that failed, and drop files without a reader beyond what may be kept."""
        if entry.file.failure is not None:
            if self._entries.get(entry.key) is entry:
                del self._entries[entry.key]
            if entry.readers == 0:
                entry.file.close()
        self._drop_idle(KEPT_FILES, KEPT_BYTES)

    def _drop_idle(self, most_files: int, most_bytes: int) -> None:
        idle = [each for each in self._entries.values() if not each.readers and each.file.ended]
        count, held = len(idle), sum(each.file.packed_bytes for each in idle)
        for entry in idle:
            if count <= most_files and held <= most_bytes:
                return
            count, held = count - 1, held - entry.file.packed_bytes
            del self._entries[entry.key]
            entry.file.close()


@cache
def exports() -> Exports:
    """The files of this process."""
    return Exports(settings().most_exports)

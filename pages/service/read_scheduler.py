"""Reads the pieces of all downloads one at a time, so that pages are served first."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from typing import Final

from anyio.lowlevel import RunVar

REST: Final = 0.001
"""Least seconds after a piece in which none is read: 130 megabytes a second of all files together
are more than a line carries. Without it, clients on the same machine kept the event loop at
sending; one rerun of a page in twenty then took four times as long, with it twice (2026-11)."""


class ReadScheduler:
    """Reads one piece at a time, and at most half of the event loop's time.

    Without it, twenty clients that read at full speed would each be served a piece before the next
    message of any page. The client that has read least goes first, so that a small file does not
    wait behind big ones.
    """

    def __init__(self) -> None:
        self._taken = False
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = count()

    async def read(self, piece_at: Callable[[int], bytes], start: int) -> bytes:
        """The piece that begins at `start`; clients that have read least come first."""
        await self._turn(start)
        began = time.perf_counter()
        try:
            return piece_at(start)
        finally:
            # The piece leaves at once; whoever wants the next one waits.
            rest = max(REST, time.perf_counter() - began)
            asyncio.get_running_loop().call_later(rest, self._pass_on)

    async def _turn(self, got: int) -> None:
        if not self._taken:
            self._taken = True
            return
        turn = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (got, next(self._numbers), turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        while self._waiting:
            *_, turn = heappop(self._waiting)
            if not turn.done():
                turn.set_result(None)
                return
        self._taken = False


_of_loop: RunVar[ReadScheduler] = RunVar("target87-read-scheduler")


def read_scheduler() -> ReadScheduler:
    """The scheduler of the running event loop."""
    try:
        return _of_loop.get()
    except LookupError:
        made = ReadScheduler()
        _of_loop.set(made)
        return made

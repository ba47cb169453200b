"""One lane for the pieces of all downloads, so that pages come first however many there are."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Final

from anyio.lowlevel import RunVar

REST_AFTER: Final = 0.002
"""Seconds of work after which the lane rests for as long again."""


class Lane:
    """Takes one piece at a time, and at most half of the event loop's time.

    Without it, twenty clients that read at full speed would each be served a piece before the next
    message of any page.
    """

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._worked = 0.0

    async def take(self, read: Callable[[int], bytes], start: int) -> bytes:
        """The piece that begins at `start`, when it is this client's turn."""
        async with self._lock:
            began = time.perf_counter()
            piece = read(start)
            self._worked += time.perf_counter() - began
            rest = self._worked if self._worked > REST_AFTER else 0
            self._worked = 0.0 if rest else self._worked
            await asyncio.sleep(rest)
        return piece


_of_loop: RunVar[Lane] = RunVar("target87-lane")


def lane() -> Lane:
    """The lane of the running event loop."""
    try:
        return _of_loop.get()
    except LookupError:
        made = Lane()
        _of_loop.set(made)
        return made

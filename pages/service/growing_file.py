"""A packed file that one thread writes while any number of clients read it, each at its own pace.

It lies in a temporary file that has no name, so that nothing stays behind however the process ends.
It is one gzip stream. At the end of each block the packer forgets what it saw, so that the plain
text can be read from any block on: a client that takes no gzip, or asks for a part, gets it without
a second file. Blocks are cut by plain bytes, so that one text is always packed to the same bytes.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import threading
import weakref
import zlib
from bisect import bisect_right
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import cache
from typing import Any, Final

from isal import isal_zlib

from pages.service.read_scheduler import read_scheduler

FIRST_BLOCK: Final = 16_384
"""Plain bytes of the first block: few, so that the first byte leaves soon."""

BLOCK: Final = 131_072
"""Plain bytes of every other block: unpacked in a third of a millisecond."""

PIECE: Final = 131_072
"""Most bytes of a packed piece."""

LEVEL: Final = 1
"""CSV of figures shrinks to a tenth, in a third of the time that zlib's own lowest level takes; no
level of this packer gains more."""

_GZIP_WRAPPED: Final = 16 + zlib.MAX_WBITS
_GZIP_HEADER: Final = 10
"""Bytes before the first block."""

_SAMPLE: Final = 20_000
"""Lines of the text by which packers are told apart."""


def _packer() -> Any:
    return isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, _GZIP_WRAPPED)


@cache
def packed_form() -> str:
    """Tells this packer's bytes from those of another release or another machine's.

    It works as the processor lets it, so that one text may be packed to other bytes elsewhere. A
    client that fetches the rest of a file must not be given it by another packer.
    """
    lines = (f"{n * 7_919 % 100_003},{n % 97},{n % 3}\n" for n in range(_SAMPLE))
    packer = _packer()
    packed = packer.compress("".join(lines).encode()) + packer.flush()
    return f"{zlib.crc32(packed):08x}"


class GrowingFile:
    """Written by `write`, `end` and `fail` in one thread; read by `pieces` in any event loop.

    Neither waits for the other to be fast: a sleeping reader holds no thread, only its place.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="target87-", buffering=0)
        weakref.finalize(self, self._file.close)
        self._packer = _packer()
        self._unwritten = bytearray()
        self._lock = threading.Lock()
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Future[None]]] = []
        # Where each block begins, and last where the next one will.
        self._plain = [0]
        self._packed = [_GZIP_HEADER]
        self.packed_bytes = 0
        self.ended = False
        self.failure: Exception | None = None

    @property
    def plain_bytes(self) -> int:
        """Bytes of text that can be read by now."""
        return self._plain[-1]

    @property
    def whole(self) -> bool:
        """Whether all of it is there."""
        return self.ended and self.failure is None

    def size(self, *, packed: bool) -> int:
        """Bytes of the one form or the other that can be read by now."""
        return self.packed_bytes if packed else self.plain_bytes

    def write(self, piece: str | bytes) -> None:
        """Add text, or bytes as they are. Raises OSError when the disk is full."""
        self._unwritten += piece.encode() if isinstance(piece, str) else piece
        length = BLOCK if len(self._plain) > 1 else FIRST_BLOCK
        start, there = 0, len(self._unwritten)
        while there - start >= length:
            self._add(bytes(memoryview(self._unwritten)[start : start + length]))
            start, length = start + length, BLOCK
        del self._unwritten[:start]

    def end(self) -> None:
        """All was written. Raises OSError when the disk is full."""
        self._add(bytes(self._unwritten), last=True)
        self._unwritten.clear()

    def fail(self, why: Exception) -> None:
        """It will never be whole; readers are told why."""
        with self._lock:
            self.failure = why
            self.ended = True
        self._notify()

    def close(self) -> None:
        """Give the place on the disk back."""
        self._file.close()

    @property
    def closed(self) -> bool:
        """Whether the place was given back."""
        return self._file.closed

    def _add(self, block: bytes, *, last: bool = False) -> None:
        packed = self._packer.compress(block)
        packed += self._packer.flush(isal_zlib.Z_FINISH if last else isal_zlib.Z_FULL_FLUSH)
        self._file.write(packed)
        with self._lock:
            self.packed_bytes += len(packed)
            if block:
                self._packed.append(self.packed_bytes)
                # Comes last: it says that the block can be read.
                self._plain.append(self._plain[-1] + len(block))
            self.ended = last
        self._notify()

    def _notify(self) -> None:
        with self._lock:
            woken, self._waiting = self._waiting, []
        for loop, future in woken:
            # A reader's loop may be gone by now.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(_wake, future)

    async def _news(self, seen: int) -> None:
        """Wait until there are more blocks than were seen, or the end."""
        loop = asyncio.get_running_loop()
        with self._lock:
            if self.ended or len(self._plain) > seen:
                return
            future: asyncio.Future[None] = loop.create_future()
            self._waiting.append((loop, future))
        await future

    async def begun(self) -> None:
        """Wait until something can be read, or nothing ever will."""
        await self._news(1)

    async def finished(self) -> None:
        """Wait until all is there, or nothing more comes."""
        while not self.ended:
            await self._news(len(self._plain))

    async def pieces(
        self, *, packed: bool, start: int = 0, stop: int | None = None
    ) -> AsyncIterator[bytes]:
        """The bytes from `start` to before `stop`, as they come. Raises what the maker failed of.

        Reading stays in the event loop: what was written a moment ago lies in memory, and a thread
        for each piece would cost more than the piece.
        """
        read = self._packed_piece if packed else self._plain_piece
        while stop is None or start < stop:
            seen, ended = len(self._plain), self.ended
            # `ended` is read before the size: in the other order the last block could be missed.
            if start < self.size(packed=packed):
                piece = await read_scheduler().read(read, start)
                yield piece if stop is None else piece[: stop - start]
                start += len(piece)
            elif ended:
                break
            else:
                await self._news(seen)
        if self.failure is not None:
            raise self.failure

    def _packed_piece(self, start: int) -> bytes:
        return os.pread(self._file.fileno(), min(PIECE, self.packed_bytes - start), start)

    def _plain_piece(self, start: int) -> bytes:
        number = bisect_right(self._plain, start) - 1
        first, after = self._packed[number], self._packed[number + 1]
        block = os.pread(self._file.fileno(), after - first, first)
        plain = isal_zlib.decompressobj(-zlib.MAX_WBITS).decompress(block)
        return plain[start - self._plain[number] :]


def _wake(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)

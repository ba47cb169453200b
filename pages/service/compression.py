"""Texts compressed once and kept: quickly for the first who asks, then as small as they get.

Brotli at its best saves a tenth more than at speed, and takes ten seconds for the largest script:
it is made by one thread of the lowest priority, and kept in `build/compressed` for the next start.
"""

from __future__ import annotations

import gzip
import os
import threading
from asyncio import Lock
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from typing import Final, Literal

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from pages.service.middleware import Handler

Encoding = Literal["br", "gzip"]
ENCODINGS: Final[tuple[Encoding, ...]] = ("br", "gzip")
"""What we speak, the smallest first."""

KEPT: Final = Path(__file__).resolve().parents[2] / "build" / "compressed"
QUICK: Final = 5
BEST: Final = 11
SMALL: Final = 64 * 1024
"""Bytes up to which the best takes a tenth of a second at most, so that it is made at once."""


def chosen_encoding(accepted: str) -> Encoding | None:
    """The smallest encoding that an `Accept-Encoding` allows; None: as it is."""
    return next((encoding for encoding in ENCODINGS if allows(accepted, encoding)), None)


def allows(accepted: str, encoding: Encoding) -> bool:
    """Whether an `Accept-Encoding` takes this one; `gzip;q=0` does not."""
    weights: dict[str, str] = {}
    for each in accepted.lower().split(","):
        name, _, weight = each.partition(";")
        weights[name.strip()] = weight.replace(" ", "")
    weight = weights.get(encoding, weights.get("*", "q=0"))
    return not weight or bool(weight.removeprefix("q=").strip("0."))


class Compressed:
    """The compressed bodies of one text, each made when it is first asked for.

    Memory: at most one body an encoding. However many ask at once, each is made once.
    """

    def __init__(self, read: Callable[[], bytes], kept: Path = KEPT) -> None:
        self._read = read
        self._kept = kept
        self._bodies: dict[Encoding, bytes] = {}
        self._lock = Lock()

    async def body(self, encoding: Encoding) -> bytes:
        """The text in this encoding. Raises OSError when it cannot be read."""
        if encoding not in self._bodies:
            async with self._lock:
                if encoding not in self._bodies:
                    await run_in_threadpool(self._make, encoding)
        return self._bodies[encoding]

    def _make(self, encoding: Encoding) -> None:
        content = self._read()
        if encoding == "gzip":
            self._bodies["gzip"] = gzip.compress(content, 9, mtime=0)
        elif len(content) <= SMALL:
            self._bodies["br"] = brotli.compress(content, quality=BEST)
        elif (known := _known_best(content, self._kept)) is not None:
            self._bodies["br"] = known
        else:
            self._bodies["br"] = brotli.compress(content, quality=QUICK)
            self.later()

    def later(self) -> None:
        """Compress at the best level in the background, before any request needs it."""
        _later(self.perfect)

    def perfect(self) -> None:
        """Make the best now, and keep it for later starts. Raises OSError."""
        content = self._read()
        best = _known_best(content, self._kept)
        if best is None and len(content) <= SMALL:
            best = brotli.compress(content, quality=BEST)
        elif best is None:
            best = brotli.compress(content, quality=BEST)
            _keep(content, best, self._kept)
        self._bodies["br"] = best


def _place(content: bytes, kept: Path) -> Path:
    return kept / f"{sha256(content).hexdigest()[:32]}.br"


def _known_best(content: bytes, kept: Path) -> bytes | None:
    """What an earlier start has kept, unless it is damaged."""
    try:
        body = _place(content, kept).read_bytes()
        return body if brotli.decompress(body) == content else None
    except (OSError, brotli.error):
        return None


def _keep(content: bytes, body: bytes, kept: Path) -> None:
    """Write whole or not at all; a folder that may not be written costs the next start time."""
    place = _place(content, kept)
    unfinished = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(body)
        unfinished.replace(place)


_WORK: SimpleQueue[Callable[[], None]] = SimpleQueue()
_worker: threading.Thread | None = None
_starting: Final = threading.Lock()


def _later(work: Callable[[], None]) -> None:
    """Have it done by the one thread that waits for such work and never holds up an exit."""
    global _worker
    with _starting:
        if _worker is None:
            _worker = threading.Thread(target=_work, name="compression", daemon=True)
            _worker.start()
    _WORK.put(work)


def _work() -> None:
    with suppress(OSError, AttributeError):
        # On Linux a thread has a priority of its own; elsewhere it keeps that of the process.
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
    while True:
        work = _WORK.get()
        with suppress(OSError):
            work()


class RefusedEncodings(Handler):
    """ASGI middleware: who takes no gzip (`gzip;q=0`) asks for none, as those within read it, which
    look for the word alone."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, without an `Accept-Encoding` that refuses gzip by its weight."""
        accepted = Headers(scope=scope).get("accept-encoding", "")
        if "gzip" in accepted and not allows(accepted, "gzip"):
            kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            scope = {**scope, "headers": kept}
        await self.app(scope, receive, send)

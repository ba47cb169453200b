"""How long the server waits for a client that does not read what it asked for."""

from __future__ import annotations

import asyncio
import sys
from typing import Any, Final

from starlette.types import Message, Receive, Scope, Send

from pages.service.middleware import Handler
from pages.service.numbers import refused
from pages.service.settings import settings

try:
    import fcntl
    import termios
except ImportError:  # Windows does not report unsent bytes.
    fcntl = None  # type: ignore[assignment]

_LOOKS: Final = 4
"""Looks at a silent client in the time it is given; so much later at most is it disconnected."""


class _Watch:
    """Looks at a transport for as long as bytes wait in it, and ends it when none leaves."""

    def __init__(self, transport: Any, seconds: float) -> None:
        self._transport = transport
        self._every = seconds / _LOOKS
        self._written = 0
        self._left = -1
        self._silent = 0
        self._timer: asyncio.TimerHandle | None = None

    def wrote(self, length: int) -> None:
        """So many bytes were given to the transport."""
        self._written += length

    def begin(self) -> None:
        """Start the timer, unless it runs already."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._every, self._look)

    def _look(self) -> None:
        self._timer = None
        waiting = self._transport.get_write_buffer_size()
        if not waiting:
            self._silent = 0
            return
        left = self._written - waiting - _unacknowledged(self._transport)
        self._silent = self._silent + 1 if left == self._left else 0
        self._left = left
        if self._silent >= _LOOKS:
            # Closing would wait for ever for the client to read what is left.
            refused("slow")
            self._transport.abort()
        else:
            self.begin()


def _unacknowledged(transport: Any) -> int:
    """Bytes that left the process and are not acknowledged; 0 where the system does not tell.

    Some megabytes may lie there, and none of them leaves the process while a slow client reads.
    """
    connection = transport.get_extra_info("socket")
    if fcntl is None or connection is None or connection.fileno() < 0:
        return 0
    try:
        unsent = fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, b"\0" * 4)
    except OSError:
        return 0
    return int.from_bytes(unsent, sys.byteorder)


class SlowClients(Handler):
    """ASGI middleware: a client that reads nothing for `settings().write_seconds` is cut off.

    The server beneath (uvicorn) has no such limit and gives an application no way to set one. It
    hands over a method of the request's own object to receive by, which knows the connection; under
    a server that does not, answers pass unwatched. It looks on after the answer was given: what the
    client did not take stays in the connection's buffer.
    """

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and watch its answer leave."""
        transport: Any = getattr(getattr(receive, "__self__", None), "transport", None)
        if not hasattr(transport, "get_write_buffer_size"):
            await self.app(scope, receive, send)
            return
        watch = _Watch(transport, settings().write_seconds)

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.body":
                watch.wrote(len(message.get("body", b"")))
            # The server may wait in here until the client reads.
            if transport.get_write_buffer_size():
                watch.begin()
            await send(message)
            if transport.get_write_buffer_size():
                watch.begin()

        await self.app(scope, receive, watched)

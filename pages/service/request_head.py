"""How long the head of a request may be, and how long a client may take to send it.

uvicorn (0.54) with httptools bounds neither: a client could send headers without end, into memory,
or one letter a minute. A proxy bounds both; this is for who reaches the process directly. Used by
`uvicorn --http pages.service.request_head:BoundedHead`.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from pages.service.address import LONGEST_ADDRESS

LONGEST_HEAD: Final = 65_536
"""Bytes of address and headers after which no more is read; what comes in one piece may be more."""
HEAD_SECONDS = 20.0
"""How long the head of a request may take to arrive."""


class BoundedHead(HttpToolsProtocol):
    """uvicorn's protocol, which answers 400 and hangs up when a head is too long or too late.

    On a line over which nothing came it hangs up without a word: browsers open lines ahead, and
    would take the answer to nothing for the answer to what they ask next.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head_bytes = 0
        self._in_head = True
        self._late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Start to wait for the first head."""
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._head_is_there()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """Count anew for each request."""
        super().on_message_begin()
        self._head_bytes = 0
        self._expect_head()

    def on_headers_complete(self) -> None:
        """The head is whole; a body is read only as far as the application asks."""
        self._head_is_there()
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """Pass on what came; hang up when the head does not end."""
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            self._head_bytes += len(data)
            if self._head_bytes > LONGEST_HEAD:
                self._hang_up()

    def handle_websocket_upgrade(self) -> None:
        """Refuse an address that the websocket library, which reads it again, would choke on."""
        if len(self.url) > LONGEST_ADDRESS - len("GET  HTTP/1.1\r\n"):
            self._hang_up()
        else:
            super().handle_websocket_upgrade()

    def _expect_head(self) -> None:
        self._head_is_there()
        self._in_head = True
        self._late = self.loop.call_later(HEAD_SECONDS, self._too_late)

    def _head_is_there(self) -> None:
        self._in_head = False
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _too_late(self) -> None:
        if self._head_bytes:
            self._hang_up()
        else:
            self.transport.close()

    def _hang_up(self) -> None:
        self._head_is_there()
        if not self.transport.is_closing():
            self.send_400_response("The head of the request is too long or too slow.")

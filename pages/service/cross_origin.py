"""What programs may read from pages of other hosts: every GET below `/api/v1/`, and nothing else.

Nothing there depends on who asks: no cookie is read, no session kept.
"""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from pages.service.middleware import Handler

OPEN: Final = "/api/v1/"
READING: Final = frozenset({"GET", "HEAD"})
ANYBODY: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Accept-Ranges, Content-Disposition, Content-Length, Content-Range, ETag, Last-Modified,"
        " Retry-After, Target87-Withheld"
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ASKED_BEFORE: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-Modified-Since, If-None-Match, If-Range, Range",
    "Access-Control-Max-Age": "86400",
}
"""What a browser is told that asks whether it may send such a request."""


class CrossOrigin(Handler):
    """ASGI middleware that lets pages of any host read what is open."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers to the start of its answer."""
        if scope["method"] not in READING or not scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(ANYBODY)
            await send(message)

        await self.app(scope, receive, with_headers)

"""Our own routes while the store cannot answer: 503, a sentence, and when to ask again."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from data.trouble import StoreError
from pages.service.middleware import Handler

ROUTES: Final = "/api/"
AGAIN_SECONDS: Final = 3
"""What `Retry-After` says: a server that fails over answers within seconds."""


class StoreErrors(Handler):
    """ASGI middleware: a StoreError that a route lets through becomes its sentence with 503, and
    every 503 of a route says when to ask again."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what was begun to be answered cannot be answered otherwise."""
        if not scope["path"].startswith(ROUTES):
            await self.app(scope, receive, send)
            return
        begun = False

        async def with_retry(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                if message["status"] == 503:
                    headers = MutableHeaders(scope=message)
                    headers.setdefault("Retry-After", str(AGAIN_SECONDS))
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            await self.app(scope, receive, with_retry)
        except StoreError as error:
            # The status line is sent: a second answer would end up inside the body of the first.
            if begun:
                raise
            await PlainTextResponse(f"{error}\n", status_code=503)(scope, receive, with_retry)

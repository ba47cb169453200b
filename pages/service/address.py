"""How long an address may be: every filter of every page fits many times."""

from __future__ import annotations

from typing import Final

from starlette.types import Receive, Scope, Send

from components.wording import DEFAULT, wording
from pages.service.middleware import Handler
from pages.service.refusal import refuse

LONGEST_ADDRESS: Final = 8192
"""Bytes of path and query together, as they were sent."""


class LongAddresses(Handler):
    """ASGI middleware that answers an address longer than LONGEST_ADDRESS with 414."""

    kinds = ("http", "websocket")

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is short enough."""
        if _length(scope) > LONGEST_ADDRESS:
            said = wording(DEFAULT).t("gate.address_too_long", most=LONGEST_ADDRESS)
            await refuse(scope, receive, send, 414, said, "address")
            return
        await self.app(scope, receive, send)


def _length(scope: Scope) -> int:
    path = scope.get("raw_path") or scope["path"].encode()
    return len(path) + len(scope["query_string"])

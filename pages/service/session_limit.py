"""How many sessions one process serves at once, and what the next visitor gets.

A page is a websocket, a thread now and then and half a megabyte. Above `most_sessions` a visitor
gets a page that says so instead of one that fails; who has a page already keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components.wording import DEFAULT, wording
from pages.service.descriptors import let_in
from pages.service.middleware import Handler
from pages.service.numbers import refused
from pages.service.plain_page import accepted_language, plain_page
from pages.service.refusal import answer
from pages.service.settings import settings

RETRY_SECONDS: Final = 60
NOT_PAGES: Final = frozenset(
    {
        *("healthz", "readyz", "metrics", "paused", "meeting"),
        *("api", "geo", "static", "media", "_stcore"),
    }
)
"""First parts of addresses that are no pages of Streamlit."""


@dataclass
class Sessions:
    """The open sessions of this process and the most that it takes."""

    most: int
    open: int = 0

    @property
    def full(self) -> bool:
        """Whether no further visitor gets a page."""
        return self.open >= self.most

    @property
    def exhausted(self) -> bool:
        """Whether even the websocket of a page that was served is refused: a tenth more than `most`
        is kept for pages that are loading and for connections that broke."""
        return self.open >= let_in(self.most)


@cache
def sessions() -> Sessions:
    """The sessions of this process."""
    return Sessions(settings().most_sessions)


def is_page(path: str) -> bool:
    """Whether a path asks for a page as such, not for a file of it."""
    parts = path.strip("/").split("/")
    return "." not in parts[-1] and parts[0] not in NOT_PAGES


class SessionLimit(Handler):
    """ASGI middleware that counts the open sessions and refuses those above the limit."""

    kinds = ("http", "websocket")

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app)
        self.sessions = sessions()

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """503 at the limit: a page for a page, a sentence for a websocket."""
        if scope["type"] == "websocket":
            await self._session(scope, receive, send)
        elif self.sessions.full and is_page(scope["path"]):
            refused("session")
            await _full(scope)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.sessions.exhausted:
            refused("session")
            said = wording(DEFAULT).t("gate.room_full")
            retry = {"Retry-After": str(RETRY_SECONDS)}
            await answer(scope, receive, send, PlainTextResponse(f"{said}\n", 503, retry))
            return
        # Counted before the handshake ends: a burst of tabs would else pass the limit together.
        self.sessions.open += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.sessions.open -= 1


def _full(scope: Scope) -> ASGIApp:
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[-1]
    language = accepted_language(asked, Headers(scope=scope).get("accept-language", ""))
    retry = {"Retry-After": str(RETRY_SECONDS)}
    return plain_page("full", language, "", status=503, headers=retry)

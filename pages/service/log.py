"""Each request has a number, a line in the log when wanted, and a place in the metrics.

Not logged, so that no reader can be followed: the client's address, its browser, and what
stands behind the question mark of an address but for the language.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Final
from urllib.parse import parse_qs
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send
from structlog.contextvars import bind_contextvars

from components.wording import DEFAULT, LANGUAGES, wording
from data.log import OURS, logs_requests
from pages.service.headers import headers
from pages.service.middleware import Handler
from pages.service.numbers import SESSIONS, answered
from pages.service.settings import settings
from pages.service.templates import template_of

HEADER: Final = "x-request-id"
LONGEST_PATH: Final = 200
NOT_LOGGED: Final = frozenset({"/healthz", "/readyz", "/metrics"})
"""Probed every few seconds by monitoring."""

_SANE: Final = re.compile(r"[A-Za-z0-9-]{1,64}")
LOG: Final = logging.getLogger(f"{OURS}.requests")


def request_id(headers: Headers) -> str:
    """The number that the proxy gave a request, where it is a plain token; else a new one."""
    given = headers.get(HEADER, "")
    return given if _SANE.fullmatch(given) else uuid4().hex


@dataclass
class _Exchange:
    """What is known of one request when it ends."""

    scope: Scope
    id: str
    began: float = field(default_factory=perf_counter)
    status: int = 500
    bytes: int = 0

    def note(self, message: Message) -> None:
        """Note what an answer says, and give it the number."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)[HEADER] = self.id
        elif message["type"] == "http.response.body":
            self.bytes += len(message.get("body", b""))

    def seconds(self) -> float:
        return perf_counter() - self.began

    def line(self, **more: Any) -> dict[str, Any]:
        """The fields of its line in the log."""
        path = self.scope["path"]
        return {
            "request_id": self.id,
            "route": template_of(path),
            "path": path[:LONGEST_PATH],
            "ms": round(self.seconds() * 1000, 1),
            "language": _language(self.scope),
        } | more


def _language(scope: Scope) -> str:
    query = scope.get("query_string", b"")
    if b"lang=" not in query:
        return DEFAULT
    asked = parse_qs(query.decode("latin-1")).get("lang", [DEFAULT])[0]
    return asked if asked in LANGUAGES else DEFAULT


class Requests(Handler):
    """ASGI middleware: numbers, counts and logs requests; the outermost, so that it sees all.

    The number replaces what the client sent, so that the pages' scripts read the same one.
    """

    kinds = ("http", "websocket")

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its number; log it when it is over."""
        exchange = _Exchange(scope, request_id(Headers(scope=scope)))
        others = [pair for pair in scope["headers"] if pair[0] != HEADER.encode()]
        scope["headers"] = [*others, (HEADER.encode(), exchange.id.encode())]
        scope.setdefault("state", {})["request_id"] = exchange.id
        # Every line that is logged while this request is answered has its number, also those of
        # worker threads. Each request has a context of its own, so there is nothing to undo.
        bind_contextvars(request_id=exchange.id)
        if scope["type"] == "http":
            await self._answer(exchange, receive, send)
        else:
            await self._websocket(exchange, receive, send)

    async def _answer(self, exchange: _Exchange, receive: Receive, send: Send) -> None:
        async def counted(message: Message) -> None:
            exchange.note(message)
            await send(message)

        try:
            await self.app(exchange.scope, receive, counted)
        finally:
            method, route = exchange.scope["method"], template_of(exchange.scope["path"])
            answered(method, route, exchange.status, exchange.seconds())
            if logs_requests() and route not in NOT_LOGGED:
                more = {"method": method[:10], "status": exchange.status, "bytes": exchange.bytes}
                LOG.info("request", extra=exchange.line(**more))

    async def _websocket(self, exchange: _Exchange, receive: Receive, send: Send) -> None:
        is_open = False

        async def counted(message: Message) -> None:
            nonlocal is_open
            if message["type"] == "websocket.accept" and not is_open:
                is_open = True
                SESSIONS.inc()
            await send(message)

        try:
            await self.app(exchange.scope, receive, counted)
        finally:
            if is_open:
                SESSIONS.dec()
            if logs_requests():
                LOG.info("session", extra=exchange.line(accepted=is_open))


def server_error(request: Request, _error: Exception) -> Response:
    """500: one sentence with the number of the request; the log has the rest.

    The server answers this itself, outside all middleware, so the headers are given here.
    """
    number = request.scope.get("state", {}).get("request_id", "")
    said = wording(DEFAULT).t("service.error", number=number)
    given = headers(settings().frame_ancestors) | {HEADER: number, "Cache-Control": "no-store"}
    return PlainTextResponse(f"{said}\n", status_code=500, headers=given)

"""Whose name we answer to, and from whose pages a browser may open a session.

Streamlit would compare a foreign `Origin` with this machine's addresses; to learn them it asks an
outside host, in the event loop (1.67, as of 2026-11). So it never sees one: a websocket from
another site's page is refused here, and from every other request the header is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from components.wording import DEFAULT, wording
from pages.service.middleware import Handler
from pages.service.refusal import refuse
from pages.service.settings import settings

PROBES: Final = frozenset({"/healthz", "/readyz"})
"""Asked by the machine itself under any name; their answers hold nothing confidential."""
_USUAL_PORTS: Final = {"http": ":80", "https": ":443"}


def host_name(host: str) -> str:
    """The name in a `Host` header, in small letters without port and last dot; empty if none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_served(host: str, served: Iterable[str]) -> bool:
    """Whether a `Host` header names one of `served`, in which `*.` stands for any part before."""
    name = host_name(host)
    return any(
        name.endswith(each[1:]) if each.startswith("*.") else name == each for each in served
    )


def is_same_site(origin: str, host: str) -> bool:
    """Whether a page at `origin` was served under the name and port of the `Host` header."""
    parts = origin.lower().split("://", 1)
    if len(parts) != 2 or not parts[1]:
        return False
    port = _USUAL_PORTS.get(parts[0], "")
    return parts[1].removesuffix(port) == host.lower().removesuffix(port)


class ForeignHosts(Handler):
    """ASGI middleware that refuses foreign host names and websockets of foreign pages."""

    kinds = ("http", "websocket")

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app)
        self.served = tuple(settings().hosts)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """421 for a `Host` that is not served, 403 for a websocket of another site's page."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host") or [""]
        words = wording(DEFAULT)
        named = self.served and scope["path"] not in PROBES
        if named and not all(is_served(host, self.served) for host in hosts):
            await refuse(scope, receive, send, 421, words.t("gate.foreign_host"), "host")
            return
        origins = headers.getlist("origin")
        same = all(is_same_site(origin, host) for origin in origins for host in hosts)
        if scope["type"] == "websocket" and not same:
            await refuse(scope, receive, send, 403, words.t("gate.foreign_page"), "origin")
            return
        if origins:
            kept = [pair for pair in scope["headers"] if pair[0].lower() != b"origin"]
            scope = {**scope, "headers": kept}
        await self.app(scope, receive, send)

"""Which of Streamlit's own addresses stand open: only those that our pages use.

The others take files of any size, run pages for programs, serve components or sign people in;
nothing here needs them. What is not named below is closed, whatever a later Streamlit brings.
"""

from __future__ import annotations

from typing import Final

from starlette.types import Receive, Scope, Send

from components.wording import DEFAULT, wording
from pages.service.middleware import Handler
from pages.service.numbers import Reason
from pages.service.refusal import refuse
from pages.service.settings import settings

CORE: Final = "_stcore"
STREAM: Final = f"/{CORE}/stream"
"""The one address of a websocket."""
OPEN: Final = frozenset({"health", "host-config"})
"""What a page asks below `/_stcore/` before it opens its websocket."""
UNUSED: Final = frozenset({"component", "auth", "oauth2callback"})
"""First parts of addresses of Streamlit that no page of ours uses."""


def is_closed(path: str, *, metrics: bool) -> bool:
    """Whether a path leads to something that is not for visitors."""
    parts = path.split("/")[1:]
    if CORE in parts:
        # At whatever depth: a proxy or a setting may put a folder before our addresses.
        asked = "/".join(parts[parts.index(CORE) + 1 :])
        return asked not in OPEN and not (metrics and asked == "metrics")
    # Streamlit would answer `/.env` or `/.git/config` with its page, and 200.
    return parts[0] in UNUSED or parts[0].startswith(".")


class ClosedPaths(Handler):
    """ASGI middleware: 404 for what is closed; no body is read, so no upload is kept."""

    kinds = ("http", "websocket")

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open; a websocket leads to STREAM only."""
        if scope["type"] == "http":
            closed = is_closed(scope["path"], metrics=settings().metrics)
        else:
            closed = not scope["path"].endswith(STREAM)
        if closed:
            said = wording(DEFAULT).t("gate.nothing_here")
            reason: Reason = "upload" if "/upload_file/" in scope["path"] else "closed"
            await refuse(scope, receive, send, 404, said, reason)
            return
        await self.app(scope, receive, send)

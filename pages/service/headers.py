"""Headers on every answer: what a browser may load, and from where (only from here)."""

from __future__ import annotations

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.service.middleware import Handler
from pages.service.settings import settings

# Streamlit's own bundle needs inline styles and scripts, and workers from blobs. `'self'` covers
# the websocket to the same host (CSP 3), so no host and no scheme stands in `connect-src`.
POLICY: Final = (
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
FIXED: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
UNLISTED: Final = "/preview"
"""The page of drafts, which no search engine shall list."""

_OLD_FORM: Final = {"'self'": "SAMEORIGIN", "'none'": "DENY"}
"""What browsers without `frame-ancestors` understand; there is no such word for a list of hosts."""


def headers(frame_ancestors: str) -> dict[str, str]:
    """The headers when `frame_ancestors`, as in a policy, may show our pages in a frame."""
    policy = "; ".join((*POLICY, f"frame-ancestors {frame_ancestors}"))
    old = _OLD_FORM.get(frame_ancestors)
    framed = {"X-Frame-Options": old} if old else {}
    return {"Content-Security-Policy": policy, **framed, **FIXED}


def framed_by(ancestors: str) -> dict[str, str]:
    """The headers of a page that these may show in a frame, whoever may show the others."""
    policy = headers(ancestors)["Content-Security-Policy"]
    return {"Content-Security-Policy": policy, "Cross-Origin-Resource-Policy": "cross-origin"}


class SecurityHeaders(Handler):
    """ASGI middleware that adds the headers to every HTTP answer that lacks them."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app)
        self.headers = headers(settings().frame_ancestors)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers to the start of its answer."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                own_policy = "Content-Security-Policy" in given
                for name, value in self.headers.items():
                    # What says itself who may frame it must not be contradicted in the old form.
                    if not (own_policy and name == "X-Frame-Options"):
                        given.setdefault(name, value)
                if scope["path"] == UNLISTED:
                    given.setdefault("X-Robots-Tag", "noindex, nofollow")
            await send(message)

        await self.app(scope, receive, with_headers)

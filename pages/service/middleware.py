"""What every ASGI middleware of the service has: the next application, and the kinds it handles."""

from __future__ import annotations

from typing import ClassVar

from starlette.types import ASGIApp, Receive, Scope, Send


class Handler:
    """ASGI middleware for scopes of `kinds`; every other scope is passed on as it is.

    Not starlette's BaseHTTPMiddleware: that one puts a task between the answer and its client, so
    that neither a slow reader nor a client that left would be noticed.
    """

    kinds: ClassVar[tuple[str, ...]] = ("http",)

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle the scope, or pass it on."""
        handle = self.handle if scope["type"] in self.kinds else self.app
        await handle(scope, receive, send)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or call `self.app`."""
        raise NotImplementedError

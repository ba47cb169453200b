"""A short answer in plain text from before the pages, to a request or a websocket's handshake."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from pages.service.numbers import Reason, refused


async def refuse(
    scope: Scope,
    receive: Receive,
    send: Send,
    status: int,
    text: str,
    reason: Reason,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Answer with an HTTP status and a sentence; the body of the request is not read.

    `reason` is what /metrics counts it under.
    """
    refused(reason)
    said = {"Cache-Control": "no-store", **(headers or {})}
    await answer(scope, receive, send, PlainTextResponse(f"{text}\n", status, said))


async def answer(scope: Scope, receive: Receive, send: Send, response: Response) -> None:
    """Give a response; a websocket's handshake gets it in place of the upgrade."""
    if scope["type"] == "http":
        await response(scope, receive, send)
        return
    handshake = WebSocket(scope, receive, send)
    # The server sends `websocket.connect` first; only then may it be answered.
    await handshake.receive()
    await handshake.send_denial_response(response)

"""What a browser may send through its websocket, and how long a session may be idle.

Streamlit takes 25 MB, logs a traceback for what it cannot read, and has messages that no page of
ours sends: they clear the caches of everybody, ask for places to upload to, or reach into the
server's folder. A session without a click for `idle_minutes` ends; its page says so by itself
(components/ui/idle.py), and what is closed here is what has no such page.
"""

from __future__ import annotations

import asyncio
import time
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.service.address import LONGEST_ADDRESS
from pages.service.middleware import Handler
from pages.service.numbers import refused
from pages.service.settings import settings

MOST_BYTES: Final = 1_000_000
"""The largest message of a client: a thousand times what the widgets of our pages come to."""
ALLOWED: Final = frozenset({"rerun_script", "stop_script"})
"""What our pages send; anything else is ignored."""
FIRST_SECONDS: Final = 60.0
"""How long a websocket may be open before it asks for a page."""
PRESENTING: Final = 12
"""How many times longer a page may stand untouched when it is presented (`present=1`), as in
components/ui/idle.py."""

UNREADABLE, NOT_BINARY, NOT_TAKEN, TOO_BIG, IDLE = 1002, 1003, 1008, 1009, 1001
"""Codes of RFC 6455 with which a websocket is closed."""


class Refused(Exception):
    """A message that ends its session; `code` tells the client why."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(str(code))


def read_message(message: Message) -> BackMsg:
    """The message of a client. Raises Refused."""
    data = message.get("bytes")
    if data is None:
        raise Refused(NOT_BINARY)
    if len(data) > MOST_BYTES:
        raise Refused(TOO_BIG)
    made = BackMsg()
    try:
        made.ParseFromString(data)
    except DecodeError as error:
        raise Refused(UNREADABLE) from error
    if len(made.rerun_script.query_string.encode()) > LONGEST_ADDRESS:
        raise Refused(NOT_TAKEN)
    return made


class WebsocketGuard:
    """One websocket: passes on allowed messages; closes it when idle or at a bad message."""

    def __init__(self, receive: Receive, send: Send, idle_seconds: float) -> None:
        self._receive = receive
        self._send = send
        self._idle_seconds = idle_seconds
        self._ends = time.monotonic() + min(FIRST_SECONDS, idle_seconds)
        self._closed = False

    async def receive(self) -> Message:
        """The next message for Streamlit; a session ended here looks as if its client had left."""
        try:
            while True:
                async with asyncio.timeout(max(0.0, self._ends - time.monotonic())):
                    message = await self._receive()
                if message["type"] != "websocket.receive" or self._is_allowed(message):
                    return message
        except TimeoutError:
            return await self._end(IDLE)
        except Refused as why:
            refused("message")
            return await self._end(why.code)

    def _is_allowed(self, message: Message) -> bool:
        said = read_message(message)
        if said.WhichOneof("type") not in ALLOWED:
            return False
        presenting = "present=1" in said.rerun_script.query_string
        patience = self._idle_seconds * (PRESENTING if presenting else 1)
        self._ends = time.monotonic() + patience
        return True

    async def _end(self, code: int) -> Message:
        if not self._closed:
            await self.send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}

    async def send(self, message: Message) -> None:
        """Pass on what Streamlit sends; after the end nothing is left to send it to."""
        if self._closed:
            return
        self._closed = message["type"] == "websocket.close"
        await self._send(message)


class Messages(Handler):
    """ASGI middleware that stands between a websocket and Streamlit."""

    kinds = ("websocket",)

    def __init__(self, app: ASGIApp, idle_seconds: float | None = None) -> None:
        super().__init__(app)
        self.idle_seconds = idle_seconds or settings().idle_minutes * 60.0

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a websocket on through a WebsocketGuard."""
        guard = WebsocketGuard(receive, send, self.idle_seconds)
        await self.app(scope, guard.receive, guard.send)

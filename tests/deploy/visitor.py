"""One open page, as far as the network can tell: a websocket that asks for runs and reads them."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

import websockets
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.deploy.nginx import NAME, Proxy
from tests.page_message import page_message

COOKIE: Final = "target87"
RUN_SECONDS: Final = 60


def session(
    proxy: Proxy, cookie: str = "", request: str = ""
) -> AbstractAsyncContextManager[websockets.ClientConnection]:
    """A websocket through the proxy, with a visitor's cookie and a number for the log."""
    headers = {"Cookie": f"{COOKIE}={cookie}"} if cookie else {}
    if request:
        headers["X-Request-ID"] = request
    return websockets.connect(
        f"wss://{NAME}:{proxy.port}/_stcore/stream",
        ssl=proxy.trust,
        origin=proxy.address,  # type: ignore[arg-type]
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers=headers,
        max_size=None,
        open_timeout=20,
    )


def _failure(message: ForwardMsg) -> str:
    """What a page says in the place of its content; empty when it is well."""
    element: Any = message.delta.new_element
    kind = element.WhichOneof("type")
    if kind == "exception":
        return str(element.exception.message)
    if kind == "alert" and element.alert.format == Alert.ERROR:
        return str(element.alert.body)
    return ""


async def run(opened: websockets.ClientConnection, page: str, query: str = "") -> int:
    """Run a page to its end; how many elements it sent. Raises AssertionError when it failed."""
    await opened.send(page_message(page, query))
    elements = 0
    while True:
        raw = await asyncio.wait_for(opened.recv(), RUN_SECONDS)
        message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
        kind = message.WhichOneof("type")
        if kind == "delta":
            assert not _failure(message), f"{page}: {_failure(message)}"
            elements += 1
        elif kind == "script_finished" and message.script_finished == 0:
            return elements

"""A stranger who speaks HTTP and websockets by hand."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.page_message import page_message
from tests.servers import Server

STREAM = "/_stcore/stream"
OUTSIDE = "LOOKED OUTSIDE"
"""What the server under watch logs when it would ask an outside address for something."""


@dataclass
class Answer:
    """Status, headers in small letters, and body."""

    status: int
    headers: dict[str, str]
    body: str


def ask(
    server: Server,
    path: str,
    method: str = "GET",
    *,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
) -> Answer:
    """The answer to a request whose path is sent as it stands."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        line.request(method, path, body, dict(headers or {}))
        got = line.getresponse()
        named = {name.lower(): value for name, value in got.getheaders()}
        return Answer(got.status, named, got.read().decode("utf-8", "replace"))
    finally:
        line.close()


@contextmanager
def session(server: Server, path: str = STREAM, **headers: str) -> Iterator[ClientConnection]:
    """An open websocket."""
    with connect(
        f"ws://127.0.0.1:{server.port}{path}",
        subprotocols=[Subprotocol("streamlit")],
        additional_headers=headers,
        max_size=None,
        open_timeout=60,
    ) as opened:
        yield opened


def refused(server: Server, path: str = STREAM, **headers: str) -> int:
    """The status with which a handshake is refused; 101 when it is not."""
    try:
        with session(server, path, **headers):
            return 101
    except InvalidStatus as why:
        return why.response.status_code


def show(line: ClientConnection, query: str = "") -> str:
    """Run the start page to its end; the id of the session."""
    line.send(page_message(query=query))
    found = ""
    while True:
        said = ForwardMsg()
        said.ParseFromString(bytes(line.recv(timeout=60)))
        if said.WhichOneof("type") == "new_session":
            found = said.new_session.initialize.session_id or found
        if said.WhichOneof("type") == "script_finished":
            return found


def close_code(line: ClientConnection, *messages: bytes | str) -> int | None:
    """The code with which the server ends a websocket after these messages."""
    with suppress(ConnectionClosed):
        for message in messages:
            line.send(message)
    with suppress(ConnectionClosed):
        while True:
            line.recv(timeout=60)
    return line.close_code

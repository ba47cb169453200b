"""Bodies of requests against one server: too long, too slow, endless, many at once, broken off."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.wording import wording
from pages.routes.meeting_files import body_refused
from pages.service import request_body
from pages.service.request_body import BodyRefused, body_of

MOST = 2048
SECONDS = 1.0


async def length(request: Request) -> Response:
    """How long the body was."""
    try:
        body = await body_of(request, kind="text/plain", most=MOST, seconds=SECONDS, away=0.3)
    except BodyRefused as why:
        return body_refused(why, wording("en"))
    return JSONResponse({"length": len(body)})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server in this process."""
    app: Any = Starlette(routes=[Route("/length", length, methods=["POST"])])
    server = uvicorn.Server(
        uvicorn.Config(app, port=0, log_level="error", lifespan="off", loop="uvloop")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join(10)
    assert not thread.is_alive()


def head(size: str, kind: str = "text/plain; charset=utf-8") -> bytes:
    """What stands before a body."""
    lines = ("POST /length HTTP/1.1", "Host: x", f"Content-Type: {kind}", size)
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def said(line: socket.socket) -> tuple[int, dict[str, object], str]:
    """Status, body and `Connection` of the answer."""
    answer = http.client.HTTPResponse(line)
    answer.begin()
    return answer.status, json.loads(answer.read()), answer.getheader("connection", "")


def opened(port: int) -> socket.socket:
    """A connection."""
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def refused(why: str, **fields: object) -> dict[str, object]:
    """What is answered."""
    return {"refused": wording("en").t(f"body.{why}", **fields)}


def test_a_body_comes_whole_in_pieces(port: int) -> None:
    with opened(port) as line:
        line.sendall(head("Content-Length: 2048"))
        for _ in range(2):
            time.sleep(0.05)
            line.sendall(b"x" * 1024)
        assert said(line)[:2] == (200, {"length": MOST})
        # The connection goes on.
        line.sendall(head("Transfer-Encoding: chunked") + b"3\r\nabc\r\n0\r\n\r\n")
        assert said(line)[:2] == (200, {"length": 3})


def test_a_body_that_is_too_long_is_refused_and_cut_off(port: int) -> None:
    with opened(port) as line:
        line.sendall(head("Content-Length: 900000") + b"x" * 900_000)
        assert said(line) == (413, refused("long", most=2), "close")
    with opened(port) as line:
        line.sendall(head("Transfer-Encoding: chunked"))
        for _ in range(50):
            line.sendall(b"400\r\n" + b"x" * 1024 + b"\r\n")
        line.sendall(b"0\r\n\r\n")
        assert said(line) == (413, refused("long", most=2), "close")


def test_an_endless_body_ends(port: int) -> None:
    with opened(port) as line:
        line.sendall(head("Content-Length: 999999999999") + b"x" * 5000)
        began = time.monotonic()
        assert said(line) == (413, refused("long", most=2), "close")
        assert time.monotonic() - began < 3
        assert line.recv(1) == b""


def test_a_body_letter_by_letter_is_cut_off(port: int) -> None:
    with ExitStack() as lines:
        silent, slow = (lines.enter_context(opened(port)) for _ in range(2))
        silent.sendall(head("Content-Length: 100"))
        slow.sendall(head("Content-Length: 100"))
        began = time.monotonic()
        for _ in range(6):
            slow.sendall(b"x")
            time.sleep(SECONDS / 5)
        for line in (slow, silent):
            assert said(line) == (408, refused("slow", seconds=1), "close")
        assert time.monotonic() - began < SECONDS * 3


def test_so_many_are_read_at_once_and_those_who_leave_make_room(port: int) -> None:
    with ExitStack() as lines:
        for _ in range(request_body.MOST_AT_ONCE):
            lines.enter_context(opened(port)).sendall(head("Content-Length: 9"))
        time.sleep(0.3)
        with opened(port) as line:
            line.sendall(head("Content-Length: 1") + b"x")
            assert said(line)[:2] == (503, refused("busy"))
    # All have hung up: the next one is read.
    time.sleep(0.3)
    with opened(port) as line:
        line.sendall(head("Content-Length: 1") + b"x")
        assert said(line)[:2] == (200, {"length": 1})


def test_another_kind_is_not_read(port: int) -> None:
    with opened(port) as line:
        line.sendall(head("Content-Length: 1", "multipart/form-data; boundary=x") + b"x")
        assert said(line)[:2] == (415, refused("kind", kind="text/plain"))

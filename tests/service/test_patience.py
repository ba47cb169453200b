"""A client that does not read is cut off, and its connection is really given back."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from pages.service.settings import settings
from pages.service.slow_clients import SlowClients

BIG = 40_000_000
SECONDS = 1


async def whole(_request: Request) -> Response:
    """An answer that is given at once and waits in the connection's buffer."""
    return Response(b"x" * BIG)


async def pieces(_request: Request) -> Response:
    """An answer whose next piece waits until there is room."""

    async def body() -> AsyncIterator[bytes]:
        for _ in range(BIG // 100_000):
            yield b"x" * 100_000

    return StreamingResponse(body())


@pytest.fixture
def port(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server in this process, so that its open files can be counted."""
    monkeypatch.setenv("TARGET87_WRITE_SECONDS", str(SECONDS))
    settings.cache_clear()
    routes = [Route("/whole", whole), Route("/pieces", pieces)]
    app: Any = Starlette(routes=routes, middleware=[Middleware(SlowClients)])
    server = uvicorn.Server(
        uvicorn.Config(
            app, port=0, loop=getattr(request, "param", "uvloop"), log_level="error", lifespan="off"
        )
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield int(server.servers[0].sockets[0].getsockname()[1])
    server.should_exit = True
    thread.join(10)
    settings.cache_clear()
    assert not thread.is_alive()


def open_sockets() -> int:
    """Sockets of this process."""
    count = 0
    for name in os.listdir("/proc/self/fd"):
        try:
            count += os.readlink(f"/proc/self/fd/{name}").startswith("socket:")
        except FileNotFoundError:
            continue
    return count


def asking(port: int, path: str) -> socket.socket:
    """A client that asks and reads nothing."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    client.connect(("127.0.0.1", port))
    client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return client


@pytest.mark.parametrize("port", ["uvloop", "asyncio"], indirect=True)
def test_who_does_not_read_is_cut_off(port: int) -> None:
    before = open_sockets()
    clients = [asking(port, path) for path in ("/whole", "/pieces") * 3]
    time.sleep(SECONDS / 2)
    assert open_sockets() == before + 12, "both ends of each connection lie in this process"
    end = time.monotonic() + 8 * SECONDS
    while open_sockets() > before + 6 and time.monotonic() < end:
        time.sleep(0.1)
    assert open_sockets() == before + 6
    for client in clients:
        client.close()


def test_who_reads_slowly_gets_everything(port: int) -> None:
    with asking(port, "/pieces") as client:
        got, began = 0, time.monotonic()
        while time.monotonic() < began + 3 * SECONDS:
            got += len(client.recv(30_000))
            time.sleep(0.1)
        while got < BIG:
            got += len(piece := client.recv(1 << 20))
            assert piece, f"ended after {got} bytes"

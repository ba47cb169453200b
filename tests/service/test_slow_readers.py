"""Clients that ask for files and do not read, or read all at once, beside people on the pages."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import websockets

from tests.servers import started
from tools.bench.session import Reader

ROOT = Path(__file__).resolve().parents[2]
CSV = "/api/v1/observations.csv"
FILES = (CSV, f"{CSV}?from=2000", "/api/v1/actions.csv", "/api/v1/events.csv")
SLEEPERS = 200
EXPORTS = 20
ATTEMPTS = 5
"""Turns in which a promise must hold once: a neighbour on the machine can spoil one."""

PAGES = {
    "": "",
    "country": "iso3=NPL",
    "compare": "iso3=NPL,BGD",
    "pathfinders": "",
    "monitoring": "iso3=NPL",
    "timeline": "",
    "alliance": "",
    "explore": "area=NPL",
    "changed": "",
    "sources": "",
}
ROUTES = (
    f"{CSV}?area=NPL",
    "/api/v1/changes.csv",
    "/api/v1/actions.csv",
    "/api/v1/events.csv",
    "/api/v1/framework.csv?area=NPL",
    "/api/v1/names.json?q=nepal",
)


@pytest.fixture(scope="module")
def port(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the app, served as the README says."""
    folder = tmp_path_factory.mktemp("slow")
    with started(folder, TARGET87_DATABASE_URL=store_url, TARGET87_WRITE_SECONDS="40") as running:
        yield running.port


def asleep(port: int, path: str, *, encoding: str = "identity") -> socket.socket:
    """A client that asks for a file and reads nothing."""
    client = socket.socket()
    # Little room, so that the answer waits in the server and not on the way.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    client.connect(("127.0.0.1", port))
    client.sendall(
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\n\r\n".encode()
    )
    return client


@contextmanager
def sleepers(port: int) -> Iterator[None]:
    """Downloads of several files, packed and plain, whose clients sleep."""
    asked = [
        asleep(port, FILES[n % 4], encoding=("gzip", "identity")[n // 4 % 2])
        for n in range(SLEEPERS)
    ]
    try:
        for client in asked:
            # The first byte tells that the answer has begun.
            client.settimeout(20)
            assert client.recv(1, socket.MSG_PEEK)
        # What the system takes in their stead is some megabytes each.
        time.sleep(2)
        yield
    finally:
        for client in asked:
            client.close()


def usual(times: list[float]) -> float:
    """What the work takes when nothing else wants the machine: the lower quartile."""
    return sorted(times)[len(times) // 4]


def seconds(port: int, path: str) -> float:
    """Seconds of an answer to its last byte."""
    start = time.perf_counter()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        answer.read()
    return time.perf_counter() - start


def usual_seconds(port: int, name: str) -> float:
    """The usual seconds of a route, or of a rerun of a page."""
    if name in ROUTES:
        return usual([seconds(port, name) for _ in range(11)])
    return usual(asyncio.run(rerun_times(port, name, PAGES[name], 7)))


async def rerun_times(port: int, page: str, query: str, number: int) -> list[float]:
    """Seconds of so many reruns of a page in one session."""
    options: dict[str, Any] = {"subprotocols": ["streamlit"], "max_size": None}
    options["origin"] = f"http://127.0.0.1:{port}"
    async with websockets.connect(f"ws://127.0.0.1:{port}/_stcore/stream", **options) as session:
        reader = Reader(session, page, query)
        # The first ones fill caches.
        return [await reader.rerun() for _ in range(number + 2)][2:]


def test_sleeping_downloads_slow_nothing_down(port: int) -> None:
    for path in FILES:
        seconds(port, path)
    slower = dict.fromkeys((*ROUTES, *PAGES), 0.0)
    for _ in range(ATTEMPTS):
        alone = {name: usual_seconds(port, name) for name in slower}
        with sleepers(port):
            beside = {name: usual_seconds(port, name) for name in slower}
        slower = {n: beside[n] / alone[n] for n in alone if beside[n] > 2 * alone[n]}
        if not slower:
            return
    assert slower == {}


def p95(times: list[float]) -> float:
    """The time that one in twenty exceeds."""
    return sorted(times)[int(len(times) * 0.95)]


def test_full_exports_leave_the_pages_quick(port: int) -> None:
    ratios = []
    for _ in range(ATTEMPTS):
        idle = p95(asyncio.run(rerun_times(port, "country", "iso3=NPL", 40)))
        command = [sys.executable, "-m", "tests.service.download_clients"]
        with subprocess.Popen([*command, str(port), CSV, str(EXPORTS)], cwd=ROOT) as clients:
            try:
                time.sleep(1)
                busy = p95(asyncio.run(rerun_times(port, "country", "iso3=NPL", 40)))
                assert clients.poll() is None, "the clients gave up"
            finally:
                clients.kill()
        ratios.append(busy / idle)
        if ratios[-1] <= 3:
            return
    assert min(ratios) <= 3

"""An app started for a test on a port of its own, and what one can see of it from outside."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 90


@dataclass
class Server:
    """A running app: its address and port, its process and its log."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        """`http://127.0.0.1:9151`"""
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """Everything it wrote."""
        return self.log.read_text("utf-8", "replace")

    @property
    def memory(self) -> int:
        """Resident kilobytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        assert found
        return int(found[1])

    @property
    def descriptors(self) -> int:
        """Files and sockets that it has open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


def free_port() -> int:
    """A port on the loopback interface that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: Server) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"The app did not start at {server.address}. It said:\n{server.said[-4000:]}")


@contextmanager
def started(
    folder: Path, *options: str, app: str = "app:app", **environment: str
) -> Iterator[Server]:
    """The service as it is run, for as long as the context. With `options`, or another `app`, it is
    uvicorn that serves it with them."""
    port = free_port()
    log = folder / f"server-{port}.log"
    bare = options or app != "app:app"
    module = ["uvicorn", app] if bare else ["pages.service"]
    command = [sys.executable, "-m", *module, "--port", str(port), *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | environment, stdout=out, stderr=subprocess.STDOUT
        )
    server = Server(port, process, log)
    try:
        _wait_until_healthy(server)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

"""What the benches share: a promise, the app served to them, and one browser's session with it."""

from __future__ import annotations

import asyncio
import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.page_message import page_message

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
LONGEST_FINISH = 1_000


@dataclass(frozen=True)
class Promise:
    """A measured figure beside its bound; `holds` None when it could not be measured."""

    what: str
    measured: str
    bound: str
    holds: bool | None


def answers(port: int) -> bool:
    """Whether the server says that it is well."""
    try:
        connection = http.client.HTTPConnection(HOST, port, timeout=2)
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False


@contextmanager
def served(port: int, seconds: float = 90) -> Iterator[None]:
    """The app on the port, for as long as the block runs."""
    command = [sys.executable, "-m", "uvicorn", "tools.bench.app:app"]
    command += ["--host", HOST, "--port", str(port), "--no-access-log", "--log-level", "warning"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + seconds
        while not answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("bench: the server did not start; try `make run` to see why")
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


class Reader:
    """One browser's session, as far as the server can tell: it says which messages it has kept."""

    def __init__(self, session: Any, page: str, query: str) -> None:
        self._session = session
        self._asked = (page, query)
        self._kept: set[str] = set()

    async def rerun(self) -> float:
        """Seconds from asking for a rerun to its last message. Reading them is not counted."""
        text = page_message(*self._asked, kept=self._kept)
        messages: list[bytes] = []
        start = time.perf_counter()
        await self._session.send(text)
        while not (messages and finishes(messages[-1])):
            messages.append(await asyncio.wait_for(self._session.recv(), 60))
        seconds = time.perf_counter() - start
        for message in map(ForwardMsg.FromString, messages):
            self._keep(message)
        return seconds

    def _keep(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if message.WhichOneof("type") == "delta" and element.WhichOneof("type") == "exception":
            raise SystemExit(f"bench: {self._asked[0]}: {element.exception.message}")
        if message.metadata.cacheable and message.hash:
            self._kept.add(message.hash)


def finishes(raw: bytes) -> bool:
    """Whether a message says that the run is over; such messages are short."""
    if len(raw) > LONGEST_FINISH:
        return False
    message = ForwardMsg.FromString(raw)
    return message.WhichOneof("type") == "script_finished" and message.script_finished == 0

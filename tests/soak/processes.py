"""The processes that are soaked: started, killed, started again, and measured all the while."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import IO, Final

import httpx2

from components.wording import STRICT_VARIABLE

ROOT: Final = Path(__file__).resolve().parents[2]
HOST: Final = "127.0.0.1"
START_SECONDS: Final = 120
END_SECONDS: Final = 45
"""So long a process may take to end after SIGTERM: a slow reader's download is ended by then."""

HEALTH: Final = ("/healthz", "/_stcore/health")
"""The product's own answer, or Streamlit's where there is none yet."""


@dataclass(frozen=True)
class Sample:
    """A process at an age in seconds: its own memory and all of it (MB), its open files."""

    age: float
    own: float
    resident: float
    files: int


@dataclass
class Life:
    """A process from its start to its end. Moments are of time.monotonic()."""

    name: str
    process: subprocess.Popen[bytes]
    started: float
    ready: float = 0.0
    ended: float = 0.0
    how: str = "the run was over"
    samples: list[Sample] = field(default_factory=list)

    def between(self, first: float, last: float) -> list[Sample]:
        """What was measured between two ages."""
        return [s for s in self.samples if first <= s.age <= last]


def own_memory(samples: list[Sample]) -> float:
    """Median of what the process keeps for itself, in MB."""
    return median(s.own for s in samples)


def _children(pid: int) -> list[int]:
    """The process and whatever it started."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except (OSError, UnicodeDecodeError):
                continue
            parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    family = [pid]
    for one in family:
        family += [child for child, parent in parents.items() if parent == one]
    return family


def measured(pid: int, age: float) -> Sample | None:
    """The process and its children now; None when it is gone.

    Its own memory is RssAnon. The rest of what is resident are files mapped to read them, such as
    the database: the kernel shares those pages, counts them once for each connection, and takes
    them back when it wants.
    """
    own = resident = files = 0
    try:
        for one in _children(pid):
            status = Path(f"/proc/{one}/status").read_text()
            sizes = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
            own += int(sizes.get("RssAnon", "0 kB").split()[0])
            resident += int(sizes.get("VmRSS", "0 kB").split()[0])
            files += len(os.listdir(f"/proc/{one}/fd"))
    except OSError:
        return None
    return Sample(age, own / 1024, resident / 1024, files)


class Served:
    """One of the processes behind the proxy: a port, and the lives that served it."""

    def __init__(self, name: str, port: int, url: str, folder: Path) -> None:
        self.name, self.port = name, port
        self.lives: list[Life] = []
        self.up = False
        self._downs: list[list[float]] = []
        # A text that is missing in a language is an error here, as in all tests.
        self._environment = os.environ | {"TARGET87_DATABASE_URL": url, STRICT_VARIABLE: "1"}
        self._log = folder / f"{name}.log"

    @property
    def address(self) -> str:
        """`http://127.0.0.1:9450`"""
        return f"http://{HOST}:{self.port}"

    @property
    def life(self) -> Life:
        """The one that serves now, or did last."""
        return self.lives[-1]

    def down_between(self, first: float, last: float) -> bool:
        """Whether we had killed it at any moment of this time, and it did not yet serve again."""
        return any(begin <= last and first <= end for begin, end in self._downs)

    async def start(self) -> None:
        """Start it and wait until it is well. Raises RuntimeError with its last words."""
        # As the units under deploy/ do.
        command = [sys.executable, "-m", "pages.service", "--host", HOST]
        command += ["--port", str(self.port)]
        with self._log.open("ab") as out:
            self.lives.append(Life(self.name, self._spawn(command, out), time.monotonic()))
        end = time.monotonic() + START_SECONDS
        async with httpx2.AsyncClient(trust_env=False, timeout=3) as client:
            while not await self._is_well(client):
                if self.life.process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"{self.name} did not start. It said:\n{self.last_words()}")
                await asyncio.sleep(0.2)
        self.life.ready = time.monotonic()
        self.up = True
        if self._downs:
            self._downs[-1][1] = time.monotonic()

    def _spawn(self, command: list[str], out: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stdout=out, stderr=subprocess.STDOUT
        )

    async def _is_well(self, client: httpx2.AsyncClient) -> bool:
        for path in HEALTH:
            try:
                answer = await client.get(self.address + path)
            except httpx2.HTTPError:
                return False
            # Without a route of ours the path is a page of Streamlit's, which is HTML.
            if answer.status_code == 200 and "html" not in answer.headers.get("content-type", ""):
                return True
        return False

    def last_words(self, most: int = 3_000) -> str:
        """The end of its log."""
        return self._log.read_text(encoding="utf-8", errors="replace")[-most:]

    async def end(self, signum: signal.Signals) -> bool:
        """Send it a signal and wait for its end; False when it had to be killed after all."""
        self.up = False
        self._downs.append([time.monotonic(), float("inf")])
        life = self.life
        life.ended, life.how = time.monotonic(), signum.name
        life.process.send_signal(signum)
        limit = time.monotonic() + END_SECONDS
        while life.process.poll() is None and time.monotonic() < limit:
            await asyncio.sleep(0.05)
        obeyed = life.process.poll() is not None
        if not obeyed:
            life.process.kill()
            await asyncio.to_thread(life.process.wait)
        return obeyed

    def measure(self) -> None:
        """Note its memory and open files, when it serves."""
        if self.up and (found := measured(self.life.process.pid, self.age())) is not None:
            self.life.samples.append(found)

    def age(self) -> float:
        """Seconds since it was ready."""
        return time.monotonic() - self.life.ready

    def died(self) -> bool:
        """Whether it ended although nobody killed it."""
        return self.up and self.life.process.poll() is not None

    def stop(self) -> None:
        """End it at the end of the run."""
        for life in self.lives:
            life.ended = life.ended or time.monotonic()
            if life.process.poll() is None:
                life.process.kill()
                life.process.wait()

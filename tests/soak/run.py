"""The run itself: who does what when, from the first process to the last measurement."""

from __future__ import annotations

import asyncio
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.database import database_url, sqlite_path
from loaders.jobs.build import build_if_needed
from tests.servers import free_port
from tests.soak.addresses import Addresses
from tests.soak.downloads import Program
from tests.soak.loads import Loads, copied
from tests.soak.people import Person
from tests.soak.processes import Served
from tests.soak.readings import Readings
from tests.soak.tally import KINDS, PAGES, Tally, p95

SHORTEST_LOAD_PAUSE, SHORTEST_KILL_PAUSE = 20.0, 50.0
"""A load takes five seconds and a start ten: what comes more often would not be mixed work."""

LONG_MINUTES = 20
"""In a run of so many minutes the caches are filled, and memory has to be flat from then on."""

PROGRAMS = 2
KILLED_LOAD_EACH = 3


@dataclass(frozen=True)
class Plan:
    """How long, how many, how often. Seconds."""

    minutes: float
    people: int
    port: int
    seed: int

    @property
    def seconds(self) -> float:
        """The whole length."""
        return self.minutes * 60

    @property
    def load_every(self) -> float:
        """Five minutes in an hour."""
        return max(SHORTEST_LOAD_PAUSE, self.seconds / 12)

    @property
    def kill_every(self) -> float:
        """Ten minutes in an hour."""
        return max(SHORTEST_KILL_PAUSE, self.seconds / 6)

    @property
    def window(self) -> float:
        """What is compared at the start and at the end: five minutes of an hour."""
        return max(30.0, self.seconds / 12)

    @property
    def sample_every(self) -> float:
        """Ten seconds in an hour."""
        return min(10.0, self.seconds / 90)

    @property
    def whole_pause(self) -> float:
        """Between whole files, which take a second or two of a core each."""
        return min(25.0, self.seconds / 18)

    @property
    def settling(self) -> float:
        """The age from which a process's memory is compared: ten minutes in an hour.

        The caches of pages hold up to 256 countries in a language and a release; one of eight views
        is of a country, so that 2,000 views fill them: eight minutes of ten people.
        """
        return self.seconds / 6 if self.minutes >= LONG_MINUTES else self.seconds / 12


@dataclass
class Outcome:
    """What is left of a run."""

    plan: Plan
    tally: Tally
    served: list[Served]
    loads: Loads
    length: float = 0.0


class Soak:
    """Two processes on one store, and everybody who uses it."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan, self.chance, self.tally = plan, random.Random(plan.seed), Tally()
        real = sqlite_path(database_url())
        if real is None:
            raise SystemExit("soak: copies a SQLite store; unset TARGET87_DATABASE_URL")
        build_if_needed(database_url())
        store = copied(real, folder / "store.sqlite")
        url = f"sqlite:///{store}"
        ports = (plan.port, plan.port + 1) if plan.port else (free_port(), free_port())
        names = zip("AB", ports, strict=True)
        self.served = [Served(name, port, url, folder) for name, port in names]
        self.loads = Loads(store, self.tally, self.chance)
        self.loads.prepare()
        self.readings = Readings(self.loads)
        self.addresses = Addresses(store, self.loads, self.chance)
        self.stop = asyncio.Event()

    def choose(self) -> Served:
        """The process that a proxy would give to somebody new: one that serves."""
        return self.chance.choice([s for s in self.served if s.up] or self.served)

    async def run(self) -> Outcome:
        """Everything at once, for as long as planned; then a last look at the whole store."""
        try:
            # One after the other: what the second one does must not be measured as the first's.
            for served in self.served:
                await served.start()
            await self.loads.load()
            self.tally.times.clear()
            self.tally.started = time.monotonic()
            length = await self._together()
            await self.loads.check()
        finally:
            for served in self.served:
                served.stop()
        return Outcome(self.plan, self.tally, self.served, self.loads, length)

    async def _together(self) -> float:
        """Seconds until the work was stopped; an interrupt stops it early, and is told of."""
        for signum in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(signum, self.stop.set)
        async with asyncio.TaskGroup() as group:
            for work in self._everybody():
                group.create_task(work)
            for each in (self._load_now_and_then, self._kill_now_and_then, self._measure):
                group.create_task(each())
            await self._pause(self.plan.seconds)
            length = self.tally.now()
            self.stop.set()
        return length

    def _everybody(self) -> list[Coroutine[Any, Any, None]]:
        known = (self.choose, self.addresses, self.readings, self.tally, self.chance)
        work = [Person(*known).walk(self.stop) for _ in range(self.plan.people)]
        work += [Program(*known).fetch_all(self.stop, pause=3) for _ in range(PROGRAMS)]
        return [*work, Program(*known).fetch_whole(self.stop, pause=self.plan.whole_pause)]

    async def _pause(self, seconds: float) -> bool:
        """Wait, or until the run is over; whether it goes on."""
        try:
            await asyncio.wait_for(self.stop.wait(), seconds)
        except TimeoutError:
            return True
        return False

    async def _load_now_and_then(self) -> None:
        number = 0
        while await self._pause(self.plan.load_every):
            number += 1
            if number % KILLED_LOAD_EACH == 0:
                await self.loads.load(killed=True)
            if not self.stop.is_set():
                await self.loads.load()

    async def _kill_now_and_then(self) -> None:
        """First A, then always B, so that A's memory is seen over the rest of the run; all by
        SIGKILL, but for the third, which is asked to end as systemd would."""
        first, second = self.served
        number = 0
        while await self._pause(self.plan.kill_every):
            number += 1
            served = first if number == 1 else second
            signum = signal.SIGTERM if number == 3 else signal.SIGKILL
            self.tally.events[f"processes ended by {signum.name}"] += 1
            if not await served.end(signum):
                self.tally.wrong("process", f"{served.name} did not end after {signum.name}")
            await self._start(served)

    async def _start(self, served: Served) -> None:
        try:
            await served.start()
        except RuntimeError as error:
            self.tally.wrong("process", str(error)[-400:])

    async def _measure(self) -> None:
        told = 0
        while await self._pause(self.plan.sample_every):
            for served in self.served:
                served.measure()
                if served.died():
                    self.tally.wrong("process", f"{served.name} ended: {served.last_words(300)}")
                    served.up = False
                    await self._start(served)
            if self.tally.now() // 60 > told:
                told = int(self.tally.now() // 60)
                sys.stderr.write(self._minute(told) + "\n")

    def _minute(self, number: int) -> str:
        first, last = 60 * (number - 1), 60 * number
        counts = ", ".join(f"{len(self.tally.of(k, first, last))} {k}" for k in KINDS)
        slowest = p95(self.tally.of(PAGES, first, last))
        memory = ", ".join(
            f"{s.name} {s.life.samples[-1].own:.0f} MB {s.life.samples[-1].files} files"
            for s in self.served
            if s.life.samples
        )
        wrong = f"{self.tally.torn.total()} torn, {self.tally.unexpected.total()} unexpected"
        return f"minute {number}: {counts}; pages p95 {slowest * 1e3:.0f} ms; {memory}; {wrong}"


def soak(plan: Plan) -> Outcome:
    """Run it in a folder of its own, on a copy of the store."""
    folder = Path(tempfile.mkdtemp(prefix="target87-soak-"))

    async def whole() -> Outcome:
        return await Soak(plan, folder).run()

    try:
        return asyncio.run(whole())
    finally:
        shutil.rmtree(folder, ignore_errors=True)

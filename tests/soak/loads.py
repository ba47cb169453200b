"""Loads of one series, each of which gives every figure of it the number of the load.

So whoever reads the series knows from any figure which load it is of, and that all others must be
of the same. The loads are the real command line, in processes of their own, and some are killed.
"""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import os
import random
import re
import sqlite3
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.soak.processes import ROOT
from tests.soak.tally import LOADS, Tally

INDICATOR, SOURCE = "HDI_EYS", "UNDP_HDR_2024"
"""A series of thousands of rows that every country page shows."""

COLUMNS: Final = (
    "indicator,area,year,sex,age,dimension,category,value,unit,status,nature,survey,source,vintage"
)
_CHOSEN: Final = f"""
    SELECT {COLUMNS} FROM observation
    WHERE indicator = '{INDICATOR}' AND source = '{SOURCE}' AND sex = 'T' AND year >= 2000
"""
FIRST, STEP, STEPS = 10.0, 0.125, 60
"""Load n writes 10 + n / 8, for at most 60 loads before the values come round: eighths are exact,
and no load differs from the one before so much that it would be warned of."""


def value_of(load: int) -> float:
    """The figure that a load writes everywhere."""
    return FIRST + STEP * (load % STEPS)


def copied(source: Path, target: Path) -> Path:
    """A whole copy of a store, taken while others may read and write it."""
    with (
        sqlite3.connect(f"file:{source}?mode=ro", uri=True) as old,
        sqlite3.connect(target) as new,
    ):
        old.backup(new)
    new.execute("PRAGMA journal_mode = WAL")
    old.close()
    new.close()
    return target


@dataclass
class Published:
    """A release that a load made, the figure in it, and when it was seen to be there."""

    release: int
    value: float
    at: float


@dataclass
class Loads:
    """The store, what was published in it, and what may be at this moment."""

    store: Path
    tally: Tally
    chance: random.Random
    published: list[Published] = field(default_factory=list)
    trying: float | None = None
    rows: int = 0
    _number: int = 0
    _seconds: float = 4.0
    _lines: list[tuple[object, ...]] = field(default_factory=list)

    def prepare(self) -> None:
        """Read which figures the loads are about."""
        connection = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        self._lines = connection.execute(_CHOSEN).fetchall()
        connection.close()
        self.rows = len(self._lines)
        assert self.rows > 1_000, "the series that the loads are about is not there"

    def _file(self, value: float) -> Path:
        path = self.store.with_name("series.csv")
        place = COLUMNS.split(",").index("value")
        with path.open("w", encoding="utf-8", newline="") as text:
            write = csv.writer(text).writerow
            write(COLUMNS.split(","))
            for line in self._lines:
                write([*line[:place], value, *line[place + 1 :]])
        return path

    def _shown(self) -> tuple[int, int, int, float]:
        """Newest release, rows of the series, different figures of it, and the least of them."""
        connection = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        question = f"""
            SELECT (SELECT max(id) FROM release), count(*), count(DISTINCT value), min(value)
            FROM observation WHERE indicator = '{INDICATOR}' AND source = '{SOURCE}'
        """
        found: tuple[int, int, int, float] = connection.execute(question).fetchone()
        connection.close()
        return found

    async def load(self, *, killed: bool = False) -> None:
        """One load; `killed` at a moment at which it may read, write, or be ready."""
        self._number += 1
        value = value_of(self._number)
        command = [sys.executable, "-m", "loaders", "load", str(self._file(value))]
        # Each load revises every figure, and the first leaves out the years and sexes that the
        # later ones do not hold: more than a load may change without being told to.
        vintage = dt.date(2026, 1, 1) + dt.timedelta(days=self._number)
        command += ["--vintage", vintage.isoformat(), "--accept"]
        self.trying, started = value, time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=ROOT,
            env=os.environ | {"TARGET87_DATABASE_URL": f"sqlite:///{self.store}"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        if killed:
            await asyncio.sleep(self._seconds * self.chance.uniform(0.4, 1.1))
            if process.returncode is None:
                process.kill()
                self.tally.events["loaders killed"] += 1
        said, _ = await process.communicate()
        if process.returncode == 0:
            self._seconds = time.monotonic() - started
            self.tally.well(LOADS, self._seconds)
        elif not killed:
            self.tally.wrong(LOADS, said.decode(errors="replace")[-400:])
        try:
            await self._note(value, process.returncode == 0, said.decode(errors="replace"))
        except sqlite3.Error as error:
            self.tally.tear(LOADS, f"the store cannot be read after a load: {error}")
        self.trying = None

    async def _note(self, value: float, done: bool, said: str) -> None:
        """Look into the store itself: one whole load must be there, this one or the one before."""
        release, rows, values, least = await asyncio.to_thread(self._shown)
        before = self.published[-1] if self.published else None
        whole = rows == self.rows and values == 1
        allowed = {value} if done else {value, before.value if before else least}
        if not whole and (done or before) or least not in allowed:
            text = f"{rows} rows, {values} figures from {least}; wanted {self.rows} of {allowed}"
            self.tally.tear(LOADS, text)
        told = re.search(r"published as release (\d+)", said)
        if done and (told is None or int(told[1]) != release):
            self.tally.wrong(LOADS, f"the newest release is {release}, the loader said: {said}")
        if before is None or release != before.release:
            self.published.append(Published(release, least, time.monotonic()))

    async def check(self) -> None:
        """`python -m loaders check`: nothing lost, nothing damaged, the audit's chain unbroken."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "loaders", "check"),
            cwd=ROOT,
            env=os.environ | {"TARGET87_DATABASE_URL": f"sqlite:///{self.store}"},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate()
        self.tally.events["checks of the whole store"] += 1
        if process.returncode is not None and process.returncode < 0:
            self.tally.wrong(LOADS, f"the check was ended by signal {-process.returncode}")
        elif process.returncode != 0:
            self.tally.tear(LOADS, said.decode(errors="replace")[-400:])

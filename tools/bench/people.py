"""A full room: 50 people on each page, 100 on all pages and two processes, beside an empty page.

Everybody comes at the same moment, then clicks every two seconds or so. Each is one browser's
session, which says what it has kept. Times are of this machine, on which the people run as well;
the ratios to the empty page, under the same people in the same run, travel.
"""

from __future__ import annotations

import asyncio
import random
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final

import websockets

from tests.servers import free_port
from tools.bench.session import HOST, Promise, Reader, served

PAGES: Final = {
    "empty": "",
    "": "",
    "country": "iso3=NPL",
    "compare": "iso3=NPL,BGD,IND",
    "pathfinders": "",
    "timeline": "",
    "explore": "indicator=SL_TLF_CHLDEA&region=M49_005&sex=T",
    "changed": "",
    "sources": "",
}
"""Address and parameters of each page; the first is the empty one."""

EMPTY: Final = "empty"
THINK: Final = 2.0
"""Seconds between two clicks of one person, from half to half as much again."""

CLICKS: Final = 3
MOST_FIRST, MOST_AGAIN = 3.0, 10.0
"""Times of the empty page that a first load (median) and a rerun (p95) may take: where 50 people
had it in 420 and 20 ms, no page may need more than about 1 s and 250 ms."""


@dataclass
class Room:
    """Seconds of first loads and of reruns."""

    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)

    @property
    def loaded(self) -> float:
        """Median first load."""
        return median(self.first)

    @property
    def slow(self) -> float:
        """The rerun that 95 of 100 do not exceed."""
        return sorted(self.again)[int(0.95 * len(self.again))]


async def _person(room: Room, port: int, page: str, number: int, chance: random.Random) -> None:
    address, origin = f"ws://{HOST}:{port}/_stcore/stream", f"http://{HOST}:{port}"
    options: dict[str, Any] = {"subprotocols": ["streamlit"], "max_size": None, "origin": origin}
    waits = [THINK * chance.uniform(0.5, 1.5) for _ in range(CLICKS)]
    query = "&".join(filter(None, (PAGES[page], f"seed={number}")))
    async with websockets.connect(address, **options) as session:
        reader = Reader(session, page, query)
        room.first.append(await reader.rerun())
        for wait in waits:
            await asyncio.sleep(wait)
            room.again.append(await reader.rerun())


async def _filled(people: int, pages: list[str], ports: list[int]) -> Room:
    """So many people on the pages and processes in turn."""
    room, chance = Room(), random.Random(8_7)  # noqa: S311
    await asyncio.gather(
        *(
            _person(room, ports[n % len(ports)], pages[n // len(ports) % len(pages)], n, chance)
            for n in range(people)
        )
    )
    return room


def _told(what: str, room: Room, empty: Room) -> list[Promise]:
    said = []
    for name, one, other, most in (
        ("first load, median", room.loaded, empty.loaded, MOST_FIRST),
        ("rerun, p95", room.slow, empty.slow, MOST_AGAIN),
    ):
        ratio = one / other
        measured = f"{ratio:.2f} x  ({one * 1e3:.0f} ms / {other * 1e3:.0f} ms)"
        said.append(Promise(f"{what}: {name}", measured, f"<= {most:g}", ratio <= most))
    return said


def people_promises() -> list[Promise]:
    """50 people on each page, then 100 on all pages of two processes: some two minutes."""
    with ExitStack() as servers:
        ports = [free_port() for _ in range(2)]
        for port in ports:
            servers.enter_context(served(port))
            # Who comes first of all makes the answers that are then shared.
            asyncio.run(_filled(len(PAGES), list(PAGES), [port]))
        told: list[Promise] = []
        empty = asyncio.run(_filled(50, [EMPTY], ports[:1]))
        for page in PAGES:
            if page != EMPTY:
                room = asyncio.run(_filled(50, [page], ports[:1]))
                told += _told(f"50 people, {page or 'world'}", room, empty)
        empty = asyncio.run(_filled(100, [EMPTY], ports))
        rest = [page for page in PAGES if page != EMPTY]
        return told + _told("100 people, all pages", asyncio.run(_filled(100, rest, ports)), empty)

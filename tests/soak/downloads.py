"""Programs that fetch files: quick, slow and impatient ones, packed and plain."""

from __future__ import annotations

import asyncio
import csv
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZipFile

import httpx2

from tests.soak.addresses import CSV, Addresses
from tests.soak.processes import Served
from tests.soak.readings import Readings, Torn, table
from tests.soak.tally import SERIES, SMALL, WHOLE, Tally

SLOW_SECONDS: Final = 20.0
"""So long a slow reader takes its time; then it reads what is left at once."""

SLOW_NAPS: Final = (0.2, 1.5)
LONGEST_WAIT: Final = 60.0
UNAVAILABLE: Final = 503
ENDS: Final = {
    ".pdf": (b"%PDF-", b"%%EOF"),
    ".svg": (b"<svg ", b"</svg>"),
    ".png": (b"\x89PNG", b"IEND"),
}
"""How files that are no tables begin and end."""


class Unexpected(Exception):
    """An answer that no program should get."""


class Busy(Exception):
    """503 with a time to come again: as many files are made as may be made at once."""


class Left(Exception):
    """The reader had enough."""


@dataclass(frozen=True)
class Manner:
    """How a file is read."""

    packed: bool
    slow: bool = False
    leaves: bool = False


def _rows_of(body: bytes, address: str) -> None:
    """Raises Unexpected where a page of JSON is no page of rows."""
    page = json.loads(body)
    if not ({"meta", "rows"} <= page.keys() and len(page["rows"]) <= page["meta"]["count"]):
        raise Unexpected(f"{address}: {body[:80]!r}")


def small_is_whole(address: str, body: bytes) -> None:
    """Raises Unexpected or Torn where a small answer is not, to its end, what was asked for."""
    if ".json" in address:
        if not {"found", "ready", "html", "paths"} & json.loads(body).keys():
            raise Unexpected(f"{address}: {body[:80]!r}")
    elif ".ics" in address:
        if not body.startswith(b"BEGIN:VCALENDAR"):
            raise Unexpected(f"{address}: {body[:80]!r}")
    elif address.startswith("/text/") or ".atom" in address:
        if not body.rstrip().endswith((b"</html>", b"</feed>")):
            raise Torn(f"{address}: {body[-80:]!r}")
    else:
        table(body, "")


class Program:
    """Somebody's program that fetches files for as long as the run lasts."""

    def __init__(
        self,
        choose: Callable[[], Served],
        addresses: Addresses,
        readings: Readings,
        tally: Tally,
        chance: random.Random,
    ) -> None:
        self._choose, self._addresses, self._readings = choose, addresses, readings
        self._tally, self._chance = tally, chance
        # A connection that is kept would fail after its process was killed; proxies know that.
        limits = httpx2.Limits(max_keepalive_connections=0)
        self._client = httpx2.AsyncClient(trust_env=False, timeout=LONGEST_WAIT, limits=limits)

    async def fetch_all(self, stop: asyncio.Event, pause: float) -> None:
        """Files of every kind in a random order, with a pause of about so many seconds."""
        kinds = (
            *(self._series, self._series, self._old_series, self._old_series, self._change),
            *(
                self._filtered,
                self._filtered,
                self._workbook,
                self._form,
                self._listed,
                self._small,
                self._small,
                self._small,
            ),
        )
        async with self._client:
            while not stop.is_set():
                await self._chance.choice(kinds)()
                await asyncio.sleep(self._chance.uniform(0.5, 1.5) * pause)

    async def fetch_whole(self, stop: asyncio.Event, pause: float) -> None:
        """The whole file, again and again."""
        async with self._client:
            # The first is read quickly, so that even a short run on a busy machine has read one.
            await self._try(WHOLE, CSV, self._readings.whole, Manner(packed=True))
            while not stop.is_set():
                await self._try(WHOLE, CSV, self._readings.whole)
                await asyncio.sleep(self._chance.uniform(0.5, 1.5) * pause)

    async def _series(self) -> None:
        await self._try(SERIES, self._addresses.series(None), self._readings.series)

    async def _old_series(self) -> None:
        if not self._readings.loads.published:
            return
        release = self._chance.choice(self._readings.loads.published)
        address = self._addresses.series(release)

        def check(body: bytes, asked: float) -> None:
            self._readings.series(body, asked, release)
            self._readings.same_for_ever(address, body)

        await self._try(SERIES, address, check)

    async def _change(self) -> None:
        known = self._readings.loads.published
        if len(known) < 2:
            return
        place = self._chance.randrange(1, len(known))
        old, new = known[place - 1], known[place]
        address = self._addresses.change(old, new)

        def check(body: bytes, _asked: float) -> None:
            self._readings.change(body, old, new)
            self._readings.same_for_ever(address, body)

        await self._try(SERIES, address, check)

    async def _filtered(self) -> None:
        def check(body: bytes, _asked: float) -> None:
            table(body, "indicator,area,area_name,year")

        await self._try(SERIES, self._addresses.filtered(), check)

    async def _form(self) -> None:
        address = self._addresses.form()

        def check(body: bytes, _asked: float) -> None:
            if ".json" in address:
                _rows_of(body, address)
            elif ".parquet" in address:
                if not (body.startswith(b"PAR1") and body.endswith(b"PAR1")):
                    raise Unexpected(f"{address}: {body[:80]!r}")
            else:
                table(body, "STRUCTURE,STRUCTURE_ID,ACTION")

        await self._try(SERIES, address, check)

    async def _listed(self) -> None:
        address = self._addresses.listed()

        def check(body: bytes, _asked: float) -> None:
            if ".json" in address:
                _rows_of(body, address)
            else:
                table(body, "")

        await self._try(SMALL, address, check)

    async def _workbook(self) -> None:
        address = self._addresses.workbook()

        def check(body: bytes, _asked: float) -> None:
            ends = next((ENDS[kind] for kind in ENDS if kind in address), None)
            if ends is not None:
                if not (body.startswith(ends[0]) and ends[1] in body[-16:]):
                    raise Unexpected(f"{address}: {body[:80]!r}")
                return
            if not body.startswith(b"PK"):
                raise Unexpected(f"{address}: {body[:80]!r}")
            with ZipFile(BytesIO(body)) as book:
                if broken := book.testzip():
                    raise Unexpected(f"{address}: {broken} is broken")

        await self._try(SERIES, address, check)

    async def _small(self) -> None:
        address = self._addresses.small()

        def check(body: bytes, _asked: float) -> None:
            small_is_whole(address, body)

        await self._try(SMALL, address, check)

    def _manner(self, kind: str) -> Manner:
        chance = self._chance.random()
        packed = self._chance.random() < 0.5
        if kind == SMALL:
            return Manner(packed)
        return Manner(packed, slow=chance < 0.25, leaves=chance > 0.85)

    async def _try(
        self,
        kind: str,
        address: str,
        check: Callable[[bytes, float], None],
        manner: Manner | None = None,
    ) -> None:
        """Fetch a file and look at it; whatever comes of it is counted."""
        manner, served, asked = manner or self._manner(kind), self._choose(), time.monotonic()
        try:
            body = await self._read(served.address + address, manner)
            if not manner.slow:
                self._tally.well(kind, time.monotonic() - asked)
            else:
                self._tally.events["slow downloads read to their end"] += 1
            # A whole file has hundreds of thousands of lines: people's clocks must not wait.
            await asyncio.to_thread(check, body, asked)
        except Busy:
            self._tally.refused[kind] += 1
        except Left:
            self._tally.events["downloads left early"] += 1
        except Torn as error:
            self._tally.tear(kind, f"{served.name}{address}: {error}")
        except (Unexpected, ValueError, csv.Error) as error:
            self._tally.wrong(kind, f"{served.name}{address}: {error}")
        except (httpx2.HTTPError, OSError) as error:
            if served.down_between(asked, time.monotonic()):
                self._tally.interrupted[kind] += 1
            else:
                said = f"{served.name}{address}: {type(error).__name__}: {error}"
                self._tally.wrong(kind, f"{said} (after {time.monotonic() - asked:.1f} s)")

    async def _read(self, address: str, manner: Manner) -> bytes:
        headers = {"Accept-Encoding": "gzip" if manner.packed else "identity"}
        pieces: list[bytes] = []
        async with self._client.stream("GET", address, headers=headers) as answer:
            if answer.status_code == UNAVAILABLE and "retry-after" in answer.headers:
                raise Busy
            if answer.status_code != 200:
                text = (await answer.aread())[:200].decode(errors="replace")
                raise Unexpected(f"{answer.status_code} {text}")
            patience = time.monotonic() + SLOW_SECONDS
            async for piece in answer.aiter_bytes(1 << 16):
                pieces.append(piece)
                if manner.leaves:
                    raise Left
                if manner.slow and time.monotonic() < patience:
                    await asyncio.sleep(self._chance.uniform(*SLOW_NAPS))
        return b"".join(pieces)

"""Speed, measured in one run on this machine and printed beside what is promised.

Exit code 1 when a promise does not hold. Times are of this machine; the ratios travel.
"""

from __future__ import annotations

import asyncio
import http.client
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import websockets
from sqlalchemy import event, select
from sqlalchemy.dialects import sqlite as sqlite_dialect

from data.database import database_url, read_engine, sqlite_path
from data.queries import areas, figures
from data.queries.figures import in_order
from data.records import Described
from data.schema import area, observation, source
from loaders.jobs.build import build_if_needed
from tests.servers import free_port
from tools.bench.brief import brief_promises
from tools.bench.interface import json_promises
from tools.bench.people import people_promises
from tools.bench.session import HOST, Promise, Reader, served
from tools.bench.text_twin import text_promises
from tools.bench.visit import visits

COUNTRY = "NPL"
RERUNS = 40
CSV_PATH = "/api/v1/observations.csv"
CSV_ROUNDS = 5
QUERY_ROUNDS = 5
PLAIN = {"Accept-Encoding": "identity"}


EXPLORED = "indicator=SL_TLF_CHLDEA,UNICEF_CL_ECON&region=M49_005&sex=T"
"""A view of the data page: panels of ten countries."""


async def page_times(port: int) -> tuple[float, float, float]:
    """Median seconds of a rerun of the empty page, of a country's page and of a chart on the data
    page, interleaved."""
    address = f"ws://{HOST}:{port}/_stcore/stream"
    options: dict[str, Any] = {
        "subprotocols": ["streamlit"],
        "max_size": None,
        "origin": f"http://{HOST}:{port}",
    }
    blank: list[float] = []
    full: list[float] = []
    drawn: list[float] = []
    async with (
        websockets.connect(address, **options) as one,
        websockets.connect(address, **options) as other,
        websockets.connect(address, **options) as third,
    ):
        empty, country = Reader(one, "empty", ""), Reader(other, "country", f"iso3={COUNTRY}")
        explore = Reader(third, "explore", EXPLORED)
        for number in range(RERUNS + 3):
            times = await empty.rerun(), await country.rerun(), await explore.rerun()
            # The first runs fill caches and import what a page needs.
            if number >= 3:
                blank.append(times[0])
                full.append(times[1])
                drawn.append(times[2])
    return median(blank), median(full), median(drawn)


def query_times() -> tuple[float, float, int]:
    """Seconds of eight chart queries, of the same SQL through sqlite3 alone, and their rows."""
    engine = read_engine()
    statements: list[tuple[str, Any]] = []
    with engine.connect() as connection:
        known: dict[str, Any] = {
            "about": Described(
                areas.areas(connection, "en"),
                figures.indicators(connection),
                figures.sources(connection),
            )
        }
        codes = list(figures.of_area(connection, COUNTRY, **known))[:8]

        def eight() -> int:
            found = [figures.series(connection, code, [COUNTRY], **known) for code in codes]
            return sum(len(series.observations) for series in found)

        def note(_c: Any, _cursor: Any, sql: str, values: Any, *_more: Any) -> None:
            statements.append((sql, values))

        event.listen(engine, "before_cursor_execute", note)
        rows = eight()
        event.remove(engine, "before_cursor_execute", note)
        raw: sqlite3.Connection = connection.connection.dbapi_connection  # type: ignore[assignment]

        def bare() -> None:
            for sql, values in statements:
                raw.execute(sql, values).fetchall()

        # The best of some medians: what the work takes when nothing else wants the machine.
        ours, theirs = [], []
        for _ in range(QUERY_ROUNDS):
            ours.append(median(timed(eight) for _ in range(15)))
            theirs.append(median(timed(bare) for _ in range(15)))
    engine.dispose()
    return min(ours), min(theirs), rows


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def download(port: int, path: str) -> tuple[float, float, int]:
    """Seconds to the first byte of the whole table's CSV, seconds to its last, and its rows."""
    connection = http.client.HTTPConnection(HOST, port, timeout=120)
    start = time.perf_counter()
    connection.request("GET", path, headers=PLAIN)
    answer = connection.getresponse()
    lines = answer.read(1).count(b"\n")
    first = time.perf_counter() - start
    while piece := answer.read(1 << 20):
        lines += piece.count(b"\n")
    return first, time.perf_counter() - start, lines - 1


def command_line_select() -> str:
    """The SELECT behind the whole table's CSV, as text for the sqlite3 command line."""
    columns = [observation.c[n] for n in figures.Observation._fields]
    columns.insert(2, area.c.name)
    allowed = select(source.c.code).where(source.c.redistribution.in_(("yes", "attribution")))
    question = (
        select(*columns)
        .join(area, area.c.code == observation.c.area)
        .where(observation.c.source.in_(allowed))
        .order_by(*in_order(observation))
    )
    dialect = sqlite_dialect.dialect()
    return str(question.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


def command_line(path: Path) -> tuple[float, int]:
    """Seconds and rows of `sqlite3 -csv` running the same SELECT, its output read and counted."""
    command = ["sqlite3", "-readonly", "-csv", str(path), command_line_select()]
    lines = 0
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        while piece := process.stdout.read(1 << 20):
            lines += piece.count(b"\n")
    return time.perf_counter() - start, lines


def page_promises(port: int) -> list[Promise]:
    """A country page costs at most 2.7 empty pages, a chart 3, a text page 5, and so JSON."""
    blank, *pages = asyncio.run(page_times(port))
    told = json_promises(port, blank)
    for page, seconds, most in zip(("country page", "data page"), pages, (2.7, 3), strict=True):
        measured = f"{seconds / blank:.2f} x  ({seconds * 1e3:.1f} ms / {blank * 1e3:.1f} ms)"
        what = f"{page} rerun / empty page rerun"
        told.append(Promise(what, measured, f"<= {most:g}", seconds <= most * blank))
    return [*told, *text_promises(port, blank)]


def query_promise() -> Promise:
    """Eight chart queries take at most four times what sqlite3 alone takes for the same SQL.

    A ratio, not milliseconds: those are of the machine and its day.
    """
    ours, bare, rows = query_times()
    measured = f"{ours / bare:.2f} x  ({ours * 1e3:.2f} ms / {bare * 1e3:.2f} ms, {rows} rows)"
    return Promise("eight chart queries / bare sqlite3", measured, "<= 4", ours <= 4 * bare)


def csv_promises(port: int) -> list[Promise]:
    """The CSV starts in a tenth of its time; it runs half as fast as the sqlite3 command line."""
    path = sqlite_path(database_url())
    starts, ours, kept, theirs = [], [], [], []
    there = path is not None and shutil.which("sqlite3") is not None
    rows = other = 0
    for number in range(CSV_ROUNDS):
        # A year before all figures: the same rows, but a file that has to be made.
        first, whole, rows = download(port, f"{CSV_PATH}?from={1900 + number}")
        starts.append(first / whole)
        ours.append(rows / whole)
        if number:
            _, again, _ = download(port, CSV_PATH)
            kept.append(rows / again)
        if path is not None and there:
            seconds, other = command_line(path)
            theirs.append(other / seconds)
    begun = median(starts)
    what = "first byte of the CSV / all of it"
    promises = [Promise(what, f"{begun:.3f} x", "<= 0.1", begun <= 0.1)]
    what = "CSV rows/s / sqlite3 command line"
    if not there:
        lone = f"{max(ours):,.0f} rows/s; no sqlite3 command or no SQLite store to compare"
        return [*promises, Promise(what, lone, ">= 0.5", None)]
    ratio = max(ours) / max(theirs)
    measured = f"{ratio:.2f} x  ({max(ours):,.0f} / {max(theirs):,.0f} rows/s, {rows:,} rows)"
    promises.append(Promise(what, measured, ">= 0.5", ratio >= 0.5 and rows == other))
    ratio = max(kept) / max(theirs)
    what = "CSV rows/s of the kept file / sqlite3"
    return [*promises, Promise(what, f"{ratio:.2f} x", ">= 1", ratio >= 1)]


def main() -> int:
    """Measure, print, and say by the exit code whether all promises hold."""
    build_if_needed()
    port = free_port()
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    with served(port):
        # First, since it waits until nothing is compressed in the background.
        promises = [Promise(*line) for line in visits(port)]
        promises += [*page_promises(port), query_promise(), *csv_promises(port)]
    promises += [*brief_promises(), *people_promises()]
    words = {True: "holds", False: "DOES NOT HOLD", None: "not measured"}
    width = max(len(p.what) for p in promises) + 2
    print(f"{'':{width}}{'promised':12}{'':15}measured")
    for p in promises:
        print(f"{p.what:{width}}{p.bound:12}{words[p.holds]:15}{p.measured}")
    return 1 if any(p.holds is False for p in promises) else 0


if __name__ == "__main__":
    raise SystemExit(main())

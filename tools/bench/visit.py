"""A first visit in a real browser: bytes on the wire, and time to the first answer.

Each as a ratio to an empty page of the same frame in the same run, every visit with an empty store.
"""

from __future__ import annotations

import time
from contextlib import closing
from http.client import HTTPConnection
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from pages.service.documents import CHARTS, SHAPES, modules_called
from tests.wire import HOST, Wire, counted
from tools.install.chromium import browser as installed_browser

ROUNDS = 3
MOST_BYTES = 2_200_000
PAGES = (("empty", ".brand"), ("", ".world-numbers, h1"), ("country?iso3=NPL", "h1"))
"""Address and what is its first answer."""
PATIENCE_MS = 60_000
BEST_SECONDS = 180

Line = tuple[str, str, str, bool | None]
"""What is measured, the figure, its bound, and whether it holds."""


def length_of(port: int, path: str, encoding: str) -> int:
    """Bytes that a file has in an encoding."""
    with closing(HTTPConnection(HOST, port, timeout=30)) as connection:
        connection.request("HEAD", path, headers={"Accept-Encoding": encoding})
        return int(connection.getresponse().headers["content-length"])


def wait_for_the_best(port: int, seconds: float = BEST_SECONDS) -> None:
    """Until the largest files are as small as they get, which a very first start does in the
    background. Raises TimeoutError."""
    end = time.monotonic() + seconds
    for address in (*modules_called(CHARTS), SHAPES[0]):
        most = 0.82 * length_of(port, f"/{address}", "gzip")
        while length_of(port, f"/{address}", "br") > most:
            if time.monotonic() > end:
                raise TimeoutError(f"{address} is not at its best after {seconds} s")
            time.sleep(1)


def visit(browser: Browser, wire: Wire, page: str, first_answer: str) -> tuple[float, int]:
    """Seconds to the first answer, and bytes until nothing is loading any more."""
    context = browser.new_context()
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    before, start = wire.sent, time.perf_counter()
    opened.goto(f"{wire.address}/{page}", wait_until="commit")
    opened.wait_for_selector(first_answer)
    seconds = time.perf_counter() - start
    opened.wait_for_selector(".stApp[data-test-script-state='notRunning']", state="attached")
    opened.wait_for_load_state("networkidle")
    sent = wire.sent - before
    context.close()
    return seconds, sent


def visits(port: int) -> list[Line]:
    """The lines of `make bench`. Without a browser they are not measured."""
    path = installed_browser()
    if path is None:
        return [("first visit", "no Chromium here", "<= 2.2 MB", None)]
    wait_for_the_best(port)
    seconds: dict[str, list[float]] = {page: [] for page, _ in PAGES}
    sent: dict[str, list[int]] = {page: [] for page, _ in PAGES}
    with sync_playwright() as started, counted(port) as wire:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(ROUNDS):
            for page, first_answer in PAGES:
                one_time, one_size = visit(browser, wire, page, first_answer)
                seconds[page].append(one_time)
                sent[page].append(one_size)
        browser.close()
    (empty, _), *others = PAGES
    return [
        line
        for page, _ in others
        for line in _lines(page, sent[page], sent[empty], seconds[page], seconds[empty])
    ]


def _lines(
    page: str, sent: list[int], sent_empty: list[int], took: list[float], took_empty: list[float]
) -> list[Line]:
    name = page.partition("?")[0] or "world"
    size, least = median(sent), median(sent_empty)
    time_, shortest = median(took), median(took_empty)
    return [
        (
            f"first visit, {name}: bytes / empty page",
            f"{size / least:.2f} x  ({size / 1e6:.2f} MB / {least / 1e6:.2f} MB)",
            "<= 2.2 MB",
            size <= MOST_BYTES,
        ),
        (
            f"first visit, {name}: answer / empty page",
            f"{time_ / shortest:.2f} x  ({time_:.2f} s / {shortest:.2f} s)",
            "<= 3",
            time_ <= 3 * shortest,
        ),
    ]

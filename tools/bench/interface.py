"""Pages of JSON beside an empty page: what a program waits for a thousand figures."""

from __future__ import annotations

import http.client
import time
from statistics import median

from tools.bench.session import HOST, Promise

ROUNDS = 15
PATHS = {
    "a series": "/api/v1/observations.json?indicator=SL_TLF_CHLDEC&after={}",
    "all figures": "/api/v1/observations.json?after={}",
    "ratifications": "/api/v1/ratifications.json?after={}",
}
SHORT_SECONDS = 0.03
"""What such a page may take at least, however quick an empty page is."""


def _seconds(connection: http.client.HTTPConnection, path: str) -> float:
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, (path, answer.status)
    return time.perf_counter() - start


def json_promises(port: int, empty: float) -> list[Promise]:
    """A page of 1,000 rows takes 30 ms or five empty pages, whichever is more. Each is made anew:
    no two begin at the same row."""
    connection = http.client.HTTPConnection(HOST, port, timeout=120)
    most = max(SHORT_SECONDS, 5 * empty)
    told = []
    for name, path in PATHS.items():
        _seconds(connection, path.format(0))
        taken = median(_seconds(connection, path.format(number)) for number in range(1, ROUNDS))
        measured = f"{taken * 1e3:.1f} ms  ({taken / empty:.2f} x an empty page)"
        bound = f"<= {most * 1e3:.0f} ms"
        told.append(Promise(f"JSON of 1,000 rows, {name}", measured, bound, taken <= most))
    return told

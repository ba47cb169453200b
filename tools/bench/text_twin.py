"""How long a page as text takes the server, beside a rerun of the empty page of the same run.

* kept: a country's page that was made before, as most are asked for;
* made: pages of countries that nobody has asked for since the start.
"""

from __future__ import annotations

import http.client
import time
from itertools import product
from statistics import median

from tools.bench.session import HOST, Promise

COUNTRIES = ("BRA", "CIV", "FRA", "IND", "MEX", "NGA", "PER", "TUV", "UGA", "VNM")
LANGUAGES = ("en", "fr", "ar")
KEPT = "/text/country/NPL"
ROUNDS = 40
MOST = 0.030
EMPTY_PAGES = 5


def _asked(connection: http.client.HTTPConnection, path: str) -> float:
    """Seconds from the request to the last byte of the page."""
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    seconds = time.perf_counter() - start
    if answer.status != http.client.OK:
        raise SystemExit(f"bench: {path} was answered with {answer.status}")
    return seconds


def text_promises(port: int, blank: float) -> list[Promise]:
    """A text page takes at most 30 ms, or five empty pages (`blank` seconds) if that is more."""
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    anew = [
        _asked(connection, f"/text/country/{code}?lang={language}")
        for code, language in product(COUNTRIES, LANGUAGES)
    ]
    _asked(connection, KEPT)
    kept = [_asked(connection, KEPT) for _ in range(ROUNDS)]
    connection.close()
    bound, took = max(MOST, EMPTY_PAGES * blank), median(kept)
    said = f"{took * 1e3:.1f} ms; made anew {median(anew) * 1e3:.0f} ms"
    measured = f"{said} (empty page {blank * 1e3:.1f} ms)"
    return [Promise("a page as text", measured, f"<= {bound * 1e3:.0f} ms", took <= bound)]

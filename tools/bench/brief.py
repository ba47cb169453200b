"""How long one country brief takes, beside an empty document of the same typesetter.

What is compared: the empty document is `typst.compile` of a source that states a title and nothing
else, as a PDF with the brief's standard (PDF/UA-1): once as the library comes, when it looks
through the fonts of the machine as well, and once with the settings of the brief, its four fonts
alone. The brief is typeset as the service does it, from fonts read once, its data ready:

* anew: every brief is of a country and language that the process has not met, so that nothing of
  it is in the typesetter's memory but what all briefs share;
* again: the same brief, as the empty document is the same each time;
* from the store: anew, with everything that is read and worded before.

All are measured in turn in one process; medians.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import product
from statistics import median
from typing import Any

import typst

from components.brief.addresses import permalink
from components.brief.content import brief_content
from components.brief.records import BriefContent, Release
from components.brief.sheet import ROOMS, sheet
from components.brief.typesetting import FONTS, STANDARD, brief_pdf, typeset
from components.country.answers import CountryAnswers
from components.wording import LANGUAGES, wording
from data import store
from data.country_facts import whole_country
from tools.bench.session import Promise

EMPTY = b'#set document(title: "Empty")\n'
KNOWN = "NPL"
COUNTRIES = ("BRA", "CIV", "FRA", "IND", "MEX", "NGA", "PER", "TUV", "UGA", "VNM")
MOST = 3.0


def _content(code: str, language: str) -> BriefContent:
    build = store.build()
    area = store.reference(language).areas[code]
    return brief_content(
        CountryAnswers(**whole_country(area, language)),
        wording(language),
        today=date.today(),
        release=Release(build.newest, build.published),
        permalink=permalink("http://127.0.0.1/", code, language, build.newest),
    )


def _ready(code: str, language: str) -> dict[str, Any]:
    """A brief's data, made ready to be typeset."""
    return sheet(_content(code, language), wording(language), ROOMS[0])


def _whole(code: str, language: str) -> bytes:
    """A brief from the store to its bytes."""
    return brief_pdf(_content(code, language), wording(language))


def _empty(**settings: Any) -> object:
    return typst.compile(EMPTY, format="pdf", pdf_standards=STANDARD, **settings)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _rounds() -> Iterator[dict[str, float]]:
    """One measurement of each kind a round, every brief of a round new to the process."""
    pairs = list(product(LANGUAGES, COUNTRIES))
    half = len(pairs) // 2
    known = _ready(KNOWN, "en")
    typeset(known)
    for (language, code), (other_language, other) in zip(pairs[:half], pairs[half:], strict=True):
        given = _ready(code, language)
        yield {
            "anew": _timed(partial(typeset, given)),
            "plain": _timed(partial(_empty, ignore_system_fonts=True, font_paths=[FONTS])),
            "again": _timed(partial(typeset, known)),
            "empty": _timed(_empty),
            "store": _timed(partial(_whole, other, other_language)),
        }


def brief_promises() -> list[Promise]:
    """A brief takes at most three empty documents: anew as they come, again as it is set itself."""
    rounds = list(_rounds())
    took = {kind: median(one[kind] for one in rounds) for kind in rounds[0]}

    def against(kind: str, empty: str) -> str:
        ratio = took[kind] / took[empty]
        return f"{ratio:.2f} x  ({took[kind] * 1e3:.0f} ms / {took[empty] * 1e3:.0f} ms)"

    anew = against("anew", "empty")
    rest = f"; from the store {against('store', 'empty')}; same settings {against('anew', 'plain')}"
    again = against("again", "plain")
    bound = f"<= {MOST:g}"
    return [
        Promise(
            "a brief anew / empty document",
            anew + rest,
            bound,
            took["anew"] <= MOST * took["empty"],
        ),
        Promise(
            "a brief again / empty, same settings",
            again,
            bound,
            took["again"] <= MOST * took["plain"],
        ),
    ]

"""`/meeting`: the page of a meeting, a document without Streamlit; its browser keeps all."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from babel import Locale
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.look import MEETING_WORKER, colour_variables, look_name
from components.markup import render
from components.meeting.agenda import (
    LONGEST_NOTE,
    LONGEST_TEXT,
    LONGEST_VIEW,
    MOST_BYTES,
    MOST_ITEMS,
    MOST_MINUTES,
    VERSION,
)
from components.meeting.quorum import GROUPS, LEAST, OBSERVER, STAKEHOLDERS
from components.theme import FONT, PALETTES
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data import store
from data.trouble import StoreError
from pages.service.documents import shipped
from pages.service.files import ALWAYS_ASK, TEXTS, Kept, text_of

WORDS: Final = "meeting.page."
"""What the keys of the texts begin with that the page's script shows."""
_VARY: Final = {"Vary": "Accept-Encoding"}


def script_words(words: Wording) -> dict[str, object]:
    """The texts that the script shows, by key without WORDS; fields and plural forms unfilled."""
    names = sorted(key.removeprefix(WORDS) for key in words.texts if key.startswith(WORDS))
    return {name: words.texts[f"meeting.page.{name}"] for name in names}


def _given(language: str, release: int, published: str) -> dict[str, object]:
    """What the script has to know before it asks anything. `release` 0: there is no store."""
    words = wording(language)
    months = Locale.parse(words.language.locale).months["format"]["wide"]
    return {
        "language": language,
        "locale": words.language.locale,
        "direction": words.language.direction,
        "days": {
            "pattern": words.language.day,
            "first": words.language.first,
            "months": [months[number] for number in range(1, 13)],
        },
        "languages": {code: each.name for code, each in LANGUAGES.items()},
        "release": release,
        "published": published,
        "words": script_words(words),
        "quorum": {"groups": [*GROUPS, OBSERVER], "needed": STAKEHOLDERS, "least": LEAST},
        "limits": {
            "version": VERSION,
            "items": MOST_ITEMS,
            "minutes": MOST_MINUTES,
            "text": LONGEST_TEXT,
            "note": LONGEST_NOTE,
            "view": LONGEST_VIEW,
            "bytes": MOST_BYTES,
        },
    }


@lru_cache(maxsize=32)
def document(language: str, release: int, published: str) -> Kept:
    """The page in a language; `release` and `published` (ISO) are those of the newest release."""
    words = wording(language)
    text = render(
        "meeting.html",
        t=words.t,
        code=words.code,
        direction=words.language.direction,
        font=FONT,
        files=shipped().get("font", ()),
        light=colour_variables(PALETTES["light"]),
        dark=colour_variables(PALETTES["dark"]),
        icon=look_name("icon.png"),
        style=look_name("meeting.css"),
        script=look_name("meeting.js"),
        given=_given(language, release, published),
    )
    return text_of(text.encode(), TEXTS[".html"], ALWAYS_ASK)


def _newest() -> tuple[int, str]:
    """The newest release and when it was published; 0 without a store: a meeting needs none."""
    try:
        build = store.build_now()
    except StoreError:
        return 0, ""
    return build.newest, build.published


async def meeting(request: Request) -> Response:
    """The document in the language of `lang`, English for any other; 304 for who has it."""
    asked = request.query_params.get("lang", DEFAULT)
    language = asked if asked in LANGUAGES else DEFAULT
    kept = document(language, *await run_in_threadpool(_newest))
    return await kept.answer(request.headers, more=_VARY)


@cache
def _worker() -> Kept:
    return text_of(MEETING_WORKER.read_bytes(), TEXTS[".js"], ALWAYS_ASK)


async def meeting_worker(request: Request) -> Response:
    """The script of the page's worker; its name stays, since a browser looks for news under it."""
    return await _worker().answer(request.headers)

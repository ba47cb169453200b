"""What the script of "add this view" says, in every language: it comes with the script, once."""

from __future__ import annotations

from typing import Final

import orjson

from components.meeting.agenda import LONGEST_TEXT, LONGEST_VIEW, MOST_ITEMS
from components.wording import LANGUAGES, wording

SAID: Final = (
    *("twice", "damaged", "full", "long", "no_room", "forbidden", "open", "close"),
    *(f"added.{form}" for form in ("zero", "one", "two", "few", "many", "other")),
)
"""The texts, those of them that a language has."""


def add_view_says() -> str:
    """JSON: `text`, `view` and `items` are the limits of an agenda, `words` the texts by language
    and name."""
    limits = {"text": LONGEST_TEXT, "view": LONGEST_VIEW, "items": MOST_ITEMS}
    words = {code: _texts(code) for code in LANGUAGES}
    return orjson.dumps(limits | {"words": words}).decode()


def _texts(language: str) -> dict[str, object]:
    texts = wording(language).texts
    found = {key: texts.get(f"meeting_add.{key}") for key in SAID}
    return {key: text for key, text in found.items() if text}

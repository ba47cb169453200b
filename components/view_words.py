"""What the script of "add this view" says, in every language: it comes with the script, once."""

from __future__ import annotations

from typing import Final

import orjson

from components.wording import LANGUAGES, wording

SAID: Final = (
    *("twice", "damaged", "full", "long", "no_room", "forbidden", "open", "close"),
    *(f"added.{form}" for form in ("zero", "one", "two", "few", "many", "other")),
)
"""The texts, those of them that a language has."""


def view_words() -> str:
    """JSON: the texts by language and name."""
    return orjson.dumps({code: _texts(code) for code in LANGUAGES}).decode()


def _texts(language: str) -> dict[str, object]:
    texts = wording(language).texts
    found = {key: texts.get(f"meeting_add.{key}") for key in SAID}
    return {key: text for key, text in found.items() if text}

"""Which briefs one file holds: the countries that an address or a command names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MOST: Final = 10
"""Countries in one file: twenty pages, which a meeting can still turn over."""

FORMATS: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The forms of a brief by the ending of its file, with their types."""


class NotAsked(ValueError):
    """No file can be made of what is asked for: `reason` is none or many, `count` how many."""

    def __init__(self, reason: str, count: int = 0) -> None:
        self.reason, self.count = reason, count
        super().__init__(f"{reason}: {count}")


def codes_asked(texts: Iterable[str]) -> tuple[str, ...]:
    """The codes of countries in capitals, each once, in the order in which they are named; a text
    may hold several with commas between. Raises NotAsked for none and for more than MOST."""
    named = (part.strip().upper() for text in texts for part in text.split(","))
    codes = tuple(dict.fromkeys(code for code in named if code))
    if not codes:
        raise NotAsked("none")
    if len(codes) > MOST:
        raise NotAsked("many", len(codes))
    return codes


def file_name(codes: Iterable[str], language: str, form: str) -> str:
    """`country-brief-NPL-fr.pdf`, `country-briefs-NPL-BRA-fr.docx`."""
    named = tuple(codes)
    stem = "country-briefs" if len(named) > 1 else "country-brief"
    return f"{'-'.join((stem, *named, language))}.{form}"

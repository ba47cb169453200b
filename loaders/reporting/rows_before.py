"""What the form held before it was filled in, and the codes of rows that the country added."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Final

from sqlalchemy import Connection

from components.reporting.filled import About, Aim, Filled, Item, Said, Ticked
from components.reporting.layout import KEY_SIGN
from components.reporting.rows import Known, Value, rows
from data.folding import folded
from loaders.reporting.drafts import code_for, steps

LETTERS: Final = {"next_steps": "N", "priorities": "P", "roadmap": "A", "comments": "C"}
"""Between the code of a report and the number of a row that came with it: `NPL-2026-A1`."""


class RowsBefore:
    """The form's own rows by key; a row that came again keeps the code that it was given."""

    def __init__(self, connection: Connection, known: Known, about: About) -> None:
        self.known = known
        self.report = code_for(connection, about) if about.end else ""
        self._held = {
            key: {row.key: dict(row.values) for row in rows(key, known)}
            for key in ("next_steps", "priorities", "roadmap", "comments")
        }
        self._codes: dict[tuple[str, str], str] = {}
        for step in steps(connection, self.report) if self.report else ():
            self._codes |= _given(step.filled, self.report)
        self._used = set(self._codes.values()) | {
            key for held in self._held.values() for key in held
        }

    def knows(self, sheet: str, key: str) -> bool:
        """Whether the form had a row of this key."""
        return key in self._held[sheet]

    def value(self, sheet: str, key: str, column: str) -> str:
        """What a cell held, as text; empty where it held nothing or there was no such row."""
        return _text(self._held[sheet].get(key, {}).get(column))

    def holds(self, sheet: str, key: str) -> Callable[[str], str]:
        """What a row held, by column."""
        return lambda column: self.value(sheet, key, column)

    def code_of(self, sheet: str, said: str) -> str:
        """The code of a row that the country added, found by what it says."""
        place = (sheet, folded(said))
        if place not in self._codes:
            tried = (f"{self.report}-{LETTERS[sheet]}{number}" for number in count(1))
            self._codes[place] = next(code for code in tried if code not in self._used)
            self._used.add(self._codes[place])
        return self._codes[place]


def _text(value: Value) -> str:
    return f"{value:.15g}" if isinstance(value, (int, float)) else value or ""


def _given(filled: Filled, report: str) -> dict[tuple[str, str], str]:
    """The codes that rows of an earlier step were given."""
    told: list[tuple[str, Ticked | Aim | Item | Said, str]] = [
        *(("next_steps", one, one.text) for one in filled.next_steps),
        *(("priorities", one, one.text) for one in filled.priorities),
        *(("roadmap", one, one.text) for one in filled.roadmap),
        *(("comments", one, comment_text(one)) for one in filled.comments),
    ]
    return {
        (sheet, folded(text)): one.code
        for sheet, one, text in told
        if one.code.startswith(f"{report}-")
    }


def comment_text(one: Said) -> str:
    """What a comment is known by."""
    return KEY_SIGN.join((one.indicator, one.year, one.sex, one.text))

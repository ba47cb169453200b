"""Short notes of the tables in the reader's language: every code has its words."""

from __future__ import annotations

from components.numbers import date_text, isolate
from components.wording import MissingText, Wording
from data.methods.notes import Note, read

QUOTED = "publisher_note"
"""The code of a note in its publisher's own words, which are English."""


def note_text(note: str, wording: Wording) -> tuple[str, str]:
    """The notes in the reader's language, and what stands as its publisher wrote it (English).

    A note without words is shown as it stands: it costs its own line, never the page.
    """
    worded: list[str] = []
    left: list[str] = []
    for one in read(note):
        words = _words(one, wording)
        if words is None:
            left.append(one.values.get("text", "") or one.text or one.code)
        else:
            worded.append(words)
    return wording.t("sentence.separator").join(worded), " ".join(left)


def _words(one: Note, wording: Wording) -> str | None:
    if one.code in {"", QUOTED}:
        return None
    try:
        fields = {name: _field(name, text, wording) for name, text in one.values.items()}
        return wording.t(f"law.note.{one.code}", **fields)
    except (MissingText, ValueError):
        return None


def _field(name: str, text: str, wording: Wording) -> str:
    if name == "date":
        return date_text(text, wording)
    if name == "source":
        return wording.t(f"law.by.{text}")
    if name == "status":
        return wording.t(f"law.stated.{text}")
    if name == "question":
        return wording.t(f"law.question.{text}")
    return isolate(text, wording)

"""Coded notes of a figure in the reader's words: who quotes it, and how it is to be read.

A coded note is `quoted_by=<who> <address>`, `read_at <address>` or a single code, with `; `
between several; older tables say who quotes a figure in a sentence. A publisher's own words are no
code and stay as they are.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from components.numbers import isolate
from components.wording import Wording
from data.methods.second_hand import quoting

CODES: Final = frozenset(
    "about first_release more_than not_the_office older_release own_use_counted preliminary "
    "quoted_by read_at revised rounded site_only survey_presumed year_presumed".split()
)
_PART: Final = re.compile(r"(?P<code>[a-z_]+)(=(?P<who>[^<]+))?( ?<(?P<page>[^>]+)>)?")


def _worded(part: str, wording: Wording) -> str:
    found = _PART.fullmatch(part)
    if found is None or found["code"] not in CODES:
        quoted = quoting(part)
        return wording.t("figure_note.quoted_by", who=isolate(quoted, wording)) if quoted else part
    who = (found["who"] or urlsplit(found["page"] or "").netloc).strip()
    return wording.t(f"figure_note.{found['code']}", who=isolate(who, wording))


def note_parts(note: str, wording: Wording) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The coded parts of a note in words, and the parts that stand as the publisher wrote them."""
    worded: list[str] = []
    left: list[str] = []
    for part in note.split("; ") if note else ():
        text = _worded(part, wording)
        (left if text == part else worded).append(text)
    return tuple(worded), tuple(left)


def figure_note(note: str, wording: Wording) -> str:
    """The note in words; parts that are no codes as the publisher wrote them."""
    return "; ".join(_worded(part, wording) for part in note.split("; "))

"""The guide of the questionnaire: how it is filled in, what is asked, what a status means."""

from __future__ import annotations

from typing import Final

from components.reporting.rows import Row
from components.wording import Wording
from data.methods.completion import STATUSES

HEADING: Final = "heading."
PARTS: Final = ("fill_in", "asked", "known", "statuses", "values", "send_back", "readers")
"""Headed parts of the guide, in their order."""


def guide_rows(wording: Wording) -> tuple[Row, ...]:
    """Headings and paragraphs, each a row."""
    found = []
    for part in PARTS:
        found.append(Row(f"{HEADING}{part}", {"text": wording.t(f"reporting.guide.{part}.title")}))
        texts = wording.several(f"reporting.guide.{part}.texts")
        found += [Row(f"{part}.{n}", {"text": text}) for n, text in enumerate(texts, 1)]
        if part == "statuses":
            found += [_status(code, wording) for code in STATUSES]
    return tuple(found)


def _status(code: str, wording: Wording) -> Row:
    text = wording.t(
        "reporting.guide.status",
        status=wording.t(f"action_status.{code}"),
        meaning=wording.t(f"reporting.guide.meaning.{code}"),
    )
    return Row(f"status.{code}", {"text": text})

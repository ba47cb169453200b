"""The page of what happened since the last meeting, as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from components import numbers
from components.markup import render
from components.numbers import date_text
from components.since.choice import Choice
from components.since.ends import end_notes, end_text
from components.since.figures import figure_texts
from components.since.lines import line_of
from components.since.summary import figures_line, summary_lines, summary_numbers
from components.wording import Wording
from data.methods.since.records import SECTIONS, Since
from data.records import Area, Described

SHOWN: Final = 8
"""Rows of a section that stand open; the others are folded."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses: a country's up to its code, the page of changes between the two ends' releases
    (empty where nothing compares), the file."""

    country: str
    changed: str
    csv: str


def since_html(
    found: Since, choice: Choice, about: Described, wording: Wording, links: Links
) -> str:
    """Heading, summary and a part for each section."""
    areas = about.areas
    notes = end_notes(choice.first, wording, first=True)
    notes += end_notes(choice.last, wording, first=False)
    figures = figure_texts(found.figures, about, wording)
    return render(
        "since.html",
        t=wording.t,
        heading=wording.t(
            "since.between",
            first=end_text(choice.first, wording),
            last=end_text(choice.last, wording),
        ),
        notes=notes,
        numbers=summary_numbers(found, wording),
        lines=summary_lines(found, areas, wording),
        figures=figures,
        shown=SHOWN,
        more_editions=numbers.number(len(figures.editions) - SHOWN, wording),
        figures_line=figures_line(found, wording),
        sections=[_section(found, key, areas, wording) for key in SECTIONS],
        links=links,
    )


def _section(found: Since, key: str, areas: Mapping[str, Area], wording: Wording) -> dict[str, Any]:
    section = found.sections[key]
    lines = [line_of(item, areas, wording) for item in section.items]
    return {
        "key": key,
        "title": wording.t(f"since.section.{key}"),
        "note": _note(found, key, wording),
        "count": numbers.number(len(lines), wording),
        "shown": lines[:SHOWN],
        "folded": lines[SHOWN:],
        "more": numbers.number(len(lines) - SHOWN, wording),
        "may": [line_of(item, areas, wording) for item in section.may],
        "may_count": numbers.number(len(section.may), wording),
        "undated": wording.t(
            "since.undated_due" if key == "due" else "since.undated",
            count=numbers.number(section.undated, wording),
        )
        if section.undated
        else "",
    }


def _note(found: Since, key: str, wording: Wording) -> str:
    """What to know of a section before reading it."""
    if key == "ratifications":
        read = found.lists_read_to
        if not read or found.span.last.isoformat() <= read:
            return ""
        return wording.t("since.note.ratifications", day=date_text(read, wording))
    text = f"since.note.{key}"
    return wording.t(text) if text in wording.texts else ""

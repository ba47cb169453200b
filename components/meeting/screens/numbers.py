"""A page of counts as one screen: what happened since a meeting, what changed between releases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from components.alliance.page import head_answers
from components.alliance.statements import fact_lines
from components.explore.region_names import region_name
from components.meeting.screens.screen import Screen, drawn
from components.since.choice import Choice
from components.since.ends import end_notes, end_text
from components.since.summary import Number, summary_lines, summary_numbers
from components.wording import Wording
from data.methods.since.records import Since
from data.records import Alliance, Area

MOST_LINES: Final = 15
LETTERS: Final = 62
"""Lines of sentences in the two columns below the numbers, and letters that a line surely holds."""

LINES_OF_A_ROW: Final = 6
"""Further lines where a second row of numbers is missing."""


def since_screen(
    found: Since, choice: Choice, areas: Mapping[str, Area], wording: Wording, *, released: str
) -> Screen:
    """The summary of a span, as on its page."""
    between = wording.t(
        "since.between",
        first=end_text(choice.first, wording),
        last=end_text(choice.last, wording),
    )
    notes = end_notes(choice.first, wording, first=True)
    notes += end_notes(choice.last, wording, first=False)
    places = [region_name(code, areas, wording) for code in (*choice.regions, *choice.areas)]
    title = wording.t("since.title")
    return numbers_screen(
        "since",
        title,
        summary_numbers(found, wording),
        (*summary_lines(found, areas, wording), *notes),
        wording,
        about=between,
        chosen=wording.t("sentence.comma").join(places),
        released=released,
    )


def alliance_screen(known: Alliance, wording: Wording, *, released: str) -> Screen:
    """The four answers of the Alliance's page, its milestones, and what Marrakech brought."""
    told = [
        wording.t("completion.part", status=line.when, count=line.text) if line.when else line.text
        for topic in ("milestone", "marrakech")
        for line in fact_lines(known, topic, wording)
    ]
    return numbers_screen(
        "alliance",
        wording.t("frame.page.alliance"),
        tuple(Number(one.number, one.text, "", one.part) for one in head_answers(known, wording)),
        told,
        wording,
        released=released,
        room=MOST_LINES + LINES_OF_A_ROW,
    )


def changed_screen(
    counts: Mapping[str, str], between: str, lines: Sequence[str], wording: Wording, released: str
) -> Screen:
    """How many figures differ between two releases, by kind, and the first revised ones."""
    numbers = tuple(
        Number(counts.get(kind, "0"), wording.t(f"changed.count.{kind}"), "", "")
        for kind in ("new", "revised", "withdrawn")
    )
    title = wording.t("changed.title")
    return numbers_screen(
        "changed",
        title,
        numbers if counts else (),
        lines,
        wording,
        about=between,
        released=released,
    )


def numbers_screen(
    name: str,
    title: str,
    numbers: Sequence[Number],
    lines: Sequence[str],
    wording: Wording,
    *,
    about: str = "",
    chosen: str = "",
    released: str,
    room: int = MOST_LINES,
) -> Screen:
    """Numbers with what they count, and sentences below them, as many as there is room for."""
    told = _fitting(lines, room)
    if len(told) < len(lines):
        told = (*told[:-1], wording.t("screen.more_lines", count=len(lines) - len(told) + 1))
    return drawn(
        "screen_numbers.html",
        title,
        title,
        name=name,
        about=about,
        chosen=chosen,
        numbers=numbers,
        lines=told,
        released=released,
        t=wording.t,
    )


def _fitting(lines: Sequence[str], room: int) -> tuple[str, ...]:
    """The first sentences that fit into so many lines."""
    kept = 0
    while kept < len(lines) and room >= (taken := -(-len(lines[kept]) // LETTERS)):
        kept, room = kept + 1, room - taken
    return tuple(lines[:kept])

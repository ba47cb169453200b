"""How exactly the date of an event is known, and its title with what a title alone would hide."""

from __future__ import annotations

from typing import Final

from components.wording import Wording
from data.records import Event

PRECISIONS: Final = {4: "year", 7: "month", 10: "day"}
"""Of an ISO date, by its length."""

SAID_BEFORE: Final = frozenset({"planned", "announced", "postponed"})
"""States that stand before the title: an overview shows nothing else of an event."""


def precision(date: str, end: str = "") -> str:
    """`day`, `month` or `year`: the coarser one of an ISO date and an end, where there is one."""
    return PRECISIONS[min(len(date), len(end or date))]


def not_known(event: Event, wording: Wording) -> str:
    """`day not known`, where a dated event is known to the month or year; a period is its span."""
    return "" if event.state == "period" else date_note(event.date, event.end, wording)


def date_note(date: str, end: str, wording: Wording) -> str:
    """`day not known`, where an ISO date or end is known to the month or year; else empty."""
    known = precision(date, end)
    return "" if known == "day" else wording.t(f"feeds.calendar.known_to_{known}")


def noted(text: str, note: str, wording: Wording) -> str:
    """The text with a note in brackets, where there is one."""
    return (
        wording.t("feeds.calendar.with_note", title=text.rstrip("."), note=note) if note else text
    )


def stated_title(event: Event, wording: Wording) -> str:
    """The title, behind the state of what is not known to have taken place."""
    text = wording.of(event, "title")
    if event.state not in SAID_BEFORE:
        return text
    state = wording.t(f"event_state.{event.state}")
    return wording.t("feeds.calendar.with_state", state=state, title=text)

"""What a mark of the timeline is called beside it, and what it tells on hover and focus."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from babel.dates import format_date

from components.numbers import date_text, isolate, span_text
from components.timeline.choice import WORLD, areas_of
from components.wording import Wording
from data.records import Area, Event

MADE_KINDS: Final = frozenset(
    {"strategic_workshop", "further_workshop", "status", "stage", "plan", "ratification"}
)
"""Kinds whose titles say already what it is and where."""

HOLLOW_STATES: Final = frozenset({"postponed", "planned", "announced"})
_MEETING: Final = re.compile(r"A87-gcg-(\d\d)(?:-(\d\d))?")
"""Codes of the group's meetings: `A87-gcg-07`, `A87-gcg-03-04`; others have no number."""


def short_date(published: str, wording: Wording) -> str:
    """Day and month, month, or year of an ISO date, for a place whose year an axis shows."""
    if len(published) == 4:
        return isolate(published, wording)
    day = date.fromisoformat(published if len(published) > 7 else f"{published}-01")
    month = format_date(day, "MMM", locale=wording.language.locale)
    if len(published) == 7:
        return month
    number = wording.language.first if day.day == 1 else str(day.day)
    return f"{number} {month}"


def when_text(event: Event, wording: Wording) -> str:
    """The date with the precision it was published with, to its end where there is one."""
    if not event.date:
        return wording.t("timeline.undated")
    if event.kind == "plan" and not event.end:
        return wording.t("timeline.from_then", when=date_text(event.date, wording))
    return span_text(event.date, event.end or event.date, wording)


def precision_text(event: Event, wording: Wording) -> str:
    """How exactly the date is known: to the day, month, year, or as a period."""
    if not event.date:
        return wording.t("timeline.precision.none")
    if event.state == "period" and event.end:
        return wording.t("timeline.precision.period")
    known = {4: "year", 7: "month"}.get(len(event.date), "day")
    return wording.t(f"timeline.precision.{known}")


def where_text(event: Event, areas: Mapping[str, Area], wording: Wording) -> str:
    """Place and countries; the world only where no place is stated."""
    codes = [code for code in areas_of(event) if not (event.place and code == WORLD)]
    countries = [areas[code].name if code in areas else code for code in codes]
    return wording.t("sentence.comma").join(part for part in (event.place, *countries) if part)


def meeting_number(event: Event, wording: Wording) -> str:
    """`7` or `3–4` for a meeting of the Global Coordinating Group whose number is known."""
    found = _MEETING.fullmatch(event.code) if event.kind == "gcg_meeting" else None
    if found is None:
        return ""
    return isolate("\u2013".join(str(int(number)) for number in found.groups() if number), wording)


def short_name(event: Event, wording: Wording) -> str:
    """The few words that an event of the world is known by; empty where it has none."""
    key = f"timeline_short.{event.code}"
    return wording.t(key) if key in wording.texts else ""


def label_texts(event: Event, wording: Wording) -> tuple[str, ...]:
    """What a mark may be called, the best first: its name, its date with its state, its date."""
    if event.kind == "plan":
        return (_plan_label(event, wording),)
    if event.kind == "gcg_meeting" and event.state == "period":
        return (wording.t("timeline.days_unknown"),)
    when = short_date(event.date, wording)
    name = short_name(event, wording)
    stated = when
    if event.state in HOLLOW_STATES:
        state = wording.t(f"charts.event_state.{event.state}")
        stated = wording.t("timeline.with_state", what=when, state=state)
        name = name and wording.t("timeline.with_state", what=name, state=state)
    return tuple(dict.fromkeys(text for text in (name, stated, when) if text))


def _plan_label(event: Event, wording: Wording) -> str:
    if not event.end:
        return wording.t("timeline.since", year=int(event.date[:4]))
    return span_text(event.date[:4], event.end[:4], wording)


def tip_text(event: Event, areas: Mapping[str, Area], wording: Wording) -> str:
    """All that the mark stands for in one line: when, what, where, and whether it took place."""
    parts = {
        "when": when_text(event, wording),
        "kind": wording.t(f"event_kind.{event.kind}"),
        "title": wording.of(event, "title").rstrip("."),
        "where": where_text(event, areas, wording),
    }
    told = wording.t("timeline.tip_made" if event.kind in MADE_KINDS else "timeline.tip", **parts)
    if event.state in HOLLOW_STATES:
        return f"{told} ({wording.t(f'charts.event_state.{event.state}')})"
    return told

"""The timeline as one screen: what came last and what comes next, around today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.explore.region_names import region_name
from components.meeting.screens.screen import Screen, drawn
from components.numbers import date_text
from components.timeline.choice import Choice
from components.timeline.event_words import when_text, where_text
from components.wording import Wording
from data.methods.dates import last_day, span
from data.records import Area, Event

MOST: Final = 5
"""Events on each side of today."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in words; `state` where it did not simply take place."""

    when: str
    kind: str
    title: str
    where: str
    state: str


def timeline_screen(
    events: Sequence[Event],
    choice: Choice,
    areas: Mapping[str, Area],
    wording: Wording,
    *,
    today: date,
    released: str,
) -> Screen:
    """Events of a choice: the last ones that are over, and the next that begin or, of those that
    run, end. A month or year that holds today is not over."""
    dated = [one for one in events if one.date]
    past = [one for one in dated if last_day(one.end or one.date) < today]
    ahead = [one for one in dated if last_day(one.end or one.date) >= today]
    past.sort(key=lambda one: (last_day(one.end or one.date), one.code), reverse=True)
    ahead.sort(key=lambda one: (last_day(_next(one, today)), one.code))
    columns = [
        (wording.t(f"screen.events.{key}"), rows[:MOST], len(rows) - MOST)
        for key, rows in (("past", past), ("ahead", ahead))
    ]
    places = [region_name(code, areas, wording) for code in (*choice.regions, *choice.areas)]
    name = wording.t("frame.page.timeline")
    return drawn(
        "screen_timeline.html",
        name,
        name,
        places=wording.t("sentence.comma").join(places),
        span=wording.t("screen.events.span", first=choice.first, last=choice.last),
        columns=[
            (
                title,
                [_row(one, areas, wording, today) for one in rows],
                wording.t("screen.events.more", count=more) if more > 0 else "",
            )
            for title, rows, more in columns
        ],
        released=released,
        t=wording.t,
    )


def _runs(event: Event, today: date) -> bool:
    """Whether an event of some length has begun and is not over."""
    if not event.end or event.end == event.date:
        return False
    return span(event.date)[0] <= today <= last_day(event.end)


def _next(event: Event, today: date) -> str:
    return event.end if _runs(event, today) else event.date


def _row(event: Event, areas: Mapping[str, Area], wording: Wording, today: date) -> EventRow:
    when = when_text(event, wording)
    if _runs(event, today):
        when = wording.t("screen.events.until", date=date_text(event.end, wording))
    usual = event.state in {"held", "period"}
    return EventRow(
        when,
        wording.t(f"event_kind.{event.kind}"),
        wording.of(event, "title"),
        where_text(event, areas, wording),
        "" if usual else wording.t(f"event_state.{event.state}"),
    )

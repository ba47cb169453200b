"""The timeline as a table: dates as published, places, states and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.markup import render
from components.timeline.choice import WORLD, areas_of
from components.timeline.drawing import row_id
from components.timeline.event_words import HOLLOW_STATES, precision_text, when_text
from components.wording import Wording
from data.records import Area, Event


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in words. `hollow` marks what did not (yet) take place."""

    id: str
    when: str
    precision: str
    kind: str
    title: str
    place: str
    countries: tuple[tuple[str, str], ...]
    state: str
    hollow: bool
    source_title: str
    page: str


def event_lines(
    events: Sequence[Event], areas: Mapping[str, Area], wording: Wording, country: str
) -> tuple[EventLine, ...]:
    """Events in words, in the order given; `country` is its page's address up to the code."""
    return tuple(
        EventLine(
            row_id(event),
            when_text(event, wording),
            precision_text(event, wording),
            wording.t(f"event_kind.{event.kind}"),
            wording.of(event, "title"),
            event.place,
            _countries(event, areas, country),
            wording.t(f"event_state.{event.state}"),
            event.state in HOLLOW_STATES,
            event.source_title,
            event.page,
        )
        for event in events
    )


def _countries(
    event: Event, areas: Mapping[str, Area], country: str
) -> tuple[tuple[str, str], ...]:
    """Names and addresses of an event's countries; the world only where no place is stated."""
    codes = [code for code in areas_of(event) if not (event.place and code == WORLD)]
    return tuple(
        (
            areas[code].name if code in areas else code,
            country + code if _is_one(code, areas) else "",
        )
        for code in codes
    )


def _is_one(code: str, areas: Mapping[str, Area]) -> bool:
    return code in areas and areas[code].kind == "country"


def event_table(
    events: Sequence[Event], areas: Mapping[str, Area], wording: Wording, country: str
) -> str:
    """Dated events as an HTML table, then the undated ones in one of their own; folded. `country`
    is the address of a country's page up to its code."""
    dated = [event for event in events if event.date]
    undated = [event for event in events if not event.date]
    return render(
        "timeline_table.html",
        groups=[
            (wording.t(f"timeline.{name}"), event_lines(group, areas, wording, country))
            for name, group in (("dated", dated), ("undated_events", undated))
            if group
        ],
        count=len(events),
        t=wording.t,
    )

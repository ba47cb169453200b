"""The timeline as a table: dates as published, places, states and pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.charts.timeline import HOLLOW_STATES
from components.markup import render
from components.numbers import span_text
from components.timeline.choice import WORLD, areas_of
from components.wording import Wording
from data.records import Area, Event


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in words. `hollow` marks what did not (yet) take place."""

    code: str
    when: str
    kind: str
    title: str
    where: str
    state: str
    hollow: bool
    source_title: str
    page: str


def when_text(event: Event, wording: Wording) -> str:
    """The date with the precision it was published with, to its end where there is one."""
    if not event.date:
        return wording.t("timeline.undated")
    return span_text(event.date, event.end or event.date, wording)


def where_text(event: Event, areas: Mapping[str, Area], wording: Wording) -> str:
    """Place and countries; the world only where no place is stated."""
    codes = [code for code in areas_of(event) if not (event.place and code == WORLD)]
    countries = [areas[code].name if code in areas else code for code in codes]
    return wording.t("sentence.comma").join(part for part in (event.place, *countries) if part)


def event_lines(
    events: Sequence[Event], areas: Mapping[str, Area], wording: Wording
) -> tuple[EventLine, ...]:
    """Events in words, in the order given."""
    return tuple(
        EventLine(
            event.code,
            when_text(event, wording),
            wording.t(f"event_kind.{event.kind}"),
            wording.of(event, "title"),
            where_text(event, areas, wording),
            wording.t(f"event_state.{event.state}"),
            event.state in HOLLOW_STATES,
            event.source_title,
            event.page,
        )
        for event in events
    )


def event_table(events: Sequence[Event], areas: Mapping[str, Area], wording: Wording) -> str:
    """Dated events as an HTML table, then the undated ones in one of their own."""
    dated = [event for event in events if event.date]
    undated = [event for event in events if not event.date]
    return render(
        "timeline_table.html",
        groups=[
            (wording.t(f"timeline.{name}"), event_lines(group, areas, wording))
            for name, group in (("dated", dated), ("undated_events", undated))
            if group
        ],
        t=wording.t,
    )

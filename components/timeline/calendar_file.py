"""The timeline as an iCalendar file (RFC 5545): every dated event as a span of whole days.

What is known to the month or the year covers it, and says so in words: a calendar knows no other
way to keep a precision.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from icalendar import Calendar, Component, Timezone, TimezoneStandard, vText
from icalendar import Event as Entry

from components.timeline.choice import WORLD, areas_of
from components.timeline.event_words import when_text, where_text
from components.timeline.precision import not_known, noted, precision, stated_title
from components.wording import Wording
from data.methods.dates import span
from data.records import Area, Event

MAKER: Final = "-//Target 8.7 dashboards//Timeline//EN"
DOMAIN: Final = "target87.invalid"
"""Makes a code of ours unique among all calendars; `.invalid` is nobody's (RFC 2606)."""

STATUSES: Final = {
    "held": "CONFIRMED",
    "period": "CONFIRMED",
    "planned": "TENTATIVE",
    "announced": "TENTATIVE",
    "postponed": "CANCELLED",
}
"""What was postponed does not take place on the day that it was set for."""

_UNPRINTED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ADDRESS: Final = re.compile(r"https?://[\x21-\x7e]+")


def calendar_file(
    events: Sequence[Event],
    areas: Mapping[str, Area],
    wording: Wording,
    *,
    published: datetime,
) -> bytes:
    """The events that have a date; how many have none is told in the calendar's description.

    `published` is when the release came out that they are of.
    """
    dated = [event for event in events if event.date]
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = wording.t("feeds.calendar.name")
    about = wording.t("feeds.calendar.about", dated=len(dated), undated=len(events) - len(dated))
    for key in ("name", "x-wr-calname"):
        _say(calendar, key, name, wording)
    for key in ("description", "x-wr-caldesc"):
        _say(calendar, key, about, wording)
    for event in dated:
        calendar.add_component(_entry(event, areas, wording, published))
    if not dated:
        # A calendar without any component is none (RFC 5545, 3.4).
        calendar.add_component(_universal_time())
    return bytes(calendar.to_ical())


def identifier(code: str) -> str:
    """The UID of an event: the same in every build and language."""
    return f"{code}@{DOMAIN}"


def _say(component: Component, key: str, text: str, wording: Wording) -> None:
    # As a text of its own kind: else the library would not escape what stands behind `X-`.
    component.add(key, vText(_UNPRINTED.sub(" ", text), params={"LANGUAGE": wording.code}))


def _entry(
    event: Event, areas: Mapping[str, Area], wording: Wording, published: datetime
) -> Component:
    entry = Entry()
    first, last = span(event.date)[0], span(event.end or event.date)[1]
    entry.add("uid", _UNPRINTED.sub(" ", identifier(event.code)))
    entry.add("dtstamp", published.astimezone(UTC))
    entry.add("dtstart", first)
    # The day behind the last: an end is no part of the span.
    entry.add("dtend", last + timedelta(days=1))
    _say(entry, "summary", _summary(event, wording), wording)
    _say(entry, "description", _description(event, areas, wording), wording)
    if where := _where(event, areas, wording):
        _say(entry, "location", where, wording)
    _say(entry, "categories", wording.t(f"event_kind.{event.kind}"), wording)
    entry.add("status", STATUSES[event.state])
    entry.add("transp", "TRANSPARENT")
    if _ADDRESS.fullmatch(event.page):
        entry.add("url", event.page)
    entry.add("x-target87-kind", event.kind)
    entry.add("x-target87-state", event.state)
    entry.add("x-target87-date-precision", precision(event.date, event.end))
    return entry


def _summary(event: Event, wording: Wording) -> str:
    return noted(stated_title(event, wording), not_known(event, wording), wording)


def _description(event: Event, areas: Mapping[str, Area], wording: Wording) -> str:
    """A line each: kind and state, date, place, and the page that states it."""
    kind = wording.t(f"event_kind.{event.kind}")
    state = wording.t(f"event_state.{event.state}")
    lines = [
        wording.t("sentence.comma").join((kind, state)),
        noted(when_text(event, wording), not_known(event, wording), wording),
        where_text(event, areas, wording),
    ]
    if event.source_title or event.page:
        stated = event.source_title or event.page
        lines.append(wording.t("feeds.calendar.source", source=stated))
    if event.source_title and event.page:
        lines.append(event.page)
    return "\n".join(line for line in lines if line)


def _where(event: Event, areas: Mapping[str, Area], wording: Wording) -> str:
    """Place and countries; nothing where only the world could be named."""
    nowhere = not event.place and set(areas_of(event)) <= {WORLD}
    return "" if nowhere else where_text(event, areas, wording)


def _universal_time() -> Component:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone

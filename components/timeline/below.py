"""What stands below the timeline in words: events without a date, meetings without a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from components.numbers import isolate
from components.timeline.choice import areas_of
from components.timeline.event_words import meeting_number
from components.wording import Wording
from data.records import Area, Event

TOGETHER: Final = frozenset({"status", "plan", "stage"})
"""Kinds whose undated events stand in one line, with their countries."""


def meetings_note(events: Sequence[Event], wording: Wording) -> str:
    """A sentence on meetings of the group whose days were not seen; empty without any."""
    unknown = [
        meeting_number(event, wording)
        for event in events
        if event.kind == "gcg_meeting" and event.state == "period" and event.date
    ]
    if not any(unknown):
        return ""
    numbers = wording.t("sentence.comma").join(number for number in unknown if number)
    return wording.t("timeline.meetings_unknown", numbers=isolate(numbers, wording))


def undated_lines(
    events: Sequence[Event], areas: Mapping[str, Area], wording: Wording
) -> tuple[tuple[str, str], ...]:
    """Events without a date as pairs of a heading and a text: steps of one kind with all their
    countries, others by country with their title."""
    lines: list[tuple[str, str]] = []
    for kind in dict.fromkeys(event.kind for event in events):
        of_kind = [event for event in events if event.kind == kind]
        if kind in TOGETHER:
            lines.append((wording.t(f"event_kind.{kind}"), _names(of_kind, areas, wording)))
        else:
            lines += [(_names([one], areas, wording), wording.of(one, "title")) for one in of_kind]
    return tuple(lines)


def undated_kinds(events: Sequence[Event], wording: Wording) -> str:
    """How many undated events there are of each kind: `Other workshops 5, Status 20`."""
    counts = Counter(event.kind for event in events)
    return wording.t("sentence.comma").join(
        wording.t("timeline.kind_count", kind=wording.t(f"timeline.chip.{kind}"), count=count)
        for kind, count in counts.items()
    )


def _names(events: Sequence[Event], areas: Mapping[str, Area], wording: Wording) -> str:
    """The countries of events by name, each once."""
    codes = {code for event in events for code in areas_of(event) if code in areas}
    names = [areas[code].name for code in sorted(codes, key=lambda code: areas[code].by_name)]
    return wording.t("sentence.comma").join(names)

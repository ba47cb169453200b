"""Meetings of the Global Coordinating Group as ends of a span."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from data.methods.dates import span as days_of
from data.records import Event

KIND: Final = "gcg_meeting"
_BEFORE: Final = "A87-"


@dataclass(frozen=True, slots=True)
class Meeting:
    """`code` is `gcg-06`; `numbers` are as in its code, empty where none is known. It counts as
    over on `day`: the last day that its date may mean, `exact` where that is a stated day."""

    code: str
    numbers: tuple[int, ...]
    event: Event
    day: date
    exact: bool


def _numbers(code: str) -> tuple[int, ...]:
    parts = code.split("-")[1:]
    # A number has two digits; a year, which stands where no number is known, has four.
    return tuple(map(int, parts)) if all(len(p) == 2 and p.isdigit() for p in parts) else ()


def meetings(events: Iterable[Event]) -> tuple[Meeting, ...]:
    """The dated meetings, the earliest first."""
    found = []
    for one in events:
        if one.kind == KIND and one.date:
            code = one.code.removeprefix(_BEFORE)
            last = one.end or one.date
            exact = last.count("-") == 2 and one.state != "period"
            found.append(Meeting(code, _numbers(code), one, days_of(last)[1], exact))
    return tuple(sorted(found, key=lambda meeting: (meeting.day, meeting.code)))


def last_before(found: Iterable[Meeting], today: date) -> Meeting | None:
    """The last meeting that a page names and that is over; None without any."""
    over = [
        meeting for meeting in found if meeting.day < today and meeting.event.state != "planned"
    ]
    return over[-1] if over else None

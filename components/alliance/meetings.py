"""The meetings of the Global Coordinating Group: a line each, opened to agenda and outcomes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from components.alliance.cited import Cited, cited
from components.markup import render
from components.numbers import date_text, span_text
from components.wording import Wording
from data.records import Alliance, GcgMeeting, MeetingPoint

AGENDA: Final = "agenda"
OUTCOMES: Final = ("conclusion", "decision", "follow_up")
Address = Callable[[GcgMeeting], str]
"""The address of what changed since a meeting."""


@dataclass(frozen=True, slots=True)
class PointLine:
    """Something said on an item: its kind in words and as code, by whom, and the text."""

    kind: str
    code: str
    by: str
    text: str
    source: Cited | None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of the agenda, with what came of it; `number` 0 stands for the meeting as a whole."""

    number: int
    title: str
    minutes: str
    points: list[PointLine]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in words. `state` is the code, `since` the address of what changed since."""

    code: str
    name: str
    when: str
    where: str
    state: str
    state_word: str
    holds: str
    text: str
    participants: str
    items: list[ItemLine]
    source: Cited
    since: str


def since_end(one: GcgMeeting) -> str:
    """What the page of changes since a meeting calls it: `gcg-06`."""
    return one.event.removeprefix("A87-")


def last_held(known: Alliance) -> GcgMeeting:
    """The last meeting that a page shows as held."""
    return [one for one in known.meetings if one.state == "held"][-1]


def meetings_html(
    known: Alliance, wording: Wording, *, timeline: str, meeting: str, since: Address
) -> str:
    """A line a meeting, the oldest first; `timeline` and `meeting` are addresses of those pages."""
    last = last_held(known)
    return render(
        "alliance_meetings.html",
        t=wording.t,
        lines=[meeting_line(one, known, wording, since) for one in known.meetings],
        last=wording.t(
            "alliance.meetings.last", number=last.number, date=date_text(last.date, wording)
        ),
        timeline=timeline,
        meeting=meeting,
    )


def meeting_line(one: GcgMeeting, known: Alliance, wording: Wording, since: Address) -> MeetingLine:
    """One meeting with all its points."""
    points = [point for point in known.points if point.meeting == one.code]
    return MeetingLine(
        one.code,
        wording.t("alliance.meetings.number", number=one.number)
        if one.number
        else wording.t("alliance.meetings.unnumbered"),
        span_text(one.date, one.end or one.date, wording)
        if one.date
        else wording.t("alliance.meetings.no_day"),
        _where(one, wording),
        one.state,
        wording.t(f"gcg_state.{one.state}"),
        _holds(points, wording),
        wording.of(one, "text"),
        wording.of(one, "participants"),
        _items(points, one, wording),
        cited(one, wording),
        since(one) if one.state == "held" else "",
    )


def _where(one: GcgMeeting, wording: Wording) -> str:
    if one.place:
        return wording.of(one, "place")
    return wording.t(f"gcg_form.{one.form}") if one.form else ""


def _holds(points: Sequence[MeetingPoint], wording: Wording) -> str:
    """How much is known: `9 agenda items · 12 outcomes`."""
    agenda = sum(1 for one in points if one.kind == AGENDA)
    outcomes = sum(1 for one in points if one.kind in OUTCOMES)
    said = []
    if agenda:
        said.append(wording.plural("alliance.meetings.items", agenda, count=agenda))
    if outcomes:
        said.append(wording.plural("alliance.meetings.outcomes", outcomes, count=outcomes))
    return wording.t("sentence.separator").join(said) or wording.t("alliance.meetings.nothing")


def _items(points: Sequence[MeetingPoint], meeting: GcgMeeting, wording: Wording) -> list[ItemLine]:
    found = []
    for number, group in groupby(points, key=lambda one: one.item):
        rows = list(group)
        agenda = next((one for one in rows if one.kind == AGENDA), None)
        found.append(
            ItemLine(
                number,
                wording.of(agenda, "text") if agenda else "",
                wording.t("alliance.meetings.minutes", count=int(agenda.minutes))
                if agenda and agenda.minutes
                else "",
                [_point(one, meeting, wording) for one in rows if one.kind != AGENDA],
            )
        )
    return found


def _point(one: MeetingPoint, meeting: GcgMeeting, wording: Wording) -> PointLine:
    elsewhere = one.source_title != meeting.source_title
    return PointLine(
        wording.t(f"meeting_point_kind.{one.kind}"),
        one.kind,
        wording.of(one, "by"),
        wording.of(one, "text"),
        cited(one, wording) if elsewhere else None,
    )

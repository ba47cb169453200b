"""Meetings and days in words, as ends of a span."""

from __future__ import annotations

from components.numbers import date_text, span_text
from components.since.choice import End
from components.wording import Wording
from data.methods.since.meetings import Meeting


def meeting_name(meeting: Meeting, wording: Wording, *, short: bool = False) -> str:
    """`Meeting 6 of the GCG`, or that its number is not known; `short` leaves the group out."""
    numbers, tail = meeting.numbers, "_short" if short else ""
    if not numbers:
        return wording.t(f"since.meeting_unnumbered{tail}")
    if len(numbers) == 1:
        return wording.t(f"since.meeting{tail}", number=numbers[0])
    return wording.t(f"since.two_meetings{tail}", first=numbers[0], second=numbers[-1])


def meeting_when(meeting: Meeting, wording: Wording) -> str:
    """The date as published, with its precision."""
    event = meeting.event
    return span_text(event.date, event.end or event.date, wording)


def meeting_label(meeting: Meeting, wording: Wording, *, short: bool = False) -> str:
    """A meeting with its number, date and place, and that it was only announced."""
    parts = [meeting_when(meeting, wording)]
    parts += [meeting.event.place] if meeting.event.place else []
    if meeting.event.state == "announced":
        parts.append(wording.t("since.announced"))
    beside = wording.t("sentence.comma").join(parts)
    return f"{meeting_name(meeting, wording, short=short)} ({beside})"


def end_text(end: End, wording: Wording) -> str:
    """An end in a sentence: the meeting with its date, else the day."""
    if end.meeting:
        return meeting_label(end.meeting, wording)
    return date_text(end.asked or end.day.isoformat(), wording)


def end_notes(end: End, wording: Wording, *, first: bool) -> list[str]:
    """What to know of an end: that it counts from the last day its date may mean, and that no page
    was seen to say that the meeting was held."""
    said = []
    if not end.exact:
        key = "since.counted_from" if first else "since.counted_to"
        day = date_text(end.day.isoformat(), wording)
        said.append(wording.t(key, what=end_text(end, wording), day=day))
    if end.meeting and end.meeting.event.state == "announced":
        said.append(wording.t("since.only_announced"))
    return said

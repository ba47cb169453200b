"""The calendar of events, read by a library that did not write it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event as Entry

from components.timeline.calendar_file import STATUSES, calendar_file, identifier
from components.wording import LANGUAGES, wording
from data.records import Event
from tests.factories import NEPAL, event

PUBLISHED = datetime(2026, 11, 21, 8, 30, 5, tzinfo=UTC)
AREAS = {NEPAL.code: NEPAL}


def written(*events: Event, language: str = "en") -> str:
    return calendar_file(events, AREAS, wording(language), published=PUBLISHED).decode()


def read(*events: Event, language: str = "en") -> Calendar:
    return IcsCalendarStream.calendar_from_ics(written(*events, language=language))


def entry_of(**fields: Any) -> Entry:
    (entry,) = read(event(**fields)).events
    return entry


def extras(entry: Entry) -> dict[str, str]:
    return {one.name: str(one.value) for one in entry.extras}


@pytest.mark.parametrize(
    ("begin", "end", "first", "behind", "precision", "words"),
    [
        ("2020-02-28", "", date(2020, 2, 28), date(2020, 2, 29), "day", ""),
        ("2019-03-28", "2019-03-29", date(2019, 3, 28), date(2019, 3, 30), "day", ""),
        ("2020-02", "", date(2020, 2, 1), date(2020, 3, 1), "month", "(day not known)"),
        ("2019", "", date(2019, 1, 1), date(2020, 1, 1), "year", "(day and month not known)"),
        ("2018-08", "2019-07", date(2018, 8, 1), date(2019, 8, 1), "month", "(day not known)"),
        ("2018-08-01", "2019", date(2018, 8, 1), date(2020, 1, 1), "year", "(day and month"),
    ],
)
def test_an_event_spans_the_days_that_its_date_may_mean(
    begin: str, end: str, first: date, behind: date, precision: str, words: str
) -> None:
    entry = entry_of(date=begin, end=end, state="held")
    assert (entry.dtstart, entry.dtend) == (first, behind)
    assert extras(entry)["x-target87-date-precision"] == precision
    for text in (entry.summary, entry.description):
        assert (words in text) if words else ("not known" not in text)
    assert entry.transparency == "TRANSPARENT"


def test_a_period_is_its_span_and_lacks_no_day() -> None:
    entry = entry_of(date="2021", end="2025", state="period")
    assert "not known" not in entry.summary
    assert extras(entry)["x-target87-date-precision"] == "year"


@pytest.mark.parametrize("state", STATUSES)
def test_what_did_not_take_place_says_so_first(state: str) -> None:
    entry = entry_of(state=state, title="A workshop")
    assert entry.status == STATUSES[state]
    said = wording("en").t(f"event_state.{state}")
    before = state in {"planned", "announced", "postponed"}
    assert entry.summary == (f"{said}: A workshop" if before else "A workshop")


def test_undated_events_are_counted_in_words() -> None:
    calendar = written(event(), event(code="B", date=""), event(code="C", date=""))
    assert calendar.count("BEGIN:VEVENT") == 1
    assert "Events with a date: 1" in calendar.replace("\r\n ", "")
    assert "which no calendar can hold: 2." in calendar.replace("\r\n ", "").replace("\\,", ",")


def test_a_choice_without_events_is_a_calendar_too() -> None:
    assert read().events == []
    # RFC 5545, 3.4: at least one component.
    assert "BEGIN:VTIMEZONE" in written()


def test_the_entry_says_kind_place_source_and_page() -> None:
    entry = entry_of(
        kind="conference",
        area="NPL",
        place="Pokhara",
        source_title="A list",
        page="https://example.org/a?b=c",
    )
    assert entry.uid == identifier(event().code)
    assert entry.uid.endswith("@target87.invalid")
    assert entry.dtstamp == PUBLISHED
    assert entry.categories == ["Conference"]
    assert entry.location == "Pokhara, Nepal"
    assert entry.url == "https://example.org/a?b=c"
    assert "Source: A list\nhttps://example.org/a?b=c" in str(entry.description)


@pytest.mark.parametrize("language", LANGUAGES)
def test_strange_texts_stay_texts(language: str) -> None:
    strange = "A; b, c\\n\r\nEND:VEVENT\nBEGIN:VEVENT\x00\x1b\rUID:x\x7f " + "é" * 200
    bad = event(title=strange, place=strange, source_title=strange, page="javascript:1\r\nATTACH:x")
    text = written(bad, event(code="B"), language=language)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert not {"\x00", "\x1b", "\x7f"} & set(text)
    assert "\nATTACH" not in text and "\r" not in text.replace("\r\n", "")
    first, second = IcsCalendarStream.calendar_from_ics(text).events
    assert {first.uid, second.uid} == {identifier(bad.code), identifier("B")}
    entry = first if first.uid == identifier(bad.code) else second
    assert "END:VEVENT\nBEGIN:VEVENT" in entry.summary
    assert not entry.url

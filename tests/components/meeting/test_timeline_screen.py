"""The timeline's screen: what came last, what begins next, what runs and ends."""

from __future__ import annotations

import re
from datetime import date

from components.meeting.screens.numbers import MOST_LINES, numbers_screen
from components.meeting.screens.timeline import MOST, timeline_screen
from components.timeline.choice import Choice
from components.wording import wording
from data.records import Event
from tests.factories import NEPAL, event

EN = wording("en")
TODAY = date(2026, 11, 27)


def columns(*events: Event) -> tuple[list[str], list[str]]:
    """The dates on both sides of today."""
    screen = timeline_screen(
        events, Choice(), {"NPL": NEPAL}, EN, today=TODAY, released="Release 1"
    )
    past, ahead = screen.html.split(EN.t("screen.events.ahead"))
    dates = re.compile(r"<li><b>(.*?)</b>")
    return dates.findall(past), dates.findall(ahead)


def test_the_last_stand_newest_first_and_the_next_soonest_first() -> None:
    past, ahead = columns(
        event(code="A", date="2024-05"),
        event(code="B", date="2026-11-26"),
        event(code="C", date="2030", kind="target_date", state="announced"),
        event(code="D", date="2027-01"),
        event(code="E", date="", state="planned"),
    )
    assert past == ["26 November 2026", "May 2024"]
    assert ahead == ["January 2027", "2030"]


def test_a_date_that_holds_today_is_not_over() -> None:
    past, ahead = columns(event(code="A", date="2026"), event(code="B", date="2026-11-27"))
    assert (past, sorted(ahead)) == ([], ["2026", "27 November 2026"])


def test_what_runs_stands_by_its_end() -> None:
    past, ahead = columns(
        event(code="A", date="2021", end="2028", state="period"),
        event(code="B", date="2027"),
        event(code="C", date="2027", end="2029", state="period"),
    )
    assert past == []
    assert ahead == ["2027", "2027–2029", "until 2028"]


def test_what_has_no_room_is_counted() -> None:
    many = [event(code=f"E{n}", date=f"20{n}") for n in range(10, 25)]
    screen = timeline_screen(many, Choice(), {}, EN, today=TODAY, released="Release 1")
    assert screen.html.count("<li>") == MOST
    assert f"+{len(many) - MOST}" in screen.html
    assert "No event of this choice." in screen.html


def test_what_did_not_take_place_says_so() -> None:
    postponed = event(code="A", date="2020-04-29", state="postponed", title="<b>Workshop</b>")
    screen = timeline_screen(
        [postponed], Choice(areas=("NPL",)), {"NPL": NEPAL}, EN, today=TODAY, released="R"
    )
    assert f"<em>{EN.t('event_state.postponed')}</em>" in screen.html
    assert "<b>Workshop" not in screen.html
    assert '<p class="badge badge-chosen">Nepal</p>' in screen.html


def test_sentences_beyond_the_room_are_counted() -> None:
    lines = [f"Line {number}" for number in range(40)]
    html = numbers_screen("since", "Title", (), lines, EN, released="R").html
    told = re.findall(r"<li>(.*?)</li>", html)
    assert told[:-1] == lines[: MOST_LINES - 1]
    assert told[-1] == f"and {40 - MOST_LINES + 1} more: open the page"
    few = numbers_screen("since", "Title", (), lines[:3], EN, released="R").html
    assert re.findall(r"<li>(.*?)</li>", few) == lines[:3]

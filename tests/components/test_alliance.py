"""What the page of the Alliance says of rows, without a store."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from components.alliance.cited import place
from components.alliance.council import council_html, when
from components.alliance.files import alliance_csv
from components.alliance.meetings import last_held, meeting_line, since_end
from components.alliance.plans import counted, plans_html
from components.wording import wording
from data.records import (
    Alliance,
    Deliverable,
    GcgMeeting,
    MeetingPoint,
    Partner,
    Seat,
    SeatHolder,
)

EN, FR, AR = wording("en"), wording("fr"), wording("ar")
SOURCE = ("A report", "", "3-4")
HOSTILE = "<script>alert(1)</script>"
HOLDER = SeatHolder("h", "chair", "", "A body", "", "", "", "", *SOURCE)
MEETING = GcgMeeting(
    "gcg-01", 1, "2020-05-19", "", "online", "", "held", "", "", "A87-gcg-01", *SOURCE
)
ITEM = MeetingPoint("p", "gcg-01", 1, 1, "agenda", "30", "", HOSTILE, *SOURCE)


def known(**rows: object) -> Alliance:
    """An Alliance with these rows alone."""
    empty = Alliance((), (), (), (), (), (), (), ())
    return replace(empty, **rows)  # type: ignore[arg-type]


def item(code: str, became: str, kind: str = "deliverable") -> Deliverable:
    """An item of the roadmap."""
    return Deliverable(code, "roadmap_2021", 1, 1, kind, code, "", became, "", "", *SOURCE, "", "")


@pytest.mark.parametrize(
    ("at", "said"),
    [("51-53", "p. 51–53"), ("47", "p. 47"), ("§ 12-13", "§ 12–13"), ("IV", "IV"), ("", "")],
)
def test_a_place_in_a_document(at: str, said: str) -> None:
    assert place(at, EN) == said


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"start": "2023-11-01"}, "since 1 November 2023"),
        ({"start": "2017", "end": "2019-03"}, "2017 to March 2019"),
        ({"end": "2023-05"}, "until May 2023"),
        ({"seen": "2017-11-28;2019"}, "seen in 28 November 2017, 2019"),
        ({"seen": "2019", "end": "2023-05"}, "seen in 2019; until May 2023"),
        ({}, "dates not stated"),
    ],
)
def test_when_a_seat_was_held(stated: dict[str, str], said: str) -> None:
    assert when(replace(HOLDER, **stated), EN) == said


def test_a_dot_is_drawn_for_every_seat_and_its_number_stands_beside() -> None:
    seats = tuple(
        Seat(group, "terms_of_reference", group, order, number, "", *SOURCE)
        for order, (group, number) in enumerate([("chair", 1), ("un", 6)])
    )
    html = council_html(known(seats=seats), {}, EN)
    assert html.count("<i></i>") == 7
    assert "<b>6</b>" in html
    assert EN.t("alliance.council.seats", count=7) in html


def test_a_meeting_says_what_is_known_of_it_and_escapes_what_was_loaded() -> None:
    facts = known(meetings=(MEETING,), points=(ITEM,))
    line = meeting_line(MEETING, facts, EN, lambda one: f"since?from={since_end(one)}")
    assert (line.name, line.when, line.where) == ("Meeting 1", "19 May 2020", "online")
    assert (line.holds, line.since) == ("1 agenda item", "since?from=gcg-01")
    assert line.items[0].minutes == "30 min"


def test_an_unknown_day_and_number_are_said() -> None:
    unknown = replace(MEETING, number=0, date="", form="", state="not_known")
    line = meeting_line(unknown, known(meetings=(unknown,)), FR, lambda _one: "since")
    assert (line.name, line.when) == ("Numéro non indiqué", "jour inconnu")
    assert (line.holds, line.since) == ("aucun ordre du jour vu", "")


def test_arabic_counts_its_items_by_its_own_plurals() -> None:
    points = tuple(replace(ITEM, code=str(n), item=n) for n in range(1, 3))
    line = meeting_line(MEETING, known(meetings=(MEETING,), points=points), AR, lambda _one: "")
    assert line.holds == "بندان في جدول الأعمال"


def test_the_last_meeting_is_the_last_that_was_held() -> None:
    later = replace(MEETING, code="gcg-02", number=2, state="announced", date="2022-12")
    assert last_held(known(meetings=(MEETING, later))) == MEETING


def test_outcomes_are_not_counted_and_not_seen_is_told_apart() -> None:
    rows = (
        item("a", "late"),
        item("b", "not_seen"),
        item("c", "not_seen"),
        item("d", "", "outcome"),
    )
    facts = known(deliverables=rows)
    assert counted(facts, "roadmap_2021") == {"late": 1, "not_seen": 2}
    html = plans_html(facts, EN)
    assert html.count("al-mark-late") == 3
    assert EN.t("alliance.plan.rule") in html


def test_no_text_of_the_file_can_start_a_formula() -> None:
    partner = Partner("p", "named", "", "=1+1", "business", "", "@x", "-2", *SOURCE)
    text = alliance_csv(known(partners=(partner,)), "partners", {}, {"en": {}, "fr": {}, "ar": {}})
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["name"], row["website"], row["note_en"]) == ("'=1+1", "'@x", "'-2")
    assert row["note_fr"] == ""

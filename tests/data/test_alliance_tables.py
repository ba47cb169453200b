"""The tables of the Alliance as wholes: how many rows of what, each with where it is from."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from data import schema
from data.queries import alliance, pathfinders
from data.queries.areas import areas

ROOT = Path(__file__).resolve().parents[2]
EVERY = (
    *(alliance.partners, alliance.seats, alliance.seat_holders, alliance.gcg_meetings),
    *(alliance.meeting_points, alliance.action_groups, alliance.deliverables),
    alliance.alliance_facts,
)


def _rows(connection: Connection) -> Iterator[Any]:
    for ask in EVERY:
        yield from ask(connection)


def test_every_row_names_its_source_by_title_and_no_path(connection: Connection) -> None:
    wrong = [
        row.code
        for row in _rows(connection)
        if not row.source_title
        or any(mark in row.source_title + row.page for mark in ("documents/", ".txt", "/work"))
        or (row.page and not row.page.startswith(("http://", "https://")))
        or not (row.page or row.at)
    ]
    assert wrong == []


def test_an_address_has_one_title_here_and_in_the_events(connection: Connection) -> None:
    titles: dict[str, set[str]] = {}
    for row in (*_rows(connection), *pathfinders.events(connection)):
        if row.page:
            titles.setdefault(row.page, set()).add(row.source_title)
    ours = {row.page for row in _rows(connection)}
    assert {page: titles[page] for page in ours - {""} if len(titles[page]) > 1} == {}


def test_the_seats_are_those_of_the_terms_of_reference(connection: Connection) -> None:
    by = [one for one in alliance.seats(connection) if one.composition == "terms_of_reference"]
    assert [(one.group, one.seats) for one in by] == [
        ("chair", 1),
        ("deputy_chair", 1),
        ("government", 5),
        ("un", 6),
        ("unu", 1),
        ("workers", 3),
        ("employers", 3),
        ("civil_society", 3),
    ]


def test_the_list_of_new_partners_is_whole(connection: Connection) -> None:
    new = [one for one in alliance.partners(connection) if one.list == "new_2020"]
    assert len(new) == 56
    assert [one.number for one in new] == [*map(str, range(1, 56)), ""]
    assert Counter(one.kind for one in new) == {
        "international": 2,
        "government": 2,
        "business": 1,
        "workers": 6,
        "media": 2,
        "civil_society": 43,
    }
    assert Counter(one.area for one in new).most_common(1) == [("IND", 7)]
    known = areas(connection, "")
    assert [one.code for one in new if one.area not in known] == []


def test_nine_numbered_meetings_and_what_is_unknown_of_them(connection: Connection) -> None:
    found = alliance.gcg_meetings(connection)
    assert [one.number for one in found] == [*range(1, 10), 0]
    assert [one.number for one in found if not one.date] == [3, 4]
    assert {one.number: one.state for one in found if one.state != "held"} == {
        3: "not_known",
        4: "not_known",
        0: "announced",
    }


def test_meetings_and_the_timeline_tell_the_same_dates(connection: Connection) -> None:
    events = {one.code: one for one in pathfinders.events(connection)}
    wrong = [
        one.code
        for one in alliance.gcg_meetings(connection)
        if one.event not in events
        or (one.date and (one.date, one.end) != (events[one.event].date, events[one.event].end))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("meeting", "agenda"), [("gcg-02", 6), ("gcg-06", 9), ("gcg-07", 6), ("gcg-09", 8)]
)
def test_agendas_are_whole(connection: Connection, meeting: str, agenda: int) -> None:
    points = [one for one in alliance.meeting_points(connection) if one.meeting == meeting]
    items = [one.item for one in points if one.kind == "agenda"]
    assert items == [*range(1, agenda + 1)]
    assert {one.item for one in points} <= set(items)


def test_the_agenda_of_the_7th_meeting_keeps_its_minutes(connection: Connection) -> None:
    minutes = [
        int(one.minutes)
        for one in alliance.meeting_points(connection)
        if one.meeting == "gcg-07" and one.kind == "agenda"
    ]
    # The coffee break of 15 minutes is no item; with it the meeting fills its three hours but five.
    assert minutes == [30, 15, 40, 30, 40, 5]


def test_every_point_is_of_a_meeting(connection: Connection) -> None:
    meetings = {one.code for one in alliance.gcg_meetings(connection)}
    assert {one.meeting for one in alliance.meeting_points(connection)} <= meetings


def test_the_plans_have_their_items(connection: Connection) -> None:
    found = alliance.deliverables(connection)
    counts = Counter((one.plan, one.kind) for one in found)
    assert counts == {
        ("roadmap_2021", "deliverable"): 14,
        ("supply_chains_2020", "outcome"): 4,
        ("supply_chains_2020", "output"): 12,
        ("groups_2018", "product"): 8,
    }
    outputs = Counter(one.part for one in found if one.kind == "output")
    assert outputs == {1: 4, 2: 2, 3: 2, 4: 4}
    parts = Counter(one.part for one in found if one.plan == "roadmap_2021")
    assert parts == {1: 3, 2: 4, 3: 7}


def test_what_became_of_the_14_deliverables(connection: Connection) -> None:
    by: dict[str, list[str]] = {}
    for one in alliance.deliverables(connection):
        if one.plan == "roadmap_2021":
            by.setdefault(one.became, []).append(one.code)
    assert by == {
        "delivered": ["r21-08"],
        "late": ["r21-03", "r21-06", "r21-10", "r21-14"],
        "in_part": ["r21-01", "r21-04", "r21-05", "r21-07", "r21-11", "r21-13"],
        "not_seen": ["r21-02", "r21-09", "r21-12"],
    }


def test_what_is_said_to_have_become_of_an_item_is_shown_by_a_page(connection: Connection) -> None:
    wrong = [
        one.code
        for one in alliance.deliverables(connection)
        if (one.became not in {"", "not_seen"}) != bool(one.basis_title)
        and one.became != "not_seen"
        or (one.became == "late" and not one.due < one.became_date)
        or (one.kind == "outcome") != (one.became == "")
    ]
    assert wrong == []


def test_four_action_groups_have_their_chairs(connection: Connection) -> None:
    four = [one for one in alliance.action_groups(connection) if one.kind == "action_group"]
    assert [(one.code, one.chairs.split(" (")[0].split(";")[0]) for one in four] == [
        ("supply-chains", "ILO"),
        ("migration", "IOM and UNICEF"),
        ("rule-of-law", "OHCHR"),
        ("conflict", "UNICEF"),
    ]


def test_chairs_follow_one_another(connection: Connection) -> None:
    chairs = [one for one in alliance.seat_holders(connection) if one.group == "chair"]
    assert [one.area for one in chairs] == ["AUS", "FRA", "CHL"]
    assert chairs[1].end == chairs[2].start == "2023-11-01"


def test_the_files_hold_what_the_store_holds(connection: Connection) -> None:
    for folder, table in (
        ("partners", schema.partner),
        ("meeting_points", schema.meeting_point),
        ("deliverables", schema.deliverable),
    ):
        path = ROOT / "data" / "tables" / folder / "alliance.csv"
        with path.open(encoding="utf-8", newline="") as text:
            lines = {row["code"]: row for row in csv.DictReader(text)}
        held = {row.code: row for row in connection.execute(table.select())}
        assert lines == {
            code: {name: str(cell) for name, cell in row._mapping.items()}
            for code, row in held.items()
        }

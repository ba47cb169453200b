"""A pasted agenda becomes items: marks, minutes, notes, the head, and nothing that is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from components.meeting.agenda import LONGEST_NOTE, LONGEST_TEXT, AgendaRefused, Item, is_view
from components.meeting.text_agenda import ReadAgenda, Views, read_agenda
from components.meeting.text_times import day_in, when

COUNTRIES = {"Nepal": "NPL", "Pérou": "PER", "Peru": "PER", "نيبال": "NPL"}


def of(title: str) -> str:
    """The view of a title that holds one of the names."""
    code = next((code for name, code in COUNTRIES.items() if name in title), "")
    return f"country?iso3={code}" if code else ""


VIEWS = Views(of, COUNTRIES.__contains__)


def read(text: str) -> ReadAgenda:
    """The agenda of a text, with an untitled one called so."""
    return read_agenda(text, VIEWS, untitled="(untitled)")


def items(text: str) -> list[tuple[str, int]]:
    """Titles and minutes."""
    return [(item.title, item.minutes) for item in read(text).agenda.items]


BRIEFING = """\
 3rd Example Group Meeting
Agenda
Date:

4th March 2027

Time:

09:30-12:30 CET

Location:

Online, through a link
Meeting number: 123 456

The session is led by the chair and deals with these points:

1.

Greeting by the chair and flood response (30 min)
Objective: to greet everybody, look back at the report of the 2nd meeting held in
the spring, and think about what has happened since, above all the floods of last
FLOOD-27 season.

2.

2027 Roadmap: resolution and II World Gathering (15 min)
Objective: to hear views.

3.

News from pathfinder countries (40 min)
Objective: to share what is new.
•

What is new in the countries

3

•
•
•

Going on in spite of the floods: workshops of the countries and
follow-up
Steps to finish the kit
Outline of the electronic report and how to hand it
out

VIRTUAL TEA BREAK (15 min)

4.

Groups by theme and working groups (30 min)
• Proposal to wake one group up
5.

News from partners (40 min)
• Employers
• Workers
• Group/Delta 8.7

6.

Last words and what comes next (Chair) – 5 min.
"""


def test_an_agenda_in_the_shape_of_a_briefing_pack_comes_out_right() -> None:
    found, unread = read(BRIEFING)
    assert (found.title, found.day) == ("3rd Example Group Meeting", "2027-03-04")
    assert [(item.title, item.minutes) for item in found.items] == [
        ("Greeting by the chair and flood response", 30),
        ("2027 Roadmap: resolution and II World Gathering", 15),
        ("News from pathfinder countries", 40),
        ("VIRTUAL TEA BREAK", 15),
        ("Groups by theme and working groups", 30),
        ("News from partners", 40),
        ("Last words and what comes next (Chair)", 5),
    ]
    notes = [item.note for item in found.items]
    assert notes[0] == (
        "Objective: to greet everybody, look back at the report of the 2nd meeting held in the "
        "spring, and think about what has happened since, above all the floods of last FLOOD-27 "
        "season."
    )
    assert notes[2] == (
        "Objective: to share what is new. What is new in the countries; Going on in spite of the "
        "floods: workshops of the countries and follow-up; Steps to finish the kit; Outline of the "
        "electronic report and how to hand it out"
    )
    assert notes[3:] == [
        "", "Proposal to wake one group up", "Employers; Workers; Group/Delta 8.7", "",
    ]  # fmt: skip
    assert unread == (
        "Time:", "09:30-12:30 CET", "Location:", "Online, through a link",
        "Meeting number: 123 456",
        "The session is led by the chair and deals with these points:", "3",
    )  # fmt: skip


def test_french_numbers_hours_and_a_break() -> None:
    found, unread = read(
        "Réunion du groupe, 12 décembre 2026\nOrdre du jour\n"
        "1) Ouverture par la présidence – 10 mn\n"
        "   Objectif : adopter l’ordre du jour\n"
        "2) Pérou (1 h)\n"
        "Pause café (15 minutes)\n"
        "3) Bilan et suite (1h30)\n"
    )
    assert (found.title, found.day) == ("Réunion du groupe, 12 décembre 2026", "2026-12-12")
    assert found.items == (
        Item("Ouverture par la présidence", "", 10, "Objectif : adopter l’ordre du jour"),
        Item("Pérou", "country?iso3=PER", 60),
        Item("Pause café", "", 15),
        Item("Bilan et suite", "", 90),
    )
    assert unread == ()


def test_arabic_with_its_own_digits() -> None:
    found, _ = read(
        "جدول أعمال اجتماع الفريق\nالتاريخ: ١٩ مايو ٢٠٢٧\n"
        "١. الافتتاح (١٠ دقائق)\nالهدف: إقرار جدول الأعمال\n"
        "٢. نيبال (١٥ د)\n• ما الجديد\n"
        "٣- ١٤:٠٠ – ١٤:٣٠ الشركاء\n"
        "٤. الختام (نصف ساعة)\n"
    )
    assert (found.title, found.day) == ("جدول أعمال اجتماع الفريق", "2027-05-19")
    assert found.items == (
        Item("الافتتاح", "", 10, "الهدف: إقرار جدول الأعمال"),
        Item("نيبال", "country?iso3=NPL", 15, "ما الجديد"),
        Item("الشركاء", "", 30),
        Item("الختام", "", 30),
    )


def test_times_of_day_begin_items_and_give_their_length() -> None:
    assert items("14:00 Opening\n14:10 Nepal\n15:00 Closing") == [
        ("Opening", 10), ("Nepal", 50), ("Closing", 0),
    ]  # fmt: skip
    assert items("14h00–14h30 : Ouverture\n- 14h30 à 14h45 Pérou") == [
        ("Ouverture", 30), ("Pérou", 15),
    ]  # fmt: skip
    assert items("9:00-9:15\nOpening\n9:15-9:45\nNepal") == [("Opening", 15), ("Nepal", 30)]
    assert items("2:00 pm - 2:30 pm\tOpening\tChair\n2:30 pm\tNepal") == [
        ("Opening Chair", 30), ("Nepal", 0),
    ]  # fmt: skip


def test_bullets_are_items_or_notes_as_the_text_has_it() -> None:
    assert items("Agenda\n\n- Opening (5 min)\n- Nepal 12'\n- Closing") == [
        ("Opening", 5), ("Nepal", 12), ("Closing", 0),
    ]  # fmt: skip
    found = read("Opening (5 min)\n- welcome\n- quorum\nNepal (10 min)\n- what is new").agenda
    assert [(i.title, i.note) for i in found.items] == [
        ("Opening", "welcome; quorum"), ("Nepal", "what is new"),
    ]  # fmt: skip


def test_a_bullet_that_is_a_country_is_an_item_of_its_own() -> None:
    found = read("1. Countries\n- Nepal (10 min)\n- Peru\n- what they ask\n2. Closing").agenda
    assert [(i.title, i.view, i.minutes, i.note) for i in found.items] == [
        ("Countries", "", 0, ""),
        ("Nepal", "country?iso3=NPL", 10, ""),
        ("Peru", "country?iso3=PER", 0, "what they ask"),
        ("Closing", "", 0, ""),
    ]


def test_plain_lines_are_items() -> None:
    assert items("Nepal\nPeru\nWhatever comes up") == [
        ("Nepal", 0), ("Peru", 0), ("Whatever comes up", 0),
    ]  # fmt: skip
    assert read("Nepal").agenda.title == "(untitled)"
    assert read("Meeting of the group\nOpening\nNepal").agenda.title == "Meeting of the group"


def test_below_a_number_numbers_of_a_second_level_are_notes() -> None:
    found = read("1. Opening\n1.1 Welcome\n1.2 Quorum\n2. Nepal\n   a) law\n   b) figures").agenda
    assert [(i.title, i.note) for i in found.items] == [
        ("Opening", "Welcome; Quorum"), ("Nepal", "law; figures"),
    ]  # fmt: skip


def test_a_title_that_runs_over_two_lines_is_one() -> None:
    assert items("1. A very long\n   title of an item (20 min)\n2. Closing") == [
        ("A very long title of an item", 20), ("Closing", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n\n", "12\n---\n•\n", "1.\n2.\n", "٣\n"])
def test_a_text_without_a_word_holds_no_agenda(text: str) -> None:
    with pytest.raises(AgendaRefused, match="empty"):
        read(text)


def test_200_items_are_read_and_one_more_is_refused() -> None:
    assert len(items("\n".join(f"{n}. Item {n}" for n in range(1, 201)))) == 200
    with pytest.raises(AgendaRefused, match="long"):
        read("\n".join(f"{n}. Item {n}" for n in range(1, 202)))


def test_what_is_longer_than_an_item_may_be_goes_on_in_its_note_and_then_is_handed_back() -> None:
    words = " ".join(f"word{n}" for n in range(500))
    found, unread = read(f"1. {words}\n2. Closing")
    (first, _) = found.items
    assert len(first.title) <= LONGEST_TEXT
    assert len(first.note) <= LONGEST_NOTE
    assert f"{first.title} {first.note} {' '.join(unread)}" == words


@pytest.mark.parametrize(
    ("text", "minutes", "start"),
    [
        ("30 min", 30, None), ("5 min.", 5, None), ("12'", 12, None), ("12′", 12, None),
        ("20 mn", 20, None), ("1 h", 60, None), ("1h30", 90, None), ("1 hour 30 minutes", 90, None),
        ("2 heures", 120, None), ("half an hour", 30, None), ("une demi-heure", 30, None),
        ("٣٠ دقيقة", 30, None), ("ساعتان", 120, None), ("۱۵ دقیقه", 0, -1),
        ("14:00-14:30", 30, 840), ("14h–15h30", 90, 840), ("14.00 – 14.30", 30, 840),
        ("11:30-12:30 pm", 60, 690), ("2:00 pm - 2:30 pm", 30, 840), ("23:30-00:15", 45, 1410),
        ("من ١٤:٠٠ إلى ١٤:٣٠", 30, 840), ("14:00", 0, 840), ("9h30", 0, 570), ("14h30", 0, 870),
        ("25:00", 0, -1), ("30 members", 0, -1), ("9-10", 0, -1), ("900 min", 0, -1),
    ],
)  # fmt: skip
def test_how_long_and_when(text: str, minutes: int, start: int | None) -> None:
    assert when(text) == (None if start == -1 else (minutes, start))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19th May 2020", "2020-05-19"), ("le 1er août 2026", "2026-08-01"),
        ("May 19, 2020", "2020-05-19"), ("١٩ أيار/مايو ٢٠٢٠", "2020-05-19"),
        ("2020-05-19", "2020-05-19"), ("19/05/2020", "2020-05-19"), ("12 déc. 2026", "2026-12-12"),
        ("04/05/2020", ""), ("31 February 2020", ""), ("the 2021 roadmap", ""),
    ],
)  # fmt: skip
def test_a_day_is_read_when_it_is_beyond_doubt(text: str, day: str) -> None:
    assert day_in(text) == day


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["1.", "2. Nepal (10 min)", "•", "- x", "14:00-14:30", "Objective: so", "", "  set in",
             "3", "Date:", "٣. بند (١٠ د)", "Coffee (15 min)", "a) b", "1.1 sub", "Peru", "----"],
        ),
    ),
    max_size=25,
)  # fmt: skip


@given(LINES)
@example(["1.", "•", "3", "Objective: so"])
@example(["14:00-14:30", "14:00-14:30", "•", "x"])
def test_no_word_of_any_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        found, unread = read(text)
    except AgendaRefused as why:
        assert why.reason == "empty"
        return
    assert 0 < len(found.items) <= len(text.splitlines())
    for item in found.items:
        assert item.title.strip()
        assert len(item.title) <= LONGEST_TEXT
        assert is_view(item.view)
    kept = " ".join([found.title, *(f"{i.title} {i.note}" for i in found.items), *unread])
    for word in ("Nepal", "Peru", "Coffee", "Objective: so", "set in", "sub", "بند"):
        assert kept.count(word) == text.count(word), (word, text)
    assert not re.search("[\x00-\x08\x0e-\x1f]", kept)

"""One verdict a point of law, one position a convention, and notes as codes."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, select

from data import schema
from data.methods.law import answer, law_points, leading_source, positions
from data.methods.notes import CODES, Note, joined, note, read
from data.queries import government
from data.records import Instrument, LegalFact, Ratification

PAGE = "https://example.org"


def fact(
    topic: str, year: int, value: str, conforms: str, source: str = "ILAB_FINDINGS"
) -> LegalFact:
    unit = "YEARS" if value.isdigit() else ""
    return LegalFact("TUV", topic, year, value, unit, "", conforms, "", source, PAGE)


def test_the_newest_source_speaks_and_the_others_fold() -> None:
    old = fact("minimum_age_hazardous_work", 2016, "14_or_15", "no", "WORLD_POLICY")
    before = fact("minimum_age_hazardous_work", 2020, "18", "yes")
    now = fact("minimum_age_hazardous_work", 2022, "18", "yes")
    (point,) = law_points((old, before, now))
    assert (point.fact, point.answer, point.others) == (now, "yes", (old,))


@pytest.mark.parametrize(
    ("value", "conforms", "expected"),
    [
        ("18", "yes", "yes"),
        ("14", "no", "no"),
        ("not_stated", "yes", "unknown"),
        ("not_stated", "no", "no"),
        ("unknown", "yes", "unknown"),
        ("not_applicable", "not_applicable", "not_applicable"),
        ("yes", "no", "unknown"),
        ("no", "yes", "unknown"),
        ("no", "no", "no"),
    ],
)
def test_a_verdict_stands_only_where_the_answer_bears_it(
    value: str, conforms: str, expected: str
) -> None:
    assert answer(fact("a_topic", 2022, value, conforms)) == expected


def test_the_source_of_the_newest_fact_leads_then_the_one_with_most_points() -> None:
    points = law_points(
        (
            fact("a", 2016, "yes", "yes", "WORLD_POLICY"),
            fact("b", 2015, "yes", "yes", "WORLD_POLICY"),
            fact("c", 2014, "yes", "yes"),
        )
    )
    assert leading_source(points) == "WORLD_POLICY"
    assert leading_source(()) == ""


def test_no_area_has_two_verdicts_on_one_point(connection: Connection) -> None:
    """The whole store: one point a topic, and "no age stated" never meets a standard."""
    areas = connection.execute(select(schema.legal_fact.c.area).distinct()).scalars().all()
    assert len(areas) >= 190
    for area in areas:
        points = law_points(government.legal_facts(connection, area))
        topics = [point.fact.topic for point in points]
        assert len(topics) == len(set(topics)), area
        for point in points:
            years = [one.year for one in point.others]
            assert all(year <= point.fact.year for year in years), area
            assert not (point.answer == "yes" and point.fact.value == "not_stated"), area


def instrument(code: str, order: int) -> Instrument:
    return Instrument(code, "UN", code, code, 1926, "forced_labour", PAGE, order)


def stands(code: str, status: str, date: str = "") -> Ratification:
    return Ratification(code, "NPL", status, date, "", "", "UNTC", PAGE)


def test_the_slavery_convention_has_one_position() -> None:
    codes = ("SLAVERY_1926", "SLAVERY_1926_AMENDED", "SLAVERY_1953", "SLAVERY_1956")
    known = {code: instrument(code, order) for order, code in enumerate(codes)}
    held = {
        "SLAVERY_1926_AMENDED": stands("SLAVERY_1926_AMENDED", "ratified", "1963-01-07"),
        "SLAVERY_1953": stands("SLAVERY_1953", "signed", "1953-12-07"),
    }
    found = positions(known, held)
    assert [(one.instrument.code, one.state) for one in found] == [
        ("SLAVERY_1926", "ratified"),
        ("SLAVERY_1956", "unknown"),
    ]
    assert found[0].stands == held["SLAVERY_1926_AMENDED"]
    assert found[1].stands is None


def test_notes_go_there_and_back() -> None:
    text = joined(note("other_date", "UNTC_2022", "1991"), note("signed", "1990-01-26"), "")
    assert text == "other_date:UNTC_2022:1991 | signed:1990-01-26"
    assert read(text) == (
        Note("other_date", {"source": "UNTC_2022", "date": "1991"}),
        Note("signed", {"date": "1990-01-26"}),
    )
    assert joined(text, note("signed", "1990-01-26")) == text
    assert read(note("publisher_note", "In part: see | article 5")) == (
        Note("publisher_note", {"text": "In part: see / article 5"}),
    )
    assert read("") == ()


@pytest.mark.parametrize("text", ["Something else.", "signed", "signed:", "not_listed:more"])
def test_what_is_no_note_of_ours_is_kept_whole(text: str) -> None:
    assert read(text) == (Note("", text=text),)


def test_a_note_with_missing_values_is_not_written() -> None:
    with pytest.raises(ValueError, match="other_date"):
        note("other_date", "UNTC_2022")
    with pytest.raises(ValueError, match="nonsense"):
        note("nonsense")


def test_every_note_of_the_store_is_a_code(connection: Connection) -> None:
    for table in (schema.ratification, schema.legal_fact, schema.mechanism):
        texts = connection.execute(select(table.c.note).distinct()).scalars().all()
        codes = {one.code for text in texts for one in read(text)}
        assert codes <= set(CODES), table.name

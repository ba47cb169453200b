"""What the group could ask: each rule from its fact, and nothing without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from components.country.answers import CountryAnswers
from components.meeting.asks import RULES, Ask, asks
from components.wording import LANGUAGES, wording
from data.records import Area, Mechanism, Ratification, Report, Roadmap, Stage
from tests.factories import INDICATOR, action, observation, series, victims
from tests.factories import VICTIMS as COUNTED

EN = wording("en")
TODAY = date(2026, 11, 27)
NEPAL = Area("NPL", "country", "Nepal", un_member=True, pathfinder="pathfinder")
CONFIRMED = Stage("NPL", "status_confirmed", "2019", "Confirmed.")
HELD = Stage("NPL", "on_hold", "2024-03", "Rests.")
P029 = Ratification("P029", "NPL", "not_ratified", "", "", "", "X", "", "2026-05-01")
SURVEYED = {
    INDICATOR.code: series(observation(year=2024)),
    COUNTED.code: series(victims(year=2023, value=5.0, category="_T"), indicator=COUNTED),
}
FINE = CountryAnswers(
    area=NEPAL,
    indicators={INDICATOR.code: INDICATOR, COUNTED.code: COUNTED},
    figures=SURVEYED,
)
"""Nothing to ask: a new survey and a new count, no dates, no status, no known position."""


def found(answers: CountryAnswers) -> list[Ask]:
    """What is asked, in English."""
    return list(asks(answers, EN, TODAY))


def codes(answers: CountryAnswers) -> list[str]:
    """The rules that ask."""
    return [one.code for one in found(answers)]


def test_nothing_is_asked_without_a_fact() -> None:
    assert found(FINE) == []


def test_actions_past_their_date() -> None:
    late = action(code="A", due="2025", status="limited", text="A law")
    later = action(code="B", due="2026-03", status="not_started")
    done = action(code="C", due="2020", status="completed")
    ahead = action(code="D", due="2027", status="limited")
    (one,) = found(replace(FINE, actions=(late, done, ahead)))
    assert one.question == "What became of the action past its date?"
    assert one.fact == "Due 2025: A law"
    (both,) = found(replace(FINE, actions=(later, late, done)))
    assert both.question == "What became of the 2 actions past their date?"
    assert both.fact == "Due 2025: A law"


def test_the_report_of_a_confirmed_pathfinder() -> None:
    awaited = replace(FINE, stages=(CONFIRMED,))
    (one,) = found(awaited)
    assert one.question == "When will the report on 2025 come?"
    assert one.fact == "No report on the agreed indicators is known"
    old = Report("R", "NPL", "yearly_report", "2022", "2022", "2023-02-01", "en", "", "R", "")
    (other,) = found(replace(awaited, reports=(old,)))
    assert other.fact == "Last report: 1 February 2023"
    came = replace(old, end="2025", received="2026-02-01")
    assert found(replace(awaited, reports=(came,))) == []
    assert codes(replace(awaited, stages=(CONFIRMED, HELD))) == ["on_hold"]
    assert found(replace(awaited, area=replace(NEPAL, pathfinder="candidate"))) == []


def test_a_plan_that_ended_without_another() -> None:
    over = Roadmap("NPL-roadmap-1", "NPL", "2019", "2021-06", "", "The plan", "")
    (one,) = found(replace(FINE, roadmaps=(over,)))
    assert one.question == "What follows the plan that ended in 2021?"
    assert one.fact == "No later plan is known: The plan"
    running = Mechanism("NPL", "policy", "Policy", "2022", "2030", "", "X", "")
    assert found(replace(FINE, roadmaps=(over,), mechanisms=(running,))) == []
    # One of no stated end may well run on, if it began when the other ended or later.
    open_ended = replace(running, end="")
    assert found(replace(FINE, roadmaps=(over,), mechanisms=(open_ended,))) == []
    before = replace(open_ended, start="2010")
    assert codes(replace(FINE, roadmaps=(over,), mechanisms=(before,))) == ["ended"]


def test_items_of_the_roadmap_without_evidence() -> None:
    silent = action(code="A", due="", status="no_evidence")
    told = action(code="B", due="", status="limited")
    elsewhere = action(code="C", due="", status="no_evidence", origin="page")
    (one,) = found(replace(FINE, actions=(silent, told, elsewhere)))
    assert one.question == "Can evidence on 1 item of the roadmap be published?"
    assert one.fact == "Items of the roadmap known: 2"
    assert found(replace(FINE, actions=(told, elsewhere))) == []


@pytest.mark.parametrize(("year", "asked"), [(2015, ["survey"]), (2016, ["survey"]), (2017, [])])
def test_a_survey_of_ten_years_ago(year: int, asked: list[str]) -> None:
    figures = {**SURVEYED, INDICATOR.code: series(observation(year=year))}
    answers = replace(FINE, figures=figures)
    assert codes(answers) == asked
    if asked:
        assert found(answers)[0].fact == f"Child labour: the newest figure held is of {year}"


def test_a_first_survey_is_asked_of_a_state_or_where_something_is_held() -> None:
    victims_only = {COUNTED.code: SURVEYED[COUNTED.code]}
    assert codes(replace(FINE, figures=victims_only)) == ["first_survey"]
    assert codes(replace(FINE, figures={})) == ["first_survey", "first_count"]
    island = Area("ATA", "territory", "Antarctica")
    assert found(replace(FINE, area=island, figures={})) == []


@pytest.mark.parametrize("status", ["not_ratified", "signed", "denounced"])
def test_the_protocol_of_a_known_position(status: str) -> None:
    stands = {"P029": replace(P029, status=status)}
    (one,) = found(replace(FINE, ratifications=stands))
    assert one.question == "Will the Protocol of 2014 (P029) be ratified?"
    said = EN.t(f"ratification_status.{status}")
    assert one.fact == f"Forced labour: {said}, as of 1 May 2026"
    undated = {"P029": replace(stands["P029"], as_of="")}
    assert found(replace(FINE, ratifications=undated))[0].fact == f"Forced labour: {said}"


@pytest.mark.parametrize("status", ["ratified", "unknown"])
def test_nothing_is_asked_of_a_party_or_of_an_unknown_position(status: str) -> None:
    assert found(replace(FINE, ratifications={"P029": replace(P029, status=status)})) == []


@pytest.mark.parametrize(("year", "asked"), [(2020, ["count"]), (2021, [])])
def test_a_count_of_long_ago(year: int, asked: list[str]) -> None:
    counted = series(victims(year=year, value=5.0, category="_T"), indicator=COUNTED)
    answers = replace(FINE, figures={**SURVEYED, COUNTED.code: counted})
    assert codes(answers) == asked


def test_every_question_is_worded_in_every_language_in_the_order_of_the_rules() -> None:
    everything = replace(
        FINE,
        stages=(CONFIRMED,),
        actions=(action(code="A", due="2025", status="no_evidence"),),
        roadmaps=(Roadmap("NPL-roadmap-1", "NPL", "2019", "2021", "", "The plan", ""),),
        ratifications={"P029": P029},
        figures={INDICATOR.code: series(observation(year=2010))},
    )
    expected = ["overdue", "awaited", "ended", "no_evidence", "survey", "protocol", "first_count"]
    for language in LANGUAGES:
        told = asks(everything, wording(language), TODAY)
        assert [one.code for one in told] == expected
        assert all(one.question and one.fact for one in told)
        assert len({one.question for one in told}) == len(told)
    assert len(RULES) == len(expected) + 1

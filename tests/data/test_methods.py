"""Comparability, change and completion: what may be joined, what changed, what is counted."""

from __future__ import annotations

from typing import Any

import pytest

from data.methods.comparability import REASONS, survey_family, why_not
from data.methods.completion import completion, elsewhere, on_roadmap
from data.records import Completion
from tests.factories import action, observation, status, victims


def later(**fields: Any):
    return observation(**({"year": 2019, "value": 15.3, "survey": "MICS 2019"} | fields))


@pytest.mark.parametrize(
    ("survey", "family"),
    [
        ("MICS 2019", "MICS"),
        ("Multiple Indicator Cluster Survey 6", "MICS"),
        ("DHS 2016-17", "DHS"),
        ("Nepal Labour Force Survey 2008", "LFS"),
        ("NLFS III", "LFS"),
        ("Enquête ménages 2012", "enquête ménages"),
        ("Enquête ménages 2018, round 2", "enquête ménages"),
        ("2012", ""),
        ("", ""),
    ],
)
def test_a_survey_belongs_to_the_family_of_its_name(survey: str, family: str) -> None:
    assert survey_family(survey) == family


def test_two_rounds_of_one_survey_are_comparable() -> None:
    assert why_not(observation(), later()) == ""


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"age": "5-14"}, "different_age"),
        ({"survey": "DHS 2019"}, "different_survey"),
        ({"survey": ""}, "unknown_survey"),
        ({"indicator": "SL_TLF_CHLDEA"}, "different_definition"),
        ({"sex": "F"}, "different_definition"),
        ({"category": "HAZARDOUS"}, "different_definition"),
        ({"unit": "PERSONS"}, "different_definition"),
        ({"nature": "M"}, "different_method"),
        ({"status": "E"}, "different_method"),
        ({"status": "F"}, "different_method"),
        ({"source": "UNICEF"}, "different_source"),
        ({"status": "B"}, "break"),
        ({"area": "IND"}, "different_area"),
    ],
)
def test_whatever_differs_is_the_reason(fields: dict[str, str], reason: str) -> None:
    assert reason in REASONS
    assert why_not(observation(), later(**fields)) == reason


def test_two_figures_of_unnamed_surveys_are_not_joined() -> None:
    rows = (observation(survey=""), later(survey=""))
    assert why_not(*rows) == "unknown_survey"


def test_estimates_of_different_releases_are_not_joined() -> None:
    rows = (victims(year=2016, vintage="2017"), victims(year=2021, vintage="2022"))
    assert why_not(*rows, method="estimate") == "different_source"


def test_completion_counts_what_is_listed_of_the_area_by_the_status_that_speaks() -> None:
    actions = [
        action(),
        action(kind="target", status="no_evidence"),
        action(history=()),
        action(area="IND"),
        action(status="limited"),
        action(status="adopted"),
    ]
    found = completion("NPL", actions)
    assert found == Completion("NPL", completed=1, limited=1, adopted=1, no_evidence=2)
    assert found.listed == 5
    assert completion("FJI", actions).listed == 0


def test_a_body_is_counted_by_its_own_latest_word() -> None:
    said = (
        status(checked="2024-01-01", status="limited"),
        status(checked="2025-01-01", says="reported", status="substantial"),
        status(checked="2026-01-01", says="reported", status="completed"),
        status(checked="2026-06-01", status="not_started"),
    )
    of_two = [action(history=said), action(code="NPL-2")]
    assert completion("NPL", of_two) == Completion("NPL", completed=2)
    reported = Completion("NPL", completed=1, no_evidence=1, says="reported")
    assert completion("NPL", of_two, "reported") == reported
    curated = Completion("NPL", completed=1, not_started=1, says="curated")
    assert completion("NPL", of_two, "curated") == curated
    assert completion("NPL", of_two, "reviewed").no_evidence == 2


def test_the_gauge_takes_items_of_a_roadmap_or_a_report_alone() -> None:
    origins = ("roadmap", "report", "page", "findings", "news")
    listed = [action(code=each, origin=each) for each in origins]
    assert [each.code for each in on_roadmap(listed)] == ["roadmap", "report"]
    assert [each.code for each in elsewhere(listed)] == ["page", "findings", "news"]
    assert on_roadmap(listed, "target") == []
    told = action(code="told", origin="findings", history=(status(says="reported"),))
    assert on_roadmap([told]) == [told] and elsewhere([told]) == [], "a report speaks of it"


def test_an_unknown_status_is_refused() -> None:
    with pytest.raises(ValueError, match="done"):
        completion("NPL", [action(status="done")])

"""Comparability, change and completion: what may be joined, what changed, what is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from data.methods.comparability import REASONS, survey_family, why_not
from data.methods.completion import completion
from data.records import Completion
from tests.factories import action, observation, victims


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


def test_completion_counts_actions_and_targets_of_the_area_only() -> None:
    actions = [
        action(),
        action(kind="target", status="no_evidence"),
        action(kind="resource"),
        action(area="IND"),
        action(status="limited"),
    ]
    assert completion("NPL", actions) == Completion("NPL", 1, 0, 1, 0, 1)
    assert completion("NPL", actions).listed == 3
    assert completion("FJI", actions).listed == 0


def test_an_unknown_status_is_refused() -> None:
    with pytest.raises(ValueError, match="done"):
        completion("NPL", [replace(action(), status="done")])

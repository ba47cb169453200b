"""The change between two surveys: three strengths, with the reasons that weaken them."""

from __future__ import annotations

from typing import Any

import pytest

from data.methods.change import (
    NOT_REASONS,
    REASONS,
    Change,
    Knowledge,
    SurveyIdentity,
    change,
    comparable_stretch,
)
from data.methods.selection import headlines, measure_of
from data.records import Observation
from tests.factories import INDICATOR, observation

CHORES = measure_of(INDICATOR)


def later(**more: Any) -> Observation:
    return observation(**({"year": 2019, "value": 15.3} | more))


def test_the_change_is_exact_in_points_and_relative_to_the_first() -> None:
    found = change(CHORES, [later(), observation()])
    assert (found.strength, found.reasons) == ("comparable", ())
    assert (found.first, found.last) == (observation(), later())
    assert found.difference == -22.1
    assert found.relative == pytest.approx(-59.0909, abs=1e-4)


@pytest.mark.parametrize(
    ("before", "after", "difference", "relative"),
    [
        (20.0, 15.0, -5.0, -25.0),
        (10.0, 1.0, -9.0, -90.0),
        (8.0, 11.0, 3.0, 37.5),
        (2.0, 0.4, -1.6, -80.0),
        (0.0, 2.5, 2.5, None),
    ],
)
def test_change_of_the_series_of_the_methods_note(
    before: float, after: float, difference: float, relative: float | None
) -> None:
    found = change(CHORES, [observation(value=before), later(value=after)])
    assert (found.difference, found.relative) == (difference, relative)


@pytest.mark.parametrize(
    ("rows", "strength", "reasons"),
    [
        ((), "", ("no_figure",)),
        ((observation(),), "", ("one_survey",)),
        ((observation(), later(value=None)), "", ("one_survey",)),
        ((observation(), observation(year=2015, value=30.0)), "", ("too_close",)),
        ((observation(age="5-14"), later()), "not_comparable", ("different_age",)),
        ((observation(), later(nature="M")), "not_comparable", ("different_method",)),
        ((observation(survey="DHS 2014"), later()), "indicative", ("other_programme",)),
        ((observation(survey=""), later()), "indicative", ("unnamed_survey",)),
        ((observation(), later(status="B")), "indicative", ("break",)),
        ((observation(nature="CA"), later(nature="C")), "comparable", ()),
        ((observation(), later(status="F")), "", ("one_survey",)),
    ],
)
def test_each_pair_has_its_strength_and_reason(
    rows: tuple[Observation, ...], strength: str, reasons: tuple[str, ...]
) -> None:
    found = change(CHORES, rows)
    assert (found.strength, found.reasons) == (strength, reasons)
    if strength not in {"comparable", "indicative"}:
        assert found.difference is found.relative is None


def test_a_flagged_break_between_two_surveys_weakens_them() -> None:
    found = change(CHORES, [observation(), observation(year=2016, status="B"), later()])
    # From the break on the surveys are comparable: the change is told from there.
    assert (found.strength, found.first) == ("comparable", observation(year=2016, status="B"))
    near = change(CHORES, [observation(), observation(year=2018, status="B"), later()])
    assert (near.strength, near.reasons) == ("indicative", ("break",))


def test_an_inferred_name_is_indicative_and_an_official_one_comparable() -> None:
    rows = [observation(survey="", source="S"), later(source="S", survey="MICS 2019")]
    for evidence, strength in (
        ("catalogue_match", "indicative"),
        ("stated_value_match", "comparable"),
        ("stated_other_table", "comparable"),
    ):
        named = {("S", "NPL", 2014): SurveyIdentity("MICS", "MICS 2014", evidence)}
        assert change(CHORES, rows, known=Knowledge(named)).strength == strength


def test_the_figure_between_that_lies_outside_both_is_told() -> None:
    found = change(CHORES, [observation(), observation(year=2016, value=6.8), later()])
    assert found.between == observation(year=2016, value=6.8)
    inside = change(CHORES, [observation(), observation(year=2016, value=20.0), later()])
    assert inside.between is None


@pytest.mark.parametrize(
    ("before", "after", "jump"),
    [
        (14.8, 5.5, True),
        (4.3, 0.9, True),
        (20.5, 53.5, True),
        (12.1, 5.7, False),
        (9.0, 8.0, False),
    ],
)
def test_a_jump_is_told(before: float, after: float, jump: bool) -> None:
    assert change(CHORES, [observation(value=before), later(value=after)]).jump is jump


def test_publishers_that_differ_by_more_than_a_quarter_forbid_a_change() -> None:
    measure = headlines()["child_labour"]
    here: dict[str, Any] = {"indicator": "SL_TLF_CHLDEA", "source": "UNSD_SDG_8_7_1"}
    there: dict[str, Any] = {"indicator": "UNICEF_CL_ECON", "source": "UNICEF_CL_2025"}
    rows = [
        observation(**here, value=16.6),
        observation(**here, year=2020, value=9.954),
        observation(**there, year=2020, value=24.1),
    ]
    found = change(measure, rows)
    assert (found.strength, found.reasons) == ("not_comparable", ("publishers_differ",))


def test_a_doubtful_figure_forbids_a_change() -> None:
    measure = headlines()["child_labour"]
    told: dict[str, Any] = {"indicator": "SL_TLF_CHLDEA", "area": "BGD", "source": "UNSD_SDG_8_7_1"}
    found = change(
        measure, [observation(**told, year=2013), observation(**told, year=2019, value=30.0)]
    )
    assert (found.strength, found.reasons) == ("not_comparable", ("doubtful_figure",))


def test_counts_of_detection_are_never_more_than_indicative() -> None:
    measure = headlines()["trafficking_victims"]
    told: dict[str, Any] = {"indicator": "TIP_VICTIMS", "age": "_T", "unit": "PERSONS"}
    rows = [observation(**told, value=5.0), later(**told, value=9.0)]
    found = change(measure, rows, method="administrative")
    assert (found.strength, found.reasons) == ("indicative", ("detection",))


def test_a_comparable_stretch_is_found_before_a_newer_unnamed_survey() -> None:
    rows = [observation(), later(), observation(year=2024, value=8.0, survey="")]
    found = comparable_stretch(CHORES, rows)
    assert found is not None
    assert (found.first, found.last) == (observation(), later())
    assert change(CHORES, rows).strength == "indicative"
    assert comparable_stretch(CHORES, rows[1:]) is None


def test_every_reason_is_known() -> None:
    assert len(set(REASONS)) == len(REASONS)
    assert set(NOT_REASONS) < set(REASONS)
    assert Change("", ("one_survey",), None, None).difference is None

"""Each rule bites on the value it is about, says which one, and lets the ordinary row pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.validate.columns import observation_breaches
from loaders.validate.row import Known, date_breaches, number
from tests.factories import INDICATOR

KNOWN = Known(frozenset({"NPL"}), frozenset({"UNSD"}), {INDICATOR.code: INDICATOR})
ORDINARY = {
    "indicator": INDICATOR.code,
    "area": "NPL",
    "year": "2014",
    "sex": "T",
    "age": "5-17",
    "dimension": "_T",
    "category": "_T",
    "value": "21.7",
    "lower": "",
    "upper": "",
    "unit": "PERCENT",
    "status": "A",
    "nature": "C",
    "suppressed": "",
    "note": "",
    "survey": "MICS 2014",
    "source": "UNSD",
    "vintage": "2026",
}


def test_an_ordinary_row_breaks_no_rule() -> None:
    assert observation_breaches(ORDINARY, KNOWN) == []


@pytest.mark.parametrize("status", ["Q", "O", "M", "L"])
def test_an_absent_value_with_its_reason_is_fine(status: str) -> None:
    assert observation_breaches(ORDINARY | {"value": "", "status": status}, KNOWN) == []


@pytest.mark.parametrize("value", ["0", "0.0", "100", "19.03", "1e1", ".5"])
def test_zero_and_the_borders_are_values(value: str) -> None:
    assert observation_breaches(ORDINARY | {"value": value}, KNOWN) == []


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"indicator": "NO_SUCH"}, "unknown_indicator"),
        ({"area": "ZZZ"}, "unknown_area"),
        ({"source": "HEARSAY"}, "unknown_source"),
        ({"sex": "X"}, "unknown_sex"),
        ({"age": "five"}, "age_form"),
        ({"age": "5 - 17"}, "age_form"),
        ({"nature": "Z"}, "unknown_nature"),
        ({"year": "20204"}, "year_range"),
        ({"year": "1899"}, "year_range"),
        ({"year": "2014.0"}, "year_range"),
        ({"year": "२०१४"}, "year_range"),
        ({"year": ""}, "year_range"),
        ({"status": "Z"}, "unknown_status"),
        ({"value": ""}, "absence_has_a_status"),
        ({"status": "Q"}, "absence_has_a_status"),
        ({"value": "1,5"}, "not_a_number"),
        ({"value": "<5"}, "not_a_number"),
        ({"value": "nan"}, "not_a_number"),
        ({"value": "1e999"}, "not_a_number"),
        ({"value": "100.1"}, "percent_range"),
        ({"value": "-0.1"}, "percent_range"),
        ({"lower": "-1"}, "percent_range"),
        ({"upper": "x"}, "not_a_number"),
        ({"unit": "PERSONS"}, "unit_differs"),
    ],
)
def test_a_broken_rule_is_named_with_its_value(changed: dict[str, str], rule: str) -> None:
    breaches = observation_breaches(ORDINARY | changed, KNOWN)
    assert [b.rule for b in breaches] == [rule]
    assert breaches[0].value in {*changed.values(), ORDINARY["value"]}
    assert breaches[0].reason


def test_every_broken_rule_of_a_row_is_told() -> None:
    breaches = observation_breaches(ORDINARY | {"area": "ZZZ", "sex": "X", "year": "0"}, KNOWN)
    assert {b.column for b in breaches} == {"area", "sex", "year"}


@pytest.mark.parametrize("text", ["2019", "2019-03", "2019-03-28", ""])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert date_breaches({"date": text}, ("date",)) == []


@pytest.mark.parametrize("text", ["28.3.2019", "2019-13", "2019-3-1", "20190328", "soon"])
def test_another_way_to_write_a_date_is_refused(text: str) -> None:
    (breach,) = date_breaches({"date": text}, ("date",))
    assert (breach.column, breach.value, breach.rule) == ("date", text, "date_form")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_written_by_python_is_read_back_the_same(figure: float) -> None:
    assert number(repr(figure)) == figure


@given(st.text(max_size=12))
def test_a_cell_is_a_plain_number_or_refused(text: str) -> None:
    try:
        figure = number(text)
    except ValueError as error:
        assert repr(text) in str(error)
    else:
        assert text.isascii()
        assert float(text) == figure

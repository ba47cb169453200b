"""Each rule bites on the value it is about, says which one, and lets the ordinary row pass."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.validate.columns import observation_breaches
from loaders.validate.row import THIS_YEAR, Known, date_breaches, number
from tests.factories import INDICATOR

KNOWN = Known(frozenset({"NPL"}), frozenset({"UNSD", "OFFICE"}), {INDICATOR.code: INDICATOR})
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
        ({"year": f"{THIS_YEAR + 1}"}, "year_to_come"),
        ({"lower": "22"}, "outside_bounds"),
        ({"upper": "21.6", "lower": "3"}, "outside_bounds"),
        ({"source": "OFFICE"}, "source_of_indicator"),
        ({"vintage": "soon"}, "vintage_form"),
        ({"vintage": ""}, "vintage_form"),
        ({"vintage": "1"}, "vintage_form"),
        ({"vintage": "2023-13"}, "vintage_form"),
        ({"vintage": "2023-02-30"}, "vintage_form"),
        ({"vintage": f"copy of {THIS_YEAR + 1}"}, "vintage_form"),
    ],
)
def test_a_broken_rule_is_named_with_its_value(changed: dict[str, str], rule: str) -> None:
    breaches = observation_breaches(ORDINARY | changed, KNOWN)
    assert [b.rule for b in breaches] == [rule]
    assert breaches[0].value in {*changed.values(), ORDINARY["value"]}
    assert breaches[0].reason


@pytest.mark.parametrize(
    "vintage",
    ["2019", "2019-03", "2019-Q3", "2025-10-28", "HDR 2023/24", "copy of 2026", "undated copy"],
)
def test_a_vintage_is_a_date_or_a_year(vintage: str) -> None:
    assert observation_breaches(ORDINARY | {"vintage": vintage}, KNOWN) == []


@pytest.mark.parametrize(
    ("unit", "code", "fine", "rule", "bad"),
    [
        ("HOURS", "X", ("0", "168", "23.75"), "hours_range", ("-1", "168.1")),
        ("INDEX", "HDI", ("0", "1", "0.601"), "hdi_range", ("1.01", "-0.2", "601")),
        ("INDEX", "X", ("-5.8", "100.0000001"), "index_range", ("-101", "1010")),
        ("PERSONS", "X", ("0", "12.0", "1e6"), "persons_range", ("-1", "-12")),
        ("PERSONS", "X", ("3",), "broken_count", ("12.5", "0.1")),
        ("COUNT", "X", ("3",), "broken_count", ("12.5",)),
        ("PERSONS", "OFST_1", ("71650.35",), "persons_range", ("-0.1",)),
        ("THOUSAND_PERSONS", "X", ("0.3",), "thousand_persons_range", ("-0.1",)),
        ("PER_1000", "X", ("0", "104.6"), "per_1000_range", ("1001", "-1")),
        ("YEARS", "X", ("23.58",), "years_range", ("-0.1",)),
        ("USD", "X", ("0",), "usd_range", ("-5",)),
    ],
)
def test_figures_are_plausible_by_unit(
    unit: str, code: str, fine: tuple[str, ...], rule: str, bad: tuple[str, ...]
) -> None:
    about = replace(INDICATOR, code=code, unit=unit, method="administrative")
    known = KNOWN._replace(indicators={code: about})
    cells = ORDINARY | {"indicator": code, "unit": unit}
    assert [observation_breaches(cells | {"value": v}, known) for v in fine] == [[]] * len(fine)
    broken = [observation_breaches(cells | {"value": v}, known) for v in bad]
    assert [[b.rule for b in each] for each in broken] == [[rule]] * len(bad)


@pytest.mark.parametrize(
    "changed", [{"nature": "M"}, {"nature": "E"}, {"status": "E"}, {"status": "I"}]
)
def test_an_estimate_of_persons_may_be_broken(changed: dict[str, str]) -> None:
    about = replace(INDICATOR, unit="PERSONS")
    known = KNOWN._replace(indicators={about.code: about})
    cells = ORDINARY | {"unit": "PERSONS", "value": "12.5"} | changed
    assert observation_breaches(cells, known) == []


@pytest.mark.parametrize("value", ["-9", "-99", "-999", "-99.0", "-9999"])
def test_a_code_for_no_data_is_asked_about(value: str) -> None:
    first = observation_breaches(ORDINARY | {"value": value}, KNOWN)[0]
    assert first.rule == "missing_marker"
    assert first.reason.endswith("leave the cell empty, with status O")


def test_a_forecast_may_be_of_a_year_to_come() -> None:
    cells = ORDINARY | {"year": f"{THIS_YEAR + 5}", "status": "F"}
    assert observation_breaches(cells, KNOWN) == []


def test_every_broken_rule_of_a_row_is_told() -> None:
    breaches = observation_breaches(ORDINARY | {"area": "ZZZ", "sex": "X", "year": "0"}, KNOWN)
    assert {b.column for b in breaches} == {"area", "sex", "year"}


@pytest.mark.parametrize("text", ["2019", "2019-03", "2019-03-28", ""])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert date_breaches({"date": text}, ("date",)) == []


@pytest.mark.parametrize(
    "text", ["28.3.2019", "2019-13", "2019-3-1", "20190328", "soon", "2019-02-30"]
)
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

"""Exact strings of figures, dates and ages in each language."""

from __future__ import annotations

from typing import Any, Final

import pytest

from components.numbers import (
    age_text,
    date_text,
    figure,
    number,
    parted,
    percent,
    quantity,
    read_count,
    read_figure,
    reading,
    year_range,
)
from components.wording import wording
from tests.factories import INDICATOR, observation, words

NARROW = "\u202f"


def isolated(text: str) -> str:
    return f"\u2066{text}\u2069"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (0, "0", "0"),
        (0.0, "0", "0"),
        (100.0, "100", "100"),
        (37.4, "37.4", "37,4"),
        (0.00045, "0.00045", "0,00045"),
        (12.3456789, "12.3456789", "12,3456789"),
        (1234567.0, "1,234,567", f"1{NARROW}234{NARROW}567"),
        (160e6, "160,000,000", f"160{NARROW}000{NARROW}000"),
        (-3.25, "−3.25", "−3,25"),
    ],
)
def test_a_published_number_keeps_all_its_digits(value: float, english: str, french: str) -> None:
    assert number(value, words("en")) == english
    assert number(value, words("fr")) == french
    assert number(value, words("ar")) == isolated(english)


def test_a_computed_number_has_the_decimals_asked_for() -> None:
    assert number(-59.0909, words("en"), 1) == "−59.1"
    assert number(2.0, words("fr"), 1) == "2,0"
    assert number(1234.5, words("en"), 0) == "1,234"


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", f"37.4{NARROW}%"), ("fr", f"37,4{NARROW}%"), ("ar", isolated("37.4%"))],
)
def test_percent_stands_off_its_number_as_the_language_has_it(code: str, text: str) -> None:
    assert percent(37.4, words(code)) == text


def test_a_quantity_has_its_unit_in_words() -> None:
    assert quantity(1204, "PERSONS", words("en")) == "1,204 people"
    assert quantity(1204, "PERSONS", words("fr")) == f"1{NARROW}204 personnes"
    assert quantity(1204, "PERSONS", words("ar")) == f"{isolated('1,204')} شخصًا"
    assert quantity(1, "YES_NO", words("en")) == "yes"
    assert quantity(0, "YES_NO", words("fr")) == "non"
    assert quantity(0.7, "INDEX", words("en")) == "0.7"


@pytest.mark.parametrize(
    ("fields", "english", "french", "arabic"),
    [
        ({"value": 0.0}, f"0{NARROW}%", f"0{NARROW}%", isolated("0%")),
        (
            {"value": None, "status": "Q", "suppressed": "<5"},
            "<5 (suppressed by the publisher)",
            "<5 (supprimé par l’éditeur)",
            f"{isolated('<5')} (حجبه الناشر)",
        ),
        (
            {"value": None, "status": "Q"},
            "suppressed by the publisher",
            "supprimé par l’éditeur",
            "حجبه الناشر",
        ),
        ({"value": None, "status": "O"}, "not reported", "non communiqué", "لم يُبلَّغ عنه"),
        ({"value": None, "status": "M"}, "not applicable", "sans objet", "لا ينطبق"),
        ({"value": None, "status": "L"}, "not collected", "non collecté", "لم يُجمع"),
    ],
)
def test_zero_and_the_absences_are_different_things(
    fields: dict[str, Any], english: str, french: str, arabic: str
) -> None:
    row = observation(**fields)
    found = [figure(row, INDICATOR, words(code)) for code in ("en", "fr", "ar")]
    assert found == [english, french, arabic]


@pytest.mark.parametrize(
    ("published", "english", "french", "arabic"),
    [
        ("2019", "2019", "2019", isolated("2019")),
        ("2019-03", "March 2019", "mars 2019", "مارس 2019"),
        ("2019-03-28", "28 March 2019", "28 mars 2019", "28 مارس 2019"),
        ("2019-03-01", "1 March 2019", "1er mars 2019", "1 مارس 2019"),
        ("", "", "", ""),
    ],
)
def test_a_date_has_the_precision_it_was_published_with(
    published: str, english: str, french: str, arabic: str
) -> None:
    found = [date_text(published, words(code)) for code in ("en", "fr", "ar")]
    assert found == [english, french, arabic]


@pytest.mark.parametrize("published", ["19", "2019-13", "March 2019", "2019-02-30"])
def test_what_is_no_date_is_refused(published: str) -> None:
    with pytest.raises(ValueError):
        date_text(published, words("en"))


def test_years_and_ages() -> None:
    assert year_range(2008, 2019, words("en")) == "2008–2019"
    assert year_range(2019, 2019, words("fr")) == "2019"
    assert year_range(2008, 2019, words("ar")) == isolated("2008–2019")
    assert age_text("5-17", words("en")) == "5–17 years"
    assert age_text("18+", words("fr")) == "18 ans et plus"
    assert age_text("_T", words("en")) == "all ages"
    assert age_text("5-17", words("ar")) == f"العمر {isolated('5–17')}"


READINGS: Final = (
    (26.899, "PERCENT", "26.9\u202f%"),
    (5.001, "PERCENT", "5.0\u202f%"),
    (16.0, "PERCENT", "16.0\u202f%"),
    (0.9, "PERCENT", "0.9\u202f%"),
    (0.864, "PERCENT", "0.86\u202f%"),
    (0.0444, "PERCENT", "0.044\u202f%"),
    (0.0, "PERCENT", "0\u202f%"),
    (100.0, "PERCENT", "100\u202f%"),
    (-3.24, "PERCENT", "\u22123.2\u202f%"),
    (1295.069, "THOUSAND_PERSONS", "1.30 million"),
    (0.444, "THOUSAND_PERSONS", "444"),
    (2226.126, "THOUSAND_PERSONS", "2.23 million"),
    (137_562_330, "PERSONS", "138 million"),
    (9_999, "PERSONS", "9,999"),
    (10_000, "PERSONS", "10.0 thousand"),
    (999_999, "PERSONS", "1.00 million"),
    (5.0, "PER_1000", "5.0 per\u00a01,000"),
    (0.7601, "INDEX", "0.76"),
    (9570.4, "USD_PPP_2017", "9,570 PPP $ of 2017"),
    (14.2178682288, "HOURS", "14.2 h"),
)


@pytest.mark.parametrize(("value", "unit", "read"), READINGS)
def test_figures_are_rounded_for_the_eye(value: float, unit: str, read: str) -> None:
    text = reading(value, unit, wording("en"))
    assert text.replace("\u00a0", " ") == read.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "french"),
    [
        (1_295_069, "1,30\u00a0million"),
        (1_999_999, "2,00\u00a0millions"),
        (59_834, "59,8\u00a0mille"),
    ],
)
def test_french_counts_agree_in_number(value: int, french: str) -> None:
    assert read_count(value, wording("fr")) == french


def test_what_is_absent_reads_as_its_absence() -> None:
    absent = observation(value=None, status="M")
    assert read_figure(absent, INDICATOR, wording("en")) == "not applicable"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("138 million", ("138", "million")),
        ("1.5\u202f%", ("1.5", "%")),
        ("1\u202f234", ("1\u202f234", "")),
        ("1\u202f234 victimes", ("1\u202f234", "victimes")),
        ("\u20665.0\u2069 لكل 1\u00a0000", ("5.0", "لكل 1\u00a0000")),
    ],
)
def test_a_number_is_parted_from_its_unit(text: str, parts: tuple[str, str]) -> None:
    assert parted(text) == parts

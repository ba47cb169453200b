"""Names beside codes: behind each code, in the language asked for, and never a formula."""

from __future__ import annotations

import pytest

from components.labels import LABELLED, Names, labelled, labelled_header
from components.wording import LANGUAGES, wording
from data.methods.formula_mark import marked
from data.records import Area, Described

HEADER = ("indicator", "area", "area_name", "sex", "dimension", "category", "status", "value")
ROW = ["CHILD", "CIV", "Côte d'Ivoire", "T", "sector", "AGRICULTURE", "Q", ""]


def names(language: str = "en", area: str = "Côte d'Ivoire") -> Names:
    about = Described({"CIV": Area("CIV", "country", area)}, {}, {})
    return Names(about, wording(language))


def test_a_name_stands_behind_its_code() -> None:
    assert labelled_header(HEADER) == (
        "indicator", "indicator_label", "area", "area_label", "area_name", "sex", "sex_label",
        "dimension", "dimension_label", "category", "category_label", "status", "status_label",
        "value",
    )  # fmt: skip
    [row] = labelled(HEADER, [ROW], names())
    assert row == [
        "CHILD", "CHILD", "CIV", "Côte d'Ivoire", "Côte d'Ivoire", "T", "Both sexes",
        "sector", wording("en").t("dimension.sector"), "AGRICULTURE",
        wording("en").t("category.sector.AGRICULTURE"), "Q", "suppressed by the publisher", "",
    ]  # fmt: skip


def test_a_name_that_begins_as_a_formula_is_marked() -> None:
    [row] = labelled(HEADER, [ROW], names(area="=1+1"), cell=marked)
    assert row[3] == "'=1+1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_a_list_has_a_name_without_marks_of_direction(language: str) -> None:
    said = names(language)
    codes = {
        "sex": "TFM",
        "status": ("A", "B", "D", "E", "F", "I", "P", "U", "Q", "O", "M", "L"),
        "nature": ("C", "CA", "E", "G", "M", "N"),
        "unit": ("PERCENT", "PERSONS", "PER_100000"),
        "age": ("_T", "5-17", "18+", "0"),
        "dimension": ("_T", "sector"),
        "category": ("_T",),
    }
    for column, each in codes.items():
        assert column in LABELLED
        for code in each:
            name = said.of(column, code)
            assert name and name != code and not set(name) & set("\u2066\u2069")


def test_an_unknown_code_is_its_own_name_and_nothing_has_none() -> None:
    assert (names().of("unit", "FURLONG"), names().of("nature", "")) == ("FURLONG", "")

"""Values of the monitoring framework: whole, each with its page, and as their pages state them."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from data import schema
from data.languages import DEFAULT, LANGUAGES, read_texts, row_key, row_texts
from data.methods.framework.catalogue import framework, has_part
from data.methods.framework.said import VIEWS
from data.methods.notes import read
from data.records import FrameworkValue
from loaders.facts import tables
from loaders.facts.curated import NOT_OURS
from loaders.sources.walk_free.response import QUESTIONS
from loaders.validate.row import is_date, is_year

COLUMNS: Final = tuple(c.name for c in schema.framework_value.columns if c.name not in NOT_OURS)
KEY: Final = tuple(c.name for c in schema.framework_value.primary_key)
OTHERS: Final = tuple(code for code in LANGUAGES if code != DEFAULT)
CELLS: Final = Path(__file__).with_name("framework_cells.csv")


@pytest.fixture(scope="module")
def values() -> list[FrameworkValue]:
    return [
        FrameworkValue(**line.cells)
        for path in tables.files("framework_values")
        for line in tables.lines(path, COLUMNS)
    ]


def prose(value: FrameworkValue) -> str:
    """The note where it is in words of its own, not in codes that every language words."""
    return "" if any(one.code for one in read(value.note)) else value.note


def test_the_values_are_many_and_of_many(values: list[FrameworkValue]) -> None:
    assert len(values) > 9_000
    views = Counter(one.view for one in values)
    assert set(views) == {
        "government",
        "official",
        "usdol",
        "walk_free",
        "research",
        "press",
        "pages",
    }
    assert len({one.area for one in values if one.view == "walk_free"}) == 176


def test_every_value_answers_a_question_of_the_framework(values: list[FrameworkValue]) -> None:
    asked = {(one.indicator, one.part) for one in values}
    assert sorted(pair for pair in asked if not has_part(*pair)) == []
    assert has_part("commitment.trafficking.law.priority_conventions", "c143")
    assert not has_part("commitment.trafficking.law.priority_conventions", "c999")


def test_every_value_says_whose_it_is_where_it_stands_and_when_it_was_read(
    values: list[FrameworkValue],
) -> None:
    for one in values:
        assert one.view in VIEWS, one
        assert one.value and one.source_title, one
        assert one.page.startswith(("http://", "https://")), one
        # The reports do not date the surveys behind the children at work.
        undated = one.note.startswith("children_at_work:")
        assert one.year == "" if undated else is_year(one.year), one
        assert is_date(one.checked) and one.report == "", one
        assert one.sex in ({"", "F", "M"} if undated else {""}), one


def test_no_value_stands_twice(values: list[FrameworkValue]) -> None:
    keys = Counter(tuple(getattr(one, column) for column in KEY) for one in values)
    assert [key for key, times in keys.items() if times > 1] == []


def test_a_note_of_notes_codes_is_nothing_else(values: list[FrameworkValue]) -> None:
    mixed = [one for one in values if len({bool(note.code) for note in read(one.note)}) > 1]
    assert mixed == []
    assert {one.note for one in values if one.view == "walk_free"} == {
        f"walk_free_asked:{question}" for question in QUESTIONS
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_its_words(language: str) -> None:
    texts = read_texts(LANGUAGES[language].folder)
    worded = {key.rpartition(".")[2] for key in texts if key.startswith("law.question.")}
    assert worded == set(QUESTIONS)


@pytest.mark.parametrize("language", OTHERS)
def test_every_note_in_words_is_translated_and_no_other(
    values: list[FrameworkValue], language: str
) -> None:
    wanted = {row_key("frameworkvalue", one.code, "note") for one in values if prose(one)}
    said = {k: v for k, v in row_texts(language).items() if k.startswith("frameworkvalue.")}
    assert sorted(wanted ^ said.keys()) == []
    assert all(text.strip() for text in said.values())


def test_values_of_one_code_share_their_note_in_words(values: list[FrameworkValue]) -> None:
    notes: dict[str, set[str]] = {}
    for one in values:
        if prose(one):
            notes.setdefault(one.code, set()).add(one.note)
    assert [code for code, texts in notes.items() if len(texts) > 1] == []


def test_questions_speak_of_indicators_of_the_framework() -> None:
    named = {indicator for indicators in QUESTIONS.values() for indicator in indicators}
    assert named <= set(framework())


def test_amounts_name_their_currency_and_numbers_are_plain(values: list[FrameworkValue]) -> None:
    for one in values:
        if one.part == "amount":
            assert one.value.isdigit() and one.unit in {"USD", "EUR", "XOF"}, one


def _cells() -> list[dict[str, str]]:
    with CELLS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_cells_stand_as_their_pages_state_them(values: list[FrameworkValue]) -> None:
    cells = _cells()
    assert len(cells) >= 50
    assert len({cell["area"] for cell in cells}) >= 25
    held = [{column: str(getattr(one, column)) for column in cells[0]} for one in values]
    assert [cell for cell in cells if cell not in held] == []

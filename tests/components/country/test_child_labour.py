"""The child labour section and the tiles, on answers made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from components.cards import Card
from components.country.answers import CountryAnswers
from components.country.parts.brief import brief
from components.country.parts.tiles import tiles
from components.country.sections.child_labour import child_labour_section, outside
from components.theme import PALETTES
from components.wording import LANGUAGES
from data.records import Series
from tests.components.country.test_sections import answers
from tests.factories import observation, series, words

LIGHT = PALETTES["light"]
TODAY = date(2026, 11, 26)


def surveys(*points: tuple[int, float, str], **more: Any) -> Series:
    """Household-chore figures of some years and surveys."""
    return series(*(observation(year=y, value=v, survey=s, **more) for y, v, s in points))


def first_card(found: CountryAnswers, language: str = "en") -> Card:
    """The card of the definitions."""
    return child_labour_section(found, words(language), today=TODAY).cards[0]


def lines(card: Card) -> tuple[int, int]:
    """How many solid and how many dashed lines the chart draws."""
    drawn = card.body.count('class="plot-line"')
    dashed = card.body.count("stroke-dasharray")
    return drawn - dashed, dashed


def test_one_survey_is_a_row_of_dots_and_states_no_change() -> None:
    rows = (
        observation(value=21.7),
        observation(value=23.0, sex="F"),
        observation(value=20.4, sex="M"),
    )
    card = first_card(answers(series(*rows)))
    assert card.title == "21.7\u202f% in 2014"
    assert card.strength is not None and card.strength.reason == "one survey only"
    assert "dot-rows" in card.body and "shape-diamond" in card.body and "shape-square" in card.body
    assert lines(card) == (1, 0)  # from girls to boys, not over the years


def test_comparable_surveys_are_joined_by_a_solid_line() -> None:
    card = first_card(answers(surveys((2008, 40.0, "MICS 2008"), (2014, 20.0, "MICS 2014"))))
    assert card.title == "20.0\u202f% in 2014; down from 40.0\u202f% in 2008"
    assert card.strength is not None and card.strength.glyph == "full"
    assert lines(card) == (1, 0)


def test_surveys_of_two_programmes_are_joined_by_a_dashed_line() -> None:
    card = first_card(answers(surveys((2008, 40.0, "LFS 2008"), (2014, 20.0, "MICS 2014"))))
    assert card.strength is not None and card.strength.glyph == "half"
    assert card.strength.reason == "the surveys are of different programmes"
    assert lines(card) == (0, 1)


def test_other_ages_stand_apart_in_words() -> None:
    own = [observation(year=2014, value=21.7), observation(year=2019, value=15.0)]
    card = first_card(answers(series(*own, observation(year=2008, age="5-14", value=34.0))))
    assert "34.0\u202f% at 5–14 (2008)" in card.sentence
    assert "2008" not in card.body


def test_the_target_is_of_2025_and_none_of_2030() -> None:
    card = first_card(answers(surveys((2014, 21.7, "MICS 2014"), (2019, 15.0, "MICS 2019"))))
    assert "end child labour by 2025" in card.body
    assert "2030" not in card.body


def test_girls_and_boys_that_do_not_fit_the_total_are_flagged_on_the_chart() -> None:
    rows = (
        observation(value=5.001),
        observation(value=3.479, sex="F"),
        observation(value=1.872, sex="M"),
    )
    card = first_card(answers(series(*rows)))
    assert (
        "girls (3.5\u202f%) and boys (1.9\u202f%) do not fit its total (5.0\u202f%)"
        in card.sentence
    )


@pytest.mark.parametrize(
    ("total", "parts", "beyond"),
    [
        (5.001, (3.479, 1.872), True),
        (19.03, (19.25, 19.158), True),
        (21.7, (23.0, 20.4), False),
        (6.03, (6.0, 5.5), False),
    ],
)
def test_a_total_lies_between_its_parts(
    total: float, parts: tuple[float, ...], beyond: bool
) -> None:
    assert (outside(total, parts) > 0) is beyond


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_survey_one_card_says_who_could_provide_it(language: str) -> None:
    (card,) = child_labour_section(answers(), words(language), today=TODAY).cards
    assert card.table is None
    assert "UNICEF" in card.body or "اليونيسف" in card.body


def test_the_tile_names_figure_year_verdict_and_gap() -> None:
    found = answers(surveys((2008, 40.0, "MICS 2008"), (2014, 20.0, "MICS 2014")))
    tile = tiles(found, words("en"), today=TODAY)[0]
    assert (tile.number, tile.unit) == ("20.0", "%")
    assert "2014" in tile.what and "household chores" in tile.what
    assert tile.verdict == "Down from 40.0\u202f% in 2008"
    assert tile.strength is not None and tile.strength.word == "Comparable"
    assert tile.gap == "no newer survey for 12 years."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_without_anything_has_five_tiles_with_a_dash(language: str) -> None:
    shown = tiles(answers(), words(language), today=TODAY)
    assert [tile.number for tile in shown] == ["–"] * 5
    assert all(tile.what for tile in shown)
    assert len(brief(answers(), words(language))) == 2

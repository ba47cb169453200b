"""The country page's sections, on answers made by hand: figures are asserted by their traces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.country.answers import CountryAnswers
from components.country.child_labour import child_labour_section
from components.country.context import context_section
from components.country.forced_labour import forced_labour_section
from components.country.page import balanced, country_sections
from components.country.picking import as_printed, speaking_row
from components.country.trafficking import trafficking_section
from components.theme import PALETTES
from components.wording import LANGUAGES
from data.records import Area, Indicator, ListedGood, Observation, Series
from tests.factories import INDICATOR, NEPAL, SOURCE, VICTIMS, observation, series, words

LIGHT = PALETTES["light"]
WORLD = Area("WLD", "world", "World")


def described(code: str, **more: object) -> Indicator:
    """An indicator with another code; its texts stand in `words` only for English."""
    return replace(INDICATOR, code=code, **more)  # type: ignore[arg-type]


def answers(*several: Series, **more: object) -> CountryAnswers:
    """Nepal's answers with these series."""
    return CountryAnswers(
        area=NEPAL,
        areas={"NPL": NEPAL, "WLD": WORLD},
        indicators={s.indicator.code: s.indicator for s in several},
        sources={SOURCE.code: SOURCE},
        figures={s.indicator.code: s for s in several},
        **more,  # type: ignore[arg-type]
    )


def victim(**fields: object) -> Observation:
    """One count of detected victims."""
    ordinary = {
        "indicator": "TIP_VICTIMS",
        "age": "_T",
        "dimension": "form",
        "category": "FORCED_LABOUR",
        "value": 12.0,
        "unit": "PERSONS",
        "survey": "",
        "year": 2021,
    }
    return observation(**(ordinary | fields))


def test_suppressed_victims_stand_apart_from_the_columns() -> None:
    about = replace(VICTIMS, code="TIP_VICTIMS")
    rows = [
        victim(),
        victim(category="OTHER_FORMS", value=None, status="Q", suppressed="<5"),
    ]
    section = trafficking_section(answers(series(*rows, indicator=about)), words("en"), LIGHT)
    assert "never prevalence" in section.lead
    (card,) = section.cards
    assert card.chart is not None
    columns = [t for t in card.chart["data"] if t["type"] == "bar"]
    assert [y for t in columns for y in t["y"]] == [12.0, None]
    (marks,) = [t for t in card.chart["data"] if t["type"] == "scatter"]
    assert marks["text"] == ["&lt;5"]
    assert "detection" in card.sentence


def test_sex_and_age_of_victims_are_never_added_up() -> None:
    about = replace(VICTIMS, code="TIP_VICTIMS")
    plain = {"dimension": "_T", "category": "_T"}
    rows = [
        victim(**plain, sex="F", value=5.0),
        victim(**plain, sex="M", value=7.0),
        victim(**plain, sex="F", age="0-17", value=2.0),
        victim(**plain, age="0-17", value=3.0),
    ]
    section = trafficking_section(answers(series(*rows, indicator=about)), words("en"), LIGHT)
    by_sex, by_age = section.cards
    assert by_sex.chart is not None and by_age.chart is not None
    assert [t["y"] for t in by_sex.chart["data"]] == [[5.0], [7.0]]
    assert [t["y"] for t in by_age.chart["data"]] == [[3.0]]


def test_editions_are_figures_apart_without_a_chart() -> None:
    about = described(
        "WF_MODERN_SLAVERY_2018_RATE", theme="forced_labour", unit="PER_1000", method="model"
    )
    row = observation(
        indicator=about.code, value=5.950652642207147, unit="PER_1000", age="_T", status="E"
    )
    section = forced_labour_section(answers(series(row, indicator=about)), words("en"), LIGHT)
    card = section.cards[0]
    assert card.chart is None
    assert "6.0 per 1,000" in card.body and "5.95" not in card.body
    assert "no trend" in card.sentence
    assert card.table is not None
    assert any("5.950652642207147" in cell for row in card.table.rows for cell in row)


def test_goods_carry_the_first_edition_that_lists_them() -> None:
    def good(edition: int) -> ListedGood:
        return ListedGood(
            "NPL", "BRICKS", "", "yes", "yes", edition, "UNSD", "https://www.dol.gov", ""
        )

    section = forced_labour_section(answers(goods=(good(2022), good(2014))), words("en"), LIGHT)
    card = next(card for card in section.cards if card.key == "country-fl-goods")
    assert "Bricks" in card.body and "2014" in card.body and "2022" in card.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_without_anything_says_what_is_missing(language: str) -> None:
    sections = country_sections(answers(), words(language), LIGHT, this_year=2026)
    empty = [card for section in sections for card in section.cards if card.sentence]
    assert len([card for card in empty if "Nepal" in card.sentence]) >= 2
    assert all(card.chart is None for section in sections[:3] for card in section.cards)


def test_context_names_the_coverages_that_nobody_published() -> None:
    known = described("SI_COV_BENFTS", theme="context", short="Any benefit", age="")
    absent = described("SI_COV_POOR", theme="context", short="Poor persons", age="")
    row = observation(indicator=known.code, age="_T", value=17.0)
    found = answers(series(row, indicator=known))
    found = replace(found, indicators={known.code: known, absent.code: absent})
    card = context_section(found, words("en"), LIGHT).cards[-1]
    assert "17\u202f%" in card.body
    assert "Not published: Poor persons." in card.sentence


def test_projections_do_not_speak_for_a_country() -> None:
    found = series(observation(year=2014), observation(year=2030, status="F", value=1.0))
    row = speaking_row(found)
    assert row is not None and row.year == 2014


@pytest.mark.parametrize(
    ("raw", "shown"), [(14.2178682288, 14.2), (37.4, 37.4), (15.647, 15.647), (0.0, 0.0)]
)
def test_figures_have_the_decimals_that_publishers_print(raw: float, shown: float) -> None:
    assert as_printed(series(observation(value=raw))).observations[0].value == shown


def test_a_card_that_would_stand_alone_is_made_wide() -> None:
    section = balanced(child_labour_section(answers(), words("en"), LIGHT))
    assert [card.wide for card in section.cards] == [True]

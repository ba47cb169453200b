"""The country page's sections, on answers made by hand: figures are asserted by their traces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.country.answers import CountryAnswers
from components.country.page import balanced, country_sections
from components.country.parts.picking import representative_observation
from components.country.sections.child_labour import child_labour_section
from components.country.sections.context import context_section
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from data.records import Area, Indicator, Series
from tests.factories import INDICATOR, NEPAL, SOURCE, observation, series, words

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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_without_anything_says_what_is_missing(language: str) -> None:
    sections = country_sections(answers(), words(language), LIGHT, this_year=2026)
    assert not {"forced-labour", "trafficking"} & {section.key for section in sections}
    (gaps,) = [card for card in sections[0].cards if card.key == "country-missing"]
    assert wording(language).t("country.forced_labour.missing_detail") in gaps.body
    assert wording(language).t("country.trafficking.missing_all") in gaps.body
    empty = [card for section in sections for card in section.cards if card.sentence]
    assert len([card for card in empty if "Nepal" in card.sentence]) >= 1


def test_context_names_the_coverages_that_nobody_published() -> None:
    known = described("SI_COV_BENFTS", theme="context", short="Any benefit", age="")
    absent = described("SI_COV_POOR", theme="context", short="Poor persons", age="")
    row = observation(indicator=known.code, age="_T", value=17.0)
    found = answers(series(row, indicator=known))
    found = replace(found, indicators={known.code: known, absent.code: absent})
    (card,) = context_section(found, words("en"), LIGHT).cards
    assert "17.0\u202f%" in card.body
    assert "Not published: Poor persons." in card.body


def test_projections_do_not_speak_for_a_country() -> None:
    found = series(observation(year=2014), observation(year=2030, status="F", value=1.0))
    row = representative_observation(found)
    assert row is not None and row.year == 2014


def test_a_card_that_would_stand_alone_is_made_wide() -> None:
    section = balanced(child_labour_section(answers(), words("en")))
    assert [card.wide for card in section.cards] == [True]

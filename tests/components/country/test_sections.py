"""The country page's sections, on answers made by hand: figures are asserted by their traces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.country.answers import CountryAnswers
from components.country.child_labour import child_labour_section
from components.country.context import context_section
from components.country.page import balanced, country_sections
from components.country.picking import as_printed, speaking_row
from components.theme import PALETTES
from components.wording import LANGUAGES
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


def surveys(*points: tuple[int, float, str], **more: str) -> Series:
    """Household-chore figures of some years and surveys."""
    return series(*(observation(year=y, value=v, survey=s, **more) for y, v, s in points))


def markers(chart: object) -> list[tuple[int, float]]:
    """All points of a chart that stand for figures."""
    assert isinstance(chart, dict) or hasattr(chart, "__getitem__")
    return sorted(
        (x, y)
        for trace in chart["data"]  # type: ignore[index]
        if trace.get("mode") == "markers" and trace["marker"].get("symbol") != "x-thin"
        for x, y in zip(trace["x"], trace["y"], strict=True)
    )


def test_trend_keeps_to_one_age_and_lists_the_others() -> None:
    own = [observation(year=2014, value=21.7), observation(year=2019, value=15.0)]
    other = observation(year=2008, age="5-14", value=34.0)
    section = child_labour_section(answers(series(*own, other)), words("en"), LIGHT)
    trend, ages = section.cards
    assert trend.chart is not None
    assert markers(trend.chart) == [(2014, 21.7), (2019, 15.0)]
    assert "5–14" in ages.body and "34\u202f%" in ages.body


def test_unlike_surveys_are_not_joined() -> None:
    found = surveys((2008, 40.0, "LFS 2008"), (2014, 20.0, "MICS 2014"))
    card = child_labour_section(answers(found), words("en"), LIGHT).cards[0]
    assert card.chart is not None
    assert not [trace for trace in card.chart["data"] if trace["mode"] == "lines"]


def test_targets_2025_and_2030_are_drawn_at_zero() -> None:
    card = child_labour_section(
        answers(surveys((2014, 20.0, "MICS 2014"))), words("en"), LIGHT
    ).cards[0]
    assert card.chart is not None
    targets = [t for t in card.chart["data"] if t["marker"].get("symbol") == "x-thin"]
    assert [(t["x"], t["y"]) for t in targets] == [([2025], [0.0]), ([2030], [0.0])]


def test_two_releases_of_one_survey_are_one_point() -> None:
    newer = replace(SOURCE, code="NEWER")
    rows = [observation(value=37.4), observation(value=37.5, source="NEWER")]
    about = replace(INDICATOR, sources=("NEWER", "UNSD"))
    found = series(*rows, indicator=about, sources=(SOURCE, newer))
    card = child_labour_section(answers(found), words("en"), LIGHT).cards[0]
    assert card.chart is not None
    assert markers(card.chart) == [(2014, 37.5)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_without_anything_says_what_is_missing(language: str) -> None:
    sections = country_sections(answers(), words(language), LIGHT, this_year=2026)
    assert not {"forced-labour", "trafficking"} & {section.key for section in sections}
    empty = [card for section in sections for card in section.cards if card.sentence]
    assert len([card for card in empty if "Nepal" in card.sentence]) >= 2
    assert all(card.chart is None for section in sections[:1] for card in section.cards)


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
    found = surveys((2014, 20.0, "MICS 2014"))
    section = balanced(child_labour_section(answers(found), words("en"), LIGHT))
    assert [card.wide for card in section.cards] == [True]

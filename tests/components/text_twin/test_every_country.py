"""Every country as a text page in every language, through the builders: whole, light, described."""

from __future__ import annotations

from datetime import date

import pytest

from components.brief.content import brief_content
from components.brief.records import Release
from components.country.answers import CountryAnswers
from components.text_twin.country import country_page
from components.text_twin.document import MOST_BYTES, Served, text_html
from components.wording import LANGUAGES, wording
from data import store
from data.country_facts import whole_country
from tests.components.text_twin.reading import checked

RELEASE = Release(1, "2026-11-26T00:00:00Z")
ROOT = "https://dashboards.example/"
CHUNKS = 5
HEAVY = 0.8
"""Of the bytes allowed: from there on the same country may be too long in another language."""


def made(code: str, language: str) -> tuple[CountryAnswers, str]:
    """A country's answers and its text page."""
    words, today = wording(language), date.today()
    area = store.reference(language).areas[code]
    found = CountryAnswers(**whole_country(area, language))
    content = brief_content(found, words, today=today, release=RELEASE, permalink=ROOT)
    page = country_page(found, content, words, root=ROOT)
    assert wording(language).strict
    return found, text_html(page, words, Served(ROOT))


def check_country(found: CountryAnswers, html: str, language: str) -> None:
    """The page is well formed, at most 50 kB, says the country's sentences, and describes its
    figures exactly where it has any."""
    page = checked(html, language, LANGUAGES[language].direction)
    assert page.headings[0] == (1, found.area.name)
    rows = [row for series in found.figures.values() for row in series.observations]
    assert bool(page.dataset) == bool(rows), found.area.code
    if rows:
        years = [row.year for row in rows]
        assert page.dataset["temporalCoverage"] == f"{min(years)}/{max(years)}"
        assert page.dataset["spatialCoverage"][0]["identifier"] == found.area.code


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("part", range(CHUNKS))
def test_every_country_is_a_light_page(part: int) -> None:
    """The countries take turns at the languages: what makes a page long are its figures, which are
    the same in each. A heavy one is made in Arabic too, whose letters take the most bytes."""
    languages = list(LANGUAGES)
    for place, area in enumerate(store.reference("en").countries[part::CHUNKS]):
        language = languages[(place + part) % len(languages)]
        found, html = made(area.code, language)
        check_country(found, html, language)
        if language != "ar" and len(html.encode()) > HEAVY * MOST_BYTES:
            check_country(*made(area.code, "ar"), "ar")

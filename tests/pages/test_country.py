"""The country page on the real store, in every language, for rich, patchy and empty countries."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from sqlalchemy import Connection
from streamlit.testing.v1 import AppTest

from components.wording import LANGUAGES, wording
from data.example import CODE as EXAMPLE
from data.queries import areas
from tests.conftest import OpenPage
from tests.pages.test_pages import assert_stands, cards, markup
from tests.pages.test_weight import assert_weight
from tests.unpacking import unpacked

COUNTRIES = ("NPL", "MEX", "MDG", "FJI", "TUV", "XKX", "ABW", "BRA")
SECTIONS = (
    "child-labour",
    "forced-labour",
    "trafficking",
    "government",
    "roadmap",
    "context",
    "sources",
)
WITHOUT = {
    "TUV": {"forced-labour", "trafficking"},
    "XKX": {"trafficking"},
    "ABW": {"forced-labour", "trafficking"},
}
"""Sections that are left out because nothing is held: the card of gaps says so."""


def box_of(page: AppTest) -> dict[str, Any]:
    """What the box of country names was given."""
    given: dict[str, Any] = json.loads(page.get("bidi_component")[0].proto.json)
    return given


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_country_page(
    app: OpenPage, country: str, language: str, connection: Connection, sent: list[int]
) -> None:
    """All that is promised of a country's page, of one run."""
    page = app("country", iso3=country, lang=language)
    assert_stands(page, language)
    assert_weight(sent, "country", country)
    assert areas.areas(connection, language)[country].name in markup(page.main)
    assert len(re.findall(r'class="section-fold', markup(page.main))) >= 4
    assert len(cards(page)) >= 5
    html = "".join(unpacked(element.proto.body) for element in page.get("html"))
    shown = [section for section in SECTIONS if section not in WITHOUT.get(country, ())]
    places = [html.index(f'<h2 id="{section}"') for section in shown]
    assert places == sorted(places)
    assert not [s for s in WITHOUT.get(country, ()) if f'<h2 id="{s}"' in html]
    charts = page.get("plotly_chart")
    lines = html.count('<p class="sources">')
    assert lines >= len(charts)
    for chart in charts:
        assert json.loads(chart.proto.spec)["data"] is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_country_says_so_and_offers_all(app: OpenPage, language: str) -> None:
    page = app("country", iso3="XYZ", lang=language)
    assert not page.exception
    assert "XYZ" in page.info[0].value
    html = "".join(unpacked(element.proto.body) for element in page.get("html"))
    assert "iso3=NPL" in html and "iso3=TUV" in html
    assert box_of(page)["words"]["label"] == wording(language).t("country.search")


def test_regions_are_not_countries(app: OpenPage) -> None:
    page = app("country", iso3="WLD")
    assert "WLD" in page.info[0].value


def test_without_a_country_all_are_offered(app: OpenPage) -> None:
    page = app("country")
    assert not page.exception and not page.info
    assert 'class="chooser"' in "".join(
        unpacked(element.proto.body) for element in page.get("html")
    )


def test_small_letters_will_do(app: OpenPage) -> None:
    page = app("country", iso3="npl")
    assert not page.info
    html = "".join(unpacked(element.proto.body) for element in page.get("html"))
    assert wording("en").t("theme.child_labour") in html and "Nepal" in html


def test_links_keep_language_and_presentation(app: OpenPage) -> None:
    page = app("country", iso3="NPL", lang="ar", present="1")
    html = "".join(unpacked(element.proto.body) for element in page.get("html"))
    assert "lang=ar&amp;present=1&amp;iso3=IND" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_made_up_country_is_shown_by_its_code_and_offered_nowhere(
    app: OpenPage, language: str
) -> None:
    words = wording(language)
    page = app("country", iso3=EXAMPLE, lang=language)
    assert_stands(page, language)
    assert not page.info
    html = unescape("".join(unpacked(element.proto.body) for element in page.get("html")))
    assert f'<h1 id="content">{words.t("example.name")}</h1>' in html
    assert words.t("example.banner") in html
    assert "python -m loaders questionnaire example" in html
    assert f"actions.csv?area={EXAMPLE}" not in html
    assert f"observations.csv?area={EXAMPLE}" not in html
    without = app("country", lang=language)
    chooser = "".join(unpacked(element.proto.body) for element in without.get("html"))
    assert "iso3=NPL" in chooser and f"iso3={EXAMPLE}" not in chooser
    assert EXAMPLE not in without.get("bidi_component")[0].proto.json

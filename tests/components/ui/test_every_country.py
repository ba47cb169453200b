"""Every country's page is built in every language, through the builders, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import pytest

from components.country.header import header_html
from components.country.layout import ChartPiece, pieces
from components.country.page import country_sections
from components.theme import PALETTES
from components.ui import country, store
from components.wording import LANGUAGES, wording

CHUNKS: Final = 10
"""Each language's areas in so many parts, so that parallel workers share them."""

ISOLATES: Final = "\u2066\u2067\u2068"
POP: Final = "\u2069"


def _texts(value: object) -> Iterator[str]:
    """Every text in a chart."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def page_texts(code: str, language: str, *, charts: bool = True) -> Iterator[str]:
    """Everything that a country's page says: head, sections, and the texts of its charts."""
    words = wording(language)
    found = country.answers_now(code, language)
    yield header_html(
        found,
        words,
        country_link=lambda c: f"?iso3={c}",
        pathfinders_link="p",
        compare_link="c",
        today=date.today(),
    )
    sections = country_sections(found, words, PALETTES["light"], this_year=date.today().year)
    for piece in pieces(sections, words):
        if isinstance(piece, ChartPiece):
            yield piece.html
            yield from _texts(piece.card.chart) if charts else ()
        else:
            yield piece


def broken_isolates(text: str) -> list[str]:
    """Where a direction isolate is opened and not closed in its element, or the other way."""
    wrong = []
    for run in re.split(r"<[^>]*>|\n", text):
        depth = 0
        for character in run:
            depth += (character in ISOLATES) - (character == POP)
            if depth < 0:
                break
        if depth:
            wrong.append(run)
    return wrong


def test_a_broken_isolate_is_found() -> None:
    assert broken_isolates("\u20665\u2069 <p>\u2066\u20665\u2069\u2069") == []
    assert broken_isolates("<p>\u20665</p>\u2069") == ["\u20665", "\u2069"]
    assert broken_isolates("\u20695\u2066") == ["\u20695\u2066"]


@pytest.mark.usefixtures("store_url")
def test_there_are_250_areas() -> None:
    assert len(store.reference("en").countries) == 250


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("part", range(CHUNKS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_its_page(language: str, part: int) -> None:
    """A missing text raises here, since the wording is strict in tests."""
    assert wording(language).strict
    for area in store.reference(language).countries[part::CHUNKS]:
        texts = list(page_texts(area.code, language))
        assert area.name in texts[0].replace("&#39;", "'").replace("&amp;", "&")
        assert len(texts) > 3
        pictures = [picture for text in texts for picture in re.findall("<img[^>]*>", text)]
        assert [p for p in pictures if not re.search('alt="[^"]', p)] == [], area.code
        wrong = [broken for text in texts for broken in broken_isolates(text)]
        assert wrong == [], area.code

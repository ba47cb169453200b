"""Two countries' pages in rows: what both have stands level, what one lacks is said."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import pytest

from components.cards import Section
from components.compare.facing import SAME, apart, facing_html, merged
from components.country.page import country_sections
from components.theme import PALETTES
from components.ui.country import answers
from components.wording import LANGUAGES, wording
from data.records import Area

RICH, PATCHY, NONE = "NPL", "TUV", "ATA"
PAIRS: Final = (
    (RICH, "BRA"),
    (RICH, PATCHY),
    (PATCHY, RICH),
    (RICH, NONE),
    (NONE, PATCHY),
    (NONE, NONE),
)
ARTICLE: Final = re.compile(r"<article .*?</article>", re.DOTALL)


@cache
def page(code: str, language: str) -> tuple[Area, tuple[Section, ...]]:
    found = answers(None, code, language)
    made = country_sections(found, wording(language), PALETTES["light"], this_year=2026)
    return found.area, made


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_pages_of_a_pair_face_each_other(one: str, other: str, language: str) -> None:
    words = wording(language)
    pages = page(one, language), page(other, language)
    html = facing_html(*pages, words)
    identifiers = re.findall(r'\sid="([^"]+)"', html)
    articles = ARTICLE.findall(html)
    cards = [
        {SAME.get(card.key, card.key) for section in sections for card in section.cards}
        for _, sections in pages
    ]

    assert len(articles) == 2 * len(cards[0] | cards[1])
    for place, (area, _) in enumerate(pages):
        own = articles[place::2]
        assert all(f'aria-label="{area.name}"' in article for article in own)
        lacking = [article for article in own if "facing-lacks" in article]
        assert len(lacking) == len(cards[1 - place] - cards[place])
        said = [words.t(f"facing.{key}", country=area.name) for key in ("lacks", "complete")]
        complete = "country-missing" in cards[1 - place] - cards[place]
        assert sum(said[0] in article for article in lacking) == len(lacking) - complete
        assert sum(said[1] in article for article in lacking) == complete
    if one != other:
        assert len(identifiers) == len(set(identifiers))
        assert set(re.findall(r'\shref="#([^"]+)"', html)) <= set(identifiers)


def test_what_only_one_has_comes_after_its_forerunner() -> None:
    assert merged(["a", "c"], ["a", "b", "c", "d"]) == ["a", "b", "c", "d"]
    assert merged([], ["a", "b"]) == ["a", "b"]
    assert merged(["a", "b"], []) == ["a", "b"]
    assert merged(["b"], ["a", "b"]) == ["a", "b"]


def test_identifiers_bear_the_country() -> None:
    html = '<p id="x" aria-labelledby="x y"><a href="#x">1</a><a href="#law">2</a></p>'

    assert apart(html, "NPL", ["law"]) == (
        '<p id="NPL-x" aria-labelledby="NPL-x NPL-y"><a href="#NPL-x">1</a><a href="#law">2</a></p>'
    )

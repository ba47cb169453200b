"""The brief as a record: the figures and sentences of the country's page, in plain texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from html import unescape
from typing import Any

import pytest

from components.brief.content import brief_content, brief_tiles
from components.brief.records import BriefContent, Release
from components.cards import Section
from components.charts.plot import Plot
from components.country.answers import CountryAnswers
from components.wording import wording
from tests.components.brief.made import content_of

MARKUP = re.compile(r"<[a-z/!][^>]*>|&(?:[a-z]+|#\d+);", re.IGNORECASE)


def check_brief(
    found: CountryAnswers, head: str, sections: Mapping[str, Section], language: str, *, whole: bool
) -> None:
    """The brief's tiles say what the page's tiles say; with `whole`, its charts, its law and its
    roadmap have the titles and strengths of the page's cards."""
    words, today = wording(language), date.today()
    page = " ".join(unescape(re.sub(r"<[^>]*>", " ", head)).split())
    for tile in brief_tiles(found, words, today=today):
        for text in (tile.label, tile.number, tile.unit, tile.what, tile.verdict, tile.gap):
            assert " ".join(text.split()) in page, (found.area.code, tile.theme, text)
    if whole:
        release = Release(1, "2026-11-26T00:00:00Z")
        content = brief_content(found, words, today=today, release=release, permalink="https://x/")
        check_charts(content, sections)


def check_charts(content: BriefContent, sections: Mapping[str, Section]) -> None:
    """Titles, strengths and notes are those of the cards; what has no card has no chart."""
    cards = {card.key: card for section in sections.values() for card in section.cards}
    shown = {c.key: c for c in (*content.child_labour, *content.trafficking)}
    for key, chart in shown.items():
        assert (chart.title, chart.strength) == (cards[key].title, cards[key].strength)
        assert chart.note == cards[key].sentence
    held = {"country-child-labour", "country-national", "country-tip-victims", "country-tip-chain"}
    assert held & set(cards) == held & set(shown)
    assert content.calendar is not None
    assert content.calendar.title == cards["availability"].title
    if content.roadmap.steps:
        assert content.roadmap.title == cards["country-roadmap"].title
    if "country-ratifications" in cards:
        assert content.instruments.title == cards["country-ratifications"].title
    if "country-law" in cards:
        assert content.law.title == cards["country-law"].title


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a record, the plots' own hover texts left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Plot):
        yield from (label.text for label in value.labels)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))


@pytest.mark.usefixtures("store_url")
@pytest.mark.parametrize(("code", "language"), [("BRA", "en"), ("NPL", "fr"), ("TUV", "ar")])
def test_a_brief_holds_plain_texts(code: str, language: str) -> None:
    told = list(texts_of(content_of(code, language)))
    assert len(told) > 200
    assert [text for text in told if MARKUP.search(text)] == []


@pytest.mark.usefixtures("store_url")
def test_brazil_as_it_stands_on_its_page() -> None:
    content = content_of("BRA", "en")
    assert (content.tiles[0].number, content.tiles[2].number) == ("1.5", "371")
    first, *_ = content.child_labour
    assert first.rows[0] == ("Economic activity", "2015", "3.4\u202f%", "2.0\u202f%", "4.6\u202f%")
    assert first.strength is not None
    assert first.strength.glyph == "half"
    victims, stages = content.trafficking
    assert {row[0]: row[1] for row in victims.rows}["2023"] == "371"
    assert stages.columns[1:] == ("In formal contact", "Prosecuted", "Convicted")
    assert [row for row in stages.rows if row[0] == "2023"] == [("2023", "47", "–", "–")]
    assert len(content.instruments.lines) == 16
    assert sum(line.mark == "yes" for line in content.instruments.lines) == 14
    assert sum(line.mark == "yes" for line in content.law.lines) == 9
    assert {source.publisher for source in content.sources} >= {"UNICEF"}
    assert content.permalink.endswith(f"as_of={content.version.release}")


@pytest.mark.usefixtures("store_url")
def test_a_country_with_nothing_says_what_is_missing_and_who_could_provide_it() -> None:
    content = content_of("ATA", "en")
    assert content.child_labour == ()
    assert content.trafficking == ()
    assert {tile.number for tile in content.tiles} == {"–"}
    assert [gap.theme for gap in content.gaps] == ["child_labour", "forced_labour", "trafficking"]
    assert all(gap.by_whom for gap in content.gaps)

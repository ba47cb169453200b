"""A government's comment stands beside the figure it is on, verbatim, and in the list of all."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from components.cards import Card, Section
from components.country.answers import CountryAnswers
from components.country.layout import card_words
from components.country.page import country_sections
from components.country.parts.comments import comments_section, with_comments
from components.theme import PALETTES
from components.ui.country import answers as stored_answers
from components.wording import LANGUAGES, wording
from tests.components.country.ledger import ANSWERS, BARE
from tests.factories import INDICATOR, observation, series

EN = wording("en")


def beside(answers: CountryAnswers, *indicators: str, language: str = "en") -> str:
    """A card of these indicators as it is shown."""
    card = Card("k", "Title", "context", body="<p>figures</p>", indicators=indicators)
    (told,) = with_comments(
        Section("s", "S", "context", "", (card,)), answers, wording(language)
    ).cards
    return card_words(told, wording(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comment_stands_in_the_card_of_its_figure_verbatim(language: str) -> None:
    words = wording(language)
    html = beside(ANSWERS, INDICATOR.code, language=language)
    assert words.t("comment.heading") in unescape(html)
    assert '<blockquote lang="fr" dir="auto">Le chiffre &lt;i&gt;exclut' in html
    assert "The note says so now." in html and words.t("comment_state.answered") in unescape(html)
    assert words.t("comment.no_answer") not in html


def test_an_open_comment_says_that_it_is_not_answered() -> None:
    html = beside(ANSWERS, "OTHER")
    assert "Not answered yet." in html and '<blockquote lang="ar" dir="auto">تعليق' in html
    assert "On: OTHER, 2019" in html and "<bdi>Office</bdi>, 1 May 2026" in html


def test_a_card_of_other_figures_has_no_comment() -> None:
    assert "blockquote" not in beside(ANSWERS, "SOMETHING")
    assert "blockquote" not in beside(BARE, INDICATOR.code)


def test_the_list_holds_every_comment_and_is_left_out_without_any() -> None:
    (card,) = comments_section(ANSWERS, EN).cards
    assert card.title == "Comments: 2, of them not answered yet: 1"
    assert card.body.count("<blockquote") == 3
    assert comments_section(BARE, EN).cards == ()


def test_the_page_shows_a_comment_in_its_card_and_in_the_list() -> None:
    figures = {INDICATOR.code: series(observation(value=5.0), observation(year=2019, value=4.0))}
    found = replace(ANSWERS, figures=figures)
    sections = country_sections(found, EN, PALETTES["light"], this_year=2026)
    assert sections[-1].key == "comments"
    told = [card.key for section in sections for card in section.cards if card.comments]
    assert told and all("exclut" in c.comments for s in sections for c in s.cards if c.comments)


@pytest.mark.parametrize("country", ["MEX", "NPL", "TUV"])
def test_every_card_with_figures_can_carry_a_comment_on_each(store_url: str, country: str) -> None:
    assert store_url
    found = stored_answers(None, country, "en")
    sections = country_sections(found, EN, PALETTES["light"], this_year=2026)
    asked = {
        card.key: set(parse_qs(urlsplit(card.csv).query).get("indicator", [""])[0].split(","))
        for section in sections
        for card in section.cards
        # The calendar shows which years exist, no figure.
        if "indicator=" in card.csv and card.key != "availability"
    }
    carried = {card.key: set(card.indicators) for section in sections for card in section.cards}
    assert asked
    assert {key: codes - carried[key] for key, codes in asked.items() if codes - carried[key]} == {}

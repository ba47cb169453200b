"""Every country's page is built in every language, through the builders, without a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

import pytest

from components.cards import Section
from components.country.answers import CountryAnswers
from components.country.layout import sections_html
from components.country.page import country_sections
from components.country.sections.header import header_html
from components.country.sections.trafficking import victims_spoken
from components.theme import PALETTES
from components.ui import country
from components.wording import LANGUAGES, wording
from data import store
from tests.components.brief.test_brief_content import check_brief
from tests.components.country.test_forced_labour import check_official
from tests.components.country.test_trafficking import check_heading
from tests.components.meeting.test_country_screen import check_screen
from tests.components.ui.test_foreign_words import foreign_words, unmarked

CHUNKS: Final = 5
"""Each language's areas in so many parts, so that parallel workers share them."""

TOLD: Final = re.compile('alt="[^"]|alt="" width="(84|96)"')
"""A picture in words; small lines of history stand beside both figures that they show."""

ISOLATES: Final = "\u2066\u2067\u2068"
POP: Final = "\u2069"
MARKS: Final = re.compile(f"[{ISOLATES}{POP}]")

IDENTIFIER: Final = re.compile(r'\bid="([^"]+)"')
PLACES: Final = {"roadmap", "context", "sources", "availability"}


@dataclass(frozen=True)
class Built:
    """A country's page: what the store answered, its sections, its head and sections as HTML."""

    found: CountryAnswers
    sections: dict[str, Section]
    html: tuple[str, str]


def built(code: str, language: str) -> Built:
    """A country's page, by the builders."""
    words = wording(language)
    found = country.answers(None, code, language)
    head = header_html(
        found,
        words,
        country_link=lambda c: f"?iso3={c}",
        pathfinders_link="p",
        compare_link="c",
        today=date.today(),
    )
    sections = country_sections(found, words, PALETTES["light"], this_year=date.today().year)
    by_key = {section.key: section for section in sections}
    return Built(found, by_key, (head, sections_html(sections, words)))


def broken_isolates(text: str) -> list[str]:
    """Where a direction isolate is opened and not closed in its element, or the other way."""
    wrong = []
    for run in re.split(r"<[^>]*>|\n", text):
        depth = 0
        for character in MARKS.findall(run):
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
    """Nothing fails (a missing text would: the wording is strict), its screen in a meeting says the
    figures of the page, every picture is told in words,
    no direction is left open, and nothing but marked English stands on French and Arabic pages."""
    assert wording(language).strict
    for place, area in enumerate(store.reference(language).countries[part::CHUNKS]):
        page = built(area.code, language)
        html = (*page.html, check_screen(page.found, language))
        assert area.name in html[0].replace("&#39;", "'").replace("&amp;", "&")
        check_sections(page, language)
        # Words of the brief in the other languages are those of the page by construction.
        if language == "en":
            whole = place % CHUNKS == 0
            check_brief(page.found, page.html[0], page.sections, language, whole=whole)
        pictures = [picture for text in html for picture in re.findall("<img[^>]*>", text)]
        assert [p for p in pictures if not TOLD.search(p)] == [], area.code
        wrong = [broken for text in html for broken in broken_isolates(text)]
        assert wrong == [], area.code
        if language != "en":
            assert english_in(html, language) == {}, area.code


def check_sections(page: Built, language: str) -> None:
    """Each place stands once on the page, each section says something, and what it says holds."""
    code, ids = page.found.area.code, IDENTIFIER.findall(page.html[1])
    assert len(ids) == len(set(ids)), code
    assert set(ids) >= PLACES, code
    for key in ("roadmap", "context", "sources"):
        assert page.sections[key].summary, (code, key)
    forced = page.sections["forced-labour"].cards if "forced-labour" in page.sections else ()
    assert len(forced) <= 2, code
    if language == "en":
        check_official(page.found, forced)
    if "trafficking" in page.sections:
        check_heading(page.found, page.sections["trafficking"], language)
    else:
        assert victims_spoken(page.found) is None, code


def english_in(html: tuple[str, ...], language: str) -> dict[str, tuple[str, ...]]:
    """English that is not marked as such, by the text in which it stands."""
    # Most texts of a page are cells that say the same.
    texts = dict.fromkeys(text for fragment in html for text in unmarked(fragment, language))
    return {text.strip()[:120]: found for text in texts if (found := foreign_words(text, language))}

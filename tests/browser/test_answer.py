"""The answer on the first screen: heights, what is seen without a click, tasks with clicks counted.

A click is counted each time a reader presses the mouse or opens something.
"""

from __future__ import annotations

import io
import re

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NewVisitor

pytestmark = pytest.mark.browser

TALL = """() => {
  const foot = document.querySelector('.page-foot');
  const own = foot ? foot.closest('.stElementContainer').getBoundingClientRect().height + 8 : 0;
  return document.querySelector('[data-testid=stMain]').scrollHeight - Math.ceil(own);
}"""
"""The height of a page without its foot, which is the same on every page."""
FOOT = "e => e.getBoundingClientRect().bottom"


def in_sight(page: Page, selector: str) -> bool:
    """Whether the whole of the first match stands in the window."""
    bottom = page.locator(selector).first.evaluate(FOOT)
    viewport = page.viewport_size
    assert viewport is not None
    return 0 < float(bottom) <= viewport["height"]


@pytest.mark.parametrize(
    ("country", "width", "most"),
    [
        ("NPL", 1440, 7_500),
        ("BRA", 1440, 7_500),
        ("TUV", 1440, 3_750),
        ("NPL", 390, 14_000),
        ("BRA", 390, 14_000),
    ],
)
def test_a_country_page_is_not_taller_than_promised(
    visitor: NewVisitor, country: str, width: int, most: int
) -> None:
    window = visitor(width=width, height=900 if width > 600 else 844)
    page = window.open("country", iso3=country)
    page.wait_for_selector(".tiles")
    assert 1_500 < page.evaluate(TALL) <= most
    assert window.outside == []


@pytest.mark.parametrize("country", ["NPL", "BRA", "GHA", "TUV", "XKX", "DEU"])
def test_the_first_screen_of_a_desk_holds_the_five_tiles(visitor: NewVisitor, country: str) -> None:
    page = visitor(width=1440, height=900).open("country", iso3=country)
    assert page.locator(".tile").count() == 5
    assert in_sight(page, ".tiles")
    assert in_sight(page, ".brief")


def test_the_first_screen_of_a_telephone_holds_the_rate(visitor: NewVisitor) -> None:
    page = visitor(width=390, height=844).open("country", iso3="BRA")
    first = page.locator(".brief p").first
    expect(first).to_contain_text("1.5\u202f%")
    assert in_sight(page, ".brief p")


def test_ghanas_rate_and_change_need_no_click(visitor: NewVisitor) -> None:
    page = visitor(width=1440, height=900).open("country", iso3="GHA")
    tile = page.locator(".tile.theme-child_labour")
    expect(tile.locator(".tile-number")).to_contain_text("5.5")
    expect(tile).to_contain_text("2022")
    expect(tile.locator(".tile-verdict")).to_have_text("Down from 14.8\u202f% in 2018")
    expect(tile.locator(".strength")).to_contain_text("Indicative")


def test_mexico_and_the_forced_labour_protocol_need_no_click(visitor: NewVisitor) -> None:
    page = visitor(width=1440, height=900).open("country", iso3="MEX")
    row = page.locator(".law-checks li", has_text="P029")
    expect(row).to_contain_text("2023")
    expect(row).to_be_visible()


def test_which_neighbours_do_better_needs_no_click(visitor: NewVisitor) -> None:
    page = visitor(width=1440, height=900).open("country", iso3="NPL")
    lower = page.locator(".peers .peer:has(.peer-lower)")
    texts = lower.all_inner_texts()
    assert any(text.startswith("India") and "0.9\u202f%" in text for text in texts)
    assert any(text.startswith("Bangladesh") for text in texts)
    expect(page.locator(".peers")).not_to_contain_text("Bouvet")


def test_nepal_against_bangladesh_and_india_takes_one_click(visitor: NewVisitor) -> None:
    page = visitor(width=1440, height=900).open("country", iso3="NPL")
    page.locator(".compare-link").click()
    page.wait_for_url(re.compile(r"/compare\?.*iso3=NPL"))
    page.wait_for_selector(".compare-tiles")
    names = page.locator(".compare-heads h2").all_inner_texts()
    assert names[0] == "Nepal" and len(names) == 4
    page = visitor(width=1440, height=900).open("compare", iso3="NPL,BGD,IND")
    assert page.locator(".compare-heads h2").all_inner_texts() == ["Nepal", "Bangladesh", "India"]
    assert page.locator(".compare-row").count() == 5


def test_the_ministers_next_steps_take_at_most_one_click(visitor: NewVisitor) -> None:
    page = visitor(width=1440, height=900).open("country", iso3="NPL")
    page.locator(".contents a[href='#government']").click()
    suggested = page.locator(".card", has_text="topics named in 2022").first
    expect(suggested).to_be_visible()
    assert suggested.locator("li, tr").count() >= 5


@pytest.mark.parametrize(
    "query", ["NPL,NOPE", "npl,bgd", "NPL,BGD,IND,PAK,LKA,BTN,MDV,AFG,IRN", ""]
)
def test_a_comparison_of_any_address_stands(visitor: NewVisitor, query: str) -> None:
    window = visitor(width=1440, height=900)
    page = window.open("compare", iso3=query)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator(".compare-heads h2").count() <= 4
    assert page.locator(".compare-table tbody tr").count() <= 8
    assert window.errors == []


@pytest.mark.parametrize("country", ["NPL", "BRA", "TUV"])
def test_a_country_is_printed_on_six_pages_of_a4(visitor: NewVisitor, country: str) -> None:
    page = visitor(width=1440, height=900).open("country", iso3=country)
    page.wait_for_selector(".tiles")
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [sheet.extract_text() for sheet in printed.pages]
    assert 1 <= len(texts) <= 6
    assert all(len(text) > 200 for text in texts[:-1]), "an empty sheet"
    assert any("2014" in text or "2022" in text for text in texts)

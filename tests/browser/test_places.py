"""Where a reader stands: anchors on a cold load, Back to the old place, sections on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewVisitor

pytestmark = pytest.mark.browser

BELOW_THE_BAR = 64
"""Pixels that anchors keep from the top for the list of sections, `scroll-margin-top`."""

TOP = "id => Math.round(document.getElementById(id).getBoundingClientRect().top)"
SCROLLED = "() => Math.round(document.querySelector('[data-testid=stMain]').scrollTop)"
AT_PLACE = f"""id => {{
  const box = document.querySelector('[data-testid=stMain]'), top = ({TOP})(id);
  const atTheEnd = box.scrollTop > 0
    && box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
  return Math.abs(top - {BELOW_THE_BAR}) <= 2
    || (atTheEnd && top > {BELOW_THE_BAR} && top + 200 < innerHeight);
}}"""
"""At its place below the bar; what stands near the end of a page as high as the end lets it."""
AT = f"place => Math.abs(({SCROLLED})() - place) <= 2"


def opened(page: Page, address: str, anchor: str) -> None:
    """Open an address cold and wait until its anchor stands in its place, for good."""
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_selector(f"[id='{anchor}']", state="attached")
    page.wait_for_function(AT_PLACE, arg=anchor)
    page.wait_for_selector(".stApp[data-test-script-state='notRunning']", state="attached")
    page.wait_for_function(AT_PLACE, arg=anchor)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("address", "anchor"),
    [
        ("country?iso3=NPL#roadmap", "roadmap"),
        ("country?iso3=NPL#availability", "availability"),
        ("country?iso3=BRA&lang=ar#context", "context"),
        ("pathfinders#pf-MWI", "pf-MWI"),
        ("sources#HDI", "HDI"),
    ],
)
def test_a_cold_load_opens_at_its_place(
    visitor: NewVisitor, width: int, address: str, anchor: str
) -> None:
    window = visitor(width=width, height=844)
    opened(window.page, f"{window.server}/{address}", anchor)
    assert window.page.url.endswith(f"#{anchor}")
    assert window.errors == []


@pytest.mark.parametrize("width", [1280, 390])
def test_back_returns_to_where_the_reader_was(visitor: NewVisitor, width: int) -> None:
    window = visitor(width=width, height=844)
    page = window.open("country", iso3="NPL")
    page.mouse.move(width / 2, 500)
    page.mouse.wheel(0, 500)
    page.wait_for_function(AT, arg=500)
    expect(page.locator(".peers a").first).to_be_attached()

    for link in (".peers a", ".st-key-bar-pages a[href*='timeline']"):
        page.locator(link).first.dispatch_event("click")
        page.wait_for_url(lambda address: "iso3=NPL" not in address)
        window.settle()
        page.go_back()
        page.wait_for_url(lambda address: "iso3=NPL" in address)
        window.settle()
        page.wait_for_function(AT, arg=500)


def test_back_from_a_section_returns_to_the_place_above_it(visitor: NewVisitor) -> None:
    window = visitor()
    page = window.open("country", iso3="NPL")
    page.mouse.move(600, 500)
    page.mouse.wheel(0, 300)
    page.wait_for_function(AT, arg=300)
    page.locator(".contents a[href='#context']").click()
    page.wait_for_function(AT_PLACE, arg="context")
    page.go_back()
    page.wait_for_function(AT, arg=300)


def test_sections_fold_on_a_phone_with_what_they_say_in_the_fold(visitor: NewVisitor) -> None:
    page = visitor(width=390, height=844).open("country", iso3="BRA")
    line = page.locator(".section-fold:has(#sources) > summary")
    expect(line).to_contain_text(re.compile(r"^.*\d+ sources"))
    expect(page.locator("#availability")).to_be_hidden()
    line.click()
    expect(page.locator("#availability")).to_be_visible()
    page.locator(".contents a[href='#roadmap']").click()
    expect(page.locator(".road")).to_be_visible()


def test_sections_stay_open_on_a_desk(visitor: NewVisitor) -> None:
    page = visitor(width=1440).open("country", iso3="BRA")
    for section in ("roadmap", "context", "sources"):
        assert page.locator(f".section-fold:has(#{section})").get_attribute("open") is not None


@pytest.mark.parametrize(
    ("section", "most"), [("roadmap", 880), ("context", 520), ("sources", 560)]
)
def test_heights_of_brazil(visitor: NewVisitor, section: str, most: int) -> None:
    page = visitor(width=1440).open("country", iso3="BRA")
    box = page.locator(f".section-fold:has(#{section})").bounding_box()
    assert box is not None
    assert 100 < box["height"] <= most

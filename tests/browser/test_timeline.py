"""The timeline in a browser: the keyboard, the one click, its height, and that no text overlaps."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from components.wording import LANGUAGES
from tests.browser.conftest import NewVisitor

pytestmark = pytest.mark.browser

TWO_SCREENS = {"en": 1800, "fr": 1900, "ar": 1850}
"""Of 900 pixels; other languages have longer words."""
HEIGHT = """() => {
  const foot = document.querySelector('.page-foot');
  const own = foot ? foot.closest('.stElementContainer').getBoundingClientRect().height + 8 : 0;
  return document.querySelector('[data-testid=stMain]').scrollHeight - Math.ceil(own);
}"""
"""Of the page without its foot, which is the same on every page."""
OVERLAPS = """() => [...document.querySelectorAll('.tl-plot')].flatMap(plot => {
  const frame = plot.getBoundingClientRect();
  const boxes = [...plot.querySelectorAll('.tl-m > span')].map(
    span => [span.textContent, span.getBoundingClientRect()]);
  const out = boxes.filter(([, box]) => box.left < frame.left - 8 || box.right > frame.right + 8);
  const over = boxes.flatMap(([text, a], n) => boxes.slice(n + 1).filter(([, b]) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom - 4 && b.top < a.bottom - 4
  ).map(([other]) => `${text} / ${other}`));
  return [...out.map(([text]) => text), ...over];
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_two_screens_tall_and_no_text_overlaps(visitor: NewVisitor, language: str) -> None:
    window = visitor(width=1440, height=900)
    page = window.open("timeline", lang=language)
    expect(page.locator(".tl-m").nth(100)).to_be_attached()
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(HEIGHT) <= TWO_SCREENS.get(language, 1900)
    assert window.errors == []


def test_the_keyboard_reaches_a_mark_reads_it_and_opens_its_row(visitor: NewVisitor) -> None:
    page = visitor(width=1440, height=900).open("timeline", area="NPL")
    mark = page.locator(".tl-m.tl-strategic-workshop").first
    page.locator(".tl-name a").first.focus()
    page.keyboard.press("Tab")
    for _ in range(10):
        if page.evaluate("document.activeElement.matches('.tl-strategic-workshop')"):
            break
        page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    shown = "e => [getComputedStyle(e, '::after').content, getComputedStyle(e, '::after').display]"
    content, display = mark.evaluate(shown)
    assert "7 February 2019" in content and display == "block"
    page.keyboard.press("Enter")
    row = page.locator("[id='event-NPL-workshop-2019-02-07']")
    expect(row).to_be_in_viewport()
    expect(row.locator("a").last).to_have_attribute("href", re.compile("^https?://"))


def test_the_fourteen_are_one_click_and_stand_in_the_address(visitor: NewVisitor) -> None:
    window = visitor(width=390, height=844)
    page = window.open("timeline")
    page.locator(".st-key-only-strategic button").click()
    page.wait_for_url(re.compile("kind=strategic_workshop"))
    expect(page.locator(".tl-m")).to_have_count(14)
    frame = page.locator(".tl-frame").last
    name = frame.locator(".tl-name a").first
    at = "e => Math.round(e.getBoundingClientRect().left)"
    before = name.evaluate(at)
    frame.evaluate("e => { e.scrollLeft = 300; }")
    assert frame.evaluate("e => e.scrollLeft") == 300
    assert name.evaluate(at) == before
    assert window.errors == []

"""Screens of a meeting need no scrolling: the longest of them, as its page draws them."""

from __future__ import annotations

import pytest

from components.wording import LANGUAGES
from tests.browser.conftest import NewVisitor

pytestmark = pytest.mark.browser

VIEWS = [
    # Many dates, long names, three questions, six statuses, nothing at all; then the other pages.
    *(f"country?iso3={code}" for code in ("COD", "CIV", "NLD", "DEU", "CPV", "GBR", "ATA", "XEX")),
    "compare?iso3=COD,GBR,PRK,CAF",
    "compare?iso3=COD,GBR,PRK,CAF,BOL,NPL,VCT,ATA",
    "pathfinders",
    "pathfinders?region=M49_002",
    "timeline",
    "since?from=2015-01-01",
    "alliance",
    "world",
]
WRONG = """async ({views, language}) => {
  const wrong = [];
  document.querySelector('#view').innerHTML = '<div class="stage"></div>';
  const stage = document.querySelector('#view .stage');
  stage.style.blockSize = '560px';
  await document.fonts.ready;
  for (const view of views) {
    const asked = new URLSearchParams({view, lang: language});
    const told = await (await fetch(`api/v1/meeting/screen.json?${asked}`)).json();
    stage.innerHTML = told.html;
    const screen = stage.querySelector('.screen');
    const room = document.querySelector('#main').getBoundingClientRect();
    const say = (each, what) => wrong.push(`${view}: ${each.className || each.tagName} ${what}`);
    for (const each of [screen, ...screen.querySelectorAll('.screen-card, td')]) {
      if (each.scrollHeight > each.clientHeight + 1) say(each, 'is cut at its foot');
      if (each.scrollWidth > each.clientWidth + 1) say(each, 'is cut at its side');
      const box = each.getBoundingClientRect();
      if (box.bottom > room.bottom + 1) say(each, 'ends below the room');
      if (box.left < room.left - 1 || box.right > room.right + 1) say(each, 'stands outside');
    }
    const head = screen.querySelector('.screen-head');
    if (head.scrollWidth > head.clientWidth + 1) say(head, 'is cut at its side');
    for (const each of screen.querySelectorAll('*')) {
      const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const size = parseFloat(getComputedStyle(each).fontSize);
      if (own && size < 18 && !each.closest('svg, caption')) say(each, `has text of ${size}`);
    }
  }
  return wrong;
}"""
"""What is cut, outside or small, on each of some screens put into the room of the page."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_screens_fit_into_1280_by_720(language: str, visitor: NewVisitor) -> None:
    window = visitor(width=1280, height=720)
    window.page.goto(f"{window.server}/meeting?lang={language}")
    window.page.wait_for_function("() => document.documentElement.style.getPropertyValue('--u')")
    asked = {"views": VIEWS, "language": language}
    assert window.page.evaluate(WRONG, asked) == []
    assert window.outside == []

"""What a reader does in a real browser: links, map, languages, downloads, keys, small screens."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Connection, select

from components.ui.frame import NOT_IN_THE_BAR, PAGES
from components.wording import LANGUAGES, wording
from data.schema import observation
from tests.browser.conftest import NewVisitor

pytestmark = pytest.mark.browser

VIEWS: dict[str, tuple[str, dict[str, str]]] = {
    "world": ("", {}),
    "rich": ("country", {"iso3": "NPL"}),
    "patchy": ("country", {"iso3": "FJI"}),
    "empty": ("country", {"iso3": "TUV"}),
    "chooser": ("country", {}),
    "pathfinders": ("pathfinders", {}),
    "monitoring": ("monitoring", {"iso3": "MEX"}),
    "timeline": ("timeline", {}),
    "alliance": ("alliance", {}),
    "gaps": ("gaps", {"iso3": "NPL"}),
    "progress": ("progress", {"iso3": "MEX"}),
    "explore": ("explore", {}),
    "changed": ("changed", {}),
    "sources": ("sources", {}),
}
"""Every page, the country page for a rich, a patchy and an almost empty country, and for none."""


def asked_of(page: Page) -> dict[str, list[str]]:
    """The parameters in the address bar."""
    return parse_qs(urlsplit(page.url).query)


def test_a_cold_deep_link_shows_the_frame_and_the_country(visitor: NewVisitor) -> None:
    page = visitor().open("country", iso3="NPL")

    expect(page.locator("a.brand")).to_contain_text(wording("en").t("frame.product"))
    expect(page.locator(".st-key-bar-pages a")).to_have_count(len(set(PAGES) - NOT_IN_THE_BAR))
    expect(page.locator("h1")).to_contain_text("Nepal")
    assert asked_of(page)["iso3"] == ["NPL"]


def test_a_click_on_the_map_opens_the_country(visitor: NewVisitor) -> None:
    window = visitor()
    page = window.open("", indicator="SL_TLF_CHLDEA")
    page.wait_for_selector(".choroplethlayer path.choroplethlocation", state="attached")
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    # A country that is wide enough to be hit: the middle of Brazil's outline lies inside it.
    place = page.evaluate(
        """() => {
          const drawn = [...document.querySelectorAll('path.choroplethlocation')];
          const path = drawn.find(p => p.__data__ && p.__data__.loc === 'BRA');
          if (!path) return null;
          const box = path.getBoundingClientRect();
          return [box.x + box.width * 0.5, box.y + box.height * 0.4];
        }"""
    )
    assert place, "Brazil is not drawn on the map"
    page.mouse.move(*place)
    page.wait_for_timeout(300)
    page.mouse.click(*place)

    page.wait_for_url(re.compile(r"/country\?"))
    window.settle()
    assert asked_of(page)["iso3"] == ["BRA"]
    expect(page.locator("h1")).to_contain_text("Brazil")


def test_arabic_runs_from_right_to_left_and_is_kept_on_the_way(visitor: NewVisitor) -> None:
    window = visitor()
    page = window.open("country", iso3="NPL")
    page.locator(".st-key-bar-choices").get_by_text("العربية").click()
    page.wait_for_url(re.compile("lang=ar"))
    page.wait_for_function("() => document.documentElement.dir === 'rtl'")
    assert page.evaluate("document.documentElement.lang") == "ar"
    assert asked_of(page)["iso3"] == ["NPL"]
    expect(page.locator("h1")).to_contain_text("نيبال")
    brand, choices = (
        page.locator(where).bounding_box() for where in ("a.brand", ".st-key-bar-choices")
    )
    assert brand and choices
    assert brand["x"] > choices["x"], "the bar is not mirrored"

    window.settle()
    page.locator(".st-key-bar-pages").get_by_text(wording("ar").t("frame.page.timeline")).click()
    page.wait_for_url(re.compile(r"/timeline\?"))
    window.settle()
    assert asked_of(page)["lang"] == ["ar"]
    assert page.evaluate("document.documentElement.dir") == "rtl"


def _rows(connection: Connection, **wanted: Any) -> list[tuple[str, ...]]:
    """A direct query: the rows a download should hold, as texts."""
    columns = [c for c in observation.columns if c.name != "area_name"]
    question = select(*columns).where(*(observation.c[k] == v for k, v in wanted.items()))
    return [
        tuple("" if cell is None else str(cell) for cell in row)
        for row in connection.execute(question)
    ]


def _same_cell(name: str, written: str, stored: str) -> bool:
    if name in {"value", "lower", "upper"} and written and stored:
        return float(written) == float(stored)
    return written == stored


def test_filter_then_download_gives_exactly_the_rows_of_a_direct_query(
    visitor: NewVisitor, connection: Connection, tmp_path: Path
) -> None:
    page = visitor().open("explore", indicator="SL_TLF_CHLDEA", area="NPL", sex="F")
    with page.expect_download() as waiting:
        page.locator("a[href*='observations.csv']").first.click()
    target = tmp_path / "download.csv"
    waiting.value.save_as(target)

    with target.open(encoding="utf-8-sig", newline="") as lines:
        downloaded = list(csv.DictReader(lines))
    stored = [
        dict(zip(observation.columns.keys(), row, strict=True))
        for row in _rows(connection, indicator="SL_TLF_CHLDEA", area="NPL", sex="F")
    ]
    # The release is the store's own affair: the file names it, its rows do not.
    columns = [c.name for c in observation.columns if c.name != "release"]
    assert stored, "the direct query finds nothing"
    assert len(downloaded) == len(stored)
    key = [c.name for c in observation.primary_key]

    def in_order(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        return sorted(rows, key=lambda row: [row[name] for name in key])

    for got, want in zip(in_order(downloaded), in_order(stored), strict=True):
        different = {
            name: (got[name], want[name])
            for name in columns
            if not _same_cell(name, got[name], want[name])
        }
        assert different == {}


def test_words_from_the_address_stay_words(visitor: NewVisitor) -> None:
    window = visitor()
    dialogs: list[str] = []
    window.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for attempt in (
        "<img src=https://outside.invalid/x.png onerror=alert(1)>",
        "![picture](https://outside.invalid/x.png)",
        "<script>alert(1)</script>",
    ):
        window.open("country", iso3=attempt)
        window.open("", indicator=attempt, lang=attempt)
    assert dialogs == []
    assert window.outside == []


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_scrolls_sideways_on_a_telephone_nor_asks_outside(
    visitor: NewVisitor, view: str
) -> None:
    window = visitor(width=390, height=844, is_mobile=True, has_touch=True)
    page, params = VIEWS[view]
    for language in LANGUAGES:
        window.open(page, lang=language, **params)
        too_wide = window.page.evaluate(
            """() => {
              const scroller = document.querySelector('[data-testid=stMain]')
                || document.scrollingElement;
              const wide = [document.scrollingElement, scroller]
                .some(e => e.scrollWidth > e.clientWidth + 1);
              if (!wide && innerWidth <= 391) return [];
              return [`window ${innerWidth}, content ${scroller.scrollWidth}`].concat(
                [...document.querySelectorAll('[data-testid=stMain] *')]
                  .filter(e => e.getBoundingClientRect().right > 392
                            || e.getBoundingClientRect().left < -2)
                  .slice(0, 8)
                  .map(e => `${e.tagName}.${e.className}`.slice(0, 120)));
            }"""
        )
        assert too_wide == [], f"{view} in {language}"
        # What loads late comes when it is scrolled to.
        window.page.mouse.wheel(0, 20_000)
        window.page.wait_for_timeout(300)
    assert window.outside == []
    assert window.errors == []


WIDEST = {"facing": ("compare", {"iso3": "NPL,BRA", "facing": "1"}), "sources": VIEWS["sources"]}
"""What is most easily too wide: two pages side by side, and codes that are one long word."""


@pytest.mark.parametrize("view", WIDEST)
def test_nothing_scrolls_sideways_at_any_width(visitor: NewVisitor, view: str) -> None:
    """From a desk to 320 pixels, which is a page at 400 % (WCAG 1.4.10), with all folds open."""
    page, params = WIDEST[view]
    window = visitor(width=1440, height=900)
    window.open(page, **params)
    opened = "[data-testid=stMain] details"
    window.page.evaluate(f"document.querySelectorAll('{opened}').forEach(d => d.open = true)")
    for width in (1280, 1024, 768, 320):
        window.page.set_viewport_size({"width": width, "height": 900})
        window.page.wait_for_timeout(100)
        inside, room = window.page.evaluate(
            "(e => [e.scrollWidth, e.clientWidth])(document.querySelector('[data-testid=stMain]'))"
        )
        assert inside <= room + 1, f"{view} at {width}"


@pytest.mark.parametrize("view", ["world", "rich", "timeline"])
def test_presentation_hides_the_bar_and_can_be_left(visitor: NewVisitor, view: str) -> None:
    page, params = VIEWS[view]
    window = visitor(width=1280, height=720)
    window.open(page, present="1", **params)
    expect(window.page.locator(".st-key-bar-pages")).to_have_count(0)
    expect(window.page.locator("a.brand")).to_have_count(0)

    window.page.get_by_text(wording("en").t("frame.leave_present")).click()
    expect(window.page.locator(".st-key-bar-pages")).to_have_count(1)
    assert "present" not in asked_of(window.page)
    assert {k: v[0] for k, v in asked_of(window.page).items()} == params


def _tab_until(page: Page, wanted: str, most: int = 80) -> list[str]:
    """Press Tab until the focus is on something that matches; what was passed on the way."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.outerHTML.slice(0, 90)"))
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return passed
    raise AssertionError(f"Tab never reached {wanted}; it passed {passed}")


def test_the_keyboard_reaches_the_skip_link_first_and_then_a_table(visitor: NewVisitor) -> None:
    page = visitor().open("country", iso3="NPL")
    passed = _tab_until(page, "a.skip", most=3)
    assert len(passed) <= 3
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    _tab_until(page, ".card-actions summary")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    opened = page.locator(".card-actions details[open] table").first
    expect(opened).to_be_visible()
    assert opened.locator("tbody tr").count() >= 1


@pytest.mark.parametrize(
    ("page", "params", "said"),
    [
        ("country", {"iso3": "ZZZ"}, "ZZZ"),
        ("", {"indicator": "NO_SUCH"}, "NO_SUCH"),
        ("", {"lang": "xx"}, "xx"),
        ("explore", {"indicator": "NO_SUCH"}, "NO_SUCH"),
    ],
)
def test_a_wrong_address_gets_a_sentence(
    visitor: NewVisitor, page: str, params: dict[str, str], said: str
) -> None:
    window = visitor()
    window.open(page, **params)
    expect(window.page.get_by_test_id("stMain")).to_contain_text(said)
    expect(window.page.locator("a.brand")).to_be_visible()
    expect(window.page.get_by_test_id("stException")).to_have_count(0)


def test_back_and_forward_keep_the_country(visitor: NewVisitor) -> None:
    window = visitor()
    page = window.open("country", iso3="NPL")
    page.locator(".st-key-bar-pages a").nth(3).click()
    page.wait_for_url(re.compile("/timeline"))
    window.settle()
    page.go_back()
    page.wait_for_url(re.compile("iso3=NPL"))
    expect(page.locator("h1")).to_contain_text("Nepal")

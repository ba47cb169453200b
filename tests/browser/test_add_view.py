"""The meeting in the bar: the button that adds a view, what it says, and the room that it takes."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from components.meeting.agenda import MOST_ITEMS
from components.wording import LANGUAGES, wording
from tests.browser.conftest import NewVisitor

pytestmark = pytest.mark.browser

KEPT: Final = "target87.meeting"
FORBIDDEN: Final = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('forbidden', 'SecurityError'); }, configurable: true });"""
FULL: Final = """Storage.prototype.setItem = () => {
  throw new DOMException('no room', 'QuotaExceededError'); };"""


def kept(page: Page) -> Any:
    """What the browser keeps of the meeting."""
    return json.loads(page.evaluate(f"localStorage.getItem('{KEPT}')"))


def said(page: Page) -> str:
    """What is said about what was added, without the signs that isolate its title."""
    status = page.locator(".added [role=status]")
    expect(status).to_be_visible()
    expect(status).not_to_be_empty()
    return status.inner_text().replace("\u2068", "").replace("\u2069", "")


def test_a_view_is_added_by_keyboard_and_said(visitor: NewVisitor) -> None:
    window = visitor()
    page = window.open("country", iso3="NPL", lang="fr", as_of="1")
    words = wording("fr")
    button = page.locator("button.add-view")
    assert page.get_by_role("button", name=words.t("meeting_add.button")).count() == 1
    button.focus()
    expect(button.locator("span")).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    first = words.t("meeting_add.added.one", title="Népal", count=1)
    assert said(page) == f"{first} {words.t('meeting_add.open')}"
    view = {"t": "Népal", "v": "country?iso3=NPL&as_of=1"}
    assert kept(page)["agenda"]["i"] == [view]
    page.keyboard.press("Space")
    second = words.t("meeting_add.added.other", title="Népal", count=2)
    expect(page.locator(".added")).to_contain_text(words.t("meeting_add.twice"))
    assert said(page).startswith(second)
    page.keyboard.press("Escape")
    expect(page.locator(".added")).to_be_hidden()
    expect(button.locator("span")).to_have_css("opacity", "0")
    # Another page, its filters as they stand in the address: nothing of what was there is lost.
    page = window.open("", view="chart", lang="fr", present="0")
    page.locator("button.add-view").click()
    items = kept(page)["agenda"]["i"]
    assert items[:2] == [view, view]
    assert items[2]["v"] == "world?view=chart"
    assert items[2]["t"] == page.locator("h1").inner_text().replace("\n", " ")
    page.locator(".added a").click()
    page.wait_for_url("**/meeting?lang=fr")
    expect(page.locator("body")).to_contain_text("Népal")
    assert kept(page)["v"] == 1


def test_views_of_the_data_page_are_named_by_what_they_show(visitor: NewVisitor) -> None:
    window = visitor()
    # A browser of these tests keeps what an earlier one put there.
    window.open("explore").evaluate("localStorage.clear()")
    views = (
        {"indicator": "SL_TLF_CHLDEC", "area": "NPL"},
        {"indicator": "SL_TLF_CHLDEC", "area": "BRA", "tab": "table"},
        {"records": "ratifications", "area": "NPL"},
        {},
    )
    for view in views:
        page = window.open("explore", **view)
        page.locator("button.add-view").click()
        expect(page.locator(".added")).to_be_visible()
    first, second, third, whole = (item["t"] for item in kept(page)["agenda"]["i"])
    assert "Nepal" in first and "Brazil" in second and first.split("·")[0] == second.split("·")[0]
    assert third == wording("en").t("explore_records.kind.ratifications")
    assert whole == wording("en").t("explore.title")


def test_what_cannot_be_added_is_said_and_nothing_is_lost(visitor: NewVisitor) -> None:
    page = visitor().open("changed")
    words = wording("en")
    button = page.locator("button.add-view")
    whole = {"v": 1, "agenda": {"t": "x", "d": "", "r": 0, "i": [{"t": "y"}] * MOST_ITEMS}}
    for there, why in (
        ("{broken", "damaged"), (json.dumps({"v": 2}), "damaged"), (json.dumps(whole), "full"),
    ):  # fmt: skip
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, there])
        button.click()
        expect(page.locator(".added")).to_contain_text(words.t(f"meeting_add.{why}"))
        assert page.evaluate(f"localStorage.getItem('{KEPT}')") == there
    page.evaluate("localStorage.clear()")
    for trouble, why in ((FULL, "no_room"), (FORBIDDEN, "forbidden")):
        page.evaluate(f"() => {{ {trouble} }}")
        button.click()
        expect(page.locator(".added")).to_contain_text(words.t(f"meeting_add.{why}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_is_one_line_on_a_desk(visitor: NewVisitor, language: str) -> None:
    page = visitor(width=1440, height=900).open("changed", lang=language)
    expect(page.locator(".meeting-link")).to_have_attribute("href", f"meeting?lang={language}")
    expect(page.locator(".st-key-bar-pages .stPageLink").last).to_be_visible()
    box = page.locator(".st-key-bar").bounding_box()
    assert box is not None and box["height"] < 56

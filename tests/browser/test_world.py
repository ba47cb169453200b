"""The world page in a browser: the map in the first screen, and a country found by typing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from components.wording import LANGUAGES, wording
from tests.browser.conftest import NewVisitor
from tests.browser.test_walk import asked_of

pytestmark = pytest.mark.browser

OPTIONS = ".find-list [role=option]"
LIGHT = "country"
"""A page with the start page's box and no map, which takes a browser seconds to draw."""


def _type(page: Page, text: str) -> None:
    """Type into the first box of country names as a person does, with the keys alone."""
    box = page.get_by_role("combobox", name=re.compile(".")).and_(page.locator(".find-input")).first
    box.focus()
    page.keyboard.type(text, delay=20)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_stands_in_the_first_screen(
    visitor: NewVisitor, width: int, height: int, language: str
) -> None:
    page = visitor(width=width, height=height).open("", lang=language)
    page.wait_for_selector("path.choroplethlocation", state="attached")
    box = page.locator(".st-key-world-map").bounding_box()
    drawn = page.locator(".st-key-world-map .geolayer").first.bounding_box()
    assert box and drawn
    # Most of it: the legend may stand below.
    assert box["y"] + 0.75 * box["height"] <= height
    assert drawn["height"] > 0.6 * box["height"]
    assert drawn["width"] > 0.75 * box["width"]


@pytest.mark.parametrize(
    ("typed", "language", "name", "code", "view"),
    [
        ("Nepl", "en", "Nepal", "NPL", ""),
        ("ghanna", "fr", "Ghana", "GHA", LIGHT),
        ("Birmanie", "fr", "Myanmar", "MMR", LIGHT),
        ("فيتنام", "ar", None, "VNM", LIGHT),
        ("CIV", "en", "Côte d'Ivoire", "CIV", LIGHT),
    ],
)
def test_a_country_is_suggested_while_typing_and_enter_opens_it(
    visitor: NewVisitor, typed: str, language: str, name: str | None, code: str, view: str
) -> None:
    window = visitor()
    page = window.open(view, lang=language)
    _type(page, typed)
    expect(page.locator(OPTIONS).first).to_be_visible()
    if name:
        expect(page.locator(f"{OPTIONS} .find-name").first).to_have_text(name)
    expect(page.locator(".find-input").first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/country\?.*iso3={code}"))
    assert window.settle().locator("h1").count() == 1
    assert window.outside == [] and window.errors == []


def test_enter_before_the_suggestions_still_opens_the_country(visitor: NewVisitor) -> None:
    page = visitor().open(LIGHT)
    page.locator(".find-input").focus()
    page.keyboard.insert_text("Nepal")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/country\?.*iso3=NPL"))


def test_arrows_point_escape_closes_and_a_click_chooses(visitor: NewVisitor) -> None:
    window = visitor()
    page = window.open(LIGHT)
    _type(page, "congo")
    options = page.locator(OPTIONS)
    expect(options).to_have_count(2)
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    pointed = page.locator(".find-input").get_attribute("aria-activedescendant")
    assert pointed == options.nth(1).get_attribute("id")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    page.keyboard.type(" dem")
    expect(options).to_have_count(1)
    options.first.click()
    page.wait_for_url(re.compile(r"/country\?.*iso3=COD"))


def test_what_nothing_is_like_is_said(visitor: NewVisitor) -> None:
    page = visitor().open(LIGHT, lang="fr")
    _type(page, "xqzw")
    expect(page.locator(".find-status")).to_have_text(wording("fr").t("find.none", typed="xqzw"))
    expect(page.locator(OPTIONS)).to_have_count(0)


@pytest.mark.parametrize(
    ("view", "param", "typed", "wanted"),
    [
        ("compare", "iso3", ("Cote d", "Burma"), "CIV,MMR"),
        ("timeline", "area", ("Cote d", "Nepl"), "CIV,NPL"),
    ],
)
def test_every_box_takes_the_same_names_and_writes_codes(
    visitor: NewVisitor, view: str, param: str, typed: tuple[str, str], wanted: str
) -> None:
    window = visitor()
    page = window.open(view)
    for text in typed:
        _type(page, text)
        expect(page.locator(OPTIONS).first).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator(".find-list").first).to_be_hidden()
        page.wait_for_url(re.compile(f"{param}="))
        window.settle()
    page.wait_for_url(re.compile(f"{param}={wanted.replace(',', '(,|%2C)')}"))
    assert asked_of(page)[param] == [wanted]
    for code in wanted.split(","):
        page.locator(".find-chosen button").first.click()
        expect(page.locator(".find-chosen button")).to_have_count(
            len(wanted.split(",")) - wanted.split(",").index(code) - 1
        )
    window.settle()
    assert param not in asked_of(page)
    assert window.outside == [] and window.errors == []


def test_the_land_stands_in_place_of_the_map_until_it_is_drawn(visitor: NewVisitor) -> None:
    window = visitor()
    window.page.route("**/geo/world_50m.json", lambda _route: None)
    page = window.open("")
    page.wait_for_selector(".st-key-world-map")
    shown = page.locator(".st-key-world-map").evaluate("e => getComputedStyle(e).backgroundImage")
    assert shown.endswith('/geo/land.svg")')
    answer = page.request.get(f"{window.server}/geo/land.svg")
    assert answer.status == 200 and answer.headers["content-type"] == "image/svg+xml"


def test_the_view_is_in_the_address(visitor: NewVisitor) -> None:
    window = visitor()
    page = window.open("")
    words = wording("en")
    for view in ("table", "chart"):
        page.get_by_role("radio", name=words.t(f"world.view.{view}")).or_(
            page.get_by_role("button", name=words.t(f"world.view.{view}"), exact=True)
        ).first.click()
        page.wait_for_url(re.compile(f"view={view}"))
        window.settle()
        expect(page.locator(".st-key-world-map")).to_have_count(0)

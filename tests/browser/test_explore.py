"""The data page in a browser: questions by clicks, views by address, back, keys, full screen."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from components.wording import wording
from tests.browser.conftest import NewVisitor, Visitor
from tests.browser.test_axe import GRAVE, RULES

pytestmark = pytest.mark.browser

CARD: Final = ".explore-card"
T: Final = wording("en").t


@dataclass
class Clicks:
    """A reader with a pointer alone: every click is counted, and the page is left to settle."""

    page: Page
    count: int = 0

    def on(self, found: Locator) -> None:
        """One click."""
        found.click()
        self.count += 1

    def view(self, **params: str) -> None:
        """What the address must say by now."""
        said = re.compile("".join(rf"(?=.*[?&]{k}={re.escape(v)}(&|$))" for k, v in params.items()))
        expect(self.page).to_have_url(said)

    def link(self, text: str) -> None:
        """A link of the start page, or of a list."""
        self.on(self.page.locator("a[data-press]", has_text=text).first)

    def box(self, label: str) -> Locator:
        """A box of the filters; its list stands open behind a click."""
        return self.page.get_by_role("combobox", name=label)

    def option(self, text: str) -> None:
        """One of what an open box lists."""
        self.on(self.page.locator(".find-list:visible [role=option]", has_text=text).first)


def _rate_by_sex(reader: Clicks) -> None:
    reader.link("Child labour, economic activity")
    reader.view(indicator="SL_TLF_CHLDEA")
    reader.on(reader.box(T("explore_page.places")))
    reader.option("Southern African Development Community")
    reader.view(region="SADC")
    reader.on(reader.page.locator("[data-key=form-dots]"))
    reader.view(chart="dots")


def _victims_by_form(reader: Clicks) -> None:
    reader.link("Detected victims")
    reader.view(indicator="TIP_VICTIMS")
    reader.on(reader.box(T("explore_page.places")))
    reader.option("Pathfinder countries")
    reader.view(region="PATHFINDERS")
    reader.on(reader.page.locator("[data-key=dimension-form]"))
    reader.view(dimension="form")


def _protocol_dates(reader: Clicks) -> None:
    reader.link("Ratifications")
    reader.view(records="ratifications")
    reader.on(reader.page.locator("[data-key=narrow-P029]"))
    reader.view(instrument="P029")
    expect(reader.page.locator(CARD)).to_contain_text("9 November 2016")


def _roadmap_actions(reader: Clicks) -> None:
    reader.link("Roadmap actions")
    reader.view(records="actions")
    expect(reader.page.locator(f"{CARD} table")).to_be_visible()
    expect(reader.page.locator(f"{CARD} a.take-first")).to_have_attribute(
        "href", "api/v1/actions.csv"
    )


def _school_and_work(reader: Clicks) -> None:
    reader.link("Child labour, economic activity")
    reader.view(indicator="SL_TLF_CHLDEA")
    reader.on(reader.page.locator("[data-key=form-scatter]"))
    reader.view(chart="scatter")
    reader.on(reader.box(T("explore.parameter.x")))
    reader.option("Out-of-school rate, primary age")
    reader.view(x="ROFST_1")
    expect(reader.page.locator(".drawing-scatter [data-figure]").first).to_be_attached()


QUESTIONS: Final[dict[Callable[[Clicks], None], int]] = {
    _rate_by_sex: 4, _victims_by_form: 5, _protocol_dates: 3, _roadmap_actions: 1,
    _school_and_work: 4,
}  # fmt: skip
"""Each question, answered by the page's own links and boxes, and the clicks that it may take."""


def test_five_questions_take_few_clicks_and_back_leads_the_whole_way(visitor: NewVisitor) -> None:
    window = visitor()
    took = {}
    for answered, most in QUESTIONS.items():
        reader = Clicks(window.open("explore"))
        answered(reader)
        took[answered.__name__] = (reader.count, most)
    assert {name: pair for name, pair in took.items() if pair[0] > pair[1]} == {}
    page = window.page
    page.go_back()
    expect(page).to_have_url(re.compile(r"chart=scatter$"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"explore\?indicator=SL_TLF_CHLDEA$"))
    expect(page.locator("[data-key=form-auto]")).to_have_attribute("aria-checked", "true")
    page.go_forward()
    expect(page.locator("[data-key=form-scatter]")).to_have_attribute("aria-checked", "true")
    assert window.outside == []
    assert window.errors == []


AGE: Final = {"age": "5-17"}
ONE: Final = {"indicator": "SL_TLF_CHLDEA", **AGE}
VIEWS: Final[tuple[dict[str, str], ...]] = (
    {**ONE, "area": "BRA,COL,ECU,PER", "sex": "T", "chart": "line"},
    {**ONE, "region": "M49_005", "sex": "T", "chart": "multiples"},
    {**ONE, "region": "M49_005", "sex": "F", "latest": "value", "chart": "bar"},
    {**ONE, "region": "M49_005", "latest": "value", "chart": "dots"},
    {**ONE, "area": "COL", "sex": "T", "from": "2016", "to": "2017", "chart": "slope"},
    {**ONE, "region": "SADC", "sex": "M", "year": "2015", "tab": "map"},
    {"indicator": "ROFST_1", "region": "ASEAN", "sex": "T", "latest": "value", "as_of": "1"},
    {"headline": "child_labour", "region": "ECOWAS", "chart": "bar"},
    {"indicator": "ILAB_INSPECTORS", "area": "NPL", "chart": "bar"},
    {"indicator": "HDI", "area": "NPL,BGD", "sex": "T", "source": "UNDP_HDR_2025", "scale": "log"},
)  # fmt: skip
"""Views whose filters leave nothing out of the drawing."""


def drawn(page: Page) -> set[tuple[str, ...]]:
    """What the marks of the chart say that they are."""
    marks = page.locator(f"{CARD} [data-figure]")
    return {
        tuple(text.split("|"))
        for text in marks.evaluate_all("all => all.map(m => m.dataset.figure)")
    }


def rows(server: str, view: dict[str, str]) -> set[tuple[str, ...]]:
    """The rows of the interface's file for the same filters."""
    asked = {k: v for k, v in view.items() if k not in {"tab", "chart", "scale"}}
    with urlopen(f"{server}/api/v1/observations.csv?{urlencode(asked)}", timeout=60) as answer:
        lines = csv.DictReader(io.StringIO(answer.read().decode()))
        columns = ("area", "year", "sex", "age", "category", "value")
        return {tuple(line[column] for column in columns) for line in lines}


def test_ten_views_are_rebuilt_from_their_addresses_with_the_rows_of_the_interface(
    visitor: NewVisitor, server: str
) -> None:
    window = visitor()
    for view in VIEWS:
        page = window.open("explore", **view)
        page.wait_for_selector(f"{CARD} [data-figure]", state="attached")
        found = drawn(page)
        assert found == rows(server, view), view
        assert found, view
        assert asked_by(page) == {name: [text] for name, text in view.items()}


def asked_by(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_keyboard_reaches_and_works_everything(visitor: NewVisitor) -> None:
    page = visitor().open("explore", **ONE, region="M49_005")
    places = page.get_by_role("combobox", name=T("explore_page.places"))
    places.focus()
    page.keyboard.type("Cote d", delay=20)
    expect(page.locator(".find-list:visible .find-name").first).to_have_text("Côte d'Ivoire")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("area=CIV"))
    tab = page.locator("[data-key=tab-chart]")
    tab.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("tab=table"))
    expect(page.locator("[data-key=tab-table]")).to_be_focused()
    page.locator("[data-key=sex-F]").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("sex=F"))
    expect(page.locator("[data-key=sex-F]")).to_be_focused()
    page.locator("[data-key=full]").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.fullscreenElement === null")
    copied = page.locator("[data-key=copy-frozen]")
    copied.focus()
    page.keyboard.press("Enter")
    expect(copied.locator("xpath=following-sibling::*[@role='status']")).not_to_be_empty()


def test_the_years_play_to_the_last_and_stop(visitor: NewVisitor) -> None:
    page = visitor().open("explore", **ONE, sex="T", region="M49_005", year="2018", tab="map")
    play = page.locator("[data-key=play]")
    expect(page.locator("[data-key=year]")).to_have_value("2018")
    play.click()
    expect(play).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile("year=2020"))
    expect(page).to_have_url(re.compile("year=2021"))
    expect(play).to_have_attribute("aria-pressed", "false")
    page.locator("[data-key=year-number]").fill("2016")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("year=2016"))


@pytest.mark.parametrize(
    "params",
    [{**ONE, "region": "M49_005"}, {"records": "ratifications"}],
    ids=["view", "records"],
)
def test_views_and_lists_are_accessible(visitor: NewVisitor, params: dict[str, Any]) -> None:
    """The start of the page is among the views of test_axe.py."""
    window: Visitor = visitor()
    page = window.open("explore", **params)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [
        (one["id"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in GRAVE
    ] == []

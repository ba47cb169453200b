"""The Pathfinders page as its readers use it: by keyboard, by filter, on a telephone."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from sqlalchemy import Connection

from components.wording import wording
from data.methods.completion import overdue
from data.queries.pathfinders import actions
from tests.browser.conftest import NewVisitor
from tests.browser.test_axe import GRAVE, RULES
from tests.browser.test_walk import asked_of

pytestmark = pytest.mark.browser

EN = wording("en")
OPEN = "() => document.querySelectorAll('.pf-row details[open]').length"


def _late(connection: Connection) -> set[str]:
    found = actions(connection)
    return {code for code, several in found.items() if overdue(several, date.today())}


def test_a_row_opens_by_keyboard_to_statuses_in_two_heads(visitor: NewVisitor) -> None:
    page = visitor(width=1440).open("pathfinders")
    page.locator("#pf-BEN h3 a").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#pf-BEN summary')")
    page.keyboard.press("Enter")
    row = page.locator("#pf-BEN")
    expect(row.get_by_role("heading", name=EN.t("pathfinders.items"), exact=True)).to_be_visible()
    expect(row.get_by_role("heading", name=EN.t("pathfinders.others"), exact=True)).to_be_visible()
    shown = row.locator("tbody tr:not(.pf-priority) td:first-child")
    assert shown.count() >= 9
    words = {EN.t(f"action_status.{one}") for one in ("completed", "substantial", "limited")}
    said = " ".join(shown.all_inner_texts())
    assert any(word in said for word in words)
    assert row.locator("i.pf-mark").count() >= shown.count()
    assert page.evaluate(OPEN) == 1
    page.keyboard.press("Space")
    assert page.evaluate(OPEN) == 0


def test_the_filter_of_what_is_late_is_kept_in_the_address(
    visitor: NewVisitor, connection: Connection, tmp_path: Path
) -> None:
    window = visitor()
    page = window.open("pathfinders")
    expect(page.locator(".pf-row")).to_have_count(34)
    page.get_by_role("combobox", name=EN.t("pathfinders.show"), exact=True).click()
    page.get_by_role("option", name=EN.t("pathfinders.show_overdue")).click()
    page.wait_for_url("**show=overdue**")
    window.settle()
    late = _late(connection)
    expect(page.locator(".pf-row")).to_have_count(len(late))
    assert asked_of(page)["show"] == ["overdue"]
    expect(page.locator(".pf-next .pf-late")).to_have_count(len(late))

    with page.expect_download() as waiting:
        page.locator(".pf-asks a.csv").click()
    target = tmp_path / "overdue.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8-sig", newline="") as lines:
        assert {row["area"] for row in csv.DictReader(lines)} == late
    assert window.outside == []
    assert window.errors == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_every_country_is_a_card_on_a_telephone(visitor: NewVisitor, language: str) -> None:
    page = visitor(width=390, height=844, is_mobile=True, has_touch=True).open(
        "pathfinders", lang=language
    )
    page.locator("#pf-MWI summary").click()
    card = page.locator("#pf-MWI")
    for name in ("items", "ahead", "sign", "checked"):
        label = wording(language).t(f"pathfinders.column.{name}")
        expect(card.locator("summary .pf-label", has_text=label)).to_be_visible()
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 391
    small = page.evaluate(
        """() => [...document.querySelectorAll('.pf-row *')]
             .filter(e => e.childNodes.length && parseFloat(getComputedStyle(e).fontSize) < 14)
             .map(e => e.className)"""
    )
    assert small == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_opened_row_is_accessible(visitor: NewVisitor, theme: str) -> None:
    page = visitor(width=1440, color_scheme=theme).open("pathfinders")
    for code in ("CHL", "PER"):
        page.locator(f"#pf-{code} summary").click()
    found = Axe().run(page, options=RULES).response["violations"]
    assert [one["id"] for one in found if one["impact"] in GRAVE] == []

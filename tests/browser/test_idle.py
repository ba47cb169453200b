"""A page that nobody touches gives its session back, says so, and is found again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from components.wording import wording
from pages.service.settings import Settings
from tests.browser.conftest import NewVisitor, Visitor

pytestmark = pytest.mark.browser

MINUTES: int = Settings.model_fields["idle_minutes"].default


def _opened(visitor: NewVisitor, **params: Any) -> tuple[Visitor, Page]:
    window = visitor(alone=True)
    window.page.clock.install()
    return window, window.open("country", iso3="NPL", lang="fr", **params)


def test_an_untouched_page_pauses_and_goes_on_where_it_was(visitor: NewVisitor) -> None:
    window, page = _opened(visitor)
    page.clock.fast_forward((MINUTES - 1) * 60_000)
    page.mouse.move(300, 300)
    page.clock.fast_forward((MINUTES - 1) * 60_000)
    assert "/country?" in page.url

    page.clock.fast_forward(60_000)
    page.wait_for_url(re.compile(r"/paused\?"))
    words = wording("fr")
    expect(page.locator("h1")).to_have_text(words.t("gate.paused.title"))
    assert page.evaluate("document.documentElement.lang") == "fr"
    page.get_by_role("link", name=words.t("gate.paused.link")).click()
    page.wait_for_url(re.compile(r"/country\?iso3=NPL&lang=fr"))
    window.settle()
    assert window.errors == []


def test_a_presentation_stays(visitor: NewVisitor) -> None:
    _, page = _opened(visitor, present="1")
    page.clock.fast_forward(3 * MINUTES * 60_000)
    page.wait_for_timeout(500)
    assert "/country?" in page.url

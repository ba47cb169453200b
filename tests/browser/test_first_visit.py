"""A first visit in a real browser: its bytes on the wire, and that a second one costs few."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from components.look import look_name
from components.wording import LANGUAGES, wording
from pages.service.files import OTHERS
from tests.browser.conftest import ICON_FONT, SETTLE_MS, NewVisitor
from tests.wire import Wire, counted
from tools.bench.visit import wait_for_the_best

pytestmark = pytest.mark.browser

MOST = 2_200_000
"""Bytes from the server to the browser, headers and websockets with them."""
FOLDERS = ("/static/", "/geo/", "/look/")


@pytest.fixture(scope="module")
def wire(server: str) -> Iterator[Wire]:
    """The server behind a counter, once its largest files are as small as they get: they are made
    in the background of the very first start."""
    port = urlsplit(server).port or 0
    wait_for_the_best(port)
    with counted(port) as made:
        yield made


def settled(page: Page, address: str, selector: str) -> Page:
    """The page once its script is over, what it is about is drawn, and nothing is loading."""
    page.goto(address, wait_until="domcontentloaded")
    page.wait_for_selector(".stApp[data-test-script-state='notRunning']", state="attached")
    page.wait_for_selector(selector)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize(
    ("page", "selector"),
    [("", ".choroplethlocation"), ("country?iso3=NPL", "h1")],
)
def test_a_first_visit_is_small(browser: Browser, wire: Wire, page: str, selector: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(SETTLE_MS)
    answers: list[Response] = []
    opened.on("response", lambda answer: answers.append(answer))
    before = wire.sent
    settled(opened, f"{wire.address}/{page}", selector)
    first = wire.sent - before
    assert first <= MOST
    assert [answer.url for answer in answers if answer.status != 200] == []
    assert [answer.url for answer in answers if ICON_FONT in answer.url] == []
    assert _badly_served(answers) == []
    assert len(answers) > 60
    context.close()


def _badly_served(answers: list[Response]) -> list[str]:
    """Which files are not compressed, or not kept by the browser."""
    wrong = []
    for answer in answers:
        path = urlsplit(answer.url).path
        if not path.startswith(FOLDERS):
            continue
        kept = answer.headers.get("cache-control", "")
        squeezed = answer.headers.get("content-encoding") == "br"
        if ("immutable" not in kept and not path.startswith("/geo/")) or "max-age" not in kept:
            wrong.append(f"{path}: {kept}")
        if not squeezed and not path.endswith(tuple(OTHERS)):
            wrong.append(f"{path}: not compressed")
    return wrong


def test_a_second_visit_takes_its_files_from_the_browser(browser: Browser, wire: Wire) -> None:
    context = browser.new_context()
    sent = []
    for _ in range(2):
        page = context.new_page()
        page.set_default_timeout(SETTLE_MS)
        before = wire.sent
        settled(page, f"{wire.address}/country?iso3=NPL", "h1")
        sent.append(wire.sent - before)
    assert sent[1] < sent[0] / 3
    context.close()


def test_the_look_comes_with_the_document_and_draws_the_signs_of_the_bar(
    visitor: NewVisitor,
) -> None:
    """The stylesheet stands after Streamlit's own, so that it wins among equals; over the websocket
    come the colours of the theme only. A sign has the size and the colour of the text."""
    page = visitor().open("changed")
    order = page.evaluate("() => [...document.styleSheets].map(one => one.href ?? '')")
    ours = [place for place, href in enumerate(order) if href.endswith(look_name("look.css"))]
    assert len(ours) == 1
    assert ours[0] > len(order) / 2
    sent = page.locator(".stHtml style").all_inner_texts()
    assert 0 < len("".join(sent)) < 3_000
    sign = """link => {
      const { width, height, maskImage, backgroundColor } = getComputedStyle(link, "::before");
      return [width, height, maskImage.slice(0, 14), backgroundColor];
    }"""
    drawn = ["16px", "16px", 'url("data:imag', "rgb(29, 36, 51)"]
    for kind in (".add-view", ".meeting-link"):
        assert page.locator(kind).evaluate(sign) == drawn
    page.goto(f"{page.url}?present=1")
    link = page.locator(".st-key-presenting .stPageLink a")
    expect(link).to_have_count(1)
    assert link.evaluate(sign) == ["24px", "24px", *drawn[2:]]
    link.click()
    page.wait_for_selector(".st-key-bar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_there_are_words_and_files(
    browser: Browser, server: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False, locale=language)
    page = context.new_page()
    page.goto(f"{server}/country?iso3=NPL")
    assert wording(language).t("document.needs_script") in page.locator("body").inner_text()
    # The files, and this very page as text.
    assert page.locator("noscript a").count() == 4
    assert page.locator('noscript a[href*="text/country/NPL"]').count() == 1
    context.close()

"""A first visit in a real browser: its bytes on the wire, and that a second one costs few."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

from components.look import look_name
from components.ui.frame import PAGES
from components.wording import LANGUAGES, wording
from pages.service.documents import CHARTS, SHAPES, modules_called
from pages.service.files import OTHERS
from tests.browser.conftest import NewVisitor, Visitor
from tests.wire import Wire, counted

pytestmark = pytest.mark.browser

MOST = 2_200_000
"""Bytes from the server to the browser, headers and websockets with them."""
BEST_SECONDS = 120
ICON_FONT = "MaterialSymbols"
FOLDERS = ("/static/", "/geo/", "/look/")


def length_of(address: str, encoding: str) -> int:
    """Bytes that a file has in an encoding."""
    asked = urllib.request.Request(address, method="HEAD", headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return int(answer.headers["content-length"])


@pytest.fixture(scope="module")
def wire(server: str) -> Iterator[Wire]:
    """The server behind a counter, once its largest files are as small as they get: they are made
    in the background of the very first start."""
    end = time.monotonic() + BEST_SECONDS
    for address in (*modules_called(CHARTS), SHAPES[0]):
        most = 0.82 * length_of(f"{server}/{address}", "gzip")
        while length_of(f"{server}/{address}", "br") > most:
            assert time.monotonic() < end, f"{address} is not at its best"
            time.sleep(1)
    with counted(urlsplit(server).port or 0) as made:
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
def test_a_first_visit_is_small_and_a_second_smaller(
    browser: Browser, wire: Wire, page: str, selector: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    answers: list[Response] = []
    opened.on("response", answers.append)
    before = wire.sent
    settled(opened, f"{wire.address}/{page}", selector)
    first = wire.sent - before
    assert first <= MOST
    assert [answer.url for answer in answers if answer.status != 200] == []
    assert [answer.url for answer in answers if ICON_FONT in answer.url] == []
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
    assert wrong == []
    assert len(answers) > 60
    again = context.new_page()
    before = wire.sent
    settled(again, f"{wire.address}/{page}", selector)
    assert wire.sent - before < first / 4
    context.close()


def test_no_page_loads_the_icon_font_or_asks_in_vain(visitor: NewVisitor) -> None:
    """Every page cold by its own address, with what it needs in the browser's store by then."""
    window: Visitor = visitor()
    failed: list[str] = []
    window.page.on(
        "response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None
    )
    window.page.on(
        "request", lambda asked: failed.append(asked.url) if ICON_FONT in asked.url else None
    )
    for page in PAGES:
        window.open(page if page != "world" else "", present="1" if page == "changed" else "")
    assert failed == []
    assert window.errors == []


def test_present_has_its_sign(visitor: NewVisitor) -> None:
    """Drawn by the stylesheet, in the size of the text, in the colour of the text."""
    window = visitor()
    sign = """link => {
      const style = getComputedStyle(link, "::before"), own = getComputedStyle(link);
      return [style.width, style.height, style.maskImage.slice(0, 14), style.backgroundColor];
    }"""
    for page, params, size in (("changed", {}, "16px"), ("changed", {"present": "1"}, "24px")):
        opened = window.open(page, **params)
        key = ".st-key-presenting" if params else ".st-key-bar-choices > :last-child"
        link = opened.locator(f"{key} .stPageLink a")
        assert link.evaluate(sign) == [size, size, 'url("data:imag', "rgb(29, 36, 51)"]
        word = wording("en").t("frame.leave_present" if params else "frame.present")
        assert link.inner_text().strip() == word


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_there_are_words_and_files(
    browser: Browser, server: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False, locale=language)
    page = context.new_page()
    page.goto(f"{server}/country?iso3=NPL")
    assert wording(language).t("document.needs_script") in page.locator("body").inner_text()
    assert page.locator("noscript a").count() == 3
    context.close()


def test_the_look_is_there_before_the_page(visitor: NewVisitor) -> None:
    """The stylesheet comes with the document, not over the websocket, and after Streamlit's."""
    window = visitor()
    page = window.open("changed")
    order = page.evaluate(
        "() => [...document.styleSheets].map(one => one.href || '').map(one => one.split('/').pop())"
    )
    assert order.index(look_name("look.css")) > 0
    assert (
        page.locator(".stHtml style").evaluate_all(
            "found => found.reduce((sum, one) => sum + one.textContent.length, 0)"
        )
        < 3_000
    )

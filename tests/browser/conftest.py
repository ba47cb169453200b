"""A running app and a browser that remembers every request it made and every error it saw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.servers import started
from tools.install.chromium import browser as installed_browser

SETTLE_MS = 20_000
ICON_FONT = "MaterialSymbols"
"""Streamlit's, in the name of its file; the signs of our pages are drawn by the stylesheet."""


@pytest.fixture(scope="session")
def server(store_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on the real store."""
    with started(tmp_path_factory.mktemp("server"), TARGET87_DATABASE_URL=store_url) as made:
        yield made.address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium: the system's own, else Playwright's. Without one the tests fail, not vanish."""
    path = installed_browser()
    if path is None:
        pytest.fail("No Chromium here. Get one with: python -m tools.install chromium")
    launched = playwright.chromium.launch(
        executable_path=path, args=["--no-sandbox", "--force-color-profile=srgb"]
    )
    yield launched
    launched.close()


@dataclass
class Visitor:
    """A browser window on the app, and what it did behind the reader's back."""

    page: Page
    server: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def _watch(self) -> None:
        own = urlsplit(self.server).netloc

        def on_request(request: Any) -> None:
            parts = urlsplit(request.url)
            if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != own:
                self.outside.append(request.url)
            if ICON_FONT in request.url:
                self.errors.append(f"375 kB for an icon: {request.url}")

        def on_console(message: Any) -> None:
            # An answer that is no success is such an error too.
            if message.type == "error":
                self.errors.append(f"{message.text} {message.location}")

        self.page.on("request", on_request)
        self.page.on("websocket", lambda socket_: on_request(socket_))
        self.page.on("console", on_console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, page: str = "", **params: str) -> Page:
        """Go to a page of the app and wait until it stands still."""
        query = f"?{urlencode(params)}" if params else ""
        self.page.goto(f"{self.server}/{page}{query}", wait_until="domcontentloaded")
        return self.settle()

    def settle(self) -> Page:
        """Wait until the script has run and its charts are drawn."""
        self.page.wait_for_selector(
            ".stApp[data-test-script-state='notRunning']", timeout=SETTLE_MS, state="attached"
        )
        self.page.wait_for_function(
            "() => !document.querySelector('[data-testid=stSkeleton]')"
            " && document.querySelector('[data-testid=stMainBlockContainer]')?.innerText.length",
            timeout=SETTLE_MS,
        )
        self.page.wait_for_timeout(250)
        return self.page


NewVisitor = Callable[..., Visitor]


@pytest.fixture(scope="session")
def context_for(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """This worker's context for some options: what one visitor loaded, the next has."""
    made: dict[str, BrowserContext] = {}

    def of(**options: Any) -> BrowserContext:
        name = repr(sorted(options.items()))
        if name not in made:
            made[name] = browser.new_context(**options)
        made[name].clear_cookies()
        return made[name]

    yield of
    for context in made.values():
        context.close()


@pytest.fixture
def visitor(
    browser: Browser, context_for: Callable[..., BrowserContext], server: str
) -> Iterator[NewVisitor]:
    """Opens browser windows: `visitor(width=390, height=844, color_scheme="dark")`; `alone=True`
    for one whose context is changed."""
    to_close: list[Page | BrowserContext] = []

    def new(width: int = 1280, height: int = 900, alone: bool = False, **options: Any) -> Visitor:
        viewport = {"width": width, "height": height}
        wanted = {"viewport": viewport, "accept_downloads": True} | options
        context = browser.new_context(**wanted) if alone else context_for(**wanted)
        page = context.new_page()
        to_close.append(context if alone else page)
        made = Visitor(page, server)
        made.page.set_default_timeout(SETTLE_MS)
        made._watch()
        return made

    yield new
    for opened in to_close:
        opened.close()

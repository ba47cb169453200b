"""The browser that tests drive."""

from __future__ import annotations

import os
import shutil
import sys

from playwright.sync_api import sync_playwright

from tools.install.debian import Program, worked

SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def system_browser() -> str | None:
    """The path of the system's own Chromium, if it has one."""
    return next(filter(None, map(shutil.which, SYSTEM_NAMES)), None)


def playwright_browser() -> str | None:
    """The path of the Chromium that Playwright installed, if it did."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def browser() -> str | None:
    """The path of a Chromium that is here already."""
    return system_browser() or playwright_browser()


def _by_playwright() -> bool:
    return worked(sys.executable, "-m", "playwright", "install", "chromium")


PROGRAM = Program("Chromium", browser, ("chromium",), otherwise=_by_playwright)

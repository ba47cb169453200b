"""Makes sure that there is a browser for the browser tests; says what it did."""

from __future__ import annotations

import os
import shutil
import sys

from playwright.sync_api import sync_playwright

from tools.install.debian import Installer

INSTALLER = Installer("browser tests")
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


def _get() -> bool:
    command = (sys.executable, "-m", "playwright", "install", "chromium")
    return (INSTALLER.by_apt("chromium") and system_browser() is not None) or INSTALLER.worked(
        *command
    )


def main() -> int:
    """0 when there is a browser in the end."""
    how = "no Chromium could be had. Install one, for example with: sudo apt-get install chromium"
    return INSTALLER.have(browser, _get, how)


if __name__ == "__main__":
    raise SystemExit(main())

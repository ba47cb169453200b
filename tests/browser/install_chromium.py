"""Makes sure that there is a browser for the browser tests; says what it did."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

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


def _worked(*command: str) -> bool:
    say(f"running: {' '.join(command)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=environment, check=False).returncode == 0
    except OSError as error:
        say(f"that could not be run: {error}")
        return False


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens."""
    sys.stdout.write(f"browser tests: {sentence}\n")
    sys.stdout.flush()


def _by_apt() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    _worked("apt-get", "update", "--quiet")
    return _worked("apt-get", "install", "--yes", "--no-install-recommends", "--quiet", "chromium")


def main() -> int:
    """0 when there is a browser in the end."""
    if found := browser():
        say(f"using {found}")
        return 0
    if _by_apt() and (found := system_browser()):
        say(f"installed {found} with apt")
        return 0
    command = (sys.executable, "-m", "playwright", "install", "chromium")
    if _worked(*command) and (found := playwright_browser()):
        say(f"Playwright installed {found}")
        return 0
    say(
        "no Chromium could be had, so the browser tests cannot run. Install one, for example with: "
        "sudo apt-get install chromium"
    )
    return 1


if __name__ == "__main__":
    raise SystemExit(main())

"""A text page as HTML: never longer than a thin line carries; what has to go is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final
from urllib.parse import urlsplit

from components.look import SHEETS, colour_variables
from components.markup import render
from components.text_twin.addresses import INDEX, asked, languages_of
from components.text_twin.blocks import Block, Drawn, Table, TextPage
from components.theme import PALETTES
from components.wording import LANGUAGES, Wording

MOST_BYTES: Final = 50_000
"""Of the whole HTML, not packed."""

SHORTER: Final = (120, 60, 30, 20, 12, 8, 5, 3)
"""Rows that every table keeps at most, tried in turn until the page fits."""


@dataclass(frozen=True, slots=True)
class Served:
    """Under which name and of which release a page is asked for: `root` is our absolute address
    with a slash, empty where it is not known; `as_of` as the reader gave it."""

    root: str
    as_of: str = ""


def text_html(page: TextPage, wording: Wording, served: Served) -> str:
    """The page; its tables are shortened, the newest rows kept, until it is at most MOST_BYTES."""
    html = _html(page, wording, served)
    for most in SHORTER:
        if len(html.encode()) <= MOST_BYTES:
            break
        html = _html(_shortened(page, most), wording, served)
    return html


def _shortened(page: TextPage, most: int) -> TextPage:
    return replace(page, blocks=tuple(_with_fewer(block, most) for block in page.blocks))


def _with_fewer(block: Block, most: int) -> Block:
    if not isinstance(block, Table) or len(block.rows) <= most:
        return block
    kept = block.rows[-most:] if block.newest_last else block.rows[:most]
    return replace(block, rows=kept, left=len(block.rows) - most)


def json_ld(description: Mapping[str, Any]) -> str:
    """The description as JSON that cannot end the script element it stands in."""
    text = json.dumps(description, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@cache
def _plot_style() -> str:
    """How charts look, for a page that has one."""
    return (SHEETS / "35_plot.css").read_text(encoding="utf-8")


def _html(page: TextPage, wording: Wording, served: Served) -> str:
    up = "../" * page.path.count("/")

    def href(address: str) -> str:
        """From this page: our own addresses are told from its folder."""
        elsewhere = address.startswith("#") or urlsplit(address).scheme
        return address if elsewhere else f"{up}{address}"

    def own(path: str, language: str = wording.code) -> str:
        return href(asked(path, language, as_of=served.as_of))

    return render(
        "text_page.html",
        page=page,
        t=wording.t,
        language=wording.language,
        plots=_plot_style() if any(isinstance(one, Drawn) for one in page.blocks) else "",
        light=colour_variables(PALETTES["light"]),
        dark=colour_variables(PALETTES["dark"]),
        canonical=served.root + asked(page.path, wording.code, page.query),
        alternates=[
            (code, served.root + address) for code, address in languages_of(page.path, page.query)
        ],
        others=[
            (one, href(asked(page.path, one.code, page.query, served.as_of)))
            for one in LANGUAGES.values()
            if one.code != wording.code
        ],
        index=own(INDEX),
        href=href,
        own=own,
        dataset=json_ld(page.dataset) if page.dataset else "",
        locales={code: one.locale for code, one in LANGUAGES.items()},
    )

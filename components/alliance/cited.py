"""What a statement rests on: its source, the page, and the place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple, Protocol

from components.numbers import isolate
from components.wording import Wording

_PAGES: Final = re.compile(r"\d+(-\d+)?")


class Sourced(Protocol):
    """A row that names its source."""

    @property
    def source_title(self) -> str:
        """The source's own title."""

    @property
    def page(self) -> str:
        """Its address; empty for a document that stands at none."""

    @property
    def at(self) -> str:
        """The place in it: pages, a section or a paragraph."""


class Cited(NamedTuple):
    """A source as it is shown: its title, its address or none, the place in it or none."""

    title: str
    href: str
    at: str = ""


def cited(row: Sourced, wording: Wording) -> Cited:
    """The source of a row."""
    return Cited(row.source_title, row.page, place(row.at, wording))


def place(at: str, wording: Wording) -> str:
    """`51-53` as pages; sections and paragraphs as the document writes them."""
    if not at:
        return ""
    dashed = isolate(at.replace("-", "\u2013"), wording)
    return wording.t("alliance.pages", pages=dashed) if _PAGES.fullmatch(at) else dashed


def sources_of(rows: Iterable[Sourced], wording: Wording) -> list[Cited]:
    """The different sources of rows, in the order in which they come up."""
    return list(dict.fromkeys(cited(row, wording) for row in rows))

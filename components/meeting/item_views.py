"""Which page of ours an item of an agenda is about."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Final

from components.compare.page import MOST
from components.meeting.countries_named import CountriesNamed
from components.wording import LANGUAGES, wording
from data.folding import folded

TOPICS: Final = ("since", "alliance", "timeline", "pathfinders")
"""Pages that an item is about by its words, the narrowest first."""

INSTEAD: Final = {"since": "changed"}
"""What stands for a page where the product has it not."""


def page_or_instead(page: str, pages: Collection[str]) -> str:
    """The page, what stands for it, or empty."""
    return next((name for name in (page, INSTEAD.get(page, "")) if name in pages), "")


def view_of(title: str, countries: CountriesNamed, pages: Collection[str]) -> str:
    """The relative address for a title: its country, up to eight side by side, else its topic."""
    named = countries.inside(title)
    if len(named) == 1:
        return f"country?iso3={named[0]}"
    if named:
        return f"compare?iso3={','.join(named)}" if len(named) <= MOST else ""
    said = f" {folded(title)}"
    for topic, words in _topics().items():
        if any(f" {each}" in said for each in words):
            return page_or_instead(topic, pages)
    return ""


@cache
def _topics() -> dict[str, list[str]]:
    """Folded words by topic, of every language: an agenda may be in another than its reader's."""
    return {
        topic: [
            folded(each)
            for code in LANGUAGES
            for each in wording(code).t(f"meeting_files.topic.{topic}").split("|")
        ]
        for topic in TOPICS
    }

"""Where one answer of the framework was read and whose view it is, as a line of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from components import numbers
from components.country.parts.source_names import NAMED
from components.markup import Foreign
from components.monitoring.value_words import exact_text
from components.wording import Wording
from data.methods.framework.said import FrameworkFacts, Said
from data.records import Observation

GLYPHS: Final = {
    "reported": "◆",
    "government": "◈",
    "office": "◇",
    "official": "●",
    "treaty": "■",
    "usdol": "▲",
    "walk_free": "△",
    "research": "▽",
    "other": "◌",
    "press": "□",
    "pages": "○",
    "ours": "◍",
}
"""A shape for whose view an answer is; the words stand beside it."""

_NAMED: Final = {code: key for key, codes in NAMED for code in codes}


@dataclass(frozen=True)
class Line:
    """One answer. `label` is the part it answers; `page` where it was read.

    `missing`: nobody answered, and `value` says so and who could. `listed`: the value is a list.
    `folded` are remarks under `fold`, the line that opens them.
    """

    value: str
    label: str = ""
    exact: str = ""
    small: tuple[str, ...] = ()
    year: str = ""
    glyph: str = ""
    view: str = ""
    source: str = ""
    page: str = ""
    checked: str = ""
    missing: bool = False
    listed: bool = False
    fold: str = ""
    folded: tuple[str, ...] = ()


def placed(
    said: Said,
    value: str,
    label: str,
    small: tuple[str, ...],
    facts: FrameworkFacts,
    wording: Wording,
) -> Line:
    """The line of an answer, with where it was read, whose view it is and of which year."""
    return Line(
        value,
        wording.t("monitoring.value.part", name=label) if label else "",
        exact_text(said, facts, wording),
        small,
        _year(said, wording),
        GLYPHS[said.view],
        _view(said, wording),
        source_text(said, facts, wording),
        said.page,
        _checked(said, wording),
    )


def _view(said: Said, wording: Wording) -> str:
    """Whose view it is; that Walk Free's figures come from a model is said with it."""
    modelled = said.view == "walk_free" and isinstance(said.record, Observation)
    return wording.t("monitoring.model" if modelled else f"framework_view.{said.view}")


def _year(said: Said, wording: Wording) -> str:
    if not said.year:
        return wording.t("monitoring.no_year")
    year = numbers.isolate(said.year, wording)
    if said.value == "not_ratified":
        return wording.t("monitoring.as_of", year=year)
    return year


def source_text(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    """The source by its short name, or the title of the page that was read."""
    source = facts.sources.get(said.source)
    if source is None:
        return Foreign(said.source_title)
    if said.view == "office":
        return Foreign(said.source_title)
    if said.view == "pages":
        # Such a source is a collection of pages: what was read is this one.
        return numbers.isolate(urlsplit(said.page).netloc.removeprefix("www."), wording)
    keys = (
        f"country.sources.named.{_NAMED.get(source.code, '')}",
        f"country.short_source.{source.code}",
    )
    named = next((key for key in keys if key in wording.texts), "")
    return wording.t(named) if named else Foreign(source.publisher)


def _checked(said: Said, wording: Wording) -> str:
    try:
        day = numbers.date_text(said.checked, wording)
    except ValueError:
        return ""
    return wording.t("monitoring.checked", day=day) if day else ""

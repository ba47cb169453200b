"""One view of the figures: which rows, and how they are drawn. An address says all of it.

The explore page, an embedded chart, a picture, a citation and a saved meeting view read the same
parameters here, so that none of them can show anything else than another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from components.explore.filters import (
    LISTS,
    Filters,
    Refused,
    filters_of,
    without_unknown,
)
from components.explore.filters import PARAMETERS as FILTERS
from data.records import Known

TABS: Final = ("chart", "map", "table")
CHARTS: Final = ("auto", "line", "bar", "slope", "dots", "multiples", "scatter")
"""`auto` takes the form that suits the figures; `dots` is the range between sexes or ages."""

SCALES: Final = ("linear", "log")
SORTS: Final = ("name", "value", "year")
MOST_APART: Final = 20
APART: Final = 3
"""Years that the two figures of one point of a scatter may lie apart, unless asked otherwise."""

WORDS: Final = {
    "tab": TABS,
    "chart": CHARTS,
    "scale": SCALES,
    "sort": SORTS,
    "relative": ("0", "1"),
}
OWN: Final = (*WORDS, "x", "apart")
PARAMETERS: Final = (*FILTERS, *OWN)


@dataclass(frozen=True)
class View:
    """What is seen at one address. What equals its default is left out of the address.

    `x` is the indicator on the horizontal axis of a scatter; `apart` the years by which the two
    figures of a point may differ; `relative` draws the change since the first figure in percent.
    """

    filters: Filters = field(default_factory=Filters)
    tab: str = TABS[0]
    chart: str = CHARTS[0]
    scale: str = SCALES[0]
    sort: str = SORTS[0]
    relative: bool = False
    x: str = ""
    apart: int = APART

    def params(self) -> dict[str, str]:
        """The parameters that say this, in a fixed order, the filters first."""
        plain = View()
        said = {name: getattr(self, name) for name in ("tab", "chart", "scale", "sort", "x")}
        own = {name: text for name, text in said.items() if text != getattr(plain, name)}
        if self.relative:
            own["relative"] = "1"
        if self.apart != APART:
            own["apart"] = str(self.apart)
        return self.filters.params() | own

    def query(self) -> str:
        """The parameters as the part of an address behind `?`; commas stay readable."""
        return urlencode(self.params(), safe=",")

    def at_release(self, release: int) -> View:
        """The same view, frozen: its figures are those of a release for ever."""
        return replace(self, filters=replace(self.filters, as_of=release))


def _own(name: str, text: str, known: Known) -> str | int | bool:
    """The value of a parameter of the view itself. Raises Refused."""
    if name == "x":
        if text and text not in known.indicators:
            raise Refused(name, text, known.indicators)
        return text
    if name == "apart":
        if not (text.isascii() and text.isdigit() and int(text[:3]) <= MOST_APART):
            raise Refused(name, text, (f"0-{MOST_APART}",))
        return int(text)
    if text not in WORDS[name]:
        raise Refused(name, text, WORDS[name])
    return text == "1" if name == "relative" else text


def _parted(
    pairs: Iterable[tuple[str, str]],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The parameters of the filters, and those of the view itself that say something."""
    filters, own = [], []
    for name, text in pairs:
        if name not in OWN:
            filters.append((name, text))
        elif text:
            own.append((name, text))
    return filters, own


def view_of(pairs: Iterable[tuple[str, str]], known: Known) -> View:
    """The view that parameters state; of one given twice the last counts, but for lists.

    Raises Refused for the first parameter or value that is not known.
    """
    filters, own = _parted(pairs)
    found = {name: _own(name, text, known) for name, text in own}
    try:
        chosen = filters_of(filters, known)
    except Refused as why:
        if why.parameter:
            raise
        raise Refused("", why.value, PARAMETERS) from None
    return View(chosen, **found)  # type: ignore[arg-type]


def view_without_unknown(
    pairs: Iterable[tuple[str, str]], known: Known
) -> tuple[View, list[Refused]]:
    """The view as far as it can be honoured, and what had to be left out of it."""
    filters, own = _parted(pairs)
    chosen, refused = without_unknown(filters, known)
    found = {}
    for name, text in own:
        try:
            found[name] = _own(name, text, known)
        except Refused as why:
            refused.append(why)
    return View(chosen, **found), refused  # type: ignore[arg-type]


__all__ = ["LISTS", "PARAMETERS", "View", "view_of", "view_without_unknown"]

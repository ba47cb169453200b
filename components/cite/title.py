"""What a selection is, in one line: indicators, countries, years, and what else narrows it."""

from __future__ import annotations

from typing import Final

from components.explore.filters import Filters
from components.explore.region_names import region_name
from components.wording import Wording
from data.records import Known

MOST_NAMED: Final = 3
_SAID: Final = frozenset({"indicator", "area", "from", "to", "as_of"})


def title_of(filters: Filters, known: Known, wording: Wording) -> str:
    """`Children in child labour, economic activity; Nepal, Togo; 2010 to 2020`."""
    said = wording.t(
        "cite.title",
        indicators=_indicators(filters, known, wording),
        areas=_areas(filters, known, wording),
        more=_years(filters, wording) + _narrowed(filters, wording),
    )
    return " ".join(said.split())


def _indicators(filters: Filters, known: Known, wording: Wording) -> str:
    codes = filters.indicator
    if not codes:
        themes = (wording.t(f"theme.{code}") for code in filters.theme)
        return wording.t("sentence.comma").join(themes) or wording.t("cite.all_indicators")
    if len(codes) > MOST_NAMED:
        return wording.t("cite.some_indicators", count=len(codes))
    names = (wording.of(known.indicators[code], "name") for code in codes)
    return wording.t("sentence.comma").join(names)


def _areas(filters: Filters, known: Known, wording: Wording) -> str:
    codes = (*filters.area, *filters.region)
    if not codes:
        return wording.t("cite.all_areas")
    if len(codes) > MOST_NAMED:
        return wording.t("cite.some_areas", count=len(codes))
    names = (region_name(code, known.areas, wording) for code in codes)
    return wording.t("sentence.comma").join(names)


def _years(filters: Filters, wording: Wording) -> str:
    if not (filters.first or filters.last):
        return ""
    return wording.t("cite.years", first=filters.first or "…", last=filters.last or "…")


def _narrowed(filters: Filters, wording: Wording) -> str:
    """The further filters as they stand in the address."""
    # A theme without an indicator is named in its place.
    named = _SAID | (set() if filters.indicator else {"theme"})
    left = {name: text for name, text in filters.params().items() if name not in named}
    if len(filters.region) + len(filters.area) <= MOST_NAMED:
        left.pop("region", None)
    if not left:
        return ""
    said = wording.t("sentence.comma").join(f"{name}={text}" for name, text in left.items())
    return wording.t("cite.narrowed", filters=said)

"""What the filters of the data page offer: only what exists for what is chosen already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from components.explore.filters import Filters
from components.explore.region_names import region_order
from data.records import SEXES, THEMES, Known, Offer, age_order

COUNTRY_KINDS = ("country", "territory")


@dataclass(frozen=True)
class Offered:
    """The codes that each filter offers, in the order in which it shows them."""

    themes: tuple[str, ...]
    indicators: tuple[str, ...]
    areas: tuple[str, ...]
    regions: tuple[str, ...]
    sexes: tuple[str, ...]
    ages: tuple[str, ...]
    dimensions: tuple[str, ...]
    categories: tuple[str, ...]
    sources: tuple[str, ...]
    years: tuple[int, ...]


def _with_chosen(offered: Iterable[str], chosen: Iterable[str]) -> tuple[str, ...]:
    """What is chosen stays to be seen, even where it offers nothing, so that it can be undone."""
    return tuple(dict.fromkeys((*offered, *chosen)))


def _areas(held: set[str], known: Known) -> list[str]:
    """Countries by name, then the groupings that publishers give figures for, by name."""
    return sorted(
        (code for code in held if code in known.areas),
        key=lambda c: (known.areas[c].kind not in COUNTRY_KINDS, known.areas[c].by_name),
    )


def _regions(held: list[str], known: Known) -> list[str]:
    """Regions by name, then sets of countries in their order."""
    return sorted(held, key=lambda code: region_order(code, known.areas))


def _years(chosen: list[Offer], filters: Filters) -> tuple[int, ...]:
    if not chosen:
        return ()
    first, last = min(o.first for o in chosen), max(o.last for o in chosen)
    asked = {year for year in (filters.first, filters.last) if year is not None}
    return tuple(sorted(asked | set(range(first, last + 1)), reverse=True))


def offered(filters: Filters, known: Known) -> Offered:
    """What each filter offers, given the chosen themes and indicators."""
    held = [code for code in known.indicators if code in known.offers]
    of_theme = [c for c in held if not filters.theme or known.indicators[c].theme in filters.theme]
    narrowed = [c for c in of_theme if not filters.indicator or c in filters.indicator]
    chosen = [known.offers[code] for code in narrowed]
    areas = {code for offer in chosen for code in offer.areas}
    regions = [r for r, inside in known.members.items() if areas.intersection(inside)]
    sexes = {code for offer in chosen for code in offer.sexes}
    ages = {code for offer in chosen for code in offer.ages}
    sources = {code for offer in chosen for code in offer.sources}
    dimensions = {code for offer in chosen for code in offer.dimensions}
    categories = {code for offer in chosen for code in offer.categories}
    themes = {known.indicators[code].theme for code in held}
    return Offered(
        _with_chosen((t for t in THEMES if t in themes), filters.theme),
        _with_chosen(
            sorted(of_theme, key=lambda c: THEMES.index(known.indicators[c].theme)),
            filters.indicator,
        ),
        _with_chosen(_areas(areas, known), filters.area),
        _with_chosen(_regions(regions, known), filters.region),
        _with_chosen((s for s in SEXES if s in sexes), filters.sex),
        _with_chosen(sorted(ages, key=age_order), filters.age),
        _with_chosen(sorted(dimensions), filters.dimension),
        _with_chosen(sorted(categories), filters.category),
        _with_chosen(sorted(sources), filters.source),
        _years(chosen, filters),
    )

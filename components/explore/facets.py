"""What may be filtered by beside indicator and place: each value with how many rows it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.explore.links import Links, toggled, with_filters
from components.explore.offered import Offered
from components.explore.view import View
from components.wording import Wording
from data.records import TOTAL, Known

COUNTED: Final = ("sex", "age", "dimension", "category", "source")
"""Facets whose values bear the number of rows that they would leave."""

OF_ONE: Final = frozenset({"age", "dimension", "category"})
"""Facets that mean something within one indicator."""

SHOWN_AT_ONCE: Final = 8
"""Values of a facet in sight; the rest lies in a fold."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")

Counts = Mapping[str, Mapping[str, int]]
"""Rows by facet and value."""


@dataclass(frozen=True)
class Choice:
    """One value: its words, where a click leads, whether it is taken, its rows in words."""

    code: str
    text: str
    href: str
    chosen: bool
    count: str = ""
    none: bool = False


@dataclass(frozen=True)
class Facet:
    """A group of values. `single`: one of them at most, as buttons in a row."""

    name: str
    label: str
    shown: tuple[Choice, ...]
    folded: tuple[Choice, ...] = ()
    single: bool = False


def _choice(
    name: str, code: str, text: str, view: View, links: Links, counted: Mapping[str, int] | None,
    wording: Wording,
) -> Choice:  # fmt: skip
    taken = getattr(view.filters, name)
    there = counted.get(code, 0) if counted is not None else None
    return Choice(
        code,
        text,
        links.to(with_filters(view, **{name: toggled(taken, code)})),
        code in taken,
        "" if there is None else numbers.number(there, wording),
        there == 0,
    )


def _sexes(view: View, offered: Offered, links: Links, wording: Wording) -> Facet | None:
    """All, both together, girls, boys, as buttons: one of them at a time."""
    if len(offered.sexes) < 2:
        return None
    age = view.filters.age[0] if view.filters.age else ""
    taken = view.filters.sex
    each: list[tuple[str, tuple[str, ...], str]] = [("", (), wording.t("explore_page.all_sexes"))]
    for sex in offered.sexes:
        said = wording.t("explore_page.both") if sex == "T" else numbers.sex_text(sex, age, wording)
        each.append((sex, (sex,), said))
    choices = [
        Choice(code or "any", said, links.to(with_filters(view, sex=codes)), taken == codes)
        for code, codes, said in each
    ]
    return Facet("sex", wording.t("explore.parameter.sex"), tuple(choices), single=True)


def source_name(code: str, known: Known, wording: Wording) -> str:
    """The short name of a source, and the last year of its edition."""
    source = known.sources[code]
    short = (f"explore_source.{code}", f"country.short_source.{code}")
    known_as = next((key for key in short if key in wording.texts), "")
    named = wording.t(known_as) if known_as else source.publisher
    years = _YEAR.findall(source.vintage)
    if not years or years[-1] in named:
        return named
    return wording.t("card.source", publisher=named, vintage=years[-1])


def category_names(known: Known, wording: Wording) -> Callable[[str], str]:
    """What a part is called; the same code under several breakdowns is one name."""
    dimensions = sorted({d for offer in known.offers.values() for d in offer.dimensions} - {TOTAL})

    def said(code: str) -> str:
        if code == TOTAL:
            return wording.t("explore_page.all_parts")
        keys = (f"category.{dimension}.{code}" for dimension in dimensions)
        found = next((key for key in keys if key in wording.texts), "")
        return wording.t(found) if found else code

    return said


def dimension_name(code: str, wording: Wording) -> str:
    """What a breakdown is called."""
    return wording.t("explore_page.no_breakdown" if code == TOTAL else f"dimension.{code}")


def _several(
    name: str,
    codes: Iterable[str],
    say: Callable[[str], str],
    view: View,
    links: Links,
    counts: Counts,
    wording: Wording,
) -> Facet | None:
    counted = counts.get(name)
    choices = [_choice(name, c, say(c), view, links, counted, wording) for c in codes]
    if len(choices) < 2 and not any(choice.chosen for choice in choices):
        return None
    # What has rows and what is chosen comes first, each in its own order.
    choices.sort(key=lambda choice: choice.none and not choice.chosen)
    most = max(SHOWN_AT_ONCE, sum(choice.chosen for choice in choices))
    return Facet(
        name,
        wording.t(f"explore.parameter.{name}"),
        tuple(choices[:most]),
        tuple(choices[most:]),
    )


def facets(
    view: View, offered: Offered, known: Known, links: Links, counts: Counts, wording: Wording
) -> tuple[Facet, ...]:
    """The facets that have a choice for what is asked."""
    category = category_names(known, wording)
    each = (
        _sexes(view, offered, links, wording),
        _several(
            "age",
            offered.ages,
            lambda c: numbers.age_text(c, wording),
            view, links, counts, wording,
        ),
        _several(
            "dimension",
            offered.dimensions,
            lambda c: dimension_name(c, wording),
            view, links, counts, wording,
        ),
        _several("category", offered.categories, category, view, links, counts, wording),
        _several(
            "source",
            offered.sources,
            lambda c: source_name(c, known, wording),
            view, links, counts, wording,
        ),
    )  # fmt: skip
    # Ages and parts of a hundred indicators at once tell nothing: one has to be chosen first.
    narrow = bool(view.filters.indicator or view.filters.headline)
    return tuple(
        facet
        for facet in each
        if facet is not None and (narrow or facet.name not in OF_ONE or _taken(facet))
    )


def _taken(facet: Facet) -> bool:
    return any(choice.chosen for choice in (*facet.shown, *facet.folded))

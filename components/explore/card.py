"""The card in the middle of the data page: tabs, what sets the drawing, and what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from components.explore.facets import Choice
from components.explore.links import Links, with_filters
from components.explore.view import CHARTS, SORTS, TABS, View
from components.markup import render
from components.wording import Wording

RELATIVE_FORMS: Final = frozenset({"line", "multiples"})
LOG_FORMS: Final = frozenset({"line", "multiples", "scatter", "bar", "dots", "slope"})
SORTED_FORMS: Final = frozenset({"bar", "dots", "slope", "multiples"})
ACROSS_FORMS: Final = frozenset({"bar", "dots"})
"""Forms in which something of a drawing can be set at all."""


@dataclass(frozen=True)
class Years:
    """The years of the slider, the one that it stands at, and whether that was asked for."""

    among: tuple[int, ...]
    at: int
    asked: bool


@dataclass(frozen=True)
class Body:
    """What a tab shows as safe HTML. `form` is the kind of chart that was taken, `guarded` whether
    its figures may not be compared; `note` is a sentence beside the tabs."""

    html: str
    form: str = ""
    guarded: bool = False
    note: str = ""


def _tabs(view: View, links: Links, wording: Wording) -> list[Choice]:
    return [
        Choice(
            tab, wording.t(f"explore_page.tab.{tab}"), links.to(replace(view, tab=tab)),
            tab == view.tab,
        )
        for tab in TABS
    ]  # fmt: skip


def _forms(view: View, links: Links, wording: Wording) -> list[Choice]:
    return [
        Choice(
            form, wording.t(f"explore_page.chart.{form}"), links.to(replace(view, chart=form)),
            form == view.chart,
        )
        for form in CHARTS
    ]  # fmt: skip


def _switch(name: str, text: str, on: bool, view: View, links: Links) -> Choice:
    return Choice(name, text, links.to(view), on)


def _switches(view: View, body: Body, links: Links, wording: Wording) -> list[Choice]:
    """What can be turned on and off in a chart of the form that is drawn."""
    form, found = body.form, []
    if form in LOG_FORMS:
        log = view.scale == "log"
        other = replace(view, scale="linear" if log else "log")
        found.append(_switch("log", wording.t("explore_page.log"), log, other, links))
    if form in RELATIVE_FORMS:
        other = replace(view, relative=not view.relative)
        found.append(
            _switch("relative", wording.t("explore_page.relative"), view.relative, other, links)
        )
    if body.guarded or view.filters.unlike:
        on = view.filters.unlike
        other = with_filters(view, unlike=not on)
        found.append(_switch("unlike", wording.t("explore.parameter.unlike"), on, other, links))
    return found


def _sorts(view: View, body: Body, links: Links, wording: Wording) -> list[Choice]:
    if body.form not in SORTED_FORMS:
        return []
    return [
        Choice(
            sort, wording.t(f"explore_page.sort.{sort}"), links.to(replace(view, sort=sort)),
            sort == view.sort,
        )
        for sort in SORTS
    ]  # fmt: skip


def across(view: View, body: Body) -> bool:
    """Whether a view sets countries beside each other at one year, so that a year can be asked."""
    return view.tab == "map" or (view.tab == "chart" and body.form in ACROSS_FORMS)


def card_html(
    view: View,
    body: Body,
    links: Links,
    wording: Wording,
    *,
    years: Years | None = None,
    about: Sequence[dict[str, Any]] = (),
) -> str:
    """The whole card. `about` are links to the pages of the indicators."""
    chart = view.tab == "chart" and bool(body.form)
    return render(
        "explore_card.html",
        t=wording.t,
        tabs=_tabs(view, links, wording),
        note=body.note,
        forms=_forms(view, links, wording) if chart else [],
        switches=_switches(view, body, links, wording) if chart else [],
        sorts=_sorts(view, body, links, wording) if chart else [],
        apart=view.apart if chart and body.form == "scatter" else None,
        years=years if across(view, body) else None,
        body=body.html,
        about=about,
        tab=view.tab,
    )

"""The filters of the data page: indicator, places, years, and the facets with their counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from components.explore.facets import COUNTED, Choice, Counts, facets
from components.explore.filters import VALUE
from components.explore.links import Links, with_filters
from components.explore.offered import offered
from components.explore.places import chosen_places, picked_places
from components.explore.region_names import basis_sentence
from components.explore.view import View
from components.markup import render
from components.ui.find import find_anything
from components.ui.press import go_to
from components.ui.ready import show_html
from components.ui.visit import Visit
from components.wording import Wording, wording
from data import store
from data.facets import counts
from data.records import Indicator, Known

MOST_PLACES = 400
MOST_NAMED = 6
MOST_INDICATORS = 8


def show(here: Visit, view: View, links: Links, without: tuple[str, ...]) -> None:
    """Every filter, offering what exists for what is chosen."""
    words, release = here.wording, view.filters.as_of
    known = store.known(release, here.language)
    filters = view.filters
    find_anything(
        here,
        "pick-indicator",
        kind="indicator",
        label=words.t("explore.parameter.indicator"),
        example=words.t("explore_page.choose_indicator"),
        chosen=_named(
            filters.indicator,
            {c: words.of(known.indicators[c], "short") for c in filters.indicator},
        ),
        most=1 if len(filters.indicator) < 2 else MOST_INDICATORS,
        on_picked=lambda picked: _take_indicator(view, links, picked),
    )
    show_html(_definition(release, view, here.language))
    find_anything(
        here,
        "pick-place",
        kind="place",
        label=words.t("explore_page.places"),
        example=words.t("explore_page.all_places"),
        chosen=chosen_places(filters.area, filters.region, known, words),
        most=MOST_PLACES,
        on_picked=lambda picked: _take_places(view, links, picked),
    )
    if view.chart == "scatter" and view.tab == "chart":
        find_anything(
            here,
            "pick-x",
            kind="indicator",
            label=words.t("explore.parameter.x"),
            example=words.t("explore_page.choose_indicator"),
            chosen=_named((view.x,), {view.x: words.of(known.indicators[view.x], "short")})
            if view.x
            else (),
            on_picked=lambda picked: go_to(
                _query(replace(view, x=picked[-1] if picked else ""), links)
            ),
        )
    show_html(_rest(release, view, links, without))  # fmt: skip


def _named(codes: tuple[str, ...], names: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"code": code, "name": names[code]} for code in codes]


def _query(view: View, links: Links) -> str:
    return links.to(view).partition("?")[2]


def _take_indicator(view: View, links: Links, picked: tuple[str, ...]) -> None:
    """Another indicator: what belonged to the one before, its ages and parts, goes with it."""
    go_to(
        _query(
            with_filters(
                view, indicator=picked, headline="", age=(), dimension=(), category=(), source=()
            ),
            links,
        )
    )


def _take_places(view: View, links: Links, picked: tuple[str, ...]) -> None:
    go_to(_query(with_filters(view, **picked_places(picked)), links))


def _defined(about: Indicator, words: Wording) -> str:
    measured = words.t(
        "explore_page.measured",
        unit=words.t(f"unit.{about.unit}"),
        population=words.of(about, "population"),
    )
    return f"{measured} {words.of(about, 'definition')}"


@store.cached(256)
def _definition(release: int | None, view: View, language: str) -> str:
    """What is measured, of whom, in which unit: the rule on hours stands in the definition."""
    known, words = store.known(release, language), wording(language)
    codes = view.filters.indicator
    return render(
        "explore_definition.html",
        t=words.t,
        # Indicators of one definition, by two publishers, say it once.
        texts=tuple(dict.fromkeys(_defined(known.indicators[code], words) for code in codes)),
    )


def _without(names: tuple[str, ...], words: Wording) -> str:
    """Which of the asked places have no figure: some by name, the rest by their number."""
    if not names:
        return ""
    named = words.t("sentence.comma").join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more > 0:
        return words.plural("explore_page.no_figure_more", more, names=named, count=more)
    return words.t("explore_page.no_figure", names=named)


def _counted(release: int | None, view: View, known: Known) -> Counts:
    """The rows that each value would leave, as the file would hold them."""
    asked = view.filters.selection(known)
    return {facet: counts(release, asked, facet) for facet in COUNTED}


@store.cached(128)
def _rest(release: int | None, view: View, links: Links, without: tuple[str, ...]) -> str:
    words = wording(links.language)
    known = store.known(release, links.language)
    there, filters = offered(view.filters, known), view.filters
    latest = with_filters(view, latest="" if filters.latest else VALUE, year=None)
    return render(
        "explore_filters.html",
        t=words.t,
        without=_without(without, words) if filters.area or filters.region else "",
        bases=[text for code in filters.region if (text := basis_sentence(code, words))],
        years=there.years,
        first=filters.first,
        last=filters.last,
        latest=Choice("latest", "", links.to(latest), bool(filters.latest)),
        facets=facets(view, there, known, links, _counted(release, view, known), words),
        reset=links.page(**{"indicator": ",".join(filters.indicator)}),
    )

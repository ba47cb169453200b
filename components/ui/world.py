"""The landing page: three numbers that answer its title, the map, and every country."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from components.cards import CSV_ROUTE, Card, Section
from components.charts.world_map import WorldMap, place_of, world_map
from components.country.layout import card_words
from components.markup import render
from components.packing import packed
from components.sentences import map_sentence
from components.theme import PALETTES, Mode
from components.ui.as_of import release_id
from components.ui.cards import CHART_CONFIG, ReadyFigure
from components.ui.find import find_country_box
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_choice import choose, refused, switch
from components.ui.visit import Visit
from components.wording import DEFAULT as DEFAULT_LANGUAGE
from components.wording import Wording, wording
from components.world import countries, estimates, headline
from components.world.cards import dots_card, table_card
from components.world.headline import Reports
from data import store
from data.database import ROOT
from data.methods.selection import headlines, measure_of
from data.queries import figures, versions
from data.records import Indicator, Series
from data.world_facts import VICTIMS, victims_told

DEFAULT: Final = "child_labour"
FEWEST_COUNTRIES: Final = 20
"""An indicator with fewer countries makes an empty map: it is left to the country pages."""

NOT_DRAWN: Final = ROOT / "data" / "geo" / "not_drawn.csv"
LATEST: Final = "latest"
MAP, CHART, TABLE = "map", "chart", "table"
VIEWS: Final = (MAP, CHART, TABLE)
WORLD: Final = "WLD"


@cache
def not_drawn(path: Path = NOT_DRAWN) -> dict[str, str]:
    """Areas without a shape that can be seen or clicked, and why: too_small or no_shape."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["area"]: row["reason"] for row in csv.DictReader(lines)}


@store.cached(4)
def _mappable(release: int | None) -> dict[str, Indicator]:
    """What can be mapped: the headline measures that have figures, then indicators by theme."""
    with store.connected() as connection:
        covered = figures.coverage_by_indicator(connection, release=release)
        described = figures.indicators(connection)
    order = ("child_labour", "forced_labour", "trafficking", "government", "context")
    ranked = sorted(described.values(), key=lambda i: (order.index(i.theme), i.order, i.code))
    enough = {
        about.code: about
        for about in ranked
        if covered.get(about.code, {"areas": 0})["areas"] >= FEWEST_COUNTRIES
    }
    leading = {
        code: described[measure.indicators[0]]
        for code, measure in headlines().items()
        if measure.mapped and any(one in enough for one in measure.indicators)
    }
    return leading | enough


@store.cached(64)
def _years(release: int | None, code: str) -> list[int]:
    known = store.reference(DEFAULT_LANGUAGE).indicators
    with store.connected() as connection:
        measure = figures.measure_called(code, known)
        return figures.years(connection, measure, table=versions.observations_as_of(release))


def measure_name(code: str, about: Indicator, words: Wording) -> str:
    """What a choice of the list is called: a headline measure, or an indicator after its theme."""
    if code in headlines():
        return words.t(f"headline.{code}.name")
    return f"{words.t('theme.' + about.theme)}: {words.of(about, 'name')}"


@store.cached(6)
def _reports(release: int | None, language: str) -> Reports | None:
    by_year = victims_told(release)
    if not by_year:
        return None
    source = headlines()[VICTIMS].sources[0]
    return Reports(by_year, store.reference(language).sources[source])


@store.cached(12)
def _numbers(release: int | None, language: str) -> str:
    words = wording(language)
    world = store.figures_of(release, WORLD, language)
    blocks = headline.world_numbers(world, _reports(release, language), words)
    return headline.numbers_html(blocks, words)


def top(here: Visit) -> None:
    """The question, what the target asks, and the way to a country."""
    with st.container(key="world-top"):
        st.html(render("world_top.html", t=here.wording.t))
        if not here.presenting:
            find_country_box(here)


def lead(here: Visit) -> None:
    """The three numbers that answer the question."""
    show_html(_numbers(release_id(), here.language))


@dataclass(frozen=True, eq=False)
class Shown:
    """One choice, ready: the map, what stands under it, and the cards of every country."""

    latest: Series
    drawn: WorldMap
    sentence: str
    foot: str
    dots: Card | None
    table: Card
    short: str


@store.cached(64)
def _shown(
    release: int | None,
    code: str,
    year: int | None,
    language: str,
    mode: Mode,
    country: str,
    this_year: int,
) -> Shown:
    """One choice, made once and shared; `country` is a link up to its code."""
    words, palette = wording(language), PALETTES[mode]
    known = store.reference(language)
    latest = countries.accounted(store.latest(release, code, language, year), known.countries)
    hidden = not_drawn()
    drawn = world_map(
        latest,
        words,
        palette,
        neutral=countries.UNSETTLED,
        asked=year,
        this_year=this_year,
        small=[area for area, why in hidden.items() if why == "too_small"],
        height=HEIGHT,
    )

    def link(iso3: str) -> str:
        return country + iso3

    sentence = map_sentence(latest, words, year, this_year=this_year)
    foot = render(
        "world_map_foot.html",
        legend=countries.legend(drawn, words),
        sentence=sentence,
        not_drawn=countries.beside_the_map(latest, hidden.keys(), words, link),
    )
    measure = measure_name(code, latest.indicator, words)
    csv_of = _csv(code, release)
    regions = {
        each.code: each.name
        for each in sorted(known.areas.values(), key=lambda area: area.by_name)
        if each.kind == "region"
    }
    return Shown(
        latest,
        drawn,
        sentence,
        foot,
        dots_card(latest, regions, words, measure=measure, csv=csv_of, this_year=this_year),
        table_card(latest, regions, words, link, measure=measure, csv=csv_of, this_year=this_year),
        words.t(f"headline.{code}.short")
        if code in headlines()
        else words.of(latest.indicator, "short"),
    )


HEIGHT: Final = 400
"""Pixels of the map on a wide screen; the style sheet gives the box its height on others."""


def _csv(code: str, release: int | None) -> str:
    """The address of the rows that may speak for a choice."""
    about = store.reference(DEFAULT_LANGUAGE).indicators
    measure = headlines().get(code) or measure_of(about[code])
    asked = {"indicator": ",".join(measure.indicators)}
    asked |= {"as_of": str(release)} if release is not None else {}
    return f"{CSV_ROUTE}?{urlencode(asked, safe=',')}"


def _choices(here: Visit, options: dict[str, Indicator]) -> tuple[str, int | None, str]:
    """Indicator, year and view of the URL, with the widgets that change them."""
    words = here.wording
    default = DEFAULT if DEFAULT in options else next(iter(options))
    with st.container(key="map-choices", horizontal=True):
        code = choose(
            words.t("world.indicator"),
            "indicator",
            list(options),
            lambda c: measure_name(c, options[c], words),
            default=default,
        )
        years = [str(year) for year in reversed(_years(release_id(), code))]
        asked = choose(
            words.t("world.year"),
            "year",
            [LATEST, *years],
            lambda y: words.t("world.latest") if y == LATEST else y,
            default=LATEST,
        )
        view = switch(
            words.t("world.show"), "view", VIEWS, lambda v: words.t(f"world.view.{v}"), default=MAP
        )
    if wrong := refused("year", [LATEST, *years]):
        notice(words.t("world.unknown_year", asked=wrong))
    return code, None if asked == LATEST else int(asked), view


def the_map(here: Visit, country_page: Any = "country.py") -> Shown | None:
    """Choose an indicator, a year and a view; see it with its honest years."""
    words = here.wording
    options = _mappable(release_id())
    if not options:
        notice(words.t("world.no_figures"))
        return None
    wrong = refused("indicator", list(options))
    if wrong:
        notice(words.t("world.unknown_indicator", asked=wrong))
    code, year, view = _choices(here, options)
    shown = _shown(
        release_id(),
        code,
        year,
        here.language,
        here.palette.mode,
        here.href_up_to("country", "iso3"),
        date.today().year,
    )
    if view == MAP:
        _show_map(here, code, shown, country_page)
    else:
        show_html(_in_its_place(shown, view, here.language))
    return shown


@store.cached(64)
def _in_its_place(shown: Shown, view: str, language: str) -> str:
    """The chart or the table where the map would be."""
    card = shown.table if view == TABLE else shown.dots
    body = card_words(card, wording(language)) if card else ""
    html = f'<div class="world-view theme-{shown.latest.indicator.theme}">{body}'
    return packed(f'{html}<p class="honest" role="status">{shown.sentence}</p></div>')


def _show_map(here: Visit, code: str, shown: Shown, country_page: Any) -> None:
    with st.container(key="world-map"):
        event = st.plotly_chart(
            ReadyFigure(shown.drawn.figure),
            key=f"map-{code}",
            theme=None,
            config=dict(CHART_CONFIG),
            on_select="rerun",
            selection_mode="points",
            height="stretch",
            alt=shown.sentence,
        )
    show_html(shown.foot)
    picked = event["selection"]["points"] if event else []
    code_picked = place_of(shown.drawn, picked[0]) if picked else ""
    if code_picked in {area.code for area in shown.latest.areas}:
        st.switch_page(country_page, query_params=here.params(iso3=code_picked))


@store.cached(6)
def _estimates(release: int | None, language: str) -> tuple[Card, ...]:
    words, known = wording(language), store.reference(language)
    world = store.figures_of(release, WORLD, language)
    found: list[Card | None] = []
    if headline.CHILD_LABOUR in world:
        found.append(estimates.history_card(world[headline.CHILD_LABOUR], words))
    held = {code: store.figures_of(release, code, language) for code in (*estimates.REGIONS, WORLD)}
    found.append(estimates.regions_card(held, known.areas, words))
    return tuple(card for card in found if card)


@store.cached(64)
def _below(
    release: int | None, language: str, shown: Shown | None, view: str, progress: str
) -> str:
    words = wording(language)
    head = Section(
        "world-estimates",
        words.t("world.section.child_labour"),
        "child_labour",
        words.t("world.section.estimates"),
        _estimates(release, language),
    )
    texts = _section_html(head, words)
    if shown is not None:
        kept = (shown.dots if view != CHART else None, shown.table if view != TABLE else None)
        section = Section(
            "world-latest",
            shown.short,
            shown.latest.indicator.theme,
            words.t("world.section.latest"),
            tuple(card for card in kept if card),
        )
        texts += _section_html(section, words)
    return packed(texts + render("world_foot.html", t=words.t, progress=progress))


def below(here: Visit, shown: Shown | None) -> None:
    """The world's estimates, every country's figure, and what the map does not mean."""
    view = st.query_params.get("view", MAP)
    view = view if view in VIEWS else MAP
    with st.container(key="grid-world"):
        show_html(_below(release_id(), here.language, shown, view, here.href("progress")))


def _section_html(section: Section, words: Wording) -> str:
    if not section.cards:
        return ""
    texts = [render("section_head.html", section=section)]
    for card in section.cards:
        wide = " card-wide" if card.wide else ""
        classes = f"card{wide} theme-{card.theme}"
        texts.append(f'<article class="{classes}">{card_words(card, words)}</article>')
    return "".join(texts)

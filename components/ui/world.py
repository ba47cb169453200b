"""The landing page: the mission in three numbers, the map, the ranking, a country by name."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from components import numbers
from components.charts.world_map import WorldMap, world_map
from components.markup import render
from components.sentences import map_sentence
from components.theme import PALETTES, Mode
from components.ui import store
from components.ui.cards import CHART_CONFIG, ReadyFigure
from components.ui.notice import notice
from components.ui.store import Identity
from components.ui.url_choice import choose, refused
from components.ui.visit import Visit
from components.wording import DEFAULT as DEFAULT_LANGUAGE
from components.wording import wording
from components.world import ranking
from data.database import ROOT
from data.methods.selection import measure_of, speaking
from data.queries import areas as area_queries
from data.queries import figures
from data.records import Indicator, Observation, Series

HEADLINES: Final = (
    ("GE_CHILD_LABOUR_NUMBER", "child_labour"),
    ("ILO_FORCED_LABOUR_NUMBER", "forced_labour"),
)
"""Global estimates that open the page; the third number counts what States report."""

DEFAULT: Final = "SL_TLF_CHLDEA"
VICTIMS: Final = "TIP_VICTIMS"
FEWEST_COUNTRIES: Final = 20
"""An indicator with fewer countries makes an empty map: it is left to the country pages."""

NOT_DRAWN: Final = ROOT / "data" / "geo" / "not_drawn.csv"
LATEST: Final = "latest"


@cache
def not_drawn(path: Path = NOT_DRAWN) -> frozenset[str]:
    """Areas without a shape that can be seen or clicked."""
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["area"] for row in csv.DictReader(lines))


@lru_cache(maxsize=4)
def _mappable(_identity: Identity) -> dict[str, Indicator]:
    with store.connected() as connection:
        covered = figures.coverage_by_indicator(connection, release=_identity.release)
        described = figures.indicators(connection)
    order = ("child_labour", "forced_labour", "trafficking", "government", "context")
    ranked = sorted(described.values(), key=lambda i: (order.index(i.theme), i.order, i.code))
    return {
        about.code: about
        for about in ranked
        if about.mapped and covered.get(about.code, {"areas": 0})["areas"] >= FEWEST_COUNTRIES
    }


@lru_cache(maxsize=64)
def _years(_identity: Identity, code: str) -> list[int]:
    known = store.reference(DEFAULT_LANGUAGE).indicators
    with store.connected() as connection:
        measure = figures.measure_called(code, known)
        return figures.years(connection, measure, table=_identity.table)


def _world_figure(code: str, here: Visit) -> tuple[Series, Observation] | None:
    """The newest figure of the world as a whole for an indicator."""
    series = store.figures_of("WLD", here.language).get(code)
    if series is None:
        return None
    spoken = speaking(measure_of(series.indicator), series.observations)
    return (series, spoken.row) if spoken else None


def _headline(code: str, theme: str, here: Visit) -> dict[str, str] | None:
    found = _world_figure(code, here)
    if found is None:
        return None
    series, row = found
    source = series.source(row.source)
    return {
        "theme": theme,
        "value": numbers.number(row.value or 0.0, here.wording),
        "text": here.wording.t(f"world.number.{theme}", year=row.year),
        "source": f"{source.publisher}, {source.vintage}",
        "address": source.address,
    }


def _detecting(here: Visit) -> dict[str, str] | None:
    """How many countries reported victims detected: a count of reports, not of people."""
    if VICTIMS not in _mappable(store.identity()):
        return None
    latest = store.latest(VICTIMS, here.language)
    countries = {area.code for area in store.reference(here.language).countries}
    told = [row for row in latest.observations if row.area in countries and row.status != "O"]
    source = latest.sources[0]
    return {
        "theme": "trafficking",
        "value": numbers.number(len(told), here.wording),
        "text": here.wording.t(
            "world.number.trafficking",
            first=min(row.year for row in told),
            last=max(row.year for row in told),
        ),
        "source": f"{source.publisher}, {source.vintage}",
        "address": source.address,
    }


def lead(here: Visit) -> None:
    """What Target 8.7 is in one sentence and three numbers."""
    blocks = [_headline(code, theme, here) for code, theme in HEADLINES] + [_detecting(here)]
    st.html(
        render("world_lead.html", t=here.wording.t, numbers=[block for block in blocks if block])
    )


def _found(here: Visit, typed: str) -> None:
    """Links to the countries that what was typed may mean."""
    words = here.wording
    known = store.reference(here.language)
    with store.connected() as connection:
        found = area_queries.find(connection, typed, here.language)
    areas = [
        {
            "name": area.name,
            "href": here.href("country", iso3=area.code),
            "region": known.areas[area.subregion].name if area.subregion in known.areas else "",
        }
        for area in found
    ]
    st.html(render("found.html", areas=areas, typed=typed, t=words.t))


@lru_cache(maxsize=64)
def _drawn(
    _identity: Identity, code: str, year: int | None, language: str, mode: Mode, country: str
) -> tuple[Series, WorldMap, dict[str, str]]:
    """Map and HTML for one choice, made once and shared; `country` is a link up to its code."""
    words, palette = wording(language), PALETTES[mode]
    countries = store.reference(language).countries
    latest = ranking.accounted(store.latest(code, language, year=year), countries)
    drawn = world_map(latest, words, palette, neutral=ranking.UNSETTLED, asked=year, height=540)

    def link(iso3: str) -> str:
        return country + iso3

    texts = {
        "sentence": map_sentence(latest, words, year),
        "legend": ranking.legend(drawn, words),
        "ranking": ranking.ranking_table(latest, words, link),
        "not_drawn": ranking.beside_the_map(latest, not_drawn(), words, link),
    }
    return latest, drawn, texts


def the_map(here: Visit, country_page: Any = "country.py") -> None:
    """Choose an indicator and a year; see the map, its honest years, its ranking."""
    words = here.wording
    options = _mappable(store.identity())
    if not options:
        notice(words.t("world.no_figures"))
        return
    default = DEFAULT if DEFAULT in options else next(iter(options))
    wrong = refused("indicator", list(options))
    if wrong:
        notice(words.t("world.unknown_indicator", asked=wrong))
    with st.container(key="map-choices", horizontal=True):
        typed = st.text_input(
            words.t("world.find"),
            key="find",
            placeholder=words.t("world.find_example"),
            max_chars=80,
        )
        code = choose(
            words.t("world.indicator"),
            "indicator",
            list(options),
            lambda c: (
                f"{words.t('theme.' + options[c].theme)}: {words.indicator(options[c], 'name')}"
            ),
            default=default,
        )
        years = [str(year) for year in reversed(_years(store.identity(), code))]
        asked = choose(
            words.t("world.year"),
            "year",
            [LATEST, *years],
            lambda y: words.t("world.latest") if y == LATEST else y,
            default=LATEST,
        )
    if typed.strip():
        _found(here, typed)
    if refused("year", [LATEST, *years]):
        notice(words.t("world.unknown_year", asked=st.query_params["year"]))
    year = None if asked == LATEST else int(asked)
    latest, drawn, texts = _drawn(
        store.identity(),
        code,
        year,
        here.language,
        here.palette.mode,
        here.href("country", iso3="_").removesuffix("_"),
    )
    _show(here, latest, drawn, texts, country_page)


def _show(
    here: Visit, latest: Series, drawn: WorldMap, texts: dict[str, str], country_page: Any
) -> None:
    words = here.wording
    about = latest.indicator
    st.html(
        render(
            "map_head.html",
            t=words.t,
            title=words.indicator(about, "name"),
            texts=texts,
            about=about,
            definition=words.indicator(about, "definition"),
        )
    )
    event = st.plotly_chart(
        ReadyFigure(drawn.figure),
        key=f"map-{about.code}",
        theme=None,
        config=dict(CHART_CONFIG),
        on_select="rerun",
        selection_mode="points",
        alt=texts["sentence"],
    )
    foot = render(
        "map_foot.html",
        t=words.t,
        legend=texts["legend"],
        not_drawn=texts["not_drawn"],
        sources=latest.sources,
    )
    st.html(foot + texts["ranking"])
    picked = event["selection"]["points"] if event else []
    codes = {area.code for area in latest.areas}
    if picked and picked[0].get("location") in codes:
        st.switch_page(country_page, query_params=here.params(iso3=picked[0]["location"]))

"""The page of indicators and sources: its filter, and its one block of HTML, made once."""

from __future__ import annotations

from typing import Final

import streamlit as st

from components.explore.described import described_html
from components.explore.methods import methods_html
from components.markup import render
from components.packing import packed
from components.ui.as_of import release_id
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_choice import choose, refused
from components.ui.visit import Visit
from components.wording import DEFAULT, wording
from data import VERSION, store
from data.methods.change import knowledge
from data.methods.reach import MEASURES, Reach, reach
from data.methods.selection import headlines
from data.queries import figures, surveys, versions
from data.queries.export import rows_by_source
from data.queries.ledgers import ledger_lines
from data.records import THEMES, NationalSeries, Observation, Selection

ALL: Final = ""


def head(here: Visit) -> str:
    """Title, lead and the choice of a theme; the theme's code, empty for all."""
    words = here.wording
    st.html(render("described_head.html", t=words.t, version=VERSION))
    options = (ALL, *THEMES)
    theme = choose(
        words.t("sources_page.theme"),
        "theme",
        options,
        lambda code: words.t(f"theme.{code}" if code else "sources_page.all_themes"),
        default=ALL,
        width=360,
    )
    if asked := refused("theme", options):
        notice(words.t("sources_page.unknown_theme", asked=asked))
    return theme


@store.cached(32)
def _html(release: int | None, language: str, theme: str, data_page: str) -> str:
    with store.connected() as connection:
        html = described_html(
            store.known(release, language),
            wording(language),
            theme=theme,
            data_page=lambda code: data_page + code,
            rows_by_source=rows_by_source(connection, Selection(), release=release),
            ledger=ledger_lines(connection),
        )
    return packed(html)


@store.cached(4)
def _reach(release: int | None) -> Reach:
    """For how many countries a change is stated, from the figures that are shown."""
    with store.connected() as connection:
        runs: dict[str, list[NationalSeries]] = {}
        for run in surveys.all_national_runs(connection):
            runs.setdefault(run.area, []).append(run)
        codes = {code for name in MEASURES for code in headlines()[name].indicators}
        codes |= {run.indicator for several in runs.values() for run in several}
        rows: dict[str, list[Observation]] = {}
        for row in figures.rows_of(connection, codes, table=versions.observations_as_of(release)):
            rows.setdefault(row.area, []).append(row)
        names = surveys.all_survey_names(connection)
    countries = [area.code for area in store.reference(DEFAULT).countries]
    return reach(countries, rows, runs, knowledge(names))


@store.cached(12)
def _methods(release: int | None, language: str) -> str:
    known_here = store.reference(language)
    return methods_html(_reach(release), known_here.indicators, known_here.areas, wording(language))


def descriptions(here: Visit, theme: str) -> None:
    """How figures are chosen, every indicator of the theme, every source, the ledger."""
    if not theme:
        show_html(_methods(release_id(), here.language))
    data_page = here.href_up_to("explore", "indicator")
    show_html(_html(release_id(), here.language, theme, data_page))

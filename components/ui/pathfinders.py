"""The Pathfinders page's cached reads, choices and list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.markup import render
from components.packing import packed
from components.pathfinders.rows import PathfinderFacts, rows_html
from components.pathfinders.stages import STAGES
from components.theme import PALETTES
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_choice import choose, refused
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.records import Area

ALL = ""


@store.cached(6)
def facts(language: str) -> PathfinderFacts:
    """The stages, roadmaps and actions of all countries, areas named in the language."""
    found = store.pathfinder_data()
    return PathfinderFacts(
        store.reference(language).areas,
        found.stages,
        found.roadmaps,
        found.priorities,
        found.actions,
    )


@store.cached(96)
def _rows(
    language: str, mode: str, region: str, stage: str, presenting: bool, as_of: str, today: date
) -> str:
    known = facts(language)
    words, palette = wording(language), PALETTES[mode]
    here = Visit(words, palette, presenting, as_of=as_of)
    chosen = known.countries(region, stage)
    hrefs = {area.code: here.href("country", iso3=area.code) for area in chosen}
    return packed(rows_html(known, chosen, words, palette, today=today, hrefs=hrefs))


def head(here: Visit) -> None:
    """Title, what a pathfinder country is, and which names are not known."""
    st.html(render("pathfinders_head.html", t=here.wording.t, presenting=here.presenting))


def choices(here: Visit) -> tuple[str, str]:
    """The chosen region and stage, as codes; empty for all."""
    words, known = here.wording, facts(here.language)
    regions = [ALL, *(area.code for area in known.regions)]
    stages = [ALL, *STAGES]
    with st.container(key="pathfinder-choices", horizontal=True):
        region = choose(
            words.t("pathfinders.region"),
            "region",
            regions,
            lambda code: known.areas[code].name if code else words.t("pathfinders.all_regions"),
            default=ALL,
        )
        stage = choose(
            words.t("pathfinders.stage"),
            "stage",
            stages,
            lambda code: words.t(f"stage.{code}" if code else "pathfinders.all_stages"),
            default=ALL,
        )
    _refusals(here, regions, stages)
    return region, stage


def _refusals(here: Visit, regions: Sequence[str], stages: Sequence[str]) -> None:
    for name, options in (("region", regions), ("stage", stages)):
        if asked := refused(name, options):
            notice(here.wording.t(f"pathfinders.unknown_{name}", asked=asked))


def chosen_countries(here: Visit, region: str, stage: str) -> list[Area]:
    """The countries of the choice by name."""
    return facts(here.language).countries(region, stage)


def listing(here: Visit, region: str, stage: str) -> None:
    """How many are shown, what all of them come to, and a row for each."""
    count = len(chosen_countries(here, region, stage))
    before = render(
        "pathfinders_shown.html",
        shown=here.wording.t("pathfinders.shown", count=count),
        t=here.wording.t,
    )
    rows = _rows(
        here.language, here.palette.mode, region, stage, here.presenting, here.as_of, date.today()
    )
    show_html(before + rows)

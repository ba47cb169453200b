"""The Pathfinders page's cached reads, choices and list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from components.markup import render
from components.packing import packed
from components.pathfinders.addresses import Hrefs, file_address
from components.pathfinders.choice import GROUPS, SHOWS, SORTS, Choice, chosen, counted
from components.pathfinders.facts import PathfinderFacts
from components.pathfinders.guide import guide_html
from components.pathfinders.head import asks, head_html
from components.pathfinders.rows import rows_html
from components.pathfinders.stages import STAGES
from components.pathfinders.standing import Standing, standings
from components.theme import PALETTES
from components.ui.as_of import release_id
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_choice import choose, refused, switch
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.pathfinder_way import whole_way

ALL = ""
FILES = ("actions", "statuses", "stages", "overdue")
"""The files that stand above the list."""


@store.cached(6)
def facts(language: str, release: int | None) -> PathfinderFacts:
    """The pathfinder way of all countries as it stood with a release, areas in the language."""
    return PathfinderFacts(**whole_way(language, release))


@store.cached(6)
def _standings(language: str, release: int | None, today: date) -> list[Standing]:
    return standings(facts(language, release), today)


def _here_standings(here: Visit) -> list[Standing]:
    return _standings(here.language, release_id(), date.today())


@store.cached(96)
def _rows(
    language: str,
    mode: str,
    choice: Choice,
    presenting: bool,
    as_of: str,
    release: int | None,
    today: date,
) -> str:
    words, palette = wording(language), PALETTES[mode]
    here = Visit(words, palette, presenting, as_of=as_of)
    country, monitoring = (here.href_up_to(page, "iso3") for page in ("country", "monitoring"))
    hrefs = Hrefs(country, monitoring, as_of)
    known, found = facts(language, release), _standings(language, release, today)
    return packed(rows_html(known, found, choice, words, palette, today=today, hrefs=hrefs))


@store.cached(24)
def _head(
    language: str, mode: str, presenting: bool, as_of: str, release: int | None, today: date
) -> str:
    words, found = wording(language), _standings(language, release, today)
    top = head_html(found, words, PALETTES[mode], presenting=presenting)
    late = render(
        "pathfinders_asks.html",
        asks=asks(found, words),
        csv=file_address("overdue.csv", as_of),
        t=words.t,
    )
    return top + late


def head(here: Visit) -> None:
    """Title, who is listed, the sum by the rule of origin, and what is late."""
    today, mode = date.today(), here.palette.mode
    show_html(_head(here.language, mode, here.presenting, here.as_of, release_id(), today))


def choices(here: Visit) -> Choice:
    """What the address asks for; what it asks for in vain gets a sentence."""
    words, found = here.wording, _here_standings(here)
    known = facts(here.language, release_id())
    regions = [ALL, *(area.code for area in known.regions)]
    stages = [ALL, *STAGES]
    in_region = {code: sum(1 for one in found if one.area.region == code) for code in regions}
    in_region[ALL] = len(found)

    def region_name(code: str) -> str:
        name = known.areas[code].name if code else words.t("pathfinders.all")
        return words.t("pathfinders.counted", name=name, count=in_region[code])

    def show_name(code: str) -> str:
        name = words.t(f"pathfinders.show_{code}")
        return words.t("pathfinders.counted", name=name, count=counted(found, code))

    beside = st.container(key="pathfinder-regions", horizontal=True)
    with beside:
        region = switch(
            words.t("pathfinders.region"),
            "region",
            regions,
            region_name,
            default=ALL,
            label_visibility="collapsed",
        )
    with st.container(key="pathfinder-choices", horizontal=True):
        show = _select(here, "show", SHOWS, show_name)
        stage = _select(
            here,
            "stage",
            stages,
            lambda code: words.t(f"stage.{code}" if code else "pathfinders.all_stages"),
        )
        group = _select(here, "group", GROUPS, lambda code: words.t(f"pathfinders.group_{code}"))
        sort = _select(here, "sort", SORTS, lambda code: words.t(f"pathfinders.sort_{code}"))
    _refusals(
        here,
        {"region": regions, "stage": stages, "show": SHOWS, "group": GROUPS, "sort": SORTS},
    )
    choice = Choice(region, stage, show, group, sort)
    with beside:
        _shown(here, len(chosen(found, choice)))
    return choice


def _select(here: Visit, name: str, options: Sequence[str], say: Callable[[str], str]) -> str:
    label = here.wording.t(f"pathfinders.{name}")
    return choose(label, name, options, say, default=options[0])


def _refusals(here: Visit, options: Mapping[str, Sequence[str]]) -> None:
    for name, known in options.items():
        if asked := refused(name, known):
            notice(here.wording.t(f"pathfinders.unknown_{name}", asked=asked))


def _shown(here: Visit, count: int) -> None:
    """How many are shown, and the files, beside the regions."""
    shown = here.wording.t("pathfinders.shown", count=count)
    files = [(name, file_address(f"{name}.csv", here.as_of)) for name in FILES]
    show_html(render("pathfinders_shown.html", shown=shown, files=files, t=here.wording.t))


def listing(here: Visit, choice: Choice) -> None:
    """A line for each country of the choice."""
    rows = _rows(
        here.language,
        here.palette.mode,
        choice,
        here.presenting,
        here.as_of,
        release_id(),
        date.today(),
    )
    show_html(rows)


@store.cached(6)
def _guide(language: str, release: int | None) -> str:
    return packed(guide_html(facts(language, release).countries, wording(language)))


def guide(here: Visit) -> None:
    """How a country becomes a pathfinder and reports, folded."""
    show_html(_guide(here.language, release_id()))

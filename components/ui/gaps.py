"""The gap atlas: a set of countries and single ones from the URL, and cached reads behind it."""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

from components.explore.region_names import region_name
from components.gaps.page import Links, gaps_html
from components.markup import render
from components.packing import packed
from components.theme import PALETTES
from components.ui.as_of import release_id
from components.ui.find import pick_countries
from components.ui.ready import show_html
from components.ui.url_choice import choose
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.folding import folded
from data.gap_facts import gaps

MOST: Final = 4
EVERY: Final = "all"
PATHFINDERS: Final = "PATHFINDERS"


def head(here: Visit) -> None:
    """Title and lead."""
    words = here.wording
    st.html(
        render("page_lead.html", title=words.t("gaps.title"), lead=words.t("gaps.lead"))
        + (render("without_choices.html", t=words.t) if here.presenting else "")
    )


def choice(here: Visit) -> tuple[str, tuple[str, ...]]:
    """The set of countries, and the countries whose asks are shown."""
    words = here.wording
    known = store.known(release_id(), here.language)
    names = {code: region_name(code, known.areas, words) for code in known.members}
    sets = sorted(names, key=lambda code: folded(names[code]))
    names[EVERY] = words.t("gaps.every")
    first = PATHFINDERS if PATHFINDERS in known.members else EVERY
    options = list(dict.fromkeys((first, EVERY, *sets)))
    with st.container(key="gaps-choices", horizontal=True):
        shown = choose(
            words.t("gaps.set"), "region", options, lambda code: names[code], default=first
        )
        chosen = pick_countries(
            here,
            most=MOST,
            label=words.t("gaps.pick"),
            example=words.t("gaps.pick_example"),
            among=[area.code for area in store.reference(here.language).countries],
        )
    return shown, chosen


@store.cached(48)
def _shown(
    language: str,
    release: int | None,
    as_of: str,
    members: str,
    chosen: tuple[str, ...],
    this_year: int,
) -> str:
    words, known = wording(language), store.known(release, language)
    here = Visit(words, PALETTES["light"], False, as_of=as_of)
    found = gaps(release, this_year)
    inside = (
        found if members == EVERY else {c: found[c] for c in known.members[members] if c in found}
    )
    kept = {} if members == EVERY else {"region": members}
    query = "&".join(
        f"{name}={value}"
        for name, value in (kept | ({"as_of": str(release)} if release else {})).items()
    )
    links = Links(
        here.href_up_to("gaps", "iso3"),
        f"api/v1/gaps.csv?{query}" if query else "api/v1/gaps.csv",
        here.href_up_to("explore", "indicator"),
    )
    every = {**inside, **{code: found[code] for code in chosen}}
    return packed(gaps_html(every, known.areas, words, links, chosen=chosen))


def show(here: Visit, members: str, chosen: tuple[str, ...]) -> None:
    """The asks of chosen countries, then the atlas."""
    year = date.today().year
    show_html(_shown(here.language, release_id(), here.as_of, members, chosen, year))

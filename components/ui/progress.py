"""The page of progress and outlook: countries from the URL, and cached reads behind it."""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

from components.markup import render
from components.packing import packed
from components.progress.page import Links, progress_html
from components.theme import PALETTES
from components.ui.as_of import release_id
from components.ui.find import pick_countries
from components.ui.ready import show_html
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.progress_facts import progress

MOST: Final = 6
"""Countries that are shown with their sums at once."""


def head(here: Visit) -> None:
    """Title and lead."""
    words = here.wording
    st.html(
        render(
            "page_lead.html", title=words.t("progress.title_page"), lead=words.t("progress.lead")
        )
        + (render("without_choices.html", t=words.t) if here.presenting else "")
    )


def choice(here: Visit) -> tuple[str, ...]:
    """The countries of the URL, with the box that changes them."""
    words = here.wording
    known = store.reference(here.language).countries
    with st.container(key="progress-choices"):
        return pick_countries(
            here,
            most=MOST,
            label=words.t("progress.pick"),
            example=words.t("progress.pick_example"),
            among=[area.code for area in known],
        )


@store.cached(64)
def _shown(
    language: str, release: int | None, as_of: str, chosen: tuple[str, ...], this_year: int
) -> str:
    words, about = wording(language), store.reference(language)
    here = Visit(words, PALETTES["light"], False, as_of=as_of)
    query = f"?as_of={release}" if release is not None else ""
    links = Links(
        here.href_up_to("progress", "iso3"),
        here.href_up_to("country", "iso3"),
        f"api/v1/progress.csv{query}",
        here.href("methods"),
    )
    found = progress(release, this_year)
    return packed(progress_html(found, about, words, links, this_year=this_year, chosen=chosen))


def show(here: Visit, chosen: tuple[str, ...]) -> None:
    """The chosen countries with their sums, the world, and every country."""
    show_html(_shown(here.language, release_id(), here.as_of, chosen, date.today().year))

"""The data page: filters from the URL, the answer to them, and the cached reads behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import streamlit as st

from components.downloads import texts_of_rows
from components.echo import MOST_SAID
from components.explore.answer import (
    PREVIEW_ROWS,
    Found,
    answer_html,
    download_html,
    refusal_sentence,
)
from components.explore.filters import Filters, Refused, without_unknown
from components.explore.offered import Offered, offered
from components.markup import render
from components.numbers import age_text
from components.packing import packed
from components.row_marks import Marks
from components.ui.as_of import asked_release, release_id
from components.ui.find import pick_countries
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_state import choose_flag, choose_several, choose_year, pairs
from components.ui.visit import Visit
from components.wording import DEFAULT, wording
from data import store
from data.contradictions import contradictions
from data.explored import every_survey
from data.queries import export, versions
from data.records import Known

MOST_PICKED: Final = 400
"""More areas than there are: the data page takes any number."""


@dataclass(frozen=True)
class Asked:
    """The filters of the URL, and what of it does not exist."""

    filters: Filters
    refused: tuple[Refused, ...]


def known(language: str) -> Known:
    """What may be asked for, areas named in the language."""
    return store.known(release_id(), language)


def _built(published: str) -> str:
    """The day of the release that is asked for, else of the store."""
    if published:
        return published[:10]
    return store.build().built[:10]


@store.cached(256)
def _found(release: int | None, filters: Filters) -> Found:
    about, names = store.known(release, DEFAULT), store.reference(DEFAULT).names
    asked = filters.selection(about)
    with store.connected() as connection:
        table = versions.observations_as_of(release)
        parts = export.rows(connection, asked, most=PREVIEW_ROWS, table=table)
        first = [row for part in parts for row in part]
        withheld = (
            export.rows_by_source(
                connection, filters.selection(about, withheld=True), release=release
            )
            if about.withheld
            else {}
        )
        held = export.rows_by_source(connection, asked, release=release)
    told = partial(contradictions, release)
    marks = Marks(about.indicators, every_survey(), told, filters.year, filters.unlike)
    return Found(held, withheld, texts_of_rows(first, names, marks))


@store.cached(64)
def _said(
    release: int | None, filters: Filters, language: str, reset: str, published: str
) -> tuple[str, str]:
    """The bar with the button, and everything under it, made once for all who ask the same."""
    found, words = _found(release, filters), wording(language)
    about, built = store.known(release, language), _built(published)
    below = packed(answer_html(found, about, words, built=built, reset=reset))
    return download_html(found, filters, words, reset), below


@store.cached(256)
def _offered(release: int | None, filters: Filters, language: str) -> Offered:
    return offered(filters, store.known(release, language))


def asked_for(here: Visit) -> Asked:
    """The filters of the URL; says which of its values do not exist and goes on without them."""
    filters, refused = without_unknown(pairs(), known(here.language))
    return Asked(replace(filters, as_of=release_id()), tuple(refused))


def head(here: Visit, asked: Asked) -> None:
    """Title, lead, and what the URL asked for that does not exist."""
    st.html(render("explore_head.html", t=here.wording.t))
    for why in asked.refused[:MOST_SAID]:
        notice(refusal_sentence(why, here.wording))


def filters_shown(here: Visit, asked: Asked) -> None:
    """A widget a filter, offering what exists for the chosen theme and indicators."""
    about, words, chosen = known(here.language), here.wording, asked.filters
    there = _offered(release_id(), chosen, here.language)

    def say(name: str) -> str:
        return words.t(f"explore.parameter.{name}")

    def indicator(code: str) -> str:
        return words.of(about.indicators[code], "name")

    def source(code: str) -> str:
        found = about.sources[code]
        return f"{found.publisher}: {found.title}"

    anything = words.t("explore.anything")

    def choose_codes(
        name: str, codes: Sequence[str], spoken: Callable[[str], str], **how: Any
    ) -> None:
        choose_several(say(name), name, codes, getattr(chosen, name), spoken, **how)

    choose_codes("theme", there.themes, lambda code: words.t(f"theme.{code}"), all_shown=True)
    choose_codes("indicator", there.indicators, indicator, placeholder=anything)
    for name, among in (("area", there.areas), ("region", there.regions)):
        pick_countries(
            here, name, most=MOST_PICKED, label=say(name), example=anything, among=among, kind="any"
        )
    with st.container(key="data-years", horizontal=True):
        choose_year(say("from"), "from", there.years, chosen.first, anything)
        choose_year(say("to"), "to", there.years, chosen.last, anything)
    choose_codes("sex", there.sexes, lambda code: words.t(f"charts.sex.{code}"), all_shown=True)
    choose_codes("age", there.ages, lambda code: age_text(code, words), placeholder=anything)
    choose_codes("source", there.sources, source, placeholder=anything)
    choose_flag(say("latest"), "latest", bool(chosen.latest))


def answer(here: Visit, asked: Asked) -> None:
    """How many rows, the button, a first look, the citation, and what is withheld."""
    release = asked_release().release
    published = release.published if release is not None else ""
    bar, below = _said(release_id(), asked.filters, here.language, here.href("explore"), published)
    with st.container(key="data-download"):
        show_html(bar)
    show_html(below)

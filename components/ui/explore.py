"""The data page: filters from the URL, the answer to them, and the cached reads behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

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
from components.explore.filters import Filters, Known, Refused, without_unknown
from components.explore.offered import Offered, offered
from components.markup import render
from components.numbers import age_text
from components.packing import packed
from components.ui import store
from components.ui.find import pick_countries
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.shared import shared
from components.ui.store import Identity
from components.ui.url_state import choose_flag, choose_several, choose_year, pairs
from components.ui.visit import Visit
from components.wording import DEFAULT, wording
from data.database import build_facts
from data.queries import export

MOST_PICKED: Final = 400
"""More areas than there are: the data page takes any number."""


@dataclass(frozen=True)
class Asked:
    """The filters of the URL, and what of it does not exist."""

    filters: Filters
    refused: tuple[Refused, ...]


@shared(12)
def _known(identity: Identity, language: str) -> Known:
    reference = store.reference(language)
    with store.connected() as connection:
        return Known(
            reference.areas,
            reference.indicators,
            reference.sources,
            export.offers(connection, release=identity.release),
            export.members(connection),
        )


def known(language: str) -> Known:
    """What may be asked for, areas named in the language."""
    return _known(store.identity(), language)


def _built(published: str) -> str:
    """The day of the release that is asked for, else of the store."""
    if published:
        return published[:10]
    with store.connected() as connection:
        return build_facts(connection.engine).get("built", "")[:10]


@shared(256)
def _found(identity: Identity, filters: Filters) -> Found:
    about = known(DEFAULT)
    names = {code: area.name for code, area in about.areas.items()}
    asked = filters.selection(about)
    with store.connected() as connection:
        table = identity.table
        parts = export.rows(connection, asked, most=PREVIEW_ROWS, table=table)
        first = [row for part in parts for row in part]
        withheld = (
            export.rows_by_source(
                connection, filters.selection(about, withheld=True), release=identity.release
            )
            if about.withheld
            else {}
        )
        held = export.rows_by_source(connection, asked, release=identity.release)
        return Found(held, withheld, texts_of_rows(first, names))


@shared(64)
def _said(
    identity: Identity, filters: Filters, language: str, reset: str, published: str
) -> tuple[str, str]:
    """The bar with the button, and everything under it, made once for all who ask the same."""
    found, words = _found(identity, filters), wording(language)
    about, built = _known(identity, language), _built(published)
    below = packed(answer_html(found, about, words, built=built, reset=reset))
    return download_html(found, filters, words, reset), below


@shared(256)
def _offered(identity: Identity, filters: Filters, language: str) -> Offered:
    return offered(filters, _known(identity, language))


def asked_for(here: Visit) -> Asked:
    """The filters of the URL; says which of its values do not exist and goes on without them."""
    filters, refused = without_unknown(pairs(), known(here.language))
    return Asked(replace(filters, as_of=store.identity().release), tuple(refused))


def head(here: Visit, asked: Asked) -> None:
    """Title, lead, and what the URL asked for that does not exist."""
    st.html(render("explore_head.html", t=here.wording.t))
    for why in asked.refused[:MOST_SAID]:
        notice(refusal_sentence(why, here.wording))


def filters_shown(here: Visit, asked: Asked) -> None:
    """A widget a filter, offering what exists for the chosen theme and indicators."""
    about, words, chosen = known(here.language), here.wording, asked.filters
    there = _offered(store.identity(), chosen, here.language)

    def say(name: str) -> str:
        return words.t(f"explore.parameter.{name}")

    def indicator(code: str) -> str:
        return words.of(about.indicators[code], "name")

    def source(code: str) -> str:
        found = about.sources[code]
        return f"{found.publisher}: {found.title}"

    anything = words.t("explore.anything")
    choose_several(
        say("theme"),
        "theme",
        there.themes,
        chosen.theme,
        lambda code: words.t(f"theme.{code}"),
        all_shown=True,
    )
    choose_several(
        say("indicator"),
        "indicator",
        there.indicators,
        chosen.indicator,
        indicator,
        placeholder=anything,
    )
    for name, options in (("area", there.areas), ("region", there.regions)):
        pick_countries(
            here,
            name,
            most=MOST_PICKED,
            label=say(name),
            example=anything,
            among=options,
            kind="any",
        )
    with st.container(key="data-years", horizontal=True):
        choose_year(say("from"), "from", there.years, chosen.first, anything)
        choose_year(say("to"), "to", there.years, chosen.last, anything)
    choose_several(
        say("sex"),
        "sex",
        there.sexes,
        chosen.sex,
        lambda code: words.t(f"charts.sex.{code}"),
        all_shown=True,
    )
    choose_several(
        say("age"),
        "age",
        there.ages,
        chosen.age,
        lambda code: age_text(code, words),
        placeholder=anything,
    )
    choose_several(
        say("source"), "source", there.sources, chosen.source, source, placeholder=anything
    )
    choose_flag(say("latest"), "latest", chosen.latest)


def answer(here: Visit, asked: Asked) -> None:
    """How many rows, the button, a first look, the citation, and what is withheld."""
    release = store.asked_release().release
    published = release.published if release is not None else ""
    bar, below = _said(
        store.identity(), asked.filters, here.language, here.href("explore"), published
    )
    with st.container(key="data-download"):
        show_html(bar)
    show_html(below)

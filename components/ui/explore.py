"""The data page: what the address asks, and which of its faces answers it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from components.downloads import COLUMNS
from components.echo import MOST_SAID
from components.explore.filters import Refused
from components.explore.links import PAGE, Links
from components.explore.questions import start_html
from components.explore.record_kinds import KINDS
from components.explore.refusals import refusal_sentence
from components.explore.view import View, view_without_unknown
from components.markup import render
from components.packing import packed
from components.ui import explore_filters, explore_records, explore_view
from components.ui.as_of import release_id
from components.ui.find import find_anything
from components.ui.notice import notice
from components.ui.press import press
from components.ui.ready import show_html
from components.ui.url_state import pairs
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.records import Known

RECORDS = "records"


@dataclass(frozen=True)
class Asked:
    """The view of the address, whether it says any, and what of it does not exist."""

    view: View
    anything: bool
    refused: tuple[Refused, ...]


def known(language: str) -> Known:
    """What may be asked for, areas named in the language."""
    return store.known(release_id(), language)


def links_of(here: Visit) -> Links:
    """Links of this visit: its language and presentation go with them; a release with the view."""
    return Links(here.language, tuple(here.params(as_of=None).items()))


def asked_for(here: Visit) -> Asked:
    """What the address asks for; goes on without what does not exist."""
    given = pairs()
    view, refused = view_without_unknown(given, known(here.language))
    view = replace(view, filters=replace(view.filters, as_of=release_id()))
    return Asked(view, bool(view.params().keys() - {"as_of"}), tuple(refused))


def show(here: Visit) -> None:
    """The whole page."""
    listed = st.query_params.get(RECORDS, "")
    press(PAGE, here.wording)
    _head(here)
    if listed in KINDS:
        explore_records.show(here, listed, links_of(here))
        return
    asked = asked_for(here)
    for why in asked.refused[:MOST_SAID]:
        notice(refusal_sentence(why, here.wording))
    if not asked.anything:
        show_html(_start(release_id(), links_of(here)))
        return
    made = explore_view.made(asked.view, links_of(here), here.palette.mode)
    with st.container(key="data-row"):
        with st.container(key="data-filters"):
            show_html(render("explore_filters_button.html", t=here.wording.t))
            explore_filters.show(here, asked.view, links_of(here), made.without)
        with st.container(key="data-card"):
            show_html(made.html)
        with st.container(key="data-take"):
            explore_view.take(asked.view, links_of(here), made.title)
    show_html(_columns(here.language))


def _head(here: Visit) -> None:
    """Title and lead in one line, and the box that finds everything."""
    words = here.wording
    with st.container(key="data-head"):
        show_html(render("explore_head.html", t=words.t))
        picked = find_anything(
            here,
            "search",
            kind="any",
            label=words.t("explore_page.search"),
            example=words.t("explore_page.search_example"),
            whole=False,
        )
    if picked:
        _open(here, picked[-1])


def _open(here: Visit, address: str) -> None:
    """Go to what was found."""
    page, _, query = address.partition("?")
    asked = dict(part.split("=", 1) for part in query.split("&") if "=" in part)
    st.switch_page(f"{page}.py", query_params=here.params(**asked))


@store.cached(24)
def _start(release: int | None, links: Links) -> str:
    there = store.known(release, links.language)
    return packed(start_html(there, links, wording(links.language)))


@store.cached(6)
def _columns(language: str) -> str:
    """What the columns of the file mean."""
    html = render("explore_columns.html", t=wording(language).t, columns=COLUMNS)
    return packed(html)

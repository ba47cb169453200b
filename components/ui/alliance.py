"""The page of the Alliance: cached reads, and the search among its partners."""

from __future__ import annotations

from typing import Final

import streamlit as st

from components.alliance.council import council_html
from components.alliance.meetings import meetings_html, since_end
from components.alliance.page import head_html, later_html
from components.alliance.partners import (
    PartnerLine,
    partner_line,
    partners_head_html,
    partners_table_html,
)
from components.alliance.plans import groups_html, plans_html
from components.packing import packed
from components.theme import PALETTES
from components.ui.ready import show_html
from components.ui.visit import Visit
from components.wording import LANGUAGES, wording
from data import store
from data.folding import folded

SEARCH: Final = "partner"
"""The parameter of the address that holds the words of a search."""
SEARCH_KEY: Final = "alliance-partner"
MOST_LETTERS: Final = 80


@store.cached(4 * len(LANGUAGES))
def _above(language: str, presenting: bool, as_of: str) -> str:
    """All that stands above the search."""
    words, known = wording(language), store.alliance()
    areas = store.reference(language).areas
    here = Visit(words, PALETTES["light"], presenting, as_of=as_of)
    return packed(
        head_html(known, words)
        + council_html(known, areas, words)
        + meetings_html(
            known,
            words,
            timeline=here.href("timeline", kind="gcg_meeting"),
            meeting=here.href("meeting", present=None, as_of=None),
            since=lambda one: here.href("since", **{"from": since_end(one)}),
        )
        + groups_html(known, words)
        + plans_html(known, words)
        + partners_head_html(known, areas, words, pathfinders=here.href("pathfinders"))
    )


@store.cached(len(LANGUAGES))
def _lines(language: str) -> tuple[PartnerLine, ...]:
    words, areas = wording(language), store.reference(language).areas
    return tuple(partner_line(one, areas, words) for one in store.alliance().partners)


def show(here: Visit) -> None:
    """The whole page."""
    show_html(_above(here.language, here.presenting, here.as_of))
    asked = _search(here)
    found = [line for line in _lines(here.language) if _fits(line, asked)]
    table = partners_table_html(store.alliance(), found, here.wording, searched=bool(asked))
    show_html(packed(table))
    show_html(packed(later_html(store.alliance(), here.wording)))


def _search(here: Visit) -> str:
    """The words in the box, which the address holds."""
    asked = st.query_params.get(SEARCH, "")[:MOST_LETTERS]
    if st.session_state.get(SEARCH_KEY) != asked:
        st.session_state[SEARCH_KEY] = asked
    with st.container(key="alliance-search"):
        st.text_input(
            here.wording.t("alliance.partners.search"),
            key=SEARCH_KEY,
            max_chars=MOST_LETTERS,
            on_change=_write,
        )
    return asked


def _write() -> None:
    if said := st.session_state[SEARCH_KEY].strip():
        st.query_params[SEARCH] = said
    else:
        st.query_params.pop(SEARCH, None)


def _fits(line: PartnerLine, asked: str) -> bool:
    """Whether every word stands in the name, kind or country, whatever its accents."""
    said = folded(f"{line.name} {line.kind} {line.country}")
    return all(word in said for word in folded(asked).split())

"""The country page's cached reads, choices and layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from components.brief.addresses import DOCX, brief_address, in_form
from components.country.answers import CountryAnswers
from components.country.layout import sections_html
from components.country.page import country_sections
from components.country.parts.event_marks import own_events
from components.country.sections.header import chooser_html, contents_html, header_html
from components.echo import echoed
from components.packing import packed
from components.theme import PALETTES
from components.ui.as_of import release_id
from components.ui.find import find_country_box
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_state import choose_flag
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.country_facts import PLACED, whole_country
from data.example import example_area, is_example
from data.queries.areas import COUNTRY_KINDS
from data.records import Area

PARAMETER: Final = "iso3"
EVENTS: Final = "events"
"""`1` shows what happened in the country below the years of its charts."""

MOST_PEERS: Final = 3


@store.cached(256)
def answers(release: int | None, area_code: str, language: str) -> CountryAnswers:
    """Everything held of one country, areas named in the language."""
    area = store.reference(language).areas.get(area_code) or _example(language)
    return CountryAnswers(**whole_country(area, language, release))


def _example(language: str) -> Area:
    """The made-up country, which is no area of the store."""
    return example_area(wording(language).t("example.name"))


@dataclass(frozen=True, eq=False)
class View:
    """One country's page, ready: its answers, its sections, the list of them, and how many dated
    events are known of it."""

    answers: CountryAnswers
    sections: str
    contents: str
    happened: int


@store.cached(256)
def _view(
    release: int | None, area_code: str, language: str, mode: str, year: int, events: bool
) -> View:
    words = wording(language)
    found = answers(release, area_code, language)
    sections = country_sections(found, words, PALETTES[mode], this_year=year, events=events)
    return View(
        found,
        packed(sections_html(sections, words)),
        contents_html(sections, words),
        len(own_events(found, words)),
    )


def shows_events() -> bool:
    """Whether the URL asks for what happened below the charts."""
    return st.query_params.get(EVENTS) == "1"


def view(area_code: str, here: Visit) -> View:
    """The page of one country, built once for each language and theme."""
    year = date.today().year
    return _view(release_id(), area_code, here.language, here.palette.mode, year, shows_events())


def asked_country(here: Visit) -> Area | None:
    """The country that the URL asks for by its ISO 3166 alpha-3 code, in capitals or not.

    The made-up country is found by its code alone. None when none is asked for, and when the code
    is unknown; the page then says so.
    """
    asked = st.query_params.get(PARAMETER, "").strip()
    if not asked:
        return None
    if is_example(asked.upper()):
        return _example(here.language)
    area = store.reference(here.language).areas.get(asked.upper())
    if area is not None and area.kind in COUNTRY_KINDS:
        return area
    notice(here.wording.t("frame.unknown_country", asked=echoed(asked)))
    return None


def show_search(here: Visit) -> None:
    """A box of country names in which one types; the choice opens that country's page."""
    find_country_box(here, key="find", label=here.wording.t("country.search"))


def show_chooser(here: Visit) -> None:
    """Every country as a link, by region."""
    known = store.reference(here.language)
    st.html(
        chooser_html(
            known.countries, dict(known.areas), lambda c: here.href("country", iso3=c), here.wording
        )
    )


@store.cached(192)
def _header(
    seen: View,
    language: str,
    country: str,
    pathfinders: str,
    compare: str,
    brief: str,
    progress: str,
    today: date,
) -> str:
    return header_html(
        seen.answers,
        wording(language),
        country_link=lambda code: country + code,
        pathfinders_link=pathfinders,
        compare_link=compare,
        brief_link=brief,
        word_link=in_form(brief, DOCX),
        progress_link=progress,
        today=today,
    )


def show_header(seen: View, here: Visit) -> None:
    """The quiet band on top, with what exists at a glance and the neighbours."""
    kept = {EVENTS: "1" if shows_events() else None}
    any_country = here.href("country", **kept, iso3="_").removesuffix("_")
    area = seen.answers.area
    compare = here.href("compare", iso3=",".join((area.code, *_nearest(seen.answers))))
    pathfinders = here.href("pathfinders")
    brief = brief_address(area.code, here.language, here.as_of)
    progress = here.href("progress", iso3=area.code)
    made = (any_country, pathfinders, compare, brief, progress)
    show_html(_header(seen, here.language, *made, date.today()))
    if seen.happened:
        with st.container(key="country-events"):
            label = here.wording.t("overlay.switch", count=seen.happened)
            choose_flag(label, EVENTS, shows_events())


def _nearest(answers: CountryAnswers) -> tuple[str, ...]:
    """Up to three neighbours to compare with at first: those with a figure, by name."""
    held = answers.around.get(PLACED[0], {})
    return tuple(peer.code for peer in answers.peers if peer.code in held)[:MOST_PEERS]


@st.cache_resource(show_spinner=False, max_entries=192)
def _show_sections(
    build: store.Build,
    release: int | None,
    area_code: str,
    language: str,
    mode: str,
    year: int,
    events: bool,
) -> None:
    """The sections, drawn once: Streamlit keeps what was drawn here and repeats it as it is."""
    del build  # only part of the key: Streamlit knows no other way to give one
    seen = _view(release, area_code, language, mode, year, events)
    with st.container(key="country-contents"):
        show_html(seen.contents)
    with st.container(key="grid-country"):
        show_html(seen.sections)


def show_sections(seen: View, here: Visit) -> None:
    """The list of sections, which stays in sight, and the sections in one grid."""
    _show_sections(
        store.build(),
        release_id(),
        seen.answers.area.code,
        here.language,
        here.palette.mode,
        date.today().year,
        shows_events(),
    )

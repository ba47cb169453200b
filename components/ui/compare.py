"""The comparison of countries: who is chosen, in the address, and their dashboards."""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

from components import numbers
from components.brief.addresses import DOCX, in_form, pack_address
from components.compare.facing import SHOWN, facing_html
from components.compare.page import MOST, compare_html, tiles_html
from components.compare.peers import peers_html
from components.country.page import country_sections
from components.country.parts.event_marks import own_events
from components.echo import MOST_SAID, echoed
from components.markup import render
from components.packing import packed
from components.theme import PALETTES
from components.ui.as_of import release_id
from components.ui.country import EVENTS, answers, shows_events
from components.ui.find import pick_countries
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_state import choose_flag
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.peer_facts import peer_figures
from data.queries.areas import COUNTRY_KINDS
from data.records import Area

PARAMETER: Final = "iso3"
FACING: Final = "facing"
"""`1` shows the pages of two countries side by side."""


def asked(here: Visit) -> tuple[Area, ...]:
    """The countries that the address names, each once, at most eight; what is unknown is said."""
    known = store.reference(here.language).areas
    codes = dict.fromkeys(
        code.strip().upper() for code in st.query_params.get(PARAMETER, "").split(",")
    )
    named = {code: known[code] for code in codes if code in known}
    found = [area for area in named.values() if area.kind in COUNTRY_KINDS]
    countries = {area.code for area in found}
    for code in [code for code in codes if code and code not in countries][:MOST_SAID]:
        notice(here.wording.t("compare.unknown", asked=echoed(code)))
    if len(found) > MOST:
        notice(here.wording.t("compare.too_many"))
    return tuple(found[:MOST])


def choice(here: Visit) -> tuple[Area, ...]:
    """Title, the box of countries, and who is chosen."""
    words = here.wording
    st.html(render("page_lead.html", title=words.t("compare.title"), lead=words.t("compare.lead")))
    found = asked(here)
    pick_countries(here, PARAMETER, most=MOST, label=words.t("compare.choose"))
    return found


@store.cached(64)
def _compared(
    release: int | None,
    codes: tuple[str, ...],
    language: str,
    country: str,
    draw: str,
    today: date,
    *,
    alone: bool,
) -> str:
    """The comparison; `alone`: only its tiles, as both pages follow."""
    html = (tiles_html if alone else compare_html)(
        [answers(release, code, language) for code in codes],
        wording(language),
        link=lambda code: country + code,
        draw=draw,
        today=today,
    )
    return packed(html.replace("\n", " "))


@store.cached(32)
def _faced(
    release: int | None,
    codes: tuple[str, ...],
    language: str,
    mode: str,
    year: int,
    events: bool,
) -> str:
    """Both countries' pages, row by row; with `events` each country's own stand below the years of
    its charts."""
    words = wording(language)
    one, other = (
        (found.area, country_sections(found, words, PALETTES[mode], this_year=year, events=events))
        for found in (answers(release, code, language) for code in codes)
    )
    return packed(facing_html(one, other, words).replace("\n", " "))


@store.cached(32)
def _happened(release: int | None, codes: tuple[str, ...], language: str) -> int:
    """How many dated events are known of the countries."""
    words = wording(language)
    return sum(len(own_events(answers(release, code, language), words)) for code in codes)


def _show_peers(here: Visit, chosen: tuple[Area, ...]) -> None:
    """Countries alike to the first one; each is a link to the comparison with it added."""
    known = store.reference(here.language)
    codes = [area.code for area in chosen]
    html = peers_html(
        chosen[0],
        codes,
        known.countries,
        peer_figures(release_id()),
        known,
        here.wording,
        add=lambda code: here.href("compare", iso3=",".join((*codes, code))),
        full=len(codes) >= MOST,
    )
    show_html(html.replace("\n", " "))


def show(here: Visit, chosen: tuple[Area, ...]) -> None:
    """The dashboards side by side; a sentence where nobody is chosen."""
    if not chosen:
        notice(here.wording.t("compare.empty"))
        return
    country = here.href_up_to("country", "iso3")
    codes = tuple(area.code for area in chosen)
    two = len(chosen) == SHOWN
    facing = st.query_params.get(FACING) == "1"
    if two:
        with st.container(key="compare-facing"):
            choose_flag(here.wording.t("facing.switch"), FACING, facing)
            happened = _happened(release_id(), codes, here.language) if facing else 0
            if happened:
                label = here.wording.t("overlay.switch", count=happened)
                choose_flag(label, EVENTS, shows_events())
    elif facing:
        notice(here.wording.t("facing.two", count=numbers.isolate(len(chosen), here.wording)))
    draw = here.href("explore", area=",".join(codes))
    _show_peers(here, chosen)
    show_html(
        _compared(
            release_id(), codes, here.language, country, draw, date.today(), alone=facing and two
        )
    )
    if facing and two:
        year = date.today().year
        show_html(
            _faced(release_id(), codes, here.language, here.palette.mode, year, shows_events())
        )
    pack = pack_address(codes, here.language, here.as_of)
    st.html(
        render(
            "compare_files.html",
            pdf=pack,
            docx=in_form(pack, DOCX),
            language=here.language,
            t=here.wording.t,
        )
    )

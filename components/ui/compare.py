"""The comparison of countries: who is chosen, in the address, and their dashboards."""

from __future__ import annotations

from datetime import date
from typing import Final

import streamlit as st

from components.brief.addresses import DOCX, in_form, pack_address
from components.compare.page import MOST, compare_html
from components.compare.peers import peers_html
from components.echo import MOST_SAID, echoed
from components.markup import render
from components.packing import packed
from components.ui.as_of import release_id
from components.ui.country import answers
from components.ui.find import pick_countries
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.peer_facts import peer_figures
from data.queries.areas import COUNTRY_KINDS
from data.records import Area

PARAMETER: Final = "iso3"


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
) -> str:
    html = compare_html(
        [answers(release, code, language) for code in codes],
        wording(language),
        link=lambda code: country + code,
        draw=draw,
        today=today,
    )
    return packed(html.replace("\n", " "))


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
    draw = here.href("explore", area=",".join(codes))
    _show_peers(here, chosen)
    show_html(_compared(release_id(), codes, here.language, country, draw, date.today()))
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

"""The page of what happened since the last meeting: two ends from the URL, and cached reads."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components.echo import MOST_SAID
from components.listed_codes import joined
from components.markup import render
from components.packing import packed
from components.since.choice import (
    FROM,
    LISTS,
    PARAMETERS,
    TO,
    Choice,
    End,
    Known,
    Refusal,
    read_choice,
    refusal_on_page,
)
from components.since.ends import meeting_label
from components.since.page import Links, since_html
from components.theme import PALETTES
from components.ui.as_of import release_id
from components.ui.find import pick_countries
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.region_choice import choose_region
from components.ui.url_state import pairs
from components.ui.visit import Visit
from components.wording import wording
from data import store
from data.methods.since.meetings import meetings
from data.since_facts import since

ANOTHER_DAY = "day"
"""The option of a box under which any day can be set."""

FIRST_DAY = date(1990, 1, 1)


@store.cached(12)
def _known(language: str, release: int | None, today: date) -> Known:
    events = store.pathfinder_data(release).events
    areas, members = store.reference(language).areas, store.members(release)
    return Known(meetings(events), areas, today, members)


def head(here: Visit) -> None:
    """Title and lead."""
    words = here.wording
    st.html(
        render("page_lead.html", title=words.t("since.title"), lead=words.t("since.lead"))
        + (render("without_choices.html", t=words.t) if here.presenting else "")
    )


def choice(here: Visit) -> Choice:
    """The choice in the URL, with the boxes that change it; what is refused is said."""
    known = _known(here.language, release_id(), date.today())
    params = joined(pairs(), LISTS)
    made, refused = read_choice(params, known)
    said = [*refused]
    said += [
        Refusal("unknown_parameter", name, name)
        for name in sorted({name for name, _ in pairs()} - set(PARAMETERS))
    ]
    with st.container(key="since-choices", horizontal=True):
        _end_box(here, known, FROM, made.first)
        _end_box(here, known, TO, made.last)
        _places(here, known, made.regions)
    for why in said[:MOST_SAID]:
        notice(refusal_on_page(why, here.wording))
    return made


def _end_box(here: Visit, known: Known, name: str, end: End) -> None:
    """A box of meetings for one end, and beside it the day where no meeting is chosen."""
    words = here.wording
    labels = {one.code: meeting_label(one, words, short=True) for one in reversed(known.meetings)}
    labels[ANOTHER_DAY] = words.t("since.another_day")
    key = f"since-{name}"
    current = end.meeting.code if end.meeting else ANOTHER_DAY
    if st.session_state.get(key) != current:
        st.session_state[key] = current
    st.selectbox(
        words.t(f"since.{name}"),
        list(labels),
        format_func=lambda code: labels[code],
        key=key,
        on_change=_write_end,
        args=(name, end.day),
    )
    if current != ANOTHER_DAY:
        return
    if st.session_state.get(f"{key}-day") != end.day:
        st.session_state[f"{key}-day"] = end.day
    st.date_input(
        words.t(f"since.day_{name}"),
        key=f"{key}-day",
        min_value=min(FIRST_DAY, end.day),
        max_value=known.today,
        format="YYYY-MM-DD",
        on_change=_write_day,
        args=(name,),
    )


def _write_end(name: str, day: date) -> None:
    """Put the chosen meeting into the URL, or the day that stood for it."""
    chosen = st.session_state[f"since-{name}"]
    st.query_params[name] = day.isoformat() if chosen == ANOTHER_DAY else chosen


def _write_day(name: str) -> None:
    chosen = st.session_state.get(f"since-{name}-day")
    if isinstance(chosen, date):
        st.query_params[name] = chosen.isoformat()


def _places(here: Visit, known: Known, chosen: tuple[str, ...]) -> None:
    words = here.wording
    choose_region(
        words,
        words.t("since.region"),
        words.t("since.all_regions"),
        offered=known.regions,
        chosen=chosen,
        areas=known.areas,
    )
    pick_countries(
        here,
        "area",
        most=12,
        label=words.t("since.area"),
        example=words.t("since.all_areas"),
        among=known.countries,
    )


@store.cached(48)
def _shown(
    language: str,
    mode: str,
    asked: Choice,
    presenting: bool,
    as_of: str,
    release: int | None,
    today: date,
) -> str:
    words, about = wording(language), store.reference(language)
    here = Visit(words, PALETTES[mode], presenting, as_of=as_of)
    span = asked.span
    areas = asked.among(store.members(release))
    found = since(span.first, span.last, areas=areas, today=today, release=release)
    news = found.figures
    places = {name: code for name, code in asked.params().items() if name in LISTS}
    compared = {FROM: str(news.first), TO: str(news.last)} | places
    links = Links(
        here.href_up_to("country", "iso3"),
        here.href("changed", **compared) if news.last > news.first else "",
        asked.csv,
    )
    return packed(since_html(found, asked, about, words, links))


def show(here: Visit, asked: Choice) -> None:
    """Summary and sections."""
    show_html(
        _shown(
            here.language,
            here.palette.mode,
            asked,
            here.presenting,
            here.as_of,
            release_id(),
            date.today(),
        )
    )

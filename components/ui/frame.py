"""The bar around every page: pages, language, the meeting; or the way out of presentation."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from components.changed.banner import banner_html, refusal_sentence
from components.echo import echoed
from components.look import colour_variables
from components.markup import render
from components.text_twin.addresses import twin_of
from components.theme import PALETTES, Mode
from components.ui.as_of import asked_release, records_begin_after
from components.ui.idle import idle_script
from components.ui.meeting_bar import meeting_bar
from components.ui.notice import notice
from components.ui.visit import Visit
from components.wording import LANGUAGES

PAGES: Final = (
    "world",
    "country",
    "compare",
    "pathfinders",
    "monitoring",
    "timeline",
    "alliance",
    "since",
    "progress",
    "gaps",
    "explore",
    "changed",
    "sources",
    "glossary",
    "methods",
    "preview",
)
"""The scripts under pages/ in the order of the bar; the first is the landing page."""

NOT_IN_THE_BAR: Final = frozenset(
    {"compare", "monitoring", "since", "progress", "gaps", "glossary", "methods", "preview"}
)
"""Pages that are reached from another page, not from the bar."""

ICON: Final = str(Path(__file__).with_name("icon.png"))


@cache
def _colours(mode: Mode) -> str:
    """The theme's colours for the stylesheet, which the document links to and the browser keeps."""
    return f"<style>{colour_variables(PALETTES[mode])}</style>"


@cache
def _language_script(code: str, direction: str) -> str:
    """Streamlit's own page says English, left to right; screen readers and bidi need the truth."""
    return (
        "<script>"
        f"document.documentElement.lang='{code}';document.documentElement.dir='{direction}';"
        "</script>"
    )


def open_frame(here: Visit, pages: dict[str, Any], chosen: Any, *, idle_minutes: int) -> None:
    """Style, document language, and the bar; the bar is left out when presenting.

    `idle_minutes`: how long the page may stand untouched before it gives its session back.
    """
    words = here.wording
    _echo_address(here)
    st.html(_colours(here.palette.mode) + render("skip_link.html", t=words.t))
    scripts = _language_script(words.code, words.language.direction) + idle_script(idle_minutes)
    st.html(scripts, unsafe_allow_javascript=True)
    with st.container(key="presenting" if here.presenting else "bar", horizontal=True):
        if here.presenting:
            _leave_presentation(here, chosen)
        else:
            _bar(here, pages, chosen)
    if here.refused_language:
        notice(
            words.t(
                "frame.unknown_language",
                asked=echoed(here.refused_language),
                known=words.t("sentence.comma").join(one.name for one in LANGUAGES.values()),
            )
        )
    _as_of_banner(here, chosen)


def close_frame(here: Visit, chosen: Any) -> None:
    """The last line of a page: the same as text."""
    if here.presenting:
        return
    asked = st.query_params.to_dict()
    if not here.as_of:
        # A date that has no figures is not carried on.
        asked.pop("as_of", None)
    twin = twin_of(f"/{chosen.url_path}", asked, here.language)
    st.html(
        render(
            "page_foot.html",
            twin=twin,
            progress=here.href("progress"),
            gaps=here.href("gaps"),
            glossary=here.href("glossary"),
            methods=here.href("methods"),
            t=here.wording.t,
        )
    )


def _as_of_banner(here: Visit, chosen: Any) -> None:
    """Whose figures these are when the URL asks for a date; a sentence when it has none."""
    asked = asked_release()
    today = {k: v for k, v in st.query_params.to_dict().items() if k != "as_of"}
    address = f"{chosen.url_path}?{urlencode(today)}" if today else chosen.url_path or "./"
    if asked.refused is not None:
        why = asked.refused
        first = why.first.published if why.first else ""
        notice(refusal_sentence(why.reason, why.asked, first, here.wording))
    elif asked.release is not None:
        changed = here.href("changed", **{"from": str(asked.release.id), "as_of": None})
        shown = banner_html(
            asked.release,
            here.as_of,
            here.wording,
            today=address,
            changed=changed,
            begin=records_begin_after(asked.release),
        )
        st.html(shown)


def _echo_address(here: Visit) -> None:
    """Write a changed language, presentation or date into the address bar.

    Streamlit leaves the address as it was when a link leads to the very page it stands on
    (1.67, as of 2026-11); a reader who copies it would share another language.
    """
    kept = (here.language, here.presenting, here.as_of)
    if st.session_state.setdefault("address-echoed", kept) != kept:
        st.session_state["address-echoed"] = kept
        st.query_params.from_dict(st.query_params.to_dict())


def _bar(here: Visit, pages: dict[str, Any], chosen: Any) -> None:
    words = here.wording
    st.html(render("brand.html", t=words.t, home=here.href("")))
    with st.container(key="bar-pages", horizontal=True):
        for name, page in pages.items():
            if name not in NOT_IN_THE_BAR:
                st.page_link(page, label=words.t(f"frame.page.{name}"), query_params=here.params())
    with st.container(key="bar-choices", horizontal=True):
        for code, language in LANGUAGES.items():
            label = f"**{language.name}**" if code == words.code else language.name
            _this_page_with(chosen, label, lang=code)
        meeting_bar(chosen.url_path or PAGES[0], words.code)


def _this_page_with(chosen: Any, label: str, **changed: str | None) -> None:
    """A link to this very view with one thing changed."""
    params = {k: v for k, v in (st.query_params.to_dict() | changed).items() if v}
    st.page_link(chosen, label=label, query_params=params)


def _leave_presentation(here: Visit, chosen: Any) -> None:
    st.html(render("large_type.html"))
    _this_page_with(chosen, here.wording.t("frame.leave_present"), present=None)

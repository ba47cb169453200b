"""The bar around every page: pages, language, presentation."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from components.changed.banner import banner_html, refusal_sentence
from components.echo import echoed
from components.markup import render
from components.theme import PALETTES, Mode
from components.ui import store
from components.ui.idle import idle_script
from components.ui.notice import notice
from components.ui.places import places_script
from components.ui.visit import Visit
from components.wording import LANGUAGES

PAGES: Final = (
    "world",
    "country",
    "compare",
    "pathfinders",
    "timeline",
    "explore",
    "changed",
    "sources",
)
"""The scripts under pages/ in the order of the bar; the first is the landing page."""

NOT_IN_THE_BAR: Final = frozenset({"compare"})
"""Pages that are reached from another page, not from the bar."""

LOOK: Final = Path(__file__).with_name("look")
"""The stylesheet, a file a subject; joined in the order of the names."""
ICON: Final = str(Path(__file__).with_name("icon.png"))


@cache
def _look(mode: Mode) -> str:
    """The stylesheet with the theme's colours as variables, so that colours are stated once."""
    palette = PALETTES[mode]
    plain = ("paper", "surface", "ink", "muted", "hairline", "action")
    colours = {name: getattr(palette, name) for name in plain}
    colours |= {code.replace("_", "-"): colour for code, colour in palette.themes.items()}
    colours |= {f"status-{k.replace('_', '-')}": v for k, v in palette.statuses.items()}
    sexes = {"F": "female", "M": "male", "T": "total"}
    colours |= {sexes[code]: colour for code, colour in palette.sexes.items()}
    colours |= {f"part-{place}": colour for place, colour in enumerate(palette.categorical, 1)}
    colours |= {
        "no-data": palette.no_data,
        "suppressed": palette.suppressed,
        "not-applicable": palette.not_applicable,
    }
    variables = "".join(f"--{name}:{colour};" for name, colour in colours.items())
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in sorted(LOOK.glob("*.css")))
    return f"<style>:root{{{variables}}}\n{sheets}</style>"


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
    st.html(_look(here.palette.mode) + render("skip_link.html", t=words.t))
    scripts = _language_script(words.code, words.language.direction) + places_script()
    scripts += idle_script(idle_minutes)
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


def _as_of_banner(here: Visit, chosen: Any) -> None:
    """Whose figures these are when the URL asks for a date; a sentence when it has none."""
    asked = store.asked_release()
    today = {k: v for k, v in st.query_params.to_dict().items() if k != "as_of"}
    address = f"{chosen.url_path}?{urlencode(today)}" if today else chosen.url_path or "./"
    if asked.refused is not None:
        why = asked.refused
        first = why.first.published if why.first else ""
        notice(refusal_sentence(why.reason, why.asked, first, here.wording))
    elif asked.release is not None:
        changed = here.href("changed", **{"from": str(asked.release.id), "as_of": None})
        shown = banner_html(asked.release, here.as_of, here.wording, today=address, changed=changed)
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
        _this_page_with(chosen, words.t("frame.present"), present="1", icon=":material/slideshow:")


def _this_page_with(
    chosen: Any,
    label: str,
    *,
    icon: str | None = None,
    **changed: str | None,
) -> None:
    """A link to this very view with one thing changed."""
    params = {k: v for k, v in (st.query_params.to_dict() | changed).items() if v}
    st.page_link(chosen, label=label, query_params=params, icon=icon)


def _leave_presentation(here: Visit, chosen: Any) -> None:
    st.html(render("large_type.html"))
    _this_page_with(
        chosen, here.wording.t("frame.leave_present"), present=None, icon=":material/close:"
    )

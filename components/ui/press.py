"""Links and choices of a page that change its address within the session.

They are ordinary HTML, made once for all readers: a link has its whole address, a choice
(`data-param`) names the parameter that it sets. The script takes the click and tells the server the
new address; without it a link loads the page anew and shows the same. A widget of Streamlit for
each would cost each rerun as much as all of them together do so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

import streamlit as st

from components.look import look_name
from components.wording import Wording

KEY: Final = "press"
LONGEST: Final = 8_000
"""Letters of an address: what a browser and the server before us take."""

_press = st.components.v2.component(
    "target87_press",
    js=f"""
const root = window.__streamlit.BACKEND_BASE_URL;
const script = import(new URL("look/{look_name("press.js")}", root).href);
export default (page) => {{ script.then((found) => found.default(page)); }};
""",
    isolate_styles=False,
)


def press(page: str, wording: Wording) -> None:
    """Mount the script once on a page whose links lead to `page`."""
    said = {name: wording.t(f"press.{name}") for name in ("copied", "not_copied", "stop", "play")}
    _press(key=KEY, data={"page": page, "words": said}, on_query_change=_go)


def _go() -> None:
    """Put the address that was pressed into the URL."""
    result: Any = st.session_state.get(KEY)
    query = result.get("query") if isinstance(result, Mapping) else None
    if isinstance(query, str) and len(query) <= LONGEST:
        go_to(query)


def go_to(query: str) -> None:
    """Put the parameters behind `?` into the URL, in place of those that stand there."""
    asked: dict[str, str] = {}
    for name, text in parse_qsl(query):
        asked[name] = f"{asked[name]},{text}" if name in asked else text
    st.query_params.from_dict(asked)

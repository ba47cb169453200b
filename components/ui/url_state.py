"""Filters that live in the URL as codes, several to a parameter.

The URL is what holds; a widget shows it and writes to it. Streamlit's own binding would write the
words that are shown, which differ from language to language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import streamlit as st

from components.ui.visit import KEPT

SEPARATOR: Final = ","


def pairs() -> list[tuple[str, str]]:
    """The URL's parameters but for those that every link keeps."""
    given = st.query_params
    return [(name, text) for name in given if name not in KEPT for text in given.get_all(name)]


def _key(name: str) -> str:
    return f"filter-{name}"


def _bound(name: str, value: Any) -> dict[str, Any]:
    """What binds a widget to a parameter; gives the widget the value unless it has it already."""
    key = _key(name)
    # Only where URL and widget differ: after a click they agree already.
    if st.session_state.get(key, ...) != value:
        st.session_state[key] = value
    return {"key": key, "on_change": _write, "args": (name,)}


def _write(name: str) -> None:
    """Put a widget's new value into the URL; what means no restriction leaves the URL clean."""
    value = st.session_state[_key(name)]
    if isinstance(value, (list, tuple)):
        text = SEPARATOR.join(map(str, value))
    elif isinstance(value, bool):
        text = "1" if value else ""
    else:
        text = "" if value is None else str(value)
    if text:
        st.query_params[name] = text
    else:
        st.query_params.pop(name, None)


def choose_several(
    label: str,
    name: str,
    options: Sequence[str],
    chosen: Sequence[str],
    say: Callable[[str], str],
    *,
    all_shown: bool = False,
    placeholder: str | None = None,
) -> None:
    """Any number of codes: a list to search, or with `all_shown` all of them as buttons."""
    how = {"format_func": say} | _bound(name, list(chosen))
    if all_shown:
        st.pills(label, options, selection_mode="multi", **how)
    else:
        st.multiselect(label, options, placeholder=placeholder, select_all=False, **how)


def choose_one(
    label: str, name: str, options: Sequence[str], chosen: str, say: Callable[[str], str]
) -> None:
    """One code, always."""
    st.selectbox(label, options, format_func=say, **_bound(name, chosen))


def choose_flag(label: str, name: str, chosen: bool) -> None:
    """Yes or no."""
    st.checkbox(label, **_bound(name, chosen))

"""Choices that live in the URL as codes, so that a link shows what its sender saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.echo import echoed


def _write(name: str, default: str) -> None:
    """Put a widget's new value into the URL; the default leaves the URL clean."""
    value = st.session_state[f"choice-{name}"]
    if value is None or value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def _shown(name: str, options: Sequence[str], default: str, asked: str | None = None) -> str:
    """The URL's value, or the default for one that is no option, given to the widget."""
    key = f"choice-{name}"
    if asked is None:
        asked = st.query_params.get(name, default)
    current = asked if asked in options else default
    if st.session_state.get(key) != current:
        st.session_state[key] = current
    return current


def choose(
    label: str,
    name: str,
    options: Sequence[str],
    say: Callable[[str], str],
    *,
    default: str,
    current: str | None = None,
    **more: Any,
) -> str:
    """A select box over codes whose choice is the URL's parameter `name`.

    `current` is the option that the URL comes to, where it may say it in several ways. A value in
    the URL that is no option is refused with `default`; `refused` tells of it.
    """
    _shown(name, options, default, current)
    return str(
        st.selectbox(
            label,
            options,
            format_func=say,
            key=f"choice-{name}",
            on_change=_write,
            args=(name, default),
            **more,
        )
    )


def switch(
    label: str,
    name: str,
    options: Sequence[str],
    say: Callable[[str], str],
    *,
    default: str,
    **more: Any,
) -> str:
    """One of few codes, all in sight as buttons, whose choice is the URL's parameter `name`.

    A value in the URL that is no option is passed over for `default`.
    """
    current = _shown(name, options, default)
    chosen = st.segmented_control(
        label,
        options,
        format_func=say,
        key=f"choice-{name}",
        required=True,
        on_change=_write,
        args=(name, default),
        **more,
    )
    return str(chosen or current)


def refused(name: str, options: Sequence[str]) -> str:
    """The URL's value of a parameter, to be said again, when it is none of the options."""
    asked = st.query_params.get(name, "")
    return echoed(asked) if asked and asked not in options else ""

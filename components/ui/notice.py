"""A sentence to the reader that may quote what somebody else wrote, such as the address."""

from __future__ import annotations

import re
from typing import Final

import streamlit as st

_MARKS: Final = re.compile(r"([!-/:-@\[-^`{-~])")
"""ASCII punctuation that Markdown may read as markup; `_` inside a code is left readable."""


def literally(sentence: str) -> str:
    """The sentence as Markdown that shows exactly its characters: no link, picture or style."""
    return _MARKS.sub(r"\\\1", sentence)


def notice(sentence: str) -> None:
    """Show a sentence as information, its characters as they are.

    Streamlit reads messages as Markdown: a code from the URL could otherwise become a picture
    from another host, or a link under our name.
    """
    st.info(literally(sentence))

"""The meeting in the bar of every page: the way to it, and the button that adds the view to it."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlencode

import streamlit as st

from components.markup import render
from components.wording import wording


def meeting_bar(page: str, language: str) -> None:
    """Both, for a page of frame.PAGES; what the button says comes with its script."""
    st.html(_html(page, language), width="content")


@cache
def _html(page: str, language: str) -> str:
    words = wording(language)
    return render(
        "meeting_bar.html",
        t=words.t,
        page=page,
        href=f"meeting?{urlencode({'lang': language})}",
    )

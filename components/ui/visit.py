"""Who is looking and how: language, theme, presentation, read from the URL and the browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from components.theme import PALETTES, Palette
from components.ui.as_of import asked_release
from components.wording import DEFAULT, LANGUAGES, Wording, wording

KEPT = ("lang", "present", "as_of")
"""What every link carries on, so that a language, a presentation or a date outlives a click."""


@dataclass(frozen=True)
class Visit:
    """One run's circumstances. `refused_language` is a `lang` of the URL that we do not speak.

    `as_of` is the URL's date, moment or release whose figures are shown; empty for those of now.
    """

    wording: Wording
    palette: Palette
    presenting: bool
    refused_language: str = ""
    as_of: str = ""

    @property
    def language(self) -> str:
        """ISO 639-1 code of the language shown."""
        return self.wording.code

    def params(self, **more: str | None) -> dict[str, str]:
        """Query parameters of a link: what is kept on every link, then the link's own."""
        kept = {"lang": self.language if self.language != DEFAULT else None}
        kept |= {"present": "1" if self.presenting else None, "as_of": self.as_of}
        return {k: v for k, v in (kept | more).items() if v}

    def href_up_to(self, page: str, parameter: str) -> str:
        """The same up to the value of its last parameter, which is a code."""
        return self.href(page, **{parameter: "_"}).removesuffix("_")

    def href(self, page: str, **more: str | None) -> str:
        """A relative address of a page of ours."""
        params = self.params(**more)
        return f"{page}?{urlencode(params)}" if params else (page or "./")


def _theme() -> Literal["light", "dark"]:
    return "dark" if st.context.theme.type == "dark" else "light"


def visit() -> Visit:
    """The circumstances of this run. An unknown language falls back to English, and says so."""
    asked = st.query_params.get("lang", DEFAULT)
    known = asked in LANGUAGES
    return Visit(
        wording(asked if known else DEFAULT),
        PALETTES[_theme()],
        st.query_params.get("present") == "1",
        "" if known else asked,
        asked_release().kept,
    )

"""Where a country's brief is had, for links on pages, and which page it leads back to."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

FOLDER: Final = "brief"
PDF: Final = "pdf"


def brief_address(area_code: str, language: str, as_of: str = "", form: str = PDF) -> str:
    """The brief of a country in a language, from the address of a page; `as_of` as in a URL."""
    asked = {"lang": language} | ({"as_of": as_of} if as_of else {})
    return f"{FOLDER}/{area_code}.{form}?{urlencode(asked)}"


def permalink(base: str, area_code: str, language: str, release: int) -> str:
    """The country's page with the figures of a release; `base` ends with a slash."""
    asked = {"iso3": area_code, "lang": language, "as_of": str(release)}
    return f"{base}country?{urlencode(asked)}"

"""Where a country's brief is had, for links on pages, and which page it leads back to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlencode

FOLDER: Final = "brief"
PDF: Final = "pdf"
DOCX: Final = "docx"
PACK: Final = "pack"
"""Stands in the place of a code where several countries are asked for, by `iso3`."""


def brief_address(area_code: str, language: str, as_of: str = "", form: str = PDF) -> str:
    """The brief of a country in a language, from the address of a page; `as_of` as in a URL."""
    asked = {"lang": language} | ({"as_of": as_of} if as_of else {})
    return f"{FOLDER}/{area_code}.{form}?{urlencode(asked)}"


def pack_address(area_codes: Iterable[str], language: str, as_of: str = "", form: str = PDF) -> str:
    """The briefs of several countries in one file, likewise."""
    asked = {"iso3": ",".join(area_codes), "lang": language} | ({"as_of": as_of} if as_of else {})
    return f"{FOLDER}/{PACK}.{form}?{urlencode(asked, safe=',')}"


def in_form(address: str, form: str) -> str:
    """The address of the same brief in another form."""
    path, _, query = address.partition("?")
    return f"{path.rpartition('.')[0]}.{form}?{query}"


def permalink(base: str, area_code: str, language: str, release: int) -> str:
    """The country's page with the figures of a release; `base` ends with a slash."""
    asked = {"iso3": area_code, "lang": language, "as_of": str(release)}
    return f"{base}country?{urlencode(asked)}"

"""Where the text pages are had, in which languages, and what stands in the map of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlencode

from components.wording import DEFAULT, LANGUAGES

FOLDER: Final = "text"
INDEX: Final = f"{FOLDER}/"
WORLD: Final = f"{FOLDER}/world"
PATHFINDERS: Final = f"{FOLDER}/pathfinders"
COMPARE: Final = f"{FOLDER}/compare"
GLOSSARY: Final = f"{FOLDER}/glossary"
METHODS: Final = f"{FOLDER}/methods"
ALONE: Final = (INDEX, WORLD, PATHFINDERS, GLOSSARY, METHODS)
"""Text pages of which there is one."""

TWINS: Final = {
    "/": WORLD,
    "/world": WORLD,
    "/pathfinders": PATHFINDERS,
    "/glossary": GLOSSARY,
    "/methods": METHODS,
}
"""The text page of each page of the app that has one of its own."""

_CODED: Final = {
    "/country": (f"{FOLDER}/country", "iso3"),
    "/explore": (f"{FOLDER}/indicator", "indicator"),
}
"""Pages with a text page a code, and the parameter that names the code."""

_CODE: Final = re.compile(r"[A-Za-z0-9_]{3,40}")
_CODES: Final = re.compile(r"[A-Za-z]{3}(?:,[A-Za-z]{3}){0,7}")
_MOMENT: Final = re.compile(r"[0-9TZ:.+-]{1,32}")


def country_path(code: str) -> str:
    """The text page of a country or territory."""
    return f"{FOLDER}/country/{code}"


def indicator_path(code: str) -> str:
    """The text page of an indicator."""
    return f"{FOLDER}/indicator/{code}"


def asked(path: str, language: str, query: Mapping[str, str] | None = None, as_of: str = "") -> str:
    """The address of a text page; the default language and the figures of now are not said."""
    said = dict(query or {})
    said |= {"lang": language} if language != DEFAULT else {}
    said |= {"as_of": as_of} if as_of else {}
    return f"{path}?{urlencode(said, safe=',')}" if said else path


def languages_of(path: str, query: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Every language with the address of the page in it; `x-default` is the default one."""
    for code in LANGUAGES:
        yield code, asked(path, code, query)
    yield "x-default", asked(path, DEFAULT, query)


def twin_of(page: str, params: Mapping[str, str], language: str) -> str:
    """The text page for a page of the app with its parameters; the list of all text pages where
    there is none for it. What is no code, and no moment, is left out."""
    moment = params.get("as_of", "")
    as_of = moment if _MOMENT.fullmatch(moment) else ""
    if page in _CODED:
        folder, name = _CODED[page]
        code = params.get(name, "").strip()
        path = f"{folder}/{code.upper()}" if _CODE.fullmatch(code) else INDEX
        return asked(path, language, as_of=as_of)
    if page == f"/{COMPARE.rpartition('/')[2]}":
        codes = params.get("iso3", "").strip()
        query = {"iso3": codes.upper()} if _CODES.fullmatch(codes) else {}
        return asked(COMPARE if query else INDEX, language, query, as_of)
    return asked(TWINS.get(page, INDEX), language, as_of=as_of)

"""Names of areas in the product's languages, and in more so that a typed name finds its country.

CLDR (through Babel) gives most; `data/tables/area_names/` overrides it where the United Nations
writes a name differently, and adds groupings that CLDR does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from babel import Locale

from data.folding import folded

SHOWN: Final = ("en", "fr", "ar")
SEARCHED: Final = (
    "am bg bn cs da de el es et fa fi he hi hr hu id it ja ka km ko lo lt lv mg mk mn ms my ne nl "
    "no pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th tr uk ur uz vi yo zh zh_Hant zu"
).split()


def _cldr_key(area: Mapping[str, str]) -> str:
    """The key under which CLDR lists an area: alpha-2 for countries, M49 digits for regions."""
    if area["iso2"]:
        return area["iso2"]
    return area["m49"].zfill(3) if area["m49"] else ""


def area_names(
    areas: Iterable[Mapping[str, str]], overrides: Iterable[Mapping[str, str]]
) -> list[dict[str, str]]:
    """Rows (area, language, name, folded), one for each area and language that has a name.

    A shown language falls back on the area's own (English) name, so every area has a name in each.
    """
    chosen = {(o["area"], o["language"]): o["name"] for o in overrides}
    rows: dict[tuple[str, str], str] = {}
    listed = list(areas)
    for language in (*SHOWN, *SEARCHED):
        territories = Locale.parse(language).territories
        for area in listed:
            name = chosen.get((area["code"], language)) or territories.get(_cldr_key(area), "")
            if language == "en":
                name = chosen.get((area["code"], language)) or area["name"]
            if not name and language in SHOWN:
                name = area["name"]
            if name:
                rows[area["code"], language] = name
    return [
        {"area": code, "language": language, "name": name, "folded": folded(name)}
        for (code, language), name in rows.items()
    ]


def everyday_names(
    areas: Iterable[Mapping[str, str]], named: Iterable[Mapping[str, str]]
) -> list[dict[str, str]]:
    """Aliases (family, spelling, area): CLDR's names where an override took their place.

    People write those, whatever the page writes.
    """
    taken = {(row["area"], row["language"], row["name"]) for row in named}
    rows = []
    for language in (*SHOWN, *SEARCHED):
        territories = Locale.parse(language).territories
        for area in areas:
            name = territories.get(_cldr_key(area), "")
            if name and (area["code"], language, name) not in taken:
                rows.append({"family": f"cldr_{language}", "spelling": name, "area": area["code"]})
    return rows

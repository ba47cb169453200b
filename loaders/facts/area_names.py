"""Names of areas in the product's languages, and in more so that a typed name finds its country.

CLDR (through Babel) gives most; a language's folder (`data.languages`, owner `area`) overrides it
where the United Nations writes a name differently, and adds groupings that CLDR does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from babel import Locale

from data.folding import folded
from data.languages import DEFAULT, LANGUAGES, row_key, row_texts

SEARCHED: Final = (
    "am bg bn cs da de el es et fa fi he hi hr hu id it ja ka km ko lo lt lv mg mk mn ms my ne nl "
    "no pl ps pt ro ru rw si sk sl so sq sr sv sw ta te th tr uk ur uz vi yo zh zh_Hant zu"
).split()
"""CLDR locales in whose names a country is found, beside those of the languages shown."""


def _territories() -> dict[str, Mapping[str, str]]:
    """CLDR's names of areas by language."""
    locales = {code: language.locale for code, language in LANGUAGES.items()}
    locales = locales | {code: code for code in SEARCHED if code not in locales}
    return {code: Locale.parse(locale).territories for code, locale in locales.items()}


def _cldr_key(area: Mapping[str, str]) -> str:
    """The key under which CLDR lists an area: alpha-2 for countries, M49 digits for regions."""
    if area["iso2"]:
        return area["iso2"]
    return area["m49"].zfill(3) if area["m49"] else ""


def area_names(areas: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Rows (area, language, name, folded), one for each area and language that has a name.

    A shown language falls back on the area's own (English) name, so every area has a name in each.
    """
    rows = []
    listed = list(areas)
    for language, territories in _territories().items():
        chosen = row_texts(language) if language in LANGUAGES else {}
        for area in listed:
            name = chosen.get(row_key("area", area["code"], "name"), "")
            if not name and language != DEFAULT:
                name = territories.get(_cldr_key(area), "")
            if not name and language in LANGUAGES:
                name = area["name"]
            if name:
                row = {"area": area["code"], "language": language, "name": name}
                rows.append(row | {"folded": folded(name)})
    return rows


def everyday_names(
    areas: Iterable[Mapping[str, str]], named: Iterable[Mapping[str, str]]
) -> list[dict[str, str]]:
    """Aliases (family, spelling, area): CLDR's names where an override took their place.

    People write those, whatever the page writes.
    """
    taken = {(row["area"], row["language"], row["name"]) for row in named}
    rows = []
    for language, territories in _territories().items():
        for area in areas:
            name = territories.get(_cldr_key(area), "")
            if name and (area["code"], language, name) not in taken:
                rows.append({"family": f"cldr_{language}", "spelling": name, "area": area["code"]})
    return rows

"""Sets of countries that may be asked for like a region: unions, the UN's lists, levels of
development, pathfinder countries. Pure; the lists stand in `data/catalogue/country_sets.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.records import Area

CATALOGUE: Final = Path(__file__).parents[1] / "catalogue" / "country_sets.toml"

BY_STANDING: Final = {
    "pathfinder": "PATHFINDERS",
    "candidate": "PATHFINDER_CANDIDATES",
    "interest": "PATHFINDER_INTERESTED",
}
"""The set of each standing that a country may have in Alliance 8.7."""

LEVELS: Final = (
    (0.8, "HDI_VERY_HIGH"),
    (0.7, "HDI_HIGH"),
    (0.55, "HDI_MEDIUM"),
    (0.0, "HDI_LOW"),
)
"""UNDP's levels of human development, each from its lowest index up (HDR 2014 and since)."""


@dataclass(frozen=True, slots=True)
class CountrySet:
    """Who is a member, as whose list says. `as_of`: the day for which the list is known to hold;
    `changed`: its last change; `count`: how many members the publisher counts."""

    code: str
    publisher: str
    title: str
    address: str
    as_of: str
    count: int
    members: tuple[str, ...]
    changed: str = ""
    note: str = ""


@cache
def country_sets(path: Path = CATALOGUE) -> Mapping[str, CountrySet]:
    """The sets that a publisher lists, by code, in the order of the catalogue.

    Raises TypeError for a key that no set has.
    """
    found = {}
    for code, block in tomllib.loads(path.read_text(encoding="utf-8")).items():
        fields: dict[str, Any] = block | {"members": tuple(block["members"].split())}
        found[code] = CountrySet(code, **fields)
    return found


@cache
def set_codes() -> frozenset[str]:
    """The code of every set of countries, those of regions not among them."""
    return frozenset((*BY_STANDING.values(), *country_sets(), *(code for _, code in LEVELS)))


def level_of(index: float) -> str:
    """The set of countries whose human development is at the level of an index."""
    return next(code for least, code in LEVELS if index >= least)


def countries_of(
    areas: Sequence[str], regions: Sequence[str], members: Mapping[str, Iterable[str]]
) -> tuple[str, ...] | None:
    """The areas that are named and the countries of the regions and sets that are: they add up.

    None where nothing is named, which asks for all. Raises KeyError for an unknown region.
    """
    if not areas and not regions:
        return None
    inside = (code for region in regions for code in members[region])
    return tuple(dict.fromkeys((*areas, *inside)))


def members_of_sets(
    areas: Iterable[Area], human_development: Mapping[str, float]
) -> dict[str, tuple[str, ...]]:
    """The countries and territories of every set that has some; `human_development` is the newest
    index by area. Sets in a fixed order, members by code."""
    here = {area.code: area for area in areas if area.kind in ("country", "territory")}
    inside: dict[str, list[str]] = {code: [] for code in BY_STANDING.values()}
    for area in here.values():
        if area.pathfinder in BY_STANDING:
            inside[BY_STANDING[area.pathfinder]].append(area.code)
    for each in country_sets().values():
        inside[each.code] = [code for code in each.members if code in here]
    levels: dict[str, list[str]] = defaultdict(list)
    for code, index in human_development.items():
        if code in here:
            levels[level_of(index)].append(code)
    inside |= {code: levels[code] for _, code in LEVELS}
    return {code: tuple(sorted(found)) for code, found in inside.items() if found}

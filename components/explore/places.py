"""Countries and sets of countries in one box: a country is a code of `area`, a set of `region`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from components.explore.region_names import region_name
from components.listed_codes import codes_of
from components.wording import Wording
from data.methods.country_sets import countries_of
from data.records import Known

AREA, REGION = "area", "region"
PLACES: Final = (AREA, REGION)
"""The parameters that name places; they add up."""

BETWEEN: Final = ":"


def places_asked(
    params: Mapping[str, str], known: Known, areas: Iterable[str] | None = None
) -> tuple[str, ...] | None:
    """The areas that the lists of PLACES name together; None for all. `areas` are those that
    `area` may name, where not every one. Raises Refused.
    """
    allowed = known.allowed if areas is None else known.allowed | {AREA: tuple(sorted(areas))}
    area, region = (
        codes_of(name, [params.get(name, "")], allowed[name], known.named[name]) for name in PLACES
    )
    return countries_of(area, region, known.members)


def place_code(parameter: str, code: str) -> str:
    """What stands for a place in the box: `area:NPL`, `region:SADC`."""
    return f"{parameter}{BETWEEN}{code}"


def chosen_places(
    areas: Iterable[str], regions: Iterable[str], known: Known, wording: Wording
) -> list[dict[str, str]]:
    """What is chosen already, sets first, as the box wants it."""
    sets = [(place_code(REGION, c), region_name(c, known.areas, wording)) for c in regions]
    countries = [(place_code(AREA, c), known.areas[c].name) for c in areas]
    return [{"code": code, "name": name} for code, name in (*sets, *countries)]


def picked_places(picked: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The codes of `area` and of `region` that were picked."""
    parted = [code.partition(BETWEEN) for code in picked]
    return {name: tuple(c for kind, _, c in parted if kind == name) for name in (AREA, REGION)}

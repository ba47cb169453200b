"""Countries and sets of countries in one box: a country is a code of `area`, a set of `region`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from components.explore.region_names import region_name
from components.wording import Wording
from data.records import Known

AREA, REGION = "area", "region"
BETWEEN: Final = ":"


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

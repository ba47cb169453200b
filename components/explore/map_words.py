"""What is said of areas that a map has no place for."""

from __future__ import annotations

from collections.abc import Sequence

from components.explore.map_drawing import MappedArea
from components.wording import Wording


def beside_sentence(areas: Sequence[MappedArea], wording: Wording) -> str:
    """Areas without a place on the map, each with its figure or why there is none; empty for
    none."""
    if not areas:
        return ""
    said = wording.t("sentence.comma").join(_one(area, wording) for area in areas)
    return wording.t("explore_map.beside", areas=said)


def _one(area: MappedArea, wording: Wording) -> str:
    key = "explore_map.beside_one" if area.year is None else "explore_map.beside_year"
    return wording.t(key, name=area.name, text=area.text, year=area.year)

"""The shapes of countries and territories, read once: rings of arcs that neighbours share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import orjson

from components.maps.projection import Place, Places

GEO: Final = Path(__file__).parents[2] / "data" / "geo"
TOPOLOGY: Final = GEO / "world_50m.json"

Ring = tuple[int, ...]
"""Numbers of arcs; one below zero is the arc `~number`, walked backwards."""

Polygon = tuple[Ring, ...]
"""The outer ring, then holes."""


@dataclass(frozen=True)
class Shape:
    """One area: its polygons, the one with the largest box first, and the middle of that one."""

    code: str
    polygons: tuple[Polygon, ...]
    middle: Place


@dataclass(frozen=True)
class World:
    """All shapes by area code; the longitudes and latitudes of all arcs, and which each has."""

    shapes: dict[str, Shape]
    places: Places
    spans: tuple[tuple[int, int], ...]

    def ring(self, ring: Ring) -> Places:
        """The places of a ring."""
        arcs = []
        for number in ring:
            start, end = self.spans[number if number >= 0 else ~number]
            arc = self.places[start:end]
            arcs.append(arc if number >= 0 else arc[::-1])
        return np.concatenate(arcs)

    def main_part(self, code: str) -> Places:
        """The outer ring of an area's largest polygon."""
        return self.ring(self.shapes[code].polygons[0][0])


@cache
def world() -> World:
    """The shapes of the world page's map."""
    given = orjson.loads(TOPOLOGY.read_bytes())
    (width, height), (left, bottom) = given["transform"]["scale"], given["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc, float), axis=0) for arc in given["arcs"]]
    ends = np.cumsum([len(arc) for arc in arcs]).tolist()
    places = np.concatenate(arcs) * (width, height) + (left, bottom)
    found = World({}, places, tuple(zip([0, *ends], ends, strict=False)))
    polygons: dict[str, list[Polygon]] = {}
    middles: dict[str, Place] = {}
    for shape in given["objects"]["countries"]["geometries"]:
        code = shape["id"]
        polygons.setdefault(code, []).extend(_polygons(shape))
        # Of an area in several shapes (Portugal and its islands) the first is the main one.
        middles.setdefault(code, tuple(shape["properties"]["ct"]))
    for code, parts in polygons.items():
        ordered = sorted(parts, key=lambda part: -_extent(found.ring(part[0])))
        found.shapes[code] = Shape(code, tuple(ordered), middles[code])
    return found


def _polygons(shape: dict[str, Any]) -> Iterable[Polygon]:
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return (tuple(tuple(ring) for ring in part) for part in parts)


def _extent(ring: Places) -> float:
    width, height = np.ptp(ring, axis=0)
    return float(width * height)

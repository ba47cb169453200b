"""A map cut to what it is about: every area as one path in units of the picture.

Neighbours share their border to the point, because arcs, not rings, are simplified.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from components.maps.projection import (
    Place,
    Places,
    Projection,
    apart,
    equal_area_around,
    middle_of,
    natural_earth,
)
from components.maps.shapes import Polygon, World, world

SOUTH, NORTH = -58.0, 84.0
"""Latitudes of the map of the whole world, as on the world page."""

WIDEST: Final = 75.0
"""Degrees from the middle up to which countries are one part of the world."""

SPREAD: Final = 30.0
"""Degrees from its own middle beyond which a country does not say how far a map reaches."""

BESIDE: Final = 1.08
"""How much larger a map is than what it is about."""

NARROWEST: Final = 0.09
"""The least half side of a map of one part, in radii of the earth: some 570 km."""

STEP: Final = 0.7
"""Units nearer than which two points of a border are one."""

LEAST: Final = 1.2
"""Half the way round an island below which it is left out."""

SMALL: Final = 7.0
"""Units below which an area is a dot."""


WHOLE_WIDTH, WHOLE_HEIGHT = 1120.0, 560.0
PART_WIDTH, PART_HEIGHT = 760.0, 700.0
"""The most room of a map of the world, and of one part of it."""


@dataclass(frozen=True)
class MapChart:
    """Paths by area code, in tenths of a unit. `whole`: of the whole world, not of one part.

    `dots` are places of areas too small to be seen as a shape, `middles` places for a figure.
    Areas in none of them are outside the map, or have no shape.
    """

    width: float
    height: float
    whole: bool
    paths: dict[str, str]
    dots: dict[str, Place]
    middles: dict[str, Place]
    outlines: dict[str, tuple[Place, ...]]
    """The main part of each area with few points, to be hit by a pointer."""


@dataclass(frozen=True)
class _Window:
    """From the plane of a projection to the map."""

    project: Projection
    left: float
    top: float
    scale: float
    width: float
    height: float

    def all_at(self, places: Places) -> list[Place]:
        on_map = (self.project(places) - (self.left, self.top)) * self.scale
        return [(x, y) for x, y in on_map.tolist()]

    def at(self, place: Place) -> Place:
        return self.all_at(np.array([place]))[0]

    def holds(self, place: Place) -> bool:
        return 0 <= place[0] <= self.width and 0 <= place[1] <= self.height


def map_chart(codes: Collection[str]) -> MapChart:
    """The map of some areas: of the part of the world in which they lie, or of the whole."""
    return _made(tuple(sorted(codes)))


@lru_cache(maxsize=16)
def _made(codes: tuple[str, ...]) -> MapChart:
    every = world()
    drawn = [code for code in codes if code in every.shapes]
    middle = _part(every, drawn)
    return _cut(every, _window(every, drawn, middle), whole=middle is None)


def _window(every: World, codes: Sequence[str], middle: Place | None) -> _Window:
    if middle is None:
        width, highest = WHOLE_WIDTH, WHOLE_HEIGHT
        ends = natural_earth(np.array([(-180, 0), (180, 0), (0, NORTH), (0, SOUTH)], float))
        (left, _), (right, _), (_, top), (_, bottom) = ends.tolist()
        scale = min(width / (right - left), highest / (bottom - top))
        return _Window(
            natural_earth, left, top, scale, (right - left) * scale, (bottom - top) * scale
        )
    width, highest = PART_WIDTH, PART_HEIGHT
    project = equal_area_around(middle)
    places = project(np.array(_reach(every, codes)))
    low, high = places.min(axis=0), places.max(axis=0)
    middle_x, middle_y = ((low + high) / 2).tolist()
    half_x, half_y = np.maximum((high - low) / 2 * BESIDE, NARROWEST).tolist()
    # As high as the room allows; what room is left at the sides shows the neighbours.
    height = min(highest, max(width * half_y / half_x, width * 0.5))
    scale = min(width / (2 * half_x), height / (2 * half_y))
    return _Window(
        project,
        middle_x - width / scale / 2,
        middle_y - height / scale / 2,
        scale,
        width,
        height,
    )


def _reach(every: World, codes: Iterable[str]) -> list[Place]:
    """The places that a map of some areas must hold: their main parts, without the ends of those
    that span an ocean's width."""
    found: list[Place] = []
    for code in codes:
        middle = every.shapes[code].middle
        ring = every.main_part(code)
        near = [place for place in ring if apart(place, middle) <= SPREAD]
        found += near if len(near) == len(ring) else [middle]
    return found


def _part(every: World, codes: Sequence[str]) -> Place | None:
    """The middle of the one part of the world in which areas lie; None where they lie in many."""
    if not codes:
        return None
    places = _reach(every, codes)
    middle = middle_of(every.shapes[code].middle for code in codes)
    return middle if max(apart(place, middle) for place in places) <= WIDEST else None


def _cut(every: World, window: _Window, *, whole: bool) -> MapChart:
    places = window.all_at(every.places)
    arcs = [_simplified(places[start:end]) for start, end in every.spans]
    made = MapChart(window.width, window.height, whole, {}, {}, {}, {})
    for code, shape in every.shapes.items():
        at = window.at(shape.middle)
        rings = [_ring(arcs, part[0]) for part in shape.polygons]
        if not whole and not _near(window, at, rings[0]):
            continue
        path = "".join(_path(arcs, part, window) for part in shape.polygons)
        box = _box(rings[0])
        if not path and not window.holds(at):
            continue
        if max(box[2] - box[0], box[3] - box[1]) < SMALL:
            if window.holds(at):
                made.dots[code] = at
            continue
        made.paths[code] = path
        made.middles[code] = at
        made.outlines[code] = tuple(rings[0])
    return made


def _near(window: _Window, at: Place, ring: Sequence[Place]) -> bool:
    """Whether an area has to do with a map of one part of the world at all."""
    return any(window.holds(place) for place in (at, *ring))


def _simplified(arc: Sequence[Place]) -> list[Place]:
    """The arc without points nearer than STEP to the last one kept; both its ends stay."""
    kept = [arc[0]]
    for place in arc[1:-1]:
        if abs(place[0] - kept[-1][0]) + abs(place[1] - kept[-1][1]) >= STEP:
            kept.append(place)
    return [*kept, arc[-1]]


def _ring(arcs: Sequence[Sequence[Place]], numbers: Sequence[int]) -> list[Place]:
    found: list[Place] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += arc[1:] if found else arc
    return found


def _path(arcs: Sequence[Sequence[Place]], polygon: Polygon, window: _Window) -> str:
    """A polygon in tenths of a unit, each point told by its way from the last."""
    parts = []
    for numbers in polygon:
        for ring in _pieces(_ring(arcs, numbers), window):
            left, top, right, bottom = _box(ring)
            seen = right >= 0 and bottom >= 0 and left <= window.width and top <= window.height
            if seen and right - left + bottom - top >= LEAST:
                parts.append(_traced(ring))
    return "".join(parts)


def _pieces(ring: list[Place], window: _Window) -> list[list[Place]]:
    """The ring, cut where it goes on at the other edge of a map of the whole world."""
    pieces = [[ring[0]]]
    for before, place in pairwise(ring):
        if abs(place[0] - before[0]) > window.width / 2:
            pieces.append([])
        pieces[-1].append(place)
    if len(pieces) > 1:
        # A ring ends where it began: its last piece goes on with its first.
        pieces[0] = pieces.pop() + pieces[0]
    return [piece for piece in pieces if len(piece) > 2]


def _traced(ring: Sequence[Place]) -> str:
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    (x, y), steps = points[0], []
    for before, point in pairwise(points):
        if point != before:
            dx, dy = point[0] - before[0], point[1] - before[1]
            steps.append(f"{dx}{dy}" if dy < 0 else f"{dx} {dy}")
    return f"M{x} {y}l{' '.join(steps)}z".replace(" -", "-")


def _box(ring: Sequence[Place]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)

"""Figures written at their countries where there are few, none over another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from components.charts.text_width import TEXT, text_width
from components.explore.map_drawing import FIGURE, MapDrawing
from components.explore.map_shapes import DOT
from components.maps.chart import MapChart

MOST: Final = 15
"""Figures that are written at their countries; more would cover the map."""

SIZE: Final = 17.0
_HIGH: Final = 20.0


class MapLabel(NamedTuple):
    """A figure with its middle at a place of the map."""

    code: str
    x: float
    y: float
    text: str


def map_labels(mapped: MapDrawing, chart: MapChart) -> list[MapLabel]:
    """The figures to be written, none where there are more than MOST."""
    valued = [area for area in mapped.areas if area.kind == FIGURE]
    if len(valued) > MOST:
        return []
    taken: list[tuple[float, float, float, float]] = []
    labels = []
    for area in valued:
        at = chart.middles.get(area.code) or chart.dots.get(area.code)
        if at is None:
            continue
        wide = text_width(area.text) / TEXT * SIZE + 8
        lift = (RING_ROOM if area.old else 0.0) or (DOT + 12 if area.code in chart.dots else 0.0)
        place = _free(at, wide, lift, taken, chart)
        taken.append(_box(place, wide))
        labels.append(MapLabel(area.code, *place, area.text))
    return labels


RING_ROOM: Final = 20.0
"""How far a figure stands from the middle of a ring."""


def _free(
    at: tuple[float, float],
    wide: float,
    lift: float,
    taken: Iterable[tuple[float, float, float, float]],
    chart: MapChart,
) -> tuple[float, float]:
    """The first place around `at` where a figure covers no other and stays within the map."""
    x, y = at
    side = wide / 2 + 10
    steps = [(0.0, -lift), (0.0, lift or _HIGH), (0.0, -_HIGH - lift)]
    steps += [(side, 0.0), (-side, 0.0), (side, -_HIGH), (-side, -_HIGH), (side, _HIGH)]
    steps += [(-side, _HIGH), (0.0, 2 * _HIGH + lift), (0.0, -2 * _HIGH - lift)]
    held = list(taken)
    places = [_within((x + dx, y + dy), wide, chart) for dx, dy in steps]
    return next((place for place in places if not _covers(_box(place, wide), held)), places[0])


def _within(place: tuple[float, float], wide: float, chart: MapChart) -> tuple[float, float]:
    x, y = place
    half = wide / 2
    return min(max(x, half), chart.width - half), min(max(y, _HIGH / 2), chart.height - _HIGH / 2)


def _box(place: tuple[float, float], wide: float) -> tuple[float, float, float, float]:
    x, y = place
    return x - wide / 2, y - _HIGH / 2, x + wide / 2, y + _HIGH / 2


def _covers(
    box: tuple[float, float, float, float], others: Iterable[tuple[float, float, float, float]]
) -> bool:
    left, top, right, bottom = box
    return any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in others
    )

"""A map as safe HTML without a script: an image of ours, and over it figures and what to hover.

`map_html(mapped, wording, image=…, mode=…)`: `mapped` is `map_drawing(…)` of the view, `image` the
address `map_image(view, language, mode)` of its shapes, which are those of the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any, Final
from urllib.parse import urlencode

from components.cards import source_line
from components.change_words import GLYPHS
from components.explore.map_drawing import FIGURE, NOTHING, MapDrawing, MappedArea
from components.explore.map_labels import map_labels
from components.explore.map_shapes import MapPaint, beside, chart_of, map_paint
from components.explore.map_words import beside_sentence
from components.explore.view import View
from components.maps.chart import MapChart
from components.maps.projection import Place
from components.markup import render
from components.numbers import number
from components.theme import PALETTES, Mode
from components.wording import Wording

POINTS: Final = 10
"""Corners of what a pointer hits, of an area with a figure; half as many of one without."""

_REACH: Final = 9.0
"""Units around a dot that a pointer hits."""


def map_image(view: View, language: str, mode: Mode) -> str:
    """The relative address of the shapes of a view's map."""
    more = {"lang": language, "mode": mode, "bare": "1"}
    params = view.params() | {"tab": "map"} | more
    return f"picture.svg?{urlencode(params, safe=',')}"


def map_html(
    mapped: MapDrawing, wording: Wording, *, image: str, mode: Mode, light: bool = False
) -> str:
    """All that is seen of a map; of one that is refused, the sentence why.

    `light`: a pointer finds nothing at areas of which nothing is held, for thin lines.
    """
    drawing = mapped.drawing
    guard = drawing.guard
    chart, paint = chart_of(mapped), map_paint(mapped, PALETTES[mode])
    return render(
        "map_drawing.html",
        t=wording.t,
        mapped=mapped,
        drawing=drawing,
        image=image,
        chart=chart,
        spots=[] if mapped.refused else _spots(mapped, chart, light=light),
        labels=[] if mapped.refused else _labels(mapped, chart),
        legend=_legend(mapped, paint, wording),
        dotted=any(area.code in chart.dots for area in mapped.areas),
        beside="" if mapped.refused else beside_sentence(beside(mapped, chart), wording),
        glyph=GLYPHS[guard.strength] if guard else "",
        strength=wording.t(f"drawn.guard.{guard.strength}") if guard else "",
        sources=[source_line(source, wording) for source in drawing.sources],
    )


def _legend(mapped: MapDrawing, paint: MapPaint, wording: Wording) -> list[dict[str, str]]:
    return [
        {
            "kind": line.kind,
            "text": line.text,
            "count": number(line.count, wording),
            "colour": paint.shades[line.step]
            if line.kind == FIGURE
            else paint.palette.no_data
            if line.kind == NOTHING
            else paint.ground_of(line.kind),
        }
        for line in mapped.legend
    ]


def _labels(mapped: MapDrawing, chart: MapChart) -> list[dict[str, Any]]:
    return [
        {
            "x": round(100 * label.x / chart.width, 2),
            "y": round(100 * label.y / chart.height, 2),
            "text": label.text,
        }
        for label in map_labels(mapped, chart)
    ]


def _spots(mapped: MapDrawing, chart: MapChart, *, light: bool) -> list[dict[str, Any]]:
    """What a pointer hits: shapes from the largest to the smallest, then dots."""
    areas = [area for area in mapped.areas if not (light and area.kind == NOTHING)]
    shapes = [area for area in areas if area.code in chart.outlines]
    boxes = {area.code: _box(chart.outlines[area.code]) for area in shapes}
    shapes.sort(key=lambda a: -(boxes[a.code][2] * boxes[a.code][3]))
    spots = [_shape_spot(area, chart, boxes[area.code]) for area in shapes]
    dots = [area for area in areas if area.code in chart.dots]
    dots.sort(key=lambda area: area.kind == FIGURE)
    return [*spots, *(_dot_spot(area, chart) for area in dots)]


def _shape_spot(
    area: MappedArea, chart: MapChart, box: tuple[float, float, float, float]
) -> dict[str, Any]:
    left, top, width, height = box
    most = POINTS if area.kind != NOTHING else POINTS // 2
    corners = [
        f"{100 * (x - left) / (width or 1):.0f}% {100 * (y - top) / (height or 1):.0f}%"
        for x, y in coarse(chart.outlines[area.code], most)
    ]
    return _placed(area, chart, box) | {"clip": ",".join(corners)}


def _dot_spot(area: MappedArea, chart: MapChart) -> dict[str, Any]:
    x, y = chart.dots[area.code]
    box = (x - _REACH, y - _REACH, 2 * _REACH, 2 * _REACH)
    return _placed(area, chart, box) | {"clip": ""}


def _placed(
    area: MappedArea, chart: MapChart, box: tuple[float, float, float, float]
) -> dict[str, Any]:
    left, top, width, height = box
    right, bottom = chart.width - left - width, chart.height - top - height
    across, down = 100 / chart.width, 100 / chart.height
    sides = (top * down, right * across, bottom * down, left * across)
    return {
        "place": "inset:" + " ".join(f"{side:.1f}%" for side in sides),
        "tip": area.tip,
        "datum": area.datum,
    }


def _box(ring: Sequence[Place]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def coarse(ring: Sequence[Place], most: int) -> list[Place]:
    """At most `most` corners of a ring, as far apart as lets that many remain."""
    step, kept = 2.0, list(ring)
    while len(kept) > most:
        kept = [ring[0]]
        for place in ring[1:]:
            if hypot(place[0] - kept[-1][0], place[1] - kept[-1][1]) >= step:
                kept.append(place)
        step *= 1.3
    return kept

"""The shapes of a map as SVG: areas by class or absence, dots for small ones, rings for old ones.

No colour stands alone: the four told absences have a pattern each, an old figure a ring, one from
before the year asked for a dark outline.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components.charts.map_classes import shades_of
from components.charts.plot_shapes import xml_text
from components.explore.map_drawing import FIGURE, NOTHING, MapDrawing, MappedArea
from components.maps.chart import MapChart, map_chart
from components.maps.projection import Place
from components.theme import Palette

DOT: Final = 6.0
NO_DOT: Final = 3.5
RING: Final = 4.5

_TENTHS: Final = 'transform="scale(.1)"'
_STROKES: Final = {
    "suppressed": "M0 8L8 0M-2 2L2 -2M6 10L10 6",
    "not_reported": "M1 4H6",
    "not_applicable": "M0 0L8 8M-2 6L2 10M6 -2L10 2",
    "not_collected": "M2 2L6 6M2 6L6 2",
}
"""The pattern of each told absence, in a tile of eight units: the signs of charts, repeated."""


@dataclass(frozen=True)
class MapPaint:
    """The colours of a map."""

    palette: Palette
    shades: tuple[str, ...]

    def fill(self, area: MappedArea) -> str:
        """What an area is filled with."""
        return self.fill_of(area.kind, area.step)

    def fill_of(self, kind: str, step: int = -1) -> str:
        """What a line of the legend is filled with."""
        if kind == FIGURE:
            return self.shades[step]
        return self.palette.no_data if kind == NOTHING else f"url(#map-{kind})"

    def ground_of(self, kind: str) -> str:
        """The colour behind the pattern of a told absence."""
        greys = {"suppressed": self.palette.suppressed, "not_reported": self.palette.no_data}
        return greys.get(kind, self.palette.not_applicable)

    @property
    def patterns(self) -> str:
        """The patterns of absences, to stand before what uses them."""
        stroke = f'stroke="{self.palette.muted}" stroke-width="1.1" fill="none"'
        tiles = "".join(
            f'<pattern id="map-{kind}{name}" width="8" height="8" '
            f'patternUnits="userSpaceOnUse"{how}>'
            f'<rect width="8" height="8" fill="{self.ground_of(kind)}"/>'
            f'<path d="{path}" {stroke}/></pattern>'
            for kind, path in _STROKES.items()
            # What is drawn in tenths needs its pattern ten times as large.
            for name, how in (("", ""), ("-path", ' patternTransform="scale(10)"'))
        )
        return f"<defs>{tiles}</defs>"


def map_paint(mapped: MapDrawing, palette: Palette) -> MapPaint:
    """The colours of a map in light or dark."""
    return MapPaint(palette, shades_of(palette.ramps[mapped.subject], mapped.steps))


def chart_of(mapped: MapDrawing) -> MapChart:
    """The paths and places of a map."""
    return map_chart(mapped.focus)


def map_shapes(mapped: MapDrawing, chart: MapChart, paint: MapPaint, *, tips: bool = True) -> str:
    """All shapes of the map, within its frame; what is around the view stands behind, pale.

    `tips`: each says which figure it is, one hover away.
    """
    asked = {area.code: area for area in mapped.areas}
    around = [path for code, path in chart.paths.items() if code not in asked]
    palette = paint.palette
    pale = f'fill="{palette.not_applicable}" stroke="{palette.hairline}" stroke-width="6"'
    parts = [
        f'<defs><clipPath id="map-frame"><rect width="{chart.width:g}" '
        f'height="{chart.height:g}"/></clipPath></defs>',
        paint.patterns,
        '<g clip-path="url(#map-frame)" stroke-linejoin="round">',
        *(f'<path {_TENTHS} d="{path}" {pale}/>' for path in around),
    ]
    drawn = [area for area in mapped.areas if area.code in chart.paths]
    # A dark outline must not lie below the border of a neighbour.
    drawn.sort(key=lambda area: area.earlier)
    told = _told if tips else _untold
    parts += [told(_shape(area, chart.paths[area.code], paint), area) for area in drawn]
    dotted = [area for area in mapped.areas if area.code in chart.dots]
    # A figure must not lie below the dot of a place without one.
    dotted.sort(key=lambda area: area.kind == FIGURE)
    parts += [told(_dot(area, chart.dots[area.code], paint), area) for area in dotted]
    parts += [
        _ring(chart.middles[area.code], palette)
        for area in drawn
        if area.old and area.code in chart.middles
    ]
    return "".join([*parts, "</g>"])


def bare_map(mapped: MapDrawing, palette: Palette) -> str:
    """The map as an SVG of its own, without a word: what a page lays its figures over."""
    chart, paint = chart_of(mapped), map_paint(mapped, palette)
    size = f"{chart.width:g} {chart.height:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">'
        f"{map_shapes(mapped, chart, paint, tips=False)}</svg>\n"
    )


def beside(mapped: MapDrawing, chart: MapChart) -> list[MappedArea]:
    """The asked areas without a place on the map: without a shape, or outside its frame."""
    return [a for a in mapped.areas if a.code not in chart.paths and a.code not in chart.dots]


def _told(shape: str, area: MappedArea) -> str:
    datum = f' data-figure="{xml_text(area.datum)}"' if area.datum else ""
    return f'<g data-area="{area.code}"{datum}><title>{xml_text(area.tip)}</title>{shape}</g>'


def _untold(shape: str, _area: MappedArea) -> str:
    return shape


def _shape(area: MappedArea, path: str, paint: MapPaint) -> str:
    stroke = paint.palette.surface
    if area.earlier:
        stroke = paint.palette.ink
    elif area.kind == NOTHING:
        stroke = paint.palette.suppressed
    width = 16 if area.earlier else 7
    fill = paint.fill(area).replace(")", "-path)")
    how = f'fill="{fill}" stroke="{stroke}" stroke-width="{width}"'
    return f'<path {_TENTHS} d="{path}" {how}/>'


def _dot(area: MappedArea, at: Place, paint: MapPaint) -> str:
    x, y = at
    radius = DOT if area.kind == FIGURE else NO_DOT
    rim = paint.palette.ink if area.earlier else paint.palette.muted
    dot = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{paint.fill(area)}" '
        f'stroke="{rim}" stroke-width="1"/>'
    )
    return dot + (_ring(at, paint.palette) if area.old else "")


def _ring(at: Place, palette: Palette) -> str:
    return (
        f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{RING:g}" fill="{palette.surface}" '
        f'stroke="{palette.ink}" stroke-width="1.6"/>'
    )

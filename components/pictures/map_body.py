"""The map of a picture: shapes, figures where they are few, legend, and what has no place."""

from __future__ import annotations

from typing import Final

from components.charts.plot_shapes import Paint
from components.explore.map_drawing import FIGURE, LegendLine, MapDrawing
from components.explore.map_labels import SIZE, map_labels
from components.explore.map_shapes import MapPaint, beside, chart_of, map_paint, map_shapes
from components.explore.map_words import beside_sentence
from components.numbers import number
from components.pictures.page import SMALL, Page
from components.pictures.sheet import Body
from components.pictures.text import Line, Type, wrapped
from components.wording import Wording

_GAP: Final = 30.0
_SWATCH: Final = 28.0
_ROW: Final = 29.0


def map_body(mapped: MapDrawing, wording: Wording) -> Body:
    """Draws the map in a picture, in place of plots."""

    def draw(page: Page, _paint: Paint) -> None:
        if not mapped.refused:
            _draw(page, mapped, wording)

    return draw


def _draw(page: Page, mapped: MapDrawing, wording: Wording) -> None:
    chart, paint = chart_of(mapped), map_paint(mapped, page.palette)
    left, top = page.box(0, chart.width), page.y
    page.parts.append(
        f'<g transform="translate({left:.1f} {top:.1f})">{map_shapes(mapped, chart, paint)}</g>'
    )
    how = Type(SIZE, page.palette.ink, strong=True, rtl=page.rtl)
    page.lines += [
        Line(left + x, top + y + 0.35 * SIZE, text, how, "middle", page.palette.surface)
        for _, x, y, text in map_labels(mapped, chart)
    ]
    if chart.whole:
        page.y = top + chart.height + 10
        page.y = _legend(page, mapped, paint, wording, 0.0)
    else:
        end = _legend(page, mapped, paint, wording, chart.width + _GAP)
        page.y = max(top + chart.height, end) + 10
    small = page.type(SMALL, muted=True)
    if any(area.code in chart.dots for area in mapped.areas):
        page.paragraph(wording.t("explore_map.dots"), small)
    page.paragraph(beside_sentence(beside(mapped, chart), wording), small)
    page.paragraph(wording.t("explore_map.disclaimer"), small)
    page.gap(8)


def _legend(
    page: Page, mapped: MapDrawing, paint: MapPaint, wording: Wording, offset: float
) -> float:
    """Lines below each other from `offset` on, in columns where there is the whole width."""
    room = page.inner - offset
    columns = 1 if offset else 3
    width = room / columns
    y = [page.y] * columns
    each = -(-len(mapped.legend) // columns)
    for place, line in enumerate(mapped.legend):
        column = place // each
        at = offset + column * width
        y[column] += _line(page, line, paint, wording, (at, y[column], width))
    return max(y)


def _line(
    page: Page,
    line: LegendLine,
    paint: MapPaint,
    wording: Wording,
    at: tuple[float, float, float],
) -> float:
    """Draws a line of the legend; returns the height that it takes."""
    offset, y, width = at
    how = page.type(SMALL)
    left = page.box(offset, _SWATCH)
    page.parts.append(_sign(line, left, y + 4, paint))
    said = wording.t("pictures.counted", text=line.text, count=number(line.count, wording))
    lines = wrapped(said, width - _SWATCH - 12 - 16, how)
    for number_, text in enumerate(lines):
        page.line(offset + _SWATCH + 12, y + 17 + number_ * how.leading, text, how)
    return _ROW + (len(lines) - 1) * how.leading


def _sign(line: LegendLine, left: float, top: float, paint: MapPaint) -> str:
    palette = paint.palette
    box = f'<rect x="{left:.1f}" y="{top:.1f}" width="{_SWATCH:g}" height="17"'
    if line.kind == "old":
        x, y = left + _SWATCH / 2, top + 8.5
        ring = f'fill="{palette.surface}" stroke="{palette.ink}" stroke-width="1.6"'
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" {ring}/>'
    if line.kind == "earlier":
        return f'{box} fill="none" stroke="{palette.ink}" stroke-width="1.6"/>'
    rim = palette.muted if line.kind != FIGURE else palette.hairline
    return f'{box} fill="{paint.fill_of(line.kind, line.step)}" stroke="{rim}" stroke-width="0.8"/>'

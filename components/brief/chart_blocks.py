"""Charts of a brief as the template wants them: texts, one SVG image, texts with their places."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any, Final

import segno

from components.brief.drawing import PALETTE, Room, drawing
from components.brief.records import Chart, Count

SIGNS: Final = {
    "circle": "●",
    "diamond": "◆",
    "square": "■",
    "triangle": "△",
    "filled": "■",
    "pale": "□",
    "hatched": "▨",
    "hollow": "○",
    "dot": "•",
}
STRENGTHS: Final = {"full": "●", "half": "◐", "open": "○"}
NAMES: Final = 62.0
"""Points kept for names of rows, beside a chart of stages."""

CALENDAR_NAMES: Final = 84.0
GAP: Final = 10.0
RING: Final = 84.0


def shortened(text: str, most: int) -> str:
    """The text, cut at a word where it has more letters than there is room for."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–") + "\u00a0…"


def chart_block(chart: Chart, width: float, height: float, note: int) -> dict[str, Any]:
    """The chart in a room; `height` is of the drawing, for a calendar of each of its lines. A note
    is cut at `note` letters."""
    drawn = _composed(chart, width, height)
    strength = chart.strength
    return {
        "label": chart.label.partition(" · ")[0],
        "title": chart.title,
        "colour": PALETTE.themes[chart.theme],
        "strength": [STRENGTHS[strength.glyph], strength.word, strength.reason] if strength else [],
        "alt": chart.alt,
        "drawing": drawn,
        "names": [panel.name for panel in chart.panels] if _beside(chart) else [],
        "keys": [[SIGNS[shape], _colour(chart, name), text] for shape, name, text in chart.keys],
        "note": shortened(chart.note, note),
    }


def _colour(chart: Chart, name: str) -> str:
    sexes = {"total": "T", "female": "F", "male": "M"}
    if name in sexes:
        return PALETTE.sexes[sexes[name]]
    return PALETTE.muted if name == "muted" else PALETTE.themes[chart.theme]


def _beside(chart: Chart) -> bool:
    """Whether the panels stand side by side with their names above."""
    return len(chart.panels) == 2


def _composed(chart: Chart, width: float, height: float) -> dict[str, Any] | None:
    """All panels as one drawing; None without any."""
    panels = chart.panels
    if not panels:
        return None
    if chart.key == "availability":
        plot = panels[0].plot
        tall = height * len(plot.rows) + 14
        return drawing(plot, Room(width, tall, chart.theme), rows_width=CALENDAR_NAMES)
    if _beside(chart):
        each = (width - GAP) / 2
        parts = [drawing(panel.plot, Room(each, height, chart.theme)) for panel in panels]
        return _joined(parts, [(place * (each + GAP), 0.0) for place in range(2)], width, height)
    if len(panels) == 1:
        return drawing(panels[0].plot, Room(width, height, chart.theme))
    tall = (height - 10) / len(panels)
    parts, places = [], []
    for place, panel in enumerate(panels):
        last = place == len(panels) - 1
        room = Room(width - NAMES, tall + (10 if last else 0), chart.theme)
        part = drawing(panel.plot, room)
        middle = tall * 0.55
        part["texts"] += [
            [-NAMES, middle - 4.5, "row", panel.name, PALETTE.ink, True],
            [-NAMES, middle + 5.0, "row", panel.unit, PALETTE.muted, False],
        ]
        parts.append(part)
        places.append((NAMES, tall * place))
    return _joined(parts, places, width, height)


def _joined(
    parts: Sequence[dict[str, Any]],
    places: Sequence[tuple[float, float]],
    width: float,
    height: float,
) -> dict[str, Any]:
    shapes, texts = [], []
    for part, (x, y) in zip(parts, places, strict=True):
        inner = part["svg"].partition(">")[2].removesuffix("</svg>")
        shapes.append(f'<g transform="translate({x:.1f} {y:.1f})">{inner}</g>')
        texts += [
            [round(left + x, 1), round(top + y, 1), *rest] for left, top, *rest in part["texts"]
        ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
        f"{''.join(shapes)}</svg>"
    )
    return {"svg": svg, "width": width, "height": height, "texts": texts}


def ring_drawing(counts: Sequence[Count], ratio: str, direction: str) -> dict[str, Any]:
    """The ring of the items: an arc a status, no evidence hatched, the ratio inside.

    Arcs run against the clock where the language runs right to left.
    """
    whole = sum(one.count for one in counts)
    turn = -1 if direction == "rtl" else 1
    middle, outer, inner = RING / 2, RING / 2 - 1, RING / 2 - 13
    shapes, before = [], 0
    for one in counts:
        if one.count:
            ends = [turn * 2 * pi * n / whole for n in (before, before + one.count)]
            colour = PALETTE.statuses[one.status]
            if one.status == "no_evidence":
                shapes.append(_hatched_arc(middle, inner, outer, ends[0], ends[1], colour))
            else:
                shapes.append(
                    f'<path d="{_arc(middle, inner, outer, ends[0], ends[1])}" fill="{colour}" '
                    'stroke="#FFFFFF" stroke-width="1"/>'
                )
            before += one.count
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {RING:g} {RING:g}">'
        f"{''.join(shapes)}</svg>"
    )
    return {"svg": svg, "width": RING, "height": RING, "ratio": ratio}


def _point(middle: float, radius: float, angle: float) -> str:
    return f"{middle + radius * sin(angle):.2f} {middle - radius * cos(angle):.2f}"


def _arc(middle: float, inner: float, outer: float, start: float, end: float) -> str:
    """A piece of the ring; a whole one is two halves, for no arc ends where it begins."""
    if abs(end - start) > 2 * pi - 1e-6:
        half = start + (end - start) / 2
        return _arc(middle, inner, outer, start, half) + _arc(middle, inner, outer, half, end)
    large, sweep = int(abs(end - start) > pi), int(end > start)
    return (
        f"M{_point(middle, outer, start)}"
        f"A{outer:g} {outer:g} 0 {large} {sweep} {_point(middle, outer, end)}"
        f"L{_point(middle, inner, end)}"
        f"A{inner:g} {inner:g} 0 {large} {1 - sweep} {_point(middle, inner, start)}Z"
    )


def _hatched_arc(
    middle: float, inner: float, outer: float, start: float, end: float, colour: str
) -> str:
    """The piece as an outline with slanting strokes."""
    strokes, turn = [], 1 if end > start else -1
    step, slant = 0.13, 0.16
    angle = start
    while (end - angle) * turn > slant:
        strokes.append(
            f"M{_point(middle, inner, angle)}L{_point(middle, outer, angle + turn * slant)}"
        )
        angle += turn * step
    return (
        f'<path d="{_arc(middle, inner, outer, start, end)}" fill="none" stroke="{colour}" '
        f'stroke-width="0.8"/><path d="{"".join(strokes)}" stroke="{colour}" stroke-width="1.1"/>'
    )


def qr_svg(address: str) -> str:
    """The address as a QR code with its quiet zone, one path."""
    rows = [bytes(row) for row in segno.make(address, error="m", micro=False).matrix]
    runs = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append(f"M{x + 4} {y + 4}h{length}v1h-{length}z")
            x += max(length, 1)
    side = len(rows) + 8
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{"".join(runs)}" fill="#000000"/></svg>'
    )

"""A plot in percent as a printed drawing: shapes as one SVG image, texts with their places.

Lengths are points. Time and values run from left to right in every language. The SVG holds shapes
only: texts are set by the typesetter, which knows fonts and directions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from components.charts.plot import Column, Label, Line, Mark, Plot, Tick
from components.theme import PALETTES, Palette

PALETTE: Final = PALETTES["light"]
SIZE: Final = 8.3
"""The smallest type on the paper, in points: all texts of drawings."""

LOW: Final = 82.0
"""Percent from the top from which a label does not fit below its mark."""

_LETTER: Final = 4.3
"""Points of one letter of that size, on the safe side."""

_BELOW: Final = 12.0
_ABOVE: Final = 13.0
_MARK: Final = 2.7
"""Half the width of a mark."""

_ISOLATES: Final = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of the paper a drawing has, and which theme colours it."""

    width: float
    height: float
    theme: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot itself lies in the drawing, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def x(self, percent: float) -> float:
        """A place from the left."""
        return round(self.left + percent / 100 * self.width, 1)

    def y(self, percent: float) -> float:
        """A place from the top."""
        return round(self.top + percent / 100 * self.height, 1)


def drawing(plot: Plot, room: Room, *, rows_width: float = 0.0) -> dict[str, Any]:
    """`svg`, `width`, `height` and `texts`, each text as [x, y, side, text, colour, bold].

    A text stands at x to the `side` right, left or middle, its middle at height y. `rows_width` is
    kept at the left for names of rows, which are texts too.
    """
    ticks = max((_wide(tick.text) for tick in plot.y_ticks), default=0.0)
    last = max((_beyond(label, room.width) for label in plot.labels), default=0.0)
    above = _ABOVE if any(label.place == "above" for label in plot.labels) else 5.0
    below = _BELOW if plot.x_ticks and any(tick.text for tick in plot.x_ticks) else 2.0
    left = rows_width or (ticks + 5 if ticks else 3.0)
    frame = Frame(left, above, room.width - left - last - 4, room.height - above - below)
    colours = _colours(PALETTE, room.theme)
    shapes = [
        *_grid(plot, frame),
        *(_column(one, frame, colours) for one in plot.columns),
        *(_line(one, frame, colours) for one in plot.lines),
        *(_mark(one, frame, colours) for one in plot.marks),
    ]
    view = f"0 0 {room.width:g} {room.height:g}"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{"".join(shapes)}</svg>'
    return {
        "svg": svg,
        "width": room.width,
        "height": room.height,
        "texts": _texts(plot, frame, colours),
    }


def _colours(palette: Palette, theme: str) -> dict[str, str]:
    return {
        "theme": palette.themes[theme],
        "ink": palette.ink,
        "muted": palette.muted,
        "female": palette.sexes["F"],
        "male": palette.sexes["M"],
        "total": palette.sexes["T"],
        **palette.themes,
    }


def _wide(text: str) -> float:
    return len(text.translate(_ISOLATES)) * _LETTER


def _beyond(label: Label, width: float) -> float:
    """Points by which a label stands over the right end of the plot."""
    text = _wide(label.text)
    need = text + 6 if label.place == "right" else text / 2
    return max(need - (100 - label.x) / 100 * width * 0.85, 0.0)


def _grid(plot: Plot, frame: Frame) -> list[str]:
    shapes = []
    grid = f'stroke="{PALETTE.hairline}" stroke-width="0.5"'
    x0, x1 = frame.x(0), frame.x(100)
    for tick in plot.y_ticks:
        y = frame.y(tick.at)
        shapes.append(f'<path d="M{x0} {y}H{x1}" {grid}/>')
    for row in plot.rows:
        y = frame.y(row.at + 50 / len(plot.rows))
        shapes.append(f'<path d="M0 {y}H{x1}" {grid}/>')
    if plot.x_grid:
        for tick in plot.x_ticks:
            shapes.append(f'<path d="M{frame.x(tick.at)} {frame.y(0)}V{frame.y(100)}" {grid}/>')
    if not plot.rows:
        base = f'stroke="{PALETTE.muted}" stroke-width="0.6"'
        shapes.append(f'<path d="M{x0} {frame.y(100)}H{x1}" {base}/>')
    return shapes


def _column(one: Column, frame: Frame, colours: dict[str, str]) -> str:
    colour = colours[one.colour]
    x, y = frame.x(one.x), frame.y(one.top)
    width = round(one.width / 100 * frame.width, 1)
    height = round(max(one.height / 100 * frame.height, 0.7), 1)
    box = f'<rect x="{x}" y="{y}" width="{width}" height="{height}"'
    if one.look == "filled":
        return f'{box} fill="{colour}"/>'
    if one.look == "pale":
        return f'{box} fill="{colour}" fill-opacity="0.38" stroke="{colour}" stroke-width="0.5"/>'
    rim = f'{box} fill="none" stroke="{colour}" stroke-width="0.6"/>'
    return rim + hatch(x, y, width, height, colour) if one.look == "hatched" else rim


def hatch(x: float, y: float, width: float, height: float, colour: str, step: float = 2.6) -> str:
    """Slanting lines within a box: what is unknown or doubted, in colour and in grey alike."""
    parts, offset = [], step
    while offset < width + height:
        # From the left or the lower edge up to the upper or the right one.
        x0, y0 = max(offset - height, 0.0), min(offset, height)
        x1, y1 = min(offset, width), max(offset - width, 0.0)
        parts.append(f"M{x + x0:.1f} {y + y0:.1f}L{x + x1:.1f} {y + y1:.1f}")
        offset += step
    return f'<path d="{"".join(parts)}" stroke="{colour}" stroke-width="0.5"/>'


def _line(one: Line, frame: Frame, colours: dict[str, str]) -> str:
    path = "L".join(f"{frame.x(x)} {frame.y(y)}" for x, y in one.points)
    dash = {"dashed": ' stroke-dasharray="3 2.4"', "dotted": ' stroke-dasharray="1 2"'}.get(
        one.dash, ""
    )
    colour = colours[one.colour]
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.1"{dash}/>'


def _mark(one: Mark, frame: Frame, colours: dict[str, str]) -> str:
    x, y, colour = frame.x(one.x), frame.y(one.y), colours[one.colour]
    size = _MARK
    hollow = f'fill="#FFFFFF" stroke="{colour}" stroke-width="1"'
    paint = hollow if one.hollow or one.shape == "triangle" else f'fill="{colour}"'
    s, wide = size, round(size * 1.3, 1)
    if one.shape == "dot":
        return f'<circle cx="{x}" cy="{y}" r="1.1" fill="{colour}"/>'
    if one.shape == "circle":
        return f'<circle cx="{x}" cy="{y}" r="{s}" {paint}/>'
    paths = {
        "square": f"M{x - s:.1f} {y - s:.1f}h{2 * s}v{2 * s}h-{2 * s}Z",
        "diamond": f"M{x - wide:.1f} {y}l{wide} -{wide}l{wide} {wide}l-{wide} {wide}Z",
        "triangle": f"M{x - s:.1f} {y}L{x} {y - 1.7 * s:.1f}L{x + s:.1f} {y}Z",
        "tick": f"M{x - 0.6:.1f} {y - s:.1f}h1.2v{2 * s}h-1.2Z",
    }
    return f'<path d="{paths[one.shape]}" {paint}/>'


def _texts(plot: Plot, frame: Frame, colours: dict[str, str]) -> list[list[Any]]:
    muted = colours["muted"]
    texts: list[list[Any]] = []
    for label in plot.labels:
        # A star alone is for phones, where its number has no room.
        if not label.text or label.colour == "star":
            continue
        x, y = frame.x(label.x), frame.y(label.y)
        colour, gap = colours.get(label.colour, colours["ink"]), _MARK + 3
        if label.place == "above":
            lift = 8.5 if plot.marks else 5.5
            texts.append([x, y - lift, "middle", label.text, colour, label.strong])
        elif label.place == "below" and label.y > LOW:
            # Below a low point stand the years.
            texts.append([x, y - 8.5, "middle", label.text, colour, label.strong])
        elif label.place == "below":
            texts.append([x, y + 8.5, "middle", label.text, colour, label.strong])
        elif label.place == "left":
            texts.append([x - gap, y, "left", label.text, colour, label.strong])
        else:
            texts.append([x + gap, y, "right", label.text, colour, label.strong])
    below = frame.top + frame.height + 8
    texts += [[frame.x(t.at), below, "middle", t.text, muted, False] for t in _shown(plot.x_ticks)]
    texts += [
        [frame.left - 4, frame.y(t.at), "left", t.text, muted, False] for t in _shown(plot.y_ticks)
    ]
    texts += [[0, frame.y(row.at), "row", row.text, colours["ink"], False] for row in plot.rows]
    return texts


def _shown(ticks: Sequence[Tick]) -> list[Tick]:
    return [tick for tick in ticks if tick.text]

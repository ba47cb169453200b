"""A plot in percent as shapes of an SVG, and its texts with their places, for paper and pictures.

Time and values run from left to right in every language. Lengths are the drawing's own unit (points
on paper, pixels in a picture); `Paint.scale` makes marks, strokes and gaps larger together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from markupsafe import escape

from components.charts.plot import Column, Label, Line, Mark, Plot, Tick
from components.theme import Palette

LOW: Final = 82.0
"""Percent from the top from which a label does not fit below its mark."""

MARK: Final = 2.7
"""Half the width of a mark, before it is scaled."""

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Side = Literal["right", "left", "middle", "row"]


class PlacedText(NamedTuple):
    """A text that stands at x to a side, its middle at height y."""

    x: float
    y: float
    side: Side
    text: str
    colour: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot itself lies in the drawing, from its upper left corner."""

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


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours by the names that plots use, what lies behind, and how large marks are."""

    colours: Mapping[str, str]
    surface: str
    hairline: str
    muted: str
    scale: float = 1.0
    tips: bool = False
    """Whether each shape says which figure it is, as pictures on a screen do."""

    def named(self, colour: str) -> str:
        """The colour of a name; the ink for one that is not known."""
        return self.colours.get(colour, self.colours["ink"])

    def long(self, length: float) -> float:
        """A length scaled, to a tenth."""
        return round(length * self.scale, 2)


def colours_of(palette: Palette, subject: str) -> dict[str, str]:
    """The colours of plots by name, as the page's variables have them; `theme` is the subject's."""
    return {
        "theme": palette.themes[subject],
        "ink": palette.ink,
        "muted": palette.muted,
        "action": palette.action,
        "hairline": palette.hairline,
        "female": palette.sexes["F"],
        "male": palette.sexes["M"],
        "total": palette.sexes["T"],
        "no-data": palette.no_data,
        "suppressed": palette.suppressed,
        "not-applicable": palette.not_applicable,
        **palette.themes,
        **{code.replace("_", "-"): colour for code, colour in palette.themes.items()},
        **{f"part-{place}": colour for place, colour in enumerate(palette.categorical, 1)},
    }


def shapes(plot: Plot, frame: Frame, paint: Paint) -> list[str]:
    """Grid, columns, lines and marks, in the order in which they lie on each other."""
    marks = [
        _told(mark_shape(one, frame.x(one.x), frame.y(one.y), paint), one, paint)
        for one in plot.marks
    ]
    return [
        *_grid(plot, frame, paint),
        *(_told(_column(one, frame, paint), one, paint) for one in plot.columns),
        *(_line(one, frame, paint) for one in plot.lines),
        *marks,
    ]


def _told(shape: str, one: Mark | Column, paint: Paint) -> str:
    """The shape with what it stands for, one hover away, where a picture has tips."""
    if not paint.tips or not (one.tip or one.datum):
        return shape
    title = f"<title>{xml_text(one.tip)}</title>" if one.tip else ""
    datum = f' data-figure="{xml_text(one.datum)}"' if one.datum else ""
    return f"<g{datum}>{title}{shape}</g>"


def allowed(text: str) -> str:
    """The text without the control characters that XML has no place for."""
    return _FORBIDDEN.sub("", text)


def xml_text(text: str) -> str:
    """The text as XML holds it."""
    return str(escape(allowed(text)))


def _grid(plot: Plot, frame: Frame, paint: Paint) -> list[str]:
    found = []
    grid = f'stroke="{paint.hairline}" stroke-width="{paint.long(0.5)}"'
    x0, x1 = frame.x(0), frame.x(100)
    for tick in plot.y_ticks:
        y = frame.y(tick.at)
        found.append(f'<path d="M{x0} {y}H{x1}" {grid}/>')
    for row in plot.rows:
        y = frame.y(row.at + 50 / len(plot.rows))
        found.append(f'<path d="M0 {y}H{x1}" {grid}/>')
    if plot.x_grid:
        for tick in plot.x_ticks:
            found.append(f'<path d="M{frame.x(tick.at)} {frame.y(0)}V{frame.y(100)}" {grid}/>')
    if not plot.rows:
        base = f'stroke="{paint.muted}" stroke-width="{paint.long(0.6)}"'
        found.append(f'<path d="M{x0} {frame.y(100)}H{x1}" {base}/>')
    return found


def _column(one: Column, frame: Frame, paint: Paint) -> str:
    colour, thin = paint.named(one.colour), paint.long(0.5)
    x, y = frame.x(one.x), frame.y(one.top)
    width = round(one.width / 100 * frame.width, 1)
    height = round(max(one.height / 100 * frame.height, 0.7), 1)
    box = f'<rect x="{x}" y="{y}" width="{width}" height="{height}"'
    if one.look == "filled":
        return f'{box} fill="{colour}"/>'
    if one.look == "pale":
        rim = f'stroke="{colour}" stroke-width="{thin}"'
        return f'{box} fill="{colour}" fill-opacity="0.38" {rim}/>'
    rim = f'{box} fill="none" stroke="{colour}" stroke-width="{paint.long(0.6)}"/>'
    if one.look != "hatched":
        return rim
    return rim + hatch(x, y, width, height, colour, paint.long(2.6), thin)


def hatch(
    x: float,
    y: float,
    width: float,
    height: float,
    colour: str,
    step: float = 2.6,
    thick: float = 0.5,
) -> str:
    """Slanting lines within a box: what is unknown or doubted, in colour and in grey alike."""
    parts, offset = [], step
    while offset < width + height:
        # From the left or the lower edge up to the upper or the right one.
        x0, y0 = max(offset - height, 0.0), min(offset, height)
        x1, y1 = min(offset, width), max(offset - width, 0.0)
        parts.append(f"M{x + x0:.1f} {y + y0:.1f}L{x + x1:.1f} {y + y1:.1f}")
        offset += step
    return f'<path d="{"".join(parts)}" stroke="{colour}" stroke-width="{thick:g}"/>'


def _line(one: Line, frame: Frame, paint: Paint) -> str:
    path = "L".join(f"{frame.x(x)} {frame.y(y)}" for x, y in one.points)
    return line_shape(f"M{path}", one.dash, one.colour, paint)


def line_shape(path: str, dash: str, colour: str, paint: Paint) -> str:
    """A line of a plot along a path."""
    steps = {"dashed": (3, 2.4), "dotted": (1, 2)}.get(dash)
    dashes = f' stroke-dasharray="{" ".join(f"{paint.long(s):g}" for s in steps)}"' if steps else ""
    stroke = f'stroke="{paint.named(colour)}" stroke-width="{paint.long(1.1)}"'
    return f'<path d="{path}" fill="none" {stroke}{dashes}/>'


def mark_shape(one: Mark, x: float, y: float, paint: Paint) -> str:
    """A mark with its middle at a place."""
    colour, s = paint.named(one.colour), paint.long(MARK)
    hollow = f'fill="{paint.surface}" stroke="{colour}" stroke-width="{paint.long(1)}"'
    fill = hollow if one.hollow or one.shape == "triangle" else f'fill="{colour}"'
    wide, thin = round(s * 1.3, 1), paint.long(0.6)
    if one.shape == "dot":
        return f'<circle cx="{x}" cy="{y}" r="{paint.long(1.1)}" fill="{colour}"/>'
    if one.shape == "circle":
        return f'<circle cx="{x}" cy="{y}" r="{s}" {fill}/>'
    if one.shape in _SIGNS:
        return _sign(one.shape, (x, y), s * 1.2, paint, colour)
    paths = {
        "square": f"M{x - s:.1f} {y - s:.1f}h{2 * s:g}v{2 * s:g}h-{2 * s:g}Z",
        "diamond": f"M{x - wide:.1f} {y}l{wide} -{wide}l{wide} {wide}l-{wide} {wide}Z",
        "triangle": f"M{x - s:.1f} {y}L{x} {y - 1.7 * s:.1f}L{x + s:.1f} {y}Z",
        "tick": f"M{x - thin:.1f} {y - s:.1f}h{2 * thin:g}v{2 * s:g}h-{2 * thin:g}Z",
    }
    return f'<path d="{paths[one.shape]}" {fill}/>'


_SIGNS: Final = {
    "hatch": ((-1, 0, 0, -1), (-1, 1, 1, -1), (0, 1, 1, 0)),
    "dash": ((-1, 0, 1, 0),),
    "slash": ((-1, -1, 1, 1),),
    "cross": ((-1, -1, 1, 1), (-1, 1, 1, -1)),
}
"""Strokes of the signs of absences, from and to in half their width; y downwards."""


def _sign(shape: str, at: tuple[float, float], half: float, paint: Paint, colour: str) -> str:
    (x, y), strokes = at, _SIGNS[shape]
    path = "".join(
        f"M{x + a * half:.1f} {y + b * half:.1f}L{x + c * half:.1f} {y + d * half:.1f}"
        for a, b, c, d in strokes
    )
    if shape == "hatch":
        path += f"M{x - half:.1f} {y - half:.1f}h{2 * half:.1f}v{2 * half:.1f}h-{2 * half:.1f}Z"
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{paint.long(0.9)}"/>'


def texts(plot: Plot, frame: Frame, paint: Paint) -> list[PlacedText]:
    """Labels, ticks and names of rows; a star alone is for phones, and is left out."""
    found = [
        _label(label, frame, paint, marks=bool(plot.marks))
        for label in plot.labels
        if label.text and label.colour != "star"
    ]
    below = frame.top + frame.height + paint.long(8)
    muted, ink = paint.muted, paint.colours["ink"]
    found += [
        PlacedText(frame.x(t.at), below, "middle", t.text, muted, False)
        for t in _shown(plot.x_ticks)
    ]
    beside = frame.left - paint.long(4)
    found += [
        PlacedText(beside, frame.y(t.at), "left", t.text, muted, False)
        for t in _shown(plot.y_ticks)
    ]
    found += [PlacedText(0, frame.y(row.at), "row", row.text, ink, False) for row in plot.rows]
    return found


def _label(label: Label, frame: Frame, paint: Paint, *, marks: bool) -> PlacedText:
    x, y = frame.x(label.x), frame.y(label.y)
    gap = paint.long(MARK + 3)
    colour = paint.named(label.colour)
    lift = paint.long(8.5 if marks else 5.5)
    if label.place == "above":
        return PlacedText(x, y - lift, "middle", label.text, colour, label.strong)
    if label.place == "below":
        # Below a low point stand the years.
        down = -paint.long(8.5) if label.y > LOW else paint.long(8.5)
        return PlacedText(x, y + down, "middle", label.text, colour, label.strong)
    if label.place == "left":
        return PlacedText(x - gap, y, "left", label.text, colour, label.strong)
    return PlacedText(x + gap, y, "right", label.text, colour, label.strong)


def _shown(ticks: Sequence[Tick]) -> list[Tick]:
    return [tick for tick in ticks if tick.text]

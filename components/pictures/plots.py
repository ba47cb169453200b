"""The panels of a drawing in a picture, side by side where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from components.charts.plot import Label, Plot
from components.charts.plot_shapes import Frame, Paint, PlacedText, shapes, texts
from components.explore.drawing import Panel
from components.pictures.page import PLAIN, SMALL, Page
from components.pictures.text import Anchor, Line, Type, wrapped

SCALE: Final = 2.1
"""Marks and strokes of a picture against those on paper."""

NARROWEST: Final = 196.0
BETWEEN: Final = 28.0
SHARE: Final = 0.42
"""The most of a plot's width that names of rows take."""


def columns_of(count: int, inner: float) -> int:
    """How many panels stand side by side: as many as have room, in rows as even as can be."""
    most = max(1, int((inner + BETWEEN) // (NARROWEST + BETWEEN)))
    return ceil(count / ceil(count / most)) if count else 1


def add_panels(page: Page, panels: Sequence[Panel], paint: Paint) -> None:
    """The panels below what is there."""
    count = columns_of(len(panels), page.inner)
    width = (page.inner - BETWEEN * (count - 1)) / count
    for start in range(0, len(panels), count):
        row = panels[start : start + count]
        heads = max(_head_lines(page, panel, width) for panel in row)
        top, bottom = page.y, page.y
        for place, panel in enumerate(row):
            left = page.box(place * (width + BETWEEN), width)
            _add_head(page, panel, place * (width + BETWEEN), width)
            height = _add_plot(
                page, panel.plot, (left, top + heads * 25, width), paint, one=len(panels) == 1
            )
            bottom = max(bottom, top + heads * 25 + height)
        page.y = bottom + 14


def _room_of_title(page: Page, panel: Panel, width: float) -> float:
    beside = page.type(PLAIN, strong=True).wide(panel.figure) + 12 if panel.figure else 0.0
    return width - beside


def _head_lines(page: Page, panel: Panel, width: float) -> int:
    if not panel.title and not panel.figure:
        return 0
    how = page.type(PLAIN, strong=True)
    return max(1, len(wrapped(panel.title, _room_of_title(page, panel, width), how)))


def _add_head(page: Page, panel: Panel, offset: float, width: float) -> None:
    how = page.type(PLAIN, strong=True)
    y = page.y + PLAIN
    for at, line in enumerate(wrapped(panel.title, _room_of_title(page, panel, width), how)):
        page.line(offset, y + at * 25, line, how)
    if panel.figure:
        end = page.box(offset, width) + (0 if page.rtl else width)
        side: Anchor = "start" if page.rtl else "end"
        page.lines.append(Line(end, y, panel.figure, how, side))


def _add_plot(
    page: Page, plot: Plot, at: tuple[float, float, float], paint: Paint, *, one: bool
) -> float:
    """Draws the plot; returns the height that it takes."""
    left, top, width = at
    how = page.type(SMALL)
    names = _names_room(plot, how, width)
    ticks = max((how.wide(tick.text) for tick in plot.y_ticks), default=0.0)
    before = max((_before(label, how, width) for label in plot.labels), default=0.0)
    begin = names or max(ticks + 14 if ticks else 8.0, before)
    beyond = max((_beyond(label, how, width - begin) for label in plot.labels), default=0.0)
    above = 30.0 if any(label.place == "above" for label in plot.labels) else 14.0
    below = 34.0 if any(tick.text for tick in plot.x_ticks) else 8.0
    height = plot.height * (1.4 if one else 1.25)
    frame = Frame(begin, above, width - begin - beyond - 8, height)
    drawn = "".join(shapes(plot, frame, paint))
    page.parts.append(f'<g transform="translate({left:.1f} {top:.1f})">{drawn}</g>')
    for text in texts(plot, frame, paint):
        page.lines += _lines(text, how, names, left, top)
    return above + height + below


def _names_room(plot: Plot, how: Type, width: float) -> float:
    if not plot.rows:
        return 0.0
    widest = max(how.wide(row.text) for row in plot.rows)
    return min(widest, width * SHARE) + 16


def _lines(text: PlacedText, how: Type, names: float, left: float, top: float) -> list[Line]:
    kind = Type(how.size, text.colour, text.strong, how.rtl)
    side: Anchor
    x, y = left + text.x, top + text.y + 0.35 * kind.size
    if text.side == "row":
        said = wrapped(text.text, names - 14, kind)
        y -= (len(said) - 1) * kind.size * 0.52
        # Names stand at the plot where their language begins at the right.
        side, x = ("end", left + names - 14) if how.rtl else ("start", x)
        step = kind.size * 1.04
        return [Line(x, y + at * step, line, kind, side) for at, line in enumerate(said)]
    anchor: Anchor = {"left": "end", "middle": "middle"}.get(text.side, "start")  # type: ignore[assignment]
    return [Line(x, y, text.text, kind, anchor)]


def _beyond(label: Label, how: Type, width: float) -> float:
    """How far a label stands over the right end of the plot."""
    text = how.wide(label.text)
    need = {"right": text + 16, "left": 0.0}.get(label.place, text / 2)
    return max(need - (100 - label.x) / 100 * width * 0.8, 0.0)


def _before(label: Label, how: Type, width: float) -> float:
    """How far a label stands over the left end of the plot."""
    text = how.wide(label.text)
    need = {"left": text + 16, "right": 0.0}.get(label.place, text / 2)
    return max(need - label.x / 100 * width * 0.8, 0.0)

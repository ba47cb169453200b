"""Charts that need no script: marks, lines and columns placed in percent of their plot, as HTML.

They cost the server and the browser next to nothing, print as they stand, keep their type at every
width, and take their colours from the page's variables, so that one HTML serves light and dark.
Positions are percent: `x` from the left, `y` from the top. Time and values run from left to right
in every language. What a mark stands for is its `tip`, one hover away, and in the card's table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Final, Literal
from urllib.parse import quote

from components.markup import render

Colour = str
"""The name of a variable of the page: `theme`, `ink`, `muted`, `female`, `male`, `total` ..."""

Shape = Literal[
    "circle", "square", "diamond", "triangle", "tick", "dot", "hatch", "dash", "slash", "cross"
]
"""The last four stand for no figure: suppressed, not reported, not applicable, not collected."""
Dash = Literal["solid", "dashed", "dotted"]
Place = Literal["right", "left", "above", "below", "over"]

DASHES: Final = {"dashed": "6 5", "dotted": "2 4"}

DECADE: Final = 10
"""Years after which a figure is drawn hollow, the same everywhere."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure. `hollow`: an estimate or an old figure, as the card says. `datum` says which
    figure it is, so that a chart can be compared with the rows it draws."""

    x: float
    y: float
    colour: Colour
    tip: str = ""
    shape: Shape = "circle"
    hollow: bool = False
    datum: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Points joined in the order given: solid only where they are comparable."""

    points: tuple[tuple[float, float], ...]
    colour: Colour
    dash: Dash = "solid"

    @property
    def image(self) -> str:
        """The line as an SVG in a data address: the page lays it over the plot as a mask and puts
        the colour behind it. (Streamlit leaves no SVG standing in HTML.)"""
        path = "M" + "L".join(f"{x:g} {y:g}" for x, y in self.points)
        dashes = f" stroke-dasharray='{DASHES[self.dash]}'" if self.dash != "solid" else ""
        svg = (
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100' "
            "preserveAspectRatio='none'>"
            f"<path d='{path}' fill='none' stroke='black' stroke-width='2' "
            f"vector-effect='non-scaling-stroke'{dashes}/></svg>"
        )
        return f"data:image/svg+xml,{quote(svg)}"


@dataclass(frozen=True, slots=True)
class Column:
    """A box from `top` downwards. `look`: filled, open (an estimate) or hatched (unknown)."""

    x: float
    top: float
    width: float
    height: float
    colour: Colour
    tip: str = ""
    look: Literal["filled", "open", "hatched", "pale"] = "filled"
    datum: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside, above, below or over a point. `wide`: only where there is room for it."""

    x: float
    y: float
    text: str
    place: Place = "right"
    colour: Colour = "ink"
    strong: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A text on an axis at a percent of it."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class YearAxis:
    """The years of an axis, both included: `start` is where the first begins, in percent, `wide`
    how wide one is. A figure of a year stands in its middle."""

    first: int
    last: int
    start: float
    wide: float


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything one chart shows. `alt` is the sentence that stands for it.

    `height` is of the plot itself in pixels; `left` and `right` pixels are kept for labels beside
    it, `above` for those over it. `rows` names lines of the plot by their percent from the top.
    `x_axis` is where a line for the axis runs, in percent from the top. `years` is there where the
    axis is one of years: the HTML then has a slot below the plot (`SLOT`), a comment, into which
    `components/country/parts/event_marks.py` puts what happened in these years.
    """

    alt: str
    height: int
    marks: Sequence[Mark] = ()
    lines: Sequence[Line] = ()
    columns: Sequence[Column] = ()
    labels: Sequence[Label] = ()
    x_ticks: Sequence[Tick] = ()
    y_ticks: Sequence[Tick] = ()
    rows: Sequence[Tick] = ()
    left: int = 0
    right: int = 0
    above: int = 0
    x_grid: bool = False
    x_axis: float | None = None
    years: YearAxis | None = None


SLOT: Final = re.compile(r"<!--years (\d+) (\d+) (-?[\d.]+) ([\d.]+) (\d+) (\d+)-->")
"""The place below a plot with an axis of years: pixels at its left and right, then its YearAxis as
start, width, first and last year. Loaded texts are escaped, so none can look like it."""


def year_axis(first: int, last: int, low: float, high: float) -> YearAxis:
    """The axis of a plot from `low` to `high` in years, in which a year is drawn at its number."""
    return YearAxis(first, last, percent_of(first - 0.5, low, high), round(100 / (high - low), 4))


def plot_html(plot: Plot) -> str:
    """The chart as safe HTML."""
    return render("plot.html", plot=plot)


def percent_of(value: float, low: float, high: float) -> float:
    """Where a value stands between two ends, 0 to 100, to two decimals; 50 where they coincide."""
    if high == low:
        return 50.0
    return round(100 * (value - low) / (high - low), 2)


def round_steps(top: float, most: int = 6) -> tuple[float, ...]:
    """Round values from 0 to the first at or above `top`, at most `most` of them.

    For 5.5: 0, 2, 4, 6. A top of zero or less gives 0 and 1.
    """
    if top <= 0:
        return (0.0, 1.0)
    rough = top / (most - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * (1 - 1e-9))
    count = 1
    while step * count < top * (1 - 1e-9):
        count += 1
    return tuple(round(step * place, 10) for place in range(count + 1))


def year_steps(first: int, last: int, most: int = 6) -> tuple[int, ...]:
    """Round years within a span, the fewest steps of 1, 2, 5, 10 or 20 that fit."""
    span = max(last - first, 1)
    step = next((s for s in (1, 2, 5, 10, 20) if span / s < most), 50)
    start = first + (-first) % step
    return tuple(range(start, last + 1, step)) or (first,)

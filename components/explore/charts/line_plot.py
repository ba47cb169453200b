"""Series over the years: marks for figures, lines only where they may be joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.charts.plot import (
    Colour,
    Label,
    Line,
    Mark,
    Place,
    Plot,
    Shape,
    Tick,
    percent_of,
    year_axis,
    year_steps,
)
from components.explore.charts.axis import Axis, pixels
from components.explore.charts.labels import LINE, fitted, spread
from components.explore.charts.scene import Scene
from components.explore.charts.series import DASHES, Run
from components.explore.charts.shown import Shown
from data.methods.change import NOT_COMPARABLE
from data.records import Observation

HEIGHT: Final = 320
LANE: Final = 16
"""Pixels of the lane below the values in which a series says why it has no figure."""

FEW: Final = 4
"""Points up to which each has its figure written beside it; above, the first and the last."""

WIDEST_NAME: Final = 190
"""Pixels that names at the ends of lines may take."""


@dataclass(frozen=True)
class Drawn:
    """How series are drawn: colour by series, shape by source, the axes that plots share."""

    scene: Scene
    shown: Shown
    axis: Axis
    first: int
    last: int
    colours: Mapping[tuple[str, ...], Colour]
    shapes: Mapping[str, Shape]
    target: int | None = None

    @property
    def ends(self) -> tuple[float, float]:
        """The axis of years with a little room at both ends."""
        room = max((self.last - self.first) * 0.04, 0.6)
        return self.first - room, self.last + room

    def x(self, year: float) -> float:
        """Where a year stands."""
        return percent_of(year, *self.ends)


def line_plot(
    runs: Sequence[Run], drawn: Drawn, alt: str, *, height: int = HEIGHT, least_lanes: int = 0
) -> Plot:
    """Several series on one plot; their names stand at the right, one alone has figures written.

    `least_lanes` keeps plots that stand beside each other level.
    """
    lanes = [run for run in runs if run.absences]
    rows = max(len(lanes), least_lanes)
    whole = height + LANE * rows
    share = height / whole
    marks = [mark for run in runs for mark in _marks(run, drawn, share)]
    marks += _absences(lanes, rows, drawn, share)
    alone = len(runs) == 1
    labels = _figures(runs[0], drawn, share, whole) if alone else _names(runs, drawn, share, whole)
    wording = drawn.scene.wording
    right = max((pixels(label.text) for label in labels if label.x == 100), default=0) + 2
    if drawn.target is not None:
        marks.append(Mark(drawn.x(drawn.target), round(100 * share, 2), "muted", shape="triangle"))
    return Plot(
        alt,
        whole,
        marks=marks,
        lines=[line for run in runs for line in _lines(run, drawn, share)],
        labels=labels,
        x_ticks=[Tick(drawn.x(y), numbers.isolate(y, wording)) for y in years_of(drawn)],
        y_ticks=[Tick(round(t.at * share, 2), t.text) for t in drawn.axis.upward(wording)],
        left=drawn.axis.width(wording),
        right=56 if alone else min(right, WIDEST_NAME) + 20,
        above=12,
        x_axis=round(100 * share, 2) if rows else None,
        years=year_axis(drawn.first, drawn.last, *drawn.ends),
    )


def years_of(drawn: Drawn, most: int = 6) -> tuple[int, ...]:
    """The years to write under the axis."""
    return year_steps(drawn.first, drawn.last, most=most)


def _y(row: Observation, drawn: Drawn, share: float) -> float:
    return round(drawn.axis.down(drawn.shown.values[row]) * share, 2)


def _marks(run: Run, drawn: Drawn, share: float) -> list[Mark]:
    colour = drawn.colours[run.key]
    return [
        drawn.scene.mark(
            row, drawn.x(row.year), _y(row, drawn, share), colour, drawn.shapes[row.source]
        )
        for row in run.points
        if row in drawn.shown.values
    ]


def _absences(lanes: Sequence[Run], rows: int, drawn: Drawn, share: float) -> list[Mark]:
    found = []
    for place, run in enumerate(lanes):
        y = round(100 * (share + (1 - share) * (place + 0.5) / rows), 2)
        found += [drawn.scene.mark(row, drawn.x(row.year), y, "muted") for row in run.absences]
    return found


def _lines(run: Run, drawn: Drawn, share: float) -> list[Line]:
    colour, found = drawn.colours[run.key], []
    for join in run.joins:
        if join.strength == NOT_COMPARABLE and not drawn.scene.view.filters.unlike:
            continue
        ends = tuple(
            (drawn.x(row.year), _y(row, drawn, share)) for row in (join.before, join.after)
        )
        found.append(Line(ends, colour, DASHES[join.strength]))  # type: ignore[arg-type]
    for row in run.points:
        if pair := drawn.shown.interval(row):
            low, high = (round(drawn.axis.down(end) * share, 2) for end in pair)
            found.append(Line(((drawn.x(row.year), low), (drawn.x(row.year), high)), colour))
    return found


def text_of(row: Observation, drawn: Drawn) -> str:
    """The figure at a mark: itself, or its change with a sign."""
    if drawn.shown.relative:
        return signed_percent(drawn.shown.values[row], drawn.scene)
    return drawn.scene.figure(row)


def signed_percent(value: float, scene: Scene) -> str:
    """`+12 %`, rounded for the eye."""
    text = numbers.reading(value, "PERCENT", scene.wording)
    if value <= 0:
        return text
    return numbers.isolate("+" + text.strip("\u2066\u2069"), scene.wording)


def _figures(run: Run, drawn: Drawn, share: float, height: int) -> list[Label]:
    points = [row for row in run.points if row in drawn.shown.values]
    if not points:
        return []
    written = points if len(points) <= FEW else [points[0], points[-1]]
    marks = _marks(run, drawn, share)
    ways = []
    for row in reversed(written):
        x, y, text = drawn.x(row.year), _y(row, drawn, share), text_of(row, drawn)
        places: tuple[Place, ...] = ("right", "above", "below", "left")
        if row is not points[-1]:
            places = ("above", "below", "right", "left")
        ways.append([Label(x, y, text, place, strong=True) for place in places])
    return fitted(ways, marks, height, margin=56)


def _names(runs: Sequence[Run], drawn: Drawn, share: float, height: int) -> list[Label]:
    ended = [(run, [r for r in run.points if r in drawn.shown.values]) for run in runs]
    named = [(run, points[-1]) for run, points in ended if points]
    at = [_y(row, drawn, share) for _, row in named]
    long = any(pixels(run.name) > WIDEST_NAME for run, _ in named)
    lines = 2 if long and 2 * LINE * len(named) <= height else 1
    apart = spread(at, 100 * LINE * lines / height, 100)
    return [
        Label(
            100, round(y, 2), shortened(run.name, lines), "right", drawn.colours[run.key], wide=True
        )
        for (run, _), y in zip(named, apart, strict=True)
    ]


def shortened(name: str, lines: int) -> str:
    """A name as far as the lines beside a plot have room; the legend has all of it."""
    room = (lines - 0.3 * (lines - 1)) * WIDEST_NAME
    if pixels(name) <= (WIDEST_NAME if lines == 1 else room):
        return name
    kept = name
    while kept and pixels(f"{kept}…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"

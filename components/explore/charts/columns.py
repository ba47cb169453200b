"""One country's counts by year as columns from zero; parts stacked where they add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from components import numbers
from components.charts.plot import Colour, Column, Label, Mark, Plot, Tick, year_axis, year_steps
from components.explore.charts.axis import Axis
from components.explore.charts.labels import WIDE
from components.explore.charts.line_plot import signed_percent
from components.explore.charts.scene import Scene, datum_of
from components.explore.charts.series import Run
from components.explore.charts.shown import Shown
from components.explore.charts.stacking import Stacks
from data.methods.parts import LINES
from data.records import Observation

HEIGHT: Final = 280
EMPTY: Final = 48
"""Pixels of a plot that has only absences to show."""

FEW: Final = 12
"""Columns up to which each has its figure written above it."""

FULL: Final = 0.72
"""Share of a year that its columns take."""


def years_of(runs: Sequence[Run]) -> tuple[int, int]:
    """The first and the last year that has a row."""
    years = [row.year for run in runs for row in run.rows]
    return min(years), max(years)


def column_plot(
    runs: Sequence[Run],
    shown: Shown,
    axis: Axis,
    colours: Mapping[tuple[str, ...], Colour],
    stacks: Stacks,
    scene: Scene,
    alt: str,
) -> Plot:
    """A column a series and year; those of stacked years stand on each other."""
    first, last = years_of(runs)
    wide = 100 / (last - first + 1)
    columns: list[Column] = []
    marks: list[Mark] = []
    labels: list[Label] = []
    tops: dict[int, float] = {}
    for place, run in enumerate(runs):
        for row in run.rows:
            left, width = _across(row.year, place, len(runs), first, wide, row.year in stacks.years)
            if row not in shown.values:
                marks.append(scene.mark(row, round(left + width / 2, 2), _foot(axis), "muted"))
                continue
            base = tops.get(row.year, 0.0) if row.year in stacks.years else 0.0
            end = base + shown.values[row]
            tops[row.year] = end
            top, bottom = sorted((axis.down(base), axis.down(end)))
            columns.append(
                Column(
                    round(left, 3),
                    top,
                    round(width, 3),
                    round(bottom - top, 2),
                    colours[run.key],
                    scene.tip(row),
                    _look(row, stacks, scene),
                    datum_of(row),
                )
            )
            labels.append(
                Label(round(left + width / 2, 2), top, _figure(row, shown, scene), "above")
            )
    return Plot(
        alt,
        HEIGHT if shown.values else EMPTY,
        marks=marks,
        columns=columns,
        labels=_written(labels, len(runs)),
        x_ticks=[
            Tick(round(wide * (year - first + 0.5), 2), numbers.isolate(year, scene.wording))
            for year in year_steps(first, last, most=12)
        ],
        y_ticks=axis.upward(scene.wording) if shown.values else (),
        left=axis.width(scene.wording),
        right=16,
        above=20,
        x_axis=round(100 - axis.zero, 2),
        years=year_axis(first, last, first - 0.5, last + 0.5),
    )


def _look(row: Observation, stacks: Stacks, scene: Scene) -> Literal["filled", "open", "hatched"]:
    """Hatched: a line that nobody names, and a year whose forms cannot be told apart."""
    if row.dimension == LINES or row.year in stacks.hatched:
        return "hatched"
    return "open" if scene.hollow(row) else "filled"


def _across(
    year: int, place: int, count: int, first: int, wide: float, stacked: bool
) -> tuple[float, float]:
    """Where a column begins and how wide it is, in percent."""
    begin = wide * (year - first) + wide * (1 - FULL) / 2
    if stacked or count == 1:
        return begin, wide * FULL
    return begin + wide * FULL * place / count, wide * FULL / count


def _foot(axis: Axis) -> float:
    """Just above the zero line, where the sign of an absence stands."""
    return round(max(100 - axis.zero - 3, 3), 2)


def _figure(row: Observation, shown: Shown, scene: Scene) -> str:
    return signed_percent(shown.values[row], scene) if shown.relative else scene.figure(row)


def _written(labels: Sequence[Label], runs: int) -> list[Label]:
    if runs > 1 or len(labels) > FEW:
        return []
    room = WIDE / max(len(labels), 1)
    return [
        Label(one.x, one.y, one.text, one.place, wide=len(labels) > 4)
        for one in labels
        if len(one.text) * 8 < room
    ]

"""Two figures of a series beside each other: where it stood first and where it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from components import numbers
from components.charts.plot import Colour, Label, Line, Mark, Plot, Tick
from components.explore.charts.axis import Axis, pixels
from components.explore.charts.chosen import Chosen, Left
from components.explore.charts.colouring import colours, series_keys, shapes, source_keys
from components.explore.charts.labels import LINE, spread
from components.explore.charts.line_plot import signed_percent
from components.explore.charts.made import MOST_LINES, Made, bounded
from components.explore.charts.saying import title_of
from components.explore.charts.scene import Scene
from components.explore.charts.series import DASHES, Join, Run, measure_for, runs
from components.explore.charts.shown import Shown, shown
from components.explore.drawing import Panel
from data.methods.change import NOT_COMPARABLE, change
from data.records import Observation

HEIGHT: Final = 260
WIDEST: Final = 230
ENDS: Final = (3.0, 97.0)


@dataclass(frozen=True)
class _Slope:
    scene: Scene
    shown: Shown
    axis: Axis
    colours: dict[tuple[str, ...], Colour]
    alone: bool


def made(chosen: Chosen, scene: Scene) -> Made:
    """The two ends of every series that has two; a series of one figure has no slope."""
    found = shown([_ends(run, scene) for run in runs(chosen.rows, scene)], scene)
    two = [run for run in found.runs if len(run.points) == 2]
    kept, beyond = bounded(two, MOST_LINES)
    drawn = {row for run in kept for row in run.points} | {r for one in beyond for r in one.rows}
    gone = {row for one in found.left for row in one.rows}
    rest = tuple(row for row in chosen.rows if row not in drawn and row not in gone)
    left = [*chosen.left, *found.left, *beyond, *([Left("between", rest)] if rest else [])]
    if not kept:
        return Made((), (), (), tuple(left), title="no_slope")
    rows = tuple(row for run in kept for row in run.points)
    coloured, shaped = colours(kept, scene), shapes(rows)
    slope = _Slope(
        scene, found, found.axis(log=scene.view.scale == "log"), coloured, len(kept) == 1
    )
    title = title_of(kept, scene, found)
    keys = (*series_keys(kept, coloured), *source_keys(shaped, rows, scene))
    plot = _plot(kept, slope, title, shaped)
    return Made(
        (Panel("", plot, rows),),
        kept,
        rows,
        tuple(left),
        keys,
        joined=True,
        refused=found.refused,
        sentence=title,
        unit=found.unit_key,
    )


def _ends(run: Run, scene: Scene) -> Run:
    """The two figures that the method of change sets beside each other, else first and last."""
    if len(run.points) < 2:
        return replace(run, absences=())
    method = scene.indicator(run.points[0]).method
    measure = measure_for(run.points[0], scene)
    found = change(measure, run.points, method=method, known=scene.knowledge)
    if found.first is not None and found.last is not None and found.strength:
        join = Join(found.first, found.last, found.strength, found.reasons)
    else:
        join = Join(run.points[0], run.points[-1], NOT_COMPARABLE, found.reasons)
    if join.before.year == join.after.year:
        return replace(run, points=(join.after,), absences=(), joins=())
    return replace(run, points=(join.before, join.after), absences=(), joins=(join,))


def _plot(kept: Sequence[Run], slope: _Slope, title: str, shaped: dict) -> Plot:  # type: ignore[type-arg]
    scene, height = slope.scene, max(HEIGHT, LINE * (len(kept) + 2))
    marks: list[Mark] = []
    lines: list[Line] = []
    for run in kept:
        colour = slope.colours[run.key]
        ends = [(x, _y(r, slope)) for x, r in zip(ENDS, run.points, strict=True)]
        marks += [
            scene.mark(row, x, y, colour, shaped[row.source])
            for (x, y), row in zip(ends, run.points, strict=True)
        ]
        for join in run.joins:
            if join.strength != NOT_COMPARABLE or scene.view.filters.unlike:
                lines.append(Line(tuple(ends), colour, DASHES[join.strength]))  # type: ignore[arg-type]
    labels = [*_labels(kept, slope, height, 0), *_labels(kept, slope, height, 1)]
    before, after = ([row.points[side].year for row in kept] for side in (0, 1))
    return Plot(
        title,
        height,
        marks=marks,
        lines=lines,
        labels=labels,
        x_ticks=[
            Tick(x, _years(years, scene)) for x, years in zip(ENDS, (before, after), strict=True)
        ],
        left=_room(labels, "left"),
        right=_room(labels, "right"),
        above=12,
        x_axis=round(100 - slope.axis.zero, 2),
    )


def _room(labels: Sequence[Label], place: str) -> int:
    return min(max(pixels(one.text) for one in labels if one.place == place) + 12, WIDEST)


def _years(years: Sequence[int], scene: Scene) -> str:
    return numbers.year_range(min(years), max(years), scene.wording)


def _y(row: Observation, slope: _Slope) -> float:
    return slope.axis.down(slope.shown.values[row])


def _labels(kept: Sequence[Run], slope: _Slope, height: int, side: int) -> list[Label]:
    rows = [run.points[side] for run in kept]
    at = spread([_y(row, slope) for row in rows], 100 * LINE / height, 97)
    return [
        Label(
            ENDS[side],
            round(y, 2),
            _text(run, row, slope, side),
            ("left", "right")[side],
            "ink" if slope.alone else slope.colours[run.key],
            strong=slope.alone,
        )
        for run, row, y in zip(kept, rows, at, strict=True)
    ]


def _text(run: Run, row: Observation, slope: _Slope, side: int) -> str:
    scene = slope.scene
    value = scene.figure(row)
    if slope.shown.relative:
        value = signed_percent(slope.shown.values[row], scene)
    if slope.alone:
        return value
    text = scene.wording.t("drawn.figure_year", value=value, year=row.year)
    return scene.wording.t("drawn.figure_of", name=run.name, value=text) if side else text

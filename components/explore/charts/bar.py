"""Figures as bars: a bar a country, or the columns of one country's years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.explore.charts.axis import Axis, linear
from components.explore.charts.bar_plot import bar_plot, in_order
from components.explore.charts.chosen import Chosen, Left
from components.explore.charts.colouring import colours, series_keys
from components.explore.charts.columns import column_plot
from components.explore.charts.made import MOST_BARS, MOST_LINES, Made, bounded
from components.explore.charts.saying import title_of
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, runs
from components.explore.charts.shown import Shown, shown
from components.explore.charts.speaking import spoken
from components.explore.charts.stacking import stacks_of
from components.explore.drawing import Panel


def made(chosen: Chosen, scene: Scene) -> Made:
    """A bar an area; of one area alone, a column a year."""
    areas = {row.area for row in chosen.rows}
    years = {row.year for row in chosen.rows}
    if len(areas) == 1 and len(years) > 1 and not scene.view.filters.latest:
        return _columns(chosen, scene)
    return _bars(chosen, scene)


def _bars(chosen: Chosen, scene: Scene) -> Made:
    every = runs(chosen.rows, scene)
    if scene.view.relative:
        found = shown(every, scene)
        left = [*chosen.left, *found.left]
        firsts = tuple(row for run in found.runs for row in run.points[:-1])
        left += [Left("older", firsts)] if firsts else []
        found = replace(found, runs=tuple(_newest(run) for run in found.runs))
    else:
        one = spoken(chosen, scene)
        left = list(one.left)
        found = shown(runs(one.rows, scene), scene)
    newest = [(run, (run.points or run.absences)[-1]) for run in found.runs]
    order = in_order(newest, found, scene)
    kept, beyond = bounded([run for run, _ in order], MOST_BARS)
    left += beyond
    if not kept:
        return Made((), (), (), tuple(left), title="no_change" if found.relative else "none")
    bars = [(run, (run.points or run.absences)[-1]) for run in kept]
    axis = found.axis(log=scene.view.scale == "log")
    coloured = _coloured(kept, scene)
    title = title_of([run for run, _ in newest], scene, found)
    plot = bar_plot(bars, found, axis, coloured, scene, title)
    rows = tuple(row for _, row in bars)
    return Made(
        (Panel("", plot, rows),),
        kept,
        rows,
        tuple(left),
        refused=found.refused,
        sentence=title,
        unit=found.unit_key,
        speaking=tuple(row for _, row in newest),
    )


def _newest(run: Run) -> Run:
    """The series with its newest figure alone."""
    return replace(run, points=run.points[-1:], joins=())


def _coloured(kept: Sequence[Run], scene: Scene) -> dict[tuple[str, ...], str]:
    """One colour where only countries differ; else that of the sex or the part."""
    inner = {run.key[2:]: run for run in kept}
    if len(inner) == 1:
        theme = colours(kept[:1], scene)[kept[0].key]
        return {run.key: theme for run in kept}
    found = colours(list(inner.values()), scene)
    return {run.key: found[inner[run.key[2:]].key] for run in kept}


def _columns(chosen: Chosen, scene: Scene) -> Made:
    found = shown(runs(chosen.rows, scene), scene)
    kept, beyond = bounded(found.runs, MOST_LINES)
    left = (*chosen.left, *found.left, *beyond)
    if not kept:
        return Made((), (), (), left, title="no_change" if found.relative else "none")
    stacks = stacks_of(kept, chosen, found, scene)
    axis = _tall(kept, found, stacks.years)
    coloured = colours(kept, scene)
    title = title_of(kept, scene, found)
    plot = column_plot(kept, found, axis, coloured, stacks, scene, title)
    rows = tuple(row for run in kept for row in run.rows)
    log = scene.view.scale == "log"
    return Made(
        (Panel("", plot, rows),),
        kept,
        rows,
        left,
        tuple(series_keys(kept, coloured)),
        joined=True,
        refused=found.refused or ("drawn.log_of_columns" if log else ""),
        sentence=title,
        unit=found.unit_key,
        notes=stacks.notes,
    )


def _tall(kept: Sequence[Run], found: Shown, stacked: frozenset[int]) -> Axis:
    """The axis that holds the highest column, a stack or one alone."""
    sums = {
        year: sum(found.values[r] for run in kept for r in run.points if r.year == year)
        for year in stacked
    }
    axis = found.axis()
    if not sums or max(sums.values()) <= axis.steps[-1]:
        return axis
    return linear([*found.values.values(), *sums.values()], found.unit)

"""Small multiples: a panel a country (or a definition, an age, a part), one axis for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from components import numbers
from components.charts.plot import Label, Place, Plot, Tick
from components.explore.charts.chosen import Chosen, Left
from components.explore.charts.colouring import colours, series_keys, shapes, source_keys
from components.explore.charts.labels import fitted
from components.explore.charts.line_plot import Drawn, line_plot, text_of
from components.explore.charts.made import MOST_PANELS, Made
from components.explore.charts.saying import target_key, target_of, title_of
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, runs, within_panel
from components.explore.charts.shown import Shown, shown
from components.explore.drawing import Panel

HEIGHT: Final = 124
WIDTH: Final = 100
"""Pixels of a panel's plot: its height, and its width where panels stand closest."""

PLACES: Final = (0, 1, 5, 3, 2)
"""What panels are made by, the first that differs: area, measure, part, age, sex."""


def made(chosen: Chosen, scene: Scene) -> Made:
    """At most MOST_PANELS panels on shared axes, each with its newest figure in its title."""
    found = shown(runs(chosen.rows, scene), scene)
    groups = _grouped(found.runs)
    kept, beyond = groups[:MOST_PANELS], groups[MOST_PANELS:]
    left = [*chosen.left, *found.left]
    if beyond:
        left.append(Left("narrow", tuple(row for g in beyond for run in g for row in run.rows)))
    if not kept:
        return Made((), (), (), tuple(left), title="no_change" if found.relative else "none")
    drawn_runs = tuple(run for group in kept for run in group)
    rows = tuple(row for run in drawn_runs for row in run.rows)
    target = target_of(rows, scene, relative=found.relative)
    years = [row.year for row in rows]
    place = _place(found.runs)
    alike = _alike(kept, place, scene)
    drawn = Drawn(
        scene,
        found,
        found.axis(log=scene.view.scale == "log", most=4),
        min(years),
        max([*years, target or 0]),
        alike,
        shapes(rows),
        target,
    )
    lanes = max(sum(bool(run.absences) for run in group) for group in kept)
    panels = tuple(_panel(group, drawn, scene, place, lanes) for group in kept)
    inside = within_panel(max(kept, key=len)) if any(len(group) > 1 for group in kept) else ()
    keys = (
        *(replace(key, count=None) for key in series_keys(inside, alike)),
        *source_keys(drawn.shapes, rows, scene),
        *target_key(target, scene),
    )
    return Made(
        panels,
        drawn_runs,
        rows,
        tuple(left),
        keys,
        joined=True,
        refused=found.refused,
        sentence=title_of(drawn_runs, scene, found),
        unit=found.unit_key,
    )


def _place(made: Sequence[Run]) -> int:
    """Which part of the key the panels are made by."""
    return next((p for p in PLACES if len({run.key[p] for run in made}) > 1), 0)


def _grouped(made: Sequence[Run]) -> list[tuple[Run, ...]]:
    place = _place(made)
    groups: dict[str, list[Run]] = {}
    for run in made:
        groups.setdefault(run.key[place], []).append(run)
    return [tuple(group) for group in groups.values()]


def _alike(groups: Sequence[Sequence[Run]], place: int, scene: Scene) -> dict[tuple[str, ...], str]:
    """Series that differ by their panel alone have one colour."""

    def inner(run: Run) -> tuple[str, ...]:
        return (*run.key[:place], "", *run.key[place + 1 :])

    first = {inner(run): run for group in groups for run in group}
    if len(first) == 1:
        one = colours(groups[0][:1], scene)
        return {run.key: next(iter(one.values())) for group in groups for run in group}
    coloured = colours(list(first.values()), scene)
    return {run.key: coloured[first[inner(run)].key] for group in groups for run in group}


def _panel(group: Sequence[Run], drawn: Drawn, scene: Scene, place: int, lanes: int) -> Panel:
    rows = tuple(row for run in group for row in run.rows)
    newest = max((row for run in group for row in run.points), key=lambda r: r.year, default=None)
    name = _name(group[0], place, scene)
    figure = text_of(newest, drawn) if newest and len(group) == 1 else ""
    title = title_of(group, scene, drawn.shown)
    alt = scene.wording.t("drawn.figure_name", name=name, value=title)
    plot = line_plot(group, drawn, alt, height=HEIGHT, least_lanes=lanes)
    return Panel(name, _bare(plot, group, drawn), rows, figure)


def _name(run: Run, place: int, scene: Scene) -> str:
    return run.words[place] if place else scene.area(run.area)


def _bare(plot: Plot, group: Sequence[Run], drawn: Drawn) -> Plot:
    """The plot of a panel: two years at its ends, and the year beside a figure that is alone."""
    wording = drawn.scene.wording
    points = [row for run in group for row in run.points if row in drawn.shown.values]
    labels: list[Label] = []
    if len(points) == 1:
        x = drawn.x(points[0].year)
        y = next(m.y for m in plot.marks if m.datum and m.datum.startswith(points[0].area))
        text = numbers.isolate(points[0].year, wording)
        places: tuple[Place, ...] = ("right", "left", "above", "below")
        ways = [[Label(x, y, text, place, "muted") for place in places]]
        labels = fitted(ways, plot.marks, plot.height, wide=WIDTH, narrow=WIDTH)
    ends = [Tick(drawn.x(y), numbers.isolate(y, wording)) for y in {drawn.first, drawn.last}]
    return Plot(
        plot.alt,
        plot.height,
        marks=plot.marks,
        lines=plot.lines,
        labels=labels,
        x_ticks=sorted(ends, key=lambda tick: tick.at),
        y_ticks=plot.y_ticks,
        left=plot.left,
        above=10,
        x_axis=plot.x_axis,
        years=plot.years,
    )


__all__ = ["Shown", "made"]

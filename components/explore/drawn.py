"""From rows to what is seen of them: every view of the figures is drawn here, and only here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from components.explore.charts import bar, form, line
from components.explore.charts.chosen import Chosen, Left, choose
from components.explore.charts.guarding import guard_of
from components.explore.charts.look_of import colours, series_keys, shapes, source_keys
from components.explore.charts.noting import (
    honest_year,
    kind_notes,
    left_notes,
    source_order,
    state_keys,
    without_figure,
)
from components.explore.charts.saying import label_of, title_of
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, runs
from components.explore.charts.shown import Shown, shown
from components.explore.charts.speaking import spoken
from components.explore.drawing import Drawing, Key, Panel
from components.explore.view import View
from components.wording import Wording
from data.methods.change import Knowledge
from data.records import Explored, Known, Observation

MOST_LINES: Final = 12
MOST_BARS: Final = 60


@dataclass(frozen=True)
class Made:
    """What one kind of chart made of its rows, before it is told about."""

    panels: tuple[Panel, ...]
    runs: tuple[Run, ...]
    rows: tuple[Observation, ...]
    left: tuple[Left, ...]
    keys: tuple[Key, ...] = ()
    joined: bool = False
    refused: str = ""


def drawing_of(
    view: View,
    explored: Explored,
    known: Known,
    knowledge: Knowledge,
    wording: Wording,
    *,
    this_year: int,
) -> Drawing:
    """The drawing of a view of some rows. `this_year` tells which figures are old."""
    scene = Scene(view, known, knowledge, wording, this_year)
    rows = (*explored.rows, *explored.withheld)
    if not rows:
        return _nothing(scene)
    chosen = choose(rows, scene)
    chart = form.chart_of(view, chosen.rows)
    made = _MAKERS[chart](chosen, scene)
    return _told(chart, made, explored, scene)


def _told(chart: str, made: Made, explored: Explored, scene: Scene) -> Drawing:
    title = title_of(made.runs, scene)
    speaking = tuple(run.points[-1] for run in made.runs if run.points)
    notes = [*left_notes(made.left, scene), *kind_notes(made.rows, scene)]
    if made.refused:
        notes.insert(0, scene.wording.t(made.refused))
    unit = scene.unit(made.rows[0]) if made.rows else ""
    return Drawing(
        chart=chart,
        label=label_of(made.rows or explored.rows, scene),
        title=title,
        unit=scene.wording.t(f"unit.{unit}") if unit else "",
        alt=title,
        panels=made.panels,
        keys=(*made.keys, *state_keys(made.rows, scene)),
        guard=guard_of(made.runs, scene, joined=made.joined),
        honest_year=honest_year(speaking, scene),
        notes=tuple(notes),
        sources=tuple(scene.known.sources[c] for c in source_order(made.rows)),
        without=without_figure(scene, made.rows),
    )


def _nothing(scene: Scene) -> Drawing:
    t = scene.wording.t
    title = t("drawn.title.none")
    without = without_figure(scene, ())
    return Drawing("line", t("drawn.nothing"), title, "", title, (), (), None, "", (), (), without)


def _line(chosen: Chosen, scene: Scene) -> Made:
    found = shown(runs(chosen.rows, scene), scene)
    drawn_runs, beyond = _bounded(found.runs, MOST_LINES)
    left = (*chosen.left, *found.left, *beyond)
    if not drawn_runs:
        return Made((), (), (), left)
    axis = found.axis(log=scene.view.scale == "log")
    rows = tuple(row for run in drawn_runs for row in run.rows)
    years = [row.year for row in rows]
    coloured, shaped = colours(drawn_runs, scene), shapes(rows)
    how = line.Drawn(scene, found, axis, min(years), max(years), coloured, shaped)
    plot = line.line_plot(drawn_runs, how, title_of(drawn_runs, scene))
    keys = (*series_keys(drawn_runs, coloured), *source_keys(shaped, rows, scene))
    panel = Panel("", plot, rows)
    return Made((panel,), drawn_runs, rows, left, keys, joined=True, refused=found.refused)


def _bar(chosen: Chosen, scene: Scene) -> Made:
    every = runs(chosen.rows, scene)
    if scene.view.relative:
        found = shown(every, scene)
        chosen = Chosen(tuple(run.points[-1] for run in found.runs), (*chosen.left, *found.left))
    else:
        chosen = spoken(chosen, scene)
        every = runs(chosen.rows, scene)
        found = shown(every, scene)
    kept, beyond = _bounded(found.runs, MOST_BARS)
    left = (*chosen.left, *beyond)
    if not kept:
        return Made((), (), (), left)
    bars = bar.in_order([(run, (run.points or run.absences)[-1]) for run in kept], found, scene)
    axis = found.axis(log=scene.view.scale == "log")
    colour = colours(kept[:1], scene)[kept[0].key]
    plot = bar.bar_plot(
        bars, found, axis, {run.key: colour for run in kept}, scene, title_of(kept, scene)
    )
    rows = tuple(row for _, row in bars)
    return Made((Panel("", plot, rows),), kept, rows, left, refused=found.refused)


def _bounded(made: Sequence[Run], most: int) -> tuple[tuple[Run, ...], tuple[Left, ...]]:
    """As many series as one drawing holds, those with a figure first."""
    if len(made) <= most:
        return tuple(made), ()
    valued = [run for run in made if run.points][:most]
    rest = [run for run in made if run not in valued]
    return tuple(valued), (Left("narrow", tuple(row for run in rest for row in run.rows)),)


_MAKERS: Final[dict[str, Callable[[Chosen, Scene], Made]]] = {
    "line": _line,
    "bar": _bar,
    "slope": _line,
    "dots": _bar,
    "multiples": _line,
    "scatter": _bar,
}
__all__ = ["Shown", "drawing_of"]

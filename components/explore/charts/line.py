"""Several series over the years on one plot, each named at its end."""

from __future__ import annotations

from components.explore.charts.chosen import Chosen
from components.explore.charts.colouring import colours, series_keys, shapes, source_keys
from components.explore.charts.line_plot import Drawn, line_plot
from components.explore.charts.made import MOST_LINES, Made, bounded
from components.explore.charts.saying import target_key, target_of, title_of
from components.explore.charts.scene import Scene
from components.explore.charts.series import runs
from components.explore.charts.shown import shown
from components.explore.drawing import Panel


def made(chosen: Chosen, scene: Scene) -> Made:
    """One panel with at most MOST_LINES series."""
    found = shown(runs(chosen.rows, scene), scene)
    kept, beyond = bounded(found.runs, MOST_LINES)
    left = (*chosen.left, *found.left, *beyond)
    if not kept:
        return Made((), (), (), left, title="no_change" if found.relative else "none")
    rows = tuple(row for run in kept for row in run.rows)
    years = [row.year for row in rows]
    target = target_of(rows, scene, relative=found.relative)
    coloured, shaped = colours(kept, scene), shapes(rows)
    drawn = Drawn(
        scene,
        found,
        found.axis(log=scene.view.scale == "log"),
        min(years),
        max([*years, target or 0]),
        coloured,
        shaped,
        target,
    )
    keys = (
        *series_keys(kept, coloured),
        *source_keys(shaped, rows, scene),
        *target_key(target, scene),
    )
    panel = Panel("", line_plot(kept, drawn, title_of(kept, scene, found)), rows)
    return Made(
        (panel,),
        kept,
        rows,
        left,
        keys,
        joined=True,
        refused=found.refused,
        sentence=title_of(kept, scene, found),
        unit=found.unit_key,
    )

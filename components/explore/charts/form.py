"""The form that suits some figures, where the reader asks for none: none, one, many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from components.explore.charts.chosen import definition
from components.explore.charts.made import MOST_PANELS
from components.explore.charts.scene import Scene
from components.explore.charts.series import key_of
from data.records import Observation

LINES: Final = 4
"""Series up to which one plot is read more easily than a panel each, where they are long."""

LONG: Final = 6
COUNTED: Final = frozenset({"PERSONS", "THOUSAND_PERSONS", "COUNT"})


def chart_of(rows: Sequence[Observation], whole: Sequence[Observation], scene: Scene) -> str:
    """The chart that is asked for, else the one that suits the figures. `rows` may stand on one
    axis; `whole` are all rows of the view."""
    view = scene.view
    if view.chart != "auto":
        return view.chart
    if view.x:
        return "scatter"
    areas = {row.area for row in rows}
    if len(areas) > 1:
        return _of_areas(rows, len(areas), scene)
    return _of_one(rows, whole, scene)


def _of_areas(rows: Sequence[Observation], areas: int, scene: Scene) -> str:
    filters = scene.view.filters
    lengths = Counter(key_of(row) for row in rows if row.value is not None)
    if filters.headline or filters.latest or filters.year or max(lengths.values(), default=0) < 2:
        return "bar"
    if len(lengths) <= LINES and sum(lengths.values()) >= LONG * len(lengths):
        return "line"
    return "multiples" if areas <= MOST_PANELS else "bar"


def _of_one(rows: Sequence[Observation], whole: Sequence[Observation], scene: Scene) -> str:
    valued = [row for row in rows if row.value is not None]
    if not valued:
        return "bar"
    unit = scene.unit(valued[0])
    alike = [row for row in whole if row.value is not None and scene.unit(row) == unit]
    if len({definition(row, scene) for row in alike}) > 1 and not scene.view.filters.unlike:
        return "multiples"
    if len({row.year for row in valued}) == 1:
        own = [row for row in alike if row.category == valued[0].category]
        return "dots" if len({(row.sex, row.age) for row in own}) > 1 else "bar"
    if len({key_of(row) for row in valued}) == 1 and len(valued) == 2:
        return "slope"
    counted = unit in COUNTED and scene.indicator(valued[0]).method == "administrative"
    return "bar" if counted else "line"

"""What is drawn of each figure: itself, or its change since the first comparable one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from components.explore.charts.axis import Axis, linear, logarithmic
from components.explore.charts.chosen import Left
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, measure_for
from data.methods.change import COMPARABLE, assess
from data.methods.selection import Measure
from data.methods.uncertainty import interval_of
from data.records import Observation


@dataclass(frozen=True)
class Shown:
    """Series with the value at which each figure stands. `relative`: percent of the first one."""

    runs: tuple[Run, ...]
    values: Mapping[Observation, float]
    unit: str
    relative: bool = False
    left: tuple[Left, ...] = ()
    refused: str = ""
    """The key of the sentence that says why it is not drawn as it was asked for."""

    @property
    def unit_key(self) -> str:
        """The key of what the axis is of, where it is not the unit of the figures."""
        return "drawn.change_unit" if self.relative else ""

    def axis(self, *, log: bool = False, most: int = 6) -> Axis:
        """The axis that holds all values, and the ends of the intervals that are drawn."""
        ends = [end for end in map(self.interval, self.values) if end is not None]
        values = [*self.values.values(), *(value for pair in ends for value in pair)]
        if log and values and not self.refused:
            return logarithmic(values, self.unit)
        return linear(values, self.unit, most, signed=self.relative)

    def interval(self, row: Observation) -> tuple[float, float] | None:
        """The published interval of a figure; none of a change."""
        return None if self.relative else interval_of(row)


def shown(runs: Sequence[Run], scene: Scene) -> Shown:
    """The series as the view asks for them."""
    every = [row for run in runs for row in run.points]
    unit = scene.unit(every[0]) if every else ""
    if scene.view.relative:
        return _changes(runs, scene)
    values = {row: row.value for row in every if row.value is not None}
    found = Shown(tuple(runs), values, unit)
    if scene.view.scale == "log" and min(values.values(), default=1.0) <= 0:
        return replace(found, refused="drawn.log_refused")
    return found


def _changes(runs: Sequence[Run], scene: Scene) -> Shown:
    kept: list[Run] = []
    values: dict[Observation, float] = {}
    gone: list[Observation] = []
    for run in runs:
        found = _since_first(run, scene)
        values |= found
        gone += [row for row in run.rows if row not in found]
        if found:
            kept.append(replace(run, points=tuple(found), absences=(), joins=_within(run, found)))
    refused = "drawn.log_of_changes" if scene.view.scale == "log" else ""
    left = (Left("not_comparable", tuple(gone)),) if gone else ()
    return Shown(tuple(kept), values, "PERCENT", True, left, refused)


def _within(run: Run, found: Mapping[Observation, float]) -> tuple:  # type: ignore[type-arg]
    return tuple(join for join in run.joins if join.before in found and join.after in found)


def _since_first(run: Run, scene: Scene) -> dict[Observation, float]:
    """The change in percent of every figure that compares with the first that has any such."""
    if len(run.points) < 2:
        return {}
    measure, method = measure_for(run.points[0], scene), scene.indicator(run.points[0]).method
    for place, first in enumerate(run.points):
        if not first.value or _unnamed(first, method, scene):
            continue
        later = [
            row for row in run.points[place + 1 :] if _compares(first, row, measure, method, scene)
        ]
        if later:
            base = Decimal(str(first.value))
            return {first: 0.0} | {
                row: float((Decimal(str(row.value)) - base) / base * 100) for row in later
            }
    return {}


def _unnamed(row: Observation, method: str, scene: Scene) -> bool:
    """Whether nobody names the survey of a figure, so that it is comparable with none."""
    known = scene.knowledge
    anyway = scene.view.filters.unlike or known.runs or method != "survey"
    return not anyway and not known.survey_of(row).programme


def _compares(
    first: Observation, row: Observation, measure: Measure, method: str, scene: Scene
) -> bool:
    if row.year <= first.year:
        return False
    if scene.view.filters.unlike:
        return True
    strength, _ = assess(first, row, measure=measure, method=method, known=scene.knowledge)
    return strength == COMPARABLE

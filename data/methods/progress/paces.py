"""How fast it went, and how fast it would have to go: by compound rate and by straight line.

Average annual rate of reduction as UNICEF and WHO use it: two figures give it directly, more of
them by a line through their logarithms. A zero target has no rate, so the rate is to a floor that
is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from data.methods.progress.assessment import Way, yearly_change

Point = tuple[int, float]
"""Year and figure."""


@dataclass(frozen=True, slots=True)
class Pace:
    """One kind of pace, observed and required; `times`: by how much it would have to grow.

    Rates: share less each year (0.04: 4 %), or points a year where `straight`. None where it cannot
    be said.
    """

    observed: float | None
    required: float | None
    times: float | None
    straight: bool = False


def reduction_between(way: Way) -> float | None:
    """Average annual rate of reduction of two figures; negative where it grew."""
    yearly = yearly_change(way)
    return None if yearly is None else -yearly


def reduction_over(points: Sequence[Point]) -> float | None:
    """The same of all comparable figures: one minus e to the slope of their logarithms by year.

    None for fewer than two years or a figure that has no logarithm.
    """
    if len({year for year, _ in points}) < 2 or any(value <= 0 for _, value in points):
        return None
    middle = sum(year for year, _ in points) / len(points)
    level = sum(log(value) for _, value in points) / len(points)
    spread = sum((year - middle) ** 2 for year, _ in points)
    slope = sum((year - middle) * (log(value) - level) for year, value in points) / spread
    return 1 - exp(slope)


def required_reduction(way: Way, floor: float) -> float | None:
    """Rate of reduction from the last figure to the target, or to `floor` where that is higher.

    None where no years are left; zero where the last figure is there already.
    """
    years, goal = way.target_year - way.last_year, max(way.target, floor)
    if years <= 0 or goal <= 0:
        return None
    return 0.0 if way.last <= goal else 1 - float((goal / way.last) ** (1 / years))


def compound(way: Way, floor: float, points: Sequence[Point] = ()) -> Pace:
    """The pace by rate; over all of three or more `points`, else between the two figures."""
    observed = reduction_over(points) if len(points) > 2 else reduction_between(way)
    return _pace(observed, required_reduction(way, floor))


def straight(way: Way) -> Pace:
    """The pace in units a year; it needs no floor."""
    seen, left = way.last_year - way.base_year, way.target_year - way.last_year
    observed = (way.base - way.last) / seen if seen > 0 else None
    required = max(way.last - way.target, 0.0) / left if left > 0 else None
    return _pace(observed, required, straight=True)


def _pace(observed: float | None, required: float | None, *, straight: bool = False) -> Pace:
    times = None
    if observed is not None and required is not None and observed > 0:
        times = required / observed
    return Pace(observed, required, times, straight)

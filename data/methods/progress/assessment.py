"""The class of progress towards a target, as the UN Statistics Division draws its Progress Chart.

Technical note of 2023: the average annual change between two years is carried on to the target
year; what would then be reached is set against what should be. Lower figures are better here. The
five lines of `methods.html` say the same with the figures of a country put in.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final

ON_TRACK: Final = 0.95
FAIR: Final = 0.10
"""Shares of the way from the base to the target: from the first on it is met or on track, from the
second on there is fair progress, below it stagnation or regression."""

NO_TARGET_ON_TRACK: Final = -0.02
NO_TARGET_FAIR: Final = -0.005
"""The same as yearly change, where a decrease is wanted and no number is set."""

MET: Final = "met"
CLASS_ON_TRACK: Final = "on_track"
CLASS_FAIR: Final = "fair"
CLASS_STAGNATION: Final = "stagnation"
NOT_MET: Final = "not_met"
NOT_ASSESSED: Final = "not_assessed"
CLASSES: Final = (MET, CLASS_ON_TRACK, CLASS_FAIR, CLASS_STAGNATION, NOT_MET, NOT_ASSESSED)
"""Every class, the best first; `not_met` only where the target year is past."""

REASONS: Final = ("no_figure", "no_years_between", "from_zero", "target_year_past", "too_old")
"""Why a class stands without the formula, worded as `progress.reason.<code>`."""


@dataclass(frozen=True, slots=True)
class Way:
    """From `base` in `base_year` by `last` in `last_year` towards `target` in `target_year`; all
    figures of one unit."""

    base_year: int
    base: float
    last_year: int
    last: float
    target_year: int = 2030
    target: float = 0.0

    @property
    def usable(self) -> bool:
        """Whether the figures are numbers that a share or a count can be."""
        return all(isfinite(v) and v >= 0 for v in (self.base, self.last, self.target))


@dataclass(frozen=True, slots=True)
class Assessment:
    """The class, and the numbers of the formula as far as they exist.

    `yearly`: average annual change (-0.04: 4 % less each year); `expected`: what the target year
    would show at that pace; `share`: of the way from base to target that would then be gone.
    """

    group: str
    reason: str = ""
    yearly: float | None = None
    expected: float | None = None
    share: float | None = None


def class_of(share: float) -> str:
    """The class of a share of the way."""
    if share >= ON_TRACK:
        return CLASS_ON_TRACK
    return CLASS_FAIR if share >= FAIR else CLASS_STAGNATION


def class_without_target(yearly: float) -> str:
    """The class of a yearly change where a decrease is wanted and no number is set."""
    if yearly <= NO_TARGET_ON_TRACK:
        return CLASS_ON_TRACK
    return CLASS_FAIR if yearly <= NO_TARGET_FAIR else CLASS_STAGNATION


def yearly_change(way: Way) -> float | None:
    """Average annual change from base to last; None where no number of years or a zero base lies
    between."""
    years = way.last_year - way.base_year
    if years <= 0 or way.base <= 0:
        return None
    return float((way.last / way.base) ** (1 / years)) - 1


def expected(way: Way) -> float | None:
    """What the target year would show if the pace went on; None without a pace or a year left."""
    yearly = yearly_change(way)
    if yearly is None or way.last_year > way.target_year:
        return None
    return float(way.last * (1 + yearly) ** (way.target_year - way.last_year))


def assess(way: Way) -> Assessment:
    """The class of progress. What is at or below the target is met, whatever the trend.

    A target year that is past is judged by the last figure alone.
    """
    if not way.usable:
        return Assessment(NOT_ASSESSED, "no_figure")
    yearly, ahead = yearly_change(way), expected(way)
    if way.last <= way.target:
        return Assessment(MET, "", yearly, ahead)
    if way.last_year >= way.target_year:
        return Assessment(NOT_MET, "target_year_past", yearly)
    if way.last_year <= way.base_year:
        return Assessment(NOT_ASSESSED, "no_years_between")
    if yearly is None or ahead is None or way.base <= way.target:
        # It was reached once and is left again: away from the target, by any pace.
        return Assessment(CLASS_STAGNATION, "from_zero", yearly, ahead)
    share = (ahead - way.base) / (way.target - way.base)
    return Assessment(class_of(share), "", yearly, ahead, share)

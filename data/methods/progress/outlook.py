"""What 2030 would show if the pace went on, and how sure that is.

The likely course falls by the same share each year and never below zero; the straight one is drawn
beside it. A band is drawn only where the publisher states an interval at both ends: then 10,000
pairs within them give it, and the share of pairs in each class.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import exp, log
from random import Random
from typing import Final

from data.methods.progress.assessment import Way, assess, expected

DRAWS: Final = 10_000
SEED: Final = 87
LOW, HIGH = 0.10, 0.90
NORMAL_95: Final = 1.959964
ROBUST: Final = 0.90
LIKELY: Final = 0.66

OLDEST: Final = 5
"""Years after which the last figure is too old to be carried on."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A published interval of 95 percent around a share in percent."""

    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Band:
    """From the tenth to the ninetieth percent of the draws; `shares` of draws by class."""

    low: float
    high: float
    shares: tuple[tuple[str, float], ...]

    @property
    def strength(self) -> str:
        """robust, likely or uncertain: how many of the draws agree on a class."""
        most = self.shares[0][1]
        return "robust" if most >= ROBUST else "likely" if most >= LIKELY else "uncertain"


@dataclass(frozen=True, slots=True)
class Outlook:
    """Year by year after the last figure: the likely course and the straight one."""

    likely: tuple[tuple[int, float], ...]
    straight: tuple[tuple[int, float], ...]
    band: Band | None


def outlook(
    way: Way, *, first: Interval | None = None, last: Interval | None = None
) -> Outlook | None:
    """The courses to the target year; None where no pace is known or no year is left."""
    if not way.usable or expected(way) is None or way.last_year >= way.target_year:
        return None
    years = range(way.last_year, way.target_year + 1)
    yearly = (way.last / way.base) ** (1 / (way.last_year - way.base_year))
    step = (way.last - way.base) / (way.last_year - way.base_year)
    likely = tuple((y, float(way.last * yearly ** (y - way.last_year))) for y in years)
    line = tuple((y, max(way.last + step * (y - way.last_year), 0.0)) for y in years)
    return Outlook(likely, line, _band(way, first, last))


def too_old(last_year: int, this_year: int) -> bool:
    """Whether the last figure is too old to be carried on."""
    return this_year - last_year > OLDEST


def _band(way: Way, first: Interval | None, last: Interval | None) -> Band | None:
    if first is None or last is None:
        return None
    drawn = Random(SEED)
    start, end = _logit_normal(way.base, first), _logit_normal(way.last, last)
    if start is None or end is None:
        return None
    reached, groups = [], Counter[str]()
    for _ in range(DRAWS):
        base = _share(drawn.gauss(*start))
        now = _share(drawn.gauss(*end))
        one = Way(way.base_year, base, way.last_year, now, way.target_year, way.target)
        found = assess(one)
        groups[found.group] += 1
        reached.append(expected(one) or 0.0)
    reached.sort()
    shares = tuple((group, count / DRAWS) for group, count in groups.most_common())
    return Band(reached[int(LOW * DRAWS)], reached[int(HIGH * DRAWS)], shares)


def _logit_normal(value: float, interval: Interval) -> tuple[float, float] | None:
    """Middle and spread on the scale of log odds; None for what is no open share."""
    if not 0 < interval.lower <= value <= interval.upper < 100:
        return None
    width = _logit(interval.upper) - _logit(interval.lower)
    return _logit(value), width / (2 * NORMAL_95)


def _logit(percent: float) -> float:
    return log(percent / (100 - percent))


def _share(logit: float) -> float:
    return 100 / (1 + exp(-logit))

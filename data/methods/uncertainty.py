"""How sure a published figure is: its interval, where its publisher states one.

A difference is clear only where the two intervals do not meet; without both nothing is said of it,
since no interval is ever worked out here. Pure.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from data.records import Indicator, Observation

UNCERTAIN: Final = frozenset({"survey", "estimate", "model"})
"""Methods whose figures have an interval, published or not; a register counts what it counts."""


class Interval(NamedTuple):
    """Both bounds in the unit of the figure, as published."""

    lower: float
    upper: float


def interval_of(row: Observation) -> Interval | None:
    """The published interval of a figure; None without a figure or without both bounds."""
    if row.value is None or row.lower is None or row.upper is None:
        return None
    return Interval(row.lower, row.upper)


def interval_unpublished(row: Observation, about: Indicator) -> bool:
    """Whether a figure of a survey or an estimate stands without its interval."""
    return row.value is not None and about.method in UNCERTAIN and interval_of(row) is None


def no_clear_difference(one: Observation, other: Observation) -> bool:
    """Whether both figures have a published interval and the two meet; False without either."""
    a, b = interval_of(one), interval_of(other)
    return a is not None and b is not None and a.lower <= b.upper and b.lower <= a.upper

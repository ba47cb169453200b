"""Classes of a map: where one colour ends and the next begins, and whose figure is how old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from decimal import ROUND_FLOOR, Decimal
from math import floor, log10
from typing import Final

from data.records import SUPPRESSED, Observation, Series

CLASSES: Final = 6
"""Classes of colour; fewer when there are fewer different figures."""


def class_breaks(values: Collection[float], classes: int = CLASSES) -> tuple[float, ...]:
    """Lower ends of at most `classes` classes with about as many values each, on round numbers.

    Every class holds a value; the first begins at 0 unless that would leave it empty or the lowest
    value is negative. Raises ValueError for no values.
    """
    if not values:
        raise ValueError("there are no values to put into classes; draw no classes instead")
    ordered = sorted(values)
    start = 0.0 if ordered[0] >= 0 else _round_down(ordered[0])
    ends = [_round_down(ordered[len(ordered) * step // classes]) for step in range(1, classes)]
    kept = [start]
    for end in ends:
        if end > kept[-1]:
            kept.append(end)
    uppers = [*kept[1:], float("inf")]
    return tuple(
        lower
        for lower, upper in zip(kept, uppers, strict=True)
        if any(lower <= value < upper for value in ordered)
    )


def _round_down(value: float) -> float:
    """The value cut to two significant digits, towards minus infinity."""
    if value == 0:
        return 0.0
    digits = 1 - floor(log10(abs(value)))
    scale = Decimal(1).scaleb(-digits)
    return float((Decimal(str(value)) / scale).to_integral_value(ROUND_FLOOR) * scale)


def honest_years(latest: Series, asked: int | None = None) -> tuple[int | None, Counter[str]]:
    """The year asked for, else the newest year of all, and how many areas stand where.

    Counts by kind: current (of that year), earlier, suppressed, no_data.
    """
    newest = {row.area: row for row in latest.observations}
    years = [row.year for row in newest.values() if row.value is not None]
    common = asked if asked is not None else max(years, default=None)
    kinds = Counter(kind_of(row, common) for row in newest.values())
    unheard = {area.code for area in latest.areas} - newest.keys()
    kinds["no_data"] += len(unheard)
    return common, kinds


def kind_of(row: Observation, common: int | None) -> str:
    """current, earlier, suppressed or no_data: how the map shows an observation."""
    if row.value is not None:
        return "earlier" if common is not None and row.year < common else "current"
    return "suppressed" if row.status == SUPPRESSED else "no_data"

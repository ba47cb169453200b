"""Classes of a map: where one colour ends and the next begins, and whose figure is how old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from math import floor, log10
from typing import Final

from components.charts.plot import DECADE
from components.numbers import quantity
from components.wording import Wording
from data.records import SUPPRESSED, Observation, Series

CLASSES: Final = 6
"""Classes of colour; fewer when there are fewer different figures."""

RECENT: Final = 5
"""Years, this one among them, within which a figure is of late."""


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


def class_of(value: float, breaks: Sequence[float]) -> int:
    """The number of the class that holds a value."""
    return max(place for place, lower in enumerate(breaks) if value >= lower)


def shades_of(ramp: Sequence[str], count: int) -> tuple[str, ...]:
    """`count` steps spread over the seven of the ramp."""
    # One class takes the middle of the ramp: pale would read as "few".
    if count < 2:
        return tuple(ramp[3 : 3 + count])
    return tuple(ramp[round(step * (len(ramp) - 1) / (count - 1))] for step in range(count))


def class_label(breaks: Sequence[float], place: int, unit: str, wording: Wording) -> str:
    """A class in words: `4 % to less than 9 %`, the last `20 % and over`."""
    lower = quantity(breaks[place], unit, wording)
    if place + 1 == len(breaks):
        return wording.t("charts.map.over", lower=lower)
    upper = quantity(breaks[place + 1], unit, wording)
    return wording.t("charts.map.between", lower=lower, upper=upper)


def _round_down(value: float) -> float:
    """The value cut to two significant digits, towards minus infinity."""
    if value == 0:
        return 0.0
    digits = 1 - floor(log10(abs(value)))
    scale = Decimal(1).scaleb(-digits)
    return float((Decimal(str(value)) / scale).to_integral_value(ROUND_FLOOR) * scale)


@dataclass(frozen=True, slots=True)
class HonestYears:
    """How many areas have a figure, of which years, and how many have none.

    `first` and `last` are the oldest and newest year among the figures, None without one;
    `recent` counts those of the last five years, `old` those of ten years ago or more, `earlier`
    those from before the year asked for.
    """

    first: int | None
    last: int | None
    valued: int
    recent: int
    old: int
    earlier: int
    suppressed: int
    no_data: int


def honest_years(
    latest: Series, asked: int | None = None, *, this_year: int | None = None
) -> HonestYears:
    """The ages of the figures of `latest`, one row an area; nothing is old without `this_year`."""
    newest = {row.area: row for row in latest.observations}
    kinds = Counter(kind_of(row, asked) for row in newest.values())
    years = [row.year for row in newest.values() if row.value is not None]
    now = this_year if this_year is not None else max(years, default=0)
    return HonestYears(
        first=min(years, default=None),
        last=max(years, default=None),
        valued=len(years),
        recent=sum(year > now - RECENT for year in years),
        old=sum(is_old(year, this_year) for year in years),
        earlier=kinds["earlier"],
        suppressed=kinds["suppressed"],
        no_data=kinds["no_data"] + len({area.code for area in latest.areas} - newest.keys()),
    )


def is_old(year: int, this_year: int | None) -> bool:
    """Whether a figure of that year is ten years old or older."""
    return this_year is not None and year <= this_year - DECADE


def kind_of(row: Observation, common: int | None) -> str:
    """current, earlier, suppressed or no_data: how the map shows an observation."""
    if row.value is not None:
        return "earlier" if common is not None and row.year < common else "current"
    return "suppressed" if row.status == SUPPRESSED else "no_data"

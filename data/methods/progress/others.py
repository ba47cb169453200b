"""How other bodies would judge the same two figures. Second opinions, never the headline.

Each is computed by its published formula; where a zero target breaks the formula, the floor that
stands in for zero is part of the answer, because the class depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from data.methods.progress.assessment import (
    CLASS_FAIR,
    CLASS_ON_TRACK,
    CLASS_STAGNATION,
    MET,
    NOT_ASSESSED,
    Way,
    assess,
    yearly_change,
)

FLOORS: Final = (0.001, 0.1, 1.0)
"""What may stand for zero in a formula that divides by it, in the unit of the figures."""

ALMOST: Final = 1.0
"""Points from zero percent that Eustat takes for met."""

LIMITED: Final = "limited"
DETERIORATION: Final = "deterioration"
IMPROVING: Final = "improving"

METHODS: Final = ("unsd_2022", "statcan", "sdsn", "eustat")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one method says: `ratio` as its formula gives it, `floor` where it stands for zero."""

    method: str
    group: str
    ratio: float | None
    floor: float | None = None


def opinions(way: Way, *, percent: bool) -> tuple[Opinion, ...]:
    """What the other methods say of a way; `percent`: its figures are shares of a whole."""
    if not way.usable or way.last_year <= way.base_year:
        return ()
    found = [_statcan(way, floor) for floor in FLOORS]
    found.insert(0, _unsd_2022(way))
    found.append(_sdsn(way))
    if percent and way.target == 0:
        found.append(_eustat(way))
    return tuple(found)


def floored_ratio(way: Way, floor: float) -> float | None:
    """Observed over required compound rate, a zero target or base replaced by `floor`.

    The required rate is from the base year, as in Open SDG; positive is towards the target.
    """
    base, goal = way.base or floor, way.target or floor
    # As in the published code, a last figure of zero stays zero: the rate is then minus one.
    seen = float((way.last / base) ** (1 / (way.last_year - way.base_year))) - 1
    wanted = float((goal / base) ** (1 / (way.target_year - way.base_year))) - 1
    if wanted == 0:
        return None
    return -seen / abs(wanted)


def _statcan(way: Way, floor: float) -> Opinion:
    if way.last <= way.target:
        return Opinion("statcan", MET, None, floor)
    ratio = floored_ratio(way, floor)
    if ratio is None:
        return Opinion("statcan", NOT_ASSESSED, None, floor)
    steps = ((0.95, CLASS_ON_TRACK), (0.60, CLASS_FAIR), (0.0, LIMITED))
    group = next((name for least, name in steps if ratio >= least), DETERIORATION)
    return Opinion("statcan", group, ratio, floor)


def _unsd_2022(way: Way) -> Opinion:
    """The form of 2022: observed over required rate; a zero target has none."""
    yearly = yearly_change(way)
    if yearly is None or way.target <= 0:
        return Opinion("unsd_2022", NOT_ASSESSED, None)
    wanted = float((way.target / way.base) ** (1 / (way.target_year - way.base_year))) - 1
    if wanted == 0:
        return Opinion("unsd_2022", NOT_ASSESSED, None)
    ratio = yearly / wanted
    steps = ((0.95, CLASS_ON_TRACK), (0.5, CLASS_FAIR), (-0.1, LIMITED))
    group = next((name for least, name in steps if ratio > least), DETERIORATION)
    return Opinion("unsd_2022", group, ratio)


def _sdsn(way: Way) -> Opinion:
    """Straight yearly change over the change a year that is needed from the base year on."""
    if way.last <= way.target:
        return Opinion("sdsn", MET, None)
    needed = (way.target - way.base) / (way.target_year - way.base_year)
    if needed >= 0:
        return Opinion("sdsn", NOT_ASSESSED, None)
    ratio = (way.last - way.base) / (way.last_year - way.base_year) / needed
    steps = ((1.0, CLASS_ON_TRACK), (0.5, IMPROVING), (0.0, CLASS_STAGNATION))
    return Opinion("sdsn", next((n for least, n in steps if ratio >= least), DETERIORATION), ratio)


def _eustat(way: Way) -> Opinion:
    """As the headline, but within one point of zero percent it is met."""
    if way.last <= ALMOST:
        return Opinion("eustat", MET, None)
    found = assess(way)
    return Opinion("eustat", found.group, found.share)

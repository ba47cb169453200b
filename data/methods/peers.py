"""Which countries are alike: one part of the world, or near by a figure of one definition.

Likeness is no rank: the nearest few are kept and stand in the order of the alphabet. Figures of
unlike definitions, or more than five years apart, make no two countries alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log
from typing import Final, NamedTuple

from data.methods.comparability import estimated
from data.methods.comparability_key import series_part
from data.records import Area, Indicator, Observation

MOST: Final = 4
"""Countries in one group."""

YEARS_APART: Final = 5

REGION: Final = "region"


@dataclass(frozen=True)
class Likeness:
    """A kind of figure by which countries are near, and how near counts: a difference in the
    figure's unit, or with `times` how many times the smaller figure goes into the larger."""

    key: str
    measures: tuple[str, ...]
    apart: float
    times: bool = False


LIKENESSES: Final = (
    Likeness("development", ("HDI",), 0.05),
    Likeness("prevalence", ("child_labour", "child_labour_chores"), 4 / 3, times=True),
    Likeness("population", ("POP_5_17",), 2, times=True),
)
"""The first measure of which the country has a figure is the one it is near by."""

Held = Mapping[str, Mapping[str, Observation]]
"""By measure and area, the figure that speaks."""


class Peer(NamedTuple):
    """A country that is alike, with both figures; none where it is the region that is shared."""

    code: str
    other: Observation | None = None


@dataclass(frozen=True)
class Group:
    """Countries alike by one kind of likeness, by name; `measure` and `own` say by which figure."""

    key: str
    peers: tuple[Peer, ...]
    measure: str = ""
    own: Observation | None = None


def groups_of(
    area: Area, countries: Sequence[Area], held: Held, indicators: Mapping[str, Indicator]
) -> tuple[Group, ...]:
    """The groups that have somebody. `countries` are in the order in which they are to stand."""
    others = [other for other in countries if other.code != area.code]
    found = [_of_region(area, others, held)]
    found += [_near(area, others, held, one, indicators) for one in LIKENESSES]
    return tuple(group for group in found if group.peers)


def _kept(
    others: Sequence[Area], weight: Callable[[Area], tuple[float, ...] | None]
) -> Iterable[Area]:
    """The lightest few, in their own order; equal weights by that order too."""
    weighed = [
        (found, place) for place, other in enumerate(others) if (found := weight(other)) is not None
    ]
    return [others[place] for place in sorted(place for _, place in sorted(weighed)[:MOST])]


def _of_region(area: Area, others: Sequence[Area], held: Held) -> Group:
    """Of the sub-region: those of whom most is known, then those with as many children."""
    size = held.get("POP_5_17", {})
    own = size.get(area.code)

    def weight(other: Area) -> tuple[float, ...] | None:
        if not area.subregion or other.subregion != area.subregion:
            return None
        known = sum(
            any(other.code in held.get(measure, {}) for measure in one.measures)
            for one in LIKENESSES
        )
        # An island without people tells a reader nothing.
        return (-known, _ratio(own, size.get(other.code))) if known else None

    return Group(REGION, tuple(Peer(other.code) for other in _kept(others, weight)))


def _near(
    area: Area,
    others: Sequence[Area],
    held: Held,
    one: Likeness,
    indicators: Mapping[str, Indicator],
) -> Group:
    measure = next((m for m in one.measures if area.code in held.get(m, {})), "")
    if not measure:
        return Group(one.key, ())
    rows = held[measure]
    own = rows[area.code]

    def weight(other: Area) -> tuple[float, ...] | None:
        row = rows.get(other.code)
        if row is None or not may_be_set_beside(own, row, indicators):
            return None
        apart = _ratio(own, row) if one.times else _difference(own, row)
        return (apart,) if apart <= (log(one.apart) if one.times else one.apart) else None

    peers = tuple(Peer(other.code, rows[other.code]) for other in _kept(others, weight))
    return Group(one.key, peers, measure, own)


def may_be_set_beside(
    own: Observation, other: Observation, indicators: Mapping[str, Indicator]
) -> bool:
    """Whether two countries' figures have one definition and at most five years between them."""
    near = abs(own.year - other.year) <= YEARS_APART
    return near and _definition(own, indicators) == _definition(other, indicators)


def _definition(row: Observation, indicators: Mapping[str, Indicator]) -> tuple[str | bool, ...]:
    about = indicators[row.indicator]
    what = series_part(about, row.sex, row.age, row.dimension, row.category)
    if about.method == "survey":
        return (what, row.unit, estimated(row))
    # What is computed is computed anew in every edition.
    return (what, row.unit, row.source, row.vintage)


def _ratio(own: Observation | None, other: Observation | None) -> float:
    """How many times apart, as a logarithm; nothing is near zero but zero."""
    a = own.value if own else None
    b = other.value if other else None
    if a is None or b is None:
        return inf
    if a == b:
        return 0.0
    return abs(log(a / b)) if a > 0 and b > 0 else inf


def _difference(own: Observation, other: Observation) -> float:
    if own.value is None or other.value is None:
        return inf
    # Rounded, else 0.61 and 0.66 were more than 0.05 apart.
    return round(abs(own.value - other.value), 9)

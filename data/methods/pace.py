"""How fast a number fell, and how fast it would have to fall to be zero in time. Pure.

Plain arithmetic on a straight line: the newest figure divided by the years that remain, beside
the yearly difference between the two comparable figures. No projection and no publisher's claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from data.methods.change import COMPARABLE, Change


@dataclass(frozen=True, slots=True)
class Pace:
    """A year's fall, in the unit of the figures: `seen` from `first` to `last` (negative where the
    number rose), and `needed` from `last` to reach zero in `end`."""

    first: int
    last: int
    end: int
    value: float
    seen: float
    needed: float


def pace_to_zero(change: Change, end: int) -> Pace | None:
    """The pace that zero in `end` needs; None unless the change is comparable and `end` ahead."""
    first, last = change.first, change.last
    if change.strength != COMPARABLE or first is None or last is None or last.year >= end:
        return None
    before, now = Decimal(str(first.value)), Decimal(str(last.value))
    return Pace(
        first=first.year,
        last=last.year,
        end=end,
        value=float(now),
        seen=float((before - now) / (last.year - first.year)),
        needed=float(now / (end - last.year)),
    )

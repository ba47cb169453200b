"""Which mark of a timeline carries its label, on which side and level: nothing ever overlaps.

All lengths are rem at the plot's narrowest. Where it stands wider, marks move apart and labels,
which hang on their marks, with them: what is free of overlap stays so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from components.charts.text_width import text_width

GAP: Final = 0.25
"""Between a mark and its label."""
APART: Final = 0.4
"""Between a text and what stands beside it on its level."""
TARGET: Final = 1.5
"""What each may be clicked within, at the least (WCAG 2.2, 2.5.8: 24 pixels)."""

Side = Literal["", "right", "left", "start", "end"]
"""Where a label stands: beside its mark, inside a bar at its start or end, or nowhere."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What wants a place: from `start` to `end`, its sign at least `sign` wide in the middle.

    `labels` are what it may be called, the best first; the heavier `weight` is labelled first.
    """

    code: str
    start: float
    end: float
    labels: tuple[str, ...] = ()
    sign: float = 0.75
    weight: int = 1

    @property
    def left(self) -> float:
        """Where the sign or the span begins, whichever is further left."""
        return min(self.start, (self.start + self.end - self.sign) / 2)

    @property
    def right(self) -> float:
        """Where the sign or the span ends, whichever is further right."""
        return max(self.end, (self.start + self.end + self.sign) / 2)

    @property
    def reach(self) -> tuple[float, float]:
        """What a click may be meant for it within: left and right."""
        middle = (self.start + self.end) / 2
        return min(self.left, middle - TARGET / 2), max(self.right, middle + TARGET / 2)


@dataclass(frozen=True, slots=True)
class Placed:
    """A spot with its level, counted from the top, and its label, if it got one."""

    spot: Spot
    level: int = 0
    label: str = ""
    side: Side = ""

    @property
    def left(self) -> float:
        """Where sign, span and label together begin."""
        if self.side == "left":
            return self.spot.left - GAP - text_width(self.label)
        return self.spot.left

    @property
    def right(self) -> float:
        """Where sign, span and label together end."""
        if self.side == "right":
            return self.spot.right + GAP + text_width(self.label)
        return self.spot.right


class _Way(NamedTuple):
    """The best choice up to one spot: what it is worth, and what stands."""

    worth: float
    placed: tuple[Placed, ...]


def laid_out(spots: Iterable[Spot], width: float, most: int) -> tuple[Placed, ...]:
    """Every spot placed, in the order of their starts. What finds no room for its best label goes
    to a further level while there are fewer than `most`; on the last one it may have another
    label or none. Spots that cover each other may take more levels than that."""
    waiting = list(spots)
    levels: list[tuple[Placed, ...]] = []
    while len(levels) + 1 < most and len(waiting) > 1:
        levels.append(_chosen(waiting, width))
        taken = {one.spot.code for one in levels[-1]}
        waiting = [one for one in waiting if one.code not in taken]
    while waiting:
        here, waiting = _side_by_side(waiting)
        levels.append(_labelled(here, width))
        waiting = _squeezed(waiting, levels)
    levels = [placed for placed in levels if placed]
    found = (replace(one, level=number) for number, placed in enumerate(levels) for one in placed)
    return tuple(sorted(found, key=lambda one: (one.spot.start, one.spot.code)))


def _chosen(spots: Iterable[Spot], width: float) -> tuple[Placed, ...]:
    """The spots that are worth most together on one level, each with its best label."""
    best = [_Way(0.0, ())]
    for spot in sorted(spots, key=_order):
        following = list(best)
        for worth, placed in _ways(spot, width, spot.labels[:1]):
            if placed.side or not spot.labels:
                following += _followed(best, placed, worth + (not spot.labels))
        best = _without_worse(following)
    return max(best, key=lambda way: way.worth).placed


def _order(spot: Spot) -> tuple[float, str]:
    return spot.start + spot.end, spot.code


def _followed(ways: Iterable[_Way], placed: Placed, worth: float) -> list[_Way]:
    """The best of the ways that leave room for one more, with it."""
    fits = [way for way in ways if _clear(way.placed, placed)]
    if not fits:
        return []
    before = max(fits, key=lambda way: way.worth)
    return [_Way(before.worth + worth, (*before.placed, placed))]


def _without_worse(ways: Iterable[_Way]) -> list[_Way]:
    """Of ways that end with the same thing, the one that is worth most."""
    found: dict[Placed | None, _Way] = {}
    for way in ways:
        last = way.placed[-1] if way.placed else None
        if last not in found or found[last].worth < way.worth:
            found[last] = way
    return list(found.values())


def _side_by_side(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Spots that stand clear of each other, by place, and the rest; the heavier go first."""
    here: list[Spot] = []
    rest: list[Spot] = []
    for spot in sorted(spots, key=lambda one: (-one.weight, one.start, one.code)):
        clear = all(_beside(Placed(spot), Placed(one)) for one in here)
        (here if clear else rest).append(spot)
    return here, rest


def _ways(spot: Spot, width: float, labels: Sequence[str]) -> list[tuple[float, Placed]]:
    """How a spot may stand within the width, with what each way is worth: bare first."""
    ways = [(0.0, Placed(spot))]
    for place, label in enumerate(labels):
        worth = spot.weight * (1 - 0.3 * place)
        ways.append((worth, Placed(spot, 0, label, "right")))
        ways.append((worth - 0.01, Placed(spot, 0, label, "left")))
    return [way for way in ways if _within(way[1], width)]


def _within(placed: Placed, width: float) -> bool:
    """Whether the label, where there is one, stands within the plot."""
    if placed.side == "right":
        return placed.right <= width
    return placed.side != "left" or placed.left >= 0


def _labelled(spots: Iterable[Spot], width: float) -> tuple[Placed, ...]:
    """All spots on one level, with the labels that are worth most together."""
    best = [_Way(0.0, ())]
    for spot in sorted(spots, key=_order):
        ways = _ways(spot, width, spot.labels)
        best = [one for worth, placed in ways for one in _followed(best, placed, worth)]
    return max(best, key=lambda way: way.worth).placed


def _clear(before: Sequence[Placed], placed: Placed) -> bool:
    if not before:
        return True
    return _stand_apart(before[-1], placed)


def _stand_apart(west: Placed, east: Placed) -> bool:
    """Whether two stand side by side: no text over anything, and room to click each."""
    texts = west.side == "right" or east.side == "left"
    if west.right + (APART if texts else 0) > east.left:
        return False
    return west.spot.reach[1] <= east.spot.reach[0]


def _squeezed(waiting: Iterable[Spot], levels: list[tuple[Placed, ...]]) -> list[Spot]:
    """Spots that do without a label, put where there is room; what finds none is given back."""
    rest: list[Spot] = []
    for spot in sorted(waiting, key=lambda one: one.start):
        bare = Placed(spot)
        for number, placed in enumerate(levels):
            if all(_beside(bare, one) for one in placed):
                levels[number] = (*placed, bare)
                break
        else:
            rest.append(spot)
    return rest


def _beside(one: Placed, other: Placed) -> bool:
    return _stand_apart(one, other) or _stand_apart(other, one)


def bars_laid_out(
    bars: Iterable[Spot], before: Sequence[Placed], width: float
) -> tuple[Placed, ...]:
    """Bars behind the marks, each on the first level without another bar; a label stands inside,
    at the end or the start, where no mark or label of its level is in the way."""
    ends: list[float] = []
    found = []
    for bar in sorted(bars, key=lambda one: (one.start, one.code)):
        level = next((n for n, end in enumerate(ends) if end <= bar.start), len(ends))
        ends[level : level + 1] = [bar.end]
        there = [one for one in before if one.level == level]
        found.append(_named_inside(bar, level, there, width))
    return tuple(found)


def _named_inside(bar: Spot, level: int, there: Sequence[Placed], width: float) -> Placed:
    last = min(bar.end, width)
    for label in bar.labels:
        wide = text_width(label) + 2 * GAP
        ways: tuple[tuple[Side, float], ...] = (("end", last - wide), ("start", bar.start))
        for side, begins in ways:
            clear = all(
                begins + wide + APART <= one.left or one.right + APART <= begins for one in there
            )
            if clear and begins >= bar.start and begins + wide <= last:
                return Placed(bar, level, label, side)
    return Placed(bar, level)

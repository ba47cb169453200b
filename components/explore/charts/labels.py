"""Which texts of a plot find room: none covers another, a mark, or the edge, at either width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from components.charts.plot import Label, Mark
from components.explore.charts.axis import pixels

LINE: Final = 18
"""Pixels that a line of text is high."""

MARK: Final = 12
AWAY: Final = 12
"""Pixels between the middle of a mark and the text beside it."""

WIDE: Final = 600
NARROW: Final = 240
"""Pixels that a plot is wide at least, on a desk and on a phone."""


class Box(NamedTuple):
    """What something covers, in pixels from the left and the top."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> bool:
        """Whether two cover each other anywhere."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def box_of(label: Label, width: float, height: float) -> Box:
    """What a label covers in a plot of this size."""
    x, y = label.x * width / 100, label.y * height / 100
    wide = pixels(label.text) + 2
    if label.place in {"right", "left"}:
        left = x + AWAY if label.place == "right" else x - AWAY - wide
        return Box(left, y - LINE / 2, left + wide, y + LINE / 2)
    top = {"above": y - 8 - LINE, "below": y + 8}.get(label.place, y - LINE / 2)
    return Box(x - wide / 2, top, x + wide / 2, top + LINE)


def fitted(
    labels: Iterable[Sequence[Label]],
    marks: Iterable[Mark],
    height: float,
    *,
    wide: float = WIDE,
    narrow: float = NARROW,
    margin: float = 0,
) -> list[Label]:
    """For each mark the first of its labels that finds room, those named first before the others.

    A label that finds room only in a wide plot is said to be `wide`; one that finds none is left
    out, as the mark tells it on hover. `margin` is room at the right that a text may stand in.
    """
    dots = list(marks)
    taken = {width: [_dot(mark, width, height) for mark in dots] for width in (wide, narrow)}
    kept = []
    for ways in labels:
        for label in ways:
            free = [w for w in (wide, narrow) if _free(label, w, height, taken[w], margin)]
            if wide in free:
                kept.append(replace(label, wide=len(free) == 1))
                for width in free:
                    taken[width].append(box_of(label, width, height))
                break
    return kept


def _dot(mark: Mark, width: float, height: float) -> Box:
    x, y, half = mark.x * width / 100, mark.y * height / 100, MARK / 2
    return Box(x - half, y - half, x + half, y + half)


def _free(label: Label, width: float, height: float, taken: Sequence[Box], margin: float) -> bool:
    box = box_of(label, width, height)
    inside = box.left >= 0 and box.right <= width + margin and box.top >= -LINE
    return inside and not any(box.covers(other) for other in taken)


def spread(places: Sequence[float], gap: float, last: float) -> list[float]:
    """Places moved as little as needed to stand at least `gap` apart, between 0 and `last`, in
    the order given by their size."""
    order = sorted(range(len(places)), key=lambda n: places[n])
    found = [0.0] * len(places)
    floor = 0.0
    for number in order:
        found[number] = max(places[number], floor)
        floor = found[number] + gap
    ceiling = last
    for number in reversed(order):
        found[number] = min(found[number], ceiling)
        ceiling = found[number] - gap
    return found

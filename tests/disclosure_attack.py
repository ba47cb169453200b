"""An attack on a table with hidden counts: the exact range of each, by integer programs.

It shares no step with the rule it attacks: it knows only what is given out, that totals are sums,
that hidden counts are 1 or more (0 when zeros are hidden), and that `<k` means k-1 at most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

MOST = 10_000
"""Larger than any count in the tests, where nothing given out sets a bound."""

Cell = tuple[str, ...]
Span = tuple[int, int]


def spans(
    levels: Iterable[Iterable[str]], known: Mapping[Cell, Span], asked: Iterable[Cell]
) -> dict[Cell, Span]:
    """Smallest and largest count that each asked cell can have, given spans of known cells.

    `levels` are those of the leaves, one group a dimension; `_T` in a cell sums over them.
    """
    program = _Program(levels, known)

    def end(cell: Cell, sign: int) -> int:
        return int(program.part(cell) @ program.extreme(cell, sign))

    return {cell: (end(cell, 1), end(cell, -1)) for cell in asked}


def narrowed(
    levels: Iterable[Iterable[str]],
    known: Mapping[Cell, Span],
    truth: Mapping[Cell, int],
    asked: Iterable[Cell],
) -> set[Cell]:
    """The asked cells that have their true count in every table that agrees with what is known.

    As `spans`, in fewer programs: one other table that agrees speaks for every cell in which it
    differs from the true one.
    """
    program = _Program(levels, known)
    true = np.array([truth[leaf] for leaf in program.leaves])
    assert program.agrees(true), "what is published contradicts the counts"
    left, found = list(asked), set()
    while left:
        cell, *left = left
        other = program.extreme(cell, 1) - true
        if not program.part(cell) @ other:
            other = program.extreme(cell, -1) - true
        if not program.part(cell) @ other:
            found.add(cell)
        left = [each for each in left if not program.part(each) @ other]
    return found


class _Program:
    """Every table of whole counts that agrees with what is known."""

    def __init__(self, levels: Iterable[Iterable[str]], known: Mapping[Cell, Span]) -> None:
        self.leaves = list(product(*levels))
        self._rows = np.array([self.part(cell) for cell in known])
        self._lower, self._upper = (
            np.array([known[cell][end] for cell in known], float) for end in (0, 1)
        )

    def part(self, cell: Cell) -> np.ndarray:
        """Which leaves a cell sums, as ones and zeros."""
        inside = [
            all(c in ("_T", level) for c, level in zip(cell, leaf, strict=True))
            for leaf in self.leaves
        ]
        return np.array(inside, float)

    def agrees(self, table: np.ndarray) -> bool:
        """Whether these counts of leaves are as known."""
        sums = self._rows @ table
        return bool(
            table.min() >= 0 and (self._lower <= sums).all() and (sums <= self._upper).all()
        )

    def extreme(self, cell: Cell, sign: int) -> np.ndarray:
        """A table in which a cell is as small (1) or as large (-1) as can be."""
        found = milp(
            sign * self.part(cell),
            integrality=np.ones(len(self.leaves)),
            bounds=Bounds(0, MOST),
            constraints=LinearConstraint(self._rows, self._lower, self._upper),
        )
        assert found.status == 0, f"what is published contradicts itself: {found.message}"
        table = np.round(found.x)
        assert self.agrees(table)
        return table


def known_span(published: int | None, mark: str, *, zeros: bool = False) -> Span:
    """What a cell given out says: its count, or the bounds of its mark (`<5`, or none)."""
    if published is not None:
        return (published, published)
    least = 0 if zeros else 1
    return (least, int(mark.removeprefix("<")) - 1 if mark else MOST)

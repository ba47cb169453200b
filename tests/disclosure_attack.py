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
    leaves = list(product(*levels))

    def part(cell: Cell) -> np.ndarray:
        inside = [
            all(c in ("_T", level) for c, level in zip(cell, leaf, strict=True)) for leaf in leaves
        ]
        return np.array(inside, float)

    given = list(known)
    rows = np.array([part(cell) for cell in given])
    lower, upper = (np.array([known[cell][end] for cell in given], float) for end in (0, 1))
    constraints = LinearConstraint(rows, lower, upper)

    def end(cell: Cell, sign: int) -> int:
        found = milp(
            sign * part(cell),
            integrality=np.ones(len(leaves)),
            bounds=Bounds(0, MOST),
            constraints=constraints,
        )
        assert found.status == 0, f"what is published contradicts itself: {found.message}"
        return round(sign * found.fun)

    return {cell: (end(cell, 1), end(cell, -1)) for cell in asked}


def known_span(published: int | None, mark: str, *, zeros: bool = False) -> Span:
    """What a cell given out says: its count, or the bounds of its mark (`<5`, or none)."""
    if published is not None:
        return (published, published)
    least = 0 if zeros else 1
    return (least, int(mark.removeprefix("<")) - 1 if mark else MOST)

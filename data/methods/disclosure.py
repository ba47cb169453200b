"""Which counts of a table of cases are published, so that no small count can be worked out.

A count of 1 to k-1 is hidden (primary), and further counts with it (complementary) until no
subtraction, in any direction of the table, gives a hidden count away. The proof is by witnesses:
every protected cell is changed by some other whole table of counts that agrees with everything
published. A witness stays one when more is hidden, so one pass suffices, and nothing is solved.

The reader is taken to know all margins, k, that zeros are published and that a cell marked
`PRIMARY` is 1 to k-1. A small count whose mark would say too much (four cells of 1 to 4 that add
up to a cell of 1 to 4 are each 1) carries the mark `COMPLEMENTARY`, which says nothing of size.

Cost: a small cell covers fewer than k leaves, so it meets fewer than 4 k n moves, n the leaves
with cases; a move changes at most 4**d cells, d the dimensions. A table takes O(s k n 4**d)
steps, s its small cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Final, NamedTuple

from data.records import TOTAL

AGGREGATE_K: Final = 5
"""Smallest count shown in a table of counts, as UNODC and most statistics offices keep it."""
CASE_LEVEL_K: Final = 11
"""Smallest group in files of single cases, as the Counter-Trafficking Data Collaborative has it."""

PUBLISHED: Final = "published"
PRIMARY: Final = "primary"
COMPLEMENTARY: Final = "complementary"
SILENT: Final = "silent"
"""Never given out, not even as hidden: the level has no place in what is published."""

Cell = tuple[str, ...]
"""One level a dimension, `_T` where the dimension is summed over."""
Move = Mapping[Cell, int]
"""Change of each leaf."""


class Decision(NamedTuple):
    """What becomes of one cell: its count and one of the four codes above."""

    cases: int
    reason: str


class _Offer(NamedTuple):
    """What taking a move would cost; the smallest wins, and the order makes it one answer."""

    hidden_cases: int
    unmarked: int
    hidden_cells: int
    move: tuple[tuple[Cell, int], ...]


@dataclass
class Protection:
    """A table under protection: its counts, the reason code of each cell, and the witnesses."""

    k: int
    zeros: bool
    counts: dict[Cell, int]
    reasons: dict[Cell, str]
    leaves: tuple[Cell, ...]
    witnesses: dict[Cell, Move] = field(default_factory=dict)

    @property
    def decisions(self) -> dict[Cell, Decision]:
        """Every cell with its count and reason code, in the order of the cells."""
        return {c: Decision(self.counts[c], self.reasons[c]) for c in sorted(self.counts)}

    def hidden(self) -> dict[Cell, str]:
        """The cells that are shown as hidden, with `PRIMARY` or `COMPLEMENTARY`."""
        return {c: r for c, r in sorted(self.reasons.items()) if r in (PRIMARY, COMPLEMENTARY)}


def cells_above(leaf: Cell) -> tuple[Cell, ...]:
    """The cells that a leaf counts towards: itself and each margin, 2**d in all."""
    return tuple(product(*((level, TOTAL) for level in leaf)))


def with_margins(counts: Mapping[Cell, int], leaves: Iterable[Cell]) -> dict[Cell, int]:
    """Counts of the leaves and of every margin over them; a leaf that is not counted has 0."""
    whole: dict[Cell, int] = {}
    for leaf in leaves:
        for cell in cells_above(leaf):
            whole[cell] = whole.get(cell, 0) + counts.get(leaf, 0)
    return whole


def protect(
    counts: Mapping[Cell, int],
    *,
    k: int = AGGREGATE_K,
    zeros: bool = False,
    silent: frozenset[str] = frozenset(),
) -> Protection:
    """Decide for each cell of a table of counts, margins included.

    `counts` are whole numbers of cases by leaf; the table is the cross of the levels in them.
    `k` is the smallest count shown; with `zeros`, zero is hidden too. Cells with a level in
    `silent` are not given out at all, and small ones among them cannot be worked out either.
    Raises ValueError for k below 2, an empty table, a level `_T` or a negative count.
    """
    _refuse(counts, k)
    levels = [sorted(set(each)) for each in zip(*counts, strict=True)]
    cross = [tuple(leaf) for leaf in product(*levels)]
    whole = with_margins(counts, cross)
    small = range(0 if zeros else 1, k)
    reasons = {
        cell: SILENT if silent & set(cell) else PRIMARY if count in small else PUBLISHED
        for cell, count in whole.items()
    }
    leaves = tuple(leaf for leaf in cross if zeros or whole[leaf])
    table = Protection(k, zeros, whole, reasons, leaves)
    for cell in sorted(whole, key=lambda c: (c.count(TOTAL), c)):
        if whole[cell] in small and cell not in table.witnesses:
            _take(table, min(_offers(table, cell)).move)
    return table


def _refuse(counts: Mapping[Cell, int], k: int) -> None:
    if k < 2:
        raise ValueError(f"k is {k}; it must be 2 or more, or nothing would be hidden")
    if not counts:
        raise ValueError("a table without cells has nothing to protect")
    for cell, count in counts.items():
        if TOTAL in cell:
            raise ValueError(f"{cell} holds {TOTAL}: give the leaves, the margins are added")
        if count < 0:
            raise ValueError(f"{cell} counts {count}; a count is 0 or more")


def _offers(table: Protection, cell: Cell) -> Iterator[_Offer]:
    """Every move that changes `cell` and that could be made, with its cost; never none."""
    inside = [leaf for leaf in table.leaves if cell in cells_above(leaf)]
    for leaf in inside[: table.k]:
        for move in _moves(leaf, table.leaves):
            changes = _changes(move)
            if changes.get(cell) and (offer := _offer(table, move, changes)):
                yield offer


def _moves(leaf: Cell, leaves: tuple[Cell, ...]) -> Iterator[Move]:
    """One case more or fewer in `leaf`: alone, moved to another leaf, or round a cycle of them."""
    known = set(leaves)
    for step in (1, -1):
        yield {leaf: step}
        for other in leaves:
            if other == leaf:
                continue
            yield {leaf: step, other: -step}
            cycle = _cycle(leaf, other, step)
            if known.issuperset(cycle):
                yield cycle


def _cycle(leaf: Cell, other: Cell, step: int) -> Move:
    """The corners of the block between two leaves, with signs that leave its margins as they are.

    Two leaves that differ in one dimension give the plain move between them.
    """
    corners = product(
        *(((a, 1), (b, -1)) if a != b else ((a, 1),) for a, b in zip(leaf, other, strict=True))
    )
    move: dict[Cell, int] = {}
    for corner in corners:
        sign = step
        for _, factor in corner:
            sign *= factor
        move[tuple(level for level, _ in corner)] = sign
    return move


def _changes(move: Move) -> dict[Cell, int]:
    """The change of every cell, margins included; cells that stay as they are are left out."""
    changes: dict[Cell, int] = {}
    for leaf, step in move.items():
        for cell in cells_above(leaf):
            changes[cell] = changes.get(cell, 0) + step
    return {cell: change for cell, change in changes.items() if change}


def _offer(table: Protection, move: Move, changes: Mapping[Cell, int]) -> _Offer | None:
    """What the move costs, or None when a count would leave what its cell may be."""
    cases = unmarked = cells = 0
    for cell, change in changes.items():
        count = table.counts[cell]
        if count + change < _least(table, cell):
            return None
        if table.reasons[cell] == PUBLISHED:
            cases += count
            cells += 1
        elif table.reasons[cell] == PRIMARY and count + change >= table.k:
            unmarked += 1
    return _Offer(cases, unmarked, cells, tuple(sorted(move.items())))


def _least(table: Protection, cell: Cell) -> int:
    """The smallest count that a reader who knows the rule may think possible."""
    if table.counts[cell] >= table.k and table.reasons[cell] != SILENT:
        return table.k
    return 0 if table.zeros else 1


def _take(table: Protection, move: tuple[tuple[Cell, int], ...]) -> None:
    """Hide what the move changes; the move is now a witness for every one of these cells."""
    chosen = dict(move)
    for cell, change in _changes(chosen).items():
        reason = table.reasons[cell]
        if reason == PUBLISHED or (reason == PRIMARY and table.counts[cell] + change >= table.k):
            table.reasons[cell] = COMPLEMENTARY
        table.witnesses.setdefault(cell, chosen)

"""Whether the lines that a publisher prints under one form may be added.

UNODC prints "Other forms of exploitation" of some country-years on several lines without names.
Their sum may count a victim twice; one of them alone understates. They are added only where it is
proved: where the parts of that form by age, or by sex, are all known and equal the sum of the known
lines exactly, or where all forms together come within 2 % of the year's published total for some
count that the marks of hidden figures allow. Else the year's forms are not separable: no stack.

Pure: observations of one indicator, area and year in.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from data.methods.parts import LINES, is_total, most
from data.records import TOTAL, Observation

Proof = Literal["", "age", "sex", "total"]

WITHIN: Final = 0.02
"""Share of the published total by which all forms together may miss it."""

_FORM: Final = "form"


@dataclass(frozen=True, slots=True)
class Lines:
    """The unnamed lines of one form in one year, in the order of the publisher's file.

    `low` and `high` are what they can add up to; `proof` what shows that they may be added, empty
    where nothing does.
    """

    form: str
    rows: tuple[Observation, ...]
    low: float
    high: float
    proof: Proof

    @property
    def separable(self) -> bool:
        """Whether the forms of the year may be stacked, these lines added."""
        return bool(self.proof)

    @property
    def known(self) -> float:
        """The sum of the lines that are not hidden: what may be drawn."""
        return sum(row.value for row in self.rows if row.value is not None)


def lines_of(rows: Iterable[Observation]) -> Lines | None:
    """The lines of the whole population of one country-year; None where no form has several."""
    kept = tuple(rows)
    lines = sorted(
        (row for row in kept if row.dimension == LINES and _whole(row)),
        key=lambda row: row.category,
    )
    if not lines:
        return None
    form = lines[0].category.rpartition("_")[0]
    low, high = _least(lines), _most(lines)
    return Lines(form, tuple(lines), low, high, _proof(kept, form, low, high))


def _whole(row: Observation) -> bool:
    return (row.sex, row.age) == ("T", TOTAL)


def _least(rows: Sequence[Observation]) -> float:
    # A hidden count is 1 or more: zeros are published.
    return sum(row.value if row.value is not None else 1.0 for row in rows)


def _most(rows: Sequence[Observation]) -> float:
    return sum(map(most, rows))


def _proof(rows: Sequence[Observation], form: str, low: float, high: float) -> Proof:
    own = [row for row in rows if row.dimension == _FORM and row.category == form]
    exact = low == high
    if exact and _adds_up([row for row in own if row.sex == "T" and row.age != TOTAL], low):
        return "age"
    if exact and _adds_up([row for row in own if row.sex != "T"], low):
        return "sex"
    total = next((row for row in rows if is_total(row)), None)
    others = [r for r in rows if r.dimension == _FORM and r.category != form and _whole(r)]
    if total is not None and total.value and math.isfinite(high):
        margin = WITHIN * total.value
        least, largest = low + _least(others), high + _most(others)
        if least <= total.value + margin and largest >= total.value - margin:
            return "total"
    return ""


def _adds_up(parts: Sequence[Observation], whole: float) -> bool:
    values = [row.value for row in parts]
    return bool(values) and None not in values and sum(v for v in values if v is not None) == whole

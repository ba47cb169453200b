"""Which parts of a year agree with their total: detected victims by form, sex, age, citizenship.

Publishers print a total and, beside it, parts of several kinds. Parts that add up to more than
their total are impossible: they are told, never drawn. Parts that add up to less leave a rest that
nobody states. A suppressed figure may be anything its mark allows, so a sum is an interval, and
parts are called wrong only when no value within it fits. Nothing is ever filled in.

Pure: observations of one indicator and one area in, breakdowns out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from data.records import SUPPRESSED, TOTAL, Observation

By = Literal["form", "sex", "age", "citizenship"]
Verdict = Literal["equal", "less", "more", "denied", "empty", "no_total"]

KINDS: Final[tuple[By, ...]] = ("form", "sex", "age", "citizenship")

WHOLE: Final[frozenset[By]] = frozenset({"form", "sex", "age"})
"""Kinds whose parts are meant to make up the total. Citizenship names nationals, stateless and
unknown only: its parts may be fewer than the total, never more."""

IMPOSSIBLE: Final[frozenset[Verdict]] = frozenset({"more", "denied"})

FORMS: Final = 3
"""Forms of exploitation that the publisher tells apart: all of them at zero deny the total."""

_BELOW: Final = re.compile(r"<\s*(\d+)")
_CITIZENSHIP: Final = "citizenship"
_FORM: Final = "form"
LINES: Final = "form_line"
"""The dimension of lines that one publisher prints under one form, without a name of their own."""

_RECORDED: Final = "sex_recorded"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of one kind in one year, and how their sum stands to the year's total.

    `low` and `high` are the least and the most that the parts can add up to. `verdict`: equal;
    less (a rest is not stated); more (impossible); denied (every form is reported as zero beside a
    total that is not: impossible too); empty (zeros filled in for a question that was not
    answered); no_total.
    """

    by: By
    year: int
    rows: tuple[Observation, ...]
    total: Observation | None
    low: float
    high: float
    verdict: Verdict

    @property
    def exact(self) -> bool:
        """Whether every part has a figure and they add up to the total's figure."""
        return (
            self.verdict == "equal"
            and self.total is not None
            and all(row.value is not None for row in (*self.rows, self.total))
        )


@dataclass(frozen=True, slots=True)
class YearParts:
    """One year: its published total, if any, and its breakdowns in the order of KINDS."""

    year: int
    total: Observation | None
    breakdowns: tuple[Breakdown, ...]

    def by(self, kind: By) -> Breakdown | None:
        """The breakdown of one kind; None when the year has none."""
        return next((found for found in self.breakdowns if found.by == kind), None)

    @property
    def impossible(self) -> tuple[Breakdown, ...]:
        """Breakdowns that cannot be true beside the total."""
        return tuple(found for found in self.breakdowns if found.verdict in IMPOSSIBLE)

    @property
    def differing(self) -> tuple[Breakdown, ...]:
        """Breakdowns that should make up the total and do not, and parts larger than it."""
        return tuple(
            found
            for found in self.breakdowns
            if found.verdict in IMPOSSIBLE or (found.verdict == "less" and found.by in WHOLE)
        )

    @property
    def apart(self) -> float:
        """How many times the total the largest sum is; 0 without anything impossible."""
        if self.total is None or not self.impossible:
            return 0.0
        return max(found.low for found in self.impossible) / max(most(self.total), 1.0)


def is_total(row: Observation) -> bool:
    """Whether a row is the published total of its year."""
    return (row.dimension, row.sex, row.age) == (TOTAL, "T", TOTAL)


def kind_of(row: Observation) -> By | None:
    """Which breakdown a row is a part of; None for totals and parts of parts."""
    if row.dimension in {_FORM, _CITIZENSHIP, _RECORDED}:
        if (row.sex, row.age) != ("T", TOTAL):
            return None
        if row.dimension == _RECORDED:
            return "sex"
        return "form" if row.dimension == _FORM else "citizenship"
    if row.dimension != TOTAL or is_total(row):
        return None
    if row.age == TOTAL:
        return "sex"
    return "age" if row.sex == "T" else None


def parts_by_year(rows: Iterable[Observation]) -> tuple[YearParts, ...]:
    """Every year that has a row, oldest first."""
    years: dict[int, list[Observation]] = {}
    for row in rows:
        years.setdefault(row.year, []).append(row)
    return tuple(_year(year, years[year]) for year in sorted(years))


def _year(year: int, rows: Sequence[Observation]) -> YearParts:
    total = next((row for row in rows if is_total(row)), None)
    found = []
    for kind in KINDS:
        own = tuple(row for row in rows if kind_of(row) == kind)
        if own:
            found.append(_breakdown(kind, year, own, total))
    return YearParts(year, total, tuple(found))


def _breakdown(
    kind: By, year: int, rows: tuple[Observation, ...], total: Observation | None
) -> Breakdown:
    low, high = sum(map(_low, rows)), sum(map(most, rows))
    return Breakdown(kind, year, rows, total, low, high, _verdict(kind, rows, low, high, total))


def _verdict(
    kind: By, rows: Sequence[Observation], low: float, high: float, total: Observation | None
) -> Verdict:
    if total is None:
        return "empty" if high == 0 and len(rows) < FORMS else "no_total"
    if low > most(total):
        return "more"
    if high >= _low(total):
        return "equal"
    if high > 0:
        return "less"
    # Zeros are filled in for forms that a State was not asked about; all three are an answer.
    return "denied" if kind == "form" and len(rows) >= FORMS else "empty"


def _low(row: Observation) -> float:
    return row.value if row.value is not None else 0.0


def most(row: Observation) -> float:
    """The most a figure can be: itself, or one below the mark of a suppressed one."""
    if row.value is not None:
        return row.value
    if row.status != SUPPRESSED:
        return 0.0
    mark = _BELOW.search(row.suppressed)
    return float(mark.group(1)) - 1 if mark else math.inf

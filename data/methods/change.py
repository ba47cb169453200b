"""What changed between the first and the last comparable figure, or why nothing can be said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from data.methods.comparability import TREND_YEARS, comparable_runs, projected, why_not
from data.records import TOTAL, Observation


@dataclass(frozen=True, slots=True)
class Change:
    """Two comparable figures and the way between them, or the reason code why there is none.

    `difference` is last minus first in the unit of the figures (points for percent), exact.
    `relative` is the same in percent of the first, None when the first is zero.
    With a `reason` (see comparability.REASONS) `first`, `difference` and `relative` are None;
    `last` is then the latest figure, or None when there is no figure at all.
    """

    first: Observation | None
    last: Observation | None
    difference: float | None
    relative: float | None
    reason: str


def _preferred(row: Observation) -> tuple[bool, bool, bool]:
    return (row.sex == "T", row.dimension == TOTAL, row.category == TOTAL)


def latest(observations: Iterable[Observation]) -> Observation | None:
    """The newest figure, totals before parts of the same year; None when there is no figure.

    Absences and projections are passed over.
    """
    valued = [row for row in observations if row.value is not None and not projected(row)]
    return max(valued, key=lambda row: (row.year, _preferred(row)), default=None)


def change(observations: Iterable[Observation], *, method: str = "survey") -> Change:
    """The change over the comparable run that ends last (the longer one when two end together).

    Only a run of at least three years counts; otherwise the reason compares the newest figure with
    the one before it. `method` is the indicator's.
    """
    rows = tuple(row for row in observations if not projected(row))
    runs = [
        run
        for run in comparable_runs(rows, method=method)
        if run[-1].year - run[0].year >= TREND_YEARS
    ]
    newest = latest(rows)
    if not runs:
        return Change(None, newest, None, None, _reason(rows, newest, method))
    run = max(runs, key=lambda run: (_preferred(run[0]), run[-1].year, -run[0].year))
    first, last = run[0], run[-1]
    assert first.value is not None and last.value is not None
    before, after = Decimal(str(first.value)), Decimal(str(last.value))
    relative = float((after - before) / before * 100) if before else None
    return Change(first, last, float(after - before), relative, "")


def _reason(rows: Iterable[Observation], newest: Observation | None, method: str) -> str:
    if newest is None:
        return "too_few"
    earlier = [row for row in rows if row.value is not None and row.year < newest.year]
    if not earlier:
        return "too_few"
    same = (newest.sex, newest.dimension, newest.category)
    before = max(
        earlier,
        key=lambda row: ((row.sex, row.dimension, row.category) == same, row.year),
    )
    return why_not(before, newest, method=method) or "too_close"

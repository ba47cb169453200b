"""Which figures of a country may be judged at all: the gate before any trend, and what it lets by.

Only figures that one definition, age, method and named survey programme hold together, three years
apart or more. What fails is not assessed, and the reason is told. Global estimates are never
spliced with national surveys, and detected victims are never judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data.methods.change import (
    COMPARABLE,
    DETECTION,
    NOTHING_KNOWN,
    Knowledge,
    assess,
    change,
    comparable_stretch,
    measure_of_run,
    run_strength,
)
from data.methods.progress.assessment import NOT_ASSESSED, Assessment, Way
from data.methods.progress.assessment import assess as assess_way
from data.methods.progress.outlook import Interval, Outlook, outlook, too_old
from data.methods.progress.paces import Pace, compound, straight
from data.methods.selection import Measure, history, representative
from data.records import NationalSeries, Observation

SPAN: Final = 3
"""Years between the first and the last figure below which no pace is judged."""

BASE: Final = 2015
BASE_FROM: Final = 2014
"""The first year that can stand for the base year 2015."""

TARGET_YEAR: Final = 2030
DUE: Final = 2025
"""The year by which the target says that child labour ends."""

FLOOR: Final = 1.0
"""Percent to which a rate of reduction is stated, since none leads to zero."""

GATE: Final = ("detection", "too_close", "weak_run", "too_old")
"""Reasons of the gate beside those of a change."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One series of a country and what can be said of it.

    `points` are the comparable figures, oldest first; empty where `reasons` say why nothing is
    judged. `way` is from the base to the last of them. `old`: too old to be carried on.
    """

    code: str
    points: tuple[Observation, ...]
    reasons: tuple[str, ...]
    way: Way | None = None
    assessment: Assessment = Assessment(NOT_ASSESSED)
    compound: Pace | None = None
    straight: Pace | None = None
    outlook: Outlook | None = None
    old: bool = False

    @property
    def evidence(self) -> str:
        """strong (three points since the base year, with intervals), medium (two), weak."""
        since = [row for row in self.points if row.year >= BASE_FROM]
        if len(since) >= 3 and all(_interval(row) for row in since):
            return "strong"
        return "medium" if len(since) >= 2 else "weak"


def judged(
    measure: Measure,
    rows: Sequence[Observation],
    *,
    this_year: int,
    method: str = "survey",
    known: Knowledge = NOTHING_KNOWN,
) -> Judged:
    """What can be said of one area's measure; `rows` are of one area."""
    if any(code.startswith(DETECTION) for code in measure.indicators):
        return Judged(measure.code, (), ("detection",))
    points = comparable_points(measure, rows, method=method, known=known)
    if not points:
        found = change(measure, rows, method=method, known=known)
        return Judged(measure.code, (), found.reasons or ("too_close",))
    return _of_points(measure.code, points, this_year)


def judged_run(
    run: NationalSeries, rows: Sequence[Observation], *, this_year: int, theme: str = "child_labour"
) -> Judged:
    """The same of a national office's own run, over the years that the office compares."""
    if run_strength(run) != COMPARABLE:
        return Judged(run.code, (), ("weak_run",))
    compared = [row for row in rows if row.year in run.comparable]
    known = Knowledge(runs={(run.area, run.code): COMPARABLE})
    return judged(measure_of_run(run, theme), compared, this_year=this_year, known=known)


def comparable_points(
    measure: Measure,
    rows: Sequence[Observation],
    *,
    method: str = "survey",
    known: Knowledge = NOTHING_KNOWN,
) -> tuple[Observation, ...]:
    """The surveys of the newest comparable stretch, oldest first, each comparable with its last.

    Only of the population that speaks: a part of it never stands for the whole.
    """
    spoken = representative(measure, rows)
    if spoken is None:
        return ()
    whole = [row for row in rows if (row.age, row.sex) == (spoken.row.age, spoken.row.sex)]
    stretch = comparable_stretch(measure, whole, method=method, known=known)
    if stretch is None or stretch.first is None or stretch.last is None:
        return ()
    first, last = stretch.first, stretch.last
    return (
        *(
            survey.row
            for survey in history(measure, whole)
            if first.year <= survey.row.year < last.year
            and assess(survey.row, last, measure=measure, method=method, known=known)[0]
            == COMPARABLE
        ),
        last,
    )


def way_of(points: Sequence[Observation]) -> Way | None:
    """From the base to the last: the first figure of 2014 or later that is far enough away, else
    the newest before. None where no two figures are."""
    if not points:
        return None
    last = points[-1]
    far = [row for row in points if last.year - row.year >= SPAN and row.value is not None]
    if not far or last.value is None:
        return None
    since = [row for row in far if row.year >= BASE_FROM]
    base = since[0] if since else far[-1]
    return Way(base.year, float(base.value or 0.0), last.year, float(last.value), TARGET_YEAR)


def _of_points(code: str, points: tuple[Observation, ...], this_year: int) -> Judged:
    way = way_of(points)
    if way is None:
        return Judged(code, points, ("too_close",))
    since = [(r.year, float(r.value or 0.0)) for r in points if r.year >= way.base_year]
    old = too_old(way.last_year, this_year)
    base = next(row for row in points if row.year == way.base_year)
    # A class is a course to 2030: from a figure that is too old none is drawn, so none is given.
    found = (
        Assessment(NOT_ASSESSED, "too_old") if old and way.last > way.target else assess_way(way)
    )
    return Judged(
        code,
        points,
        ("too_old",) if found.reason == "too_old" else (),
        way,
        found,
        compound(way, FLOOR if points[-1].unit == "PERCENT" else 0.0, since),
        straight(way),
        None if old else outlook(way, first=_interval(base), last=_interval(points[-1])),
        old,
    )


def _interval(row: Observation) -> Interval | None:
    if row.lower is None or row.upper is None:
        return None
    return Interval(row.lower, row.upper)

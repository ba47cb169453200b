"""What the headline measures say of one country: who speaks, its history, its change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from components.country.answers import CountryAnswers
from data.methods.change import (
    COMPARABLE,
    STRENGTHS,
    Change,
    change,
    comparable_stretch,
    run_change,
    run_strength,
)
from data.methods.selection import (
    Measure,
    Representative,
    Survey,
    headlines,
    history,
    representative,
)
from data.records import Indicator, NationalSeries, Observation, Series

NATIONAL = (
    "NATIONAL_CHILD_LABOUR_RATE",
    "NATIONAL_CHILD_LABOUR_NUMBER",
    "NATIONAL_WORKING_CHILDREN_RATE",
    "NATIONAL_WORKING_CHILDREN_NUMBER",
)
"""National offices' measures, the nearest to child labour first. Each run is apart."""


def rows_of(answers: CountryAnswers, measure: Measure) -> tuple[Observation, ...]:
    """Every row of the country that the measure may look at."""
    held = (answers.series(code) for code in measure.indicators)
    return tuple(row for series in held if series for row in series.observations)


def series_of(answers: CountryAnswers, measure: Measure) -> tuple[Series, ...]:
    """The country's Series of the measure's indicators, narrowed to its population."""
    found = []
    for code in measure.indicators:
        series = answers.series(code)
        if series is None:
            continue
        kept = series.only(
            row
            for row in series.observations
            if row.category == measure.category and row.dimension == measure.dimension
        )
        if kept:
            found.append(kept)
    return tuple(found)


def spoken_of(answers: CountryAnswers, code: str) -> Representative | None:
    """The figure that speaks for the country by a headline measure."""
    measure = headlines()[code]
    return representative(measure, rows_of(answers, measure))


def history_of(answers: CountryAnswers, code: str) -> tuple[Survey, ...]:
    """The surveys behind a headline measure, oldest first."""
    measure = headlines()[code]
    return history(measure, rows_of(answers, measure))


def change_of(answers: CountryAnswers, code: str) -> Change:
    """The change of a headline measure to its newest figure."""
    measure = headlines()[code]
    about = answers.indicators.get(measure.indicators[0])
    method = about.method if about else "survey"
    return change(measure, rows_of(answers, measure), method=method, known=answers.knowledge)


def stretch_of(answers: CountryAnswers, code: str) -> Change | None:
    """The newest comparable stretch of a headline measure, if it ends before the newest figure."""
    measure = headlines()[code]
    return comparable_stretch(measure, rows_of(answers, measure), known=answers.knowledge)


def about_of(answers: CountryAnswers, row: Observation) -> Indicator:
    """The description of a row's indicator."""
    return answers.indicators[row.indicator]


@dataclass(frozen=True)
class NationalRun:
    """One office's run with its figures of both sexes, oldest first, and what they say."""

    run: NationalSeries
    rows: tuple[Observation, ...]
    change: Change

    @property
    def newest(self) -> Observation:
        """The newest figure."""
        return self.rows[-1]

    @property
    def strength(self) -> str:
        """How far its years compare."""
        return run_strength(self.run)


def national_runs(answers: CountryAnswers) -> tuple[NationalRun, ...]:
    """The country's own runs, the one that tells most of child labour first.

    Child labour before working children, comparable before single points, the whole country before
    a part of it, then the newest and the longest.
    """
    found = []
    for run in answers.runs:
        if run.indicator not in NATIONAL:
            continue
        series = answers.series(run.indicator)
        rows = tuple(
            sorted(
                (
                    row
                    for row in (series.observations if series else ())
                    if row.category == run.code and row.sex == "T" and row.value is not None
                ),
                key=lambda row: row.year,
            )
        )
        if rows:
            found.append(NationalRun(run, rows, _run_change(run, rows)))
    return tuple(sorted(found, key=_weight))


def _run_change(run: NationalSeries, rows: Sequence[Observation]) -> Change:
    """The change over the years that the office compares; without any, the newest figure alone."""
    found = run_change(run, rows)
    if found.last is not None:
        return found
    alone = "one_survey" if len(rows) == 1 else "different_survey"
    return Change("", (alone,), None, rows[-1])


def _weight(one: NationalRun) -> tuple[int, ...]:
    stated = STRENGTHS.index(one.strength) if one.change.first is not None else len(STRENGTHS)
    return (
        NATIONAL.index(one.run.indicator) // 2,
        stated,
        one.run.scope != "national",
        NATIONAL.index(one.run.indicator),
        -one.newest.year,
        -len(one.rows),
    )


def comparable_national(answers: CountryAnswers) -> NationalRun | None:
    """The first of the office's own runs that states a comparable change."""
    return next((one for one in national_runs(answers) if one.change.strength == COMPARABLE), None)


def of_sexes(rows: Sequence[Observation], spoken: Observation) -> tuple[Observation, ...]:
    """The rows of girls and boys that stand beside a figure of both sexes, girls first."""
    figure = attrgetter("indicator", "year", "age", "category", "source", "survey")
    beside = [
        row
        for row in rows
        if row.sex in {"F", "M"} and row.value is not None and figure(row) == figure(spoken)
    ]
    return tuple(sorted(beside, key=lambda row: row.sex))

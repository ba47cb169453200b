"""Surveys of one measure as the points of a line, and how far each compares with the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components import numbers
from components.charts.plot import DECADE
from components.charts.selection import hover
from components.country.answers import CountryAnswers
from components.country.parts.measures import of_sexes
from components.country.parts.survey_charts import Point, SeriesLine
from components.wording import Wording
from data.methods.change import assess
from data.methods.selection import Measure, Survey
from data.records import Observation, Series


def tip_of(row: Observation, series: Series, wording: Wording) -> str:
    """What a mark tells on hover: the figure as published, with survey, flags and source."""
    return hover(row, series, wording).replace("<br>", "\n")


def point_of(
    row: Observation,
    rows: Sequence[Observation],
    answers: CountryAnswers,
    wording: Wording,
    today: date,
) -> Point:
    """One survey's figure with those of girls and boys that stand beside it in `rows`."""
    series = answers.figures[row.indicator]
    return Point(
        row.year,
        row.value or 0.0,
        numbers.read_figure(row, series.indicator, wording),
        tip_of(row, series, wording),
        tuple(
            (one.sex, one.value or 0.0, tip_of(one, series, wording)) for one in of_sexes(rows, row)
        ),
        old=today.year - row.year >= DECADE,
    )


def joins_of(
    surveys: Sequence[Survey], measure: Measure, answers: CountryAnswers
) -> tuple[str, ...]:
    """The strength between each survey and the next."""
    return tuple(
        assess(
            before.row,
            after.row,
            measure=measure,
            known=answers.knowledge,
            rivals=bool(before.rivals or after.rivals),
        )[0]
        for before, after in zip(surveys, surveys[1:], strict=False)
    )


def line_of(
    name: str,
    surveys: Sequence[Survey],
    measure: Measure,
    rows: Sequence[Observation],
    answers: CountryAnswers,
    wording: Wording,
    today: date,
) -> SeriesLine:
    """The surveys as one line under a name."""
    points = tuple(point_of(one.row, rows, answers, wording, today) for one in surveys)
    return SeriesLine(name, points, joins_of(surveys, measure, answers))

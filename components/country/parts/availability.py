"""What exists of a country year by year, and how far it is broken down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.cards import Card, SourceLine, csv_address
from components.charts.plot import (
    Label,
    Mark,
    Plot,
    Shape,
    Tick,
    percent_of,
    plot_html,
    year_axis,
    year_steps,
)
from components.country.answers import CountryAnswers
from components.country.parts.picking import years_of
from components.country.parts.shown import SHOWN
from components.markup import render
from components.wording import Wording
from data.methods.comparability import estimated, projected
from data.methods.selection import headlines, surveys
from data.records import SUPPRESSED, TOTAL, Observation, Series

CODES: Final = tuple(SHOWN["knowledge"]["indicators"])
"""What a country's knowledge of Target 8.7 rests on, by theme."""


@dataclass(frozen=True)
class Line:
    """One line of the calendar: which indicators it stands for, of one age where one is named.

    `always`: it stays when nothing is held. `next_best`: it comes only where little else is held.
    """

    key: str
    codes: tuple[str, ...]
    age: str = ""
    always: bool = False
    next_best: bool = False


LINES: Final = tuple(Line(**line | {"codes": tuple(line["codes"])}) for line in SHOWN["calendar"])

ENOUGH: Final = 6
"""Lines that fill the calendar; below it the next best is shown."""

FIRST_YEAR: Final = 2005
LAST_YEAR: Final = 2025
LINE_HEIGHT: Final = 26
NAMES_WIDTH: Final = 150

SHAPES: Final[Mapping[str, tuple[Shape, bool]]] = {
    "reported": ("square", False),
    "estimated": ("circle", True),
    "suppressed": ("dot", False),
}
"""How a year's state is drawn, the fullest first; what has none here has words in the table."""


@dataclass(frozen=True)
class Drawn:
    """A line of the calendar with the state of each of its years."""

    line: Line
    states: Mapping[int, str]

    def latest(self) -> int | None:
        """The newest year that has a figure, counted, surveyed or estimated."""
        years = [year for year, state in self.states.items() if state != "suppressed"]
        return max(years, default=None)


def calendar(answers: CountryAnswers) -> tuple[Drawn, ...]:
    """The lines that are shown, in order."""
    drawn = [Drawn(line, _states(answers, line)) for line in LINES]
    own = [one for one in drawn if not one.line.next_best and (one.states or one.line.always)]
    more = [one for one in drawn if one.line.next_best and one.states]
    return (*own, *more[: max(ENOUGH - len(own), 0)])


def _states(answers: CountryAnswers, line: Line) -> dict[int, str]:
    rows = [
        row
        for series in map(answers.series, line.codes)
        if series is not None
        for row in series.observations
        if line.age in {"", row.age}
    ]
    order = list(SHAPES)
    found: dict[int, str] = {}
    for row in _once(rows):
        state = _state(row)
        if state:
            before = found.get(row.year, state)
            found[row.year] = min(before, state, key=order.index)
    return dict(sorted(found.items()))


def _state(row: Observation) -> str:
    """A key of SHAPES; empty for what was not reported, not collected or does not apply."""
    if row.value is None:
        return "suppressed" if row.status == SUPPRESSED else ""
    return "estimated" if estimated(row) or projected(row) else "reported"


def _once(rows: Iterable[Observation]) -> list[Observation]:
    """The rows, a survey that stands under two publishers or two years only once.

    A survey of both definitions is one survey too: it stands in the year of the narrower one.
    """
    kept = list(rows)
    placed: set[int] = set()
    for code in ("child_labour", "child_labour_chores"):
        measure = headlines()[code]
        own = [r for r in kept if r.indicator in measure.indicators and r.value is not None]
        kept = [r for r in kept if r.indicator not in measure.indicators or r.value is None]
        whole = [r for r in own if r.sex == "T"]
        for age in dict.fromkeys(row.age for row in whole):
            for survey in surveys(measure, (r for r in whole if r.age == age)):
                years = {row.year for row in (survey.row, *survey.rows)}
                year = min(placed & years, default=survey.row.year)
                placed.add(year)
                kept.append(survey.row._replace(year=year))
    return kept


def availability_card(answers: CountryAnswers, wording: Wording, this_year: int) -> Card:
    """The calendar of what exists, and the complete table in a fold."""
    held = [
        answers.series(code) or Series(answers.indicators[code], (answers.area,), (), ())
        for code in CODES
        if code in answers.indicators
    ]
    filled = [series for series in held if years_of(series.observations)]
    drawn = calendar(answers)
    title = calendar_title(drawn, wording)
    body = render(
        "country_availability.html",
        plot=plot_html(calendar_plot(drawn, title, wording)),
        columns=_span(drawn)[1] - _span(drawn)[0] + 1,
        shapes=SHAPES,
        rows=[_table_row(series, wording, this_year) for series in held],
        count=numbers.number(len(held), wording),
        filled=numbers.number(len(filled), wording),
        t=wording.t,
    )
    return Card(
        key="availability",
        label=wording.t("country.availability.label", country=answers.area.name),
        title=title,
        theme="context",
        body=body,
        sources=(SourceLine(wording.t("country.availability.all_sources"), "#sources"),),
        csv=csv_address(filled, answers.area.code) if filled else "",
    )


def calendar_title(drawn: tuple[Drawn, ...], wording: Wording) -> str:
    """When children were last surveyed, and when the justice system last gave a count."""
    latest = {one.line.key: one.latest() for one in drawn}
    parts = [
        _newest(("child_labour", "at_work_7_14", "at_work_15_17"), "no_survey", latest, wording),
        _newest(("convicted", "victims"), "no_count", latest, wording),
    ]
    text = wording.t("country.two_answers", one=parts[0], two=parts[1])
    return text[:1].upper() + text[1:]


def _newest(
    keys: tuple[str, ...], nothing: str, latest: Mapping[str, int | None], wording: Wording
) -> str:
    for key in keys:
        year = latest.get(key)
        if year is not None:
            return wording.t(f"country.availability.latest.{key}", year=year)
    return wording.t(f"country.availability.{nothing}")


def _span(drawn: Iterable[Drawn]) -> tuple[int, int]:
    """First and last year of the axis; the next best never widens it."""
    years = [year for one in drawn if not one.line.next_best for year in one.states]
    return min([FIRST_YEAR, *years]), max([LAST_YEAR, *years])


def calendar_plot(drawn: tuple[Drawn, ...], alt: str, wording: Wording) -> Plot:
    """The lines over the years; a line without a figure says so."""
    first, last = _span(drawn)
    marks: list[Mark] = []
    labels: list[Label] = []
    rows: list[Tick] = []
    for place, one in enumerate(drawn):
        y = percent_of(place + 0.5, 0, len(drawn))
        name = wording.t(f"country.availability.line.{one.line.key}")
        rows.append(Tick(y, name))
        if not one.states:
            labels.append(Label(0, y, wording.t("country.availability.nothing"), colour="muted"))
        for year, state in one.states.items():
            if year < first:
                continue
            shape, hollow = SHAPES[state]
            tip = wording.t(
                "country.availability.tip",
                what=name,
                year=year,
                state=wording.t(f"country.availability.state.{state}"),
            )
            x = percent_of(year, first - 0.5, last + 0.5)
            marks.append(Mark(x, y, "context", tip, shape, hollow))
    return Plot(
        alt,
        LINE_HEIGHT * len(drawn),
        marks=marks,
        labels=labels,
        x_ticks=[
            Tick(percent_of(year, first - 0.5, last + 0.5), str(year))
            for year in year_steps(first, last, 7)
        ],
        rows=rows,
        left=NAMES_WIDTH,
        x_grid=True,
        years=year_axis(first, last, first - 0.5, last + 0.5),
    )


def _table_row(series: Series, wording: Wording, this_year: int) -> tuple[str, str, str]:
    """An indicator, the years that have a figure, and how far it is broken down."""
    name = wording.of(series.indicator, "short")
    years = years_of(series.observations)
    suppressed = sum(row.status == SUPPRESSED for row in series.observations)
    hidden = (
        [wording.t("country.availability.suppressed", count=numbers.number(suppressed, wording))]
        if suppressed
        else []
    )
    if not years:
        absent = {numbers.figure(row, series.indicator, wording) for row in series.observations}
        said = wording.t("sentence.comma").join(sorted(absent))
        return name, said or wording.t("country.availability.nothing"), ""
    text = wording.t(
        "country.availability.years",
        count=numbers.number(len(years), wording),
        span=numbers.year_range(years[0], years[-1], wording),
        ago=numbers.number(this_year - years[-1], wording),
    )
    parts = _parts(series.observations, wording)
    return name, text, wording.t("sentence.separator").join([parts, *hidden])


def _parts(rows: Iterable[Observation], wording: Wording) -> str:
    kept = [row for row in rows if row.value is not None]
    present = {
        "sex": any(row.sex != "T" for row in kept),
        "age": len({row.age for row in kept}) > 1,
        "part": any(row.category != TOTAL for row in kept),
    }
    words = [
        wording.t(f"country.availability.by.{name}") for name, is_so in present.items() if is_so
    ]
    return wording.t("sentence.comma").join(words) or wording.t("country.availability.by.nothing")

"""Figures as lists inside a card: bars from zero and facts with their year, as HTML tables.

A dozen small figures read better as a list than as a dozen charts, and cost the page nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import numbers
from components.charts.selection import flags
from components.country.picking import like, printed, speaking_row
from components.country.spark import spark
from components.markup import Foreign, render
from components.theme import Palette
from components.wording import Wording
from data.records import Indicator, Observation, Series


@dataclass(frozen=True)
class Bar:
    """One row of a bar list. `share` is 0-100 of the longest bar, None when there is no figure;
    `exact` is the figure with every published digit, for the hover."""

    label: str
    value: str
    year: str
    share: float | None
    note: str = ""
    exact: str = ""


@dataclass(frozen=True)
class BarGroup:
    """Bars on one scale, under a heading."""

    heading: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Fact:
    """One figure in a line: what, how much, when, how it came to be, whose figure it is.

    `spark` is a picture of the values, `history` its first and last one in words.
    """

    label: str
    value: str
    year: str
    spark: str
    source: str
    address: str
    note: str = ""
    exact: str = ""
    history: str = ""


@dataclass(frozen=True)
class FactGroup:
    """Facts under a heading."""

    heading: str
    facts: tuple[Fact, ...]


def listed_figure(row: Observation, about: Indicator, wording: Wording) -> str:
    """The figure rounded for the eye, with its unit; `exact_figure` belongs on its hover."""
    return numbers.read_figure(row, about, wording)


def exact_figure(row: Observation, about: Indicator, wording: Wording) -> str:
    """The figure with the decimals that its publisher prints, and its unit."""
    return numbers.figure(printed(row, about), about, wording)


def bar_group(
    heading: str,
    rows: Sequence[tuple[str, Observation, Indicator]],
    wording: Wording,
    *,
    surveys: bool = False,
) -> BarGroup:
    """Observations of one unit on one scale from zero; each is (label, observation, indicator)."""
    highest = max((row.value for _, row, _ in rows if row.value is not None), default=0.0)
    return BarGroup(
        heading,
        tuple(
            Bar(
                label,
                listed_figure(row, about, wording),
                numbers.isolate(str(row.year), wording),
                None if row.value is None else round(100 * row.value / (highest or 1.0), 2),
                _remark(row, wording, survey=surveys),
                exact_figure(row, about, wording),
            )
            for label, row, about in rows
        ),
    )


def _remark(row: Observation, wording: Wording, *, survey: bool) -> str:
    """The publisher's flags, then the survey by its own name."""
    named = row.survey if survey else ""
    flag = flags(row, wording)
    return Foreign(named, flag + wording.t("sentence.separator") if flag and named else flag)


def bars_body(groups: Sequence[BarGroup], caption: str, theme: str, wording: Wording) -> str:
    """The groups as one HTML table, bars in the theme's colour."""
    return render("country_bars.html", groups=groups, caption=caption, theme=theme, t=wording.t)


def fact_of(series: Series, wording: Wording, palette: Palette) -> Fact | None:
    """The country's newest figure with its own history; None when there is no figure."""
    row = speaking_row(series)
    if row is None:
        return None
    about, source = series.indicator, series.source(row.source)
    own = like(series, row)
    label = wording.indicator(about, "short")
    if row.sex != "T" and about.age:
        label = wording.t("country.with_note", text=label, note=numbers.sex_of(row, about, wording))
    return Fact(
        label,
        listed_figure(row, about, wording),
        numbers.isolate(str(row.year), wording),
        spark(own, about.method, palette.themes[about.theme]),
        source.publisher,
        source.address,
        flags(row, wording),
        exact_figure(row, about, wording),
        _history(own, about, wording),
    )


def _history(rows: Sequence[Observation], about: Indicator, wording: Wording) -> str:
    """The first and the last of some figures, each with its year."""
    ends = dict.fromkeys((rows[0], rows[-1])) if rows else {}
    return wording.t("sentence.separator").join(
        wording.t(
            "charts.year_value",
            year=numbers.isolate(str(row.year), wording),
            value=numbers.read_figure(row, about, wording),
        )
        for row in ends
    )


def facts_body(groups: Sequence[FactGroup], caption: str, wording: Wording) -> str:
    """The groups as one HTML table; groups without facts are left out."""
    shown = [group for group in groups if group.facts]
    return render("country_facts.html", groups=shown, caption=caption, t=wording.t)

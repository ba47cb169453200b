"""Figures as lists inside a card: bars from zero and facts with their year, as HTML tables.

A dozen small figures read better as a list than as a dozen charts, and cost the page nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components import numbers
from components.charts.selection import flags
from components.country.parts.picking import representative_observation, same_series
from components.country.parts.spark import spark
from components.theme import Palette
from components.wording import Wording
from data.methods.comparability import estimated
from data.records import Indicator, Observation, Series

_WITH_FIGURE: Final = frozenset(
    {"PERCENT", "YEARS", "PERSONS", "THOUSAND_PERSONS", "INDEX", "COUNT", "YES_NO"}
)
"""Units that are short, or said by the name."""


@dataclass(frozen=True)
class Fact:
    """One figure in a line: what, how much, when, how it came to be, and where it began.

    `value` and `first` are rounded for the eye; `exact` and `first_exact` are the published digits
    with their source. `first` is empty when there is no earlier figure. `about` marks an estimate.
    `unit` is empty where the figure itself carries it.
    """

    label: str
    value: str
    exact: str
    year: str
    spark: str
    first: str = ""
    first_exact: str = ""
    note: str = ""
    about: bool = False
    unit: str = ""


@dataclass(frozen=True)
class FactGroup:
    """Facts under a heading; `note` says what is not among them."""

    heading: str
    facts: tuple[Fact, ...]
    note: str = ""


def fact_of(series: Series, wording: Wording, palette: Palette) -> Fact | None:
    """The country's newest figure with its own history; None when there is no figure."""
    row = representative_observation(series)
    if row is None:
        return None
    about = series.indicator
    label = wording.of(about, "short")
    if row.sex != "T" and about.age:
        label = wording.t("country.with_note", text=label, note=numbers.sex_of(row, about, wording))
    own = same_series(series, row)
    first = own[0] if own and own[0].year < row.year else None
    text = "" if first is None else _dated(first, about, wording)
    guess = estimated(row)
    unit = _unit_beside(row, about)
    return Fact(
        label,
        _short(row, about, wording),
        _exact(row, series, wording),
        numbers.isolate(row.year, wording),
        spark(own, about.method, palette.themes[about.theme]),
        text,
        "" if first is None else _exact(first, series, wording),
        "" if guess else flags(row, wording),
        guess,
        wording.t(f"unit_short.{unit}") if unit else "",
    )


def _dated(row: Observation, about: Indicator, wording: Wording) -> str:
    """A figure with its year: `0.62 (1990)`."""
    return wording.t("country.with_note", text=_short(row, about, wording), note=row.year)


def _short(row: Observation, about: Indicator, wording: Wording) -> str:
    """A figure rounded for the eye; a long unit stands with the label, not in the column."""
    if row.value is None or not _unit_beside(row, about):
        return numbers.read_figure(row, about, wording)
    return numbers.read_number(row.value, wording)


def _unit_beside(row: Observation, about: Indicator) -> str:
    """The unit that stands with the label; empty for units that stand with the figure."""
    unit = row.unit or about.unit
    return "" if unit in _WITH_FIGURE else unit


def _exact(row: Observation, series: Series, wording: Wording) -> str:
    """Every published digit, and whose figure it is."""
    source = series.source(row.source)
    whose = wording.t(
        "card.source", publisher=source.publisher, vintage=row.vintage or source.vintage
    )
    published = numbers.figure(row, series.indicator, wording)
    text = flags(row, wording)
    return " · ".join(part for part in (published, text, whose) if part)

"""Labour inspection in figures: the newest figure of each count, its line, and the first one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components.cards import Card, csv_address, table_of
from components.country.answers import CountryAnswers
from components.country.parts.law import source_lines
from components.country.parts.spark import spark
from components.markup import render
from components.numbers import figure, isolate, number
from components.theme import Palette
from components.wording import Wording
from data.records import Indicator, Observation, Series

CHOSEN: Final = (
    ("ILAB_INSPECTORS",),
    ("ILAB_INSPECTIONS", "ILAB_WORKSITE_INSPECTIONS"),
    ("ILAB_VIOLATIONS",),
    ("ILAB_INVESTIGATIONS", "ILAB_PENALTIES_IMPOSED"),
    ("ILAB_PROSECUTIONS",),
    ("ILAB_CONVICTIONS",),
)
"""The rows that are always shown: of each the first count with a figure, else the first."""

NEAR: Final = 3
"""Figures at most so many years apart are one line; a longer gap is left open."""


@dataclass(frozen=True)
class CountRow:
    """One count: newest figure with its year, the line of all, the first one with its year."""

    label: str
    latest: str
    year: str
    spark: str
    first: str
    noted: bool = False


def enforcement_card(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card:
    """Inspectors, inspections, violations, prosecutions; the other counts fold under them."""
    title = wording.t("law.inspection", country=answers.area.name)
    several = sorted(
        (s for s in answers.figures.values() if s.indicator.theme == "government"),
        key=lambda series: series.indicator.order,
    )
    if not several:
        sentence = wording.t("government.no_enforcement")
        return Card("country-enforcement", title, "government", sentence)
    held = {series.indicator.code: series for series in several}
    shown = _chosen(held)
    others = [series for series in several if series.indicator.code not in shown]
    colour = palette.themes["government"]
    more = [_row(series, wording, colour) for series in others]
    sources = {source.code: source for series in several for source in series.sources}
    downloadable = all(source.downloadable for source in sources.values())
    return Card(
        "country-enforcement",
        inspection_heading(answers, wording),
        "government",
        label=title,
        body=render(
            "law_counts.html",
            caption=title,
            columns=[wording.t(f"law.column.{name}") for name in ("count", "latest", "first")],
            rows=count_rows(answers, wording, palette),
            more=more,
            summary=wording.t("law.more_counts", count=len(more)),
            note=wording.t("law.counts_note"),
            noted=wording.t("law.see_table"),
        ),
        table=table_of(several, wording),
        sources=source_lines(sources, answers, wording),
        csv=csv_address(several, answers.area.code) if downloadable else "",
        indicators=tuple(series.indicator.code for series in several),
    )


def count_rows(answers: CountryAnswers, wording: Wording, palette: Palette) -> list[CountRow]:
    """The counts that are always shown; none where no count at all is held."""
    held = {
        code: series
        for code, series in answers.figures.items()
        if series.indicator.theme == "government"
    }
    colour = palette.themes["government"]
    return [
        _row(held[code], wording, colour) if code in held else _none(code, answers, wording)
        for code in (_chosen(held) if held else ())
    ]


def inspection_heading(answers: CountryAnswers, wording: Wording) -> str:
    """The count of inspectors now and first, or that nothing is held."""
    several = [s for s in answers.figures.values() if s.indicator.theme == "government"]
    return _heading(several, wording) if several else wording.t("government.no_enforcement")


def _known(series: Series) -> list[Observation]:
    """The rows with a figure, by year."""
    rows = [row for row in series.observations if row.value is not None]
    return sorted(rows, key=lambda row: row.year)


def _chosen(held: dict[str, Series]) -> list[str]:
    return [
        next((code for code in codes if code in held and _known(held[code])), codes[0])
        for codes in CHOSEN
    ]


def _none(code: str, answers: CountryAnswers, wording: Wording) -> CountRow:
    """A count of which the store holds nothing: its row stays, so that the gap is seen."""
    about = answers.indicators.get(code)
    label = wording.of(about, "short") if about else code
    return CountRow(label, wording.t("law.no_figure"), "", "", "")


def _row(series: Series, wording: Wording, colour: str) -> CountRow:
    about = series.indicator
    label = wording.of(about, "short")
    known = _known(series)
    if not known:
        newest = max(series.observations, key=lambda row: row.year)
        year = isolate(newest.year, wording)
        return CountRow(label, _count(newest, about, wording), year, "", "")
    first, last = known[0], known[-1]
    early = "" if first is last else _with_year(first, series, wording)
    return CountRow(
        label,
        _count(last, about, wording),
        isolate(last.year, wording),
        spark(known, about.method, colour, apart=NEAR),
        early,
        noted=bool(last.note or (early and first.note)),
    )


def _count(row: Observation, about: Indicator, wording: Wording) -> str:
    """The figure, persons and cases as bare numbers, for the row says what is counted."""
    if row.value is not None and (row.unit or about.unit) == "PERSONS":
        return number(row.value, wording)
    return figure(row, about, wording)


def _with_year(row: Observation, series: Series, wording: Wording) -> str:
    return wording.t(
        "country.with_note", text=_count(row, series.indicator, wording), note=row.year
    )


def _heading(several: Sequence[Series], wording: Wording) -> str:
    """The count of inspectors now and first, or that the newest report has none."""
    newest = max(row.year for series in several for row in series.observations)
    series = next((s for s in several if s.indicator.code == CHOSEN[0][0]), None)
    known = _known(series) if series is not None else []
    if series is None or not known:
        return wording.t("law.no_inspectors")
    now, then = known[-1], known[0]
    fields: dict[str, object] = {
        "now": _count(now, series.indicator, wording),
        "year": now.year,
        "newest": newest,
        "then": _count(then, series.indicator, wording),
        "first": then.year,
    }
    if now.year < newest:
        return wording.t("law.inspectors_before", **fields)
    return wording.t("law.inspectors" if now is then else "law.inspectors_two", **fields)

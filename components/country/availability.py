"""What was ever collected of a country, how old it is and how far it is broken down."""

from __future__ import annotations

from typing import Final

from components import numbers
from components.cards import Card, Section, TableTwin, csv_address, source_line
from components.charts.matrix import CELL_STATES, matrix
from components.country.answers import CountryAnswers
from components.country.picking import years_of
from components.markup import render
from components.theme import Palette
from components.wording import Wording
from data.records import TOTAL, Series

CODES: Final = (
    "SL_TLF_CHLDEA",
    "SL_TLF_CHLDEC",
    "UNICEF_CL_ECON",
    "UNICEF_CL_ECON_HC",
    "CLD_XCHL_SEX_AGE_STU_NB",
    "SL.TLF.0714.ZS",
    "SL.AGR.0714.ZS",
    "SL.TLF.0714.WK.TM",
    "WF_MODERN_SLAVERY_2023_RATE",
    "WF_MODERN_SLAVERY_2018_RATE",
    "WF_MODERN_SLAVERY_2016_RATE",
    "TIP_VICTIMS",
    "TIP_CONTACT",
    "TIP_PROSECUTED",
    "TIP_CONVICTED",
)
"""What a country's knowledge of Target 8.7 rests on, by theme."""

FIRST_YEAR: Final = 2000


def _held(answers: CountryAnswers) -> list[Series]:
    """A Series a code that the store describes, empty where the country has nothing."""
    return [
        answers.series(code) or Series(answers.indicators[code], (answers.area,), (), ())
        for code in CODES
        if code in answers.indicators
    ]


def availability_section(
    answers: CountryAnswers, wording: Wording, palette: Palette, *, this_year: int
) -> Section:
    """The matrix of years, and how old and detailed each indicator is."""
    rows = _held(answers)
    filled = [series for series in rows if years_of(series.observations)]
    count = wording.t(
        "country.availability.lead",
        filled=numbers.number(len(filled), wording),
        all=numbers.number(len(rows), wording),
    )
    cards = (
        _matrix(answers, rows, filled, wording, palette),
        _detail(answers, rows, wording, this_year),
    )
    title = wording.t("country.availability.title")
    return Section("availability", title, "context", count, cards)


def _matrix(
    answers: CountryAnswers,
    rows: list[Series],
    filled: list[Series],
    wording: Wording,
    palette: Palette,
) -> Card:
    years = [row.year for series in rows for row in series.observations]
    sources = {s.code: s for series in rows for s in series.sources}
    chart = matrix(
        rows,
        wording,
        palette,
        first=min(FIRST_YEAR, *years) if years else FIRST_YEAR,
        last=max(years) if years else None,
    )
    key = [f"{mark} {wording.t(f'charts.cell.{state}')}" for state, mark in CELL_STATES.items()]
    return Card(
        key="country-availability",
        title=wording.t("country.availability.matrix", country=answers.area.name),
        theme="context",
        sentence=wording.t("sentence.separator").join(key),
        chart=chart,
        table=_years_table(rows, wording),
        sources=tuple(source_line(source, wording) for source in sources.values()),
        csv=csv_address(filled, answers.area.code) if filled else "",
        wide=True,
    )


def _years_table(rows: list[Series], wording: Wording) -> TableTwin:
    comma = wording.t("sentence.comma")
    return TableTwin(
        (wording.t("column.indicator"), wording.t("country.column.years")),
        tuple(
            (
                wording.indicator(series.indicator, "short"),
                comma.join(
                    numbers.isolate(str(year), wording) for year in years_of(series.observations)
                )
                or wording.t("country.nothing_known"),
            )
            for series in rows
        ),
    )


def _detail(answers: CountryAnswers, rows: list[Series], wording: Wording, this_year: int) -> Card:
    title = wording.t("country.availability.detail", country=answers.area.name)
    columns = ("years_count", "latest", "years_old", "by_sex", "by_age", "by_part", "suppressed")
    table = TableTwin(
        (
            wording.t("column.indicator"),
            *(wording.t(f"country.column.{name}") for name in columns),
        ),
        tuple(_detail_row(series, wording, this_year) for series in rows),
        frozenset({1, 2, 3, 7}),
    )
    return Card(
        key="country-availability-detail",
        title=title,
        theme="context",
        sentence=wording.t("country.availability.detail_sentence"),
        body=render("country_goods.html", table=table, caption=title),
        wide=True,
    )


def _detail_row(series: Series, wording: Wording, this_year: int) -> tuple[str, ...]:
    name = wording.indicator(series.indicator, "short")
    years = years_of(series.observations)
    if not series:
        return (name, numbers.number(0, wording), *("–",) * 6)
    rows = series.observations

    def answer(present: bool) -> str:
        return wording.t("figure.yes" if present else "figure.no")

    return (
        name,
        numbers.number(len(years), wording),
        numbers.isolate(str(years[-1]), wording) if years else "–",
        numbers.number(this_year - years[-1], wording) if years else "–",
        answer(any(row.sex != "T" for row in rows)),
        answer(len({row.age for row in rows}) > 1),
        answer(any(row.category != TOTAL for row in rows)),
        numbers.number(sum(row.status == "Q" for row in rows), wording),
    )

"""The charts of a brief: the same figures, titles and strengths as the cards of the country's page.

Each chart is a plot in percent and, beside it, the same figures as rows of texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from components import numbers
from components.brief.records import Chart, Panel
from components.cards import Card, Section
from components.charts.plot import Plot, round_steps
from components.country.answers import CountryAnswers
from components.country.parts.measures import about_of, national_runs
from components.country.parts.survey_charts import SEXES, SeriesLine, panel_plot, top_of
from components.country.parts.survey_lines import line_of
from components.country.parts.yearly_counts import (
    LAST_YEAR,
    YearCount,
    count_text,
    telling,
    year_columns,
    year_count,
)
from components.country.sections.child_labour import (
    child_labour_section,
    definition_line,
    definitions,
    employed_band,
    employed_rates,
    national_line,
)
from components.country.sections.trafficking import (
    CHAIN,
    CONVICTED,
    VICTIMS,
    stage_totals,
    trafficking_section,
    victim_counts,
)
from components.wording import Wording
from data.methods.parts import parts_by_year

TARGET: Final = 2025
"""The year by which Target 8.7 ends child labour."""

FIRST_SHOWN: Final = 2010
STAGE_HEIGHT: Final = 30
VICTIMS_HEIGHT: Final = 120
PRINTED: Final = 330.0
"""About how many pixels wide a printed chart is; labels that would meet are left to the rows."""


def child_labour_charts(
    answers: CountryAnswers, wording: Wording, today: date
) -> tuple[Chart, ...]:
    """Surveys by definition, then the office's own series, then children in employment."""
    cards = _by_key(child_labour_section(answers, wording, today=today))
    found = [
        _definitions(cards, answers, wording, today),
        _national(cards, answers, wording, today),
        *_employed(cards, answers, wording, today),
    ]
    return tuple(chart for chart in found if chart is not None)


def trafficking_charts(answers: CountryAnswers, wording: Wording) -> tuple[Chart, ...]:
    """Victims detected by year, and the stages of criminal justice."""
    cards = _by_key(trafficking_section(answers, wording))
    found = [_victims(cards, answers, wording), _justice(cards, answers, wording)]
    return tuple(chart for chart in found if chart is not None)


def _by_key(section: Section) -> dict[str, Card]:
    return {card.key: card for card in section.cards}


def _chart(
    card: Card,
    wording: Wording,
    columns: Sequence[str],
    rows: Iterable[tuple[str, ...]],
    panels: Iterable[Panel],
) -> Chart:
    """A chart with the texts of a card; the picture in words is its label, title and figures."""
    held = tuple(rows)
    told = wording.t("sentence.separator").join(
        wording.t("sentence.comma").join(part for part in row if part) for row in held
    )
    return Chart(
        card.key,
        card.theme,
        str(card.label),
        str(card.title),
        wording.t("country_brief.alt", label=card.label, title=card.title, figures=told),
        tuple(columns),
        held,
        tuple(panels),
        card.strength,
        str(card.sentence),
    )


# ------------------------------------------------------------------ surveys


def _definitions(
    cards: Mapping[str, Card], answers: CountryAnswers, wording: Wording, today: date
) -> Chart | None:
    """A panel a definition on one axis of values and of years, the target's year on it."""
    defined = definitions(answers)
    if not defined:
        return None
    lines = [definition_line(one, answers, wording, today) for one in defined]
    steps = round_steps(top_of(lines) or 1.0, most=4)
    years = [point.year for line in lines for point in line.points]
    span = min([*years, FIRST_SHOWN]), max([*years, TARGET])
    panels = [
        Panel(
            line.name, panel_plot(line, line.name, "PERCENT", wording, steps, span, target=TARGET)
        )
        for line in lines
    ]
    chart = _survey_chart(cards["country-child-labour"], lines, panels, "PERCENT", wording)
    target = ("triangle", "muted", wording.t("cl.target", year=TARGET))
    return replace(chart, keys=(*chart.keys, target))


def _national(
    cards: Mapping[str, Card], answers: CountryAnswers, wording: Wording, today: date
) -> Chart | None:
    runs = national_runs(answers)
    if not runs:
        return None
    line = national_line(runs[0], answers, wording, today)
    unit = about_of(answers, runs[0].newest).unit
    return _single(cards["country-national"], line, unit, wording)


def _employed(
    cards: Mapping[str, Card], answers: CountryAnswers, wording: Wording, today: date
) -> list[Chart]:
    charts = []
    for key, band, unit, scale in (
        ("country-employed-number", employed_band(answers), "PERSONS", 1_000.0),
        ("country-employed", employed_rates(answers), "PERCENT", 1.0),
    ):
        if band is not None:
            measure, held, _, series = band
            line = line_of("", held, measure, series.observations, answers, wording, today)
            charts.append(_single(cards[key], line, unit, wording, scale))
    return charts


def _single(card: Card, line: SeriesLine, unit: str, wording: Wording, scale: float = 1.0) -> Chart:
    steps = round_steps(top_of([line]) or 1.0, most=4)
    years = [point.year for point in line.points]
    span = min(years), max(years)
    plot = panel_plot(line, str(card.title), unit, wording, steps, span, scale=scale)
    return _survey_chart(card, [line], [Panel("", plot)], unit, wording, scale)


def _survey_chart(
    card: Card,
    lines: Sequence[SeriesLine],
    panels: Sequence[Panel],
    unit: str,
    wording: Wording,
    scale: float = 1.0,
) -> Chart:
    """Rows of year, both sexes, girls, boys; with a first column where there are definitions."""
    several = any(line.name for line in lines)
    sexes = sorted({code for line in lines for point in line.points for code, _, _ in point.sexes})
    heads = [wording.t("column.year"), *(wording.t(f"cl.sex.{code}") for code in ("T", *sexes))]
    if several:
        heads.insert(0, wording.t("country_brief.definition"))
    rows = []
    for line in lines:
        for point in line.points:
            own = {
                code: numbers.reading(value * scale, unit, wording)
                for code, value, _ in point.sexes
            }
            row = [numbers.isolate(point.year, wording), point.text]
            row += [own.get(code, "") for code in sexes]
            rows.append(tuple([line.name, *row] if several else row))
    keys = [("circle", "total", wording.t("cl.sex.T"))] if sexes else []
    keys += [(SEXES[code][1], SEXES[code][0], wording.t(f"cl.sex.{code}")) for code in sexes]
    return replace(_chart(card, wording, heads, rows, panels), keys=tuple(keys))


# ------------------------------------------------------------------ counts


def _victims(cards: Mapping[str, Card], answers: CountryAnswers, wording: Wording) -> Chart | None:
    """The published totals by year, children in them where their ages add up."""
    series, card = answers.series(VICTIMS), cards.get("country-tip-victims")
    if series is None or card is None:
        return None
    years = parts_by_year(series.observations)
    counts = victim_counts(years, series, wording)
    split = any(count.inner is not None for count in counts.values())
    totals = {found.year: found.total for found in years if found.total is not None}
    heads = [wording.t("column.year"), wording.t("country.counts.total")]
    if split:
        heads.append(wording.t("country.parts.children"))
    rows = []
    for year in sorted(counts):
        row = [numbers.isolate(year, wording), count_text(totals[year], series.indicator, wording)]
        if split:
            inner = counts[year].inner
            row.append("" if inner is None else numbers.number(inner, wording))
        rows.append(tuple(row))
    panels = [Panel("", _columns(counts, min(counts), VICTIMS_HEIGHT, wording))] if counts else []
    chart = _chart(card, wording, heads, rows, panels)
    if not split:
        return chart
    keys = [("filled", "theme", wording.t("country.parts.children"))]
    keys.append(("pale", "theme", wording.t("country.parts.adults")))
    if any(count.look == "hatched" and count.value for count in counts.values()):
        keys.append(("hatched", "theme", wording.t("country.trafficking.unsplit")))
    return replace(chart, keys=tuple(keys))


def _columns(counts: Mapping[int, YearCount], first: int, height: int, wording: Wording) -> Plot:
    tall = telling(counts)
    return year_columns(
        counts,
        first,
        wording,
        alt="",
        height=height if tall else STAGE_HEIGHT,
        width=PRINTED,
        values=tall,
    )


def _justice(cards: Mapping[str, Card], answers: CountryAnswers, wording: Wording) -> Chart | None:
    """A panel a stage on one scale; a stage that nobody reported keeps its row of dashes."""
    card, totals = cards.get("country-tip-chain"), stage_totals(answers)
    if card is None:
        return None
    first = min(year for rows in totals.values() for year in rows)
    values = [r.value for rows in totals.values() for r in rows.values() if r.value is not None]
    names = {code: wording.t(f"country.trafficking.stage.{code}") for code in CHAIN}
    panels, cells = [], {}
    for code in CHAIN:
        about = answers.indicators[code]
        counts = {y: year_count(row, about, wording) for y, row in totals.get(code, {}).items()}
        cells[code] = {year: count.text for year, count in counts.items()}
        plot = year_columns(
            counts,
            first,
            wording,
            alt=names[code],
            height=STAGE_HEIGHT,
            top=max(values, default=0.0),
            width=PRINTED,
            axis=code == CONVICTED,
        )
        unit = wording.t(f"country.trafficking.stage_unit.{code}")
        panels.append(Panel(names[code], plot, unit))
    heads = (wording.t("column.year"), *names.values())
    rows = [
        (numbers.isolate(year, wording), *(cells[code].get(year, "\u2013") for code in CHAIN))
        for year in range(first, LAST_YEAR + 1)
    ]
    return _chart(card, wording, heads, rows, panels)

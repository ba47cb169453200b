"""Forced labour: what authorities detect, what models estimate, which goods a list names.

The official count comes first where there is one. Editions of a model are open marks in rows of
their own, joined with nothing; the region and the world stand below them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from components import numbers
from components.cards import Card, Section, Strength, figure_card
from components.change_words import graded
from components.charts.plot import Label, Mark, Plot, Tick, percent_of, plot_html, round_steps
from components.country.answers import CountryAnswers
from components.country.parts.listed_goods import goods_card
from components.country.parts.missing import Gap, gap_of
from components.country.parts.picking import representative_observation
from components.country.parts.source_names import short_sources
from components.country.parts.yearly_counts import (
    count_text,
    count_title,
    register_strength,
    tight,
    year_columns,
    year_count,
    year_list,
)
from components.markup import render
from components.wording import Wording
from data.methods.change import NOT_COMPARABLE
from data.methods.ilo_regions import ESTIMATED_BY_REGION
from data.methods.parts import YearParts, parts_by_year
from data.methods.selection import Representative, headlines, representative
from data.records import Observation, Series

EDITIONS: Final = (
    ("2023", ("WF_MODERN_SLAVERY_2023_NUMBER", "WF_MODERN_SLAVERY_2023_RATE")),
    ("2018", ("WF_MODERN_SLAVERY_2018_NUMBER", "WF_MODERN_SLAVERY_2018_RATE")),
    ("2016", ("WF_MODERN_SLAVERY_2016_NUMBER", "WF_MODERN_SLAVERY_2016_RATE")),
)
"""Editions of one publisher's estimates, the newest first. Methods changed: never one trend."""

VICTIMS: Final = "TIP_VICTIMS"
WORLD: Final = "WLD"

PER_1000: Final = {"PER_1000": 1.0, "PERCENT": 10.0}
"""What a published rate is multiplied by to stand on the axis of people per 1,000. The edition of
2016 printed percent of the population; its table and hover keep what it printed."""


def forced_labour_section(answers: CountryAnswers, wording: Wording) -> Section:
    """What is known of forced labour, models marked as such. Without a card when nothing is held
    of the country itself: its region alone says nothing about it."""
    detected = _detected(answers)
    editions = _editions(answers, wording)
    goods = goods_card(answers, wording)
    cards: tuple[Card, ...] = ()
    if detected is not None and goods is not None:
        cards = (_both_card(detected, editions, answers, wording), goods)
    elif detected is not None and detected.telling:
        cards = (_detected_card(detected, answers, wording), _models(editions, answers, wording))
    elif detected is not None:
        cards = (_both_card(detected, editions, answers, wording),)
    elif goods is not None:
        cards = (_models(editions, answers, wording), goods)
    elif editions:
        cards = (_models(editions, answers, wording),)
    return Section(
        "forced-labour",
        wording.t("country.forced_labour.title"),
        "forced_labour",
        wording.t("country.forced_labour.lead"),
        cards,
    )


def missing_lines(answers: CountryAnswers, wording: Wording) -> tuple[Gap, ...]:
    """What is not held on forced labour and who could provide it; nothing with an estimate."""
    if _editions(answers, wording):
        return ()
    stem = "country.forced_labour.missing_"
    return (gap_of(f"{stem}what", f"{stem}detail", f"{stem}who", wording),)


# ------------------------------------------------------------------ what authorities detect


@dataclass(frozen=True, eq=False)
class Detected:
    """Victims detected in forced labour by year, with the totals and parts they are part of."""

    series: Series
    spoken: Representative | None
    years: Mapping[int, YearParts]

    @property
    def rows(self) -> tuple[Observation, ...]:
        """The counts, one a year."""
        return self.series.observations

    @property
    def telling(self) -> bool:
        """Whether there are enough counts for a chart of their own."""
        about = [row.value for row in self.rows if row.value is not None]
        return len(about) > 2 and max(about) > 0

    def larger(self, row: Observation) -> bool:
        """Whether a count is larger than all victims reported for its year."""
        total = self.years[row.year].total
        return (
            total is not None
            and total.value is not None
            and row.value is not None
            and row.value > total.value
        )

    def denied(self, row: Observation) -> bool:
        """Whether all forms of its year are zero beside a total that is not."""
        return any(part.verdict == "denied" for part in self.years[row.year].breakdowns)


def _detected(answers: CountryAnswers) -> Detected | None:
    series = answers.series(VICTIMS)
    if series is None:
        return None
    measure = headlines()["forced_labour_victims"]
    own = series.only(
        row
        for row in series.observations
        if (row.dimension, row.category, row.sex, row.age)
        == (measure.dimension, measure.category, measure.sex, measure.age)
    )
    if not own:
        return None
    years = {found.year: found for found in parts_by_year(series.observations)}
    return Detected(own, representative(measure, own.observations), years)


def _detected_title(detected: Detected, wording: Wording, *, before: bool) -> str:
    """The count that speaks; what must be known of it beside the total of its year is said."""
    about, spoken = detected.series.indicator, detected.spoken
    beside = _beside(detected, spoken.row) if spoken is not None else ""
    title = count_title(
        spoken, detected.rows, about, wording, before=before and not beside, absent="none"
    )
    if spoken is None or not beside:
        return title
    total = detected.years[spoken.row.year].total
    return wording.t(
        f"country.forced_labour.{beside}",
        title=title,
        total=count_text(total, about, wording) if total is not None else "",
    )


def _beside(detected: Detected, row: Observation) -> str:
    """Why a count may not stand alone: it is larger than the total of its year, a zero like every
    form beside a total that is none, or a zero in a year without a total. Else empty."""
    if detected.larger(row):
        return "more_than_all"
    if detected.denied(row):
        return "zero_beside"
    return "zero_alone" if not row.value and detected.years[row.year].total is None else ""


def _detected_plot(detected: Detected, wording: Wording, *, title: str, height: int) -> str:
    about = detected.series.indicator
    counts = {}
    for row in detected.rows:
        odd = detected.larger(row) or detected.denied(row)
        count = year_count(row, about, wording, starred=odd)
        counts[row.year] = replace(count, look="hatched") if odd else count
    first = min(counts)
    plot = plot_html(year_columns(counts, first, wording, alt=title, height=height))
    return render("country_columns.html", plot=plot, tight=tight(counts, first))


def _detected_note(detected: Detected, wording: Wording) -> str:
    """Which counts cannot be true beside the total of their year; that detection is no more."""
    notes = []
    told_above = detected.spoken.row if detected.spoken else None
    for key, odd in (("larger", detected.larger), ("denied", detected.denied)):
        years = [row.year for row in detected.rows if odd(row) and row is not told_above]
        if years:
            text = year_list(years, wording)
            notes.append(wording.t(f"country.forced_labour.{key}", years=text))
    return " ".join((*notes, wording.t("country.counts.detection")))


def _detected_card(detected: Detected, answers: CountryAnswers, wording: Wording) -> Card:
    title = _detected_title(detected, wording, before=True)
    plot = _detected_plot(detected, wording, title=title, height=150)
    body = f'<div class="flt theme-forced_labour">{plot}</div>'
    sources = short_sources([detected.series], wording)
    return figure_card(
        "country-fl-victims",
        title,
        [detected.series],
        wording,
        label=wording.t("country.forced_labour.victims", country=answers.area.name),
        strength=register_strength(detected.rows, wording),
        sentence=_detected_note(detected, wording),
        area_code=answers.area.code,
        theme="forced_labour",
        meta="",
        body=body,
        sources=sources,
    )


# ------------------------------------------------------------------ what models estimate


@dataclass(frozen=True, eq=False)
class Estimate:
    """One row of the chart: an edition, or the ILO's estimate for a region or the world."""

    name: str
    series: tuple[Series, ...]
    rate: Observation | None
    people: Observation | None
    own: bool

    @property
    def per_1000(self) -> float | None:
        """The rate on the common axis; None where the edition prints none."""
        if self.rate is None or self.rate.value is None:
            return None
        return self.rate.value * PER_1000[self.rate.unit or "PER_1000"]


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """An estimate ready to be shown."""

    name: str
    plot: str
    people: str
    exact: str
    own: bool


def _editions(answers: CountryAnswers, wording: Wording) -> tuple[Estimate, ...]:
    """The editions that hold a figure for the country, the newest first."""
    found = []
    for edition, codes in EDITIONS:
        series = tuple(s for s in map(answers.series, codes) if s is not None)
        rows = {
            s.indicator.code: row
            for s in series
            if (row := representative_observation(s)) is not None
        }
        if rows:
            year = next(iter(rows.values())).year
            name = wording.t(
                "country.forced_labour.edition_for",
                edition=numbers.isolate(edition, wording),
                year=year,
            )
            number, rate = codes
            found.append(Estimate(name, series, rows.get(rate), rows.get(number), own=True))
    return tuple(found)


def _around(answers: CountryAnswers, wording: Wording) -> tuple[Estimate, ...]:
    """The ILO's estimates for the country's region and for the world, its newest year each."""
    of_number, of_rate = ESTIMATED_BY_REGION
    number, rate = answers.regional.get(of_number), answers.regional.get(of_rate)
    held = [series for series in (number, rate) if series is not None]
    found = []
    for area in dict.fromkeys(area for series in held for area in series.areas):
        rows = {}
        kept = []
        for series in held:
            row = representative_observation(series.where(area=area.code))
            if row is not None:
                rows[series.indicator.code] = row
                kept.append(replace(series, areas=(area,)).only([row]))
        if rows:
            world = area.code == WORLD
            name = wording.t("country.forced_labour.world") if world else area.name
            found.append(
                Estimate(
                    name,
                    tuple(kept),
                    rows.get(ESTIMATED_BY_REGION[1]),
                    rows.get(ESTIMATED_BY_REGION[0]),
                    own=False,
                )
            )
    return tuple(found)


def _estimate_rows(estimates: Sequence[Estimate], wording: Wording) -> tuple[EstimateRow, ...]:
    steps = round_steps(max((e.per_1000 or 0.0 for e in estimates), default=0.0))
    grid = [Tick(percent_of(step, 0, steps[-1]), "") for step in steps]
    return tuple(_estimate_row(estimate, steps[-1], grid, wording) for estimate in estimates)


def _estimate_row(
    estimate: Estimate, top: float, grid: Sequence[Tick], wording: Wording
) -> EstimateRow:
    marks, labels, alt = [], [], estimate.name
    if estimate.per_1000 is not None and estimate.rate is not None:
        at = percent_of(estimate.per_1000, 0, top)
        series = next(s for s in estimate.series if s.indicator.code == estimate.rate.indicator)
        text = numbers.figure(estimate.rate, series.indicator, wording)
        alt = wording.t("country.counts.of_kind", kind=estimate.name, name=text)
        # Hollow like every estimate; a diamond where the figure is not the country's own.
        marks = [
            Mark(at, 50, "theme", alt, hollow=True)
            if estimate.own
            else Mark(at, 50, "muted", alt, "diamond", hollow=True)
        ]
        labels = [Label(at, 50, _about_rate(estimate.per_1000, wording), strong=True)]
    plot = plot_html(Plot(alt, 22, marks=marks, labels=labels, x_ticks=grid, x_grid=True))
    people, exact = "", ""
    if estimate.people is not None and estimate.people.value is not None:
        people = numbers.read_count(estimate.people.value, wording)
        exact = numbers.number(estimate.people.value, wording)
    return EstimateRow(estimate.name, plot, people, exact, estimate.own)


def _about_rate(value: float, wording: Wording) -> str:
    """`≈ 5.0`: a model's figure never stands without its sign."""
    bare = numbers.read_rate(value, wording).strip("\u2066\u2069")
    return numbers.isolate(f"\u2248\u202f{bare}", wording)


def _estimates_body(
    editions: Sequence[Estimate], answers: CountryAnswers, wording: Wording, *, under: bool
) -> str:
    """The chart; `under` a count of victims it has a small heading and its strength of its own."""
    estimates = (*editions, *_around(answers, wording))
    steps = round_steps(max((e.per_1000 or 0.0 for e in estimates), default=0.0))
    axis = Plot(
        wording.t("country.forced_labour.per_1000"),
        1,
        x_ticks=[
            Tick(percent_of(step, 0, steps[-1]), numbers.number(step, wording)) for step in steps
        ],
    )
    return render(
        "country_estimates.html",
        rows=_estimate_rows(estimates, wording),
        axis=plot_html(axis),
        heading=wording.t("country.forced_labour.editions_under") if under and editions else "",
        strength=_editions_strength(editions, wording) if under else None,
        t=wording.t,
    )


def _editions_strength(editions: Sequence[Estimate], wording: Wording) -> Strength | None:
    if not editions:
        return None
    reason = "method_changed" if len(editions) > 1 else "one_edition"
    return graded(NOT_COMPARABLE, wording.t(f"country.forced_labour.{reason}"), wording)


def _estimates_note(
    editions: Sequence[Estimate], answers: CountryAnswers, wording: Wording, *, under: bool
) -> str:
    key = "models_under" if under else "models"
    notes = [wording.t(f"country.forced_labour.{key}")] if editions else []
    years = sorted({e.rate.year for e in _around(answers, wording) if e.rate is not None})
    if years:
        text = numbers.year_range(years[0], years[-1], wording)
        notes.append(wording.t("country.forced_labour.around_note", year=text))
    return " ".join(notes)


def _estimates_title(
    editions: Sequence[Estimate], answers: CountryAnswers, wording: Wording
) -> str:
    for edition in editions:
        if edition.per_1000 is not None and edition.rate is not None:
            return wording.t(
                "country.forced_labour.model_title",
                value=_about_rate(edition.per_1000, wording),
                year=edition.rate.year,
            )
    return wording.t("country.forced_labour.no_estimate", country=answers.area.name)


def _shown(
    editions: Sequence[Estimate], answers: CountryAnswers, wording: Wording
) -> tuple[list[Series], str]:
    """The series behind the chart, and the areas they are of."""
    estimates = (*editions, *_around(answers, wording))
    areas = dict.fromkeys(
        area.code for e in estimates if not e.own for s in e.series for area in s.areas
    )
    return _joined(s for e in estimates for s in e.series), ",".join((answers.area.code, *areas))


def _joined(several: Iterable[Series]) -> list[Series]:
    """One Series an indicator, with the rows, areas and sources of all of its pieces."""
    found: dict[str, Series] = {}
    for series in several:
        code = series.indicator.code
        if code not in found:
            found[code] = series
            continue
        before = found[code]
        found[code] = replace(
            before,
            areas=tuple(dict.fromkeys((*before.areas, *series.areas))),
            sources=tuple(dict.fromkeys((*before.sources, *series.sources))),
            observations=(*before.observations, *series.observations),
        )
    return list(found.values())


def _models(editions: Sequence[Estimate], answers: CountryAnswers, wording: Wording) -> Card:
    """The editions alone; without any, what stands around the country and that there is none."""
    several, areas = _shown(editions, answers, wording)
    title = _estimates_title(editions, answers, wording)
    label = wording.t("country.forced_labour.editions", country=answers.area.name)
    note = _estimates_note(editions, answers, wording, under=False)
    if not several:
        return Card("country-fl-editions", title, "forced_labour", sentence=note, label=label)
    body = _estimates_body(editions, answers, wording, under=False)
    sources = short_sources(several, wording)
    return figure_card(
        "country-fl-editions",
        title,
        several,
        wording,
        label=label,
        strength=_editions_strength(editions, wording),
        sentence=note,
        area_code=areas,
        meta="",
        body=body,
        sources=sources,
        csv_refusal="",
    )


def _both_card(
    detected: Detected, editions: Sequence[Estimate], answers: CountryAnswers, wording: Wording
) -> Card:
    """What authorities detect, and under it what models estimate: one card beside the goods."""
    several, areas = _shown(editions, answers, wording)
    title = _detected_title(detected, wording, before=False)
    several = [detected.series, *several]
    notes = (
        _detected_note(detected, wording),
        _estimates_note(editions, answers, wording, under=True),
    )
    plot = _detected_plot(detected, wording, title=title, height=36)
    body = (
        f'<div class="flt theme-forced_labour">{plot}</div>'
        f"{_estimates_body(editions, answers, wording, under=True)}"
    )
    return figure_card(
        "country-fl-victims",
        title,
        several,
        wording,
        label=wording.t("country.forced_labour.victims", country=answers.area.name),
        sentence=" ".join(filter(None, notes)),
        area_code=areas,
        theme="forced_labour",
        meta="",
        body=body,
        sources=short_sources(several, wording),
        csv_refusal="",
    )

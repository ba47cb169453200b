"""Human trafficking: victims that authorities detected, by year and part, and the justice stages.

The publisher's total of a year is the number; parts stand below it and never speak for it. Parts
that cannot be true beside the total are told and not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from components import numbers
from components.cards import Card, Section, Strength, figure_card
from components.change_words import graded
from components.charts.plot import plot_html
from components.country.answers import CountryAnswers
from components.country.parts.count_parts import PartsBar, parts_bar
from components.country.parts.missing import Gap, gap_of
from components.country.parts.source_names import short_sources
from components.country.parts.yearly_counts import (
    LAST_YEAR,
    UNRELIABLE,
    YearCount,
    count_text,
    count_title,
    counts_table,
    register_strength,
    telling,
    tight,
    year_columns,
    year_count,
    year_list,
)
from components.markup import render
from components.wording import Wording
from data.methods.change import INDICATIVE
from data.methods.parts import Breakdown, By, YearParts, is_total, parts_by_year
from data.methods.selection import Representative, headlines, representative
from data.methods.separable import Lines, lines_of
from data.records import Observation, Series

VICTIMS: Final = "TIP_VICTIMS"
CHAIN: Final = ("TIP_CONTACT", "TIP_PROSECUTED", "TIP_CONVICTED")
CONVICTED: Final = CHAIN[-1]

MOST_TOLD: Final = 3
"""Years whose parts are told in words when they cannot be true; the rest stand in the table."""

HEIGHTS: Final = (48, 56, 64, 84, 96)
"""Pixels of a stage's columns beside a card with so many bars of parts."""

LOW: Final = 12
"""Pixels of a stage for which nothing was ever reported."""


def trafficking_section(answers: CountryAnswers, wording: Wording) -> Section:
    """Detection, never prevalence. Without a card when nothing is held."""
    victims, bars = _victims(answers, wording)
    cards = (victims, _justice(answers, wording, beside=bars))
    return Section(
        "trafficking",
        wording.t("country.trafficking.title"),
        "trafficking",
        wording.t("country.trafficking.lead"),
        tuple(card for card in cards if card is not None),
    )


def victims_spoken(answers: CountryAnswers) -> Representative | None:
    """The total of detected victims that speaks for the country by the one rule."""
    series = answers.series(VICTIMS)
    return (
        representative(headlines()["trafficking_victims"], series.observations) if series else None
    )


def _parts_only(found: YearParts) -> bool:
    """Whether a year holds parts that say something, and no total."""
    return found.total is None and any(part.verdict != "empty" for part in found.breakdowns)


def missing_lines(answers: CountryAnswers, wording: Wording) -> tuple[Gap, ...]:
    """What is not held on trafficking and who could provide it; nothing when a total is held."""
    series = answers.series(VICTIMS)
    rows = series.observations if series else ()
    if any(map(is_total, rows)):
        return ()
    stem = "country.trafficking.missing_"
    detail = "total" if rows else "all"
    return (gap_of(f"{stem}what", f"{stem}{detail}", f"{stem}who", wording),)


# ------------------------------------------------------------------ victims


def _victims(answers: CountryAnswers, wording: Wording) -> tuple[Card | None, int]:
    """The card of the victims, and how many bars of parts stand in it."""
    series = answers.series(VICTIMS)
    if series is None:
        return None, 0
    years = parts_by_year(series.observations)
    totals = [found.total for found in years if found.total is not None]
    title = count_title(victims_spoken(answers), totals, series.indicator, wording)
    split = _splits(years)
    counts = victim_counts(years, series, wording)
    bars = _bars(years, split, series, wording)
    whole = figure_card(
        "country-tip-victims",
        title,
        [series],
        wording,
        label=wording.t("country.trafficking.victims", country=answers.area.name),
        strength=register_strength(totals, wording),
        sentence=" ".join(_notes(years, bars, series, wording)),
        area_code=answers.area.code,
        meta="",
        sources=short_sources([series], wording),
        table=counts_table([series], wording),
        body=_victims_body(counts, bars, title, wording),
    )
    return whole, sum(part.bar is not None for part in bars)


def _children(found: YearParts) -> Observation | None:
    """The children of a year whose two ages add up to its total exactly; None in other years."""
    ages = found.by("age")
    if ages is None or not ages.exact or len(ages.rows) < 2:
        return None
    return next((row for row in ages.rows if row.age == "0-17"), None)


def _splits(years: Sequence[YearParts]) -> bool:
    """Whether the columns are cut into children and adults: where most of them can be."""
    counted = [found for found in years if found.total is not None and found.total.value]
    return 2 * sum(_children(found) is not None for found in counted) >= max(len(counted), 1)


def victim_counts(
    years: Sequence[YearParts], series: Series, wording: Wording
) -> dict[int, YearCount]:
    """The published total of each year as a column, cut into children and adults where most are."""
    split = _splits(years)
    return {
        found.year: _year_count(found, series, wording, split=split)
        for found in years
        if found.total is not None
    }


def _year_count(found: YearParts, series: Series, wording: Wording, *, split: bool) -> YearCount:
    """The year's total; of columns that are cut, one without ages that add up is hatched."""
    assert found.total is not None
    about = series.indicator
    drawn = year_count(found.total, about, wording, starred=bool(found.impossible))
    if not split or not found.total.value:
        return drawn
    children = _children(found)
    if children is None:
        return replace(drawn, look="hatched")
    tip = wording.t(
        "country.trafficking.children_in",
        year=found.year,
        value=numbers.figure(children, about, wording),
    )
    return replace(drawn, inner=children.value, inner_tip=tip)


def _victims_body(
    counts: dict[int, YearCount], bars: Sequence[Part], title: str, wording: Wording
) -> str:
    plot = ""
    split = any(count.inner is not None for count in counts.values())
    if counts:
        tall = telling(counts)
        columns = year_columns(
            counts, min(counts), wording, alt=title, height=140 if tall else 40, values=tall
        )
        plot = plot_html(columns)
    return render(
        "country_tip_victims.html",
        plot=plot,
        tight=bool(counts) and tight(counts, min(counts)),
        split=split,
        unsplit=split and any(c.look == "hatched" and c.value for c in counts.values()),
        bars=[part.bar for part in bars if part.bar is not None],
        t=wording.t,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """The newest breakdown of a kind; `bar` is None where it cannot be true and is not drawn."""

    found: Breakdown
    bar: PartsBar | None


def _bars(
    years: Sequence[YearParts], split: bool, series: Series, wording: Wording
) -> tuple[Part, ...]:
    """The newest breakdown of each kind; by age only when no column is split."""
    kinds: list[By] = ["form", "sex", "citizenship"]
    # Columns cut by age show the ages already.
    if not split:
        kinds.insert(2, "age")
    parts = []
    for kind in kinds:
        held = [b for found in years if (b := found.by(kind)) and b.verdict != "empty"]
        telling = [b for b in held if b.high > 0] or (held if kind == "form" else [])
        if telling:
            newest = max(telling, key=lambda b: b.year)
            drawn = newest.verdict not in {"more", "denied"}
            lines = _lines(newest, series)
            parts.append(Part(newest, parts_bar(newest, series, wording, lines) if drawn else None))
    return tuple(parts)


def _lines(found: Breakdown, series: Series) -> Lines | None:
    """The lines without names that belong to the forms of a year; None of any other kind."""
    if found.by != "form":
        return None
    return lines_of(row for row in series.observations if row.year == found.year)


def _notes(
    years: Sequence[YearParts], bars: Sequence[Part], series: Series, wording: Wording
) -> list[str]:
    """What the reader must know beside the chart, a sentence each."""
    notes = [_impossible(years, bars, series, wording)]
    if any(found.total is not None for found in years):
        first = min(found.year for found in years if found.total is not None)
        without = [f.year for f in years if f.year > first and _parts_only(f)]
        if without:
            text = year_list(without, wording)
            notes.append(wording.t("country.trafficking.no_total_for", years=text))
    doubted = [f.year for f in years if f.total is not None and f.total.status == UNRELIABLE]
    if doubted:
        notes.append(wording.t("country.trafficking.unreliable", years=year_list(doubted, wording)))
    notes.append(wording.t("country.counts.detection"))
    return [note for note in notes if note]


def _impossible(
    years: Sequence[YearParts], bars: Sequence[Part], series: Series, wording: Wording
) -> str:
    """The parts that cannot be true beside their total, with the figures: those of the newest
    such year, of the year that is furthest apart, and those that are left out of the bars."""
    wrong = {found.year: found for found in years if found.impossible}
    if not wrong:
        return ""
    left_out = sorted({part.found.year for part in bars if part.bar is None}, reverse=True)
    furthest = max(wrong.values(), key=lambda found: (found.apart, found.year)).year
    chosen = list(dict.fromkeys((max(wrong), furthest, *left_out)))[:MOST_TOLD]
    texts = [
        wording.t(
            "country.trafficking.impossible_year",
            year=year,
            parts=wording.t("sentence.comma").join(
                _sum_text(part, wording)
                for part in wrong[year].differing
                # Forms on several lines are told beside their bar: here they would be too few.
                if part.verdict != "less" or _lines(part, series) is None
            ),
            total=count_text(wrong[year].total, series.indicator, wording),  # type: ignore[arg-type]
        )
        for year in sorted(chosen, reverse=True)
    ]
    more = len(wrong) - len(chosen)
    if more:
        texts.append(
            wording.plural(
                "country.trafficking.more_years", more, count=numbers.number(more, wording)
            )
        )
    listed = wording.t("sentence.separator").join(texts)
    return wording.t("country.trafficking.impossible", years=listed)


def _sum_text(part: Breakdown, wording: Wording) -> str:
    number = numbers.read_count(part.low, wording)
    if part.low != part.high:
        number = wording.t("country.trafficking.at_least", number=number)
    nationals = part.by == "citizenship" and {row.category for row in part.rows} == {"NATIONAL"}
    kind = "nationals" if nationals else part.by
    return wording.t(f"country.trafficking.sum_{kind}", number=number)


# ------------------------------------------------------------------ justice


@dataclass(frozen=True, slots=True)
class Stage:
    """One row of the stages, ready to be shown."""

    name: str
    unit: str
    plot: str
    tight: bool


def _justice(answers: CountryAnswers, wording: Wording, *, beside: int) -> Card | None:
    """The stages; `beside` counts the bars of the card at its side, so that both end level."""
    held = {code: found for code in CHAIN if (found := answers.series(code)) is not None}
    totals = stage_totals(answers)
    if not any(totals.values()):
        return None
    title = _justice_title(totals, held, wording)
    return figure_card(
        "country-tip-chain",
        title,
        list(held.values()),
        wording,
        label=wording.t("country.trafficking.chain", country=answers.area.name),
        strength=_justice_strength(totals, wording),
        sentence=wording.t("country.trafficking.chain_apart"),
        area_code=answers.area.code,
        meta="",
        sources=short_sources(list(held.values()), wording),
        table=counts_table(list(held.values()), wording),
        body=render("country_stages.html", stages=_stages(totals, held, HEIGHTS[beside], wording)),
    )


def stage_totals(answers: CountryAnswers) -> dict[str, dict[int, Observation]]:
    """The published totals of each stage by year."""
    return {
        code: {row.year: row for row in series.observations if is_total(row)}
        for code in CHAIN
        if (series := answers.series(code)) is not None
    }


def _first_year(totals: dict[str, dict[int, Observation]]) -> int:
    return min(year for rows in totals.values() for year in rows)


def _stages(
    totals: dict[str, dict[int, Observation]],
    held: dict[str, Series],
    height: int,
    wording: Wording,
) -> list[Stage]:
    """A row a stage on one scale; a stage that nobody reported keeps its row of dashes."""
    first = _first_year(totals)
    values = [r.value for rows in totals.values() for r in rows.values() if r.value is not None]
    top = max(values, default=0.0)
    stages = []
    for code in CHAIN:
        counts = {
            year: year_count(row, held[code].indicator, wording)
            for year, row in totals.get(code, {}).items()
        }
        name = wording.t(f"country.trafficking.stage.{code}")
        plot = year_columns(
            counts,
            first,
            wording,
            alt=name,
            height=height if counts else LOW,
            top=top,
            width=410,
            axis=code == CONVICTED,
        )
        unit = wording.t(f"country.trafficking.stage_unit.{code}")
        stages.append(Stage(name, unit, plot_html(plot), tight(counts, first)))
    return stages


def _justice_title(
    totals: dict[str, dict[int, Observation]], held: dict[str, Series], wording: Wording
) -> str:
    """The newest stage of the procedure, then the newest convictions."""
    newest = {code: rows[max(rows)] for code, rows in totals.items() if rows}
    earlier = [code for code in CHAIN[:-1] if code in newest]
    parts = []
    if earlier:
        lead = max(earlier, key=lambda code: (newest[code].year, -CHAIN.index(code)))
        parts.append(_clause(lead, newest[lead], held, wording))
    end = newest.get(CONVICTED)
    if end is None:
        parts.append(wording.t("country.trafficking.no_convictions"))
    elif earlier and end.value and end.year < newest[lead].year:
        parts.append(wording.t("country.trafficking.last_convictions", year=end.year))
    else:
        parts.append(_clause(CONVICTED, end, held, wording))
    text = wording.t("sentence.separator").join(parts)
    return f"{text[:1].upper()}{text[1:]}"


def _clause(code: str, row: Observation, held: dict[str, Series], wording: Wording) -> str:
    # A hidden count stands for 1 to 4, so it is spoken of in the plural.
    return wording.plural(
        f"country.trafficking.clause.{code}",
        4 if row.value is None else row.value,
        value=count_text(row, held[code].indicator, wording),
        year=row.year,
    )


def _justice_strength(totals: dict[str, dict[int, Observation]], wording: Wording) -> Strength:
    years = set(range(_first_year(totals), LAST_YEAR + 1))
    gaps = any(years - set(totals.get(code, {})) for code in CHAIN)
    reason = wording.t(f"country.trafficking.{'people_and_gaps' if gaps else 'people'}")
    return graded(INDICATIVE, reason, wording)

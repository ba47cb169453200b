"""Progress and outlook as HTML: the world, the countries that can be judged, the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from components import numbers
from components.cards import source_line
from components.markup import render
from components.progress.chart import course_html
from components.progress.words import (
    by_reason,
    exact_text,
    formula_lines,
    other_opinions,
    paces,
    read_text,
    reason_text,
    series_name,
    share_text,
    value_text,
    verdict,
)
from components.wording import Wording
from data.methods.progress.assessment import CLASSES
from data.methods.progress.judged import DUE, TARGET_YEAR
from data.methods.progress.series import JudgedSeries, Progress
from data.records import Area, Described

HEADLINE: Final = "child_labour"
"""The measure by which countries are counted: SDG 8.7.1 without household chores."""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses: this page for a country and the country's own page, each up to its code; the file;
    the methods."""

    here: str
    country: str
    csv: str
    methods: str


def progress_html(
    found: Progress,
    about: Described,
    wording: Wording,
    links: Links,
    *,
    this_year: int,
    chosen: Sequence[str] = (),
) -> str:
    """The whole page; with chosen countries their series first, each with its sums."""
    judged = [
        one
        for area in _by_name(found.countries, about.areas)
        for one in found.countries[area]
        if not one.judged.reasons
    ]
    headline = {
        area: one
        for area in _by_name(found.countries, about.areas)
        for one in found.countries[area]
        if one.code == HEADLINE
    }
    return render(
        "progress.html",
        t=wording.t,
        links=links,
        world=[_card(one, about, wording, this_year) for one in found.world],
        chosen=[
            {
                "name": about.areas[area].name,
                "code": area,
                "cards": [
                    _card(one, about, wording, this_year)
                    # What is judged stands together: a card without a course is half as tall.
                    for one in sorted(found.countries[area], key=lambda one: one.judged.way is None)
                    if one.newest is not None or not one.run
                ],
            }
            for area in chosen
            if area in found.countries
        ],
        rows=[_row(one, about, wording) for one in judged],
        countries=numbers.number(len({one.area for one in judged}), wording),
        due=_due(headline, wording),
        reasons=_reasons(headline, about.areas, wording),
        classes=[(code, wording.t(f"progress.class.{code}")) for code in CLASSES],
        target_year=TARGET_YEAR,
    )


def _by_name(codes: Mapping[str, object], areas: Mapping[str, Area]) -> list[str]:
    return sorted(codes, key=lambda code: areas[code].by_name)


def _card(one: JudgedSeries, about: Described, wording: Wording, this_year: int) -> dict[str, Any]:
    indicator, found = about.indicators[one.indicator], one.judged
    name = series_name(one, indicator, wording)
    said = verdict(found, wording)
    newest = one.newest
    alt = wording.t("progress.alt", series=name, verdict=said.word)
    rows = [*found.points, *([newest] if newest is not None and newest not in found.points else [])]
    sources = {row.source: about.sources[row.source] for row in rows}
    return {
        "key": f"progress-{one.area}-{one.code}".lower().replace("_", "-"),
        "name": name,
        "verdict": said,
        "newest": read_text(newest, indicator, wording) if newest is not None else "",
        "exact": exact_text(newest, indicator, wording) if newest is not None else "",
        "title": _title(one, about, wording),
        "paces": list(paces(found, indicator, wording).values()),
        "chart": course_html(found, indicator, alt, wording, this_year=this_year),
        "projected": found.outlook is not None,
        "formula": formula_lines(found, indicator, wording),
        "others": other_opinions(found, indicator, wording),
        "evidence": wording.t(f"progress.evidence.{found.evidence}") if found.way else "",
        "definition": ""
        if one.run is None
        else wording.code_text("national_definition", one.run.definition),
        "points": [exact_text(row, indicator, wording) for row in found.points],
        "beside": ""
        if newest is None or not found.points or newest.year <= found.points[-1].year
        else wording.t("progress.newer", value=read_text(newest, indicator, wording)),
        "sources": [source_line(source, wording) for source in sources.values()],
    }


def _title(one: JudgedSeries, about: Described, wording: Wording) -> str:
    """The answer as a sentence: from when to when, from what to what, or why there is none."""
    indicator, way = about.indicators[one.indicator], one.judged.way
    if one.judged.reasons or way is None:
        why = reason_text(one.judged.reasons[0] if one.judged.reasons else "no_figure", wording)
        return wording.t("progress.not_judged", reason=why)
    key = "down" if way.last < way.base else "up" if way.last > way.base else "same"
    return wording.t(
        f"progress.title.{key}",
        base=value_text(way.base, indicator, wording),
        first=way.base_year,
        now=value_text(way.last, indicator, wording),
        last=way.last_year,
    )


def _row(one: JudgedSeries, about: Described, wording: Wording) -> dict[str, Any]:
    indicator, found = about.indicators[one.indicator], one.judged
    way, made = found.way, found.assessment
    assert way is not None
    line = found.straight
    return {
        "area": one.area,
        "country": about.areas[one.area].name,
        "series": series_name(one, indicator, wording),
        "span": wording.t(
            "progress.span",
            base=value_text(way.base, indicator, wording),
            first=way.base_year,
            now=value_text(way.last, indicator, wording),
            last=way.last_year,
        ),
        "yearly": share_text(made.yearly, wording) if made.yearly is not None else "",
        "verdict": verdict(found, wording),
        "expected": value_text(made.expected, indicator, wording)
        if made.expected is not None
        else "",
        "times": numbers.number(line.times, wording, 1)
        if line is not None and line.times is not None
        else "",
        "evidence": wording.t(f"progress.evidence_short.{found.evidence}"),
    }


def _due(headline: Mapping[str, JudgedSeries], wording: Wording) -> dict[str, str]:
    """Whether child labour ended by 2025, as far as figures up to that year tell."""
    held = [one.newest for one in headline.values() if one.newest is not None]
    by_then = [row for row in held if row.year <= DUE]
    zero = [row for row in by_then if row.value == 0]
    return {
        "year": str(DUE),
        "none": wording.t(
            "progress.due",
            year=DUE,
            zero=numbers.number(len(zero), wording),
            held=numbers.number(len(by_then), wording),
            without=numbers.number(len(headline) - len(held), wording),
        ),
    }


def _reasons(
    headline: Mapping[str, JudgedSeries], areas: Mapping[str, Area], wording: Wording
) -> list[dict[str, Any]]:
    return [
        {
            "reason": reason_text(code, wording),
            "count": numbers.number(len(found), wording),
            "places": [(areas[area].name, area) for area in found],
        }
        for code, found in by_reason(headline).items()
    ]

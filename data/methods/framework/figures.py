"""Rules that answer with figures: the one that speaks by `selection`, never by a second rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from data.methods.framework.said import FrameworkFacts, Said, from_source, number_text
from data.methods.selection import (
    Measure,
    absence,
    headlines,
    history,
    measure_of,
    other_ages,
    representative,
)
from data.records import NOT_REPORTED, SEXES, Observation

WORLD: Final = "WLD"
CHILD_LABOUR: Final = ("child_labour", "child_labour_chores")
NATIONAL: Final = ("NATIONAL_CHILD_LABOUR_RATE", "NATIONAL_CHILD_LABOUR_NUMBER")


def of_measure(facts: FrameworkFacts, code: str) -> list[Said]:
    """The figure that speaks for a headline measure, with its rivals and its sexes."""
    return _speaking(facts, headlines()[code])


def of_indicator(facts: FrameworkFacts, code: str) -> list[Said]:
    """The figure that speaks for an indicator, with its sexes."""
    about = facts.indicators.get(code)
    return _speaking(facts, measure_of(about)) if about else []


def measured(facts: FrameworkFacts, code: str) -> list[Said]:
    """Yes, where a measure has a figure: what that figure counts is said beside it."""
    found = [one for one in of_measure(facts, code) if one.value and one.sex == "T"]
    return [replace(found[0], value="yes", unit="", remark="detected")] if found else []


def national(facts: FrameworkFacts, code: str) -> list[Said]:
    """The newest figures of the runs of the national office, each with its sexes."""
    runs = {run.code: run for run in facts.runs if run.indicator == code}
    rows = [row for row in _rows(facts, (code,)) if row.category in runs and row.value is not None]
    newest = max((row.year for row in rows if row.sex == "T"), default=None)
    found = []
    for row in sorted(rows, key=lambda row: (row.category, SEXES.index(row.sex))):
        if row.year != newest:
            continue
        run = runs[row.category]
        title = f"{run.publisher}: {run.title}" if run.title else run.publisher
        said = _said(facts, row)
        found.append(replace(said, view="office", source_title=title, subject=run.code,
                             page=run.page or said.page))  # fmt: skip
    return found


def regional(facts: FrameworkFacts, code: str) -> list[Said]:
    """The newest figure of the region of the country, which is no figure of the country."""
    series = facts.regional.get(code)
    rows = [
        row
        for row in (series.observations if series else ())
        if row.area != WORLD and row.value is not None and row.sex == "T"
    ]
    about = facts.indicators.get(code)
    spoken = representative(measure_of(about), rows) if about else None
    if spoken is None:
        return []
    return [replace(_said(facts, spoken.row), subject=spoken.row.area, remark="region")]


def surveys(facts: FrameworkFacts, which: str) -> list[Said]:
    """The first and the latest survey year of child labour, and how many there are between."""
    rows = sorted(_surveyed(facts), key=lambda row: row.year)
    if not rows:
        return []
    first, last = rows[0], rows[-1]
    row = first if which == "survey" else last
    said = replace(_said(facts, row), unit="", value=str(row.year), remark="survey_year")
    if which != "frequency":
        return [said]
    years = len({row.year for row in rows})
    numbers = (str(years), str(first.year), str(last.year))
    return [replace(said, value=str(years), view="ours", remark="surveys", numbers=numbers)]


def _surveyed(facts: FrameworkFacts) -> Iterable[Observation]:
    """A figure of each survey that measured child labour, whatever its ages."""
    for code in CHILD_LABOUR:
        measure = headlines()[code]
        rows = _rows(facts, measure.indicators)
        for survey in (*history(measure, rows), *other_ages(measure, rows)):
            yield survey.row
    runs = {run.code for run in facts.runs}
    for row in _rows(facts, NATIONAL):
        if row.category in runs and row.value is not None and row.sex == "T":
            yield row


def _rows(facts: FrameworkFacts, codes: Iterable[str]) -> list[Observation]:
    series = (facts.figures[code] for code in codes if code in facts.figures)
    return [row for one in series for row in one.observations]


def _speaking(facts: FrameworkFacts, measure: Measure) -> list[Said]:
    rows = _rows(facts, measure.indicators)
    spoken = representative(measure, rows)
    if spoken is None:
        why = absence(measure, rows)
        return [] if why is None or why.status == NOT_REPORTED else [_said(facts, why)]
    row = spoken.row
    sexes = [one for one in rows if _other_sex(one, row)] if row.sex == "T" else []
    return [_said(facts, one) for one in (row, *spoken.rivals, *sexes)]


def _other_sex(one: Observation, row: Observation) -> bool:
    """Whether a row is the same figure of girls or boys, women or men."""
    return one.sex != "T" and one.value is not None and one._replace(
        sex=row.sex, value=None, lower=None, upper=None, status="", note="", nature="",
        suppressed="",
    ) == row._replace(value=None, lower=None, upper=None, status="", note="", nature="",
                      suppressed="")  # fmt: skip


def _said(facts: FrameworkFacts, row: Observation) -> Said:
    about = facts.indicators.get(row.indicator)
    where = from_source(facts, row.source)
    if any(run.source == row.source for run in facts.runs):
        where["view"] = "office"
    return Said(
        value="" if row.value is None else number_text(row.value),
        unit=row.unit or (about.unit if about else ""),
        year=str(row.year),
        sex=row.sex,
        absence=row.status if row.value is None else "",
        record=row,
        **where,
    )

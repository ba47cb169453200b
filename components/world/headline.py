"""The three numbers that answer the page's title: the figure, its change, how far it compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from components import change_words, numbers
from components.cards import SourceLine, Strength, source_line
from components.markup import render
from components.wording import Wording
from components.world.quoted import quoted_sentence
from data.methods.change import COMPARABLE, Change, change
from data.methods.pace import Pace, pace_to_zero
from data.methods.selection import history, measure_of
from data.records import Observation, Series, Source

CHILD_LABOUR: Final = "GE_CHILD_LABOUR_NUMBER"
FORCED_LABOUR: Final = "ILO_FORCED_LABOUR_NUMBER"
VICTIMS: Final = "trafficking_victims"
CHILD_LABOUR_DATE: Final = 2025
LAST_DATE: Final = 2030
"""The two dates of Target 8.7; child labour's is the earlier."""

YEARS_SAID: Final = 2


@dataclass(frozen=True)
class Number:
    """One number, ready: `number` and `unit` of the reading, `exact` as published, and lines.

    `quoted` says who quotes the publisher, where the figure was read at second hand.
    """

    theme: str
    number: str
    unit: str
    exact: str
    what: str
    verdict: str = ""
    strength: Strength | None = None
    lines: tuple[str, ...] = ()
    source: SourceLine | None = None
    quoted: str = ""


@dataclass(frozen=True)
class Reports:
    """Who has told anything of a count: by year, the codes of the countries."""

    by_year: Mapping[int, frozenset[str]]
    source: Source

    @property
    def ever(self) -> int:
        """Countries that reported for any year."""
        return len(frozenset().union(*self.by_year.values()))


def world_change(series: Series) -> Change:
    """The change of the world as a whole."""
    return change(measure_of(series.indicator), series.observations, method=series.indicator.method)


def estimate_strength(found: Change, wording: Wording) -> Strength:
    """How far two estimates compare: where they do, because they are of one series."""
    strength = change_words.strength_of(found, wording)
    if found.strength == COMPARABLE:
        return Strength(strength.glyph, strength.word, wording.t("world.one_series"))
    return strength


def child_labour(series: Series, wording: Wording) -> Number | None:
    """Children in child labour, what became of the number, and the pace that zero would need."""
    found = world_change(series)
    if found.last is None:
        return None
    surveys = history(measure_of(series.indicator), series.observations)
    first = surveys[0].row
    lines = [wording.t("world.passed", year=CHILD_LABOUR_DATE)]
    if first.year < found.last.year:
        lines.append(
            wording.t(
                "world.first_estimate",
                value=numbers.read_figure(first, series.indicator, wording),
                year=first.year,
            )
        )
    pace = pace_to_zero(found, LAST_DATE)
    lines += [pace_sentence(pace, wording)] if pace else []
    return _number(series, found, "child_labour", lines, wording)


def forced_labour(series: Series, wording: Wording) -> Number | None:
    """People in forced labour; the editions are compared as far as their methods allow."""
    found = world_change(series)
    if found.last is None:
        return None
    lines = [wording.t("world.target", year=LAST_DATE)]
    return _number(series, found, "forced_labour", lines, wording)


def trafficking(reports: Reports, wording: Wording) -> Number:
    """How many countries told how many victims they detected: reports, not people."""
    newest = sorted(reports.by_year, reverse=True)[:YEARS_SAID]
    said = [
        wording.t(
            "world.reported", count=numbers.number(len(reports.by_year[year]), wording), year=year
        )
        for year in newest
    ]
    return Number(
        theme="trafficking",
        number=numbers.number(reports.ever, wording).strip("\u2066\u2069"),
        unit=wording.t("world.countries"),
        exact="",
        what=wording.t("world.what.trafficking"),
        verdict=wording.t("sentence.comma").join(said),
        lines=(wording.t("world.detection"), wording.t("world.target", year=LAST_DATE)),
        source=source_line(reports.source, wording),
    )


def pace_sentence(pace: Pace, wording: Wording) -> str:
    """`Zero by 2030 would need 22.9 million fewer each year; from 2020 to 2024 it was …`"""
    key = "world.pace" if pace.seen > 0 else "world.pace_rising"
    return wording.t(
        key,
        end=pace.end,
        needed=numbers.read_count(pace.needed, wording),
        seen=numbers.read_count(abs(pace.seen), wording),
        first=pace.first,
        last=pace.last,
    )


def formula_sentence(pace: Pace, wording: Wording) -> str:
    """How the pace was reckoned, so that anybody can do it again."""
    return wording.t(
        "world.formula",
        value=numbers.number(pace.value, wording),
        last=pace.last,
        end=pace.end,
        years=numbers.number(pace.end - pace.last, wording),
        needed=numbers.read_count(pace.needed, wording),
    )


def world_numbers(
    figures: Mapping[str, Series], reports: Reports | None, wording: Wording
) -> list[Number]:
    """The numbers that are held, by the world's own figures and by who reported."""
    made = [
        make(figures[code], wording)
        for code, make in ((CHILD_LABOUR, child_labour), (FORCED_LABOUR, forced_labour))
        if code in figures
    ]
    made += [trafficking(reports, wording)] if reports is not None else []
    return [number for number in made if number is not None]


def numbers_html(blocks: list[Number], wording: Wording) -> str:
    """The numbers as one column."""
    return render("world_numbers.html", numbers=blocks, t=wording.t)


def _number(
    series: Series, found: Change, theme: str, lines: list[str], wording: Wording
) -> Number:
    row = found.last
    assert row is not None
    number, unit = numbers.parted(numbers.read_figure(row, series.indicator, wording))
    return Number(
        theme=theme,
        number=number,
        unit=unit,
        exact=numbers.figure(row, series.indicator, wording),
        what=_what(row, theme, wording),
        verdict=change_words.verdict(found, series.indicator, wording),
        strength=estimate_strength(found, wording),
        lines=tuple(lines),
        quoted=quoted_sentence([row], wording),
        source=source_line(series.source(row.source), wording),
    )


def _what(row: Observation, theme: str, wording: Wording) -> str:
    age = numbers.age_span(row.age, wording)
    return wording.t(f"world.what.{theme}", year=row.year, age=age)

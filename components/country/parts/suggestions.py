"""Actions suggested by one government's reports: what is open, the longest repeated first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components.cards import Card
from components.country.answers import CountryAnswers
from components.country.parts.law import source_lines
from components.markup import render
from components.numbers import isolate, number, year_range
from components.wording import Wording
from data.records import SuggestedAction

FIRST_SHOWN: Final = 7
"""Topics shown before the others fold; as many lines as the card beside it has."""

GROUPS: Final = (
    "legal_framework",
    "enforcement",
    "coordination",
    "government_policies",
    "social_programs",
)


@dataclass(frozen=True)
class Square:
    """One report: its year, and whether the topic stands in it."""

    year: int
    named: bool


@dataclass(frozen=True)
class Topic:
    """A topic with a square for each report, and the same in words."""

    name: str
    squares: tuple[Square, ...]
    told: str


def reports(answers: CountryAnswers) -> tuple[int, ...]:
    """The years of the reports on this country, as far as they suggest or assess anything."""
    sources = {one.source for one in answers.suggested_actions}
    years = {year for one in answers.suggested_actions for year in one.years}
    years |= {fact.year for fact in answers.legal_facts if fact.source in sources}
    return tuple(sorted(years))


def open_topics(answers: CountryAnswers) -> tuple[SuggestedAction, ...]:
    """The topics of the newest report, those of most reports first, then the earliest named."""
    years = reports(answers)
    newest = [one for one in answers.suggested_actions if years and years[-1] in one.years]
    return tuple(sorted(newest, key=_longest_first))


def _longest_first(one: SuggestedAction) -> tuple[int, int, int, str]:
    group = GROUPS.index(one.group) if one.group in GROUPS else len(GROUPS)
    return -len(one.years), min(one.years), group, one.topic


def suggestion_card(answers: CountryAnswers, wording: Wording) -> Card | None:
    """How many topics are open, each with its years; earlier ones fold. None without reports."""
    if not answers.suggested_actions:
        return None
    years = reports(answers)
    still = open_topics(answers)
    past = sorted(
        (one for one in answers.suggested_actions if one not in still), key=_longest_first
    )
    every = sum(len(one.years) == len(years) for one in still)
    title = wording.t("law.suggestions", country=answers.area.name)
    return Card(
        "country-suggestions",
        open_text(len(still), every, years[-1], wording),
        "government",
        label=title,
        body=render(
            "law_suggestions.html",
            caption=title,
            column=wording.t("law.column.suggestion"),
            span=isolate(f"\u2019{years[0] % 100:02d}\u2013\u2019{years[-1] % 100:02d}", wording),
            told=wording.t("law.column.reports"),
            shown=[_topic(one, years, wording) for one in still[:FIRST_SHOWN]],
            more=[_topic(one, years, wording) for one in still[FIRST_SHOWN:]],
            past=[_topic(one, years, wording) for one in past],
            summary=wording.t(
                "law.more_topics",
                count=number(max(len(still) - FIRST_SHOWN, 0), wording),
                past=number(len(past), wording),
            ),
            past_of=wording.t("law.past_topics", year=years[-1]),
            note=wording.t("law.one_view"),
            basis=wording.t("government_label.suggestion_basis"),
        ),
        sources=source_lines([one.source for one in answers.suggested_actions], answers, wording),
    )


def open_text(count: int, every: int, year: int, wording: Wording) -> str:
    """`12 topics named in 2022, 4 in every report`."""
    told = {"count": number(count, wording), "year": isolate(year, wording)}
    said = (
        wording.plural("law.open", count, **told) if count else wording.t("law.open_none", **told)
    )
    if not every:
        return said
    in_every = wording.t("law.every", every=number(every, wording))
    return wording.t("law.list_separator").join((said, in_every))


def _topic(one: SuggestedAction, years: Sequence[int], wording: Wording) -> Topic:
    return Topic(
        wording.t(f"suggestion.{one.topic}"),
        tuple(Square(year, year in one.years) for year in years),
        wording.t(
            "law.named_in",
            named=number(len(one.years), wording),
            all=number(len(years), wording),
            years=runs_text(one.years, wording),
        ),
    )


def runs_text(years: Sequence[int], wording: Wording) -> str:
    """`2014, 2016–2018`: years in a row joined, the others apart."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return wording.t("sentence.comma").join(year_range(a, b, wording) for a, b in runs)

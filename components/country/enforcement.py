"""Bodies and plans, enforcement in figures, and one government's suggestions and assessment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from components.cards import Card, csv_address, source_line, table_of
from components.country.answers import CountryAnswers
from components.country.cells import Cell, RowGroup, cell_table
from components.country.law import latest_facts, source_lines, value_text
from components.country.notes import note_text
from components.numbers import figure, isolate
from components.pathfinders.actions import period
from components.wording import Wording
from data.records import LegalFact, Mechanism, Series, SuggestedAction

GROUPS: Final = (
    "legal_framework",
    "enforcement",
    "coordination",
    "government_policies",
    "social_programs",
)
ANSWER_SIGNS: Final = {"yes": "●", "no": "○", "unknown": "?", "not_applicable": "–"}


def mechanism_card(answers: CountryAnswers, wording: Wording) -> Card:
    """Strategies, plans, bodies and programmes, and which kinds a report records."""
    title = wording.t("government.mechanisms", country=answers.area.name)
    groups = [
        RowGroup(
            wording.t(f"mechanism_kind.{kind}"),
            tuple(_mechanism_row(one, answers, wording) for one in several),
        )
        for kind, several in groupby(answers.mechanisms, key=lambda one: one.kind)
    ]
    recorded = _facts(answers, "mechanism_")
    groups.append(
        RowGroup(
            wording.t("government.recorded"),
            tuple(_answer_row(fact, wording) for fact in recorded),
        )
    )
    if not any(group.rows for group in groups):
        return Card("country-mechanisms", title, "government", wording.t("government.no_mechanism"))
    columns = [wording.t(f"government.column.{name}") for name in ("what", "when", "source")]
    return Card(
        "country-mechanisms",
        title,
        "government",
        sentence=wording.t("government.mechanism_note"),
        body=cell_table(title, columns, groups),
        sources=source_lines(
            [*(one.source for one in answers.mechanisms), *(fact.source for fact in recorded)],
            answers,
            wording,
        ),
    )


def _mechanism_row(one: Mechanism, answers: CountryAnswers, wording: Wording) -> tuple[Cell, ...]:
    worded, left = note_text(one.note, wording)
    source = answers.sources.get(one.source)
    return (
        Cell(one.name, small=(worded,) if worded else (), untranslated=left),
        Cell(period(one.start, one.end, wording)),
        Cell(wording.t("government.page"), href=one.page or (source.address if source else "")),
    )


def _facts(answers: CountryAnswers, stem: str) -> list[LegalFact]:
    return latest_facts(fact for fact in answers.legal_facts if fact.topic.startswith(stem))


def _answer_row(fact: LegalFact, wording: Wording) -> tuple[Cell, ...]:
    worded, left = note_text(fact.note, wording)
    return (
        Cell(wording.t(f"legal_topic.{fact.topic}.name")),
        Cell(
            value_text(fact, wording),
            ANSWER_SIGNS.get(fact.value, ""),
            (worded,) if worded else (),
            left,
        ),
        Cell(isolate(str(fact.year), wording), href=fact.page),
    )


def enforcement_card(answers: CountryAnswers, wording: Wording) -> Card:
    """Inspectors, inspections, violations, prosecutions: the newest figure and the one before."""
    title = wording.t("government.enforcement", country=answers.area.name)
    several = sorted(
        (s for s in answers.figures.values() if s.indicator.theme == "government"),
        key=lambda series: series.indicator.order,
    )
    if not several:
        sentence = wording.t("government.no_enforcement")
        return Card("country-enforcement", title, "government", sentence)
    columns = [
        wording.t(f"government.column.{name}") for name in ("indicator", "latest", "previous")
    ]
    rows = tuple(_figure_row(series, wording) for series in several)
    sources = {source.code: source for series in several for source in series.sources}
    return Card(
        "country-enforcement",
        title,
        "government",
        sentence=wording.t("government.enforcement_note"),
        body=cell_table(title, columns, [RowGroup("", rows)]),
        table=table_of(several, wording),
        sources=tuple(source_line(source, wording) for source in sources.values()),
        csv=csv_address(several, answers.area.code)
        if all(source.downloadable for source in sources.values())
        else "",
    )


def _figure_row(series: Series, wording: Wording) -> tuple[Cell, ...]:
    rows = sorted(series.observations, key=lambda row: row.year, reverse=True)
    known = [row for row in rows if row.value is not None]
    cells = [Cell(wording.indicator(series.indicator, "name"))]
    for place in range(2):
        if place < len(known):
            row = known[place]
            worded, left = note_text(row.note, wording)
            small = tuple(part for part in (isolate(str(row.year), wording), worded) if part)
            cells.append(Cell(figure(row, series.indicator, wording), "", small, left, number=True))
        elif place == 0 and rows:
            year = isolate(str(rows[0].year), wording)
            absence = figure(rows[0], series.indicator, wording)
            cells.append(Cell(absence, small=(year,), number=True))
        else:
            cells.append(Cell("–", number=True))
    return tuple(cells)


def practice_card(answers: CountryAnswers, wording: Wording) -> Card | None:
    """What inspection and criminal enforcement have or do, as a report records it."""
    facts = _facts(answers, "enforcement_")
    if not facts:
        return None
    title = wording.t("government.practice", country=answers.area.name)
    columns = [
        wording.t(f"government.column.{name}") for name in ("topic_only", "answer", "year_only")
    ]
    rows = tuple(_answer_row(fact, wording) for fact in facts)
    return Card(
        "country-practice",
        title,
        "government",
        sentence=wording.t("government_label.ilab_view"),
        body=cell_table(title, columns, [RowGroup("", rows)]),
        sources=source_lines([fact.source for fact in facts], answers, wording),
    )


def suggestion_card(answers: CountryAnswers, wording: Wording) -> Card | None:
    """Topics of suggested actions by group, with the years in which they were suggested."""
    if not answers.suggested_actions:
        return None
    title = wording.t("government.suggestions", country=answers.area.name)
    columns = [wording.t(f"government.column.{name}") for name in ("topic_only", "years", "source")]
    groups = [
        RowGroup(
            wording.t(f"suggestion_group.{group}"),
            tuple(
                _suggestion_row(one, answers, wording)
                for one in answers.suggested_actions
                if one.group == group
            ),
        )
        for group in GROUPS
    ]
    return Card(
        "country-suggestions",
        title,
        "government",
        sentence=wording.t("government_label.ilab_view"),
        meta=wording.t("government_label.suggestion_basis"),
        body=cell_table(title, columns, groups),
        sources=source_lines([one.source for one in answers.suggested_actions], answers, wording),
        wide=True,
    )


def _suggestion_row(
    one: SuggestedAction, answers: CountryAnswers, wording: Wording
) -> tuple[Cell, ...]:
    source = answers.sources.get(one.source)
    return (
        Cell(wording.t(f"suggestion.{one.topic}")),
        Cell(isolate(runs_text(one.years), wording)),
        Cell(wording.t("government.page"), href=one.page or (source.address if source else "")),
    )


def runs_text(years: Sequence[int]) -> str:
    """`2014, 2016–2018`: years in a row joined, the others apart."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][1] + 1:
            runs[-1][1] = year
        else:
            runs.append([year, year])
    return ", ".join(str(a) if a == b else f"{a}\u2013{b}" for a, b in runs)


def advancement_card(answers: CountryAnswers, wording: Wording) -> Card | None:
    """One government's assessment, year by year, labelled as what it is."""
    facts = sorted(
        (fact for fact in answers.legal_facts if fact.topic == "advancement_level"),
        key=lambda fact: -fact.year,
    )
    if not facts:
        return None
    title = wording.t("legal_topic.advancement_level.name")
    columns = [wording.t(f"government.column.{name}") for name in ("year_only", "level")]
    source = answers.sources.get(facts[0].source)
    rows = tuple(
        (Cell(isolate(str(fact.year), wording)), Cell(value_text(fact, wording), href=fact.page))
        for fact in facts
    )
    return Card(
        "country-advancement",
        title,
        "government",
        sentence=wording.t("government_label.ilab_view"),
        meta=wording.t("legal_topic.advancement_level.standard"),
        body=cell_table(title, columns, [RowGroup("", rows)]),
        sources=(source_line(source, wording),) if source else (),
    )

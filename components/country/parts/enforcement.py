"""What folds at the end of the government's section: plans and bodies, practice, assessments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from components.cards import Card
from components.country.answers import CountryAnswers
from components.country.parts.cells import Cell, RowGroup, cell_table
from components.country.parts.law import MEASURED, instruments_table, latest_facts, value_text
from components.country.parts.notes import note_text
from components.markup import render
from components.numbers import isolate, number
from components.pathfinders.lines import period
from components.pathfinders.plan_names import plan_name
from components.wording import Wording
from data.records import LegalFact, Mechanism


@dataclass(frozen=True)
class Fold:
    """One line that opens in place: what it is, what is in it, and its table as safe HTML.

    `label` says whose view it is, where it is one; an empty table makes a line that does not open.
    """

    key: str
    name: str
    summary: str
    table: str = ""
    label: str = ""


def more_card(answers: CountryAnswers, wording: Wording, lines: Sequence[Fold] = ()) -> Card:
    """One line each for plans and bodies, for practice, and for the assessments, after `lines`."""
    folds = [
        *lines,
        _instruments(answers, wording),
        _mechanisms(answers, wording),
        _practice(answers, wording),
        *(_view(view, answers, wording) for view in VIEWS),
        _walk_free(answers, wording),
    ]
    return Card(
        "country-government-more",
        wording.t("law.more", country=answers.area.name),
        "government",
        body=render("law_folds.html", folds=[fold for fold in folds if fold is not None]),
        wide=True,
    )


def _instruments(answers: CountryAnswers, wording: Wording) -> Fold | None:
    """Every instrument by its full name, with date, note, day of the list and page."""
    if not answers.ratifications:
        return None
    name = wording.t("law.instruments_table")
    summary = wording.t("law.instruments_held", count=number(len(answers.instruments), wording))
    return Fold("country-instruments", name, summary, instruments_table(name, answers, wording))


def _mechanisms(answers: CountryAnswers, wording: Wording) -> Fold:
    """Strategies, plans, bodies and programmes, and which kinds a report records."""
    name = wording.t("law.plans")
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
            wording.t("government.recorded"), tuple(_answer_row(fact, wording) for fact in recorded)
        )
    )
    if not any(group.rows for group in groups):
        return Fold("country-mechanisms", name, wording.t("government.no_mechanism"))
    columns = [wording.t(f"government.column.{column}") for column in ("what", "when", "source")]
    return Fold(
        "country-mechanisms",
        name,
        wording.t(
            "law.plans_held",
            named=number(len(answers.mechanisms), wording),
            recorded=number(sum(fact.value == "yes" for fact in recorded), wording),
        ),
        cell_table(name, columns, groups),
        wording.t("government.mechanism_note"),
    )


def _mechanism_row(one: Mechanism, answers: CountryAnswers, wording: Wording) -> tuple[Cell, ...]:
    worded, left = note_text(one.note, wording)
    source = answers.sources.get(one.source)
    return (
        Cell(plan_name(one, wording), small=(worded,) if worded else (), untranslated=left),
        Cell(period(one.start, one.end, wording)),
        Cell(wording.t("government.page"), href=one.page or (source.address if source else "")),
    )


def _facts(answers: CountryAnswers, stem: str) -> list[LegalFact]:
    return latest_facts(
        fact
        for fact in answers.legal_facts
        if fact.topic.startswith(stem) and fact.topic != MEASURED
    )


def _answer_row(fact: LegalFact, wording: Wording) -> tuple[Cell, ...]:
    worded, left = note_text(fact.note, wording)
    return (
        Cell(wording.t(f"legal_topic.{fact.topic}.name")),
        Cell(value_text(fact, wording), "", (worded,) if worded else (), left),
        Cell(isolate(fact.year, wording), href=fact.page),
    )


def _practice(answers: CountryAnswers, wording: Wording) -> Fold | None:
    """What inspection and criminal enforcement have or do, as a report records it."""
    facts = _facts(answers, "enforcement_")
    counts = {
        answer: number(sum(fact.value == answer for fact in facts), wording)
        for answer in ("yes", "no")
    }
    summary = wording.t("law.practice_held", all=number(len(facts), wording), **counts)
    label = wording.t("government_label.ilab_view")
    return _answers("country-practice", wording.t("law.practice"), summary, facts, label, wording)


def _answers(
    key: str, name: str, summary: str, facts: list[LegalFact], label: str, wording: Wording
) -> Fold | None:
    """A line a fact: topic, answer, year. None without facts."""
    if not facts:
        return None
    heads = ("topic_only", "answer", "year_only")
    columns = [wording.t(f"government.column.{head}") for head in heads]
    rows = tuple(_answer_row(fact, wording) for fact in facts)
    return Fold(key, name, summary, cell_table(name, columns, [RowGroup("", rows)]), label)


class View(NamedTuple):
    """A topic that one government judges year by year, and the years of its reports held."""

    topic: str
    key: str
    title: str
    label: str
    years: range


VIEWS: Final = (
    View(
        "advancement_level",
        "country-advancement",
        "law.assessments",
        "government_label.ilab_view",
        range(2014, 2025),
    ),
    View("tip_tier", "country-tip-tier", "law.tiers", "law.tier_view", range(2020, 2026)),
)
"""One government's views. A year without an answer was not seen, which its row says."""


def _view(view: View, answers: CountryAnswers, wording: Wording) -> Fold | None:
    """One government's assessment, year by year, labelled as what it is."""
    facts = {fact.year: fact for fact in answers.legal_facts if fact.topic == view.topic}
    if not facts:
        return None
    name = wording.t(view.title)
    columns = [wording.t(f"government.column.{column}") for column in ("year_only", "level")]
    years = sorted({*facts, *view.years}, reverse=True)
    rows = tuple(_view_row(year, facts.get(year), wording) for year in years)
    newest = facts[max(facts)]
    level, year = value_text(newest, wording), isolate(newest.year, wording)
    return Fold(
        view.key,
        name,
        wording.t("law.assessed", level=level, year=year),
        cell_table(name, columns, [RowGroup("", rows)]),
        wording.t(view.label),
    )


def _view_row(year: int, fact: LegalFact | None, wording: Wording) -> tuple[Cell, ...]:
    when = Cell(isolate(year, wording))
    if fact is None:
        return (when, Cell(wording.t("law.not_seen")))
    worded, left = note_text(fact.note, wording)
    small = (worded,) if worded else ()
    return (when, Cell(value_text(fact, wording), small=small, href=fact.page, untranslated=left))


def _walk_free(answers: CountryAnswers, wording: Wording) -> Fold | None:
    """Ratifications that no list of ours covers to the day, as one organisation codes them."""
    facts = _facts(answers, "walk_free_")
    name, label = wording.t("law.walk_free"), wording.t("law.walk_free_view")
    summary = wording.t("law.walk_free_held")
    return _answers("country-walk-free", name, summary, facts, label, wording)

"""The way of a pathfinder country in one card: gauges, dates, priorities, stages, the ledger."""

from __future__ import annotations

from datetime import date
from typing import Final

from components.cards import Card, SourceLine
from components.country.answers import CountryAnswers
from components.country.parts.roadmap_dates import (
    dates_ahead,
    dates_passed,
    ended_plans,
    other_policies,
)
from components.country.parts.roadmap_folds import roadmap_folds
from components.markup import render
from components.pathfinders.cautions import caution_words
from components.pathfinders.gauge import roadmap_line
from components.pathfinders.plans import plans, priorities
from components.pathfinders.roadmap_gauges import gauges_html, roadmap_gauges
from components.pathfinders.stages import track
from components.theme import Palette
from components.wording import Wording

DATES: Final = 2
"""Dates of a kind that stand in the open; the folds hold all of them."""

PRIORITIES: Final = 5


def way_card(answers: CountryAnswers, wording: Wording, palette: Palette, today: date) -> Card:
    """How far the roadmap is by its own items, what was due, what comes next, and every entry."""
    gauges = roadmap_gauges(
        answers.actions, answers.roadmaps, len(answers.resources), wording, palette, today
    )
    stated = priorities(answers.roadmaps, answers.priorities, wording) or tuple(
        wording.of(one, "text") for one in answers.priorities
    )
    body = render(
        "roadmap.html",
        gauges=gauges_html(gauges, wording),
        ringed=any(gauge.voices for gauge in gauges),
        named=bool(answers.roadmaps or other_policies(answers)),
        track=track(answers.stages, wording, answers.roadmaps),
        cautions=caution_words(answers.stages, wording),
        passed=dates_passed(answers, wording, palette, today),
        ahead=dates_ahead(answers, wording, today),
        ended=ended_plans(answers, wording, today),
        most=DATES,
        priorities=stated[:PRIORITIES],
        more_priorities=max(len(stated) - PRIORITIES, 0),
        folds=roadmap_folds(answers, wording, palette, today),
        t=wording.t,
    )
    return Card(
        "country-roadmap",
        roadmap_line(answers.actions, wording),
        "roadmap",
        body=body,
        label=_label(answers, wording),
        sources=_pages(answers, wording),
        csv=_csv(answers),
        wide=True,
    )


def _pages(answers: CountryAnswers, wording: Wording) -> tuple[SourceLine, ...]:
    if not answers.actions:
        return ()
    held = any(each.origin in {"roadmap", "report"} for each in answers.actions)
    place = "#roadmap-items" if held else "#roadmap-elsewhere"
    return (SourceLine(wording.t("roadmap.pages"), place),)


def _csv(answers: CountryAnswers) -> str:
    """The address of the entries as a file; nothing of the made-up country is in any download."""
    if not answers.actions or answers.made_up:
        return ""
    return f"api/v1/actions.csv?area={answers.area.code}"


def _label(answers: CountryAnswers, wording: Wording) -> str:
    """The plan that the country's way is called by, its years, and the country."""
    named = [plan for plan in answers.roadmaps if "-roadmap-" in plan.code]
    leading = [*named, *answers.roadmaps][:1]
    if not leading:
        return wording.t("roadmap.label", country=answers.area.name)
    (plan,) = plans(leading, wording)
    country = answers.area.name
    if leading[0].start[:4] in plan.title:
        return wording.t("roadmap.label_named", plan=plan.title, country=country)
    return wording.t("roadmap.label_plan", plan=plan.title, period=plan.period, country=country)

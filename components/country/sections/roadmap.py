"""The roadmap of a country: how far, what was due, what comes next, the stages; or how to begin."""

from __future__ import annotations

from datetime import date
from typing import Final

from components.cards import Card, Section, SourceLine
from components.charts.ring import ring_data_uri, ring_svg, ring_text
from components.country.answers import CountryAnswers
from components.country.parts.cells import Cell, RowGroup, cell_table
from components.markup import Foreign, render
from components.numbers import isolate, number
from components.pathfinders.actions import action_table, period, status_counts
from components.pathfinders.next_dates import next_dates, passed_dates
from components.pathfinders.rows import count_text, plans, priorities, priorities_of
from components.pathfinders.stages import statement_list, track
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import completion
from data.records import Resource

RING_PIXELS: Final = 144
DATES: Final = 2
"""Dates of a kind that stand in the open; all of them stand in the list of actions."""
PRIORITIES: Final = 5


def roadmap_section(
    answers: CountryAnswers, wording: Wording, palette: Palette, *, today: date | None = None
) -> Section:
    """The way of a pathfinder country in one card; for others, how to become one and report."""
    if answers.area.pathfinder:
        card = _way_card(answers, wording, palette, today or date.today())
        lead = wording.t("roadmap.lead")
    else:
        card = _other_card(answers, wording)
        lead = wording.t("roadmap.lead_other")
    return Section("roadmap", wording.t("roadmap.title"), "roadmap", lead, (card,))


def _way_card(answers: CountryAnswers, wording: Wording, palette: Palette, today: date) -> Card:
    found = completion(answers.area.code, answers.actions)
    stated = priorities(answers.roadmaps, answers.priorities, wording)
    body = render(
        "roadmap.html",
        ring=ring_data_uri(ring_svg(found, palette, wording, size=RING_PIXELS)),
        ring_alt=ring_text(found, wording),
        counts=status_counts(found, wording, palette) if found.listed else (),
        named=bool(answers.roadmaps),
        track=track(answers.stages, wording, answers.roadmaps),
        passed=passed_dates(answers.actions, wording, today),
        ahead=next_dates(answers.actions, answers.roadmaps, wording, today),
        most=DATES,
        priorities=stated[:PRIORITIES],
        more_priorities=max(len(stated) - PRIORITIES, 0),
        folds=_folds(answers, wording, palette),
        t=wording.t,
    )
    pages = SourceLine(wording.t("roadmap.pages"), "#roadmap-actions")
    return Card(
        "country-roadmap",
        count_text(found, wording),
        "roadmap",
        body=body,
        label=_label(answers, wording),
        sources=(pages,) if answers.actions else (),
        csv=f"api/v1/actions.csv?area={answers.area.code}" if answers.actions else "",
        wide=True,
    )


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


def _folds(
    answers: CountryAnswers, wording: Wording, palette: Palette
) -> list[tuple[str, str, str]]:
    """Anchor, summary and safe HTML of what opens in place; what holds nothing is left out."""
    caption = wording.t("pathfinders.actions_of", country=answers.area.name)
    folds = [
        (
            "roadmap-actions",
            wording.t("roadmap.all_actions", count=number(len(answers.actions), wording)),
            action_table(answers.actions, caption, wording, palette),
        ),
        ("roadmap-plans", wording.t("roadmap.plans"), _plans(answers, wording)),
        ("roadmap-stages", wording.t("roadmap.stages"), statement_list(answers.stages, wording)),
        ("roadmap-resources", wording.t("roadmap.resources"), _resources(answers, wording)),
    ]
    if answers.area.pathfinder != "pathfinder":
        folds.append(("how-to-report", wording.t("how_to_report.title"), _how(wording)))
    return [fold for fold in folds if fold[2]]


def _plans(answers: CountryAnswers, wording: Wording) -> str:
    listed = [
        (plan, priorities_of(record, answers.priorities, wording))
        for plan, record in zip(plans(answers.roadmaps, wording), answers.roadmaps, strict=True)
    ]
    return render("roadmap_plans.html", plans=listed, t=wording.t) if listed else ""


def _resources(answers: CountryAnswers, wording: Wording) -> str:
    if not answers.resources:
        return ""
    columns = [wording.t(f"roadmap.column.{name}") for name in ("what", "amount", "when", "source")]
    rows = tuple(_resource_row(one, wording) for one in answers.resources)
    caption = wording.t("roadmap.resources_of", country=answers.area.name)
    note = render("small.html", text=wording.t("roadmap.resource_note"))
    return cell_table(caption, columns, [RowGroup("", rows)]) + note


def _resource_row(one: Resource, wording: Wording) -> tuple[Cell, ...]:
    amount = wording.t("roadmap.no_amount")
    if one.amount:
        figures = number(float(one.amount), wording)
        currency = isolate(one.currency, wording)
        amount = wording.t("roadmap.amount", amount=figures, currency=currency)
    return (
        Cell(wording.of(one, "text"), untranslated=one.funder),
        Cell(amount, number=bool(one.amount)),
        Cell(period(one.start, one.end, wording)),
        Cell(
            Foreign(one.source_title) if one.source_title else wording.t("pathfinders.page"),
            href=one.page,
        ),
    )


def _other_card(answers: CountryAnswers, wording: Wording) -> Card:
    folds = [("how-to-report", wording.t("how_to_report.title"), _how(wording))]
    if answers.resources:
        summary = wording.t("roadmap.resources")
        folds.append(("roadmap-resources", summary, _resources(answers, wording)))
    return Card(
        "country-how-to-report",
        wording.t("roadmap.none"),
        "roadmap",
        body=render("roadmap_folds.html", folds=folds),
        wide=True,
    )


def _how(wording: Wording) -> str:
    return render(
        "how_to_report.html",
        intro=wording.t("how_to_report.intro"),
        steps=wording.several("how_to_report.steps"),
    )

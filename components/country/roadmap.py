"""The roadmap of a country: stages, completion, listed actions, next dates, or how to begin."""

from __future__ import annotations

from datetime import date

from components.cards import Card, Section
from components.charts.ring import ring_data_uri, ring_svg, ring_text
from components.country.answers import CountryAnswers
from components.country.cells import Cell, RowGroup, cell_table
from components.markup import Foreign, render
from components.numbers import isolate, number
from components.pathfinders.actions import (
    action_table,
    in_language,
    period,
    status_counts,
)
from components.pathfinders.next_dates import next_dates
from components.pathfinders.rows import count_text, plans
from components.pathfinders.stages import statement_list, track
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import completion
from data.records import Resource

RING_PIXELS = 144


def roadmap_section(
    answers: CountryAnswers, wording: Wording, palette: Palette, *, today: date | None = None
) -> Section:
    """The way of a pathfinder country; for others, how to become one and how to report."""
    cards: list[Card] = []
    if answers.area.pathfinder:
        cards.append(_progress_card(answers, wording, palette, today or date.today()))
        if answers.actions:
            cards.append(_action_card(answers, wording, palette))
        cards += [_plan_card(answers, wording), _stage_card(answers, wording)]
    if answers.resources:
        cards.append(_resource_card(answers, wording))
    if answers.area.pathfinder != "pathfinder":
        cards.append(_how_card(wording))
    key = "lead" if answers.area.pathfinder else "lead_other"
    return Section(
        "roadmap",
        wording.t("roadmap.title"),
        "roadmap",
        wording.t(f"roadmap.{key}"),
        tuple(cards),
    )


def _progress_card(
    answers: CountryAnswers, wording: Wording, palette: Palette, today: date
) -> Card:
    found = completion(answers.area.code, answers.actions)
    body = render(
        "roadmap_progress.html",
        ring=ring_data_uri(ring_svg(found, palette, wording, size=RING_PIXELS)),
        ring_alt=ring_text(found, wording),
        count=count_text(found, wording),
        counts=status_counts(found, wording, palette) if found.listed else (),
        track=track(answers.stages, wording, answers.roadmaps),
        next_dates=next_dates(answers.actions, answers.roadmaps, wording, today),
        t=wording.t,
    )
    title = wording.t("roadmap.progress", country=answers.area.name)
    return Card("country-roadmap-progress", title, "roadmap", body=body, wide=True)


def _action_card(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card:
    title = wording.t("pathfinders.actions_of", country=answers.area.name)
    return Card(
        "country-roadmap-actions",
        title,
        "roadmap",
        sentence=wording.t("pathfinders.curated"),
        body=action_table(answers.actions, title, wording, palette),
        csv=f"api/v1/actions.csv?area={answers.area.code}",
        wide=True,
    )


def _plan_card(answers: CountryAnswers, wording: Wording) -> Card:
    title = wording.t("roadmap.plans", country=answers.area.name)
    if not answers.roadmaps:
        return Card("country-roadmap-plans", title, "roadmap", wording.t("roadmap.no_plan"))
    listed = [
        (plan, tuple(record.priorities.get(wording.code) or record.priorities.get("en", ())))
        for plan, record in zip(plans(answers.roadmaps, wording), answers.roadmaps, strict=True)
    ]
    body = render("roadmap_plans.html", plans=listed, t=wording.t)
    return Card("country-roadmap-plans", title, "roadmap", body=body)


def _stage_card(answers: CountryAnswers, wording: Wording) -> Card:
    title = wording.t("roadmap.stages", country=answers.area.name)
    body = statement_list(answers.stages, wording)
    sentence = "" if body else wording.t("roadmap.no_stage")
    return Card("country-roadmap-stages", title, "roadmap", sentence, body=body)


def _resource_card(answers: CountryAnswers, wording: Wording) -> Card:
    title = wording.t("roadmap.resources", country=answers.area.name)
    columns = [wording.t(f"roadmap.column.{name}") for name in ("what", "amount", "when", "source")]
    rows = tuple(_resource_row(one, wording) for one in answers.resources)
    return Card(
        "country-roadmap-resources",
        title,
        "roadmap",
        sentence=wording.t("roadmap.resource_note"),
        body=cell_table(title, columns, [RowGroup("", rows)]),
        wide=True,
    )


def _resource_row(one: Resource, wording: Wording) -> tuple[Cell, ...]:
    amount = wording.t("roadmap.no_amount")
    if one.amount:
        figures = number(float(one.amount), wording)
        currency = isolate(one.currency, wording)
        amount = wording.t("roadmap.amount", amount=figures, currency=currency)
    return (
        Cell(in_language(one.texts, wording), untranslated=one.funder),
        Cell(amount, number=bool(one.amount)),
        Cell(period(one.start, one.end, wording)),
        Cell(
            Foreign(one.source_title) if one.source_title else wording.t("pathfinders.page"),
            href=one.page,
        ),
    )


def _how_card(wording: Wording) -> Card:
    body = render(
        "how_to_report.html",
        intro=wording.t("how_to_report.intro"),
        steps=wording.several("how_to_report.steps"),
    )
    title = wording.t("how_to_report.title")
    return Card("country-how-to-report", title, "roadmap", body=body, wide=True)

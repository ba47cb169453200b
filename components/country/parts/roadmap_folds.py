"""What opens in place below a country's roadmap: the ledger, plans, stages, money, resources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from components.country.answers import CountryAnswers
from components.country.parts.cells import Cell, RowGroup, cell_table
from components.markup import Foreign, render
from components.numbers import date_text, isolate, number
from components.pathfinders.actions import action_table, period
from components.pathfinders.money import amount, amount_stated
from components.pathfinders.rows import plans, priorities_of
from components.pathfinders.stages import statement_list
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import elsewhere, on_roadmap, overdue
from data.methods.dates import last_day
from data.records import Action, Resource, Roadmap


@dataclass(frozen=True, slots=True)
class RoadmapFold:
    """Something that opens in place: its anchor, its summary, and what it holds as safe HTML."""

    anchor: str
    summary: str
    inside: str


def roadmap_folds(
    answers: CountryAnswers, wording: Wording, palette: Palette, today: date
) -> tuple[RoadmapFold, ...]:
    """Everything that opens, what is overdue first; what holds nothing is left out."""
    t = wording.t
    folds = (
        *_ledger(answers, wording, palette, today),
        RoadmapFold("roadmap-money", t("roadmap.money"), _money(answers, wording)),
        RoadmapFold("roadmap-plans", t("roadmap.plans"), _plans(answers, wording, today)),
        RoadmapFold("roadmap-stages", t("roadmap.stages"), statement_list(answers.stages, wording)),
        resources_fold(answers, wording),
    )
    return tuple(fold for fold in folds if fold.inside)


def _ledger(
    answers: CountryAnswers, wording: Wording, palette: Palette, today: date
) -> list[RoadmapFold]:
    """Overdue entries, then those of the roadmap, its targets alone, then those of other pages."""
    items = [
        each
        for kind in ("action", "target", "next_step")
        for each in on_roadmap(answers.actions, kind)
    ]
    parts = {
        "overdue": overdue(answers.actions, today),
        "items": items,
        "targets": on_roadmap(answers.actions, "target"),
        "elsewhere": elsewhere(answers.actions),
    }
    return [_entries(key, held, answers, wording, palette) for key, held in parts.items()]


def _entries(
    key: str, held: Sequence[Action], answers: CountryAnswers, wording: Wording, palette: Palette
) -> RoadmapFold:
    caption = wording.t(f"roadmap.{key}_of", country=answers.area.name)
    return RoadmapFold(
        f"roadmap-{key}",
        wording.t(f"roadmap.{key}", count=number(len(held), wording)),
        action_table(held, caption, wording, palette),
    )


def _money(answers: CountryAnswers, wording: Wording) -> str:
    """What each item states as allocated and disbursed, as it states it; silence says so."""
    items = [*on_roadmap(answers.actions), *on_roadmap(answers.actions, "next_step")]
    if not any(amount_stated(each) for each in items):
        return ""
    heads = ("item", "allocated", "disbursed", "gap")
    columns = [wording.t(f"roadmap.column.{head}") for head in heads]
    rows = tuple(_money_row(each, wording) for each in items)
    caption = wording.t("roadmap.money_of", country=answers.area.name)
    return cell_table(caption, columns, [RowGroup("", rows)])


def _money_row(each: Action, wording: Wording) -> tuple[Cell, ...]:
    given, spent = amount(each.allocated), amount(each.disbursed)
    gap = given - spent if given is not None and spent is not None else None
    return (
        Cell(wording.of(each, "text")),
        _sum_cell(given, each.allocated, each.currency, wording),
        _sum_cell(spent, each.disbursed, each.currency, wording),
        _sum_cell(gap, "", each.currency, wording),
    )


def _sum_cell(value: Decimal | None, stated: str, currency: str, wording: Wording) -> Cell:
    if value is None:
        return Cell(Foreign(stated) if stated else wording.t("roadmap.not_stated"))
    return Cell(_sum(value, currency, wording), number=True)


def _sum(value: Decimal, currency: str, wording: Wording) -> str:
    figures = number(float(value), wording)
    named = isolate(currency, wording) if currency else wording.t("gauge.no_currency")
    return wording.t("roadmap.amount", amount=figures, currency=named)


def _plans(answers: CountryAnswers, wording: Wording, today: date) -> str:
    listed = [
        (plan, _until(record, wording, today), priorities_of(record, answers.priorities, wording))
        for plan, record in zip(plans(answers.roadmaps, wording), answers.roadmaps, strict=True)
    ]
    return render("roadmap_plans.html", plans=listed, t=wording.t) if listed else ""


def _until(plan: Roadmap, wording: Wording, today: date) -> str:
    """Whether the plan's period is over; empty for one without an end."""
    if not plan.end:
        return ""
    key = "plan_ended" if last_day(plan.end) < today else "plan_runs"
    return wording.t(f"roadmap.{key}", date=date_text(plan.end, wording))


def resources_fold(answers: CountryAnswers, wording: Wording) -> RoadmapFold:
    """Money or means that pages state for the country's way."""
    return RoadmapFold(
        "roadmap-resources", wording.t("roadmap.resources"), _resources(answers, wording)
    )


def _resources(answers: CountryAnswers, wording: Wording) -> str:
    if not answers.resources:
        return ""
    columns = [wording.t(f"roadmap.column.{name}") for name in ("what", "amount", "when", "source")]
    rows = tuple(_resource_row(one, wording) for one in answers.resources)
    caption = wording.t("roadmap.resources_of", country=answers.area.name)
    note = render("small.html", text=wording.t("roadmap.resource_note"))
    return cell_table(caption, columns, [RowGroup("", rows)]) + note


def _resource_row(one: Resource, wording: Wording) -> tuple[Cell, ...]:
    value = amount(one.amount)
    stated = wording.t("roadmap.no_amount")
    if value is not None:
        stated = _sum(value, one.currency, wording)
    return (
        Cell(wording.of(one, "text"), untranslated=one.funder),
        Cell(stated, number=value is not None),
        Cell(period(one.start, one.end, wording)),
        Cell(
            Foreign(one.source_title) if one.source_title else wording.t("pathfinders.page"),
            href=one.page,
        ),
    )

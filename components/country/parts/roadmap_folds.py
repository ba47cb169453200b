"""What opens in place below a country's roadmap: the ledger, plans, stages, money, resources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from components.country.answers import CountryAnswers
from components.country.parts.cells import Cell, RowGroup, cell_table
from components.country.parts.ledger import ledger
from components.country.parts.roadmap_dates import other_policies
from components.markup import Foreign, render
from components.numbers import date_text, isolate, number
from components.pathfinders.lines import period
from components.pathfinders.money import amount, amount_stated
from components.pathfinders.plans import plans, policy_plans
from components.pathfinders.stages import statement_list
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import elsewhere, on_roadmap
from data.records import Action, Priority, Resource


@dataclass(frozen=True, slots=True)
class RoadmapFold:
    """Something that opens in place: its anchor, its summary, and what it holds as safe HTML."""

    anchor: str
    summary: str
    inside: str


def roadmap_folds(
    answers: CountryAnswers, wording: Wording, palette: Palette, today: date
) -> tuple[RoadmapFold, ...]:
    """Everything that opens; what holds nothing is left out."""
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
    """Items of the roadmap with their next steps, its targets, then measures of other pages."""
    items = [*on_roadmap(answers.actions), *on_roadmap(answers.actions, "next_step")]
    parts = {
        "items": items,
        "targets": on_roadmap(answers.actions, "target"),
        "elsewhere": elsewhere(answers.actions),
    }
    return [_entries(key, held, answers, wording, palette, today) for key, held in parts.items()]


def _entries(
    key: str,
    held: Sequence[Action],
    answers: CountryAnswers,
    wording: Wording,
    palette: Palette,
    today: date,
) -> RoadmapFold:
    caption = wording.t(f"roadmap.{key}_of", country=answers.area.name)
    return RoadmapFold(
        f"roadmap-{key}",
        wording.t(f"roadmap.{key}", count=number(len(held), wording)),
        ledger(held, answers.priorities, caption, wording, palette, today),
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
    """Roadmaps with their priorities, then the plans that the government's other tables name."""
    listed = [
        (plan, priority_lines(record.code, answers.priorities, wording))
        for plan, record in zip(
            plans(answers.roadmaps, wording, today), answers.roadmaps, strict=True
        )
    ]
    others = policy_plans(other_policies(answers), wording, today)
    listed += [(plan, ()) for plan in others]
    loose = priority_lines("", answers.priorities, wording)
    if not listed and not loose:
        return ""
    return render("roadmap_plans.html", plans=listed, loose=loose, t=wording.t)


def priority_lines(plan: str, stated: Sequence[Priority], wording: Wording) -> tuple[str, ...]:
    """The priorities of a plan by its code, each with objective, indicator and date as stated."""
    lines = []
    for one in stated:
        if one.roadmap != plan:
            continue
        until = one.target_date and wording.t(
            "pathfinders.until", date=date_text(one.target_date, wording)
        )
        aims = (wording.of(one, "objective"), wording.of(one, "indicator"), until)
        lines.append(" · ".join(filter(None, (wording.of(one, "text"), *aims))))
    return tuple(lines)


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

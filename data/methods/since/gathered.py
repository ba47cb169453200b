"""The items of every section, gathered from the rows of the store."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Final

from data.methods.dates import span as days_of
from data.methods.since import progress
from data.methods.since.facts import Facts, Found
from data.methods.since.records import SECTIONS, Item, Section
from data.methods.since.span import Span, event_days
from data.records import Event, Stage

WORLD: Final = "WLD"
FIRST_TOLD: Final = ("P029", "C182", "C138")
"""Instruments whose ratifications are told first."""

MARKED: Final = frozenset({"ratified", "signed", "denounced"})


def _ratifications(facts: Facts) -> Found:
    for one in facts.ratifications:
        if one.status not in MARKED:
            continue
        if not one.date:
            yield one.area
            continue
        yield Item(
            "ratifications",
            one.status,
            one.date,
            days_of(one.date),
            one.area,
            one,
            source=facts.sources.get(one.source, one.source),
            page=one.page,
            pathfinder=one.area in facts.pathfinders,
        )


def _steps(facts: Facts) -> Found:
    for one in chain(*facts.stages.values()):
        yield _event("steps", one.stage, one) if one.date else one.area


def _event(section: str, kind: str, one: Event | Stage) -> Item:
    return Item(
        section,
        kind,
        one.date,
        event_days(one),
        one.area,
        one,
        end=one.end,
        state=one.state,
        source=one.source_title,
        page=one.page,
    )


def _events(facts: Facts, section: str) -> Found:
    """Events of the whole Alliance, or those of countries."""
    for one in facts.events:
        of_world = not one.area or WORLD in one.area.split(";")
        if of_world == (section == "alliance"):
            yield _event(section, one.kind, one) if one.date else one.area


def _gathered(facts: Facts, today: date) -> dict[str, Found]:
    found = (
        _ratifications(facts),
        _steps(facts),
        progress.moved(facts),
        progress.due(facts, today),
        progress.reports(facts),
        progress.values(facts),
        progress.plans(facts),
        _events(facts, "alliance"),
        _events(facts, "countries"),
    )
    return dict(zip(SECTIONS, found, strict=True))


def _order(item: Item) -> tuple[object, ...]:
    if item.section != "ratifications":
        workshop = item.section == "steps" and item.kind != "workshop"
        return workshop, item.days[1], item.days[0], item.area, item.kind
    code = item.record.instrument
    place = FIRST_TOLD.index(code) if code in FIRST_TOLD else len(FIRST_TOLD)
    return not item.pathfinder, place, code, item.days[1], item.area


def of_areas(area: str, areas: frozenset[str] | None) -> bool:
    """Whether a row is of one of the areas; what is of the whole world always is."""
    if areas is None:
        return True
    codes = frozenset(area.split(";")) - {""}
    return not codes or WORLD in codes or not codes.isdisjoint(areas)


def sections(
    facts: Facts, span: Span, areas: frozenset[str] | None, today: date
) -> dict[str, Section]:
    """Every section of a span, of some areas or of all."""
    made = {}
    for key, found in _gathered(facts, today).items():
        placed: dict[str, list[Item]] = {"in": [], "may": [], "out": []}
        undated = 0
        for row in found:
            if isinstance(row, str):
                undated += of_areas(row, areas)
            elif of_areas(row.area, areas):
                placed[span.place(row.days)].append(row)
        sure, may = (tuple(sorted(placed[name], key=_order)) for name in ("in", "may"))
        made[key] = Section(key, sure, may, undated)
    return made

"""Rules that answer with the roadmap: whether there is one, how far it is, its money and aims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final

from data.methods.completion import FEWEST_FOR_A_RING, completion, on_roadmap, spoken_of
from data.methods.framework.said import FrameworkFacts, Said, number_text
from data.records import Action, Completion, FrameworkValue

PERCENT: Final = "PERCENT"


def roadmap(facts: FrameworkFacts, _which: str) -> list[Said]:
    """Yes for every plan that a page names, the newest first."""
    plans = sorted(facts.roadmaps, key=lambda one: (one.start, one.code), reverse=True)
    return [
        Said(
            view="reported" if one.report else "pages",
            value="yes",
            year=(one.adopted or one.start)[:4],
            subject=one.title,
            remark="plan",
            numbers=(one.start, one.end),
            source_title=one.source_title,
            page=one.page,
            record=one,
        )
        for one in plans
    ]


def share(facts: FrameworkFacts, kind: str) -> list[Said]:
    """How many items of the roadmap are completed, as reported and as it otherwise speaks.

    Items that no roadmap and no report set out are not counted.
    """
    items = on_roadmap(facts.actions, kind)
    if not items:
        return []
    says = [word for word in ("reported", "reviewed") if spoken_of(items, word)] or [""]
    return [
        _share(completion(facts.area.code, items, word), items, word)
        for word in says
    ]  # fmt: skip


def _share(counted: Completion, items: list[Action], word: str) -> Said:
    latest = [said for each in items if (said := each.said(word) if word else each.latest)]
    newest = max(latest, key=lambda said: said.checked, default=None)
    done, of = counted.completed, counted.listed
    few = of < FEWEST_FOR_A_RING
    return Said(
        view="reported" if word == "reported" else "ours",
        value=f"{done}/{of}" if few else number_text(round(100 * done / of, 1)),
        unit="" if few else PERCENT,
        year=newest.checked[:4] if newest else "",
        checked=newest.checked if newest else "",
        source_title=newest.source_title if newest else "",
        page=newest.page if newest else "",
        remark="completed",
        numbers=(str(done), str(of)),
    )


def money(facts: FrameworkFacts, field: str) -> list[Said]:
    """What the items of the roadmap state of their money, summed by currency and by report."""
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    last: dict[tuple[str, str], Action] = {}
    for each in on_roadmap(facts.actions):
        amount = _amount(getattr(each, field))
        if amount is not None:
            key = each.report, each.currency
            sums[key] += amount
            last[key] = each
    return [
        Said(
            view="reported" if report else "ours",
            value=f"{total:f}",
            unit=currency,
            source_title=last[report, currency].source_title,
            page=last[report, currency].page,
            remark="summed",
        )
        for (report, currency), total in sums.items()
    ]


def _amount(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def resources(facts: FrameworkFacts, _which: str) -> list[Said]:
    """Amounts that pages state for the roadmap or beside it, each with who gives them."""
    return [
        Said(
            view="reported" if one.report else "pages",
            value=one.amount,
            unit=one.currency,
            year=one.start[:4],
            subject=one.funder,
            source_title=one.source_title,
            page=one.page,
            remark="resource",
            record=one,
        )
        for one in facts.resources
        if one.amount
    ]


def priority(facts: FrameworkFacts, field: str) -> list[Said]:
    """One field of every priority, in the order of the roadmap."""
    return [
        Said(
            view="reported" if one.report else "pages",
            value=getattr(one, field),
            subject=one.code,
            source_title=one.source_title,
            page=one.page,
            record=one,
        )
        for one in facts.priorities
        if getattr(one, field)
    ]


SOURCES: Final = {"walk_free": "WALK_FREE_RESPONSE_2023", "research": "WORLD_POLICY"}
"""Sources of whole tables of values, whose terms hold for their rows; others are single pages."""


OTHER_POPULATION: Final = "children_at_work:"
"""How the note begins of a value that counts children at work, who are not all in child labour."""


def stated(values: Iterable[FrameworkValue], indicator: str, part: str) -> list[Said]:
    """Values of the framework that were reported or read for a part, the latest year first."""
    own = [one for one in values if (one.indicator, one.part) == (indicator, part)]
    return [
        Said(
            view=one.view,
            value="" if one.value == "not_applicable" else one.value,
            absence="M" if one.value == "not_applicable" else "",
            unit=one.unit,
            year=one.year,
            sex=one.sex or "T",
            source=SOURCES.get(one.view, ""),
            source_title=one.source_title,
            page=one.page,
            checked=one.checked,
            record=one,
            beside=one.note.startswith(OTHER_POPULATION),
        )
        for one in sorted(own, key=lambda one: one.year, reverse=True)
    ]

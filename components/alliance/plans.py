"""Action groups, and what the Alliance's plans were to bring: each item with what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from components.alliance.cited import Cited, cited, sources_of
from components.alliance.statements import FactLine, fact_lines
from components.markup import render
from components.numbers import date_text
from components.wording import Wording
from data.records import ActionGroup, Alliance, Deliverable

PLANS: Final = ("roadmap_2021", "supply_chains_2020", "groups_2018")
BECAME: Final = ("delivered", "late", "in_part", "not_seen")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of a plan in words; `became` is the code of its glyph."""

    number: int
    text: str
    due: str
    became: str
    word: str
    became_date: str
    basis: str
    source: Cited | None


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a plan: its heading and its items."""

    heading: str
    items: list[ItemLine]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan: how many items became what, and all of them."""

    code: str
    name: str
    lead: str
    count: str
    strip: list[str]
    counts: list[tuple[str, str, int]]
    parts: list[PartLine]
    sources: list[Cited]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group in words."""

    code: str
    name: str
    state: str
    state_word: str
    chairs: str
    members: str
    since: str
    text: str
    source: Cited
    heading: str
    steps: list[FactLine]


def counted(known: Alliance, plan: str) -> Counter[str]:
    """How many items of a plan became what; outcomes are made of outputs and do not count."""
    return Counter(one.became for one in known.deliverables if one.plan == plan and one.became)


def groups_html(known: Alliance, wording: Wording) -> str:
    """The groups by kind, each opened to its members, plan and source."""
    kinds = groupby(known.groups, key=lambda one: one.kind)
    return render(
        "alliance_groups.html",
        t=wording.t,
        kinds=[
            (
                wording.t(f"action_group_kind.{kind}"),
                [_group(one, known, wording) for one in groups],
            )
            for kind, groups in kinds
        ],
    )


def _group(one: ActionGroup, known: Alliance, wording: Wording) -> GroupLine:
    topic = f"group_{one.code.replace('-', '_')}"
    steps = fact_lines(known, topic, wording)
    return GroupLine(
        one.code,
        wording.of(one, "name"),
        one.state,
        wording.t(f"action_group_state.{one.state}"),
        wording.of(one, "chairs"),
        wording.of(one, "members"),
        date_text(one.since, wording),
        wording.of(one, "text"),
        cited(one, wording),
        wording.t("alliance.groups.steps", group=wording.t(f"alliance_topic.{topic}"))
        if steps
        else "",
        steps,
    )


def plans_html(known: Alliance, wording: Wording) -> str:
    """The plans, each with a strip of its items, opened to a table."""
    return render(
        "alliance_plans.html", t=wording.t, plans=[_plan(known, plan, wording) for plan in PLANS]
    )


def _plan(known: Alliance, plan: str, wording: Wording) -> PlanLine:
    rows = [one for one in known.deliverables if one.plan == plan]
    parts = groupby(rows, key=lambda one: one.part)
    counts = counted(known, plan)
    total = sum(counts.values())
    return PlanLine(
        plan,
        wording.t(f"alliance_plan.{plan}"),
        wording.t(f"alliance.plan.{plan}"),
        wording.plural("alliance.plan.items", total, count=total),
        sorted((one.became for one in rows if one.became), key=BECAME.index),
        [
            (code, wording.t(f"deliverable_became.{code}"), counts[code])
            for code in BECAME
            if counts[code]
        ],
        [_part(plan, part, list(items), wording) for part, items in parts],
        sources_of(rows, wording),
    )


def _part(plan: str, part: int, rows: list[Deliverable], wording: Wording) -> PartLine:
    """Outcomes head their own part; the other plans' parts have headings of ours."""
    outcome = next((one for one in rows if one.kind == "outcome"), None)
    heading = wording.of(outcome, "text") if outcome else wording.t(f"alliance.part.{plan}.{part}")
    items = [one for one in rows if one is not outcome]
    return PartLine(heading, [_item(one, wording) for one in items])


def _item(one: Deliverable, wording: Wording) -> ItemLine:
    return ItemLine(
        one.order,
        wording.of(one, "text"),
        date_text(one.due, wording) or wording.t("alliance.plan.no_date"),
        one.became,
        wording.t(f"deliverable_became.{one.became}"),
        date_text(one.became_date, wording),
        wording.of(one, "basis"),
        Cited(one.basis_title, one.basis_page) if one.basis_title else None,
    )

"""Named plans and their priorities in words, and which of them have ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.markup import Foreign
from components.pathfinders.lines import page_link, period
from components.pathfinders.plan_names import plan_name
from components.wording import Wording
from data.methods.dates import last_day
from data.records import Mechanism, Priority, Roadmap


@dataclass(frozen=True, slots=True)
class Plan:
    """A named plan in words; `ended` where its period is over, `foreign` where its title stands in
    English as its page gives it."""

    title: str
    period: str
    note: str
    source_title: str
    page: str
    ended: bool = False
    foreign: bool = False


def _over(end: str, today: date | None) -> bool:
    return bool(today and end) and last_day(end) < (today or date.min)


def plans(
    roadmaps: Sequence[Roadmap], wording: Wording, today: date | None = None
) -> tuple[Plan, ...]:
    """Named plans in words, as ordered by the store."""
    return tuple(
        Plan(
            wording.of(plan, "title"),
            period(plan.start, plan.end, wording),
            wording.of(plan, "note"),
            plan.source_title,
            plan.page,
            _over(plan.end, today),
        )
        for plan in roadmaps
    )


def policy_plans(policies: Sequence[Mechanism], wording: Wording, today: date) -> tuple[Plan, ...]:
    """National plans that other pages name, in words."""
    return tuple(_policy_plan(plan, wording, today) for plan in policies)


def _policy_plan(plan: Mechanism, wording: Wording, today: date) -> Plan:
    name = plan_name(plan, wording)
    return Plan(
        name,
        period(plan.start, plan.end, wording),
        "",
        page_link("", plan.page).title if plan.page else "",
        plan.page,
        _over(plan.end, today),
        foreign=isinstance(name, Foreign),
    )


def priorities_of(plan: Roadmap, stated: Sequence[Priority], wording: Wording) -> tuple[str, ...]:
    """The priorities that a plan states."""
    return tuple(wording.of(one, "text") for one in stated if one.roadmap == plan.code)


def priorities(
    roadmaps: Sequence[Roadmap], stated: Sequence[Priority], wording: Wording
) -> tuple[str, ...]:
    """The priorities of the latest plan that states any."""
    return next(filter(None, (priorities_of(plan, stated, wording) for plan in roadmaps)), ())

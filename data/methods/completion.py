"""How many of a country's actions stand where, and which of them may stand in a roadmap's gauge.

A gauge counts what a roadmap sets out, or a report on it. Measures that other pages name are listed
beside it and counted by themselves: they tell what was done, not how far the roadmap is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from data.methods.dates import last_day, span
from data.records import Action, Completion, Roadmap

STATUSES: Final = (
    *("completed", "substantial", "limited", "adopted", "not_started", "no_evidence"),
)
"""The published scale, the most advanced first; `adopted` is a plan or law, not a result."""

ROADMAP_ORIGINS: Final = frozenset({"roadmap", "report"})
FEWEST_FOR_A_RING: Final = 5
"""Below this many items a share says nothing: a line of words stands instead."""

DONE: Final = frozenset({"completed", "adopted"})
"""Statuses of which a due date that has passed is not overdue."""


def of_roadmap(action: Action) -> bool:
    """Whether a roadmap sets an item out, or a government's report on it speaks of it."""
    return action.origin in ROADMAP_ORIGINS or action.said("reported") is not None


def on_roadmap(actions: Iterable[Action], kind: str = "action") -> list[Action]:
    """The items of a kind that a roadmap, or a report on it, sets out."""
    return [each for each in actions if each.kind == kind and of_roadmap(each)]


def elsewhere(actions: Iterable[Action]) -> list[Action]:
    """The actions and targets that other pages name: beside the gauge, never in it."""
    return [each for each in actions if not of_roadmap(each)]


def completion(area: str, actions: Iterable[Action], says: str = "") -> Completion:
    """Count the area's actions by status; with `says`, by that body's latest word alone.

    An item of which that body said nothing has no evidence. Raises ValueError for a status that is
    not on the scale: it would else be counted nowhere.
    """
    counted: Counter[str] = Counter()
    for each in actions:
        if each.area == area:
            said = each.said(says) if says else each.latest
            counted[said.status if said else "no_evidence"] += 1
    if unknown := counted.keys() - set(STATUSES):
        raise ValueError(f"No status of the scale: {', '.join(sorted(unknown))}")
    return Completion(area, **{status: counted[status] for status in STATUSES}, says=says)


def spoken_of(actions: Iterable[Action], says: str) -> bool:
    """Whether a body said anything about any of the actions."""
    return any(each.said(says) for each in actions)


def overdue(actions: Iterable[Action], today: date) -> list[Action]:
    """Actions and targets due before today and not done, the longest passed first."""
    late = [
        each
        for each in actions
        if each.due and each.status not in DONE and last_day(each.due) < today
    ]
    return sorted(late, key=lambda each: (last_day(each.due), each.code))


def ended(roadmaps: Iterable[Roadmap], today: date) -> list[Roadmap]:
    """Plans whose period is over, the latest first."""
    over = [plan for plan in roadmaps if plan.end and last_day(plan.end) < today]
    return sorted(over, key=lambda plan: (last_day(plan.end), plan.code), reverse=True)


def current(roadmaps: Iterable[Roadmap], today: date) -> Roadmap | None:
    """The newest plan with both a start and an end that has begun; None without one."""
    begun = [plan for plan in roadmaps if plan.start and plan.end and span(plan.start)[0] <= today]
    return max(
        begun,
        key=lambda plan: (span(plan.start)[0], last_day(plan.end), plan.code),
        default=None,
    )


def pace(roadmaps: Iterable[Roadmap], today: date) -> float | None:
    """The share of the current roadmap's period that is over, 0 to 1; None without a period."""
    plan = current(roadmaps, today)
    if plan is None:
        return None
    start, end = span(plan.start)[0], last_day(plan.end)
    return min((today - start).days / max((end - start).days, 1), 1.0)

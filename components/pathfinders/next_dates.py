"""Dates ahead of listed actions and plans: only what a page states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.numbers import date_text
from components.pathfinders.plan_names import plan_ends
from components.wording import Wording
from data.methods.completion import DONE
from data.methods.dates import span
from data.records import Action, Mechanism, Roadmap


@dataclass(frozen=True, slots=True)
class NextDate:
    """A date ahead with the precision it was stated with, and what is due then."""

    date: str
    when: str
    what: str


def next_dates(
    actions: Sequence[Action],
    roadmaps: Sequence[Roadmap],
    wording: Wording,
    today: date,
    policies: Sequence[Mechanism] = (),
) -> tuple[NextDate, ...]:
    """Ends of plans and due dates of actions not done, from today on, the soonest first.

    A date known to the year counts as ahead until the year is over.
    """
    due = [
        (plan.end, wording.t("pathfinders.plan_ends", plan=wording.of(plan, "title")))
        for plan in roadmaps
        if plan.end
    ]
    due += [(plan.end, plan_ends(plan, wording)) for plan in policies if plan.end]
    due += [
        (action.due, wording.of(action, "text"))
        for action in actions
        if action.due and action.status not in DONE
    ]
    ahead = [(when, what) for when, what in due if span(when)[1] >= today]
    ahead.sort(key=lambda item: (span(item[0])[1], item[1]))
    return tuple(
        NextDate(when, date_text(when, wording), what) for when, what in dict.fromkeys(ahead)
    )

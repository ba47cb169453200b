"""Dates ahead and dates that have passed of listed actions and plans: only what a page states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.numbers import date_text
from components.theme import STATUS_SYMBOLS
from components.wording import Wording
from data.methods.completion import DONE, overdue
from data.methods.dates import span
from data.records import Action, Mechanism, Roadmap


@dataclass(frozen=True, slots=True)
class NextDate:
    """A date ahead with the precision it was stated with, and what is due then."""

    date: str
    when: str
    what: str


@dataclass(frozen=True, slots=True)
class PassedDate:
    """A due date that is over, what was due, and how far pages say it is."""

    when: str
    what: str
    status: str
    symbol: str


def passed_dates(
    actions: Sequence[Action], wording: Wording, today: date
) -> tuple[PassedDate, ...]:
    """Due dates before today of actions that are not done, the longest passed first."""
    return tuple(
        PassedDate(
            date_text(action.due, wording),
            wording.of(action, "text"),
            wording.t(f"completion.{action.status}"),
            STATUS_SYMBOLS[action.status],
        )
        for action in overdue(actions, today)
    )


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
    due += [
        (plan.end, wording.t("pathfinders.plan_ends", plan=plan.name))
        for plan in policies
        if plan.end
    ]
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

"""Dates of a country's way: what is ahead, what was due, which plans' periods are over.

Plans of the government's other tables count as much as roadmaps, and so does money stated up to a
day: each is a date that a page states.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from components.country.answers import CountryAnswers
from components.numbers import date_text
from components.pathfinders.next_dates import NextDate, next_dates
from components.pathfinders.plan_names import plan_ends, plan_name
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import ended, overdue
from data.methods.dates import last_day
from data.records import Mechanism


@dataclass(frozen=True, slots=True)
class PassedDate:
    """A due date that is over, what was due then, and how far it is said to be."""

    date: str
    when: str
    what: str
    status: str
    word: str
    colour: str


@dataclass(frozen=True, slots=True)
class EndedPlan:
    """A plan whose period is over, and when it ended."""

    date: str
    when: str
    what: str


def dates_ahead(answers: CountryAnswers, wording: Wording, today: date) -> tuple[NextDate, ...]:
    """Ends of plans and of stated money, and due dates of entries not done, the soonest first."""
    found = list(next_dates(answers.actions, answers.roadmaps, wording, today))
    for plan in _dated_policies(answers):
        found.append(_ahead(plan.end, plan_ends(plan, wording), wording))
    for one in answers.resources:
        if one.end:
            text = wording.t("roadmap.funds_end", text=wording.of(one, "text"))
            found.append(_ahead(one.end, text, wording))
    ahead = [each for each in found if last_day(each.date) >= today]
    return tuple(sorted(ahead, key=lambda each: last_day(each.date)))


def dates_passed(
    answers: CountryAnswers, wording: Wording, palette: Palette, today: date
) -> tuple[PassedDate, ...]:
    """Due dates before today of entries that are not done, the longest passed first."""
    return tuple(
        PassedDate(
            each.due,
            date_text(each.due, wording),
            wording.of(each, "text"),
            each.status,
            wording.t(f"completion.{each.status}"),
            palette.statuses[each.status],
        )
        for each in overdue(answers.actions, today)
    )


def ended_plans(answers: CountryAnswers, wording: Wording, today: date) -> tuple[EndedPlan, ...]:
    """Roadmaps and other plans whose period is over, the latest first."""
    over = [
        EndedPlan(plan.end, date_text(plan.end, wording), wording.of(plan, "title"))
        for plan in ended(answers.roadmaps, today)
    ]
    over += [
        EndedPlan(plan.end, date_text(plan.end, wording), plan_name(plan, wording))
        for plan in _dated_policies(answers)
        if last_day(plan.end) < today
    ]
    return tuple(sorted(over, key=lambda each: last_day(each.date), reverse=True))


def _ahead(when: str, what: str, wording: Wording) -> NextDate:
    return NextDate(when, date_text(when, wording), what)


def other_policies(answers: CountryAnswers) -> list[Mechanism]:
    """Policies that are not a named roadmap once more: one of the same years is."""
    named = {(plan.start[:4], plan.end[:4]) for plan in answers.roadmaps}
    return [
        one
        for one in answers.mechanisms
        if one.kind == "policy" and (one.start[:4], one.end[:4]) not in named
    ]


def _dated_policies(answers: CountryAnswers) -> list[Mechanism]:
    return [one for one in other_policies(answers) if one.end]

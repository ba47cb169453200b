"""What moved in countries: actions, reports, values of the framework, plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from data.methods.completion import DONE
from data.methods.dates import last_day
from data.methods.dates import span as days_of
from data.methods.since.facts import Facts, Found
from data.methods.since.records import Item
from data.methods.since.span import deadline
from data.records import Action, Mechanism, Roadmap, Status


def said_on(status: Status) -> str:
    """The day that a status is of; of a government's or reviewer's word without one, the day it was
    said. Empty for our own reading of a page that states none."""
    return status.status_date or ("" if status.says == "curated" else status.checked)


def moves(action: Action) -> Iterator[tuple[Status | None, Status]]:
    """Each dated status of an action with what the same voice had said of it before.

    Of several readings of one day, the last stands: it corrected the others.
    """
    for voice in dict.fromkeys(one.says for one in action.history):
        last_read = {said_on(one): one for one in action.history if one.says == voice}
        before: Status | None = None
        for when in sorted(last_read, key=lambda said: days_of(said)[1] if said else date.min):
            if when:
                yield before, last_read[when]
                before = last_read[when]


def moved(facts: Facts) -> Found:
    """Dated statuses of actions, from what to what."""
    for action in chain(*facts.actions.values()):
        if action.history and not any(said_on(one) for one in action.history):
            yield action.area
        for before, now in moves(action):
            when = said_on(now)
            yield Item(
                "moved",
                "status",
                when,
                days_of(when),
                action.area,
                action,
                before=before.status if before else "",
                after=now.status,
                who=now.says,
                source=now.source_title or action.source_title,
                page=now.page or action.page,
            )


def due(facts: Facts, today: date) -> Found:
    """Actions by the day on which they fell due."""
    for action in chain(*facts.actions.values()):
        if not action.due:
            yield action.area
            continue
        latest = action.latest
        late = action.status not in DONE and last_day(action.due) < today
        yield Item(
            "due",
            "fell_due",
            action.due,
            deadline(action.due),
            action.area,
            action,
            after=action.status,
            who=latest.says if latest else "",
            source=action.source_title,
            page=action.page,
            still_open=late,
        )


def reports(facts: Facts) -> Found:
    """Reports by the day they came in; where that is not stated, by the end of their period."""
    for one in chain(*facts.reports.values()):
        when = one.received or one.end or one.start
        if not when:
            yield one.area
            continue
        kind = "received" if one.received else "known"
        yield Item(
            "reports",
            kind,
            when,
            days_of(when),
            one.area,
            one,
            source=one.source_title,
            page=one.page,
        )


def values(facts: Facts) -> Found:
    """What governments report in the monitoring framework, by the day their report came in."""
    received = {one.code: one.received for one in chain(*facts.reports.values())}
    for one in chain(*facts.framework_values.values()):
        if one.view != "reported":
            continue
        when = received.get(one.report) or one.checked
        if not when:
            yield one.area
            continue
        yield Item(
            "values",
            "value",
            when,
            days_of(when),
            one.area,
            one,
            after=one.value,
            who="reported",
            source=one.source_title,
            page=one.page,
        )


def plans(facts: Facts) -> Found:
    """Roadmaps and national plans by their start, or adoption where none is stated, and end."""
    policies = [one for one in facts.policies if one.kind == "policy"]
    plans: Iterable[Roadmap | Mechanism] = [*chain(*facts.roadmaps.values()), *policies]
    for plan in plans:
        adopted = plan.adopted if isinstance(plan, Roadmap) and not plan.start else ""
        title = (
            plan.source_title
            if isinstance(plan, Roadmap)
            else facts.sources.get(plan.source, plan.source)
        )
        dates = {"began": plan.start, "adopted": adopted, "ended": plan.end}
        if not any(dates.values()):
            yield plan.area
        for kind, when in dates.items():
            if when:
                days = deadline(when) if kind == "ended" else days_of(when)
                yield Item("plans", kind, when, days, plan.area, plan, source=title, page=plan.page)

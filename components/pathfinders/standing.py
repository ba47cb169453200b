"""Where a country stands on a day: its counts by origin, what is late, awaited, ahead and last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from components.pathfinders.facts import PathfinderFacts
from data.methods.completion import DONE, completion, elsewhere, ended, on_roadmap, overdue
from data.methods.dates import last_day, span
from data.methods.stages import on_hold, report_awaited
from data.records import Action, Area, Completion, Mechanism, Report, Roadmap, Stage


class Sign(NamedTuple):
    """The last thing that was seen of a country: a date as published, and what it was."""

    date: str
    kind: str


@dataclass(frozen=True)
class Standing:
    """One country on one day. `items` are actions of a roadmap, `others` what other pages name."""

    area: Area
    stages: Sequence[Stage]
    actions: Sequence[Action]
    roadmaps: Sequence[Roadmap]
    policies: Sequence[Mechanism]
    reports: Sequence[Report]
    items: Sequence[Action]
    others: Sequence[Action]
    late: Sequence[Action]
    dated_plans: int
    ended_plans: int
    awaited: bool
    next_date: str
    sign: Sign | None
    checked: str

    @cached_property
    def completion(self) -> Completion:
        """How far the items of the roadmap are."""
        return completion(self.area.code, self.items)

    @cached_property
    def elsewhere(self) -> Completion:
        """How far the measures are that other pages name."""
        return completion(self.area.code, self.others)

    @property
    def on_hold(self) -> bool:
        """Whether the status rests."""
        return on_hold(self.stages)

    @property
    def late_since(self) -> str:
        """The date that has been past the longest, as it was published; empty where none is."""
        return self.late[0].due if self.late else ""


def standing(area: Area, facts: PathfinderFacts, today: date) -> Standing:
    """Where one country stands."""
    actions = facts.actions.get(area.code, ())
    roadmaps = facts.roadmaps.get(area.code, ())
    policies = other_plans(roadmaps, facts.policies.get(area.code, ()))
    stages = facts.stages.get(area.code, ())
    reports = facts.reports.get(area.code, ())
    return Standing(
        area=area,
        stages=stages,
        actions=actions,
        roadmaps=roadmaps,
        policies=policies,
        reports=reports,
        items=on_roadmap(actions),
        others=elsewhere(actions),
        late=overdue(actions, today),
        dated_plans=len(_ends(roadmaps, policies)),
        ended_plans=len(ended(roadmaps, today)) + len(ended_policies(policies, today)),
        awaited=awaited(area, stages, reports, today),
        next_date=_next(actions, roadmaps, policies, today),
        sign=_sign(area.code, facts, today),
        checked=max((one.checked for action in actions for one in action.history), default=""),
    )


def standings(facts: PathfinderFacts, today: date) -> list[Standing]:
    """Where every country stands, by name."""
    return [standing(area, facts, today) for area in facts.countries]


def other_plans(roadmaps: Sequence[Roadmap], policies: Iterable[Mechanism]) -> list[Mechanism]:
    """National plans that are not one of the roadmaps by another name: of other years."""
    years = {(plan.start[:4], plan.end[:4]) for plan in roadmaps if plan.end}
    return [plan for plan in policies if (plan.start[:4], plan.end[:4]) not in years]


def ended_policies(policies: Iterable[Mechanism], today: date) -> list[Mechanism]:
    """National plans whose period is over."""
    return [plan for plan in policies if plan.end and last_day(plan.end) < today]


def awaited(area: Area, stages: Sequence[Stage], reports: Sequence[Report], today: date) -> bool:
    """Whether the report of a confirmed pathfinder on the last full year has not come."""
    return area.pathfinder == "pathfinder" and bool(report_awaited(stages, reports, today))


def _ends(roadmaps: Iterable[Roadmap], policies: Iterable[Mechanism]) -> list[str]:
    """When the plans end, of those of which it is stated."""
    ends = [*(plan.end for plan in roadmaps), *(plan.end for plan in policies)]
    return [end for end in ends if end]


def _next(
    actions: Sequence[Action],
    roadmaps: Sequence[Roadmap],
    policies: Sequence[Mechanism],
    today: date,
) -> str:
    """The soonest date ahead that a page states."""
    stated = _ends(roadmaps, policies)
    stated += [each.due for each in actions if each.due and each.status not in DONE]
    ahead = [when for when in stated if last_day(when) >= today]
    return min(ahead, key=last_day, default="")


def _sign(code: str, facts: PathfinderFacts, today: date) -> Sign | None:
    """The latest report, stage, event or status of the country that is not ahead."""
    seen = [Sign(one.received or one.end, "report") for one in facts.reports.get(code, ())]
    seen += [Sign(one.date, one.stage) for one in facts.stages.get(code, ()) if one.state == "held"]
    seen += [Sign(one.date, one.kind) for one in facts.events.get(code, ()) if one.state == "held"]
    seen += [
        Sign(one.status_date, "action")
        for action in facts.actions.get(code, ())
        for one in action.history
        if one.status not in {"no_evidence", "not_started"}
    ]
    past = [one for one in seen if one.date and span(one.date)[0] <= today]
    return max(past, key=lambda one: (min(last_day(one.date), today), one.date), default=None)

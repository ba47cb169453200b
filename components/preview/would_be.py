"""The ledger of a country as it would stand if a draft were published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from components.reporting.filled import Filled
from components.reporting.report_rows import Row, report_rows, reviewed_rows
from data.records import Action, Comment, Priority, Roadmap, Status


@dataclass(frozen=True)
class Standing:
    """What stands of a country now."""

    actions: Sequence[Action] = ()
    priorities: Sequence[Priority] = ()
    comments: Sequence[Comment] = ()
    roadmaps: Sequence[Roadmap] = ()


@dataclass(frozen=True)
class WouldBe:
    """What would stand: actions with every status, priorities, and the statuses of the report."""

    actions: tuple[Action, ...] = ()
    priorities: tuple[Priority, ...] = ()
    roadmaps: tuple[Roadmap, ...] = field(default=())


def would_be(filled: Filled, code: str, day: str, standing: Standing, reviewer: str) -> WouldBe:
    """The ledger with the rows of a report; `reviewer` is empty for a draft without a review."""
    held = {
        "action": {one.code: _cells(one) for one in standing.actions},
        "priority": {one.code: _cells(one) for one in standing.priorities},
        "comment": {one.code: _cells(one) for one in standing.comments},
    }
    rows = report_rows(filled, code, day, held)
    statuses = [Status(**row) for row in rows["status"]]
    if reviewer:
        statuses += [Status(**row) for row in reviewed_rows(filled, code, reviewer, day)]
    actions = {one.code: one for one in standing.actions}
    for row in rows["action"]:
        before = actions.get(row["code"])
        actions[row["code"]] = Action(**row, history=before.history if before else ())
    priorities = {one.code: one for one in standing.priorities}
    priorities |= {row["code"]: Priority(**row) for row in rows["priority"]}
    return WouldBe(
        tuple(_with(one, statuses) for one in actions.values()),
        tuple(priorities.values()),
        tuple(standing.roadmaps),
    )


def _cells(one: Any) -> Row:
    return {name: value for name, value in asdict(one).items() if name != "history"}


def _with(one: Action, statuses: Sequence[Status]) -> Action:
    """An action with what the report says of it after what was said before."""
    new = [status for status in statuses if status.action == one.code]
    if not new:
        return one
    keys = {(status.says, status.checked) for status in new}
    kept = [status for status in one.history if (status.says, status.checked) not in keys]
    history = sorted((*kept, *new), key=lambda status: (status.checked, status.says))
    return replace(one, history=tuple(history))

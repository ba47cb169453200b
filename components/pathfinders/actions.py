"""Listed actions and targets as a table, and how many there are of each status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.markup import render
from components.pathfinders.lines import grouped_lines
from components.theme import STATUS_SYMBOLS, Palette
from components.wording import Wording
from data.methods.completion import STATUSES
from data.records import Action, Completion, Priority


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many actions have one status; `share` is in percent of all listed ones."""

    status: str
    symbol: str
    word: str
    count: int
    share: float
    colour: str


def action_table(
    actions: Sequence[Action],
    caption: str,
    wording: Wording,
    palette: Palette,
    *,
    priorities: Sequence[Priority] = (),
    today: date | None = None,
    rule: bool = True,
) -> str:
    """The listed actions as an HTML table with the rule above it; empty text without actions."""
    if not actions:
        return ""
    return render(
        "action_table.html",
        caption=caption,
        groups=grouped_lines(actions, priorities, wording, today),
        rule=rule,
        colours=palette.statuses,
        t=wording.t,
    )


def status_counts(
    completion: Completion, wording: Wording, palette: Palette
) -> tuple[StatusCount, ...]:
    """Every status with its count, in the order of the ring; 0 stays 0."""
    listed = completion.listed or 1
    return tuple(
        StatusCount(
            status,
            STATUS_SYMBOLS[status],
            wording.t(f"action_status.{status}"),
            getattr(completion, status),
            100 * getattr(completion, status) / listed,
            palette.statuses[status],
        )
        for status in STATUSES
    )

"""Listed actions and targets as lines of a table: each status with its basis and its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.markup import render
from components.numbers import date_text, span_text
from components.theme import STATUS_SYMBOLS, Palette
from components.wording import Wording
from data.methods.completion import STATUSES
from data.records import Action, Completion


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action or target in words. `pages` are addresses, the one with the text first."""

    code: str
    text: str
    kind: str
    priority: str
    when: str
    status: str
    symbol: str
    status_word: str
    status_date: str
    basis: str
    origin: str
    responsible: str
    source_title: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many actions have one status; `share` is in percent of all listed ones."""

    status: str
    symbol: str
    word: str
    count: int
    share: float
    colour: str


def period(start: str, end: str, wording: Wording) -> str:
    """`2019 – 2021` with the precision of the dates; what is not stated says so."""
    if start and end:
        return span_text(start, end, wording)
    if end:
        return wording.t("pathfinders.until", date=date_text(end, wording))
    if start:
        return wording.t("pathfinders.since", date=date_text(start, wording))
    return wording.t("pathfinders.no_date")


def action_lines(actions: Sequence[Action], wording: Wording) -> tuple[ActionLine, ...]:
    """Actions in words, by status (most advanced first, unknown last), then by code."""
    ordered = sorted(actions, key=lambda action: (STATUSES.index(action.status), action.code))
    return tuple(_line(action, wording) for action in ordered)


def _line(action: Action, wording: Wording) -> ActionLine:
    said = action.latest
    return ActionLine(
        code=action.code,
        text=wording.of(action, "text"),
        kind=wording.t(f"action_kind.{action.kind}"),
        priority=wording.t(f"priority.{action.priority}"),
        when=period(action.start, action.due, wording),
        status=action.status,
        symbol=STATUS_SYMBOLS[action.status],
        status_word=wording.t(f"action_status.{action.status}"),
        status_date=date_text(said.status_date, wording) if said else "",
        basis=wording.of(said, "basis") if said else "",
        origin=wording.t(f"action_origin.{action.origin}"),
        responsible=action.responsible,
        source_title=action.source_title,
        pages=tuple(
            dict.fromkeys(page for page in (action.page, said.page if said else "") if page)
        ),
    )


def action_table(
    actions: Sequence[Action], caption: str, wording: Wording, palette: Palette
) -> str:
    """The listed actions as an HTML table with the rule above it; empty text without actions."""
    if not actions:
        return ""
    return render(
        "action_table.html",
        caption=caption,
        lines=action_lines(actions, wording),
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


def sum_line(completions: Sequence[Completion], wording: Wording, palette: Palette) -> str:
    """All countries together: a bar of counts by status with its legend, as HTML."""
    together = Completion(
        "", *(sum(getattr(one, status) for one in completions) for status in STATUSES)
    )
    return render(
        "completion_sum.html",
        text=wording.t(
            "pathfinders.sum",
            listed=together.listed,
            countries=sum(1 for one in completions if one.listed),
            completed=together.completed,
            unknown=together.no_evidence,
        ),
        counts=status_counts(together, wording, palette),
        t=wording.t,
    )

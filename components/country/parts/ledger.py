"""The ledger of a country: each entry with its status now, who says so, and what it was before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from components.markup import render
from components.numbers import date_text
from components.pathfinders.lines import ActionLine, PageLink, grouped_lines, page_link
from components.theme import Palette
from components.wording import Wording
from data.records import SPEAKING, Action, Priority, Status


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One dated status in words: what, by whose word, of when, checked when, on which evidence."""

    status: str
    word: str
    who: str
    by: str
    of: str
    checked: str
    basis: str
    link: PageLink | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry in words with the latest word of each body, and all that was said before.

    `title` names what the entry stands in where that has no page.
    """

    line: ActionLine
    now: tuple[SaidLine, ...]
    before: tuple[SaidLine, ...]
    link: PageLink | None
    title: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries below one priority of a roadmap; `priority` is empty for those of none."""

    priority: str
    aim: str
    entries: tuple[Entry, ...]


def ledger(
    actions: Sequence[Action],
    priorities: Iterable[Priority],
    caption: str,
    wording: Wording,
    palette: Palette,
    today: date,
) -> str:
    """The entries as a table of safe HTML, what is past its date first; empty without any."""
    if not actions:
        return ""
    by_code = {each.code: each for each in actions}
    groups = [
        EntryGroup(
            group.priority,
            group.aim,
            tuple(_entry(line, by_code[line.code], wording) for line in late_first(group.lines)),
        )
        for group in grouped_lines(actions, priorities, wording, today)
    ]
    return render(
        "ledger.html", caption=caption, groups=groups, colours=palette.statuses, t=wording.t
    )


def late_first(lines: Sequence[ActionLine]) -> list[ActionLine]:
    """Lines that are past their date before the others; a next step stays below its action."""
    blocks: list[list[ActionLine]] = []
    for line in lines:
        if line.nested and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    blocks.sort(key=lambda block: not any(line.late for line in block))
    return [line for block in blocks for line in block]


def _entry(line: ActionLine, action: Action, wording: Wording) -> Entry:
    now = [said for said in map(action.said, SPEAKING) if said]
    before = [said for said in reversed(action.history) if said not in now]
    return Entry(
        line,
        tuple(_said(one, action, wording) for one in now),
        tuple(_said(one, action, wording) for one in before),
        page_link(action.source_title, action.page) if action.page else None,
        action.source_title,
    )


def _said(one: Status, action: Action, wording: Wording) -> SaidLine:
    other = one.page and one.page != action.page
    return SaidLine(
        one.status,
        wording.t(f"action_status.{one.status}"),
        wording.t(f"status_says.{one.says}"),
        one.by,
        date_text(one.status_date, wording) if one.status_date else "",
        date_text(one.checked, wording),
        wording.of(one, "basis"),
        page_link(one.source_title, one.page) if other else None,
    )

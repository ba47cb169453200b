"""Listed actions and targets in words: each status with its basis and its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from components.numbers import date_text, isolate, number, span_text
from components.wording import Wording
from data.methods.completion import STATUSES, overdue
from data.records import SPEAKING, Action, Priority, Status


class PageLink(NamedTuple):
    """A page with the title that it bears itself, else the name of its host."""

    title: str
    href: str


class Voice(NamedTuple):
    """Who says how far an action is, where not only our reading of a page does."""

    who: str
    status: str
    word: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action, target or next step in words; `late` says since when it is past its date.

    `voices` are all that speak of it, where it is not we alone; `before` is the last other status
    that the one that speaks gave it.
    """

    code: str
    text: str
    kind: str
    focus: str
    when: str
    late: str
    status: str
    status_word: str
    status_date: str
    voices: tuple[Voice, ...]
    basis: str
    origin: str
    owner: str
    partners: str
    money: str
    before: str
    nested: bool
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines below one priority of a roadmap; `priority` is empty for those of none."""

    priority: str
    aim: str
    lines: tuple[ActionLine, ...]


def period(start: str, end: str, wording: Wording) -> str:
    """`2019 – 2021` with the precision of the dates; what is not stated says so."""
    if start and end:
        return span_text(start, end, wording)
    if end:
        return wording.t("pathfinders.until", date=date_text(end, wording))
    if start:
        return wording.t("pathfinders.since", date=date_text(start, wording))
    return wording.t("pathfinders.no_date")


def page_link(title: str, page: str) -> PageLink:
    """A page by its own title."""
    return PageLink(title or urlsplit(page).netloc.removeprefix("www."), page)


def action_lines(
    actions: Sequence[Action], wording: Wording, today: date | None = None
) -> tuple[ActionLine, ...]:
    """Actions past their date first, then by status (most advanced first, unknown last) and code;
    next steps after their action."""
    late = {one.code for one in overdue(actions, today)} if today else set()
    ordered = sorted(
        actions, key=lambda one: (one.code not in late, STATUSES.index(one.status), one.code)
    )
    codes = {action.code for action in actions}
    steps: dict[str, list[Action]] = {}
    for action in ordered:
        if action.parent in codes:
            steps.setdefault(action.parent, []).append(action)
    lines: list[ActionLine] = []
    for action in ordered:
        if action.parent not in codes:
            lines.append(_line(action, wording, late, nested=False))
            lines += (_line(one, wording, late, nested=True) for one in steps.get(action.code, ()))
    return tuple(lines)


def grouped_lines(
    actions: Sequence[Action],
    priorities: Iterable[Priority],
    wording: Wording,
    today: date | None = None,
) -> tuple[LineGroup, ...]:
    """The lines below the priorities of their roadmap in its order, then those of no priority."""
    known = {one.code: one for one in priorities}
    parents = {action.code: action for action in actions}

    def priority_of(action: Action) -> str:
        own = parents.get(action.parent, action)
        return own.roadmap_priority if own.roadmap_priority in known else ""

    groups = []
    for code in (*known, ""):
        below = [action for action in actions if priority_of(action) == code]
        if below:
            lines = action_lines(below, wording, today)
            groups.append(LineGroup(*_priority_words(known.get(code), wording), lines))
    return tuple(groups)


def _priority_words(priority: Priority | None, wording: Wording) -> tuple[str, str]:
    """A priority, and its objective, target date and indicator where they are stated."""
    if priority is None:
        return "", ""
    parts = [wording.of(priority, "objective"), wording.of(priority, "indicator")]
    if priority.target_date:
        by = date_text(priority.target_date, wording)
        parts.append(wording.t("pathfinders.until", date=by))
    return wording.of(priority, "text"), " · ".join(filter(None, parts))


def _line(action: Action, wording: Wording, late: set[str], *, nested: bool) -> ActionLine:
    said = action.latest
    return ActionLine(
        code=action.code,
        text=wording.of(action, "text"),
        kind=wording.t(f"action_kind.{action.kind}"),
        focus=wording.t(f"priority.{action.priority}") if action.priority else "",
        when=period(action.start, action.due, wording),
        late=date_text(action.due, wording) if action.code in late else "",
        status=action.status,
        status_word=wording.t(f"action_status.{action.status}"),
        status_date=date_text(said.status_date, wording) if said else "",
        voices=_voices(action, wording),
        basis=wording.of(said, "basis") if said else "",
        origin=wording.t(f"action_origin.{action.origin}"),
        owner=action.responsible,
        partners=action.partners,
        money=_money(action, wording),
        before=_before(action, said, wording),
        nested=nested,
        links=_links(action, said),
    )


def _before(action: Action, said: Status | None, wording: Wording) -> str:
    """What the same body said before, where it was another status."""
    if said is None:
        return ""
    others = [one for one in action.history if one.says == said.says and one.status != said.status]
    if not others:
        return ""
    status = wording.t(f"action_status.{others[-1].status}")
    return wording.t(
        "pathfinders.before", status=status, date=date_text(others[-1].checked, wording)
    )


def _voices(action: Action, wording: Wording) -> tuple[Voice, ...]:
    said = [one for one in map(action.said, SPEAKING) if one]
    if [one.says for one in said] in ([], ["curated"]):
        return ()
    return tuple(
        Voice(
            wording.t(f"status_says.{one.says}"),
            one.status,
            wording.t(f"action_status.{one.status}"),
        )
        for one in said
    )


def _money(action: Action, wording: Wording) -> str:
    """What was allocated and disbursed as stated, and the item's weight in the roadmap."""
    parts = [
        wording.t(
            f"pathfinders.{name}",
            amount=number(float(stated), wording),
            currency=isolate(action.currency, wording),
        )
        for name, stated in (("allocated", action.allocated), ("disbursed", action.disbursed))
        if stated
    ]
    if action.weight:
        weight = number(float(action.weight), wording)
        parts.append(wording.t("pathfinders.weight", weight=weight))
    return " · ".join(parts)


def _links(action: Action, said: Status | None) -> tuple[PageLink, ...]:
    stated = [(action.source_title, action.page)]
    if said and said.page != action.page:
        stated.append((said.source_title, said.page))
    return tuple(page_link(title, page) for title, page in stated if page)

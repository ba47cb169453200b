"""The head of the Pathfinders page: who is listed, the sum by the rule of origin, what is late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from components.markup import render
from components.pathfinders.actions import status_counts
from components.pathfinders.standing import Standing
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import FEWEST_FOR_A_RING, STATUSES
from data.records import Completion

KINDS: Final = ("pathfinder", "candidate", "interest")


def together(completions: Iterable[Completion]) -> Completion:
    """Counts of several countries as one."""
    several = list(completions)
    return Completion(
        "", **{status: sum(getattr(one, status) for one in several) for status in STATUSES}
    )


def sum_words(standings: Sequence[Standing], wording: Wording) -> str:
    """`17 countries · 4 of 9 roadmap items completed · 219 measures on other pages`."""
    countries = wording.plural("pathfinders.countries", len(standings), count=len(standings))
    items = together(one.completion for one in standings)
    others = sum(len(one.others) for one in standings)
    parts = [countries]
    if items.listed:
        known = {"completed": items.completed, "listed": items.listed}
        parts.append(wording.plural("pathfinders.items_sum", items.listed, **known))
    parts.append(wording.plural("pathfinders.others_sum", others, others=others))
    return " · ".join(parts)


def head_html(
    standings: Sequence[Standing], wording: Wording, palette: Palette, *, presenting: bool
) -> str:
    """The head as HTML."""
    items = together(one.completion for one in standings)
    others = together(one.elsewhere for one in standings)
    enough = items.listed >= FEWEST_FOR_A_RING
    counts = status_counts(items, wording, palette)
    return render(
        "pathfinders_head.html",
        lead=lead(standings, wording),
        items=_items(items, wording),
        bar=tuple(one for one in counts if one.count) if enough else (),
        legend=counts,
        others=wording.t(
            "pathfinders.others_line",
            listed=others.listed,
            completed=others.completed,
            adopted=others.adopted,
            unknown=others.no_evidence,
        ),
        presenting=presenting,
        t=wording.t,
    )


def lead(standings: Sequence[Standing], wording: Wording) -> str:
    """How many countries are listed, by their standing."""
    counts = {kind: sum(1 for one in standings if one.area.pathfinder == kind) for kind in KINDS}
    return wording.t("pathfinders.lead", count=len(standings), **counts)


def _items(items: Completion, wording: Wording) -> str:
    known = {"completed": items.completed, "listed": items.listed}
    form = "items_line" if items.listed >= FEWEST_FOR_A_RING else "items_line_few"
    if not items.listed:
        return wording.t("pathfinders.items_line_none")
    return wording.plural(f"pathfinders.{form}", items.listed, **known)


def asks(standings: Sequence[Standing], wording: Wording) -> tuple[tuple[str, str], ...]:
    """What is late, ended and awaited, each as the code of its filter and a sentence."""
    late = sum(len(one.late) for one in standings)
    late_countries = sum(1 for one in standings if one.late)
    dated = sum(one.dated_plans for one in standings)
    ended = sum(one.ended_plans for one in standings)
    awaited = sum(1 for one in standings if one.awaited)
    countries = wording.plural("pathfinders.in_countries", late_countries, count=late_countries)
    return (
        ("overdue", wording.plural("pathfinders.late_sum", late, count=late, countries=countries)),
        ("ended", wording.plural("pathfinders.ended_sum", ended, count=ended, dated=dated)),
        ("awaited", wording.plural("pathfinders.awaited_sum", awaited, count=awaited)),
    )

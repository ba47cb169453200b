"""The list of the Pathfinders page: groups of lines with their sums, each line with its panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from components.markup import render
from components.pathfinders.addresses import Hrefs
from components.pathfinders.choice import Choice, chosen
from components.pathfinders.facts import PathfinderFacts
from components.pathfinders.head import sum_words
from components.pathfinders.line import Line, line
from components.pathfinders.panel import panel
from components.pathfinders.stages import STAGES
from components.pathfinders.standing import Standing
from components.theme import Palette
from components.wording import Wording


@dataclass(frozen=True, slots=True)
class Group:
    """Lines below one heading; `head` is empty where nothing is grouped."""

    head: str
    sums: str
    rows: tuple[tuple[Line, str], ...]


def _groups(
    ordered: Sequence[Standing], choice: Choice, facts: PathfinderFacts
) -> list[tuple[str, list[Standing]]]:
    if choice.group == "none":
        return [("", list(ordered))]
    names = {area.code: area.by_name for area in facts.regions}
    by_region = sorted(ordered, key=lambda one: names.get(one.area.region, ("", "")))
    return [
        (facts.areas[code].name, list(several))
        for code, several in groupby(by_region, key=lambda one: one.area.region)
    ]


def rows_html(
    facts: PathfinderFacts,
    standings: Sequence[Standing],
    choice: Choice,
    wording: Wording,
    palette: Palette,
    *,
    today: date,
    hrefs: Hrefs,
) -> str:
    """The chosen countries as HTML; a sentence when none is chosen."""
    ordered = chosen(standings, choice)
    if not ordered:
        return render("pathfinder_none.html", t=wording.t)

    def row(one: Standing) -> tuple[Line, str]:
        opened = panel(one, facts, wording, palette, today, hrefs=hrefs)
        return line(one, wording, palette, today, hrefs.country + one.area.code), opened

    groups = [
        Group(head, sum_words(several, wording), tuple(map(row, several)))
        for head, several in _groups(ordered, choice, facts)
    ]
    return render(
        "pathfinder_rows.html",
        groups=groups,
        stages=[wording.t(f"pathfinders.stage_short.{code}") for code in STAGES],
        sort=choice.sort,
        t=wording.t,
    )

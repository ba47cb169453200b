"""The Pathfinders page: one row a country with its stages, ring, priorities and next dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from components.charts.ring import ring_data_uri, ring_svg, ring_text
from components.markup import render
from components.pathfinders.actions import action_table, period, sum_line
from components.pathfinders.next_dates import NextDate, next_dates
from components.pathfinders.stages import Step, reached, statement_list, steps
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import completion
from data.records import Action, Area, Completion, Priority, Roadmap, Stage

RING_PIXELS = 96


@dataclass(frozen=True)
class PathfinderFacts:
    """What the store holds of the pathfinder way of all countries, by ISO3 code.

    `areas` holds every area, named in the reader's language.
    """

    areas: Mapping[str, Area]
    stages: Mapping[str, Sequence[Stage]]
    roadmaps: Mapping[str, Sequence[Roadmap]]
    priorities: Mapping[str, Sequence[Priority]]
    actions: Mapping[str, Sequence[Action]]

    def countries(self, region: str = "", stage: str = "") -> list[Area]:
        """Pathfinder, candidate and interested countries by name, of one region or stage."""
        chosen = [
            area
            for area in self.areas.values()
            if area.pathfinder
            and region in {"", area.region}
            and (not stage or stage in reached(self.stages.get(area.code, ())))
        ]
        return sorted(chosen, key=lambda area: area.by_name)

    @property
    def regions(self) -> list[Area]:
        """Regions that hold any of the countries, by name."""
        codes = {area.region for area in self.areas.values() if area.pathfinder}
        return sorted((self.areas[code] for code in codes), key=lambda area: area.by_name)


@dataclass(frozen=True, slots=True)
class Plan:
    """A named plan in words."""

    title: str
    period: str
    note: str
    source_title: str
    page: str


@dataclass(frozen=True, slots=True)
class Row:
    """One country in words. `ring` is an image address; tables are safe HTML."""

    code: str
    name: str
    href: str
    badge: str
    region: str
    ring: str
    ring_alt: str
    count: str
    steps: tuple[Step, ...]
    priorities: tuple[str, ...]
    next_dates: tuple[NextDate, ...]
    plans: tuple[Plan, ...]
    statements: str
    actions: str


def plans(roadmaps: Sequence[Roadmap], wording: Wording) -> tuple[Plan, ...]:
    """Named plans in words, as ordered by the store."""
    return tuple(
        Plan(
            wording.of(plan, "title"),
            period(plan.start, plan.end, wording),
            wording.of(plan, "note"),
            plan.source_title,
            plan.page,
        )
        for plan in roadmaps
    )


def priorities_of(plan: Roadmap, stated: Sequence[Priority], wording: Wording) -> tuple[str, ...]:
    """The priorities that a plan states."""
    return tuple(wording.of(one, "text") for one in stated if one.roadmap == plan.code)


def priorities(
    roadmaps: Sequence[Roadmap], stated: Sequence[Priority], wording: Wording
) -> tuple[str, ...]:
    """The priorities of the latest plan that states any."""
    return next(filter(None, (priorities_of(plan, stated, wording) for plan in roadmaps)), ())


def count_text(found: Completion, wording: Wording) -> str:
    """`4 of 11 listed actions completed`; without any known status, only how many are listed."""
    if not found.listed:
        return wording.t("pathfinders.nothing_listed")
    if found.no_evidence == found.listed:
        return wording.t("pathfinders.count_unknown", listed=found.listed)
    return wording.t("pathfinders.count", completed=found.completed, listed=found.listed)


def row(
    area: Area, facts: PathfinderFacts, wording: Wording, palette: Palette, today: date, href: str
) -> Row:
    """One country's row."""
    actions = facts.actions.get(area.code, ())
    roadmaps = facts.roadmaps.get(area.code, ())
    stages = facts.stages.get(area.code, ())
    found = completion(area.code, actions)
    region = facts.areas.get(area.region)
    return Row(
        code=area.code,
        name=area.name,
        href=href,
        badge=wording.t(f"pathfinders.badge.{area.pathfinder}"),
        region=region.name if region else "",
        ring=ring_data_uri(ring_svg(found, palette, wording, size=RING_PIXELS)),
        ring_alt=ring_text(found, wording),
        count=count_text(found, wording),
        steps=steps(stages, wording, roadmaps),
        priorities=priorities(roadmaps, facts.priorities.get(area.code, ()), wording),
        next_dates=next_dates(actions, roadmaps, wording, today),
        plans=plans(roadmaps, wording),
        statements=statement_list(stages, wording),
        actions=action_table(
            actions, wording.t("pathfinders.actions_of", country=area.name), wording, palette
        ),
    )


def rows_html(
    facts: PathfinderFacts,
    chosen: Sequence[Area],
    wording: Wording,
    palette: Palette,
    *,
    today: date,
    hrefs: Mapping[str, str],
) -> str:
    """Sum line and rows of the chosen countries as HTML; a sentence when none is chosen.

    `hrefs` gives each country's code the address of its page.
    """
    if not chosen:
        return render("pathfinder_none.html", t=wording.t)
    made = [row(area, facts, wording, palette, today, hrefs[area.code]) for area in chosen]
    completions = [completion(area.code, facts.actions.get(area.code, ())) for area in chosen]
    return sum_line(completions, wording, palette) + render(
        "pathfinder_rows.html", rows=made, t=wording.t, palette=palette
    )

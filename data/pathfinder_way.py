"""The pathfinder way of all countries, read from the store once for its page and for screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TypedDict

from data import store
from data.records import Action, Area, Event, Mechanism, Priority, Report, Roadmap, Stage


class WholeWay(TypedDict):
    """All fields of `components.pathfinders.facts.PathfinderFacts`, which `data` does not know."""

    areas: Mapping[str, Area]
    stages: Mapping[str, Sequence[Stage]]
    roadmaps: Mapping[str, Sequence[Roadmap]]
    priorities: Mapping[str, Sequence[Priority]]
    actions: Mapping[str, Sequence[Action]]
    reports: Mapping[str, Sequence[Report]]
    policies: Mapping[str, Sequence[Mechanism]]
    events: Mapping[str, Sequence[Event]]


def whole_way(language: str, release: int | None = None) -> WholeWay:
    """What is held of the way as of a release, areas named in the language; `release` None is what
    is known now."""
    found = store.pathfinder_data(release)
    events: dict[str, list[Event]] = {}
    for event in found.events:
        for code in filter(None, event.area.split(";")):
            events.setdefault(code, []).append(event)
    policies = groupby(store.pathfinder_policies(), key=lambda plan: plan.area)
    return WholeWay(
        areas=store.reference(language).areas,
        stages=found.stages,
        roadmaps=found.roadmaps,
        priorities=found.priorities,
        actions=found.actions,
        reports=found.reports,
        policies={code: list(plans) for code, plans in policies},
        events=events,
    )

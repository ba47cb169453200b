"""All events of the timeline in one language: what page, CSV and calendar choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Protocol

from components.timeline.plan_events import plan_events
from components.timeline.ratification_events import ratification_events
from components.timeline.stage_events import stage_events
from components.wording import Wording
from data.records import Event, Ratification, Roadmap, Source, Stage


class Known(Protocol):
    """What is known of the pathfinder way: steps and plans by country, and events."""

    @property
    def stages(self) -> Mapping[str, Iterable[Stage]]: ...
    @property
    def roadmaps(self) -> Mapping[str, Iterable[Roadmap]]: ...
    @property
    def events(self) -> tuple[Event, ...]: ...


def made_events(
    known: Known,
    ratified: Iterable[Ratification],
    sources: Mapping[str, Source],
    names: Mapping[str, str],
    wording: Wording,
) -> tuple[Event, ...]:
    """Events made of other rows: steps of countries, plans and ratifications, titled in the
    language of `wording`; `names` gives area names by code, in the same language."""
    return (
        *stage_events(chain(*known.stages.values()), names, wording),
        *plan_events(chain(*known.roadmaps.values()), names, wording),
        *ratification_events(ratified, sources, names, wording),
    )


def every_event(
    known: Known,
    ratified: Iterable[Ratification],
    sources: Mapping[str, Source],
    names: Mapping[str, str],
    wording: Wording,
) -> tuple[Event, ...]:
    """The events of the tables and those made of other rows, as `made_events` makes them."""
    return (*known.events, *made_events(known, ratified, sources, names, wording))

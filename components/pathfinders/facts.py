"""What the Pathfinders page is made of: the rows of the store, by country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.records import Action, Area, Event, Mechanism, Priority, Report, Roadmap, Stage


@dataclass(frozen=True)
class PathfinderFacts:
    """What the store holds of the pathfinder way of all countries, by ISO3 code.

    `areas` holds every area, named in the reader's language; `policies` are the national plans that
    other pages name, `events` those of the timeline.
    """

    areas: Mapping[str, Area]
    stages: Mapping[str, Sequence[Stage]]
    roadmaps: Mapping[str, Sequence[Roadmap]]
    priorities: Mapping[str, Sequence[Priority]]
    actions: Mapping[str, Sequence[Action]]
    reports: Mapping[str, Sequence[Report]] = field(default_factory=dict)
    policies: Mapping[str, Sequence[Mechanism]] = field(default_factory=dict)
    events: Mapping[str, Sequence[Event]] = field(default_factory=dict)

    @property
    def countries(self) -> list[Area]:
        """Pathfinder, candidate and interested countries by name."""
        chosen = [area for area in self.areas.values() if area.pathfinder]
        return sorted(chosen, key=lambda area: area.by_name)

    @property
    def regions(self) -> list[Area]:
        """Regions that hold any of the countries, by name."""
        codes = {area.region for area in self.areas.values() if area.pathfinder}
        return sorted((self.areas[code] for code in codes), key=lambda area: area.by_name)

"""Which row of the timeline an event stands in: lanes of the world, then countries by region."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from components.timeline.choice import KINDS, WORLD, areas_of
from data.records import Area, Event

WORLD_LANES: Final[Mapping[str, tuple[str, ...]]] = {
    "conferences": ("conference", "high_level_event", "launch"),
    "reports": ("report",),
    "milestones": ("governance", "milestone"),
    "meetings": ("gcg_meeting",),
    "action_groups": ("action_group",),
    "targets": ("target_date", "international_year"),
}
"""Lanes of the world from the top, with the kinds of events in each."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: `key` is that of a lane of the world or an area's code; `region` is an area's."""

    key: str
    events: tuple[Event, ...]
    region: str = ""


def world_lanes(events: Iterable[Event], areas: Mapping[str, Area]) -> tuple[Lane, ...]:
    """Dated events of no single country, a lane a group of kinds; empty lanes are left out."""
    dated = [one for one in events if one.date and not _countries(one, areas)]
    of_kind = {kind: lane for lane, kinds in WORLD_LANES.items() for kind in kinds}
    # A kind of countries that concerns the whole world is a milestone of it.
    of_kind = dict.fromkeys(KINDS, "milestones") | of_kind
    found = {
        lane: tuple(one for one in dated if of_kind.get(one.kind, "milestones") == lane)
        for lane in WORLD_LANES
    }
    return tuple(Lane(lane, there) for lane, there in found.items() if there)


def country_lanes(
    events: Sequence[Event], areas: Mapping[str, Area], shown: Collection[str] | None = None
) -> tuple[Lane, ...]:
    """Dated events by country, regions and countries in the order of their names. An event of
    several countries stands with each; `shown` are the only places wanted, None all."""
    by_country: dict[str, list[Event]] = {}
    for one in events:
        for code in _countries(one, areas) if one.date else ():
            if shown is None or code in shown:
                by_country.setdefault(code, []).append(one)
    lanes = (Lane(code, tuple(there), areas[code].region) for code, there in by_country.items())
    return tuple(sorted(lanes, key=lambda lane: _order(lane, areas)))


def undated_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events without a date, in the order of the kinds."""
    undated = (one for one in events if not one.date)
    return tuple(sorted(undated, key=lambda one: (KINDS.index(one.kind), one.area, one.code)))


def _countries(event: Event, areas: Mapping[str, Area]) -> tuple[str, ...]:
    return tuple(code for code in areas_of(event) if code in areas and code != WORLD)


def _order(lane: Lane, areas: Mapping[str, Area]) -> tuple[tuple[str, str], tuple[str, str]]:
    region = areas.get(lane.region)
    return region.by_name if region else ("", ""), areas[lane.key].by_name

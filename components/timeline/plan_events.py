"""Roadmaps and plans of pathfinder countries as events: a bar over the years that they state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from components.wording import Wording
from data.records import Event, Roadmap


def plan_events(
    roadmaps: Iterable[Roadmap], names: Mapping[str, str], wording: Wording
) -> tuple[Event, ...]:
    """A plan becomes an event `<code>-period` of state `period`, from its start to its end, titled
    in the language of `wording`. A plan without a start has no date; one without an end runs from
    its start. `names` gives area names by code, in the same language; plans of areas without a
    name there (the made-up country's) are left out."""
    return tuple(
        Event(
            code=f"{one.code}-period",
            kind="plan",
            date=one.start,
            end=one.end if one.start else "",
            area=one.area,
            place="",
            state="period",
            title=wording.t(
                "timeline.plan", title=wording.of(one, "title"), country=names[one.area]
            ),
            source_title=one.source_title,
            page=one.page,
        )
        for one in roadmaps
        if one.area in names
    )

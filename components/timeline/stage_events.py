"""Steps of countries on the pathfinder way as events: the very rows of the tracker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from components.wording import Wording
from data.records import Event, Stage

LISTED_UNTIL: Final = "2020-05"
"""Month of the Alliance's list of national strategic planning workshops (briefing pack of the
Global Coordinating Group): it names every one up to then, fourteen, one of them postponed."""


def stage_kind(stage: Stage) -> str:
    """The kind of event that a step is: a workshop of the Alliance's list, a further one, the
    status confirmed, or any other step."""
    if stage.stage == "workshop":
        listed = stage.date and stage.date[: len(LISTED_UNTIL)] <= LISTED_UNTIL
        # What a country reports later cannot stand in a list of 2020.
        return "strategic_workshop" if listed and not stage.report else "further_workshop"
    return "status" if stage.stage == "status_confirmed" else "stage"


def stage_event_code(stage: Stage) -> str:
    """`MDG-workshop-2018-10-25`; `CAF-status_confirmed-undated` where no page dates the step."""
    return f"{stage.area}-{stage.stage}-{stage.date or 'undated'}"


def stage_events(
    stages: Iterable[Stage], names: Mapping[str, str], wording: Wording
) -> tuple[Event, ...]:
    """Each step as an event with its date, end, place, state and page, titled in the language of
    `wording`. `names` gives area names by code, in the same language; steps of areas without a
    name there (the made-up country's) are left out."""
    return tuple(
        Event(
            code=stage_event_code(one),
            kind=stage_kind(one),
            date=one.date,
            end=one.end,
            area=one.area,
            place=one.place,
            state=one.state,
            title=wording.t(
                "stage_event.title",
                stage=wording.t(f"stage.{one.stage}"),
                country=names[one.area],
                text=wording.of(one, "text"),
            ),
            source_title=one.source_title,
            page=one.page,
        )
        for one in stages
        if one.area in names
    )

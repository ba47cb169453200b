"""Everything that the timeline knows in one language: events, steps of countries, ratifications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from components.timeline.ratification_events import ratification_events
from components.timeline.stage_events import stage_events
from components.wording import Wording
from data.records import Described, Event, Ratification, Stage


def all_events(
    events: Iterable[Event],
    stages: Mapping[str, Iterable[Stage]],
    ratifications: Iterable[Ratification],
    about: Described,
    wording: Wording,
) -> tuple[Event, ...]:
    """The events, then each step of `stages` (by area) and each dated ratification as one.

    Those that are made carry their title in the language of `wording`, in which `about` names
    areas; of the others `wording.of` gives it.
    """
    names = {code: area.name for code, area in about.areas.items()}
    steps = stage_events(chain.from_iterable(stages.values()), names, wording)
    ratified = ratification_events(ratifications, about.sources, names, wording)
    return (*events, *steps, *ratified)

"""Steps of the tracker on the timeline: the same rows, once each, in every language."""

from __future__ import annotations

from itertools import chain

import pytest
from sqlalchemy import Connection

from components.timeline.stage_events import stage_events
from components.wording import LANGUAGES, wording
from data.queries import areas, pathfinders
from data.records import Stage

NAMES = {"MWI": "Malawi", "CAF": "Central African Republic"}


def test_a_step_keeps_its_date_end_place_state_and_page() -> None:
    workshop = Stage(
        "MWI", "workshop", "2020-03-26", "Put off.", "The pack", "https://example.org/p",
        end="2020-03-27", place="Lilongwe", state="postponed",
    )  # fmt: skip
    undated = Stage("CAF", "status_confirmed", "", "Named in a list.", "A list", "")
    first, second = stage_events([workshop, undated], NAMES, wording("en"))
    assert (first.code, first.kind) == ("MWI-workshop-2020-03-26", "strategic_workshop")
    assert (first.date, first.end, first.place) == ("2020-03-26", "2020-03-27", "Lilongwe")
    assert (first.state, first.area) == ("postponed", "MWI")
    assert (first.source_title, first.page) == ("The pack", "https://example.org/p")
    assert first.title == "Strategic workshop, Malawi: Put off."
    assert (second.code, second.kind) == ("CAF-status_confirmed-undated", "status")
    assert second.date == ""


def test_a_step_of_an_area_without_a_name_is_left_out() -> None:
    made_up = Stage("XEX", "workshop", "2024-01-01", "Held.", "", "")
    assert stage_events([made_up], NAMES, wording("en")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_the_store_is_one_event(connection: Connection, language: str) -> None:
    names = {code: area.name for code, area in areas.areas(connection, language).items()}
    stages = list(chain(*pathfinders.stages(connection).values()))
    made = stage_events(stages, names, wording(language))
    codes = [one.code for one in made]
    assert len(made) > 90
    assert len(set(codes)) == len(codes)
    assert not set(codes) & {one.code for one in pathfinders.events(connection)}
    for one in made:
        assert names[one.area] in one.title

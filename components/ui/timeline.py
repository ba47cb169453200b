"""The Timeline page: what a choice of events looks like, ready for the browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from components.changed.feed_address import feed_address
from components.markup import render
from components.packing import packed
from components.timeline.below import meetings_note, undated_kinds, undated_lines
from components.timeline.choice import Choice, chosen_events, events_address, places_of
from components.timeline.drawing import Scene, panels_html
from components.timeline.lanes import undated_events
from components.timeline.table import event_table
from components.ui.as_of import release_id
from components.ui.ready import show_html
from components.ui.timeline_choices import all_events
from components.ui.visit import Visit
from components.wording import DEFAULT, wording
from data import store


def head(here: Visit) -> None:
    """Title and how to read the figure."""
    since = here.href("since")
    st.html(render("timeline_head.html", t=here.wording.t, presenting=here.presenting, since=since))


@dataclass(frozen=True)
class Shown:
    """One choice, ready: the sentence and files above, the panels, what stands below, the table."""

    above: str
    figure: str
    table: str


@store.cached(128)
def _shown(
    language: str,
    chosen: Choice,
    country: str,
    presenting: bool,
    as_of: str,
    release: int | None,
    today: date,
) -> Shown:
    words, areas = wording(language), store.reference(language).areas
    members = store.members(release)
    events = chosen_events(all_events(language, release).events, chosen, members)
    undated = undated_events(events)
    scene = Scene(areas, words, chosen, today, country, presenting, places_of(chosen, members))
    above = render(
        "timeline_above.html",
        count=words.t("timeline.count", dated=len(events) - len(undated), undated=len(undated)),
        nothing=not events,
        csv=events_address(chosen, "csv", as_of),
        calendar=events_address(chosen, "ics", as_of, language if language != DEFAULT else ""),
        feed=feed_address(language),
        t=words.t,
    )
    below = render(
        "timeline_below.html",
        undated=undated_lines(undated, areas, words),
        heading=words.t("timeline.undated_head", count=len(undated)),
        kinds=undated_kinds(undated, words),
        meetings=meetings_note(events, words),
        t=words.t,
    )
    if not events:
        return Shown(above, "", "")
    figure = "".join((*panels_html(events, scene), below))
    return Shown(above, packed(figure), packed(event_table(events, areas, words, country)))


def show(here: Visit, chosen: Choice, quick: Any) -> None:
    """Count and files in the row of quick choices, panels, table."""
    made = _shown(
        here.language,
        chosen,
        here.href_up_to("country", "iso3"),
        here.presenting,
        here.as_of,
        release_id(),
        date.today(),
    )
    # The files stand beside the quick choices, where there is room.
    with quick:
        show_html(made.above)
    if made.figure:
        show_html(made.figure)
        show_html(made.table)

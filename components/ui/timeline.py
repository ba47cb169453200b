"""The Timeline page's cached reads, choices, figure and table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from components.charts.enlarge import enlarged
from components.charts.timeline import KIND_SIGNS, kind_colour, timeline
from components.explore.filters import Refused
from components.markup import render
from components.packing import packed
from components.theme import PALETTES, Palette
from components.timeline.choice import (
    DEFAULT_FIRST,
    DEFAULT_KINDS,
    FIRST_YEAR,
    KINDS,
    LAST_YEAR,
    WORLD,
    Choice,
    Events,
    areas_of,
    chosen_events,
    csv_address,
    events_with_places,
    read_choice,
)
from components.timeline.every_event import every_event
from components.timeline.table import event_table
from components.ui.as_of import release_id
from components.ui.cards import show_chart
from components.ui.find import pick_countries
from components.ui.notice import notice
from components.ui.ready import show_html
from components.ui.url_choice import choose
from components.ui.visit import Visit
from components.wording import LANGUAGES, Wording, wording
from data import store
from data.records import Area, Event

ALL = ""
KIND_KEY = "choice-kind"
MOST_NAMED = 15
MOST_COUNTRIES = 12


@store.cached(3 * len(LANGUAGES))
def _all_events(language: str, release: int | None) -> Events:
    about, words = store.reference(language), wording(language)
    ratified = store.pathfinder_ratifications()
    known = store.pathfinder_data(release)
    events = every_event(known, ratified, about.sources, about.names, words)
    return events_with_places(events, about.areas)


def head(here: Visit) -> None:
    """Title and how to read the figure."""
    st.html(render("timeline_head.html", t=here.wording.t, presenting=here.presenting))


def choice(here: Visit) -> Choice:
    """The choice in the URL, with the widgets that change it; what is refused is said."""
    words = here.wording
    held = _all_events(here.language, release_id())
    areas = store.reference(here.language).areas
    years = [str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]

    def named(all_key: str) -> Any:
        return lambda code: areas[code].name if code else words.t(all_key)

    with st.container(key="timeline-choices", horizontal=True):
        choose(
            words.t("timeline.region"),
            "region",
            [ALL, *sorted(held.regions, key=lambda code: areas[code].by_name)],
            named("timeline.all_regions"),
            default=ALL,
        )
        pick_countries(
            here,
            "area",
            most=MOST_COUNTRIES,
            label=words.t("timeline.area"),
            example=words.t("timeline.all_areas"),
            among=held.areas,
            kind="any",
        )
        choose(words.t("timeline.from"), "from", years, str, default=str(DEFAULT_FIRST))
        choose(words.t("timeline.to"), "to", years, str, default=str(LAST_YEAR))
    made, refused = read_choice(st.query_params, regions=held.regions, areas=held.areas)
    _kinds(words, made)
    for one in refused:
        notice(_refusal(one, words))
    return made


def _refusal(one: Refused, words: Wording) -> str:
    """What was refused, with what is allowed where that can be read in a line."""
    if len(one.allowed) > MOST_NAMED:
        return words.t("timeline.refused_of_many", asked=one.value, name=one.parameter)
    allowed = words.t("sentence.comma").join(one.allowed)
    return words.t("timeline.refused", asked=one.value, name=one.parameter, allowed=allowed)


def _kinds(words: Wording, made: Choice) -> None:
    shown = list(made.kinds)
    if st.session_state.get(KIND_KEY) != shown:
        st.session_state[KIND_KEY] = shown
    st.pills(
        words.t("timeline.kind"),
        KINDS,
        selection_mode="multi",
        format_func=lambda kind: words.t(f"event_kind.{kind}"),
        key=KIND_KEY,
        on_change=_write_kinds,
    )


def _write_kinds() -> None:
    """Put the chosen kinds into the URL in the order of KINDS; the default leaves it clean."""
    chosen = tuple(kind for kind in KINDS if kind in st.session_state[KIND_KEY])
    # None chosen means the default too: an empty timeline tells nothing.
    if chosen in {(), DEFAULT_KINDS}:
        st.query_params.pop("kind", None)
    else:
        st.query_params["kind"] = ",".join(chosen)


@dataclass(frozen=True)
class Shown:
    """One choice, ready: the figure (None without dated events), the sentence, the table."""

    figure: dict[str, Any] | None
    above: str
    table: str


@store.cached(128)
def _shown(
    language: str,
    mode: str,
    chosen: Choice,
    presenting: bool,
    as_of: str,
    release: int | None,
    today: date,
) -> Shown:
    words, palette = wording(language), PALETTES[mode]
    areas = store.reference(language).areas
    events = chosen_events(_all_events(language, release).events, chosen, areas)
    dated = [event for event in events if event.date]
    above = render(
        "timeline_above.html",
        count=words.t("timeline.count", dated=len(dated), undated=len(events) - len(dated)),
        signs=_signs(dated, words, palette),
        nothing=not events,
        csv=csv_address(chosen, as_of),
        t=words.t,
    )
    figure = None
    if dated:
        names = {code: area.name for code, area in areas.items()}
        lanes = {WORLD: words.t("charts.other_lane")}
        lanes |= _lanes(dated, areas, by_country=bool(chosen.region or chosen.areas))
        figure = timeline(dated, words, palette, today=today, lanes=lanes, names=names)
        figure["layout"]["xaxis"]["range"] = [f"{chosen.first}-01-01", f"{chosen.last}-12-31"]
        figure = enlarged(figure) if presenting else figure
    return Shown(figure, above, packed(event_table(events, areas, words)) if events else "")


def _signs(events: list[Event], words: Wording, palette: Palette) -> list[tuple[str, str, str]]:
    """The legend: character, colour and words of each kind in view."""
    kinds = {event.kind for event in events}
    return [
        (KIND_SIGNS[kind].character, kind_colour(kind, palette), words.t(f"event_kind.{kind}"))
        for kind in KINDS
        if kind in kinds
    ]


def _lanes(events: list[Event], areas: Any, *, by_country: bool) -> dict[str, str]:
    """Area code to lane label: the region, or the country where one region is in view."""

    def lane(area: Area) -> str:
        region = areas.get(area.region)
        return str(area.name if by_country or region is None else region.name)

    found = {code: areas[code] for event in events for code in areas_of(event) if code in areas}
    found.pop(WORLD, None)
    return {area.code: lane(area) for area in sorted(found.values(), key=lane)}


def show(here: Visit, chosen: Choice) -> None:
    """Count and download, figure, table."""
    made = _shown(
        here.language,
        here.palette.mode,
        chosen,
        here.presenting,
        here.as_of,
        release_id(),
        date.today(),
    )
    show_html(made.above)
    if made.figure is not None:
        with st.container(key="timeline-figure"):
            show_chart(made.figure, key="timeline", alt=here.wording.t("timeline.figure"))
    if made.table:
        show_html(made.table)

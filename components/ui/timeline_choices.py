"""The choices of the Timeline page: region, countries, years and kinds, all in the URL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from components.explore.refusals import meant_question
from components.listed_codes import Refused, joined
from components.timeline.choice import (
    DEFAULT_FIRST,
    DEFAULT_KINDS,
    FIRST_YEAR,
    KINDS,
    LAST_YEAR,
    LISTS,
    Choice,
    Events,
    chosen_events,
    events_with_places,
    read_choice,
    year_choices,
)
from components.timeline.every_event import every_event
from components.ui.as_of import release_id
from components.ui.find import pick_countries
from components.ui.notice import notice
from components.ui.region_choice import choose_region
from components.ui.url_choice import choose
from components.ui.url_state import pairs
from components.ui.visit import Visit
from components.wording import LANGUAGES, Wording, wording
from data import store

KIND_KEY = "choice-kind"
YEARS_KEY = "choice-years"
MOST_NAMED = 15
MOST_COUNTRIES = 40
STRATEGIC = ("strategic_workshop",)


@store.cached(3 * len(LANGUAGES))
def all_events(language: str, release: int | None) -> Events:
    """Every event in a language as of a release, with the places that they name."""
    about, words = store.reference(language), wording(language)
    ratified = store.pathfinder_ratifications()
    known = store.pathfinder_data(release)
    events = every_event(known, ratified, about.sources, about.names, words)
    return events_with_places(events, about.areas, store.members(release))


def choice(here: Visit) -> tuple[Choice, Any]:
    """The choice in the URL, with the widgets that change it; what is refused is said. The second
    is the row of quick choices, where more may stand."""
    words = here.wording
    held = all_events(here.language, release_id())
    areas, members = store.reference(here.language).areas, store.members(release_id())
    made, refused = read_choice(joined(pairs(), LISTS), regions=members, areas=areas)
    years = [str(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)]

    with st.container(key="timeline-choices", horizontal=True):
        choose_region(
            words,
            words.t("timeline.region"),
            words.t("timeline.all_regions"),
            offered=held.regions,
            chosen=made.regions,
            areas=areas,
            label_visibility="collapsed",
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
        for name, default in (("from", DEFAULT_FIRST), ("to", LAST_YEAR)):
            choose(
                words.t(f"timeline.{name}"),
                name,
                years,
                _year_said(words, name),
                default=str(default),
                label_visibility="collapsed",
            )
    counts = _counts(here.language, release_id(), replace(made, kinds=KINDS))
    quick = st.container(key="timeline-quick", horizontal=True)
    with quick:
        _years(words, made)
        _one_click(here, made, counts)
    _kinds(words, made, counts)
    for one in refused:
        notice(_refusal(one, words))
    return made, quick


def _year_said(words: Wording, name: str) -> Callable[[str], str]:
    """A year as a choice of `from` or `to`: its label is not in sight."""
    return lambda year: words.t(f"timeline.{name}_year", year=int(year))


@store.cached(128)
def _counts(language: str, release: int | None, chosen: Choice) -> dict[str, int]:
    """Events by kind in the places and years of a choice."""
    events = chosen_events(all_events(language, release).events, chosen, store.members(release))
    return Counter(event.kind for event in events)


def _refusal(one: Refused, words: Wording) -> str:
    """What was refused, with what is allowed where that can be read in a line."""
    if len(one.allowed) > MOST_NAMED:
        said = words.t("timeline.refused_of_many", asked=one.value, name=one.parameter)
    else:
        allowed = words.t("sentence.comma").join(one.allowed)
        said = words.t("timeline.refused", asked=one.value, name=one.parameter, allowed=allowed)
    return f"{said} {meant_question(one, words)}".strip()


def _years(words: Wording, made: Choice) -> None:
    """Spans of years that are asked for often, one click each."""
    spans = year_choices(date.today().year)
    current = next(
        (name for name, years in spans.items() if years == (made.first, made.last)), None
    )
    if st.session_state.get(YEARS_KEY) != current:
        st.session_state[YEARS_KEY] = current
    st.segmented_control(
        words.t("timeline.quick"),
        list(spans),
        format_func=lambda name: words.t(f"timeline.span.{name}"),
        key=YEARS_KEY,
        label_visibility="collapsed",
        on_change=_write_years,
    )


def _write_years() -> None:
    name = st.session_state[YEARS_KEY]
    spans = year_choices(date.today().year)
    for parameter, year in zip(("from", "to"), spans.get(name, ()), strict=False):
        st.query_params[parameter] = str(year)
    if name is None:
        for parameter in ("from", "to"):
            st.query_params.pop(parameter, None)


def _one_click(here: Visit, made: Choice, counts: dict[str, int]) -> None:
    """The strategic workshops of the places alone; from there, back to the usual kinds."""
    words, only = here.wording, made.kinds == STRATEGIC
    every_year = replace(made, kinds=STRATEGIC, first=FIRST_YEAR, last=LAST_YEAR)
    count = _counts(here.language, release_id(), every_year).get(STRATEGIC[0], 0)
    alone = words.t("timeline.only_strategic", count=count)
    label = words.t("timeline.usual_kinds") if only else alone
    st.button(
        label,
        key="only-strategic",
        on_click=_write_only,
        args=(DEFAULT_KINDS if only else STRATEGIC, counts.get(STRATEGIC[0], 0) < count),
        disabled=not (only or count),
    )


def _write_only(kinds: tuple[str, ...], widen: bool) -> None:
    """Put kinds into the URL; years that would hide some of them are left out of it."""
    _write(kinds)
    for parameter in ("from", "to") if widen else ():
        st.query_params.pop(parameter, None)


def _kinds(words: Wording, made: Choice, counts: dict[str, int]) -> None:
    shown = list(made.kinds)
    if st.session_state.get(KIND_KEY) != shown:
        st.session_state[KIND_KEY] = shown
    st.pills(
        words.t("timeline.kind"),
        KINDS,
        selection_mode="multi",
        format_func=lambda kind: words.t(
            "timeline.kind_count", kind=words.t(f"timeline.chip.{kind}"), count=counts.get(kind, 0)
        ),
        key=KIND_KEY,
        label_visibility="collapsed",
        on_change=_write_kinds,
    )


def _write_kinds() -> None:
    _write(tuple(kind for kind in KINDS if kind in st.session_state[KIND_KEY]))


def _write(chosen: tuple[str, ...]) -> None:
    """Put the chosen kinds into the URL in the order of KINDS; the default leaves it clean."""
    # None chosen means the default too: an empty timeline tells nothing.
    if chosen in {(), DEFAULT_KINDS}:
        st.query_params.pop("kind", None)
    else:
        st.query_params["kind"] = ",".join(chosen)

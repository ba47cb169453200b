"""`/api/v1/actions.csv` and `/api/v1/events.csv`: actions and events of pathfinders as CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.explore.filters import Refused
from components.pathfinders.files import actions_csv, events_csv, texts_of_rows
from components.timeline.choice import (
    EVERYTHING,
    PARAMETERS,
    chosen_events,
    events_with_places,
    read_choice,
)
from components.timeline.ratification_events import ratification_events
from components.wording import DEFAULT, LANGUAGES, wording
from data import store
from data.languages import row_key
from data.methods.completion import STATUSES
from data.records import Event
from pages.routes.shown import open_store, refusal
from pages.service.download import Asked, Download

ACTION_PARAMETERS: Final = ("area", "region", "status")
Params = tuple[tuple[str, str], ...]
"""Parameters by name, as a key for a cache."""


def _listed(params: Mapping[str, str], name: str, allowed: Sequence[str]) -> frozenset[str]:
    asked = frozenset(part for part in params.get(name, "").split(",") if part)
    if unknown := sorted(asked - set(allowed)):
        raise Refused(name, ",".join(unknown), allowed)
    return asked or frozenset(allowed)


def _only(params: Mapping[str, str], allowed: Sequence[str]) -> None:
    if unknown := sorted(set(params) - set(allowed)):
        raise Refused("", ",".join(unknown), allowed)


@store.cached(16)
def actions_text(given: Params) -> str:
    """The CSV of listed actions by `area`, `region` and `status` (lists by comma).

    Raises Refused.
    """
    params = dict(given)
    _only(params, ACTION_PARAMETERS)
    areas = store.reference(DEFAULT).areas
    found = store.pathfinder_data().actions
    listed = {code: actions for code, actions in found.items() if code in areas}
    kept = _listed(params, "area", sorted(listed))
    regions = _listed(params, "region", sorted({areas[code].region for code in listed}))
    statuses = _listed(params, "status", STATUSES)
    rows = (
        action
        for code, actions in listed.items()
        if code in kept and areas[code].region in regions
        for action in actions
        if action.status in statuses
    )
    return actions_csv(rows, areas, texts_of_rows())


def _with_ratifications() -> tuple[tuple[Event, ...], dict[str, dict[str, str]]]:
    """All events, and what they are called in each language."""
    events, texts = store.pathfinder_data().events, texts_of_rows()
    for language in LANGUAGES:
        about, words = store.reference(language), wording(language)
        ratified = store.pathfinder_ratifications()
        made = ratification_events(ratified, about.sources, about.names, words)
        events += made if language == DEFAULT else ()
        texts[language] |= {row_key("event", one.code, "title"): one.title for one in made}
    return events, texts


@store.cached(16)
def events_text(given: Params) -> str:
    """The CSV of events by `region`, `area`, `kind`, `from` and `to`. Raises Refused."""
    params = dict(given)
    _only(params, PARAMETERS)
    areas = store.reference(DEFAULT).areas
    events, texts = _with_ratifications()
    there = events_with_places(events, areas)
    chosen, refusals = read_choice(
        params, regions=there.regions, areas=there.areas, default=EVERYTHING
    )
    if refusals:
        raise refusals[0]
    return events_csv(chosen_events(events, chosen, areas), areas, texts)


async def _answer(request: Request, name: str, make: Callable[[Params], str]) -> Response:
    params = tuple(sorted(request.query_params.items()))
    shown = await run_in_threadpool(open_store)
    try:
        text = await run_in_threadpool(make, params)
    except Refused as why:
        return refusal(why)
    return Download(
        Asked(
            content=(name, *shown.content, *params),
            name=f"target87-{name}-{shown.day}.csv",
            changed=shown.changed,
            make=lambda: (piece for piece in (text,)),
        )
    )


async def actions_file(request: Request) -> Response:
    """Listed actions and targets as CSV; 400 names what is not understood and what is allowed."""
    return await _answer(request, "actions", actions_text)


async def events_file(request: Request) -> Response:
    """Events as CSV; 400 names what is not understood and what is allowed."""
    return await _answer(request, "events", events_text)

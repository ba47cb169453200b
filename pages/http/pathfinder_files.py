"""`/api/v1/actions.csv` and `/api/v1/events.csv`: actions and events of pathfinders as CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.explore.filters import Refused
from components.pathfinders.files import actions_csv, events_csv
from components.timeline.choice import (
    EVERYTHING,
    PARAMETERS,
    chosen_events,
    events_with_places,
    read_choice,
)
from components.timeline.ratification_events import ratification_events
from components.wording import DEFAULT, LANGUAGES
from data import store
from data.methods.completion import STATUSES
from data.queries import pathfinders
from pages.http.shown import open_store, refusal
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
    with store.connected() as connection:
        listed = pathfinders.actions_by_country(connection)
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
    return actions_csv(rows, areas)


@store.cached(16)
def events_text(given: Params) -> str:
    """The CSV of events by `region`, `area`, `kind`, `from` and `to`. Raises Refused."""
    params = dict(given)
    _only(params, PARAMETERS)
    about = store.reference(DEFAULT)
    names = {language: store.reference(language).names for language in LANGUAGES}
    ratified = ratification_events(store.pathfinder_ratifications(), about.sources, names)
    there = events_with_places((*store.pathfinder_data().events, *ratified), about.areas)
    chosen, refusals = read_choice(
        params, regions=there.regions, areas=there.areas, default=EVERYTHING
    )
    if refusals:
        raise refusals[0]
    return events_csv(chosen_events(there.events, chosen, about.areas), about.areas)


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

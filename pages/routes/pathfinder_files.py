"""The pathfinder tables as CSV: actions, what is past its date, statuses, stages, events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.explore.places import PLACES, places_asked
from components.listed_codes import Refused, codes_of, joined
from components.pathfinders.files import (
    actions_csv,
    events_csv,
    overdue_csv,
    stages_csv,
    statuses_csv,
    texts_of_rows,
)
from components.timeline.choice import (
    EVERYTHING,
    PARAMETERS,
    chosen_events,
    read_choice,
)
from components.timeline.every_event import made_events
from components.wording import DEFAULT, LANGUAGES, wording
from data import store
from data.languages import row_key
from data.methods.completion import STATUSES
from data.methods.stages import ORDER
from data.queries.shown import NoSuchRelease
from data.records import SPEAKING, Event
from pages.routes.shown import (
    AS_OF,
    no_such_release,
    only_known,
    records_shown,
    refusal,
)
from pages.service.download import Asked, Download

T = TypeVar("T")
Params = tuple[tuple[str, str], ...]
"""Parameters by name, as a key for a cache."""


LISTS: Final = (*PLACES, "status", "says", "stage", "kind")
"""Parameters that may name several codes."""


def _listed(params: Mapping[str, str], name: str, allowed: Sequence[str]) -> frozenset[str]:
    return frozenset(codes_of(name, [params.get(name, "")], allowed) or allowed)


def _by_country(
    given: Params, release: int | None, found: Mapping[str, Sequence[T]], more: Sequence[str] = ()
) -> tuple[list[T], dict[str, str]]:
    """The rows of the countries asked for, and the parameters. Raises Refused.

    The made-up country has no area and is never among them.
    """
    params = joined(given, LISTS)
    only_known(params, (*PLACES, *more, AS_OF))
    known = store.known(release, DEFAULT)
    asked = places_asked(params, known)
    there = known.areas.keys() if asked is None else known.areas.keys() & asked
    return [row for code, rows in found.items() if code in there for row in rows], params


@store.cached(16)
def actions_text(given: Params, release: int | None, today: date) -> str:
    """The CSV of listed actions by `area`, `region` and `status` (lists by comma).

    Raises Refused.
    """
    rows, params = _by_country(given, release, store.pathfinder_data(release).actions, ("status",))
    statuses = _listed(params, "status", STATUSES)
    kept = [action for action in rows if action.status in statuses]
    return actions_csv(kept, store.reference(DEFAULT).areas, texts_of_rows(), today)


@store.cached(16)
def overdue_text(given: Params, release: int | None, today: date) -> str:
    """The CSV of what is past its date by `area` and `region`. Raises Refused."""
    rows, _ = _by_country(given, release, store.pathfinder_data(release).actions)
    return overdue_csv(rows, store.reference(DEFAULT).areas, texts_of_rows(), today)


@store.cached(16)
def statuses_text(given: Params, release: int | None, _today: date) -> str:
    """The CSV of the whole history of statuses by `area`, `region` and `says`. Raises Refused."""
    rows, params = _by_country(given, release, store.pathfinder_data(release).actions, ("says",))
    voices = _listed(params, "says", SPEAKING)
    return statuses_csv(rows, voices, store.reference(DEFAULT).areas, texts_of_rows())


@store.cached(16)
def stages_text(given: Params, release: int | None, _today: date) -> str:
    """The CSV of stages by `area`, `region` and `stage`. Raises Refused."""
    found = store.pathfinder_data(release).stages
    rows, params = _by_country(given, release, found, ("stage",))
    steps = _listed(params, "stage", ORDER)
    kept = [one for one in rows if one.stage in steps]
    return stages_csv(kept, store.reference(DEFAULT).areas, texts_of_rows())


def _every_event(
    release: int | None,
) -> tuple[tuple[Event, ...], dict[str, dict[str, str]]]:
    """All events, steps of countries and ratifications among them, and what they are called in
    each language."""
    known, texts = store.pathfinder_data(release), texts_of_rows()
    events = known.events
    for language in LANGUAGES:
        about, words = store.reference(language), wording(language)
        ratified = store.pathfinder_ratifications()
        made = made_events(known, ratified, about.sources, about.names, words)
        events += made if language == DEFAULT else ()
        texts[language] |= {row_key("event", one.code, "title"): one.title for one in made}
    return events, texts


@store.cached(16)
def events_text(given: Params, release: int | None, _today: date) -> str:
    """The CSV of events by `region`, `area`, `kind`, `from` and `to`. Raises Refused."""
    params = joined(given, LISTS)
    only_known(params, (*PARAMETERS, AS_OF))
    areas, members = store.reference(DEFAULT).areas, store.members(release)
    events, texts = _every_event(release)
    choice, refusals = read_choice(params, regions=members, areas=areas, default=EVERYTHING)
    if refusals:
        raise refusals[0]
    return events_csv(chosen_events(events, choice, members), areas, texts)


async def _answer(
    request: Request, name: str, make: Callable[[Params, int | None, date], str]
) -> Response:
    params, today = tuple(sorted(request.query_params.multi_items())), date.today()
    asked = tuple(pair for pair in params if pair[0] != AS_OF)
    try:
        shown = await run_in_threadpool(records_shown, request.query_params.get(AS_OF, ""))
        text = await run_in_threadpool(make, asked, shown.release_id, today)
    except NoSuchRelease as why:
        return no_such_release(AS_OF, why)
    except Refused as why:
        return refusal(why)
    return Download(
        Asked(
            content=(name, *shown.content, today.isoformat(), *asked),
            name=f"target87-{name}-{shown.day}.csv",
            changed=shown.changed,
            make=lambda: (piece for piece in (text,)),
        )
    )


async def actions_file(request: Request) -> Response:
    """Listed actions and targets as CSV; 400 names what is not understood and what is allowed."""
    return await _answer(request, "actions", actions_text)


async def overdue_file(request: Request) -> Response:
    """What is past its date as CSV, for the secretariat; 400 as above."""
    return await _answer(request, "overdue", overdue_text)


async def statuses_file(request: Request) -> Response:
    """Every dated status as CSV; 400 as above."""
    return await _answer(request, "statuses", statuses_text)


async def stages_file(request: Request) -> Response:
    """The stages of countries as CSV; 400 as above."""
    return await _answer(request, "stages", stages_text)


async def events_file(request: Request) -> Response:
    """Events as CSV; 400 names what is not understood and what is allowed."""
    return await _answer(request, "events", events_text)

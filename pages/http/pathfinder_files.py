"""`/api/v1/actions.csv` and `/api/v1/events.csv`: the pathfinder way as small files."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.pathfinders.files import actions_csv, events_csv, texts_of_rows
from components.timeline.choice import (
    EVERYTHING,
    PARAMETERS,
    Refused,
    chosen_events,
    places,
    read_choice,
)
from components.timeline.ratification_events import ratification_events
from components.wording import DEFAULT, LANGUAGES, wording
from data import store
from data.languages import row_key
from data.methods.completion import STATUSES
from data.queries import areas as area_queries
from data.queries import figures, government, pathfinders
from data.records import Area, Event
from pages.http.shown import Shown, open_store
from pages.service.download import Asked, Download
from pages.service.exports import NotMade
from pages.service.growing_file import GrowingFile

ACTION_PARAMETERS: Final = ("area", "region", "status")
Maker = Callable[[Connection, Mapping[str, str]], "str | Refused"]


class _NotUnderstood(NotMade):
    """A value that is not known; the file is not made."""

    def __init__(self, refused: Refused) -> None:
        self.refused = refused
        super().__init__(refused.name)


def _refused_list(
    params: Mapping[str, str], name: str, allowed: Sequence[str]
) -> tuple[frozenset[str], Refused | None]:
    asked = frozenset(part for part in params.get(name, "").split(",") if part)
    unknown = sorted(asked - set(allowed))
    return asked, Refused(name, ",".join(unknown), tuple(allowed)) if unknown else None


def _unknown_parameter(params: Mapping[str, str], allowed: Sequence[str]) -> Refused | None:
    unknown = sorted(set(params) - set(allowed))
    return Refused("", ",".join(unknown), tuple(allowed)) if unknown else None


def actions_text(connection: Connection, params: Mapping[str, str]) -> str | Refused:
    """The CSV of listed actions by `area`, `region` and `status` (lists by comma), or why not."""
    if refused := _unknown_parameter(params, ACTION_PARAMETERS):
        return refused
    areas = area_queries.areas(connection, DEFAULT)
    listed = pathfinders.actions_by_country(connection)
    regions = sorted({areas[code].region for code in listed})
    kept = {}
    for name, allowed in zip(ACTION_PARAMETERS, (sorted(listed), regions, STATUSES), strict=True):
        kept[name], refused = _refused_list(params, name, allowed)
        if refused:
            return refused
    rows = (
        action
        for code, actions in listed.items()
        if code in (kept["area"] or listed) and areas[code].region in (kept["region"] or regions)
        for action in actions
        if action.status in (kept["status"] or STATUSES)
    )
    return actions_csv(rows, areas, texts_of_rows())


def _with_ratifications(
    connection: Connection, areas: Mapping[str, Area]
) -> tuple[tuple[Event, ...], dict[str, dict[str, str]]]:
    """All events, and what they are called in each language."""
    countries = sorted(code for code, area in areas.items() if area.pathfinder == "pathfinder")
    ratified = government.dated_ratifications(connection, countries)
    sources = figures.sources(connection)
    events, texts = tuple(pathfinders.events(connection)), texts_of_rows()
    for language in LANGUAGES:
        names = {c: a.name for c, a in area_queries.areas(connection, language).items()}
        made = ratification_events(ratified, sources, names, wording(language))
        events += made if language == DEFAULT else ()
        texts[language] |= {row_key("event", one.code, "title"): one.title for one in made}
    return events, texts


def events_text(connection: Connection, params: Mapping[str, str]) -> str | Refused:
    """The CSV of events by `region`, `area`, `kind`, `from` and `to`, or why not."""
    if refused := _unknown_parameter(params, PARAMETERS):
        return refused
    areas = area_queries.areas(connection, DEFAULT)
    events, texts = _with_ratifications(connection, areas)
    codes = [code for code in places(events) if code in areas]
    regions = sorted({areas[code].region for code in codes} - {""})
    chosen, refusals = read_choice(params, regions=regions, areas=codes, default=EVERYTHING)
    if refusals:
        return refusals[0]
    return events_csv(chosen_events(events, chosen, areas), areas, texts)


def _refusal(why: Refused) -> Response:
    key = "api.unknown_value" if why.name else "api.unknown_parameter"
    text = wording(DEFAULT).t(
        key, parameter=why.name, value=why.asked, allowed=", ".join(why.allowed)
    )
    return PlainTextResponse(f"{text}\n", status_code=400)


async def _otherwise(file: GrowingFile) -> Response | None:
    why = file.failure
    return _refusal(why.refused) if isinstance(why, _NotUnderstood) else None


def _asked(shown: Shown, name: str, make: Maker, params: Mapping[str, str]) -> Asked:
    def pieces() -> Generator[str]:
        with store.connected() as connection:
            made = make(connection, params)
        if isinstance(made, Refused):
            raise _NotUnderstood(made)
        yield made

    return Asked(
        content=(name, *shown.content, *sorted(params.items())),
        name=f"target87-{name}-{shown.day}.csv",
        changed=shown.changed,
        make=pieces,
        otherwise=_otherwise,
    )


async def _answer(request: Request, name: str, make: Maker, allowed: Sequence[str]) -> Response:
    params = dict(request.query_params)
    if refused := _unknown_parameter(params, allowed):
        return _refusal(refused)
    shown = await run_in_threadpool(open_store)
    return Download(_asked(shown, name, make, params))


async def actions_file(request: Request) -> Response:
    """Listed actions and targets as CSV; 400 names what is not understood and what is allowed."""
    return await _answer(request, "actions", actions_text, ACTION_PARAMETERS)


async def events_file(request: Request) -> Response:
    """Events as CSV; 400 names what is not understood and what is allowed."""
    return await _answer(request, "events", events_text, PARAMETERS)

"""`/api/v1/events.ics`: the choice of `events.csv` as a calendar, in one language."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.listed_codes import Refused, joined
from components.timeline.choice import (
    EVERYTHING,
    LISTS,
    PARAMETERS,
    Choice,
    chosen_events,
    read_choice,
)
from components.timeline.every_event import every_event
from components.wording import DEFAULT, LANGUAGES, wording
from data import store
from data.queries.shown import NoSuchRelease
from data.records import Event
from pages.routes.shown import (
    AS_OF,
    Shown,
    language_asked,
    no_such_release,
    only_known,
    records_shown,
    refusal,
)
from pages.service.download import Asked, Download

CALENDAR: Final = "text/calendar; charset=utf-8"
LANGUAGE: Final = "lang"


@store.cached(2 * len(LANGUAGES))
def told_events(language: str, release: int | None) -> tuple[Event, ...]:
    """All events as of a release, titled in the language."""
    about = store.reference(language)
    return every_event(
        store.pathfinder_data(release),
        store.pathfinder_ratifications(),
        about.sources,
        about.names,
        wording(language),
    )


def asked_choice(params: dict[str, str], release: int | None) -> Choice:
    """The choice of events that parameters state. Raises Refused."""
    only_known(params, (*PARAMETERS, AS_OF, LANGUAGE))
    areas, members = store.reference(DEFAULT).areas, store.members(release)
    choice, refused = read_choice(params, regions=members, areas=areas, default=EVERYTHING)
    if refused:
        raise refused[0]
    return choice


@store.cached(8)
def calendar_of(choice: Choice, language: str, release: int | None, moment: str) -> bytes:
    """The calendar of the chosen events; `moment` is when its release came out, in ISO form."""
    # Its library is loaded with the first file, not with the server.
    from components.timeline.calendar_file import calendar_file

    areas = store.reference(language).areas
    chosen = chosen_events(told_events(language, release), choice, store.members(release))
    return calendar_file(chosen, areas, wording(language), published=datetime.fromisoformat(moment))


def _read(params: dict[str, str]) -> tuple[Shown, Choice, str]:
    shown = records_shown(params.get(AS_OF, ""))
    return shown, asked_choice(params, shown.release_id), language_asked(params)


async def events_calendar(request: Request) -> Response:
    """Events as iCalendar; 400 names what is not understood and what is allowed."""
    params = joined(request.query_params.multi_items(), LISTS)
    try:
        shown, choice, language = await run_in_threadpool(_read, params)
    except NoSuchRelease as why:
        return no_such_release(AS_OF, why)
    except Refused as why:
        return refusal(why)

    def pieces() -> Generator[bytes]:
        yield calendar_of(choice, language, shown.release_id, shown.published or shown.build.built)

    asked = tuple(choice.params().items())
    return Download(
        Asked(
            content=("events.ics", *shown.content, language, *asked),
            name=f"target87-events-{language}-{shown.day}.ics",
            changed=shown.changed,
            make=pieces,
            media=CALENDAR,
        )
    )

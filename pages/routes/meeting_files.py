"""Agendas that are ready, and an agenda that was pasted as text: nothing is kept of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.echo import echoed
from components.meeting.agenda import MOST_ITEMS, AgendaRefused, plain
from components.meeting.countries_named import CountriesNamed
from components.meeting.item_views import view_of
from components.meeting.ready import ready_agendas
from components.meeting.text_agenda import MOST_BYTES, ReadAgenda, Views, read_agenda
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data import store
from data.queries import areas
from pages.service.request_body import BodyRefused, body_of
from pages.service.templates import PAGES

READY: Final = "/api/v1/meeting/ready.json"
TEXT_AGENDA: Final = "/api/v1/meeting/agenda.json"
PARAMETERS: Final = ("lang",)
TEXT: Final = "text/plain"
UNKEPT: Final = {"Cache-Control": "no-store"}


class NotUnderstood(ValueError):
    """What was asked for cannot be told; the sentence says what helps."""


def language_of(parameters: Iterable[tuple[str, str]]) -> Wording:
    """The wording that an address asks for. Raises NotUnderstood."""
    asked = DEFAULT
    for name, value in parameters:
        if name not in PARAMETERS:
            raise NotUnderstood(wording(DEFAULT).t("body.parameter", asked=echoed(name)))
        asked = value
    if asked not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise NotUnderstood(wording(DEFAULT).t("body.language", asked=echoed(asked), known=known))
    return wording(asked)


def refused_json(
    sentence: str, status: int = 400, headers: dict[str, str] | None = None
) -> Response:
    """`{"refused": sentence}`; what was sent is kept nowhere."""
    return JSONResponse({"refused": sentence}, status, {**UNKEPT, **(headers or {})})


def body_refused(why: BodyRefused, words: Wording) -> Response:
    """Why a body was not read, in the reader's language."""
    return refused_json(words.t(why.key, **why.fields), why.status, dict(why.headers))


@cache
def pages() -> Collection[str]:
    """The names of the pages that exist."""
    return frozenset(path.removeprefix("/") for path in PAGES)


@store.cached(1)
def _countries() -> CountriesNamed:
    with store.connected() as connection:
        spellings = areas.spellings(connection)
    known = store.reference(DEFAULT).areas.values()
    return CountriesNamed(spellings, {a.code for a in known if a.kind in areas.COUNTRY_KINDS})


@store.cached(8)
def _ready(language: str, release: int) -> list[dict[str, Any]]:
    return ready_agendas(store.reference(language).areas, pages(), wording(language), release)


async def ready_json(request: Request) -> Response:
    """`{"release", "published", "ready": [{"code", "title", "text", "agenda"}, …]}`."""
    try:
        words = language_of(request.query_params.multi_items())
    except NotUnderstood as why:
        return refused_json(str(why))
    build = await run_in_threadpool(store.build_now)
    ready = await run_in_threadpool(_ready, words.code, build.newest)
    shown = {"release": build.newest, "published": build.published, "ready": ready}
    return JSONResponse(shown, headers={"Cache-Control": "no-cache"})


async def text_agenda_json(request: Request) -> Response:
    """`{"agenda", "unread"}` of a text; 400 says in one sentence why there is none in it."""
    try:
        words = language_of(request.query_params.multi_items())
    except NotUnderstood as why:
        return refused_json(str(why))
    try:
        text = (await body_of(request, kind=TEXT, most=MOST_BYTES)).decode("utf-8-sig")
        read = await run_in_threadpool(_read, text, words)
    except BodyRefused as why:
        return body_refused(why, words)
    except UnicodeDecodeError:
        return refused_json(words.t("meeting_files.refused.not_text"))
    except AgendaRefused as why:
        return refused_json(words.t(f"meeting_files.refused.{why.reason}", most=MOST_ITEMS))
    shown = {"agenda": plain(read.agenda), "unread": read.unread}
    return JSONResponse(shown, headers=UNKEPT)


def _read(text: str, words: Wording) -> ReadAgenda:
    countries = _countries()

    views = Views(
        lambda title: view_of(title, countries, pages()), lambda said: bool(countries.whole(said))
    )
    untitled = words.t("meeting_files.untitled")
    return read_agenda(text, views, untitled=untitled, release=store.build_now().newest)

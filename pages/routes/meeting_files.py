"""What a meeting asks the server for: ready agendas, an agenda out of a text, minutes as a file.

Nothing of what is sent is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from threading import BoundedSemaphore
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.echo import echoed
from components.meeting.agenda import MOST_ITEMS, AgendaRefused, plain
from components.meeting.countries_named import CountriesNamed
from components.meeting.item_views import view_of
from components.meeting.minutes import MOST_BYTES as MOST_MINUTES_BYTES
from components.meeting.minutes import MinutesRefused, read_minutes
from components.meeting.minutes_refused import refusal_sentence
from components.meeting.ready import ready_agendas
from components.meeting.text_agenda import MOST_BYTES, ReadAgenda, Views, read_agenda
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data import store
from data.queries import areas
from pages.routes.reporting_files import DOCUMENT
from pages.service.request_body import BodyRefused, body_of
from pages.service.templates import PAGES

READY: Final = "/api/v1/meeting/ready.json"
TEXT_AGENDA: Final = "/api/v1/meeting/agenda.json"
MINUTES: Final = "/api/v1/meeting/minutes.docx"
PARAMETERS: Final = ("lang",)
TEXT: Final = "text/plain"
JSON: Final = "application/json"
MOST_WAITING: Final = 8
"""Minutes that are written or wait for it; the next are told to come back."""
_WRITING: Final = BoundedSemaphore(1)
"""One at a time: a long one takes a second, and pages share the processor."""
UNKEPT: Final = {"Cache-Control": "no-store"}


class _Writers:
    """How many minutes are written in this process, or wait for it."""

    now = 0


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
def pages() -> frozenset[str]:
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


async def minutes_docx_file(request: Request) -> Response:
    """The minutes as a Word document; 400 names in one sentence each value that does not fit."""
    try:
        words = language_of(request.query_params.multi_items())
    except NotUnderstood as why:
        return refused_json(str(why))
    try:
        content = await body_of(request, kind=JSON, most=MOST_MINUTES_BYTES)
        file, day = await _written(content, words, str(request.base_url))
    except BodyRefused as why:
        return body_refused(why, words)
    except MinutesRefused as why:
        return refused_json(refusal_sentence(why, words))
    except AgendaRefused as why:
        said = words.t(f"meeting_files.refused.agenda_{why.reason}", most=MOST_ITEMS)
        return refused_json(said)
    name = f"target87-minutes-{day}.docx" if day else "target87-minutes.docx"
    headers = {**UNKEPT, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(file, headers=headers, media_type=DOCUMENT)


async def _written(content: bytes, words: Wording, root: str) -> tuple[bytes, str]:
    """The file and the day of the meeting. Raises BodyRefused where too many wait."""
    if _Writers.now >= MOST_WAITING:
        raise BodyRefused(503, "body.busy", {"Retry-After": "3"})
    _Writers.now += 1
    try:
        return await run_in_threadpool(_minutes, content, words, root)
    finally:
        _Writers.now -= 1


def _minutes(content: bytes, words: Wording, root: str) -> tuple[bytes, str]:
    # Its library is loaded with the first file, not with the server.
    from components.meeting.minutes_docx import minutes_docx

    minutes = read_minutes(content)
    with _WRITING:
        return minutes_docx(minutes, words, root=root, pages=pages()), minutes.agenda.day

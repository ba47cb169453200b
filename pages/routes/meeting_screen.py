"""`/api/v1/meeting/screen.json`: one view of the product as one screen of a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.echo import echoed
from components.meeting.views import View, ViewRefused, permalink, read_view
from components.numbers import date_text, isolate
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data import store
from data.queries.shown import NoSuchRelease
from pages.routes.meeting_views import SCREENS, Shown, page_screen
from pages.service.templates import PAGES

PARAMETERS: Final = ("view", "lang")
EXAMPLE: Final = "country?iso3=NPL"
NAMES: Final = frozenset(path.removeprefix("/") for path in PAGES) - {""}


@store.cached(512)
def _answer(view: View, shown: Shown) -> bytes:
    screen = SCREENS.get(view.page, page_screen)(view, shown)
    kept = replace(view, choices=screen.pinned or view.choices)
    return orjson.dumps(
        {
            "kind": "screen" if screen.html else "page",
            "title": screen.title,
            "short": screen.short,
            "html": screen.html,
            "permalink": permalink(kept, shown.release.id, shown.language),
            "release": shown.release.id,
        }
    )


def _made(given: Mapping[str, str], language: str) -> bytes:
    """The JSON. Raises ViewRefused, NoSuchRelease and StoreError."""
    view = read_view(given.get("view", ""), NAMES)
    # A screen is of a release that is written on it, so of one that is known at this moment.
    build, every = store.build_now(), store.releases()
    if view.as_of or not every:
        release = store.release_shown(view.as_of or str(build.newest), datetime.now(UTC))
    else:
        release = every[0]
    return _answer(view, Shown(language, release, date.today()))


async def screen_json(request: Request) -> Response:
    """`{"kind", "title", "short", "html", "permalink", "release"}`; 400 says in `refused`, in one
    sentence of the language asked, what is wrong with the view and what to do."""
    given = request.query_params
    language = given.get("lang", "") or DEFAULT
    words = wording(language if language in LANGUAGES else DEFAULT)
    try:
        _check(given, language)
        body = await run_in_threadpool(_made, given, language)
    except ViewRefused as why:
        return _refused(_sentence(why, words))
    except NoSuchRelease as why:
        return _refused(_no_release(why, words))
    etag = f'"{sha256(body).hexdigest()[:16]}"'
    headers = {"ETag": etag, "Cache-Control": "private, max-age=60"}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _check(given: Mapping[str, str], language: str) -> None:
    for name in given:
        if name not in PARAMETERS:
            raise ViewRefused("parameter", name)
    if language not in LANGUAGES:
        raise ViewRefused("language", language)


def _sentence(why: ViewRefused, words: Wording) -> str:
    fields: dict[str, Any] = {"asked": echoed(why.asked)} if why.asked else {}
    if why.key == "no_view":
        fields["example"] = isolate(EXAMPLE, words)
    if why.key == "language":
        names = (one.name for one in LANGUAGES.values())
        fields["known"] = words.t("sentence.comma").join(names)
    return words.t(f"screen.refused.{why.key}", **fields)


def _no_release(why: NoSuchRelease, words: Wording) -> str:
    if why.first is None or why.newest is None:
        return words.t("changed.refused_nothing", asked=echoed(why.asked))
    return words.t(
        f"screen.refused.release_{why.reason}",
        asked=echoed(why.asked),
        first=date_text(why.first.published[:10], words),
        newest=why.newest.id,
    )


def _refused(sentence: str) -> Response:
    return Response(
        orjson.dumps({"refused": sentence}), status_code=400, media_type="application/json"
    )

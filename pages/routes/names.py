"""`/api/v1/names.json`: the countries (or areas of any kind) that were meant by what was typed."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.explore.filters import Refused
from components.finding import entries, everything
from components.wording import DEFAULT, LANGUAGES
from data import store
from data.methods.names import LONGEST, Names
from data.queries import areas
from pages.routes.shown import refusal
from pages.service.files import is_known

PARAMETERS: Final = ("q", "lang", "kind")
KINDS: Final = ("country", "any")


@store.cached(2)
def _names() -> Names:
    with store.connected() as connection:
        return areas.names(connection)


@store.cached(4_096)
def _found(typed: str, language: str, kind: str) -> tuple[dict[str, str], ...]:
    known = store.reference(language).areas
    matches = list(_names().find(typed, language)) if typed else everything(known)
    if kind == "country":
        matches = [m for m in matches if known[m.area].kind in areas.COUNTRY_KINDS]
    return tuple(entries(matches, known))


def _asked(request: Request) -> tuple[str, str, str]:
    """What was typed, language and kind. Raises Refused."""
    given = request.query_params
    for name in given:
        if name not in PARAMETERS:
            raise Refused("", name, PARAMETERS)
    language, kind = given.get("lang", DEFAULT), given.get("kind", "country")
    if language not in LANGUAGES:
        raise Refused("lang", language, LANGUAGES)
    if kind not in KINDS:
        raise Refused("kind", kind, KINDS)
    return given.get("q", "").strip()[:LONGEST], language, kind


async def names_json(request: Request) -> Response:
    """`{"found": [{"code", "name", "note"}, …]}`, the likeliest first; all by name without `q`.

    400 names an unknown parameter or value; 503 says what to do about a missing database.
    """
    try:
        typed, language, kind = _asked(request)
        build = await run_in_threadpool(store.build_now)
        content = f"{build.inputs} {build.built} {build.newest} {typed} {language} {kind}"
        etag = f'"{sha256(content.encode()).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Cache-Control": "private, max-age=300"}
        if is_known(etag, request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        if request.method == "HEAD":
            return _head(headers)
        found = await run_in_threadpool(_found, typed, language, kind)
    except Refused as why:
        return refusal(why)
    return JSONResponse({"found": found}, headers=headers)


def _head(headers: dict[str, str]) -> Response:
    """The same without its body; its length would have to be found first."""
    answer = Response(headers=headers, media_type="application/json")
    # Starlette states 0 for an empty body; a HEAD must state the length of the GET or none.
    del answer.headers["content-length"]
    return answer


def warm_names() -> None:
    """Make the names ready before anybody types."""
    _found("nepal", DEFAULT, "country")

"""What a box of suggestions is answered: a short list as JSON, kept by the browser for a while."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from components.explore.filters import Refused
from data import store
from pages.routes.shown import refusal
from pages.service.files import is_known

Typed = tuple[str, str, str]
"""What was typed, the language, and of which kind it is to be."""


async def found_json(
    request: Request,
    asked: Callable[[Request], Typed],
    find: Callable[..., tuple[Mapping[str, Any], ...]],
) -> Response:
    """`{"found": […]}`, the likeliest first.

    400 names an unknown parameter or value; 503 says what to do about a missing database.
    """
    try:
        typed = asked(request)
        build = await run_in_threadpool(store.build_now)
        content = " ".join((build.inputs, build.built, str(build.newest), *typed))
        etag = f'"{sha256(content.encode()).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Cache-Control": "private, max-age=300"}
        if is_known(etag, request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        if request.method == "HEAD":
            return _head(headers)
        found = await run_in_threadpool(find, *typed)
    except Refused as why:
        return refusal(why)
    return JSONResponse({"found": found}, headers=headers)


def _head(headers: dict[str, str]) -> Response:
    """The same without its body; its length would have to be found first."""
    answer = Response(headers=headers, media_type="application/json")
    # Starlette states 0 for an empty body; a HEAD must state the length of the GET or none.
    del answer.headers["content-length"]
    return answer

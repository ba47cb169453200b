"""`/api/v1/openapi.json` and `/api/v1/`: what there is for programs, for them and for people."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Final

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.explore.filters import Refused
from components.lists.beside import DESCRIPTION
from components.lists.openapi import Offered, openapi
from components.lists.page import lists_page
from components.lists.resource import JSON, MEDIA, ROOT
from components.wording import wording
from data import VERSION, store
from pages.routes.list_tables import codes_of, store_vocabularies
from pages.routes.shown import Shown, language_asked, only_known, open_store, refusal
from pages.service.download import Asked, Download
from pages.service.plain_page import accepted_language

PARAMETERS: Final = ("lang",)
HTML: Final = "text/html; charset=utf-8"


def offered(shown: Shown) -> Offered:
    """What the store offers to be asked for."""
    return Offered(
        store_vocabularies(shown),
        lambda resource, parameter: codes_of(resource, shown)(parameter),
        shown.build.newest,
        store.records_begin(),
        VERSION,
    )


@store.cached(4)
def _description(language: str) -> bytes:
    made = openapi(offered(open_store()), wording(language))
    return orjson.dumps(made, option=orjson.OPT_APPEND_NEWLINE)


@store.cached(4)
def _page(language: str) -> bytes:
    return lists_page(offered(open_store()), wording(language)).encode()


def _language(request: Request) -> str:
    """Raises Refused."""
    only_known(request.query_params, PARAMETERS)
    if request.query_params.get("lang"):
        return language_asked(request.query_params)
    return accepted_language("", request.headers.get("accept-language", ""))


async def _answer(
    request: Request, name: str, media: str, made: Callable[[str], bytes]
) -> Response:
    try:
        language = _language(request)
    except Refused as why:
        return refusal(why)
    shown = await run_in_threadpool(open_store)
    body = await run_in_threadpool(made, language)

    def pieces() -> Generator[str | bytes]:
        yield body

    return Download(
        Asked(
            content=(name, *shown.content, language),
            name=name,
            changed=shown.changed,
            make=pieces,
            media=media,
            inline=True,
            headers=(("Vary", "Accept-Encoding, Accept-Language"),),
        )
    )


async def openapi_json(request: Request) -> Response:
    """The description of every address, in English or the language that is asked for."""
    return await _answer(request, DESCRIPTION, MEDIA[JSON], _description)


async def api_page(request: Request) -> Response:
    """The page for people."""
    return await _answer(request, "api.html", HTML, _page)


def api_page_routes() -> list[Route]:
    """The description, and the page with and without the last stroke of its address."""
    return [
        Route(f"{ROOT}{DESCRIPTION}", openapi_json, methods=["GET"]),
        Route(ROOT, api_page, methods=["GET"]),
    ]

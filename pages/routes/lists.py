"""The lists of `/api/v1/` as CSV and JSON, made from the one table of lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.explore.filters import Refused
from components.lists.cells import csv_pieces, json_page
from components.lists.paging import AFTER, Page, page_of
from components.lists.resource import CSV, DEFAULT_LIMIT, JSON, MEDIA, Resource
from components.lists.resources import resources
from data.queries.shown import NoSuchRelease
from pages.routes.list_tables import READERS, REJECTS, Listed, listed
from pages.routes.own_address import own_root
from pages.routes.shown import (
    AS_OF,
    Shown,
    no_such_release,
    refusal,
    withheld_header,
    withheld_response,
)
from pages.service.download import Asked, Download

Answer = Callable[[Request], Awaitable[Response]]


def meta_of(
    name: str, shown: Shown, params: list[tuple[str, str]], count: int, held: Mapping[str, int]
) -> dict[str, Any]:
    """What a page of JSON says of its rows."""
    build = shown.build
    return {
        "list": name,
        "release": shown.release.id if shown.release else build.newest,
        "published": shown.published,
        "built": build.built,
        "count": count,
        "parameters": dict(params),
        "withheld": dict(held),
    }


def next_address(
    request: Request, path: str, params: list[tuple[str, str]], page: Page, after: str | int | None
) -> str | None:
    """The absolute address of the page behind this one; None behind the last."""
    if after is None:
        return None
    more = [*params, *([("limit", str(page.limit))] if page.limit != DEFAULT_LIMIT else [])]
    return (
        f"{own_root(request)}{path.lstrip('/')}?{urlencode([*more, (AFTER, str(after))], safe=',')}"
    )


def _csv_asked(resource: Resource, found: Listed, _request: Request, _page: Page) -> Asked:
    def make() -> Generator[str | bytes]:
        yield from csv_pieces(resource.names, found.rows.part(0, None))

    return _asked(resource, found, CSV, make)


def _json_asked(resource: Resource, found: Listed, request: Request, page: Page) -> Asked:
    def make() -> Generator[str | bytes]:
        params, count = _params(found), len(found.rows)
        last = page.first + page.limit
        meta = meta_of(resource.name, found.shown, params, count, found.withheld)
        meta["next"] = next_address(
            request, resource.path(JSON), params, page, last if last < count else None
        )
        yield json_page(resource.columns, found.rows.part(page.first, page.limit), meta)

    return _asked(resource, found, JSON, make, page.limit, page.first, own_root(request))


def _params(found: Listed) -> list[tuple[str, str]]:
    number = found.shown.release_id
    return [*found.asked.params(), *([(AS_OF, str(number))] if number is not None else [])]


def _asked(
    resource: Resource,
    found: Listed,
    form: str,
    make: Callable[[], Generator[str | bytes]],
    *more: object,
) -> Asked:
    shown = found.shown
    params = tuple(f"{name}={text}" for name, text in found.asked.params())
    return Asked(
        content=("list", resource.name, form, *shown.content, *params, *map(str, more)),
        name=f"target87-{resource.name}-{shown.day}.{form}",
        changed=shown.changed,
        make=make,
        media=MEDIA[form],
        inline=form == JSON,
        headers=withheld_header(found.withheld),
    )


def _answering(resource: Resource, form: str) -> Answer:
    make = _json_asked if form == JSON else _csv_asked

    async def answer(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        try:
            page, others = page_of(pairs) if form == JSON else (Page(), pairs)
            assert page.first >= 0
            found = await run_in_threadpool(listed, resource, others)
        except NoSuchRelease as why:
            return no_such_release(AS_OF, why)
        except Refused as why:
            return refusal(why)
        if found.withheld and not len(found.rows):
            return withheld_response(found.shown, found.withheld)
        return Download(make(resource, found, request, page))

    return answer


def list_routes() -> list[Route]:
    """A route for each form of each list that is read from the store as it stands there."""
    return [
        Route(resource.path(form), _answering(resource, form), methods=["GET"])
        for resource in resources().values()
        if resource.name in READERS or resource.name == REJECTS
        for form in (CSV, JSON)
    ]

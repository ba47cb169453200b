"""Lists whose CSV has a route of its own, as JSON that is read from it: the rows are equal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Mapping
from itertools import islice
from typing import Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.explore.filters import Refused
from components.lists.cells import json_page, rows_of_csv
from components.lists.paging import Page, Pairs, page_of
from components.lists.resource import JSON, MEDIA, Column, Resource
from components.lists.resources import OBSERVATIONS, resources
from pages.routes.alliance import alliance_file
from pages.routes.changes import changes_csv, record_changes_csv
from pages.routes.framework import framework_file
from pages.routes.lists import meta_of, next_address
from pages.routes.own_address import own_root
from pages.routes.pathfinder_files import (
    actions_file,
    events_file,
    overdue_file,
    stages_file,
    statuses_file,
)
from pages.routes.progress import progress_file
from pages.routes.shown import AS_OF, Shown, as_of, open_store, records_shown, refusal, withheld_of
from pages.routes.since import since_file
from pages.service.download import Asked, Download

Answer = Callable[[Request], Awaitable[Response]]
CSV_ROUTES: Final[Mapping[str, Answer]] = {
    "changes": changes_csv,
    "record-changes": record_changes_csv,
    "actions": actions_file,
    "overdue": overdue_file,
    "statuses": statuses_file,
    "stages": stages_file,
    "events": events_file,
    "alliance": alliance_file,
    "since": since_file,
    "framework": framework_file,
    "progress": progress_file,
}
"""What answers with the CSV of each such list."""


def _without_page(request: Request, pairs: Pairs) -> Request:
    """The same request as the route of the CSV reads it."""
    return Request({**request.scope, "query_string": urlencode(pairs).encode()})


def _asked(
    resource: Resource, asked: Asked, shown: Shown, request: Request, page: Page, pairs: Pairs
) -> Asked:
    def make() -> Generator[str | bytes]:
        lines = rows_of_csv(_texts(asked))
        columns = [_column(resource, name) for name in next(lines, [])]
        rows = list(islice(lines, page.first, page.first + page.limit))
        last = page.first + len(rows)
        count = last + sum(1 for _ in lines)
        meta = meta_of(resource.name, shown, pairs, count, withheld_of(asked.headers))
        meta["next"] = next_address(
            request, resource.path(JSON), pairs, page, last if last < count else None
        )
        yield json_page(columns, rows, meta)

    return Asked(
        content=("json", *asked.content, page.limit, page.after, *pairs, own_root(request)),
        name=asked.name.removesuffix(".csv") + ".json",
        changed=asked.changed,
        make=make,
        media=MEDIA[JSON],
        inline=True,
        headers=asked.headers,
    )


def _texts(asked: Asked) -> Generator[str]:
    for piece in asked.make():
        yield piece if isinstance(piece, str) else piece.decode()


def _column(resource: Resource, name: str) -> Column:
    """The column of that name; one that only some of the rows' tables have is text."""
    return next((column for column in resource.columns if column.name == name), Column(name))


def _shown(resource: Resource, moment: str) -> Shown:
    if resource.past == "records":
        return records_shown(moment)
    shown = open_store()
    return as_of(shown, moment) if moment else shown


def _answering(resource: Resource) -> Answer:
    csv_answer = CSV_ROUTES[resource.name]

    async def answer(request: Request) -> Response:
        try:
            page, pairs = page_of(request.query_params.multi_items())
            assert page.first >= 0
        except Refused as why:
            return refusal(why)
        given = await csv_answer(_without_page(request, pairs))
        if not isinstance(given, Download):
            return given
        moment = dict(pairs).get(AS_OF, "") if resource.past else ""
        shown = await run_in_threadpool(_shown, resource, moment)
        return Download(_asked(resource, given.asked, shown, request, page, pairs))

    return answer


def json_routes() -> list[Route]:
    """The JSON of every list whose CSV has a route of its own."""
    return [
        Route(resource.path(JSON), _answering(resource), methods=["GET"])
        for resource in resources().values()
        if resource.own_csv and resource.name != OBSERVATIONS
    ]

"""The figures that filters ask for as pages of JSON, as SDMX-CSV and as Parquet.

All are read from the lines of `observations.csv`, so that none can hold other rows than the CSV.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from functools import cache, partial
from itertools import islice
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.explore.filters import Filters, Refused
from components.labels import labelled, labelled_header
from components.lists.cells import json_page, rows_of_csv
from components.lists.cursor import cursor_of, key_of
from components.lists.paging import Page, page_of
from components.lists.resource import JSON, MEDIA, PARQUET, SDMX, Column
from components.lists.resources import OBSERVATIONS, resources
from components.lists.sdmx import HEADER as SDMX_HEADER
from components.lists.sdmx import sdmx_pieces
from pages.routes.lists import meta_of, next_address
from pages.routes.observation_names import Said, said_of
from pages.routes.observations import Made, csv_pieces, observations_in, rows_given, withheld_rows
from pages.routes.own_address import own_root
from pages.routes.shown import Shown, refusal

OF: Final = resources()[OBSERVATIONS]
_COLUMNS: Final = {column.name: column for column in OF.columns}
_LABELLED: Final = [_COLUMNS.get(name, Column(name)) for name in labelled_header(OF.names)]


def _json(request: Request, page: Page, said: Said, shown: Shown, filters: Filters) -> Made:
    by_place = bool(filters.headline or filters.selection(shown.known).latest)
    # Read before anything is made: a place that is none of ours is refused, not a broken file.
    behind = None if by_place or page.counted else key_of(page.after)
    first = page.first if behind is None else 0
    count = rows_given(shown, filters)

    def make() -> Generator[str | bytes]:
        end = first + page.limit + 1
        lines = rows_of_csv(csv_pieces(shown, filters, behind, end))
        rows = list(islice(lines, first, end))
        more, rows = len(rows) > page.limit, rows[: page.limit]
        after = str(first + page.limit) if by_place else cursor_of(_key(rows[-1])) if rows else ""
        params = [*_params(shown, filters), *said.params()]
        held = withheld_rows(shown, filters)
        meta = meta_of(OBSERVATIONS, shown, params, count, held)
        meta["next"] = next_address(request, OF.path(JSON), params, page, after if more else None)
        if said.labels:
            yield json_page(_LABELLED, labelled(OF.names, rows, said.names(shown)), meta)
        else:
            yield json_page(OF.columns, rows, meta)

    # Of no row at all, however many bytes the page has.
    empty = 0 if count else sys.maxsize
    where = (page.limit, page.after, own_root(request))
    return Made(JSON, MEDIA[JSON], make, empty, where, (said,) if said.labels else ())


def _key(row: list[str]) -> dict[str, str | int]:
    said: dict[str, str | int] = dict(zip(OF.names, row, strict=True))
    return said | {"year": int(said["year"])}


def _params(shown: Shown, filters: Filters) -> list[tuple[str, str]]:
    said = filters.params()
    return [*said.items(), *([("as_of", str(shown.release_id))] if shown.release_id else [])]


def _sdmx(shown: Shown, filters: Filters) -> Made:
    def make() -> Generator[str | bytes]:
        yield SDMX_HEADER
        yield from sdmx_pieces(OF.names, csv_pieces(shown, filters))

    return Made(SDMX, MEDIA[SDMX], make, len(SDMX_HEADER))


def _parquet(shown: Shown, filters: Filters) -> Made:
    # Its library is loaded with the first file, not with the server.
    from components.lists.parquet import parquet_pieces

    def make() -> Generator[str | bytes]:
        yield from parquet_pieces(OF.columns, csv_pieces(shown, filters))

    return Made(PARQUET, MEDIA[PARQUET], make, _empty_parquet())


@cache
def _empty_parquet() -> int:
    from components.lists.parquet import parquet_pieces

    return sum(map(len, parquet_pieces(OF.columns, ())))


async def observations_json(request: Request) -> Response:
    """A page of the rows, with names beside codes where `labels=1` asks for them; 400 names what
    is not understood, as for every form."""
    try:
        page, others = page_of(request.query_params.multi_items())
        said, others = said_of(others)
    except Refused as why:
        return refusal(why)
    return await observations_in(partial(_json, request, page, said), others)


async def observations_sdmx(request: Request) -> Response:
    """All the rows as SDMX-CSV 2.0."""
    return await observations_in(_sdmx, request.query_params.multi_items())


async def observations_parquet(request: Request) -> Response:
    """All the rows as a Parquet file."""
    return await observations_in(_parquet, request.query_params.multi_items())


def observation_routes() -> list[Route]:
    """The forms beside CSV and workbook."""
    made = {JSON: observations_json, SDMX: observations_sdmx, PARQUET: observations_parquet}
    return [Route(OF.path(form), answer, methods=["GET"]) for form, answer in made.items()]

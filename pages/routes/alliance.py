"""The tables of the Alliance as CSV, one a request."""

from __future__ import annotations

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.alliance.files import DEFAULT_TABLE, TABLES, alliance_csv
from components.explore.filters import Refused
from components.pathfinders.files import texts_of_rows
from components.wording import DEFAULT
from data import store
from pages.routes.shown import only_known, open_store, refusal
from pages.service.download import Asked, Download

PARAMETERS: Final = ("table",)
"""There is no `as_of`: the tables keep no past, their rows carry their own dates."""


@store.cached(len(TABLES))
def _table_text(table: str) -> str:
    areas = store.reference(DEFAULT).areas
    return alliance_csv(store.alliance(), table, areas, texts_of_rows())


def _asked_table(request: Request) -> str:
    """The table that is asked for. Raises Refused."""
    only_known(request.query_params, PARAMETERS)
    table = request.query_params.get("table", "") or DEFAULT_TABLE
    if table not in TABLES:
        raise Refused("table", table, tuple(TABLES))
    return table


async def alliance_file(request: Request) -> Response:
    """One table as CSV; 400 names what is not understood and what is allowed."""
    try:
        table = _asked_table(request)
    except Refused as why:
        return refusal(why)
    shown = await run_in_threadpool(open_store)
    text = await run_in_threadpool(_table_text, table)
    return Download(
        Asked(
            content=("alliance", *shown.content, table),
            name=f"target87-alliance-{table}-{shown.day}.csv",
            changed=shown.changed,
            make=lambda: (piece for piece in (text,)),
        )
    )

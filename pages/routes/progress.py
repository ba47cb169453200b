"""`/api/v1/progress.csv`: every series, with its class or the reason why it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.explore.filters import Filters, Refused, filters_of
from components.progress.file import held_back, progress_csv
from components.wording import DEFAULT
from data import store
from data.progress_facts import progress
from data.queries.shown import NoSuchRelease
from pages.routes.shown import (
    AS_OF,
    Shown,
    as_of,
    no_such_release,
    only_known,
    open_store,
    refusal,
    withheld_header,
)
from pages.service.download import Asked, Download

PARAMETERS: Final = ("area", "region", AS_OF)


@store.cached(16)
def progress_text(
    release: int | None, areas: tuple[str, ...] | None, this_year: int
) -> tuple[str, Mapping[str, int]]:
    """The CSV, and its rows without figures by source; `areas` None asks for all countries and the
    world."""
    found = progress(release, this_year)
    wanted = sorted(found.countries) if areas is None else areas
    several = [one for area in wanted for one in found.countries.get(area, ())]
    world = [*found.world] if areas is None or "WLD" in areas else []
    asked, withheld = [*world, *several], store.known(release, DEFAULT).withheld
    text = progress_csv(asked, store.reference(DEFAULT), withheld)
    return text, held_back(asked, withheld)


def _read(pairs: list[tuple[str, str]]) -> tuple[Shown, Filters]:
    shown = open_store()
    only_known((name for name, _ in pairs), PARAMETERS)
    moment = next((text for name, text in reversed(pairs) if name == AS_OF and text), "")
    if moment:
        shown = as_of(shown, moment)
    return shown, filters_of([pair for pair in pairs if pair[0] != AS_OF], shown.known)


async def progress_file(request: Request) -> Response:
    """The file; 400 names what is not known and what may stand in its place."""
    try:
        shown, asked = await run_in_threadpool(_read, request.query_params.multi_items())
    except Refused as why:
        return refusal(why)
    except NoSuchRelease as none:
        return no_such_release(AS_OF, none)
    year = date.today().year
    areas = asked.selection(shown.known).areas
    text, held = await run_in_threadpool(progress_text, shown.release_id, areas, year)
    query = replace(asked, as_of=shown.release_id).query()
    return Download(
        Asked(
            content=("progress", *shown.content, str(year), query),
            name=f"target87-progress-{shown.day}.csv",
            changed=shown.changed,
            make=lambda: (piece for piece in (text,)),
            headers=withheld_header(held),
        )
    )

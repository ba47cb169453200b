"""`/api/v1/framework.csv`: the monitoring framework of countries, as it is or was at a release."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.explore.places import PLACES, places_asked
from components.listed_codes import Refused, joined
from components.monitoring.files import framework_csv
from data.framework_facts import framework_facts
from data.queries.areas import COUNTRY_KINDS
from data.queries.shown import NoSuchRelease
from data.records import Area, Known
from pages.routes.shown import (
    AS_OF,
    Shown,
    as_of_records,
    no_such_release,
    only_known,
    open_store,
    refusal,
)
from pages.service.download import Asked, Download

PARAMETERS: Final = (*PLACES, AS_OF)


def _chosen(known: Known, asked: Mapping[str, str]) -> list[Area]:
    """The countries of lists of codes, by code; all pathfinder countries when none is named."""
    countries = {code: area for code, area in known.areas.items() if area.kind in COUNTRY_KINDS}
    listed = places_asked(asked, known, countries)
    return [
        area
        for code, area in sorted(countries.items())
        if (area.pathfinder == "pathfinder" if listed is None else code in listed)
    ]


def _read(shown: Shown, pairs: list[tuple[str, str]]) -> tuple[Shown, list[Area]]:
    only_known((name for name, _ in pairs), PARAMETERS)
    asked = joined(pairs, PLACES)
    moment = asked.get(AS_OF, "").strip()
    seen = as_of_records(shown, moment) if moment else shown
    return seen, _chosen(seen.known, asked)


def _pieces(shown: Shown, countries: list[Area]) -> Generator[str]:
    facts = (framework_facts(shown.release_id, area) for area in countries)
    return framework_csv(facts, withheld=shown.known.withheld)


async def framework_file(request: Request) -> Response:
    """The framework as CSV; 400 names what is not understood and what is allowed."""
    try:
        shown = await run_in_threadpool(open_store)
        pairs = request.query_params.multi_items()
        seen, countries = await run_in_threadpool(_read, shown, pairs)
    except NoSuchRelease as why:
        return no_such_release(AS_OF, why)
    except Refused as why:
        return refusal(why)
    codes = tuple(area.code for area in countries)
    return Download(
        Asked(
            content=("framework", *seen.content, *codes),
            name=f"target87-framework-{seen.day}.csv",
            changed=seen.changed,
            make=lambda: _pieces(seen, countries),
        )
    )

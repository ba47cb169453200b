"""`/api/v1/search.json`: the indicator, treaty, set or page that was meant by what was typed."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from components.explore.filters import Refused
from components.explore.places import AREA, REGION, place_code
from components.explore.search import KINDS_ASKED, PLACE, SET, Entry, Searched, searched
from components.wording import LANGUAGES, wording
from data import store
from data.methods.names import LONGEST
from data.queries import areas
from pages.routes.found import found_json
from pages.routes.shown import language_asked, only_known

PARAMETERS: Final = ("q", "lang", "kind")
PAGES: Final = (
    "world", "country", "compare", "pathfinders", "monitoring", "timeline", "alliance", "since",
    "changed", "sources", "progress", "gaps", "glossary", "methods",
)  # fmt: skip
"""Pages that are found by their names."""


@store.cached(3 * len(LANGUAGES))
def _searched(language: str) -> Searched:
    known, treaties = store.known(None, language), store.reference(language).instruments
    with store.connected() as connection:
        names = areas.spellings(connection)
    return searched(known, treaties, PAGES, names, wording(language))


@store.cached(4_096)
def _found(typed: str, language: str, kind: str) -> tuple[dict[str, str], ...]:
    found = _searched(language).find(typed, kind)
    return tuple(_told(entry, kind) for entry in found)


def _told(entry: Entry, kind: str) -> dict[str, str]:
    """What a box shows, and what it gives back: an address, else a code with its parameter."""
    code = entry.href
    if kind == PLACE:
        code = place_code(REGION if entry.kind == SET else AREA, entry.code)
    elif kind == entry.kind:
        code = entry.code
    return {"code": code, "name": entry.text, "note": entry.note}


def _asked(request: Request) -> tuple[str, str, str]:
    given = request.query_params
    only_known(given, PARAMETERS)
    kind = given.get("kind", "") or KINDS_ASKED[0]
    if kind not in KINDS_ASKED:
        raise Refused("kind", kind, KINDS_ASKED)
    return given.get("q", "").strip()[:LONGEST], language_asked(given), kind


async def search_json(request: Request) -> Response:
    """`{"found": [{"code", "name", "note"}, …]}`, the likeliest first; a whole kind without `q`."""
    return await found_json(request, _asked, _found)

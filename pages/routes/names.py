"""`/api/v1/names.json`: the countries (or areas of any kind) that were meant by what was typed."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from components.explore.filters import Refused
from components.finding import entries, everything
from components.wording import DEFAULT
from data import store
from data.methods.names import LONGEST, Names
from data.queries import areas
from pages.routes.found import found_json
from pages.routes.shown import language_asked, only_known

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
    only_known(given, PARAMETERS)
    kind = given.get("kind", "") or KINDS[0]
    if kind not in KINDS:
        raise Refused("kind", kind, KINDS)
    return given.get("q", "").strip()[:LONGEST], language_asked(given), kind


async def names_json(request: Request) -> Response:
    """`{"found": [{"code", "name", "note"}, …]}`, the likeliest first; all by name without `q`."""
    return await found_json(request, _asked, _found)


def warm_names() -> None:
    """Make the names ready before anybody types."""
    _found("nepal", DEFAULT, "country")

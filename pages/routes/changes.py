"""`/api/v1/changes.csv` and `record-changes.csv`: what differs between two releases, of figures and
of steps, actions, reports and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.changed.choice import NARROWING, RECORDS_NARROWING, Choice, areas_told, default_pair
from components.changed.lines import HEADER, lines_of_changes, passed_on
from components.changed.record_file import record_lines_csv
from components.explore.filters import Refused, filters_of
from data.queries import record_versions, versions
from data.queries.shown import NoSuchRelease
from data.store import cached, connected, release_shown, releases
from pages.routes.shown import (
    Shown,
    no_such_release,
    open_store,
    refusal,
    unless_withheld,
    withheld_header,
)
from pages.service.download import Asked, Download

PARAMETERS = ("from", "to", *NARROWING)
RECORD_PARAMETERS = ("from", "to", *RECORDS_NARROWING)


class _NoSuchEnd(Exception):
    """A parameter, `from` or `to`, that names no release."""

    def __init__(self, parameter: str, why: NoSuchRelease) -> None:
        self.parameter, self.why = parameter, why
        super().__init__(parameter)


def _pair(asked: dict[str, str]) -> tuple[int, int]:
    found: dict[str, int] = {}
    for name in ("from", "to"):
        if name == "from" and asked.get(name) == str(versions.BEFORE_ALL):
            found[name] = versions.BEFORE_ALL
        elif asked.get(name):
            try:
                found[name] = release_shown(asked[name]).id
            except NoSuchRelease as why:
                raise _NoSuchEnd(name, why) from why
    every = releases()
    if not every:
        return versions.BEFORE_ALL, versions.BEFORE_ALL
    before, last = default_pair(every, found.get("to"))
    return found.get("from", before), last


def _choice(
    shown: Shown, pairs: list[tuple[str, str]], allowed: Sequence[str] = PARAMETERS
) -> Choice:
    for name, _ in pairs:
        if name not in allowed:
            raise Refused("", name, allowed)
    first, last = _pair({name: text.strip() for name, text in pairs})
    narrowing = [pair for pair in pairs if pair[0] in NARROWING]
    return Choice(first, last, filters_of(narrowing, shown.known))


def _pieces(shown: Shown, asked: Choice) -> Generator[str]:
    yield HEADER
    with connected() as connection:
        found = versions.changes(
            connection,
            asked.first,
            asked.last,
            indicators=asked.indicators(shown.known),
            areas=asked.areas(shown.known),
        )
        yield from lines_of_changes(passed_on(found, shown.known.withheld), shown.names)


@cached(64)
def _left_out(
    first: int,
    last: int,
    indicators: tuple[str, ...] | None,
    areas: tuple[str, ...] | None,
    withheld: tuple[str, ...],
) -> Mapping[str, int]:
    """Changes by source that its terms do not let us pass on."""
    with connected() as connection:
        found = versions.changes(
            connection, first, last, indicators=indicators, areas=areas, sources=withheld
        )
        return dict(sorted(Counter(change.key.source for change in found).items()))


def _withheld(shown: Shown, asked: Choice) -> Mapping[str, int]:
    withheld = tuple(sorted(shown.known.withheld))
    if not withheld:
        return {}
    indicators, areas = asked.indicators(shown.known), asked.areas(shown.known)
    return _left_out(asked.first, asked.last, indicators, areas, withheld)


def _nothing_withheld(_shown: Shown, _asked: Choice) -> Mapping[str, int]:
    return {}


def _record_pieces(shown: Shown, asked: Choice) -> Generator[str]:
    areas = areas_told(asked.areas(shown.known), shown.known.areas)
    with connected() as connection:
        found = record_versions.record_changes(connection, asked.first, asked.last, areas=areas)
        published = {release.id: release.published for release in releases()}
        yield record_lines_csv(found, shown.names, published)


async def changes_csv(request: Request) -> Response:
    """The figures that differ from one release to another, as CSV.

    400 names an unknown parameter or value and the allowed forms; 503 says what to do about a
    missing database, or when to ask again. What the terms of a source hold back is counted in a
    header; 403 when that is all there is.
    """
    return await _answer(request, "changes", PARAMETERS, _pieces, _withheld)


async def record_changes_csv(request: Request) -> Response:
    """The steps, actions, reports and the like that differ, as CSV; refused as above."""
    return await _answer(
        request, "record-changes", RECORD_PARAMETERS, _record_pieces, _nothing_withheld
    )


async def _answer(
    request: Request,
    name: str,
    allowed: Sequence[str],
    pieces: Callable[[Shown, Choice], Generator[str]],
    withheld: Callable[[Shown, Choice], Mapping[str, int]],
) -> Response:
    pairs = request.query_params.multi_items()
    try:
        shown = await run_in_threadpool(open_store)
        asked = await run_in_threadpool(_choice, shown, pairs, allowed)
        held = await run_in_threadpool(withheld, shown, asked)
    except _NoSuchEnd as end:
        return no_such_release(end.parameter, end.why)
    except Refused as why:
        return refusal(why)
    build, _ = shown.content
    return Download(
        Asked(
            content=(name, build, asked.first, asked.last, asked.filters.query()),
            name=f"target87-{name}-release-{asked.first}-to-{asked.last}.csv",
            changed=shown.changed,
            make=lambda: pieces(shown, asked),
            headers=withheld_header(held),
            otherwise=unless_withheld(shown, held, len(HEADER)),
        )
    )

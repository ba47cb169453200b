"""`/api/v1/changes.csv`: figures that are new, revised or withdrawn between two releases."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.changed.choice import NARROWING, Choice, default_pair
from components.changed.lines import HEADER, lines_of_changes, passed_on
from components.explore.filters import Refused, filters_of
from data.queries import versions
from data.queries.shown import NoSuchRelease, shown_release
from pages.http.observations import Store, no_such_release, open_store, refusal
from pages.service.download import Asked, Download

PARAMETERS = ("from", "to", *NARROWING)


class _NoSuchEnd(Exception):
    """A parameter, `from` or `to`, that names no release."""

    def __init__(self, parameter: str, why: NoSuchRelease) -> None:
        self.parameter, self.why = parameter, why
        super().__init__(parameter)


def _pair(store: Store, asked: dict[str, str]) -> tuple[int, int]:
    now = datetime.now(UTC)
    found: dict[str, int] = {}
    with store.engine.connect() as connection:
        for name in ("from", "to"):
            if not asked.get(name):
                continue
            if name == "from" and asked[name] == str(versions.BEFORE_ALL):
                found[name] = versions.BEFORE_ALL
                continue
            try:
                found[name] = shown_release(connection, asked[name], now=now).id
            except NoSuchRelease as why:
                raise _NoSuchEnd(name, why) from why
        every = versions.releases(connection)
    if not every:
        return versions.BEFORE_ALL, versions.BEFORE_ALL
    before, last = default_pair(every, found.get("to"))
    return found.get("from", before), last


def _choice(store: Store, pairs: list[tuple[str, str]]) -> Choice:
    for name, _ in pairs:
        if name not in PARAMETERS:
            raise Refused("", name, PARAMETERS)
    first, last = _pair(store, {name: text.strip() for name, text in pairs})
    narrowing = [pair for pair in pairs if pair[0] in NARROWING]
    return Choice(first, last, filters_of(narrowing, store.known))


def _pieces(store: Store, asked: Choice) -> Generator[str]:
    yield HEADER
    with store.engine.connect() as connection:
        found = versions.changes(
            connection,
            asked.first,
            asked.last,
            indicators=asked.indicators(store.known),
            areas=asked.areas,
        )
        yield from lines_of_changes(passed_on(found, store.known.withheld), store.names)


async def changes_csv(request: Request) -> Response:
    """The differences from one release to another, as CSV.

    400 names an unknown parameter or value and the allowed forms; 503 says what to do about a
    missing database, or when to ask again.
    """
    try:
        store = await run_in_threadpool(open_store)
        asked = await run_in_threadpool(_choice, store, request.query_params.multi_items())
    except _NoSuchEnd as end:
        return no_such_release(end.parameter, end.why)
    except Refused as why:
        return refusal(why)
    build, _ = store.content
    return Download(
        Asked(
            content=("changes", build, asked.first, asked.last, asked.filters.query()),
            name=f"target87-changes-release-{asked.first}-to-{asked.last}.csv",
            changed=store.changed,
            make=lambda: _pieces(store, asked),
        )
    )

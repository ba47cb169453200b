"""`/api/v1/observations.csv` and `.xlsx`: exactly the filtered observations."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Final

from sqlalchemy import Connection, Engine, FromClause
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.downloads import COLUMNS, HEADER, NUMERIC, file_name, lines_of_packed, lines_of_rows
from components.echo import echoed
from components.explore.filters import Filters, Known, Refused, filters_of
from components.spreadsheet import MEDIA_TYPE, workbook_pieces
from components.wording import DEFAULT, wording
from data.database import build_facts, database_url, read_engine
from data.formula_mark import unmarked
from data.methods.selection import headlines
from data.queries import areas, export, figures, versions
from data.queries.shown import NoSuchRelease, shown_release
from data.records import Release
from data.trouble import StoreError
from pages.service.download import CSV, Asked, Download
from pages.service.growing_file import GrowingFile

HEADLINE: Final = "headline"
"""The parameter that asks for the figure that speaks for each area."""


@dataclass(frozen=True)
class Store:
    """One build of the store, or one release of it: what it knows, and the day it was made.

    `newest` is the newest release when it was opened, `changed` the moment of the last change to
    what is shown.
    """

    engine: Engine
    known: Known
    identity: str
    built: str
    release: int | None = None
    newest: int | None = None
    changed: str = ""

    @property
    def content(self) -> tuple[str, int | None]:
        """What the figures are: the build, and the release that is shown."""
        build = self.identity.rpartition(" ")[0]
        return build, self.newest if self.release is None else self.release

    def table(self, connection: Connection) -> FromClause:
        """Where the figures are read from, through this connection.

        A release that was published since the store was opened is not seen.
        """
        number = self.release
        if number is None and self.newest is not None:
            number = self.newest if versions.newest(connection) != self.newest else None
        return versions.observations_as_of(number)

    @property
    def names(self) -> dict[str, str]:
        """English names by area code."""
        return {code: area.name for code, area in self.known.areas.items()}


@cache
def engine_of(url: str) -> Engine:
    """The connections of all routes to a store."""
    return read_engine(url)


@lru_cache(maxsize=6)
def _known(url: str, _identity: str, release: int | None = None) -> Known:
    with engine_of(url).connect() as connection:
        return Known(
            areas.areas(connection, DEFAULT),
            figures.indicators(connection),
            figures.sources(connection),
            export.offers(connection, release=release),
            export.members(connection),
        )


def open_store() -> Store:
    """The store as it is now. Raises StoreError when there is none that can be read."""
    url = database_url()
    facts = build_facts(engine_of(url))
    if "inputs" not in facts:
        raise StoreError("The database is not finished. Make it with: python -m loaders build")
    with engine_of(url).connect() as connection:
        newest = versions.newest(connection)
        published = versions.published(connection, newest)
    built = facts.get("built", "")
    identity = f"{facts['inputs']} {built} {newest}"
    return Store(
        engine_of(url),
        _known(url, identity),
        identity,
        built[:10],
        newest=newest,
        changed=max(built, published),
    )


def as_of(store: Store, asked: str) -> Store:
    """The store as it was shown at a day, a moment or a release. Raises NoSuchRelease.

    What a release held never changes, so neither does its content, whatever is published later.
    """
    with _snapshot(store.engine) as connection:
        release: Release = shown_release(connection, asked, now=datetime.now(UTC))
    return replace(
        store,
        known=_known(database_url(), store.identity, release.id),
        built=release.published[:10],
        release=release.id,
        changed=max(store.identity.split(" ")[1], release.published),
    )


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection whose reads all see one state of the store."""
    with engine.connect() as connection:
        yield connection


def headline_of(pairs: list[tuple[str, str]]) -> tuple[str, list[tuple[str, str]]]:
    """The headline measure that parameters ask for, and the others. Raises Refused."""
    asked = [text for name, text in pairs if name == HEADLINE and text]
    unknown = next((code for code in asked if code not in headlines()), None)
    if unknown is not None:
        raise Refused(HEADLINE, unknown, headlines())
    return (asked[-1] if asked else ""), [pair for pair in pairs if pair[0] != HEADLINE]


def _spoken_lines(store: Store, filters: Filters, headline: str) -> Iterator[str]:
    """One line an area: the figure that speaks for it, by the rule of every page."""
    asked = filters.selection(store.known)
    with _snapshot(store.engine) as connection:
        found = figures.latest(
            connection,
            headlines()[headline],
            asked_year=filters.last,
            described=store.known.indicators,
            known_sources=store.known.sources,
            areas=store.known.areas,
            table=store.table(connection),
        )
    rows = [
        row
        for row in found.observations
        if (asked.areas is None or row.area in asked.areas)
        and (asked.sources is None or row.source in asked.sources)
    ]
    if rows:
        yield lines_of_rows(rows, store.names)


def csv_pieces(store: Store, filters: Filters, headline: str = "") -> Iterator[str]:
    """The CSV without its header, in pieces; nothing when no row may be passed on."""
    if headline:
        yield from _spoken_lines(store, filters, headline)
        return
    asked = filters.selection(store.known)
    with _snapshot(store.engine) as connection:
        packed = export.packed_rows(connection, asked, table=store.table(connection))
        yield from lines_of_packed(packed, store.names)


def refusal(why: Refused) -> Response:
    """400: the unknown parameter or value, and the allowed ones."""
    words = wording(DEFAULT)
    key = "api.unknown_value" if why.parameter else "api.unknown_parameter"
    text = words.t(
        key, parameter=why.parameter, value=why.value, allowed=", ".join(why.allowed) or "-"
    )
    return PlainTextResponse(text + "\n", status_code=400)


def no_such_release(parameter: str, why: NoSuchRelease) -> Response:
    """400: which forms a moment takes, and from when on there is something to show."""
    text = wording(DEFAULT).t(
        f"api.{why.reason}_release",
        parameter=parameter,
        value=echoed(why.asked),
        first=why.first.published if why.first else "-",
        newest=why.newest.id if why.newest else "-",
    )
    return PlainTextResponse(text + "\n", status_code=400)


def _withheld(store: Store, filters: Filters) -> Response | None:
    """Why nothing can be downloaded, when all that was asked for is not ours to pass on."""
    if not store.known.withheld:
        return None
    with _snapshot(store.engine) as connection:
        asked = filters.selection(store.known, withheld=True)
        held = export.rows_by_source(connection, asked, release=store.release)
    if not held:
        return None
    words = wording(DEFAULT)
    lines = [words.t("api.withheld")]
    for code in held:
        source = store.known.sources[code]
        lines.append(
            words.t(
                "api.withheld_source",
                code=code,
                publisher=source.publisher,
                title=source.title,
                address=source.address,
            )
        )
    return PlainTextResponse("\n".join(lines) + "\n", status_code=403)


async def observations_csv(request: Request) -> Response:
    """The rows that the parameters ask for, as CSV for programs."""
    return await _observations(request, _csv_asked)


async def observations_xlsx(request: Request) -> Response:
    """The same rows as a workbook for people: names whole, ages as text, figures as numbers."""
    return await _observations(request, _workbook_asked)


async def _observations(
    request: Request, asked: Callable[[Store, Filters, str], Asked]
) -> Response:
    """A file of the rows that the parameters ask for.

    400 names an unknown parameter or value and the allowed ones; 403 says whose figures are not
    ours to pass on; 503 says what to do about a missing database, or when to ask again.
    """
    try:
        store = await run_in_threadpool(open_store)
        if moment := request.query_params.get("as_of"):
            store = await run_in_threadpool(as_of, store, moment)
        headline, pairs = headline_of(request.query_params.multi_items())
        filters = filters_of(pairs, store.known)
    except NoSuchRelease as none:
        return no_such_release("as_of", none)
    except Refused as why:
        return refusal(why)
    if headline:
        filters = replace(filters, indicator=headlines()[headline].indicators, latest=True)
    return Download(asked(store, filters, headline))


def _csv_asked(store: Store, filters: Filters, headline: str) -> Asked:
    def make() -> Generator[str | bytes]:
        yield HEADER
        yield from csv_pieces(store, filters, headline)

    return _asked(store, filters, headline, make, len(HEADER), CSV)


def _workbook_asked(store: Store, filters: Filters, headline: str) -> Asked:
    def make() -> Generator[str | bytes]:
        lines = (
            line
            for piece in csv_pieces(store, filters, headline)
            for line in csv.reader(io.StringIO(piece, newline=""))
        )
        rows = (_unmarked(row) for row in lines)
        yield from workbook_pieces(COLUMNS, rows, NUMERIC)

    return _asked(store, filters, headline, make, _empty_workbook(), MEDIA_TYPE)


def _unmarked(row: list[str]) -> list[str]:
    """The texts as they are stored: a text cell of a workbook is never run as a formula."""
    return [unmarked(text) if text[:1] == "'" else text for text in row]


@cache
def _empty_workbook() -> int:
    """Bytes of a workbook without rows."""
    return sum(map(len, workbook_pieces(COLUMNS, (), NUMERIC)))


def _asked(
    store: Store,
    filters: Filters,
    headline: str,
    make: Callable[[], Generator[str | bytes]],
    empty: int,
    media: str,
) -> Asked:
    """The file, or why it is withheld when it is no larger than an `empty` one."""

    async def otherwise(file: GrowingFile) -> Response | None:
        if file.failure is not None or file.plain_bytes > empty:
            return None
        return await run_in_threadpool(_withheld, store, filters)

    named = replace(filters, as_of=store.release)
    kind, suffix = ("observations", ".csv") if media == CSV else ("workbook", ".xlsx")
    return Asked(
        content=(kind, *store.content, filters.query(), headline),
        name=file_name(named, store.built, suffix),
        changed=store.changed,
        make=make,
        media=media,
        stays=not filters,
        otherwise=otherwise,
    )

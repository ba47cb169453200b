"""`/api/v1/observations.csv` and `.xlsx`: exactly the filtered observations."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.downloads import COLUMNS, HEADER, NUMERIC, lines_of_packed
from components.explore.filters import Filters, Refused, file_name, filters_of
from components.spreadsheet import MEDIA_TYPE, workbook_pieces
from components.wording import DEFAULT, wording
from data.methods.formula_mark import unmarked
from data.queries import export
from data.queries.shown import NoSuchRelease
from data.store import connected
from pages.routes.shown import Shown, as_of, no_such_release, open_store, refusal
from pages.service.download import CSV, Asked, Download
from pages.service.growing_file import GrowingFile


def csv_pieces(shown: Shown, filters: Filters) -> Iterator[str]:
    """The CSV without its header, in pieces; nothing when no row may be passed on."""
    asked = filters.selection(shown.known)
    with connected() as connection:
        packed = export.packed_rows(connection, asked, table=shown.table(connection))
        yield from lines_of_packed(packed, shown.names)


def _withheld(shown: Shown, filters: Filters) -> Response | None:
    """Why nothing can be downloaded, when all that was asked for is not ours to pass on."""
    if not shown.known.withheld:
        return None
    with connected() as connection:
        asked = filters.selection(shown.known, withheld=True)
        held = export.rows_by_source(connection, asked, release=shown.release_id)
    if not held:
        return None
    words = wording(DEFAULT)
    lines = [words.t("api.withheld")]
    for code in held:
        source = shown.known.sources[code]
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


async def _observations(request: Request, asked: Callable[[Shown, Filters], Asked]) -> Response:
    """A file of the rows that the parameters ask for.

    400 names an unknown parameter or value and the allowed ones; 403 says whose figures are not
    ours to pass on; 503 says what to do about a missing database, or when to ask again.
    """
    try:
        shown = await run_in_threadpool(open_store)
        if moment := request.query_params.get("as_of"):
            shown = await run_in_threadpool(as_of, shown, moment)
        filters = filters_of(request.query_params.multi_items(), shown.known)
    except NoSuchRelease as none:
        return no_such_release("as_of", none)
    except Refused as why:
        return refusal(why)
    return Download(asked(shown, filters))


def _csv_asked(shown: Shown, filters: Filters) -> Asked:
    def make() -> Generator[str | bytes]:
        yield HEADER
        yield from csv_pieces(shown, filters)

    return _asked(shown, filters, make, len(HEADER), CSV)


def _workbook_asked(shown: Shown, filters: Filters) -> Asked:
    def make() -> Generator[str | bytes]:
        lines = (
            line
            for piece in csv_pieces(shown, filters)
            for line in csv.reader(io.StringIO(piece, newline=""))
        )
        # The same CSV for both files, so that a workbook can never hold other rows than the CSV.
        rows = (_unmarked(row) for row in lines)
        yield from workbook_pieces(COLUMNS, rows, NUMERIC)

    return _asked(shown, filters, make, _empty_workbook(), MEDIA_TYPE)


def _unmarked(row: list[str]) -> list[str]:
    """The texts as they are stored: a text cell of a workbook is never run as a formula."""
    return [unmarked(text) if text[:1] == "'" else text for text in row]


@cache
def _empty_workbook() -> int:
    """Bytes of a workbook without rows."""
    return sum(map(len, workbook_pieces(COLUMNS, (), NUMERIC)))


def _asked(
    shown: Shown,
    filters: Filters,
    make: Callable[[], Generator[str | bytes]],
    empty: int,
    media: str,
) -> Asked:
    """The file, or why it is withheld when it is no larger than an `empty` one."""

    async def otherwise(file: GrowingFile) -> Response | None:
        if file.failure is not None or file.plain_bytes > empty:
            return None
        return await run_in_threadpool(_withheld, shown, filters)

    named = replace(filters, as_of=shown.release_id)
    kind, suffix = ("observations", ".csv") if media == CSV else ("workbook", ".xlsx")
    return Asked(
        content=(kind, *shown.content, filters.query()),
        name=file_name(named, shown.day, suffix),
        changed=shown.changed,
        make=make,
        media=media,
        stays=not filters,
        otherwise=otherwise,
    )

"""`/api/v1/observations.csv` and `.xlsx`: exactly the filtered observations."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.downloads import COLUMNS, HEADER, LINE_END, lines_of_packed
from components.explore.filters import Filters, Refused, file_name, filters_of
from components.labels import labelled_header
from components.lists.cells import rows_of_csv
from components.lists.cursor import Key
from components.row_marks import Marks
from components.spreadsheet import MEDIA_TYPE
from data import store
from data.contradictions import contradictions
from data.explored import every_survey
from data.queries import export, versions
from data.queries.shown import NoSuchRelease
from data.records import Selection
from data.store import connected
from pages.routes.observation_names import Said, labelled_pieces, said_of, workbook
from pages.routes.own_address import own_root
from pages.routes.shown import (
    AS_OF,
    Shown,
    as_of,
    no_such_release,
    open_store,
    refusal,
    unless_withheld,
    withheld_header,
)
from pages.service.download import CSV, Asked, Download
from pages.service.exports import Maker

WORKBOOK: Final = "api/v1/observations.xlsx"


def _marks(shown: Shown, filters: Filters) -> Marks:
    told = partial(contradictions, shown.release_id)
    return Marks(shown.known.indicators, every_survey(), told, filters.year, filters.unlike)


def csv_pieces(
    shown: Shown, filters: Filters, behind: Key | None = None, most: int | None = None
) -> Iterator[str]:
    """The CSV without its header, in pieces; nothing when no row may be passed on.

    `behind`: only rows whose key comes later; not with `latest` or a headline, which look at all.
    """
    asked = filters.selection(shown.known)
    with connected() as connection:
        table = versions.behind(shown.table(connection), behind)
        packed = export.packed_rows(connection, asked, table=table, most=most)
        yield from lines_of_packed(packed, shown.names, _marks(shown, filters))


@store.cached(512)
def _rows_withheld(release: int | None, asked: Selection) -> Mapping[str, int]:
    with connected() as connection:
        return export.rows_by_source(connection, asked, release=release)


def withheld_rows(shown: Shown, filters: Filters) -> Mapping[str, int]:
    """How many of the rows that are asked for are of a source whose terms hold them back."""
    known = shown.known
    if not known.withheld:
        return {}
    asked = filters.selection(known, withheld=True)
    # Only an indicator that has any such row is asked about: the others hold most of the figures.
    some = {code for code, offer in known.offers.items() if offer.sources & known.withheld}
    of_them = tuple(sorted(some if asked.indicators is None else some & {*asked.indicators}))
    return _rows_withheld(shown.release_id, replace(asked, indicators=of_them)) if of_them else {}


@store.cached(512)
def _rows_given(release: int | None, asked: Selection) -> int:
    with connected() as connection:
        return sum(export.rows_by_source(connection, asked, release=release).values())


def rows_given(shown: Shown, filters: Filters) -> int:
    """How many rows the file of these filters holds."""
    return _rows_given(shown.release_id, filters.selection(shown.known))


@dataclass(frozen=True)
class Made:
    """A form of the rows: its ending and type, what makes it, the bytes of one without any row.

    `page` says which part of the rows it holds, if not all; `also` how it says them.
    """

    form: str
    media: str
    make: Maker
    empty: int
    page: tuple[Hashable, ...] = ()
    also: tuple[Hashable, ...] = ()


MadeOf = Callable[[Shown, Filters], Made]
"""A form of the rows of filters. Raises Refused."""


async def observations_csv(request: Request) -> Response:
    """The rows that the parameters ask for, as CSV for programs; `labels=1` names the codes."""
    return await _named(_csv_made, request)


async def observations_xlsx(request: Request) -> Response:
    """The same rows as a workbook for people: names whole, ages as text, figures as numbers, with
    sources and notes on sheets of their own."""
    return await _named(partial(_workbook_made, own_root(request)), request)


async def _named(form: Callable[[Said, Shown, Filters], Made], request: Request) -> Response:
    try:
        said, pairs = said_of(request.query_params.multi_items())
    except Refused as why:
        return refusal(why)
    return await observations_in(partial(form, said), pairs)


async def observations_in(form: MadeOf, pairs: list[tuple[str, str]]) -> Response:
    """A file of the rows that parameters ask for.

    400 names an unknown parameter or value and the allowed ones; 403 says whose figures are not
    ours to pass on; 503 says what to do about a missing database, or when to ask again.
    """
    try:
        return Download(await run_in_threadpool(_asked, form, pairs))
    except NoSuchRelease as none:
        return no_such_release(AS_OF, none)
    except Refused as why:
        return refusal(why)


def _csv_made(said: Said, shown: Shown, filters: Filters) -> Made:
    def plain() -> Generator[str | bytes]:
        yield HEADER
        yield from csv_pieces(shown, filters)

    def named() -> Generator[str | bytes]:
        yield from labelled_pieces(csv_pieces(shown, filters), said.names(shown))

    if not said.labels:
        return Made("csv", CSV, plain, len(HEADER))
    empty = len(",".join(labelled_header(COLUMNS))) + len(LINE_END)
    return Made("csv", CSV, named, empty, also=(said,))


def _workbook_made(root: str, said: Said, shown: Shown, filters: Filters) -> Made:
    address, held = f"{root or '/'}{WORKBOOK}", withheld_rows(shown, filters)

    def make(rows: Iterable[list[str]]) -> Generator[str | bytes]:
        yield from workbook(shown, filters, said, rows, address=address, held=held)

    def whole() -> Generator[str | bytes]:
        # The same CSV for both files, so that a workbook can never hold other rows than the CSV.
        yield from make(rows_of_csv(csv_pieces(shown, filters)))

    empty = sum(map(len, make(()))) if held else 0
    return Made("xlsx", MEDIA_TYPE, whole, empty, also=(said, root))


def _read(pairs: list[tuple[str, str]]) -> tuple[Shown, Filters]:
    shown = open_store()
    if moment := next((text for name, text in reversed(pairs) if name == AS_OF), ""):
        shown = as_of(shown, moment)
    return shown, filters_of(pairs, shown.known)


def _asked(form: MadeOf, pairs: list[tuple[str, str]]) -> Asked:
    """The file, or why it is withheld when it is no larger than an empty one.

    Raises Refused, NoSuchRelease and StoreError.
    """
    shown, filters = _read(pairs)
    made = form(shown, filters)
    held = withheld_rows(shown, filters)

    named = replace(filters, as_of=shown.release_id)
    return Asked(
        content=(
            "observations",
            made.form,
            *shown.content,
            filters.query(),
            *made.page,
            *made.also,
        ),
        name=file_name(named, shown.day, f".{made.form}"),
        changed=shown.changed,
        make=made.make,
        media=made.media,
        stays=not filters and not made.page and not made.also,
        inline=bool(made.page),
        headers=withheld_header(held),
        otherwise=unless_withheld(shown, held, made.empty),
    )

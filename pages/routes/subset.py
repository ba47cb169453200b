"""`/api/v1/subset.zip`: a selection as a package to cite; the answer leads to `/cite/HASH`."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import IO, Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from components.cite.cited import Cited, Publication, publication_of
from components.cite.packed import Subset, TooLarge, write_package
from components.cite.title import title_of
from components.downloads import HEADER
from components.explore.filters import Filters, Refused
from components.explore.view import PARAMETERS as OF_VIEW
from components.explore.view import View, view_of
from components.labels import Names
from components.wording import DEFAULT, LANGUAGES, wording
from data import store
from data.queries.shown import NoSuchRelease
from data.trouble import StoreError
from pages.routes.observations import csv_pieces, withheld_rows
from pages.routes.shown import (
    AS_OF,
    Shown,
    as_of,
    language_asked,
    no_such_release,
    open_store,
    refusal,
)
from pages.service.citations import NotKept, citations
from pages.service.download import Asked, Download, busy, not_made
from pages.service.exports import RETRY_SECONDS, Busy, exports
from pages.service.plain_page import plain_page
from pages.service.settings import settings

DOWNLOAD: Final = "download"
"""The parameter that asks for the package itself, without keeping it."""

PARAMETERS: Final = (*OF_VIEW, DOWNLOAD, "lang")
SUBSET: Final = "api/v1/subset.zip"
ZIP: Final = "application/zip"
MOST_BYTES: Final = 100_000_000
"""Of the data of one package, unpacked."""

_PIECE: Final = 128 * 1024
STATUS: Final = {"off": 503, "full": 507, "hurry": 503}
"""How a package that cannot be kept is answered, by its reason."""


@dataclass(frozen=True)
class Wanted:
    """What is asked for: the store as of a release, the view, the language of the page, whether
    the package itself is wanted, and the address before ours where that is known to be ours."""

    shown: Shown
    view: View
    language: str
    download: bool
    origin: str

    @property
    def filters(self) -> Filters:
        """The rows: those of the view, and of the indicator beside it in a scatter."""
        chosen = replace(self.view.filters, as_of=self.shown.release_id)
        if self.view.x and chosen.indicator and self.view.x not in chosen.indicator:
            chosen = replace(chosen, indicator=(*chosen.indicator, self.view.x))
        return chosen

    @property
    def address(self) -> str:
        """Where the very same rows are had again."""
        return f"{self.origin}/{SUBSET}?{self.filters.query()}"


def _wanted(request: Request) -> Wanted:
    """Raises Refused, NoSuchRelease, StoreError."""
    pairs = request.query_params.multi_items()
    if unknown := sorted({name for name, _ in pairs} - set(PARAMETERS)):
        raise Refused("", unknown[0], PARAMETERS)
    language = language_asked(request.query_params)
    download = request.query_params.get(DOWNLOAD, "")
    if download not in ("", "0", "1"):
        raise Refused(DOWNLOAD, download, ("0", "1"))
    shown = open_store()
    moment = request.query_params.get(AS_OF, "") or str(shown.build.newest or "")
    shown = as_of(shown, moment) if moment else shown
    view = view_of([pair for pair in pairs if pair[0] not in (DOWNLOAD, "lang")], shown.known)
    return Wanted(shown, view, language, download == "1", _origin(request))


def _origin(request: Request) -> str:
    """`https://example.org` where the operator has named the hosts; a stranger's word is not
    written into a file that is kept."""
    if not settings().hosts:
        return ""
    return f"{request.url.scheme}://{request.url.netloc}"


def _subset(wanted: Wanted) -> Subset:
    shown, words = wanted.shown, wording(DEFAULT)
    release = shown.release
    cited = Cited(
        title=title_of(wanted.filters, shown.known, words),
        address=wanted.address,
        release=release.id if release else 0,
        published=release.published if release else "",
        publications=(),
    )
    names = {code: Names(store.known(shown.release_id, code), wording(code)) for code in LANGUAGES}
    return Subset(cited, wanted.filters.query(), names, _withheld(wanted))


def _withheld(wanted: Wanted) -> tuple[Publication, ...]:
    sources = wanted.shown.known.sources
    held = withheld_rows(wanted.shown, wanted.filters)
    return tuple(publication_of(sources[code], rows) for code, rows in held.items())


def _data(wanted: Wanted) -> Iterator[str]:
    """The bytes of `observations.csv` of the same address."""
    yield HEADER
    yield from csv_pieces(wanted.shown, wanted.filters)


def _written(wanted: Wanted, file: IO[bytes]) -> None:
    """Write the package. Raises StoreError when it would be too large."""
    try:
        write_package(file, _subset(wanted), _data(wanted), most=MOST_BYTES)
    except TooLarge as large:
        most = large.most // 1_000_000
        raise StoreError(wording(DEFAULT).t("cite.too_large", most=most)) from None


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_PIECE):
        yield piece


def _packed(wanted: Wanted) -> Generator[str | bytes]:
    """The package in pieces."""
    with tempfile.TemporaryFile(prefix="target87-subset-") as file:
        _written(wanted, file)
        yield from _pieces(file)


def _kept(wanted: Wanted) -> Generator[str | bytes]:
    """The package is made and kept; what is given is its name."""
    with tempfile.TemporaryFile(prefix="target87-subset-") as file:
        _written(wanted, file)
        yield citations().keep(_pieces(file))


async def subset_zip(request: Request) -> Response:
    """303 to the page of the package, which is kept for ever; with `download=1` the package.

    400 names what is not known; 503 and 507 say why it cannot be cited just now.
    """
    try:
        wanted = await run_in_threadpool(_wanted, request)
    except NoSuchRelease as none:
        return no_such_release(AS_OF, none)
    except Refused as why:
        return refusal(why)
    if wanted.download:
        return Download(_asked(wanted))
    return await _cited(request, wanted)


def _asked(wanted: Wanted) -> Asked:
    release = wanted.shown.release_id or 0
    return Asked(
        content=("subset", *wanted.shown.content, wanted.address),
        name=f"target87-subset-release-{release}.zip",
        changed=wanted.shown.published or wanted.shown.changed,
        make=lambda: _packed(wanted),
        media=ZIP,
    )


async def _cited(request: Request, wanted: Wanted) -> Response:
    key = ("cited", *wanted.shown.content, wanted.address)
    try:
        async with exports().opened(key, lambda: _kept(wanted)) as file:
            await file.finished()
            if file.failure is not None:
                return _refused(request, wanted, file.failure)
            name = b"".join([piece async for piece in file.pieces(packed=False)]).decode()
    except Busy:
        return busy()
    return RedirectResponse(f"/cite/{name}{_seen(wanted)}", status_code=303)


def _seen(wanted: Wanted) -> str:
    """How the figures were drawn, and the language, as the query of the page."""
    of_filters = wanted.view.filters.params()
    own = {k: v for k, v in wanted.view.params().items() if k not in of_filters}
    lang = {} if wanted.language == DEFAULT else {"lang": wanted.language}
    query = urlencode(own | lang, safe=",")
    return f"?{query}" if query else ""


def _refused(request: Request, wanted: Wanted, why: Exception) -> Response:
    if not isinstance(why, NotKept):
        return not_made(why)
    status = STATUS[why.reason]
    again = {"Retry-After": str(RETRY_SECONDS)} if status == 503 else {}
    href = f"/{SUBSET}?{wanted.filters.query()}&{DOWNLOAD}=1"
    if "text/html" in request.headers.get("accept", ""):
        return plain_page(
            why.reason,
            wanted.language,
            href,
            status=status,
            headers=again,
            texts=f"cite.not_kept.{why.reason}",
        )
    said = wording(wanted.language).t("cite.download_instead", address=href)
    return PlainTextResponse(f"{why} {said}\n", status_code=status, headers=again)

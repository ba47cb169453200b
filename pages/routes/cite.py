"""`/cite/HASH`: a kept package, its citation, and whether newer figures exist."""

from __future__ import annotations

import zipfile
from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components.cite.kept import Package, read_package
from components.cite.page import Newer, citations_of, cite_page
from components.cite.title import title_of
from components.echo import echoed
from components.explore.filters import Refused
from components.explore.view import OWN, View, view_of
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data import newer, store
from data.trouble import StoreError
from pages.routes.subset import ZIP
from pages.service.citations import Damaged, citations
from pages.service.download import Asked, Download, not_made
from pages.service.plain_page import accepted_language, plain_page

PARAMETERS: Final = (*OWN, "lang")
MEDIA: Final = {
    "txt": "text/plain; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
}
NONE: Final = "none"
_PIECE: Final = 128 * 1024


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _language(request: Request) -> str:
    asked = request.query_params.get("lang", "")
    return accepted_language(asked, request.headers.get("accept-language", ""))


def _none(request: Request, name: str) -> Response:
    """404: nothing is kept under that name."""
    language = _language(request)
    query = "" if language == DEFAULT else f"?lang={language}"
    return plain_page(
        NONE,
        language,
        f"/explore{query}",
        status=404,
        said={"name": echoed(name)},
        texts=f"cite.not_kept.{NONE}",
    )


def _read(name: str, page: str) -> tuple[Path, Package] | None:
    """The file of a name and what it says of itself. Raises StoreError."""
    path = citations().path(name)
    if path is None:
        return None
    try:
        found = read_package(path)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Damaged(wording(DEFAULT).t("cite.damaged", name=name)) from error
    # What is cited is the package: its own address is the one that lasts.
    cited = replace(found.cited, address=page, accessed=_today())
    return path, replace(found, cited=cited)


def _page_address(request: Request, name: str) -> str:
    return f"{request.url.scheme}://{request.url.netloc}/cite/{name}"


async def _opened(request: Request) -> tuple[str, Path, Package] | Response:
    name = request.path_params["name"]
    try:
        found = await run_in_threadpool(_read, name, _page_address(request, name))
    except (StoreError, OSError) as why:
        return not_made(why)
    return _none(request, name) if found is None else (name, *found)


async def cite_zip(request: Request) -> Response:
    """The bytes of a package, the same for ever; 404 for a name under which nothing is kept."""
    opened = await _opened(request)
    if isinstance(opened, Response):
        return opened
    name, path, package = opened

    def make() -> Generator[str | bytes]:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    return Download(
        Asked(
            content=("package", name),
            name=f"target87-{name}.zip",
            changed=package.cited.published,
            make=make,
            media=ZIP,
        )
    )


async def cite_text(request: Request) -> Response:
    """The citation as text, BibTeX or RIS, with the day of asking."""
    opened = await _opened(request)
    if isinstance(opened, Response):
        return opened
    name, _, package = opened
    ending = request.path_params["ending"]
    if ending not in MEDIA:
        return _none(request, f"{name}.{ending}")
    language = _language(request)
    text = citations_of(package, wording(language))[ending]
    headers = {
        "Content-Disposition": f'attachment; filename="target87-{name}.{ending}"',
        "Cache-Control": "no-cache",
        "Vary": "Accept-Language",
    }
    return Response(text, media_type=MEDIA[ending], headers=headers)


async def cite(request: Request) -> Response:
    """The page of a package in the language of `lang`, else of the browser."""
    opened = await _opened(request)
    if isinstance(opened, Response):
        return opened
    name, _, package = opened
    words = wording(_language(request))
    pairs = [(k, v) for k, v in request.query_params.multi_items() if k in OWN]
    page = await run_in_threadpool(_page, name, package, words, pairs)
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language"}
    return HTMLResponse(page, headers=headers)


def _page(name: str, package: Package, words: Wording, drawn: list[tuple[str, str]]) -> str:
    view, title, since = _now(package, words, drawn)
    if title:
        package = replace(package, cited=replace(package.cited, title=title))
    return cite_page(
        name,
        package,
        since,
        words,
        live=_explore(view, words, None),
        frozen=_explore(view, words, package.cited.release or None),
        changed=_address("changed", {"from": str(package.cited.release)}, words),
        others={code: _of_language(name, drawn, code) for code in LANGUAGES},
    )


def _now(package: Package, words: Wording, drawn: list[tuple[str, str]]) -> tuple[View, str, Newer]:
    """The view of the selection, its title in the reader's language, and what became of it.

    A selection that the store does not know any more has its own title, and nothing is told.
    """
    own = [pair for pair in parse_qsl(package.query) if pair[0] != "as_of"]
    try:
        build = store.build_now()
        known = store.known(None, words.code)
        try:
            view = view_of([*own, *drawn], known)
        except Refused:
            view = view_of(own, known)
        changed = newer.changed_rows(package.cited.release, view.filters.selection(known))
    except (Refused, StoreError):
        return View(), "", Newer(None)
    title = title_of(view.filters, known, words)
    return view, title, Newer(changed, build.newest, build.published)


def _explore(view: View, words: Wording, release: int | None) -> str:
    shown = replace(view, filters=replace(view.filters, as_of=release))
    return _address("explore", shown.params(), words)


def _address(page: str, parameters: dict[str, str], words: Wording) -> str:
    asked = parameters | ({} if words.code == DEFAULT else {"lang": words.code})
    return f"/{page}?{urlencode(asked, safe=',')}" if asked else f"/{page}"


def _of_language(name: str, drawn: list[tuple[str, str]], code: str) -> str:
    return f"/cite/{name}?{urlencode([*drawn, ('lang', code)], safe=',')}"

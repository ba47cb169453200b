"""`/text/…`: every page as plain HTML, `/sitemap.xml`: where all of them are."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.echo import echoed
from components.text_twin.blocks import TextPage
from components.text_twin.document import Served, text_html
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data.queries.shown import NoSuchRelease
from pages.routes.own_address import own_root
from pages.routes.shown import AS_OF, Shown, as_of, open_store, release_sentence
from pages.routes.text_pages import (
    NotUnderstood,
    Wanted,
    checked,
    compare,
    country,
    glossary,
    index,
    indicator,
    methods,
    pathfinders,
    sitemap,
    world,
)
from pages.service.download import Asked, Download
from pages.service.plain_page import accepted_language, plain_page

HTML: Final = "text/html; charset=utf-8"
XML: Final = "application/xml; charset=utf-8"
PARAMETERS: Final = ("lang", "as_of")
COMPARED: Final = "iso3"

Maker = Callable[[Wanted], TextPage]


@dataclass(frozen=True)
class Kind:
    """One kind of page: what it is called, what makes it, and what else may be asked of it."""

    name: str
    make: Maker
    more: tuple[str, ...] = ()


KINDS: Final[Mapping[str, Kind]] = {
    one.name: one
    for one in (
        Kind("index", index),
        Kind("world", world),
        Kind("pathfinders", pathfinders),
        Kind("country", country),
        Kind("indicator", indicator),
        Kind("glossary", glossary),
        Kind("methods", methods),
        Kind("compare", compare, (COMPARED,)),
    )
}


async def text_page(request: Request) -> Response:
    """A text page; 404 and 400 are a page with a sentence and the way to all text pages."""
    name = request.path_params.get("kind", "") or "index"
    language = accepted_language(
        request.query_params.get("lang", "").strip().lower(),
        request.headers.get("accept-language", ""),
    )
    try:
        return Download(await run_in_threadpool(_asked, request, name))
    except NotUnderstood as why:
        href = f"/text/?lang={language}"
        return plain_page(why.subject, language, href, status=why.status, said=why.said)


def _asked(request: Request, name: str) -> Asked:
    """Raises NotUnderstood and StoreError."""
    kind = KINDS.get(name)
    if kind is None:
        raise NotUnderstood("text_kind", 404, asked=echoed(name), known=", ".join(KINDS))
    params = request.query_params
    allowed = (*PARAMETERS, *kind.more)
    if unknown := sorted(set(params) - set(allowed)):
        asked, known = echoed(",".join(unknown)), ", ".join(allowed)
        raise NotUnderstood("text_parameter", 400, asked=asked, known=known)
    words = _language(params.get("lang", "").strip())
    moment = params.get(AS_OF, "").strip()
    wanted = Wanted(
        code=checked(
            name, request.path_params.get("code", ""), params.getlist(COMPARED), words.code
        ),
        wording=words,
        shown=_shown(moment, words),
        served=Served(own_root(request), moment),
        today=date.today(),
    )

    def pieces() -> Generator[str]:
        yield text_html(kind.make(wanted), words, wanted.served)

    code = "-".join(wanted.code)
    return Asked(
        # What is late depends on the day, the addresses on the name under which we were asked.
        content=("text", name, *wanted.shown.content, *wanted.code, words.code, *wanted.key),
        name="-".join(filter(None, ("target87", name, code, words.code))) + ".html",
        changed=wanted.shown.changed,
        make=pieces,
        media=HTML,
        stays=True,
        inline=True,
    )


def _language(asked: str) -> Wording:
    """The language of the address alone, so that one address is one text."""
    code = asked.lower() or DEFAULT
    if code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise NotUnderstood("text_language", 400, asked=echoed(asked), known=known)
    return wording(code)


def _shown(moment: str, words: Wording) -> Shown:
    shown = open_store()
    if not moment:
        return shown
    try:
        return as_of(shown, moment)
    except NoSuchRelease as why:
        sentence = release_sentence(AS_OF, why, words)
        raise NotUnderstood("text_release", 400, why=sentence) from why


async def sitemap_xml(request: Request) -> Response:
    """Every text page in every language, at its absolute address."""
    shown, root = await run_in_threadpool(open_store), own_root(request)

    def pieces() -> Generator[str]:
        yield sitemap(root, shown)

    return Download(
        Asked(
            content=("sitemap", *shown.content, root),
            name="sitemap.xml",
            changed=shown.changed,
            make=pieces,
            media=XML,
            stays=True,
            inline=True,
        )
    )

"""The document around every page: Streamlit's scripts, with our language, title, look and words.

Made once a language from the `index.html` that Streamlit ships, so that a new version of it brings
its own scripts along. An address that is no page's gets the same document with status 404: then
Streamlit says so itself, and shows the start page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.utils import formatdate
from functools import cache, lru_cache
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from components.changed.feed_address import feed_address
from components.look import look_name
from components.markup import render
from components.text_twin.addresses import twin_of
from components.wording import DEFAULT, LANGUAGES, wording
from pages.service.compression import Compressed
from pages.service.files import (
    ALWAYS_ASK,
    TEXTS,
    Kept,
    address_of,
    known_files,
    streamlit_static,
    text_of,
)
from pages.service.middleware import Handler
from pages.service.plain_page import accepted_language
from pages.service.templates import PAGES

PLAIN: Final = (
    ("document.observations", "api/v1/observations.csv"),
    ("document.actions", "api/v1/actions.csv"),
    ("document.events", "api/v1/events.csv"),
)
"""What can be read without a script: the key of its words, and its address."""

EARLY: Final = ("Html", "PageLink", "purify.es", "BidiComponent")
"""Scripts that Streamlit fetches only once a page has answered, and every page of ours needs."""
CHARTS: Final = ("PlotlyChart",)
CHARTED: Final = frozenset({"/"})
"""Pages that open with a chart; with `view` in the address they may show another thing."""
SHAPES: Final = ("geo/world_50m.json", "geo/land.svg")

_TAG: Final = re.compile(r"<(?:script|link)\b[^>]*>")
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_VARY: Final = {"Vary": "Accept-Encoding, Accept-Language"}


@cache
def shipped() -> Mapping[str, tuple[str, ...]]:
    """What Streamlit's own document loads, by kind: `script`, `modulepreload`, `stylesheet` and
    `font`. Addresses below the root: `static/js/index.….js`.
    """
    found: dict[str, list[str]] = {}
    text = (streamlit_static() / "index.html").read_text(encoding="utf-8")
    for tag in _TAG.findall(re.sub(r"(?s)<!--.*?-->", "", text)):
        given = dict(_ATTRIBUTE.findall(tag))
        address = given.get("href") or given.get("src", "")
        if address.startswith("./static/"):
            kind = given.get("as") or given.get("rel", "script")
            found.setdefault(kind, []).append(address.removeprefix("./"))
    return {kind: tuple(addresses) for kind, addresses in found.items()}


@cache
def modules_called(names: tuple[str, ...]) -> tuple[str, ...]:
    """Addresses of Streamlit's scripts by their names without hash; what it lacks is left out."""
    scripts = streamlit_static() / "static" / "js"
    return tuple(
        f"static/js/{path.name}" for name in names for path in scripts.glob(f"{name}.????????.js")
    )


@lru_cache(512)
def document(
    language: str, reader: str, depth: int, charted: bool, twin: str, plain_twin: str
) -> Kept:
    """The document in a language, with words for those without a script in the reader's.

    `depth` is the number of folders that the address lies below the root; `twin` and `plain_twin`
    are the page as text in either language.
    """
    words = wording(language)
    modules = shipped()["modulepreload"] + modules_called(EARLY + (CHARTS if charted else ()))
    text = render(
        "document.html",
        language=words.language,
        title=words.t("frame.product"),
        description=words.t("document.description"),
        feed=feed_address(language),
        feed_title=words.t("feeds.atom.title"),
        reader=wording(reader),
        plain=PLAIN,
        twin=twin,
        as_text=words.t("text_twin.as_text"),
        plain_twin=plain_twin,
        root="../" * depth or "./",
        fonts=shipped().get("font", ()),
        scripts=shipped()["script"],
        modules=tuple(dict.fromkeys(modules)),
        sheets=shipped().get("stylesheet", ()),
        icon=look_name("icon.png"),
        look=look_name("look.css"),
        first=look_name("first.js"),
        find=look_name("find.js"),
    )
    return text_of(text.encode(), TEXTS[".html"], ALWAYS_ASK)


def document_for(path: str, query: Mapping[str, list[str]], accepted: str) -> Kept:
    """The document of an address. The page's own language is that of `lang`, as its script has it;
    who has no script reads the words of the browser's language."""
    asked = query.get("lang", [""])[-1]
    language = asked if asked in LANGUAGES else DEFAULT
    reader = accepted_language(asked, accepted)
    charted = path in CHARTED and "view" not in query
    # An address may have any number of folders; the document of a few is kept.
    depth = min(path.count("/") - 1, 8)
    params = {name: values[-1] for name, values in query.items()}
    twins = [twin_of(path, params, code) for code in (language, reader)]
    return document(language, reader, depth, charted, *twins)


def first_visit() -> Iterator[Compressed]:
    """All texts that a first visit loads, the largest last."""
    files = known_files()
    late = (*modules_called(EARLY), *SHAPES, *modules_called(CHARTS))
    ours = (path for path in files if path.startswith("/look/"))
    early = (f"/{address}" for addresses in shipped().values() for address in addresses)
    for path in (*ours, *early, *(f"/{address}" for address in late)):
        if (compressed := files[path].compressed) is not None:
            yield compressed


def warm_first_visit() -> None:
    """Have them compressed in the background."""
    for compressed in first_visit():
        compressed.later()


class Documents(Handler):
    """ASGI middleware that puts our document in the place of Streamlit's."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer pages with 200; what Streamlit would answer with its own document, with 404."""
        if scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        if address_of(scope) in PAGES:
            await self._answer(200, scope, receive, send)
            return
        replaced = False

        async def unless_replaced(message: Message) -> None:
            nonlocal replaced
            # Streamlit answers any unknown address with 200 and its page; search engines index it.
            if message["type"] == "http.response.start" and _is_streamlits(message):
                replaced = True
            elif not replaced:
                await send(message)

        await self.app(scope, receive, unless_replaced)
        if replaced:
            await self._answer(HTTPStatus.NOT_FOUND, scope, receive, send)

    async def _answer(self, status: int, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        kept = document_for(address_of(scope), query, headers.get("accept-language", ""))
        answer = await kept.answer(headers, status=status, more=_VARY)
        await answer(scope, receive, send)


@cache
def _last_change() -> str:
    """When Streamlit's own document was last changed, as its answers have it."""
    return formatdate((streamlit_static() / "index.html").stat().st_mtime, usegmt=True)


def _is_streamlits(message: Message) -> bool:
    """Whether an answer begins that is Streamlit's own document, which it gives to any address."""
    headers = Headers(raw=message["headers"])
    kind, changed = headers.get("content-type", ""), headers.get("last-modified")
    return (
        message["status"] == HTTPStatus.OK
        and kind.startswith("text/html")
        and changed == _last_change()
    )

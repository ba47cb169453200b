"""`/picture.svg` and `/picture.png`: any view of the figures as a picture to be taken away."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from datetime import date
from threading import Lock
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.explore.filters import Refused, file_name
from components.explore.map_shapes import bare_map
from components.pictures.map_body import map_body
from components.pictures.page import Page
from components.pictures.sheet import Imprint, picture
from components.theme import PALETTES
from components.wording import DEFAULT, wording
from data.queries.shown import NoSuchRelease
from data.trouble import StoreError
from pages.routes.drawn_views import PARAMETERS as VIEW
from pages.routes.drawn_views import DrawnView, view_asked
from pages.routes.shown import AS_OF, no_such_release, refusal
from pages.service.download import Asked, Download

LOG: Final = logging.getLogger("target87")
BARE: Final = "bare"
"""`1`: only the shapes of a map, for a page that writes the words itself."""

PARAMETERS: Final = (*VIEW, BARE)
MAP: Final = "map"
SVG, PNG = "svg", "png"
MEDIA: Final = {SVG: "image/svg+xml", PNG: "image/png"}
_ONE: Final = Lock()
"""Pictures of pixels are drawn one at a time: each takes both cores for a tenth of a second."""


async def picture_svg_file(request: Request) -> Response:
    """The view as an SVG; 400 says which parameter or value is not known, and what is allowed."""
    return await _answer(request, SVG)


async def picture_png_file(request: Request) -> Response:
    """The same as a PNG of twice as many pixels."""
    return await _answer(request, PNG)


async def _answer(request: Request, form: str) -> Response:
    more = (BARE,) if form == SVG else ()
    bare = request.query_params.get(BARE, "")
    try:
        asked = await run_in_threadpool(
            view_asked, request.query_params, str(request.base_url), more
        )
        if more and bare not in {"", "0", "1"}:
            raise Refused(BARE, bare, ("0", "1"))
    except NoSuchRelease as none:
        return no_such_release(AS_OF, none)
    except Refused as why:
        return refusal(why)
    if form == SVG and bare == "1":
        return Download(_shapes_asked(asked))
    return Download(_asked(asked, form))


def _shapes_asked(view: DrawnView) -> Asked:
    """The map alone, to be looked at within a page."""
    shown, today = view.shown, date.today()

    def pieces() -> Generator[str | bytes]:
        yield bare_map(view.mapped(today), PALETTES[view.mode])

    return Asked(
        content=("map", *shown.content, view.view.query(), view.mode, today),
        name="map.svg",
        changed=shown.changed,
        make=pieces,
        media=MEDIA[SVG],
        stays=True,
        inline=True,
    )


def _asked(view: DrawnView, form: str) -> Asked:
    shown, language, today = view.shown, view.wording.code, date.today()
    make: Callable[[Page], str | bytes] = _svg if form == SVG else _png

    def pieces() -> Generator[str | bytes]:
        yield make(_page(view, today))

    name = file_name(view.frozen.filters, shown.day, f"-{language}.{form}")
    return Asked(
        # What is old depends on the day, the address on the name under which we were asked.
        content=(
            "picture", form, *shown.content, view.view.query(), language, view.mode, view.base,
            today,
        ),
        name=name,
        changed=shown.changed,
        make=pieces,
        media=MEDIA[form],
        stays=True,
    )  # fmt: skip


def _page(view: DrawnView, today: date) -> Page:
    imprint = Imprint(view.address, view.shown.day, view.subject, view.mode)
    if view.view.tab == MAP:
        mapped = view.mapped(today)
        return picture(mapped.drawing, view.wording, imprint, map_body(mapped, view.wording))
    return picture(view.drawing(today), view.wording, imprint)


def _svg(page: Page) -> str:
    return page.svg()


def _png(page: Page) -> bytes:
    """Raises StoreError with a sentence for the reader where it cannot be drawn."""
    # Its library is loaded with the first file, not with the server.
    from components.pictures.png import NotDrawn, picture_png

    try:
        with _ONE:
            return picture_png(page)
    except NotDrawn as error:
        LOG.error("A picture could not be drawn: %s", error)
        raise StoreError(wording(DEFAULT).t("pictures.not_drawn")) from error

"""`/embed`: one view of the figures as a light page of its own, for a frame on another page."""

from __future__ import annotations

import re
from collections.abc import Generator
from datetime import date
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from components.explore.drawing_html import drawing_html
from components.explore.filters import Refused
from components.explore.map_html import map_html, map_image
from components.look import colour_variables, look_name
from components.markup import render
from components.numbers import date_text
from components.pictures.sheet import without_sentence
from components.theme import FONT, PALETTES
from components.wording import Wording, wording
from data.queries.shown import NoSuchRelease
from pages.routes.drawn_views import PARAMETERS as PARAMETERS
from pages.routes.drawn_views import DrawnView, view_asked
from pages.routes.shown import AS_OF, release_sentence
from pages.service.documents import shipped
from pages.service.download import Asked, Download
from pages.service.headers import framed_by
from pages.service.plain_page import accepted_language, plain_page
from pages.service.settings import NOWHERE, settings

MAP: Final = "map"
HEAVIEST: Final = 60_000
"""Bytes of the page of a frame."""

_TIP: Final = re.compile(r' title="[^"]*"(?= data-figure=)')
HTML: Final = "text/html; charset=utf-8"


async def embed(request: Request) -> Response:
    """The view as HTML without a script; 400 says what is wrong with it, 403 that an operator has
    not allowed frames."""
    language = accepted_language(
        request.query_params.get("lang", "").strip().lower(),
        request.headers.get("accept-language", ""),
    )
    if settings().embed == NOWHERE:
        href = f"explore?{request.url.query}"
        return plain_page("embed_off", language, href, status=403)
    base = str(request.base_url)
    try:
        view = await run_in_threadpool(view_asked, request.query_params, base)
    except NoSuchRelease as none:
        return _refused(release_sentence(AS_OF, none, wording(language)), language)
    except Refused as why:
        return _refused(_sentence(why, wording(language)), language)
    return Download(_asked(view))


def _sentence(why: Refused, words: Wording) -> str:
    if not why.parameter:
        return words.t("embed.unknown_parameter", value=why.value)
    key = f"explore.parameter.{why.parameter}"
    named = words.t(key) if key in words.texts else why.parameter
    return words.t("embed.unknown_value", filter=named, value=why.value)


def _refused(why: str, language: str) -> Response:
    href = f"explore?lang={language}"
    return plain_page("embed_refused", language, href, status=400, said={"why": why})


def _asked(view: DrawnView) -> Asked:
    shown, today = view.shown, date.today()

    def pieces() -> Generator[str | bytes]:
        yield _light(document(view, today))

    return Asked(
        content=(
            "embed",
            *shown.content,
            view.view.query(),
            view.wording.code,
            view.mode,
            view.base,
            today,
        ),
        name="view.html",
        changed=shown.changed,
        make=pieces,
        media=HTML,
        inline=True,
        headers=tuple(framed_by(settings().embed).items()),
    )


def _light(page: str) -> str:
    """The page; of one that is heavier than HEAVIEST, without what is one hover away."""
    if len(page.encode()) <= HEAVIEST:
        return page
    # Values are escaped, so that a quotation mark ends an attribute.
    return _TIP.sub("", page)


def document(view: DrawnView, today: date) -> str:
    """The page of a view."""
    words, mode = view.wording, view.mode
    if view.view.tab == MAP:
        mapped = view.mapped(today)
        drawing = mapped.drawing
        image = map_image(view.view, words.code, mode)
        drawn = map_html(mapped, words, image=image, mode=mode, light=True)
    else:
        drawing = view.drawing(today)
        drawn = drawing_html(drawing, words)
    day, release = date_text(view.shown.day, words), view.shown.release_id
    state = words.t("embed.live", day=day)
    if release is not None:
        state = words.t("embed.frozen", release=release, day=day)
    return render(
        "embed.html",
        t=words.t,
        code=words.code,
        direction=words.language.direction,
        title=drawing.title,
        files=shipped().get("font", ()),
        colours=colour_variables(PALETTES[mode]),
        mode=mode,
        font=FONT,
        style=look_name("embed.css"),
        drawing=drawn,
        without=without_sentence(drawing, words),
        view=view.live,
        state=state,
    )

"""A page without Streamlit: a heading, a sentence and a link, in the look of the product.

It works without a script, in light and dark, and from right to left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.responses import HTMLResponse

from components.markup import render
from components.theme import PALETTES
from components.wording import DEFAULT, LANGUAGES, wording

_COLOURS: Final = ("paper", "surface", "ink", "muted", "hairline", "action")


def accepted_language(asked: str, accepted: str) -> str:
    """The code of the language to answer in: the one asked for, else the best of an
    `Accept-Language` header, else English."""
    if asked in LANGUAGES:
        return asked
    wanted = [part.partition(";") for part in accepted.split(",")]
    # sorted is stable: of equal weights the first one named wins, as browsers mean it.
    ranked = sorted(wanted, key=lambda part: -_weight(part[2]))
    codes = (
        name.strip().partition("-")[0].lower() for name, _, weight in ranked if _weight(weight)
    )
    return next((code for code in codes if code in LANGUAGES), DEFAULT)


def _weight(parameter: str) -> float:
    """The weight in `q=0.8`; 1 where none is given, 0 for what is no number."""
    text = parameter.strip().removeprefix("q=")
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def _variables(mode: str) -> str:
    palette = PALETTES["dark" if mode == "dark" else "light"]
    return "".join(f"--{name}:{getattr(palette, name)};" for name in _COLOURS)


def plain_page(
    subject: str,
    language: str,
    href: str,
    *,
    status: int,
    headers: dict[str, str] | None = None,
    said: Mapping[str, str] | None = None,
    texts: str = "",
) -> HTMLResponse:
    """The page whose texts stand under `gate.<subject>`, or under `texts`: `title`, `sentence`
    and `link`.

    `href` is where the link leads; empty for the very address that was asked for. `said` are the
    fields of the sentence.
    """
    words = wording(language)
    page = render(
        "plain_page.html",
        t=words.t,
        subject=texts or f"gate.{subject}",
        code=words.code,
        direction=words.language.direction,
        light=_variables("light"),
        dark=_variables("dark"),
        href=href,
        said=said or {},
    )
    sent = {"Cache-Control": "no-store", "Vary": "Accept-Language", **(headers or {})}
    return HTMLResponse(page, status, sent)

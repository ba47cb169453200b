"""A brief typeset as a tagged PDF (PDF/UA-1): fonts of the house alone, and no outside request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import orjson
import typst

from components.brief.records import BriefContent
from components.brief.sheet import ROOMS, sheet
from components.wording import Wording

HERE: Final = Path(__file__).parent
TEMPLATE: Final = HERE / "brief.typ"
FONTS: Final = HERE / "fonts"
STANDARD: Final = "ua-1"
PAGES: Final = 2
NO_PACKAGES: Final = HERE / "no-packages"
"""A folder that does not exist: the template imports no package, so none is ever looked for."""

_COUNT: Final = re.compile(rb"/Type\s*/Pages\b.{0,200}?/Count\s+(\d+)", re.DOTALL)


class NotTypeset(Exception):
    """The brief could not be typeset; says why in words for the log."""


def brief_pdf(content: BriefContent, wording: Wording) -> bytes:
    """The brief on two pages of A4, with as much in them as there is room for.

    Raises NotTypeset, also where even the shortest form has no room.
    """
    return _fitted(content, wording)[1]


def briefs_pdf(contents: Sequence[BriefContent], wording: Wording) -> bytes:
    """The briefs of one country or several in one file, two pages each. Raises NotTypeset."""
    fitted = [_fitted(content, wording) for content in contents]
    if len(fitted) == 1:
        return fitted[0][1]
    title = wording.t("brief_files.pack")
    named = wording.t("sentence.comma").join(content.country for content in contents)
    whole = wording.t("brief_files.pack_of", pack=title, countries=named)
    return typeset([given for given, _ in fitted], whole)


def _fitted(content: BriefContent, wording: Wording) -> tuple[dict[str, Any], bytes]:
    """The sheet with as much as comes out on two pages, and its PDF. Raises NotTypeset."""
    for room in ROOMS:
        given = sheet(content, wording, room)
        pdf = typeset([given], content.title)
        if pages_of(pdf) == PAGES:
            return given, pdf
    raise NotTypeset(f"{content.code} in {content.language} does not fit {PAGES} pages")


def typeset(sheets: Sequence[dict[str, Any]], title: str) -> bytes:
    """Fitted sheets of one language as one PDF. Raises NotTypeset."""
    try:
        compiler = typst.Compiler(
            TEMPLATE,
            root=HERE,
            font_paths=house_fonts(),
            sys_inputs={"data": orjson.dumps({"title": title, "briefs": sheets}).decode()},
            package_path=NO_PACKAGES,
            package_cache_path=NO_PACKAGES,
        )
        made = compiler.compile(format="pdf", pdf_standards=STANDARD)
    except (typst.TypstError, RuntimeError) as error:
        raise NotTypeset(str(error)) from error
    assert isinstance(made, bytes)
    return made


@cache
def house_fonts() -> typst.Fonts:
    """The fonts of a brief, read once: none of the system's, none of the library's own."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def pages_of(pdf: bytes) -> int:
    """How many pages a file of ours has. Raises NotTypeset for one that does not say."""
    found = _COUNT.search(pdf)
    if found is None:
        raise NotTypeset("the file names no number of pages")
    return int(found[1])

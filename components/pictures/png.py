"""A picture as a PNG, by the typesetter of briefs: its fonts alone, and no outside request.

The typesetter sets the texts itself: of SVG renderers that we tried, none draws Arabic beside
figures without losing letters (usvg 0.47, 2026-11).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import orjson
import typst

from components.pictures.page import Page

HERE: Final = Path(__file__).parent
TEMPLATE: Final = HERE / "picture.typ"
FONTS: Final = HERE.parent / "brief" / "fonts"
NO_PACKAGES: Final = HERE / "no-packages"
"""A folder that does not exist: the template imports no package, so none is ever looked for."""

TIMES: Final = 2
"""Pixels of the PNG for one unit of the picture, along each side."""

_POINTS_AN_INCH: Final = 72


class NotDrawn(Exception):
    """The picture could not be drawn; says why in words for the log."""


def picture_png(page: Page) -> bytes:
    """The picture, TIMES as many pixels as it has units along each side. Raises NotDrawn."""
    given = {
        "width": page.width,
        "height": page.height,
        "ground": page.ground,
        "lines": [line.typeset for line in page.lines],
    }
    try:
        compiler = typst.Compiler(
            TEMPLATE,
            root=HERE,
            font_paths=_fonts(),
            sys_inputs={"data": orjson.dumps(given).decode()},
            package_path=NO_PACKAGES,
            package_cache_path=NO_PACKAGES,
        )
        made = compiler.compile(format="png", ppi=_POINTS_AN_INCH * TIMES)
    except (typst.TypstError, RuntimeError) as error:
        raise NotDrawn(str(error)) from error
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])

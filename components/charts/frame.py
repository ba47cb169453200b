"""What all figures have in common: paper, type, axes, margins, the direction of the page."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

from components.numbers import separators
from components.theme import FONT, Palette
from components.wording import Wording

Figure: TypeAlias = dict[str, Any]
"""A Plotly figure as plain dictionaries: `{"data": [traces], "layout": {...}}`."""

TEXT_SIZE: Final = 14
_ARABIC: Final = re.compile("[\u0600-\u06ff]")


def plain(text: str) -> str:
    """Text that the chart library cannot take for markup: `&`, `<` and `>` are escaped.

    Text with Arabic letters is set from right to left, whatever the direction of the figure.
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"\u2067{escaped}\u2069" if _ARABIC.search(escaped) else escaped


def lines(*parts: str) -> str:
    """Parts under each other for a hover box, each escaped, empty ones left out."""
    return "<br>".join(plain(part) for part in parts if part)


def layout(palette: Palette, wording: Wording, *, height: int, **more: Any) -> dict[str, Any]:
    """The common layout: transparent paper, the theme's type, locale separators, no title."""
    return {
        "height": height,
        "autosize": True,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": TEXT_SIZE, "color": palette.ink},
        "separators": separators(wording),
        "margin": {"l": 8, "r": 8, "t": 24, "b": 8, "pad": 4},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": palette.surface,
            "bordercolor": palette.hairline,
            "align": "right" if wording.rtl else "left",
            "font": {"family": FONT, "size": TEXT_SIZE, "color": palette.ink},
        },
        **more,
    }

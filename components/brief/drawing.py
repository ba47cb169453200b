"""A plot in percent as a printed drawing: shapes as one SVG image, texts with their places.

Lengths are points. The SVG holds shapes only: texts are set by the typesetter, which knows fonts
and directions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from components.charts.plot import Label, Plot
from components.charts.plot_shapes import Frame, Paint, colours_of, shapes, texts
from components.theme import PALETTES

PALETTE: Final = PALETTES["light"]
SIZE: Final = 8.3
"""The smallest type on the paper, in points: all texts of drawings."""

_LETTER: Final = 4.3
"""Points of one letter of that size, on the safe side."""

_BELOW: Final = 12.0
_ABOVE: Final = 13.0
_WHITE: Final = "#FFFFFF"

_ISOLATES: Final = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of the paper a drawing has, and which theme colours it."""

    width: float
    height: float
    theme: str


def drawing(plot: Plot, room: Room, *, rows_width: float = 0.0) -> dict[str, Any]:
    """`svg`, `width`, `height` and `texts`, each text as [x, y, side, text, colour, bold].

    A text stands at x to the `side` right, left or middle, its middle at height y. `rows_width` is
    kept at the left for names of rows, which are texts too.
    """
    ticks = max((_wide(tick.text) for tick in plot.y_ticks), default=0.0)
    last = max((_beyond(label, room.width) for label in plot.labels), default=0.0)
    above = _ABOVE if any(label.place == "above" for label in plot.labels) else 5.0
    below = _BELOW if plot.x_ticks and any(tick.text for tick in plot.x_ticks) else 2.0
    left = rows_width or (ticks + 5 if ticks else 3.0)
    frame = Frame(left, above, room.width - left - last - 4, room.height - above - below)
    paint = Paint(colours_of(PALETTE, room.theme), _WHITE, PALETTE.hairline, PALETTE.muted)
    view = f"0 0 {room.width:g} {room.height:g}"
    drawn = "".join(shapes(plot, frame, paint))
    return {
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{drawn}</svg>',
        "width": room.width,
        "height": room.height,
        "texts": [list(text) for text in texts(plot, frame, paint)],
    }


def _wide(text: str) -> float:
    return len(text.translate(_ISOLATES)) * _LETTER


def _beyond(label: Label, width: float) -> float:
    """Points by which a label stands over the right end of the plot."""
    text = _wide(label.text)
    need = text + 6 if label.place == "right" else text / 2
    return max(need - (100 - label.x) / 100 * width * 0.85, 0.0)

"""Text of a picture: measured before it is drawn, wrapped, and set so that every program agrees.

Programs differ in how `direction` moves an anchor, so a text that runs right to left is drawn as
one isolate within a line from left to right, anchored at its right end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from markupsafe import escape

from components.charts.plot_shapes import allowed
from components.charts.text_width import TEXT, text_width

FONTS: Final = (
    "'Source Sans 3','Source Sans','Source Sans Pro','Brief Sans','Noto Sans Arabic',"
    "'Noto Naskh Arabic','Geeza Pro',sans-serif"
)

Anchor = Literal["start", "middle", "end"]

_TURNS: Final = str.maketrans("", "", "\u202a\u202b\u202c\u202d\u202e")
"""Marks that turn all that follows: a loaded text must not turn ours."""

_STRONG: Final = 1.06
"""How much wider the bold weight runs."""


def wide(text: str, size: float, *, strong: bool = False) -> float:
    """The width of one line in the picture's units, on the wide side."""
    return text_width(text) / TEXT * size * (_STRONG if strong else 1.0)


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set. `rtl`: its language runs right to left."""

    size: float
    colour: str
    strong: bool = False
    rtl: bool = False

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return round(self.size * 1.36, 1)

    def wide(self, text: str) -> float:
        """The width of one line."""
        return wide(text, self.size, strong=self.strong)


def clean(text: str) -> str:
    """The text in one line, without what XML forbids or what turns the line round."""
    return " ".join(allowed(text.translate(_TURNS)).split())


def wrapped(text: str, width: float, how: Type) -> list[str]:
    """The text in lines no wider than `width`; a word that is wider alone is broken."""
    lines: list[str] = []
    line = ""
    for word in clean(text).split(" "):
        longer = f"{line} {word}" if line else word
        if how.wide(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, width, how)
        lines += whole
    return _isolates_closed([*lines, line] if line else lines)


def _broken(word: str, width: float, how: Type) -> list[str]:
    pieces, piece = [], ""
    for letter in word:
        if piece and how.wide(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def _isolates_closed(lines: list[str]) -> list[str]:
    """Each line with the isolates that are open in it closed, and opened again in the next."""
    found, open_ = [], ""
    for line in lines:
        line = open_ + line
        stack = ""
        for letter in line:
            if letter in "\u2066\u2067\u2068":
                stack += letter
            elif letter == "\u2069":
                stack = stack[:-1]
        found.append(line + "\u2069" * len(stack))
        open_ = stack
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text at its place, its baseline at y; `halo`: the colour around its letters."""

    x: float
    y: float
    text: str
    how: Type
    anchor: Anchor = "start"
    halo: str = ""

    @property
    def said(self) -> str:
        """What is drawn."""
        text = clean(self.text)
        return f"\u2067{text}\u2069" if self.how.rtl else text

    @property
    def element(self) -> str:
        """The line as SVG."""
        how = self.how
        side = "" if self.anchor == "start" else f' text-anchor="{self.anchor}"'
        bold = ' font-weight="600"' if how.strong else ""
        halo = (
            f' stroke="{self.halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
            if self.halo
            else ""
        )
        return (
            f'<text x="{self.x:.1f}" y="{self.y:.1f}" font-size="{how.size:g}" '
            f'fill="{how.colour}"{bold}{side}{halo}>{escape(self.said)}</text>'
        )

    @property
    def typeset(self) -> dict[str, object]:
        """The same for the typesetter."""
        return {
            "x": self.x,
            "y": self.y,
            "text": self.said,
            "size": self.how.size,
            "colour": self.how.colour,
            "weight": 700 if self.how.strong else 400,
            "share": {"start": 0, "middle": 0.5, "end": 1}[self.anchor],
            "halo": self.halo,
        }

"""A picture as it grows downwards: blocks of text and drawings, one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from components.charts.plot_shapes import xml_text
from components.pictures.text import FONTS, Line, Type, clean, wrapped
from components.theme import PALETTES, Mode, Palette

MARGIN: Final = 40.0
SMALL: Final = 17.0
PLAIN: Final = 19.0
LARGE: Final = 32.0


@dataclass
class Page:
    """The elements of a picture so far, and how far down they reach."""

    width: float
    mode: Mode
    rtl: bool
    title: str
    alt: str
    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    y: float = MARGIN

    @property
    def palette(self) -> Palette:
        """The colours of the mode."""
        return PALETTES[self.mode]

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * MARGIN

    def type(self, size: float = PLAIN, *, muted: bool = False, strong: bool = False) -> Type:
        """A type of the page."""
        colour = self.palette.muted if muted else self.palette.ink
        return Type(size, colour, strong, self.rtl)

    def line(self, offset: float, baseline: float, text: str, how: Type) -> None:
        """One line that begins `offset` from the side where lines of the language begin."""
        if self.rtl:
            self.lines.append(Line(self.width - MARGIN - offset, baseline, text, how, "end"))
        else:
            self.lines.append(Line(MARGIN + offset, baseline, text, how))

    def box(self, offset: float, width: float) -> float:
        """The left edge of a box of a width that begins `offset` from the beginning side."""
        return self.width - MARGIN - offset - width if self.rtl else MARGIN + offset

    def paragraph(self, text: str, how: Type, *, offset: float = 0.0, width: float = 0.0) -> None:
        """Lines of text below what is there; nothing for an empty text."""
        for line in wrapped(text, (width or self.inner) - offset, how):
            self.line(offset, self.y + how.size, line, how)
            self.y += how.leading

    def gap(self, height: float) -> None:
        """Room below what is there."""
        self.y += height

    @property
    def height(self) -> int:
        """How high the picture is."""
        return round(self.y + MARGIN - 12)

    def svg(self) -> str:
        """The whole picture, its texts as text."""
        said = "".join(line.element for line in self.lines)
        named = (
            f"<title>{xml_text(clean(self.title))}</title><desc>{xml_text(clean(self.alt))}</desc>"
        )
        return self._svg(named, said, ' role="img" direction="ltr"')

    @property
    def ground(self) -> str:
        """The picture without its texts."""
        return self._svg("", "", "")

    def _svg(self, named: str, said: str, how: str) -> str:
        size = f'width="{self.width:g}" height="{self.height}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {self.width:g} {self.height}" font-family="{FONTS}"{how}>{named}'
            f'<rect {size} fill="{self.palette.surface}"/>{"".join(self.parts)}{said}</svg>\n'
        )

"""Makes the fonts of a brief (components/brief/fonts): `python -m tools.brief_fonts`.

Source Sans as Streamlit brings it, and Noto Sans Arabic of Debian's fonts-noto-core, cut to what a
brief can say, with the signs of states drawn in. Needs fonttools; run it when a letter is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from pathlib import Path
from typing import Any, Final

import streamlit
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT: Final = Path(__file__).resolve().parents[1] / "components" / "brief" / "fonts"
STATIC: Final = Path(streamlit.__file__).parent / "static" / "static" / "media"
NOTO: Final = Path("/usr/share/fonts/truetype/noto")
FEATURES: Final = ("kern liga rlig ccmp locl mark mkmk tnum init medi fina isol calt curs").split()
LATIN: Final = (
    "20-7E,A0-17F,18F,192,1A0-1A1,1AF-1B0,1CD-1DC,1E6-1E9,1F8-1F9,218-21B,259,2BB-2BC,2C6-2C7,"
    "2D8-2DD,300-304,306-30C,323,327-328,384-38A,38C,38E-3A1,3A3-3CE,400-45F,490-491,1E00-1EFF,"
    "2000-206F,20A0-20BF,2116,2122,2190-2193,2212,2248,2260,2264,2265,2610,25CC,FFFD"
)
ARABIC: Final = "600-6FF,20,A0,25CC,2010,2011"
WEIGHTS: Final = {"Regular": 400, "Bold": 620}
CENTRE: Final = (400.0, 330.0)
RADIUS: Final = 330.0
RIM: Final = 62.0
ADVANCE: Final = 800
KAPPA: Final = 0.5522847498

Point = tuple[float, float]
Pen = Any


def _moved(points: Sequence[Point]) -> list[Point]:
    return [(CENTRE[0] + x, CENTRE[1] + y) for x, y in points]


def polygon(pen: Pen, points: Sequence[Point], *, hole: bool = False) -> None:
    """Points about the centre, given clockwise; a hole runs the other way."""
    first, *rest = _moved(points[::-1] if hole else points)
    pen.moveTo(first)
    for point in rest:
        pen.lineTo(point)
    pen.closePath()


def circle(pen: Pen, radius: float, *, hole: bool = False) -> None:
    """A circle of four curves about the centre."""
    k, r = radius * KAPPA, radius
    points = [(0, r), (k, r), (r, k), (r, 0), (r, -k), (k, -r), (0, -r), (-k, -r), (-r, -k)]
    points += [(-r, 0), (-r, k), (-k, r), (0, r)]
    placed = _moved(points[::-1] if hole else points)
    pen.moveTo(placed[0])
    for place in range(1, 13, 3):
        pen.curveTo(*placed[place : place + 3])
    pen.closePath()


def wedge(pen: Pen, start: int, end: int, radius: float) -> None:
    """A piece of a cake, in degrees clockwise from the top."""
    angles = [degree * pi / 180 for degree in range(start, end + 1, 6)]
    polygon(pen, [(0, 0), *((radius * sin(a), radius * cos(a)) for a in angles)])


def square(half: float) -> list[Point]:
    """The corners of a square about the centre."""
    return [(-half, -half), (-half, half), (half, half), (half, -half)]


def stroke(pen: Pen, points: Sequence[Point], width: float) -> None:
    """A polyline as a box a piece, a little longer at both ends."""
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        length = hypot(x1 - x0, y1 - y0)
        dx, dy = (x1 - x0) / length * width / 2, (y1 - y0) / length * width / 2
        a, b = (x0 - 0.6 * dx, y0 - 0.6 * dy), (x1 + 0.6 * dx, y1 + 0.6 * dy)
        polygon(
            pen,
            [
                (a[0] - dy, a[1] + dx),
                (b[0] - dy, b[1] + dx),
                (b[0] + dy, b[1] - dx),
                (a[0] + dy, a[1] - dx),
            ],
        )


def ring(pen: Pen) -> None:
    """An open circle."""
    circle(pen, RADIUS)
    circle(pen, RADIUS - RIM, hole=True)


def box(pen: Pen) -> None:
    """An open square."""
    polygon(pen, square(RADIUS - 10))
    polygon(pen, square(RADIUS - 10 - RIM), hole=True)


def diamond(pen: Pen) -> None:
    """A full diamond."""
    s = RADIUS + 30
    polygon(pen, [(-s, 0), (0, s), (s, 0), (0, -s)])


def open_diamond(pen: Pen) -> None:
    """An open diamond."""
    diamond(pen)
    s = RADIUS + 30 - RIM * 1.42
    polygon(pen, [(-s, 0), (0, s), (s, 0), (0, -s)], hole=True)


def hatched(pen: Pen) -> None:
    """A square with slanting lines."""
    box(pen)
    side = RADIUS - 10 - RIM / 2
    for off in (-360, -120, 120, 360):
        left, right = max(-side, -side - off), min(side, side - off)
        stroke(pen, [(left, left + off), (right, right + off)], 46)


def tick(pen: Pen) -> None:
    """A full square with a tick cut out."""
    polygon(pen, square(RADIUS - 10))
    polygon(
        pen,
        [(-205, -22), (-140, 42), (-55, -45), (150, 185), (215, 125), (-52, -172)],
        hole=True,
    )


def minus(pen: Pen) -> None:
    """A square with a bar."""
    box(pen)
    polygon(pen, [(-170, -38), (-170, 38), (170, 38), (170, -38)])


def half_square(pen: Pen) -> None:
    """A square, its left half full."""
    box(pen)
    side = RADIUS - 10
    polygon(pen, [(-side, -side), (-side, side), (0, side), (0, -side)])


def question(pen: Pen) -> None:
    """A square with a question mark."""
    box(pen)
    bow = [(-110.0, 95.0), (-70.0, 165.0), (40.0, 175.0), (105.0, 110.0), (80.0, 35.0)]
    stroke(pen, [*bow, (0, -20), (0, -85)], 66)
    polygon(pen, [(x, y - 170) for x, y in square(42)])


def cut_ring(start: int, end: int) -> Any:
    """An open circle with a piece of it full."""

    def draw(pen: Pen) -> None:
        ring(pen)
        wedge(pen, start, end, RADIUS - RIM / 2)

    return draw


def dotted_ring(pen: Pen) -> None:
    """An open circle with a dot."""
    ring(pen)
    circle(pen, RADIUS / 2)


def triangle(pen: Pen) -> None:
    """An open triangle."""
    r, inner = RADIUS, RIM * 1.7
    polygon(pen, [(-r, 60 - r), (0, r - 20), (r, 60 - r)])
    low, top = 60 - r + RIM, r - 20 - inner * 1.12
    polygon(pen, [(inner - r, low), (0, top), (r - inner, low)], hole=True)


SIGNS: Final[dict[str, Any]] = {
    "●": lambda pen: circle(pen, RADIUS),
    "○": ring,
    "◐": cut_ring(180, 360),
    "◔": cut_ring(0, 90),
    "◕": cut_ring(0, 270),
    "◉": dotted_ring,
    "◇": open_diamond,
    "◆": diamond,
    "▨": hatched,
    "■": lambda pen: polygon(pen, square(RADIUS - 10)),
    "□": box,
    "☑": tick,
    "⊟": minus,
    "◧": half_square,
    "⍰": question,
    "△": triangle,
}


def draw_signs(font: TTFont) -> None:
    """The signs as letters of the font, all as wide."""
    for sign, draw in SIGNS.items():
        name = f"sign{ord(sign):04X}"
        pen = TTGlyphPen(None)
        draw(Cu2QuPen(pen, 1.0))
        glyph = pen.glyph()
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (ADVANCE, glyph.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name


def cut(font: TTFont, letters: str) -> None:
    """The font with these letters and what shapes them."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.glyph_names = False
    options.drop_tables += ["STAT", "MVAR", "HVAR"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(letters))
    cutter.subset(font)


def rename(font: TTFont, family: str, style: str) -> None:
    """Another name: the licence reserves that of the original."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in {1, 2, 3, 4, 6, 16, 17, 21, 22, 25} or record.nameID > 255:
            names.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    full = f"{family} {style}"
    for number, text in (
        (1, family),
        (2, style),
        (3, full),
        (4, full),
        (6, full.replace(" ", "-")),
    ):
        names.setName(text, number, 3, 1, 0x409)


def saved(font: TTFont, name: str, *, bold: bool) -> None:
    """Written with the weight that typesetters look for."""
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)
    font.flavor = None
    font.save(OUT / name)


def main() -> None:
    """Make all four files."""
    (variable,) = STATIC.glob("SourceSansVF-Upright*.woff2")
    signs = ",".join(f"{ord(sign):X}" for sign in SIGNS)
    for style, weight in WEIGHTS.items():
        bold = style == "Bold"
        latin = instancer.instantiateVariableFont(TTFont(variable), {"wght": weight})
        draw_signs(latin)
        cut(latin, f"{LATIN},{signs}")
        rename(latin, "Brief Sans", style)
        saved(latin, f"BriefSans-{style}.ttf", bold=bold)
        arabic = TTFont(NOTO / f"NotoSansArabic-{style}.ttf")
        cut(arabic, ARABIC)
        saved(arabic, f"NotoSansArabic-{style}.ttf", bold=bold)


if __name__ == "__main__":
    main()

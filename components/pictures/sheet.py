"""One view as one SVG: what it shows, of whom, how far it may be compared, from where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, get_args

from components.charts.plot import Mark, Shape
from components.charts.plot_shapes import Paint, colours_of, line_shape, mark_shape
from components.explore.drawing import COMPARABLE, INDICATIVE, Drawing, Guard, Key
from components.numbers import date_text, isolate, number
from components.pictures.page import LARGE, PLAIN, SMALL, Page
from components.pictures.plots import SCALE, add_panels
from components.theme import PALETTES, Mode
from components.wording import Wording
from data.records import Source

WIDTH: Final = 1200.0
MOST_NAMED: Final = 40
"""Areas without a figure that are named; of more, the honest year tells the number."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on a picture beside the view itself: its address, the day of its figures (ISO),
    the theme whose colour it bears, and light or dark."""

    address: str
    day: str
    subject: str
    mode: Mode = "light"
    width: float = WIDTH


Body = Callable[[Page, Paint], None]
"""Draws what stands between guard and legend below what is there."""


def picture_svg(
    drawing: Drawing, wording: Wording, imprint: Imprint, body: Body | None = None
) -> str:
    """The view as an SVG; `body` draws in place of the panels."""
    return picture(drawing, wording, imprint, body).svg()


def picture(drawing: Drawing, wording: Wording, imprint: Imprint, body: Body | None = None) -> Page:
    """The view as a page, for SVG and PNG alike."""
    page = Page(imprint.width, imprint.mode, wording.rtl, drawing.title, drawing.alt)
    paint = paint_of(imprint)
    _head(page, drawing)
    if drawing.guard is not None:
        _guard(page, drawing.guard, wording)
    if body is not None:
        body(page, paint)
    else:
        add_panels(page, drawing.panels, paint)
    _keys(page, drawing.keys, paint, wording)
    _foot(page, drawing, wording, imprint)
    return page


def paint_of(imprint: Imprint) -> Paint:
    """The colours of the picture's plots."""
    palette = PALETTES[imprint.mode]
    colours = colours_of(palette, imprint.subject)
    return Paint(colours, palette.surface, palette.hairline, palette.muted, SCALE, tips=True)


def _head(page: Page, drawing: Drawing) -> None:
    page.paragraph(drawing.label, page.type(PLAIN, muted=True))
    page.gap(2)
    page.paragraph(drawing.title, page.type(LARGE, strong=True))
    page.gap(2)
    page.paragraph(drawing.unit, page.type(PLAIN, muted=True))
    page.gap(14)


def _guard(page: Page, guard: Guard, wording: Wording) -> None:
    top, before = page.y, len(page.parts)
    page.gap(10)
    glyph = _glyph(guard.strength, page.box(14, 14) + 7, page.y + 13, page.palette.ink)
    page.parts.append(glyph)
    strong = page.type(PLAIN, strong=True)
    word = wording.t(f"drawn.guard.{guard.strength}")
    page.paragraph(word, strong, offset=44, width=page.inner - 14)
    page.paragraph(guard.sentence, page.type(PLAIN), offset=44, width=page.inner - 14)
    if guard.anyway:
        page.paragraph(wording.t("pictures.anyway"), strong, offset=44, width=page.inner - 14)
    page.gap(8)
    back = f'fill="{page.palette.muted}" fill-opacity="0.1"'
    box = f'width="{page.inner:g}" height="{page.y - top:.1f}" rx="6" {back}'
    page.parts.insert(before, f'<rect x="{page.box(0, page.inner):g}" y="{top:.1f}" {box}/>')
    page.gap(18)


def _glyph(strength: str, x: float, y: float, ink: str) -> str:
    """A full, half or open circle, drawn: not every font has them as letters."""
    fill = ink if strength == COMPARABLE else "none"
    half = f"M{x:.1f} {y - 7:.1f}a7 7 0 0 0 0 14z"
    stroke = f'stroke="{ink}" stroke-width="1.6"'
    ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="{fill}" {stroke}/>'
    return ring + (f'<path d="{half}" fill="{ink}"/>' if strength == INDICATIVE else "")


def _keys(page: Page, keys: tuple[Key, ...], paint: Paint, wording: Wording) -> None:
    if not keys:
        return
    how = page.type(SMALL)
    at = 0.0
    page.gap(4)
    for key in keys:
        text = key.text
        if key.count is not None:
            text = wording.t("pictures.counted", text=text, count=number(key.count, wording))
        room = 34 + how.wide(text) + 28
        if at and at + room > page.inner:
            page.gap(28)
            at = 0.0
        left = page.box(at, 26)
        page.parts.append(_sign(key, left, page.y + 12, paint))
        page.line(at + 34, page.y + 12 + 0.35 * SMALL, text, how)
        at += room
    page.gap(34)


def _sign(key: Key, left: float, middle: float, paint: Paint) -> str:
    """A mark as the plot has it, on its line where the key stands for one."""
    line = ""
    if key.dash:
        line = line_shape(f"M{left:.1f} {middle:.1f}h26", key.dash, key.colour, paint)
    if key.shape in {"line", ""}:
        return line or line_shape(f"M{left:.1f} {middle:.1f}h26", "solid", key.colour, paint)
    if key.shape not in MARKS:
        return line + _swatch(key, left, middle, paint)
    mark = Mark(0, 0, key.colour, shape=key.shape, hollow=key.hollow)  # type: ignore[arg-type]
    # A triangle stands on its place, the others around it.
    middle += 5 if key.shape == "triangle" else 0
    return line + mark_shape(mark, left + 13, round(middle, 1), paint)


MARKS: Final = frozenset(get_args(Shape))


def _swatch(key: Key, left: float, middle: float, paint: Paint) -> str:
    colour = paint.named(key.colour)
    box = f'<rect x="{left:.1f}" y="{middle - 8:.1f}" width="26" height="16"'
    if key.shape == "open" or key.hollow:
        return f'{box} fill="none" stroke="{colour}" stroke-width="1.4"/>'
    opacity = ' fill-opacity="0.38"' if key.shape == "pale" else ""
    return f'{box} fill="{colour}"{opacity} stroke="{colour}"/>'


def _foot(page: Page, drawing: Drawing, wording: Wording, imprint: Imprint) -> None:
    plain, small = page.type(PLAIN), page.type(SMALL, muted=True)
    page.paragraph(drawing.honest_year, plain)
    for note in drawing.notes:
        page.paragraph(note, plain)
    page.paragraph(without_sentence(drawing, wording), small)
    page.gap(10)
    x0, x1 = page.box(0, page.inner), page.box(0, page.inner) + page.inner
    line = f'stroke="{page.palette.hairline}"'
    page.parts.append(f'<path d="M{x0:g} {page.y:.1f}H{x1:g}" {line}/>')
    page.gap(10)
    for source in drawing.sources:
        page.paragraph(source_line(source, wording), small)
        if not source.downloadable:
            page.paragraph(wording.t("pictures.not_passed_on"), small)
    day = date_text(imprint.day, wording)
    page.paragraph(wording.t("pictures.made", product=wording.t("frame.product"), day=day), small)
    page.paragraph(isolate(imprint.address, wording), small)


def without_sentence(drawing: Drawing, wording: Wording) -> str:
    """Which asked areas have no figure; empty for none, and for more than MOST_NAMED."""
    if not 0 < len(drawing.without) <= MOST_NAMED:
        return ""
    named = wording.t("sentence.comma").join(drawing.without)
    return wording.t("pictures.without", areas=named)


def source_line(source: Source, wording: Wording) -> str:
    """Publisher, title, edition and address of a source in one line."""
    return wording.t(
        "pictures.source",
        publisher=isolate(source.publisher, wording),
        title=isolate(source.title, wording),
        vintage=isolate(source.vintage, wording),
        address=isolate(source.address, wording),
    )

"""A view as SVG and PNG: all that it says, at places where nothing is cut, with no outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from components.charts.plot import Plot
from components.explore.drawing import Drawing, Panel
from components.pictures.page import MARGIN
from components.pictures.png import TIMES, picture_png
from components.pictures.sheet import Imprint, picture, picture_svg
from components.pictures.text import Type, clean, wrapped
from components.theme import PALETTES, Mode
from components.wording import LANGUAGES, wording
from tests.components.pictures import made

ADDRESS = "https://dashboards.example/explore?indicator=SL_TLF_CHLDEA&region=M49_005"
IMPRINT = Imprint(ADDRESS, "2026-11-26", "child_labour")
KINDS: dict[str, Callable[[], Drawing]] = {
    "line": made.one_line,
    "bar": made.bars,
    "multiples": made.several,
}
MARK = "<script>alert(8.7)</script>"


def _parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False))


def _said(svg: str) -> str:
    lines = [str(text) for text in _parsed(svg).xpath("//*[local-name()='text']/text()")]
    return " ".join(lines).translate(dict.fromkeys(range(8294, 8298)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_says_all_that_the_drawing_says(kind: str, language: str) -> None:
    drawing = KINDS[kind]()
    said = _said(picture_svg(drawing, wording(language), IMPRINT))
    assert drawing.guard is not None
    parts = [drawing.label, drawing.title, drawing.unit, drawing.guard.sentence]
    parts += [drawing.honest_year, *drawing.notes, *drawing.without, ADDRESS]
    parts += [made.SOURCE.publisher, made.SOURCE.title, made.SOURCE.vintage, made.SOURCE.address]
    for panel in drawing.panels:
        parts += [panel.title, panel.figure, *(label.text for label in panel.plot.labels)]
        parts += [tick.text for tick in (*panel.plot.x_ticks, *panel.plot.y_ticks)]
    for text in parts:
        assert clean(text) in said
    assert "2026" in said


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_column_and_line_is_drawn(kind: str) -> None:
    drawing = replace(KINDS[kind](), keys=(), guard=None)
    found = _parsed(picture_svg(drawing, wording("en"), IMPRINT))
    groups = found.xpath("//*[local-name()='g']")
    bare = _parsed(picture_svg(_emptied(drawing), wording("en"), IMPRINT))
    plots = [panel.plot for panel in drawing.panels]
    expected = sum(len(p.marks) + len(p.lines) for p in plots) + sum(
        2 if column.look == "hatched" else 1 for p in plots for column in p.columns
    )
    empty = len(bare.xpath("//*[local-name()='g']/*"))
    assert sum(len(group) for group in groups) - empty == expected


def _emptied(drawing: Drawing) -> Drawing:
    def empty(plot: Plot) -> Plot:
        return replace(plot, marks=(), lines=(), columns=())

    panels = tuple(replace(panel, plot=empty(panel.plot)) for panel in drawing.panels)
    return replace(drawing, panels=panels)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", PALETTES)
def test_no_text_stands_outside_and_nothing_is_fetched(kind: str, mode: Mode) -> None:
    for code in LANGUAGES:
        page = picture(KINDS[kind](), wording(code), replace(IMPRINT, mode=mode))
        for line in page.lines:
            width = line.how.wide(clean(line.text))
            left = line.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor] * width
            assert left >= MARGIN / 2, line
            assert left + width <= page.width - MARGIN / 2, line
            assert line.how.size <= line.y <= page.height
        svg = page.svg()
        assert not re.search(r"href|url\(|@import|<image|<script|<foreignObject", svg)
        assert f'fill="{PALETTES[mode].surface}"' in svg


def test_a_long_title_wraps_and_a_long_word_is_broken() -> None:
    how = Type(20, "#000000")
    lines = wrapped("Word " * 60 + "x" * 300, 400, how)
    assert all(how.wide(line) <= 400 for line in lines)
    assert " ".join(lines).replace(" ", "") == "Word" * 60 + "x" * 300


def test_an_isolate_that_is_broken_is_closed_in_each_line() -> None:
    lines = wrapped("\u2066" + "word " * 20 + "\u2069", 200, Type(20, "#000000", rtl=True))
    assert len(lines) > 2
    assert all(line.count("\u2066") == line.count("\u2069") == 1 for line in lines)


def test_hostile_text_is_text() -> None:
    attack = f'{MARK}]]>&amp;\x00\x1b\u202e\ud800#{{}}\\" onload=alert(1)'
    drawing = made.drawing(
        Panel(attack, made.line_plot({2012: 3.0}), (made.row("BRA", 2012, 3.0),), attack),
        title=attack,
        label=attack,
        notes=(attack,),
        without=(attack,),
    )
    page = picture(drawing, wording("en"), replace(IMPRINT, address=attack))
    svg = page.svg()
    found = _parsed(svg)
    assert not found.xpath("//*[local-name()='script']")
    assert _said(svg).count(MARK) >= 5
    assert "\u202e" not in svg
    assert picture_png(page).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("kind", "language", "mode"), [("line", "ar", "light"), ("bar", "fr", "dark")]
)
def test_a_png_has_its_pixels_and_is_not_blank(kind: str, language: str, mode: Mode) -> None:
    page = picture(KINDS[kind](), wording(language), replace(IMPRINT, mode=mode))
    with Image.open(BytesIO(picture_png(page))) as image:
        assert image.size == (page.width * TIMES, page.height * TIMES)
        colours = {f"#{r:02X}{g:02X}{b:02X}" for _, (r, g, b) in _colours(image)}
    # Thin letters on a dark ground are all edge, so no pixel need have the ink's own colour.
    assert {PALETTES[mode].surface, PALETTES[mode].themes["child_labour"]} <= colours
    assert len(colours) > 100


def _colours(image: Image.Image) -> list[tuple[int, tuple[int, int, int]]]:
    return image.convert("RGB").getcolors(maxcolors=1 << 24) or []  # type: ignore[return-value]


def test_what_may_not_be_passed_on_is_shown_and_says_so() -> None:
    closed = replace(made.SOURCE, redistribution="no")
    words = wording("en")
    sentence = words.t("pictures.not_passed_on")
    open_ = _said(picture_svg(made.one_line(), words, IMPRINT))
    shut = _said(picture_svg(replace(made.one_line(), sources=(closed,)), words, IMPRINT))
    assert sentence not in open_
    assert sentence in shut

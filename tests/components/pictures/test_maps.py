"""Maps of views: every area drawn, dotted or named; each absence its own sign; words beside."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from components.explore.filters import Filters
from components.explore.map_drawing import (
    ABSENT,
    FIGURE,
    NOTHING,
    MapDrawing,
    map_drawing,
)
from components.explore.map_html import POINTS, coarse, map_html, map_image
from components.explore.map_labels import MOST, map_labels
from components.explore.map_shapes import bare_map, beside, chart_of, map_paint, map_shapes
from components.explore.offered import COUNTRY_KINDS
from components.explore.view import View
from components.pictures.map_body import map_body
from components.pictures.png import picture_png
from components.pictures.sheet import Imprint, picture
from components.theme import PALETTES, Mode
from components.wording import LANGUAGES, wording
from data import store
from data.explored import every_survey, rows_of
from data.records import Explored, Known, Observation

pytestmark = pytest.mark.usefixtures("store_url")

RATE, COUNT = "SL_TLF_CHLDEA", "SL_TLF_CHLDEAN"
THIS_YEAR = 2026
AFRICA, SOUTH_AMERICA = "M49_002", "M49_005"
IMPRINT = Imprint("https://dashboards.example/explore", "2026-11-26", "child_labour")


def known(language: str = "en") -> Known:
    return store.known(None, language)


def mapped(view: View, language: str = "en", rows: tuple[Observation, ...] = ()) -> MapDrawing:
    explored = rows_of(None, view.filters.selection(known()))
    if rows:
        explored = Explored(rows, len(rows), ())
    return map_drawing(
        view, explored, known(language), every_survey(), wording(language), this_year=THIS_YEAR
    )


def of(**filters: object) -> View:
    return View(Filters(**{"indicator": (RATE,)} | filters), tab="map")  # type: ignore[arg-type]


def brazil() -> tuple[Observation, ...]:
    """The rates of one country, both sexes together, oldest first."""
    asked = of(area=("BRA",), sex=("T",), age=("5-17",)).filters
    return rows_of(None, asked.selection(known())).rows


def test_each_of_the_250_areas_is_drawn_dotted_or_named() -> None:
    found = mapped(of())
    chart = chart_of(found)
    every = {code for code, area in known().areas.items() if area.kind in COUNTRY_KINDS}
    assert len(every) == 250
    assert {area.code for area in found.areas} == every
    named = {area.code for area in beside(found, chart)}
    assert chart.paths.keys() & chart.dots.keys() == set()
    assert (chart.paths.keys() | chart.dots.keys() | named) >= every
    assert named == {"ATA", "IOT", "SMR", "UMI", "VAT", "WLF", "XKX"}
    said = map_html(found, wording("en"), image="picture.svg", mode="light")
    for area in beside(found, chart):
        assert area.name in said
    drawn = etree.fromstring(_svg(found).encode())
    codes = drawn.xpath("//*[@data-area]/@data-area")
    assert sorted(codes) == sorted(every - named)
    assert sum(line.count for line in found.legend if line.kind != "old") == 250


def _svg(found: MapDrawing, mode: Mode = "light") -> str:
    paint = map_paint(found, PALETTES[mode])
    shapes = map_shapes(found, chart_of(found), paint)
    return f'<svg xmlns="http://www.w3.org/2000/svg">{shapes}</svg>'


@pytest.mark.parametrize("region", [AFRICA, SOUTH_AMERICA, "M49_142", "M49_150", "M49_009"])
def test_a_part_of_the_world_loses_none_of_its_areas(region: str) -> None:
    found = mapped(of(region=(region,)))
    chart = chart_of(found)
    assert not chart.whole
    asked = set(known().members[region])
    assert {area.code for area in found.areas} == asked
    placed = {code for code in asked if code in chart.paths or code in chart.dots}
    assert placed | {area.code for area in beside(found, chart)} == asked
    # Every State of the part has a place; islands far away are named beside it.
    states = {code for code in asked if known().areas[code].un_member}
    assert states - placed <= {"SMR"}
    for x, y in chart.dots.values():
        assert 0 <= x <= chart.width
        assert 0 <= y <= chart.height


def test_each_figure_of_the_map_is_a_row_of_the_file_and_the_newest_of_its_area() -> None:
    view = of(region=(SOUTH_AMERICA,), sex=("T",), age=("5-17",))
    rows = rows_of(None, view.filters.selection(known())).rows
    found = mapped(view)
    newest = {
        row.area: max(r.year for r in rows if r.area == row.area and r.value is not None)
        for row in rows
        if row.value is not None
    }
    assert {area.code: area.year for area in found.areas if area.kind == FIGURE} == newest
    assert set(found.drawing.rows) <= set(rows)
    data = set(etree.fromstring(_svg(found).encode()).xpath("//@data-figure"))
    assert data == {f"{row.area}|{row.year}|T|5-17|_T|{row.value:g}" for row in found.drawing.rows}
    html = map_html(found, wording("en"), image="x", mode="light")
    assert set(re.findall(r'data-figure="([^"]+)"', html)) == data


def test_five_absences_have_each_their_own_sign_and_word() -> None:
    rows = brazil()
    some = rows[0]
    codes = dict(zip(("ARG", "CHL", "COL", "ECU"), ABSENT, strict=True))
    absent = tuple(
        some._replace(area=area, value=None, status=status) for area, status in codes.items()
    )
    found = mapped(of(area=("BRA", "PER", *codes)), rows=(*rows, *absent))
    kinds = {area.code: area.kind for area in found.areas}
    assert kinds == {"BRA": FIGURE, "PER": NOTHING} | {a: ABSENT[s] for a, s in codes.items()}
    fills = re.findall(r'data-area="(\w+)".*?fill="([^"]+)"', _svg(found), re.DOTALL)
    assert len({fill for _, fill in fills}) == 6
    texts = [line.text for line in found.legend]
    assert len(texts) == len(set(texts))
    assert [line.kind for line in found.legend if line.kind in kinds.values()][1:] == [
        *ABSENT.values(),
        NOTHING,
    ]
    zero = mapped(of(area=("BRA",)), rows=(some._replace(value=0.0),))
    assert zero.areas[0].kind == FIGURE


def test_an_absence_never_hides_a_figure() -> None:
    rows = brazil()
    later = rows[-1]._replace(year=2025, value=None, status="O")
    found = mapped(of(area=("BRA",)), rows=(*rows, later))
    assert found.areas[0].kind == FIGURE


def test_old_figures_have_a_ring_and_earlier_ones_an_outline() -> None:
    found = mapped(of(region=(SOUTH_AMERICA,)))
    old = {area.code for area in found.areas if area.old}
    assert old
    years = {area.code: area.year for area in found.areas}
    assert all((years[code] or 0) <= THIS_YEAR - 10 for code in old)
    ink = f'stroke="{PALETTES["light"].ink}" stroke-width="1.6"'
    assert _svg(found).count(ink) == len(old)
    asked = mapped(of(region=(SOUTH_AMERICA,), year=2020))
    earlier = {area.code for area in asked.areas if area.earlier}
    assert earlier == {a.code for a in asked.areas if a.year is not None and a.year < 2020}
    assert any(line.kind == "earlier" and line.count == len(earlier) for line in asked.legend)


def test_counts_are_not_mapped_and_a_sentence_says_why() -> None:
    about = replace(known().indicators[RATE], mapped=False)
    what = replace(known(), indicators={**known().indicators, RATE: about})
    explored = rows_of(None, of().filters.selection(known()))
    found = map_drawing(of(), explored, what, every_survey(), wording("en"), this_year=THIS_YEAR)
    assert found.refused
    assert found.drawing.title == wording("en").t("explore_map.not_mapped", indicator=about.short)
    assert found.drawing.title in map_html(found, wording("en"), image="x", mode="light")
    page = picture(found.drawing, wording("en"), IMPRINT, map_body(found, wording("en")))
    assert "data-area" not in page.svg()


def test_few_figures_are_written_and_none_covers_another() -> None:
    few, many = mapped(of(region=(SOUTH_AMERICA,))), mapped(of(region=(AFRICA,)))
    labels = map_labels(few, chart_of(few))
    valued = [area for area in few.areas if area.kind == FIGURE]
    assert 0 < len(valued) <= MOST
    assert {label.code for label in labels} == {area.code for area in valued}
    boxes = [(round(label.x), round(label.y)) for label in labels]
    assert len(set(boxes)) == len(boxes)
    assert map_labels(many, chart_of(many)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_of_a_map_says_what_the_page_says(language: str) -> None:
    words = wording(language)
    found = mapped(of(region=(SOUTH_AMERICA,)), language)
    page = picture(found.drawing, words, IMPRINT, map_body(found, words))
    tree = etree.fromstring(page.svg().encode())
    said = " ".join(tree.xpath("//*[local-name()='text']/text()"))
    said = re.sub("[\u2066-\u2069]", "", said)
    html = map_html(found, words, image="x", mode="light")
    for text in (
        *(line.text for line in found.legend),
        found.drawing.title,
        found.drawing.honest_year,
        words.t("explore_map.disclaimer"),
    ):
        plain = " ".join(re.sub("[\u2066-\u2069]", "", text).split())
        assert plain in said
        assert plain in " ".join(re.sub("[\u2066-\u2069]", "", html).split())


def test_a_map_has_no_outside_and_becomes_pixels() -> None:
    found = mapped(of(region=(AFRICA,)))
    for mode in PALETTES:
        bare = bare_map(found, PALETTES[mode])  # type: ignore[index]
        etree.fromstring(bare.encode())
        assert not re.search(r"href|url\((?!#)|<text|<title|<script", bare)
    page = picture(found.drawing, wording("ar"), IMPRINT, map_body(found, wording("ar")))
    assert picture_png(page).startswith(b"\x89PNG")


def test_what_a_pointer_hits_has_few_corners() -> None:
    ring = [(float(x % 37), float(x * x % 91)) for x in range(400)]
    assert len(coarse(ring, POINTS)) <= POINTS
    assert map_image(of(), "fr", "dark") == (
        f"picture.svg?indicator={RATE}&tab=map&lang=fr&mode=dark&bare=1"
    )

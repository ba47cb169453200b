"""The brief as PDF: two pages, tagged (PDF/UA-1), told in its language, in the order it is read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from components.brief.records import BriefContent, Count, DatedLine, Line
from components.brief.sheet import ROOMS, sheet, without_marks
from components.brief.typesetting import (
    FONTS,
    TEMPLATE,
    NotTypeset,
    brief_pdf,
    pages_of,
    typeset,
)
from components.wording import LANGUAGES, wording
from data.methods.completion import STATUSES
from tests.components.brief.made import content_of, pdf_of
from tests.components.brief.structure import Node, structure

pytestmark = pytest.mark.usefixtures("store_url")

RICH, ONE_SURVEY, EMPTY = "BRA", "NPL", "ATA"
CHECKED = [(code, language) for language in LANGUAGES for code in (RICH, EMPTY)]
SAMPLE = ("CIV", "NPL", "PER", "TUV")
"""Those with most to say, and one with little; the fullest need a tighter form."""
BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(params=CHECKED, ids="-".join, scope="module")
def made(request: pytest.FixtureRequest, store_url: str) -> Iterator[tuple[BriefContent, bytes]]:
    assert store_url
    code, language = request.param
    yield content_of(code, language), pdf_of(code, language)


@pytest.fixture(scope="module")
def opened(made: tuple[BriefContent, bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made[1])) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def read(made: tuple[BriefContent, bytes]) -> Node:
    return structure(made[1])


def test_it_says_that_it_is_tagged_and_in_which_language(
    made: tuple[BriefContent, bytes], opened: pikepdf.Pdf
) -> None:
    content, root = made[0], opened.Root
    assert bool(root.MarkInfo.Marked) is True
    assert str(root.Lang) == content.language
    assert bool(root.ViewerPreferences.DisplayDocTitle) is True
    direction = "/R2L" if content.direction == "rtl" else "/L2R"
    assert str(root.ViewerPreferences.Direction) == direction
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == content.title
        assert metadata["dc:creator"] == [content.product]
        assert list(metadata["dc:language"]) == [content.language]


def test_it_has_two_pages_of_a4_read_by_their_structure(opened: pikepdf.Pdf) -> None:
    assert len(opened.pages) == 2
    for page in opened.pages:
        assert [round(float(side)) for side in page.MediaBox] == [0, 0, 595, 842]
        assert str(page.Tabs) == "/S"
        assert "/StructParents" in page


def test_every_font_is_within_and_tells_its_letters(opened: pikepdf.Pdf) -> None:
    names = set()
    for page in opened.pages:
        for font in page.Resources.Font.values():
            assert "/ToUnicode" in font
            (inner,) = font.DescendantFonts
            assert "/FontFile2" in inner.FontDescriptor
            names.add(str(font.BaseFont).partition("+")[2])
    house = {"Brief-Sans-Regular", "Brief-Sans-Bold"}
    arabic = {"NotoSansArabic-Regular", "NotoSansArabic-Bold"}
    assert names == (house | arabic if str(opened.Root.Lang) == "ar" else house)


def test_headings_run_in_order(made: tuple[BriefContent, bytes], read: Node) -> None:
    heads = list(read.all("H1", "H2", "H3"))
    levels = [int(head.kind[1]) for head in heads]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))
    parts = [letters(head.text) for head in heads if head.kind == "H2"]
    assert sorted(parts) == sorted(letters(name) for _, name in made[0].headings)


def test_tables_have_heads_figures_have_words_lists_have_items(
    made: tuple[BriefContent, bytes], read: Node
) -> None:
    tables = list(read.all("Table"))
    assert tables
    for table in tables:
        rows = [list(row.all("TH", "TD")) for row in table.all("TR")]
        assert {cell.kind for cell in rows[0]} == {"TH"}
        assert all(str(cell.attributes["/Scope"]) == "/Column" for cell in rows[0])
        assert {cell.kind for row in rows[1:] for cell in row} == {"TD"}
        assert len({len(row) for row in rows}) == 1
    content, figures = made[0], list(read.all("Figure"))
    assert all(figure.alt for figure in figures)
    shown = [*content.child_labour[:1], *content.trafficking[:2], content.calendar]
    alts = [figure.alt for figure in figures]
    assert all(letters(chart.alt) in map(letters, alts) for chart in shown if chart)
    assert all(item.text.strip() for item in read.all("LI"))


def test_what_is_read_is_what_the_brief_says_in_its_order(
    made: tuple[BriefContent, bytes], read: Node
) -> None:
    content = made[0]
    told = {letters(one.text) for one in read.all("H1", "H2", "H3", "P", "TH", "TD")}
    said = [content.country, " ".join(content.sentences), content.roadmap.title]
    said += [tile.label for tile in content.tiles] + [tile.what for tile in content.tiles]
    said += [f"{tile.number} {tile.unit}" for tile in content.tiles]
    said += [tile.verdict for tile in content.tiles]
    said += [content.instruments.title, content.law.title, content.cite]
    assert [text for text in said if letters(text) not in told] == []
    if content.direction == "ltr":
        # Right to left, the letters of a line stand in the order in which they are drawn.
        flat, place = squeezed(read.text), 0
        for text in (content.country, *content.sentences, content.roadmap.title, content.cite):
            found = flat.find(squeezed(text), place)
            assert found >= place, text
            place = found


def test_no_mark_of_direction_is_told_with_a_letter(read: Node) -> None:
    assert BIDI.findall(read.text) == []


def test_arabic_is_told_in_arabic_letters() -> None:
    """Not in the shapes of letters (Arabic presentation forms), which no search finds."""
    text = structure(pdf_of(RICH, "ar")).text
    letters = [c for c in text if "\u0600" <= c <= "\u06ff"]
    assert len(letters) > 2_000
    assert [c for c in text if "\ufb50" <= c <= "\ufdff" or "\ufe70" <= c <= "\ufeff"] == []
    assert "\ufffd" not in text


def test_numbers_keep_their_order_in_arabic() -> None:
    text = structure(pdf_of(RICH, "ar")).text
    assert "5–17" in text
    assert "17–5" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_brief_has_two_pages(language: str) -> None:
    assert {code: pages_of(pdf_of(code, language)) for code in SAMPLE} == dict.fromkeys(SAMPLE, 2)


def test_the_link_leads_to_these_figures(
    made: tuple[BriefContent, bytes], opened: pikepdf.Pdf
) -> None:
    links = [
        str(mark.A.URI) for page in opened.pages for mark in page.get("/Annots", []) if "/A" in mark
    ]
    assert set(links) == {made[0].permalink}
    assert f"as_of={made[0].version.release}" in made[0].permalink


def test_what_is_loaded_is_never_markup() -> None:
    """Markup of the typesetter, of HTML and of SVG stands on the paper as it is."""
    hostile = '#panic("x") $x^2$ *bold* `raw` @preview <b>&amp; \\u{41} //c /*d*/ _e_ ~f'
    given = sheet(content_of(EMPTY, "en"), wording("en"), ROOMS[0])
    given |= {"country": hostile, "sentences": [hostile], "author": hostile, "title": hostile}
    given["tiles"][0]["what"] = hostile
    given["roadmap"]["title"] = hostile
    given["calendar"]["drawing"]["texts"][0][3] = hostile
    pdf = typeset(given)
    told = squeezed(structure(pdf).text)
    assert told.count(squeezed(hostile)) == 4


def test_a_sheet_that_cannot_be_typeset_says_so() -> None:
    given = sheet(content_of(EMPTY, "en"), wording("en"), ROOMS[0])
    with pytest.raises(NotTypeset):
        typeset({key: value for key, value in given.items() if key != "tiles"})


def test_the_template_asks_nobody() -> None:
    source = TEMPLATE.read_text(encoding="utf-8")
    assert not re.search(r"@preview|@local|https?:|#import|#include|\beval\(|plugin\(", source)
    assert {path.suffix for path in FONTS.iterdir()} == {".ttf", ".txt", ".md"}


def test_marks_of_direction_stay_only_where_they_are_needed() -> None:
    given = {"a": ["\u20662022\u2069", "\u20665–17\u2069", "\u2066" + "x" * 30 + "\u2069", 3]}
    assert without_marks(given) == {"a": ["2022", "\u20665–17\u2069", "x" * 30, 3]}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_roadmap_has_its_ring_and_still_two_pages(language: str) -> None:
    """No country has so many items yet; the form is held ready for one that reports them."""
    content, words = content_of("PER", language), wording(language)
    counted = dict(zip(STATUSES, (3, 4, 2, 1, 2, 28), strict=True))
    items = tuple(
        Line(f"{words.t('becoming.why')} {place}", "2027", status, words.t(f"completion.{status}"))
        for status, count in counted.items()
        for place in range(count)
    )
    dates = tuple(DatedLine("2027", items[0].text, "") for _ in range(9))
    way = replace(
        content.roadmap,
        ratio="3 / 40",
        alt="forty items",
        counts=tuple(Count(code, code, number) for code, number in counted.items()),
        items=items,
        ahead=dates,
        late=dates,
    )
    pdf = brief_pdf(replace(content, roadmap=way), words)
    read = structure(pdf)
    assert pages_of(pdf) == 2
    assert "forty items" in [figure.alt for figure in read.all("Figure")]
    more = words.plural("country_brief.more", 30, count=30)
    assert letters(more) in {letters(one.text) for one in read.all("P")}


def squeezed(text: str) -> str:
    """The text without spaces and marks of direction."""
    return re.sub(r"[\s\u2060]", "", BIDI.sub("", text))


def without(text: str) -> str:
    """The text without marks of direction."""
    return BIDI.sub("", text)


def letters(text: str) -> str:
    """The letters of a text by the alphabet: the same in whatever direction they are drawn. The
    vowels of Arabic are left out on paper."""
    return "".join(sorted(re.sub("[\u064b-\u0652]", "", squeezed(text))))

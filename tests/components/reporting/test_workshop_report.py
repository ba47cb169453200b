"""The report of a workshop: its eight parts in order, in three languages, prefilled."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml.ns import qn

from components.country.parts.brief import brief
from components.reporting.rows import reported_on
from components.reporting.workshop_context import figure_row
from components.reporting.workshop_report import EMPTY_ROWS, FOCAL_POINT
from data.methods.selection import headlines
from tests.components.reporting.made import ALL, answers_of, area_of, document_of, words

pytestmark = pytest.mark.usefixtures("store_url")
each = pytest.mark.parametrize(("language", "code"), ALL)
PARTS = ("contents", "summary", "context", "priorities", "roadmap", "funding", "focal_point")


def headings(document: Any, style: str) -> list[str]:
    """The texts of a style in their order."""
    return [p.text for p in document.paragraphs if p.style.name == style]


def table_named(document: Any, caption: str) -> list[list[str]]:
    """The rows of the table that stands below a caption."""
    body = list(document.element.body)
    place = next(
        n for n, e in enumerate(body)
        if e.tag == qn("w:p") and "".join(t.text or "" for t in e.iter(qn("w:t"))) == caption
    )  # fmt: skip
    found = next(t for t in document.tables if t._tbl is body[place + 1])
    return [[cell.text for cell in row.cells] for row in found.rows]


@each
def test_the_eight_parts_stand_in_order(language: str, code: str) -> None:
    document, said = document_of(code, language), words(language)
    parts = [
        (p.style.name, p.text)
        for p in document.paragraphs
        if p.style.name in {"Title", "TOC Heading", "Heading 1"}
    ]
    assert parts == [
        ("Title", said.t("reporting.workshop.title")),
        ("TOC Heading", said.t("reporting.workshop.part.contents")),
        *(("Heading 1", said.t(f"reporting.workshop.part.{part}")) for part in PARTS[1:]),
    ]
    second = headings(document, "Heading 2")
    summary = [said.t(f"reporting.workshop.head.{p}") for p in ("there", "missing", "forward")]
    assert second[:3] == summary
    assert any(area_of(code, language).name in text for text in headings(document, "Subtitle"))


@each
def test_the_contents_are_a_field_that_lists_every_heading(language: str, code: str) -> None:
    document = document_of(code, language)
    code_text = [e.text for e in document.element.body.iter(qn("w:instrText"))]
    assert code_text == [r' TOC \o "1-2" \h \z \u ']
    links = list(document.element.body.iter(qn("w:hyperlink")))
    marks = {e.get(qn("w:name")) for e in document.element.body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in links} == marks
    listed = ["".join(t.text for t in link.iter(qn("w:t"))) for link in links]
    told = [p.text for p in document.paragraphs if p.style.name in {"Heading 1", "Heading 2"}]
    assert listed == told
    kinds = [e.get(qn("w:fldCharType")) for e in document.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


@each
def test_figures_stand_with_their_year_and_source(language: str, code: str) -> None:
    document, answers, said = (
        document_of(code, language),
        answers_of(code, language),
        words(language),
    )
    rows = [row for name in headlines() if (row := figure_row(answers, name, said))]
    caption = said.t("reporting.workshop.caption.figures", country=answers.area.name)
    if not rows:
        assert caption not in headings(document, "Caption")
        assert said.t("reporting.workshop.none_known") in headings(document, "Normal")
        return
    found = table_named(document, caption)[1:]
    assert found == rows
    assert all(value and year.isdigit() and source for _, value, year, source in found)
    assert brief(answers, said)[-1] in headings(document, "Normal")


@each
def test_the_roadmap_is_a_table_with_room_for_more(language: str, code: str) -> None:
    document, answers, said = (
        document_of(code, language),
        answers_of(code, language),
        words(language),
    )
    caption = said.t("reporting.workshop.caption.roadmap", country=answers.area.name)
    head, *rows = table_named(document, caption)
    names = ("priority", "action", "partners", "owner", "dates")
    assert head[:5] == [said.t(f"reporting.workshop.column.{name}") for name in names]
    assert len(head) == 8
    actions = reported_on(answers.actions)
    assert len(rows) == len(actions) + EMPTY_ROWS
    for row, one in zip(rows, actions, strict=False):
        assert said.of(one, "text") in row[1]
        assert said.t(f"reporting.origin.{one.origin}") in row[1]
    priorities = headings(document, "List Number")
    assert priorities == [said.of(one, "text") for one in answers.priorities]


@each
def test_the_focal_point_is_asked_for(language: str, code: str) -> None:
    said = words(language)
    rows = table_named(
        document_of(code, language), said.t("reporting.workshop.caption.focal_point")
    )
    assert [name for name, _ in rows[1:]] == [
        said.t(f"reporting.workshop.focal_point.{name}") for name in FOCAL_POINT
    ]
    assert not any(answer for _, answer in rows[1:])


@each
def test_arabic_runs_from_right_to_left_and_the_language_is_set(language: str, code: str) -> None:
    document = document_of(code, language)
    rtl = language == "ar"
    body = document.element.body
    for p in body.iter(qn("w:p")):
        spoken = [t for t in p.iter(qn("w:t")) if (t.text or "").strip()]
        assert (p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is rtl or not spoken
    assert all((t.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None) is rtl
               for t in body.iter(qn("w:tbl")))  # fmt: skip
    assert all(
        (run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None) is rtl
        for run in body.iter(qn("w:r"))
        if run.find(qn("w:t")) is not None
    )
    style = document.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    assert style.get(qn("w:val")) == language
    assert document.core_properties.language == language


@each
def test_each_table_repeats_its_head(language: str, code: str) -> None:
    for table in document_of(code, language).tables:
        repeated = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in table.rows]
        assert repeated[0] is not None and not any(e is not None for e in repeated[1:])

"""Briefs as Word documents: what the record holds, in its order, in every language."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from components.brief.asked import MOST, NotAsked, codes_asked, file_name
from components.brief.content import BriefContent, Release, brief_content
from components.brief.docx import PAGE, brief_docx
from components.country.answers import CountryAnswers
from components.wording import LANGUAGES, wording
from data import store
from data.country_facts import whole_country

CODES = ("NPL", "TUV")
pytestmark = pytest.mark.usefixtures("store_url")


@cache
def content_of(code: str, language: str) -> BriefContent:
    area = store.reference(language).areas[code]
    return brief_content(
        CountryAnswers(**whole_country(area, language)),
        wording(language),
        today=date(2026, 11, 27),
        release=Release(1, "2026-11-21"),
        permalink=f"https://d.example/country?iso3={code}&lang={language}&as_of=1",
    )


@cache
def opened(language: str) -> Any:
    contents = [content_of(code, language) for code in CODES]
    return docx.Document(io.BytesIO(brief_docx(contents, wording(language))))


def cells_of(document: Any) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_follow_the_order_of_the_record(language: str) -> None:
    found = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened(language).paragraphs
        if paragraph.style.name in {"Heading 1", "Heading 2"}
    ]
    wanted = []
    for code in CODES:
        content = content_of(code, language)
        wanted.append(("Heading 1", content.title))
        wanted += [("Heading 2", name) for _, name in content.headings]
    assert found == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_record_is_left_out(language: str) -> None:
    document = opened(language)
    told = {paragraph.text for paragraph in document.paragraphs} | set(cells_of(document))
    for code in CODES:
        content = content_of(code, language)
        charts = (*content.child_labour, *content.trafficking)
        assert content.calendar is not None
        texts = [
            content.badge,
            content.version.text,
            content.cite,
            *content.sentences,
            *content.notes,
        ]
        for chart in (*charts, content.calendar):
            texts += [chart.title, chart.label, chart.note]
            texts += [cell for row in chart.rows for cell in row]
        for listing in (content.instruments, content.law, content.suggestions, content.context):
            texts += [listing.title, listing.note]
            texts += [text for one in listing.lines for text in (one.text, one.value, one.state)]
        texts += [one.text for one in (*content.roadmap.items, *content.roadmap.others)]
        texts += [one.text for one in (*content.roadmap.ahead, *content.roadmap.late)]
        texts += [text for one in content.gaps for text in (one.what, one.detail, one.by_whom)]
        texts += [one.title for one in content.sources]
        assert [text for text in texts if text and text not in told] == []
        assert any(content.permalink in text for text in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_heads_that_are_repeated_and_the_width_of_the_page(language: str) -> None:
    tables = opened(language).tables
    assert len(tables) > 20
    for table in tables:
        (head,) = table._tbl.findall(f".//{qn('w:tblHeader')}")
        assert head.getparent().getparent() is table.rows[0]._tr
        assert sum(column.width.cm for column in table.columns) == pytest.approx(PAGE, abs=0.1)
        assert all(cell.text for cell in table.rows[0].cells)
        mirrored = table._tbl.tblPr.find(qn("w:bidiVisual")) is not None
        assert mirrored == (language == "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_and_direction_are_stated(language: str) -> None:
    document = opened(language)
    assert document.core_properties.language == language
    assert document.core_properties.title == wording(language).t("brief_files.pack")
    said = [p for p in document.paragraphs if p.text]
    right_to_left = [
        p for p in said if p._p.pPr is not None and p._p.pPr.find(qn("w:bidi")) is not None
    ]
    assert len(right_to_left) == (len(said) if language == "ar" else 0)


def test_one_country_has_no_contents_and_the_same_bytes_again() -> None:
    content = content_of("NPL", "en")
    first = brief_docx([content], wording("en"))
    assert brief_docx([content], wording("en")) == first
    document = docx.Document(io.BytesIO(first))
    assert document.paragraphs[0].text == content.title
    assert "toc 1" not in {paragraph.style.name for paragraph in document.paragraphs}
    with pytest.raises(ValueError, match="a brief wants a country"):
        brief_docx([], wording("en"))


def test_countries_are_named_by_code_each_once_and_not_too_many() -> None:
    assert codes_asked(["npl, BRA", "NPL", "", "mdg"]) == ("NPL", "BRA", "MDG")
    assert file_name(["NPL"], "fr", "pdf") == "country-brief-NPL-fr.pdf"
    assert file_name(["NPL", "BRA"], "fr", "docx") == "country-briefs-NPL-BRA-fr.docx"
    for texts, reason in ((["", " , "], "none"), ([f"A{n:02}" for n in range(MOST + 1)], "many")):
        with pytest.raises(NotAsked) as refused:
            codes_asked(texts)
        assert refused.value.reason == reason
    assert len(codes_asked([f"A{n:02}" for n in range(MOST)])) == MOST

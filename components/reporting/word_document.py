"""A Word document in the reader's language: headings, paragraphs, tables, contents, direction.

Arabic runs from right to left in paragraphs and in the columns of tables. Nothing in the document
runs: the one field is its table of contents, and the number of a page.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from components.reporting.fixed_zip import same_bytes
from components.reporting.word_elements import (
    AFTER_BOLD,
    AFTER_DIRECTION,
    NAVY,
    SOFT,
    bookmark,
    element,
    field,
    field_begin,
    field_sign,
    head_cell,
    insert,
    set_font,
    size,
)
from components.wording import Wording

LEVELS: Final = (1, 2)
"""Headings that the table of contents lists."""

_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SIZES: Final = {
    "Normal": 11,
    "Title": 26,
    "Subtitle": 14,
    "Heading 1": 18,
    "Heading 2": 13,
    "Heading 3": 11,
    "Caption": 11,
    "List Bullet": 11,
    "List Number": 11,
}


class WordDocument:
    """A document that is written from its beginning to its end."""

    def __init__(self, wording: Wording, title: str) -> None:
        self._wording = wording
        self._document = Document()
        self._marks = 0
        self._contents: Any = None
        self._headings: list[tuple[int, str, str]] = []
        self._set_styles()
        self._style_ids = {one.name: one.style_id for one in self._document.styles}
        about = self._document.core_properties
        about.title, about.author, about.comments = title, wording.t("frame.product"), ""
        about.language = wording.code
        self._number_pages()

    def title(self, text: str) -> None:
        """The title of the cover page."""
        self._paragraph(text, "Title")

    def subtitle(self, text: str) -> None:
        """A line below the title."""
        self._paragraph(text, "Subtitle")

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading that the table of contents lists."""
        self._marks += 1
        name = f"_Toc{self._marks:08d}"
        paragraph = self._paragraph(text, f"Heading {level}")
        paragraph.paragraph_format.page_break_before = new_page or None
        bookmark(paragraph, name, self._marks)
        if level in LEVELS:
            self._headings.append((level, text, name))

    def text(self, text: str) -> None:
        """A paragraph."""
        self._paragraph(text, "Normal")

    def labelled(self, label: str, text: str) -> None:
        """A paragraph that begins with a label in bold."""
        paragraph = self._paragraph(f"{label} ", "Normal")
        run = paragraph.runs[0]
        run.bold = True
        insert(run._r.get_or_add_rPr(), element("w:bCs"), AFTER_BOLD)
        self._say(paragraph, text)

    def link(self, before: str, address: str, after: str = "") -> None:
        """A paragraph with an absolute address that can be followed, and read on paper."""
        paragraph = self._paragraph(before, "Normal")
        part = self._document.part
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        run = paragraph.add_run(address)
        run.font.underline, run.font.color.rgb = True, NAVY
        link.append(run._r)
        paragraph._p.append(link)
        self._say(paragraph, after)

    def to_add(self, text: str) -> None:
        """A place in which people write: set apart by its brackets and its italics."""
        run = self._paragraph(text, "Normal").runs[0]
        run.italic = True
        run.font.color.rgb = SOFT

    def items(self, texts: Sequence[str], style: str = "List Bullet") -> None:
        """A list."""
        for text in texts:
            self._paragraph(text, style)

    def contents(self, text: str) -> None:
        """The head of the table of contents, and the place where it will stand."""
        self._paragraph(text, "TOC Heading").paragraph_format.page_break_before = True
        self._contents = self._paragraph("", "Normal")

    def table(
        self,
        caption: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
    ) -> None:
        """A table with its caption above it; its head is repeated on each page."""
        self._paragraph(caption, "Caption").paragraph_format.keep_with_next = True
        table = self._document.add_table(rows=0, cols=len(heads))
        table.style, table.autofit = "Table Grid", False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        if self._wording.rtl:
            insert(table._tbl.tblPr, element("w:bidiVisual"), AFTER_DIRECTION)
        self._row(table, heads, widths, head=True)
        for row in rows:
            self._row(table, row, widths)
        self.text("")

    def turn(self, *, landscape: bool) -> None:
        """Go on on a new page, upright or lying."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        size(section, landscape=landscape)

    def saved(self, day: str) -> bytes:
        """The file; the same facts always give the same bytes."""
        if self._contents is not None:
            self._write_contents()
        file = io.BytesIO()
        self._document.save(file)
        return same_bytes(file.getvalue(), day)

    def _paragraph(self, text: str, style: str) -> Any:
        paragraph = self._document.add_paragraph()
        # By its name the library would look through all styles for each paragraph.
        if style != "Normal":
            paragraph._p.style = self._style_ids[style]
        self._say(paragraph, text)
        return paragraph

    def _say(self, paragraph: Any, text: str) -> Any:
        run = paragraph.add_run(_NO_XML.sub("", text))
        if self._wording.rtl:
            paragraph._p.get_or_add_pPr().append(element("w:bidi"))
            run._r.get_or_add_rPr().append(element("w:rtl"))
        return run

    def _row(
        self, table: Any, texts: Sequence[str], widths: Sequence[float], *, head: bool = False
    ) -> None:
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(element("w:cantSplit"))
        if head:
            properties.append(element("w:tblHeader"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Cm(width)
            run = self._say(cell.paragraphs[0], text)
            if head:
                head_cell(cell, run)
                # A head alone at the end of a page would belong to nothing.
                cell.paragraphs[0].paragraph_format.keep_with_next = True

    def _set_styles(self) -> None:
        styles = self._document.styles
        for level in LEVELS:
            made = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = styles["Normal"]
            made.paragraph_format.space_after = Pt(4)
            made.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        for name, points in (*_SIZES.items(), ("TOC Heading", 18)):
            set_font(styles[name], points, self._wording.code)
        for section in self._document.sections:
            size(section, landscape=False)

    def _number_pages(self) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        self._say(paragraph, f"{self._wording.t('reporting.workshop.page')} ")
        for part in field("PAGE", "1"):
            paragraph.add_run()._r.append(part)

    def _write_contents(self) -> None:
        """Where `contents` was called, a real field: the headings stand in it until a program makes
        it anew, with pages."""
        if self._contents is None:
            return
        start, last = self._contents, len(self._headings) - 1
        for place, (level, text, mark) in enumerate(self._headings):
            paragraph = start.insert_paragraph_before(style=f"toc {level}")
            if place == 0:
                for part in field_begin(r'TOC \o "1-2" \h \z \u'):
                    paragraph.add_run()._r.append(part)
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), mark)
            link.set(qn("w:history"), "1")
            link.append(self._say(paragraph, text)._r)
            paragraph._p.append(link)
            if place == last:
                paragraph.add_run()._r.append(field_sign("end"))
        start._p.getparent().remove(start._p)

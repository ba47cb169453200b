"""Elements of a Word document that its library has no words for, each in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FACE: Final = "Arial"
NAVY: Final = RGBColor(0x14, 0x32, 0x4A)
INK: Final = RGBColor(0x1B, 0x27, 0x33)
SOFT: Final = RGBColor(0x5A, 0x46, 0x32)
WHITE: Final = RGBColor(0xFF, 0xFF, 0xFF)
HEAD_PAPER: Final = "14324A"

AFTER_SIZE: Final = (
    *("w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign"),
    *("w:rtl", "w:cs", "w:em", "w:lang", "w:eastAsianLayout"),
)
AFTER_BOLD: Final = (
    *("w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike", "w:outline", "w:shadow"),
    *("w:emboss", "w:imprint", "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden", "w:color"),
    *("w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs"),
    *AFTER_SIZE,
)
AFTER_DIRECTION: Final = (
    *("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing"),
    *("w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
)
"""What the format wants behind an element: its order is part of it."""


def insert(parent: Any, child: Any, after: Sequence[str]) -> None:
    """Put an element, once, before those that the format wants behind it."""
    for old in parent.findall(child.tag):
        parent.remove(old)
    parent.insert_element_before(child, *after)


def element(tag: str, /, **attributes: str) -> Any:
    """An element with its attributes."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def field_sign(kind: str) -> Any:
    """A sign of a field: begin, separate or end."""
    return element("w:fldChar", fldCharType=kind)


def field_begin(code: str) -> list[Any]:
    """What a field begins with; a program that opens the document makes it anew."""
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    begin = field_sign("begin")
    begin.set(qn("w:dirty"), "true")
    return [begin, text, field_sign("separate")]


def field(code: str, shown: str) -> list[Any]:
    """A whole field with what it shows until it is made."""
    text = OxmlElement("w:t")
    text.text = shown
    return [*field_begin(code), text, field_sign("end")]


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Mark a paragraph as a place to which the contents lead."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    paragraph.runs[0]._r.addprevious(start)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def head_cell(cell: Any, run: Any) -> None:
    """A cell of a table's head."""
    run.bold = True
    insert(run._r.get_or_add_rPr(), element("w:bCs"), AFTER_BOLD)
    run.font.color.rgb = WHITE
    paper = element("w:shd", val="clear", color="auto", fill=HEAD_PAPER)
    cell._tc.get_or_add_tcPr().append(paper)


def set_font(style: Any, size: int, language: str) -> None:
    """One face for Latin and Arabic letters, and the language, so that it is spelled and spoken."""
    style.font.name, style.font.size = FACE, Pt(size)
    heading = style.name.startswith(("Heading", "Title", "TOC"))
    style.font.color.rgb = NAVY if heading else INK
    style.font.italic = False
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for name in list(fonts.attrib):
        if "heme" in name:
            del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FACE)
    if heading or style.name == "Caption":
        style.font.bold = True
        insert(properties, element("w:bCs"), AFTER_BOLD)
    insert(properties, element("w:szCs", val=str(size * 2)), AFTER_SIZE)
    insert(properties, element("w:lang", val=language, bidi=language), ("w:eastAsianLayout",))


def size(section: Any, *, landscape: bool) -> None:
    """A4, upright or lying."""
    short, long = Cm(21), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)

"""The tables of a saved web page, as rows of text; scripts, styles and footnote marks left out.

Read with lxml's parser of web pages, which mends what browsers mend and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml.etree import Element, strip_elements
from lxml.html import HTMLParser, document_fromstring

from loaders.reading.admit import ensure_valid
from loaders.reading.contract import FileRefused, Sample

LARGEST: Final = 20_000_000
"""Bytes of the largest page taken; a treaty's page holds less than one million."""
SILENT: Final = ("script", "style", "sup", "noscript")
BREAKS: Final = ("br", "p", "div", "li")
_PLACE: Final = "\ufdd0"
"""Where a table stood; Unicode keeps this code point free of characters."""


@dataclass
class HtmlTable:
    """One table: its identity in the page, what stands before it, and its rows of cells.

    Before a table inside a cell nothing stands.
    """

    identity: str
    styles: str
    before: str
    rows: list[list[str]]


def html_text(sample: Sample) -> str:
    """The whole page as text. Raises FileRefused when it is too large or no text."""
    if ensure_valid(sample).path.stat().st_size > LARGEST:
        rule = f"the page is larger than {LARGEST // 1_000_000} MB"
        remedy = "Save the page of one treaty or one country only."
        raise FileRefused(sample.path.name, "", rule, remedy)
    try:
        return sample.path.read_bytes().decode(sample.encoding or "utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        rule = f"the page is not {sample.encoding or 'utf-8'} throughout"
        remedy = "Save the page again from the browser."
        raise FileRefused(sample.path.name, f"byte {error.start}", rule, remedy) from error


def html_tables(text: str, name: str = "the page") -> Sequence[HtmlTable]:
    """The tables of a page in their order; a table inside a cell is one of its own.

    Raises FileRefused when elements nest deeper, or one text is longer, than the parser takes.
    """
    page = _page(text, name)
    strip_elements(page, *SILENT, with_tail=False)
    for each in page.iter(*BREAKS):
        each.text = f" {each.text or ''}"
    elements = list(page.iter("table"))
    found = []
    # The innermost first, so that the text of a cell is its own.
    for element in reversed(elements):
        rows = [
            [_blanks_single(cell) for cell in row.iterchildren("td", "th")]
            for row in element.iter("tr")
        ]
        one = HtmlTable(element.get("id", ""), element.get("class", ""), "", rows)
        found.append((one, next(element.iterancestors("table"), None) is None))
        place = Element("span")
        place.text, place.tail = _PLACE, element.tail
        element.getparent().replace(element, place)
    found.reverse()
    before = iter("".join(page.itertext()).split(_PLACE))
    for one, outermost in found:
        if outermost:
            one.before = " ".join(next(before).split())
    return [one for one, _ in found]


def _page(text: str, name: str) -> Any:
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    raw = text.replace("\0", "").replace(_PLACE, "").encode("utf-8", "backslashreplace")
    page = document_fromstring(b"<html><body>" + raw, parser=parser)
    # The parser ends there in silence, with what it has.
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        rule = "its elements nest deeper, or one text in it is longer, than in any publisher's page"
        raise FileRefused(name, "", rule, "Save the page again from the browser.")
    return page


def _blanks_single(cell: Any) -> str:
    return " ".join("".join(cell.itertext()).replace(_PLACE, " ").split())


def filled_rows(table: HtmlTable) -> Iterator[tuple[int, list[str]]]:
    """Row number (from 1) and cells of the rows that hold anything."""
    for number, cells in enumerate(table.rows, 1):
        if any(cells):
            yield number, cells

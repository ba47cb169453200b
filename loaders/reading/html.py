"""The tables of a saved web page, as rows of text; scripts, styles and footnote marks left out.

Read with the standard library's parser: it resolves no entity and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from loaders.reading.admit import ensure_valid
from loaders.reading.contract import FileRefused, Sample

LARGEST: Final = 20_000_000
"""Bytes of the largest page taken; a treaty's page holds less than one million."""
SILENT: Final = frozenset({"script", "style", "sup", "noscript"})
BREAKS: Final = frozenset({"br", "p", "div", "li"})


@dataclass
class HtmlTable:
    """One table: its identity in the page, what stands before it, and its rows of cells."""

    identity: str
    styles: str
    before: str
    rows: list[list[str]] = field(default_factory=list)


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[HtmlTable] = []
        self._open: list[HtmlTable] = []
        self._cell: list[str] | None = None
        self._heading: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag == "table":
            self._begin({name: value or "" for name, value in attrs})
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].rows.append([])
        elif tag in {"td", "th"} and self._open:
            self._end_cell()
            self._cell = []
        elif tag in BREAKS:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            (self._heading if self._cell is None else self._cell).append(data)

    def _begin(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        heading = " ".join("".join(self._heading).split())
        self._heading = []
        one = HtmlTable(attributes.get("id", ""), attributes.get("class", ""), heading)
        self.tables.append(one)
        self._open.append(one)

    def _end_cell(self) -> None:
        if self._cell is not None and self._open:
            rows = self._open[-1].rows
            if not rows:
                rows.append([])
            rows[-1].append(" ".join("".join(self._cell).split()))
        self._cell = None


def html_text(sample: Sample) -> str:
    """The whole page as text. Raises FileRefused when it is too large or no text."""
    if ensure_valid(sample).path.stat().st_size > LARGEST:
        raise FileRefused(
            sample.path.name,
            "",
            f"the page is larger than {LARGEST // 1_000_000} MB",
            "Save the page of one treaty or one country only.",
        )
    try:
        return sample.path.read_bytes().decode(sample.encoding or "utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise FileRefused(
            sample.path.name,
            f"byte {error.start}",
            f"the page is not {sample.encoding or 'utf-8'} throughout",
            "Save the page again from the browser.",
        ) from error


def html_tables(text: str) -> Sequence[HtmlTable]:
    """The tables of a page in their order; a table inside a cell is one of its own."""
    parser = _Tables()
    parser.feed(text)
    parser.close()
    return parser.tables


def filled_rows(table: HtmlTable) -> Iterator[tuple[int, list[str]]]:
    """Row number (from 1) and cells of the rows that hold anything."""
    for number, cells in enumerate(table.rows, 1):
        if any(cells):
            yield number, cells

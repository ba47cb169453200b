"""How the questionnaire's sheets look: what is to fill in is white, what is known is grey."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from components.reporting.guide import HEADING
from components.reporting.layout import (
    FIRST_ROW,
    HEAD_ROW,
    HINT_ROW,
    KEY_COLUMN,
    KEY_ROW,
    NUMBER,
    TITLE_ROW,
    YEAR,
    Column,
    Sheet,
)
from components.reporting.rows import Row
from components.wording import Wording

FACE: Final = "Arial"
"""A face that holds Arabic and is on most machines."""

SIZE: Final = 11
INK, PAPER, LINE = "1B2733", "FFFFFF", "8A97A3"
NAVY, TEAL, STONE = "14324A", "0B5D57", "5A4632"
KNOWN, REVIEWED = "EDF1F4", "F3EEE7"
TALL: Final = 150
"""Points of a row in which somebody writes some sentences."""

CHARACTERS, LINE_POINTS = 95, 15
"""Characters that surely fit on a line of the guide, and how high that is."""

WIDE: Final = 240
"""Width of columns together from which on a sheet is printed on A3."""

_SIDE: Final = Side(style="thin", color=LINE)
_BORDER: Final = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_FORMATS: Final = {NUMBER: "#,##0.###", YEAR: "0"}


def letter(number: int) -> str:
    """The letter of a column."""
    return str(get_column_letter(number))


def dress(cell: Any, column: Column, *, locked: bool) -> None:
    """A cell of the table: white and open, or grey and locked."""
    paper = REVIEWED if column.reviewer else KNOWN if locked else PAPER
    cell.font = Font(name=FACE, size=SIZE, color=INK)
    cell.fill = PatternFill("solid", fgColor=paper)
    cell.border = _BORDER
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.protection = Protection(locked=locked)
    # What is typed into a cell of the format "Text" stays as it was typed, dates too.
    is_figure = isinstance(cell.value, int | float)
    cell.number_format = "General" if is_figure and not column.fill else "@"
    if column.kind in _FORMATS:
        cell.number_format = _FORMATS[column.kind]


def dress_title(cell: Any) -> None:
    """The title of a sheet."""
    cell.font = Font(name=FACE, size=16, bold=True, color=NAVY)
    cell.alignment = Alignment(vertical="center")


def dress_hint(cell: Any) -> None:
    """The line below a title."""
    cell.font = Font(name=FACE, size=SIZE, color=INK)
    cell.alignment = Alignment(vertical="top")


def dress_head(cell: Any, column: Column) -> None:
    """The heading of a column."""
    paper = STONE if column.reviewer else TEAL if column.fill else NAVY
    cell.font = Font(name=FACE, size=SIZE, bold=True, color=PAPER)
    cell.fill = PatternFill("solid", fgColor=paper)
    cell.border = _BORDER
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def dress_guide(page: Worksheet, rows: Sequence[Row]) -> None:
    """The guide is prose: headings and paragraphs, without a frame."""
    for place, row in enumerate(rows, FIRST_ROW):
        cell = page.cell(place, KEY_COLUMN + 1)
        heading = row.key.startswith(HEADING)
        cell.font = Font(
            name=FACE, size=13 if heading else SIZE, bold=heading, color=NAVY if heading else INK
        )
        cell.border = Border()
        cell.fill = PatternFill()
        cell.alignment = Alignment(vertical="bottom" if heading else "top", wrap_text=True)
        # A program that does not measure wrapped text before it prints would cut it.
        lines = -(-len(str(cell.value)) // CHARACTERS)
        page.row_dimensions[place].height = 30 if heading else 4 + LINE_POINTS * lines


def lay_out(one: Sheet, page: Worksheet, wording: Wording, *, last: int) -> None:
    """Widths, what stays in sight, protection, direction and print."""
    page.column_dimensions[letter(KEY_COLUMN)].hidden = True
    page.row_dimensions[KEY_ROW].hidden = True
    page.row_dimensions[TITLE_ROW].height = 28
    page.row_dimensions[HINT_ROW].height = 20
    for number, column in enumerate(one.columns, KEY_COLUMN + 1):
        page.column_dimensions[letter(number)].width = column.width
    if one.key != "guide":
        page.row_dimensions[HEAD_ROW].height = 48
        page.freeze_panes = f"{letter(KEY_COLUMN + 1)}{FIRST_ROW}"
    if one.key == "questions":
        for place in range(FIRST_ROW, last + 1):
            page.row_dimensions[place].height = TALL
    page.sheet_view.rightToLeft = wording.rtl
    page.sheet_view.showGridLines = False
    page.protection.sheet = True
    page.protection.formatColumns = False
    page.protection.formatRows = False
    _print(one, page, last)


def _print(one: Sheet, page: Worksheet, last: int) -> None:
    page.page_setup.orientation = "portrait" if one.key == "guide" else "landscape"
    wide = sum(column.width for column in one.columns) > WIDE
    page.page_setup.paperSize = page.PAPERSIZE_A3 if wide else page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    page.print_area = f"B{TITLE_ROW}:{letter(KEY_COLUMN + len(one.columns))}{last}"
    page.oddFooter.center.text = "&A  &P / &N"

"""How the questionnaire's sheets look: what is to fill in is white, what is known is grey."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
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

LINE_POINTS: Final = 15
"""How high a line is."""

WIDE: Final = 240
"""Width of columns together from which on a sheet is printed on A3."""

IN_SIGHT: Final = {"indicators": 2, "roadmap": 2}
"""How many columns say what a row is about and stay in sight, on sheets that are wide."""

_SIDE: Final = Side(style="thin", color=LINE)
_BORDER: Final = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
FIGURES: Final = frozenset({NUMBER, YEAR})


def letter(number: int) -> str:
    """The letter of a column."""
    return str(get_column_letter(number))


def placed(wording: Wording, vertical: str, *, wrap: bool = True) -> Alignment:
    """Where a text stands in its cell; Arabic is read from the right, its points stand left."""
    return Alignment(
        horizontal="right" if wording.rtl and not wrap else None,
        vertical=vertical,
        wrap_text=wrap,
        readingOrder=2 if wording.rtl else 0,
    )


class Looks:
    """How the cells of one workbook look: each look is made once and then repeated.

    Making a look for each cell would take ten times as long as all else.
    """

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._made: dict[tuple[str, str, bool], Any] = {}

    def dress(self, cell: Any, column: Column, *, locked: bool) -> None:
        """A cell of the table: white and open, or grey and locked."""
        paper = REVIEWED if column.reviewer else KNOWN if locked else PAPER
        # What is typed into a cell of the format "Text" stays as it was typed, dates too.
        is_figure = isinstance(cell.value, int | float) or column.kind in FIGURES
        kind = paper, "General" if is_figure else "@", column.key == "number"
        if kind in self._made:
            cell._style = copy(self._made[kind])
            return
        self._dress_first(cell, *kind, locked=locked)
        # A copy: who changes this cell later changes no other.
        self._made[kind] = copy(cell._style)

    def _dress_first(
        self, cell: Any, paper: str, figures: str, centred: bool, *, locked: bool
    ) -> None:
        cell.font = Font(name=FACE, size=SIZE, color=INK)
        cell.fill = PatternFill("solid", fgColor=paper)
        cell.border = _BORDER
        cell.alignment = placed(self._wording, "top")
        if centred:
            cell.alignment = Alignment(horizontal="center", vertical="top")
        cell.protection = Protection(locked=locked)
        cell.number_format = figures


def dress_title(cell: Any, wording: Wording) -> None:
    """The title of a sheet."""
    cell.font = Font(name=FACE, size=16, bold=True, color=NAVY)
    cell.alignment = placed(wording, "center", wrap=False)


def dress_hint(cell: Any, wording: Wording) -> None:
    """The line below a title."""
    cell.font = Font(name=FACE, size=SIZE, color=INK)
    cell.alignment = placed(wording, "top", wrap=False)


def dress_head(cell: Any, column: Column, wording: Wording) -> None:
    """The heading of a column."""
    paper = STONE if column.reviewer else TEAL if column.fill else NAVY
    cell.font = Font(name=FACE, size=SIZE, bold=True, color=PAPER)
    cell.fill = PatternFill("solid", fgColor=paper)
    cell.border = _BORDER
    cell.alignment = placed(wording, "center")


def fit_height(page: Worksheet, place: int, columns: Sequence[Column]) -> None:
    """Make a prefilled row as high as its longest text.

    A program that does not measure wrapped text would print its lines over each other.
    """
    cells = (page.cell(place, number) for number in range(KEY_COLUMN + 1, len(columns) + 2))
    lines = [
        sum(
            -(-max(len(part), 1) // max(column.width - 2, 4))
            for part in str(cell.value).split("\n")
        )
        for cell, column in zip(cells, columns, strict=True)
        if cell.value is not None
    ]
    page.row_dimensions[place].height = 4 + LINE_POINTS * max(lines, default=1)


def dress_guide(page: Worksheet, rows: Sequence[Row], wording: Wording) -> None:
    """The guide is prose: headings and paragraphs, without a frame."""
    for place, row in enumerate(rows, FIRST_ROW):
        cell = page.cell(place, KEY_COLUMN + 1)
        heading = row.key.startswith(HEADING)
        cell.font = Font(
            name=FACE, size=13 if heading else SIZE, bold=heading, color=NAVY if heading else INK
        )
        cell.border = Border()
        cell.fill = PatternFill()
        cell.alignment = placed(wording, "bottom" if heading else "top")
        if heading:
            page.row_dimensions[place].height = 30


def lay_out(one: Sheet, page: Worksheet, wording: Wording, *, last: int) -> None:
    """Widths, what stays in sight, protection, direction and print."""
    page.column_dimensions[letter(KEY_COLUMN)].hidden = True
    page.row_dimensions[KEY_ROW].hidden = True
    page.row_dimensions[TITLE_ROW].height = 28
    page.row_dimensions[HINT_ROW].height = 20
    for number, column in enumerate(one.columns, KEY_COLUMN + 1):
        page.column_dimensions[letter(number)].width = column.width
    if one.key == "guide":
        page.column_dimensions["C"].width = 3
    else:
        page.row_dimensions[HEAD_ROW].height = 62
        page.freeze_panes = f"{letter(KEY_COLUMN + 1 + IN_SIGHT.get(one.key, 0))}{FIRST_ROW}"
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
    # One column more: a line of prose may be a letter wider on paper than on the screen.
    width = KEY_COLUMN + len(one.columns) + (one.key == "guide")
    page.print_area = f"B{TITLE_ROW}:{letter(width)}{last}"
    page.oddFooter.center.text = "&A  &P / &N"

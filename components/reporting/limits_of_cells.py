"""What may be typed into a cell of the questionnaire: of a list, a year, a number, a date."""

from __future__ import annotations

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from components.reporting import look
from components.reporting.codes_sheet import Ranges
from components.reporting.layout import DATE, FIRST_ROW, LIST, NUMBER, YEAR, Column, Field, Sheet
from components.wording import Wording

FIRST_YEAR, LAST_YEAR = "1990", "2100"


def limit_cells(one: Sheet, page: Worksheet, ranges: Ranges, wording: Wording) -> None:
    """Put a limit on each cell of the sheet that asks for one of a list, a year or a number."""
    for place, field in enumerate(one.fields, FIRST_ROW):
        if one.key == "about":
            _limit(page, f"{look.letter(one.number('answer'))}{place}", field, ranges, wording)
    for column in one.columns:
        if page.max_row >= FIRST_ROW and not one.fields:
            letter = look.letter(one.number(column.key))
            cells = f"{letter}{FIRST_ROW}:{letter}{page.max_row}"
            _limit(page, cells, column, ranges, wording)


def _limit(
    page: Worksheet, cells: str, asked: Column | Field, ranges: Ranges, wording: Wording
) -> None:
    limit = _limit_of(asked, ranges)
    if limit is None:
        return
    kind = LIST if asked.choices else asked.kind
    kind = "list_open" if isinstance(asked, Column) and not asked.strict else kind
    limit.promptTitle = wording.t(f"reporting.prompt.{kind}.title")
    limit.prompt = wording.t(f"reporting.prompt.{kind}.text")
    limit.errorTitle, limit.error = limit.promptTitle, limit.prompt
    limit.showInputMessage = True
    limit.add(cells)
    page.add_data_validation(limit)


def _limit_of(asked: Column | Field, ranges: Ranges) -> DataValidation | None:
    if asked.choices in ranges:
        strict = asked.strict if isinstance(asked, Column) else True
        return DataValidation(
            type="list",
            formula1=ranges[asked.choices],
            allow_blank=True,
            showErrorMessage=strict,
        )
    if asked.kind == YEAR:
        return DataValidation(
            type="whole",
            operator="between",
            formula1=FIRST_YEAR,
            formula2=LAST_YEAR,
            allow_blank=True,
            showErrorMessage=True,
        )
    if asked.kind == NUMBER:
        return DataValidation(
            type="decimal",
            operator="greaterThanOrEqual",
            formula1="0",
            allow_blank=True,
            showErrorMessage=True,
        )
    # A date that is known to the year alone is none to a spreadsheet: it is explained, not refused.
    return DataValidation(allow_blank=True) if asked.kind == DATE else None

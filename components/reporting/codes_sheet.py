"""The hidden sheet of the questionnaire: what the file is, and every list of choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openpyxl.worksheet.worksheet import Worksheet

from components.reporting.cells import put
from components.reporting.layout import CODES, CODES_HEADER, FORM, SHEET
from components.reporting.listed import Listed

Ranges = dict[str, str]
"""Where the words of a list stand, as data validation names it, by list."""


def write_codes(
    page: Worksheet, about: Mapping[str, str], titles: Mapping[str, str], choices: Listed
) -> Ranges:
    """Write the sheet and tell where each list of choices stands."""
    page.append(CODES_HEADER)
    _append(page, FORM, ((name, text) for name, text in about.items()))
    _append(page, SHEET, titles.items())
    ranges = {}
    for name, codes in choices.items():
        first = page.max_row + 1
        _append(page, name, codes)
        if page.max_row >= first:
            ranges[name] = f"'{CODES}'!$C${first}:$C${page.max_row}"
    page.sheet_state = "hidden"
    page.protection.sheet = True
    return ranges


def _append(page: Worksheet, name: str, pairs: Iterable[tuple[str, str]]) -> None:
    for code, text in pairs:
        row = page.max_row + 1
        for column, value in enumerate((name, code, text), 1):
            put(page.cell(row, column), value)

"""The questionnaire of a country as a workbook in the reader's language, prefilled.

No macro, no link, no formula: texts are text cells, marked where a spreadsheet would run them.
What is prefilled is locked without a password, so that it is changed on purpose only.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from components.country.answers import CountryAnswers
from components.reporting import look
from components.reporting.cells import put
from components.reporting.codes_sheet import write_codes
from components.reporting.fixed_zip import same_bytes
from components.reporting.form import SHEETS, VERSION
from components.reporting.guide import guide_rows
from components.reporting.layout import (
    CODES,
    FIRST_ROW,
    HEAD_ROW,
    HINT_ROW,
    KEY_COLUMN,
    KEY_ROW,
    LIST,
    MARK,
    TITLE_ROW,
    Column,
    Made,
    Sheet,
)
from components.reporting.limits_of_cells import limit_cells
from components.reporting.lines import FrameworkLine
from components.reporting.listed import Listed, listed
from components.reporting.rows import Known, Row, Value, rows
from components.wording import Wording

FIRST_SHOWN: Final = KEY_COLUMN + 1


def questionnaire(
    answers: CountryAnswers, lines: Sequence[FrameworkLine], wording: Wording, made: Made
) -> bytes:
    """The workbook; the same facts always give the same bytes."""
    known = Known(answers, lines, wording)
    choices = listed(answers, known.lines, wording)
    book = Workbook()
    book.remove(book.active)
    sheets = [(one, book.create_sheet(title_of(one, wording))) for one in SHEETS]
    about = {
        "version": VERSION,
        "area": answers.area.code,
        "language": wording.code,
        "made": made.day,
        "release": str(made.release),
    }
    titles = {one.key: page.title for one, page in sheets}
    ranges = write_codes(book.create_sheet(CODES), about, titles, choices)
    ranges["roadmap_priority"] = _column_range(titles["priorities"], sheets, known)
    looks = look.Looks(wording)
    for one, page in sheets:
        _write(one, page, known, choices, looks)
        limit_cells(one, page, ranges, wording)
    book.properties.creator = wording.t("frame.product")
    book.properties.title = wording.t("reporting.title", country=answers.area.name)
    book.properties.language = wording.code
    return same_bytes(_saved(book), made.day)


def title_of(one: Sheet, wording: Wording) -> str:
    """What a sheet is called in the reader's language."""
    return wording.t(f"reporting.sheet.{one.key}.title")


def _saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _column_range(title: str, sheets: list[tuple[Sheet, Worksheet]], known: Known) -> str:
    """The cells of the priorities, filled and empty, as the choices of the roadmap."""
    one = next(sheet for sheet, page in sheets if page.title == title)
    last = FIRST_ROW + len(rows(one.key, known)) + one.empty - 1
    letter = look.letter(one.number("priority"))
    return f"'{title}'!${letter}${FIRST_ROW}:${letter}${last}"


def _write(one: Sheet, page: Worksheet, known: Known, choices: Listed, looks: look.Looks) -> None:
    _write_heads(one, page, known)
    prefilled = guide_rows(known.wording) if one.key == "guide" else rows(one.key, known)
    words = {name: dict(codes) for name, codes in choices.items()}
    for place, row in enumerate(prefilled, FIRST_ROW):
        put(page.cell(place, KEY_COLUMN), row.key)
        for number, column in enumerate(one.columns, FIRST_SHOWN):
            cell = put(page.cell(place, number), _shown(column, row, words))
            looks.dress(cell, column, locked=is_locked(one, column, row))
        look.fit_height(page, place, one.columns)
    after = FIRST_ROW + len(prefilled)
    for place in range(after, after + one.empty):
        for number, column in enumerate(one.columns, FIRST_SHOWN):
            cell = page.cell(place, number)
            looks.dress(cell, column, locked=not (column.fill or column.open_rows))
    look.lay_out(one, page, known.wording, last=after + one.empty - 1)
    if one.key == "guide":
        look.dress_guide(page, prefilled, known.wording)


def _write_heads(one: Sheet, page: Worksheet, known: Known) -> None:
    wording, country = known.wording, known.answers.area.name
    page.cell(KEY_ROW, KEY_COLUMN, f"{MARK}{one.key}")
    title = wording.t("reporting.sheet_title", sheet=page.title, country=country)
    look.dress_title(put(page.cell(TITLE_ROW, FIRST_SHOWN), title), wording)
    hint = wording.t(f"reporting.sheet.{one.key}.hint", country=country)
    look.dress_hint(put(page.cell(HINT_ROW, FIRST_SHOWN), hint), wording)
    for number, column in enumerate(one.columns, FIRST_SHOWN):
        page.cell(KEY_ROW, number, column.key)
        if one.key != "guide":
            cell = page.cell(HEAD_ROW, number, _head(one, column, wording))
            look.dress_head(cell, column, wording)


def _head(one: Sheet, column: Column, wording: Wording) -> str:
    """The heading, and in words what its colour says: who fills the column in."""
    name = wording.t(f"reporting.column.{one.key}.{column.key}")
    who = "reviewer" if column.reviewer else "fill" if column.fill else "known"
    return f"{name}\n{wording.t(f'reporting.who.{who}')}"


def is_locked(one: Sheet, column: Column, row: Row) -> bool:
    """Whether a prefilled row's cell is changed on purpose only."""
    if one.key == "about" and column.key == "answer":
        return not next(field for field in one.fields if field.key == row.key).fill
    if one.key == "comments":
        return True
    return not column.fill


def _shown(column: Column, row: Row, words: dict[str, dict[str, str]]) -> Value:
    value = row.values.get(column.key)
    if isinstance(value, str) and value:
        asked = "language" if row.key == "language" and column.key == "answer" else ""
        name = column.choices if column.kind == LIST else asked
        return words.get(name, {}).get(value, value)
    return value if value != "" else None

"""Opens the workbook of a questionnaire: is it ours, of which country, and what is on its sheets.

Nothing is found by words of a language: row 1 and column A of each sheet hold keys, and the sheet
`codes` says what the file is (components/reporting/layout.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from components.reporting.form import SHEETS, VERSION
from components.reporting.layout import (
    CODES,
    CODES_HEADER,
    FIRST_ROW,
    FORM,
    KEY_COLUMN,
    KEY_ROW,
    MARK,
    SHEET,
    Sheet,
)
from components.wording import DEFAULT, LANGUAGES, Wording, wording
from data.folding import folded
from loaders.reading.admit import validate_file
from loaders.reading.contract import FileRefused, Sample
from loaders.reading.workbook import NO_CELL, TypedCell, TypedSheet, typed_sheets
from loaders.reporting.problems import Problems, cell_name

_WHY: Final = (
    ("macros", "macros"),
    ("password", "password"),
    ("cannot be read", "unreadable"),
    ("times its", "bomb"),
    ("unpacks to", "bomb"),
    ("at most", "bomb"),
)
"""Words of a refusal at the door, and the sentence that the reporter is told."""


@dataclass(frozen=True)
class Line:
    """A row of a sheet in which something stands: its number, its key, its cells by column."""

    number: int
    key: str
    cells: dict[str, TypedCell]

    def cell(self, column: str) -> TypedCell:
        """A cell; an empty one where the row is shorter."""
        return self.cells.get(column, NO_CELL)


@dataclass(frozen=True)
class Page:
    """A sheet as it came back: its title in the file, its lines, where its columns stand."""

    title: str
    lines: tuple[Line, ...] = ()
    columns: dict[str, int] = field(default_factory=dict)

    def at(self, line: Line, column: str) -> str:
        """The name of a cell, `H14`."""
        return cell_name(line.number, self.columns[column])


@dataclass(frozen=True)
class Book:
    """A questionnaire as it came back: `words` has the code of each choice by its folded words,
    `choices` the words of each list."""

    area: str
    wording: Wording
    release: int
    pages: dict[str, Page]
    words: dict[str, dict[str, str]]
    choices: dict[str, tuple[str, ...]]

    def coded(self, text: str, words: dict[str, str]) -> str:
        """The code of a choice by its words or its code; empty where there is none such."""
        return words.get(folded(text), "")


def open_book(path: Path, problems: Problems) -> tuple[Book, Problems]:
    """The workbook, and problems in its own language. Raises QuestionnaireRefused."""
    sheets = _sheets(path, problems)
    codes = _codes(sheets.get(CODES))
    about = codes.get(FORM, {})
    if not about:
        problems.add("", "", "not_our_form", file=path.name)
        problems.stop()
    language = about.get("language", "")
    if language in LANGUAGES:
        problems = Problems(wording(language))
    else:
        problems.add("", "", "unknown_language", languages=", ".join(LANGUAGES))
    if about.get("version") != VERSION:
        problems.add("", "", "form_version", version=about.get("version", ""), wanted=VERSION)
    problems.stop()
    pages = _pages(sheets, codes.get(SHEET, {}), problems)
    words = {
        name: {folded(text): code for code, text in list_.items()}
        | {folded(code): code for code in list_}
        for name, list_ in codes.items()
    }
    release = about.get("release", "")
    return (
        Book(
            about.get("area", ""),
            wording(language),
            int(release) if release.isdigit() and len(release) < 9 else 0,
            pages,
            words,
            {name: tuple(list_.values()) for name, list_ in codes.items()},
        ),
        problems,
    )


def _sheets(path: Path, problems: Problems) -> dict[str, TypedSheet]:
    """Every sheet, through the guards that every workbook passes. Raises QuestionnaireRefused."""
    try:
        sample: Sample = validate_file(path)
        if sample.kind == "xlsx":
            return typed_sheets(sample)
        problems.add("", "", "not_a_workbook", file=path.name)
    except FileRefused as refused:
        key = next((key for word, key in _WHY if word in refused.rule), "damaged")
        problems.add("", "", key, file=path.name)
    problems.stop()
    return {}


def _codes(sheet: TypedSheet | None) -> dict[str, dict[str, str]]:
    """The lists of the sheet of codes: words by code."""
    found: dict[str, dict[str, str]] = {}
    if sheet is None:
        return found
    for number, cells in sheet.rows.items():
        texts = tuple(cell.text for cell in cells[: len(CODES_HEADER)])
        if number > 1 and len(texts) == len(CODES_HEADER) and texts[0]:
            found.setdefault(texts[0], {})[texts[1]] = texts[2]
    return found


def _pages(
    sheets: dict[str, TypedSheet], titles: dict[str, str], problems: Problems
) -> dict[str, Page]:
    found = {}
    for title, sheet in sheets.items():
        first = sheet.rows.get(KEY_ROW, [])
        mark = first[0].text if first else ""
        form = next((one for one in SHEETS if mark == f"{MARK}{one.key}"), None)
        if form is not None and form.key not in found:
            found[form.key] = _page(form, title, sheet, problems)
    for one in SHEETS:
        if one.key != "guide" and one.key not in found:
            title = titles.get(one.key, one.key)
            problems.add(title, "", "sheet_missing")
            found[one.key] = Page(title)
    return found


def _page(form: Sheet, title: str, sheet: TypedSheet, problems: Problems) -> Page:
    heads = [cell.text for cell in sheet.rows.get(KEY_ROW, [])]
    columns = {key: number for number, key in enumerate(heads, 1) if key and number > KEY_COLUMN}
    if missing := [one.key for one in form.columns if one.key not in columns]:
        names = (problems.wording.t(f"reporting.column.{form.key}.{key}") for key in missing)
        problems.add(title, f"{KEY_ROW}:{KEY_ROW}", "column_missing", columns=", ".join(names))
        return Page(title)
    if form.key != "guide":
        for place in sheet.merged:
            problems.add(title, place, "merged")
    lines = []
    for number, cells in sheet.rows.items():
        if number < FIRST_ROW or form.key == "guide":
            continue
        for column, cell in enumerate(cells, 1):
            if cell.kind == "formula":
                problems.add(title, cell_name(number, column), "formula")
        by_key = {key: cells[at - 1] for key, at in columns.items() if at <= len(cells)}
        key = cells[KEY_COLUMN - 1].text if cells else ""
        lines.append(Line(number, key, by_key))
    return Page(title, tuple(lines), columns)


def problems_in(language: str) -> Problems:
    """Nothing wrong yet, to be told in a language; in the default one where it is none of ours."""
    return Problems(wording(language if language in LANGUAGES else DEFAULT))

"""The cells of a sheet, each read as its column wants it; what cannot be read becomes a problem."""

from __future__ import annotations

from collections.abc import Callable

from components.reporting.form import sheet
from components.reporting.layout import DATE, LIST, NUMBER, YEAR, Column, Field
from components.wording import Wording
from loaders.reading.workbook import TypedCell
from loaders.reporting.book import Book, Line, Page
from loaders.reporting.problems import Problems
from loaders.reporting.values import (
    Unreadable,
    read_choice,
    read_date,
    read_number,
    read_text,
    read_value,
    read_year,
)

VALUE = "value"
"""What an indicator's new value is: a number, or a text."""

_READERS = {DATE: read_date, NUMBER: read_number, YEAR: read_year, VALUE: read_value}


class Reading:
    """A book on its way to be a record: its sheets, its choices and what is wrong in it."""

    def __init__(self, book: Book, problems: Problems) -> None:
        self.book, self.problems = book, problems

    @property
    def wording(self) -> Wording:
        """The reporter's language."""
        return self.book.wording

    def page(self, key: str) -> Page:
        """A sheet by its key."""
        return self.book.pages[key]

    def wrong(self, key: str, line: Line, column: str, problem: str, **fields: object) -> None:
        """Note a problem of a cell."""
        page = self.page(key)
        self.problems.add(page.title, page.at(line, column), problem, **fields)

    def warn(self, key: str, line: Line, column: str, problem: str, **fields: object) -> None:
        """Note what is loaded all the same."""
        page = self.page(key)
        self.problems.warn(page.title, page.at(line, column), problem, **fields)

    def row(
        self, key: str, line: Line, held: Callable[[str], str] = lambda _column: ""
    ) -> dict[str, str]:
        """The cells of a line by column; one that cannot be read is empty, and noted.

        What the form itself `held` is taken as it is: pages state amounts and dates in words too.
        """
        return {
            column.key: line.cell(column.key).text
            if line.cell(column.key).text == held(column.key) != ""
            else self.one(key, line, column.key, column)
            for column in sheet(key).columns
        }

    def one(self, key: str, line: Line, column: str, asked: Column | Field) -> str:
        """One cell as `asked` wants it; empty where it cannot be read."""
        cell = line.cell(column)
        if cell.kind in {"empty", "formula"}:
            return ""
        try:
            return self._read(cell, asked)
        except Unreadable as error:
            self.wrong(key, line, column, error.key, text=_shown(cell), choices=self._named(asked))
            return ""

    def _read(self, cell: TypedCell, asked: Column | Field) -> str:
        strict = asked.strict if isinstance(asked, Column) else True
        if asked.kind == LIST and strict:
            return read_choice(cell, self.book.words.get(asked.choices, {}))
        if not cell.text.strip():
            return ""
        if asked.key == "new_value":
            return read_value(cell)
        return _READERS.get(asked.kind, read_text)(cell)

    def _named(self, asked: Column | Field) -> str:
        """The choices of a list as the form words them, where they are few."""
        fixed = self.book.choices.get(asked.choices, ())
        comma = self.wording.t("sentence.comma")
        return comma.join(fixed if len(fixed) <= 12 else (*fixed[:12], "…"))


def _shown(cell: TypedCell) -> str:
    """What stands in a cell, short and without signs that cannot be seen."""
    text = "".join(c if c.isprintable() else "\ufffd" for c in cell.text)
    return text if len(text) <= 60 else f"{text[:60]}…"

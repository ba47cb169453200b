"""What a workbook that people fill in is made of: sheets, columns, rows and lists of choices.

Nothing in the file is found by words of a language. Row 1 of each sheet is hidden: its first cell
holds `MARK` and the sheet's key, the others the keys of the columns. Column A is hidden too: it
holds the keys of rows. The hidden last sheet, `CODES`, is a list of `list`, `code`, `text`: what
the file is (list `form`), what its sheets are called (list `sheet`), and every list of choices.
A choice is read by its words or by its code. A text that a spreadsheet would run as a formula has
a `'` before it (data.methods.formula_mark). Dates are texts: `2025`, `2025-03` or `2025-03-31`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

MARK: Final = "target87:"
"""Before the sheet's key in cell A1 of each sheet."""

CODES: Final = "codes"
CODES_HEADER: Final = ("list", "code", "text")
FORM: Final = "form"
"""The list that says what the file is: `version`, `area`, `language`, `made`, `release`."""

SHEET: Final = "sheet"
"""The list that holds the title of each sheet by its key."""

KEY_ROW, TITLE_ROW, HINT_ROW, HEAD_ROW, FIRST_ROW = range(1, 6)
KEY_COLUMN: Final = 1
KEY_SIGN: Final = "|"
"""Between the parts of a row's key, which is `indicator|part|year|sex|view|number` on the sheet of
indicators: year to number are of the value known, empty where none is."""


class Made(NamedTuple):
    """What a file is made from: the newest release and the day it was published."""

    day: str
    release: int


TEXT: Final = "text"
NUMBER: Final = "number"
DATE: Final = "date"
YEAR: Final = "year"
LIST: Final = "list"


@dataclass(frozen=True, slots=True)
class Choices:
    """A list of codes from which a cell is filled.

    The words of a code are `<family>.<code>`, or `reporting.choice.<key>.<code>` without a family.
    Without `codes` the list is the file's own, made from the facts of the country.
    """

    key: str
    family: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its cells hold, how wide it is, and whether a country fills it in.

    A prefilled column is locked. `open_rows` are filled in where the row itself is an empty one.
    `strict` lists refuse what is not in them. The heading is `reporting.column.<sheet>.<key>`.
    """

    key: str
    kind: str = TEXT
    width: int = 14
    fill: bool = True
    choices: str = ""
    open_rows: bool = False
    strict: bool = True
    reviewer: bool = False
    """Whether only the reviewer fills it in."""


@dataclass(frozen=True, slots=True)
class Field:
    """A row of a sheet of questions: what its answer holds.

    Its question is `reporting.<sheet>.<key>`, its hint the same with `.hint` where there is one.
    """

    key: str
    kind: str = TEXT
    fill: bool = True
    needed: bool = False
    choices: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its columns after the hidden column of row keys, and its fixed rows if it has any.

    `empty` rows follow the prefilled ones, without a key; a country adds what is missing there.
    The title is `reporting.sheet.<key>.title`, the line below it `reporting.sheet.<key>.hint`.
    """

    key: str
    columns: tuple[Column, ...] = ()
    fields: tuple[Field, ...] = ()
    empty: int = 0

    def column(self, key: str) -> Column:
        """The column with this key; KeyError when the sheet has none."""
        return {column.key: column for column in self.columns}[key]

    def number(self, key: str) -> int:
        """Where a column stands in the sheet that is written, from 1; A holds the row keys."""
        return [column.key for column in self.columns].index(key) + KEY_COLUMN + 1

"""What a list of the interface for programs is: its columns, its parameters, its forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "integer", "number"]
Cell = str | int | float | None
"""What stands in a column; empty text and None are the same absence."""

CSV: Final = "csv"
JSON: Final = "json"
SDMX: Final = "sdmx.csv"
PARQUET: Final = "parquet"
MEDIA: Final[Mapping[str, str]] = {
    CSV: "text/csv; charset=utf-8",
    JSON: "application/json",
    SDMX: "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
    PARQUET: "application/vnd.apache.parquet",
}
"""By the ending of an address."""

ROOT: Final = "/api/v1/"
OWN: Final = "*"
DEFAULT_LIMIT: Final = 1_000
MOST_LIMIT: Final = 10_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list. Its meaning stands under `api_column.<meaning>` in the wording."""

    name: str
    kind: Kind = "text"
    meaning: str = ""
    codes: tuple[str, ...] = ()

    @property
    def means(self) -> str:
        """The key of the sentence that says what stands in it."""
        return f"api_column.{self.meaning or self.name}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a list.

    `among` names the vocabulary of its codes (`area`, `instrument`; OWN: what stands in the
    column), or is empty for what has a `pattern` or `years`, the first and the last that it takes.
    `several`: a list, repeated or parted by commas. `column`: the column whose cells it is about;
    `inside`: a cell of that column holds several codes with `;` between.
    """

    name: str
    among: str = ""
    pattern: str = ""
    example: str = ""
    several: bool = True
    column: str = ""
    inside: bool = False
    years: tuple[int, int] = (0, 0)
    meaning: str = ""

    @property
    def means(self) -> str:
        """The key of the sentence that says what it asks for."""
        return f"api_parameter.{self.meaning or self.name}"


@dataclass(frozen=True, slots=True)
class Worded:
    """Columns that say a thing in every language: `<stem>_en`, `<stem>_fr`, …

    The words stand under `<owner>.<code>[.<field>]`, the code in column `by`; English may stand in
    the row itself, under `stem`.
    """

    stem: str
    owner: str
    by: str = "code"
    field: str = ""

    def key(self, code: str) -> str:
        """Where the words for a code stand."""
        return ".".join(filter(None, (self.owner, code, self.field)))


Past = Literal["", "figures", "records"]
"""Whose history `as_of` asks for: that of figures, that of the pathfinder way, or none is kept."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A list: `/api/v1/<name>.csv` and its other forms. `example` is a query that has rows.

    `own_csv`: the CSV is written by a route of its own, and the other forms are read from it.
    """

    name: str
    columns: tuple[Column, ...]
    parameters: tuple[Parameter, ...] = ()
    example: str = ""
    past: Past = ""
    forms: tuple[str, ...] = (CSV, JSON)
    own_csv: bool = False
    worded: tuple[Worded, ...] = ()

    def path(self, form: str) -> str:
        """The address of one of its forms."""
        return f"{ROOT}{self.name}.{form}"

    @property
    def word(self) -> str:
        """Its name in keys of the wording."""
        return self.name.replace("-", "_")

    @property
    def several_tables(self) -> bool:
        """Whether its columns depend on the table that is asked for."""
        return "table" in self.asked

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    @property
    def asked(self) -> tuple[str, ...]:
        """The names of its parameters, without those of pages of JSON."""
        return tuple(parameter.name for parameter in self.parameters)

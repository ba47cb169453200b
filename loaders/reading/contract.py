"""What a format is: how a file is recognised, and the records and refusals that reading it gives.

A format reads; it never writes, never guesses, never fetches. Whatever it cannot take into a row it
gives back as a Refusal with place, rule and value, so that rows in = rows + refusals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

MANY: Final = 50_000
"""How many rows are looked at together."""


OWN: Final = "Fetch the publisher's own unchanged file."
AGAIN: Final = "The download may have been cut short: fetch it again."
"""What most refusals of broken files advise."""


class FileRefused(ValueError):
    """A file that is not loaded at all: one sentence with file, place, rule and remedy."""

    def __init__(self, file: str, place: str, rule: str, remedy: str) -> None:
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where}: {rule}. {remedy}")
        self.file, self.place, self.rule, self.remedy = file, place, rule, remedy


class Record(NamedTuple):
    """One record for one table: `place` says where it stood (`line 12`, `sheet Data, row 9`).

    `cells` holds the table's columns as text, exactly as published; for `observation` these are
    the columns of data/tables/observations (indicator, area, year, ... vintage).
    """

    place: str
    cells: Mapping[str, str]
    table: str = "observation"


class Refusal(NamedTuple):
    """One record set aside: where it stood, which column and value, which rule, why."""

    place: str
    column: str
    value: str
    rule: str
    reason: str


class Remark(NamedTuple):
    """What a file holds that no row takes, kept as a warning: an unknown column, a message."""

    place: str
    rule: str
    reason: str


class Page(NamedTuple):
    """What a file says of itself when it is a page of an answer: `number` of `pages`, from 1.

    `items` are held by this page, `total` by all pages of the answer.
    """

    number: int
    pages: int
    items: int
    total: int


class Rows(NamedTuple):
    """Up to MANY records for `observation` at once, column by column: a tenth of a Record's work.

    For formats that are read by the million; all others give Records. `places` and each of
    `columns` (by name, as in a Record) are equally long.
    """

    places: Sequence[str]
    columns: Mapping[str, Sequence[str]]

    def cells(self, at: int) -> dict[str, str]:
        """One record's cells by column."""
        return {name: column[at] for name, column in self.columns.items()}


Item = Record | Refusal | Rows | Remark | Page
"""What reading a file gives; only the first three are rows."""


@dataclass(frozen=True)
class Sample:
    """What recognition may look at: never more than the head of a file and a list of members.

    `kind`: csv, json, xml, xlsx, xls, zip, gz, html, empty, binary. `head` is the first 64 kB,
    unpacked where the file is gzip. `members` are the names in a zip. `text` is the head decoded.
    """

    path: Path
    kind: str
    head: bytes
    text: str
    encoding: str
    members: tuple[str, ...] = ()

    def refused(self, rule: str, remedy: str, place: str = "") -> FileRefused:
        """The refusal of this file, to be raised."""
        return FileRefused(self.path.name, place, rule, remedy)


@dataclass(frozen=True)
class Opened:
    """A file that passed the guard and may be read: its sample, and choices of the operator."""

    sample: Sample
    source: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Format:
    """One publisher's format, which a reader below loaders/sources gives as FORMAT.

    `name` is short, as `loaders load --format` and the ledger print it; `version` is that of our
    reader, kept in the ledger and raised when its result changes; `source` the code (of the
    catalogue) that its records carry when none is chosen. `recognises` tells by content, never by
    name, whether a file is of the format; `read` streams its items and raises FileRefused.
    `signs` are the columns or tags in which its files begin, a blank in a name written as `_`, so
    that the refusal of a file can name the nearest format. A `yearly` file is the report of one
    year: it replaces that year's figures alone.
    """

    name: str
    version: str
    source: str
    recognises: Callable[[Sample], bool]
    read: Callable[[Opened], Iterator[Item]]
    signs: str = ""
    yearly: bool = False

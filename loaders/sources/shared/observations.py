"""What the formats share: rows of a table by column name, values with their absences, vintages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TypeVar

from data.records import VALUELESS_STATUS, Observation
from loaders.reading.admit import validate_file
from loaders.reading.contract import FileRefused, Opened, Record, Refusal, Remark, Sample
from loaders.reading.files import csv_rows, rows_of, zip_text
from loaders.sources.shared.areas import UnknownArea, area_of

ABSENT: Final = frozenset({"", "..", "...", "…", "n/a", "na", "nan", "null", ":"})
"""Spellings of an empty cell, in lower case. A zero is none of them, nor is a dash."""
NAME_IT: Final = "Name the release with --vintage, for example --vintage 2026-09."
_BOUND_SIGNS: Final = "<>≤≥"
_BOUND: Final = re.compile(r"[<>≤≥]=?\s*\d+(\.\d+)?")
_DATE: Final = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?", re.ASCII)
_ORDINARY: Final = dict.fromkeys(Observation._fields, "") | {
    "sex": "T",
    "age": "_T",
    "dimension": "_T",
    "category": "_T",
    "status": "A",
}


class Misfit(ValueError):
    """A record that no row can be made of: column, value, rule and a reason in a sentence."""

    def __init__(self, column: str, value: str, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.value, self.rule, self.reason = column, value, rule, reason

    def at(self, place: str) -> Refusal:
        """The refusal of the record that stood at `place`."""
        return Refusal(place, self.column, self.value, self.rule, self.reason)


class Reading(NamedTuple):
    """A value cell taken apart: number as text or empty, status, the publisher's mark, a note."""

    value: str
    status: str
    suppressed: str
    note: str


def reading_of(text: str, status: str) -> Reading:
    """Tell a figure from a suppressed one and from none; `status` is the record's own code.

    `<5` is suppressed and keeps its mark; `..`, `n/a`, `NaN` and `:` are not reported and keep
    theirs in the note; a blank has no mark. A status that says why there is no figure is kept.
    """
    text = text.strip()
    if text and text[-1].isdigit() and text[0] not in _BOUND_SIGNS:
        return Reading(text, status, "", "")
    if _BOUND.fullmatch(text):
        return Reading("", "Q", text.replace(" ", ""), "")
    if text.casefold() not in ABSENT:
        return Reading(text, status, "", "")
    why = status if status in VALUELESS_STATUS else "O"
    note = f"Published as {text}" if text and text.casefold() not in ("nan", "null") else ""
    return Reading("", why, "withheld" if why == "Q" else "", note)


def observation(place: str, **cells: str) -> Record:
    """A record of the observation table; columns left out get the ordinary value.

    Raises KeyError for a column that the table has not.
    """
    unknown = set(cells) - set(_ORDINARY)
    if unknown:
        raise KeyError(f"not columns of an observation: {sorted(unknown)}")
    return Record(place, _ORDINARY | cells)


def vintage_of(opened: Opened, stated: str = "") -> str:
    """The operator's vintage, else the one the file states.

    Raises FileRefused for neither, and for a date that the calendar does not have.
    """
    vintage = opened.options.get("vintage", "") or stated
    if not vintage:
        raise opened.sample.refused("the file does not say of which release it is", NAME_IT)
    if (found := _DATE.fullmatch(vintage)) and not _is_day(found[1], found[2], found[3] or "01"):
        rule = f"the release {vintage} is no day or month of the calendar"
        raise opened.sample.refused(rule, NAME_IT)
    return vintage


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def joined(*texts: str) -> str:
    """Notes in one text, blanks single, empty and repeated ones left out."""
    found = dict.fromkeys(" ".join(text.split()) for text in texts)
    return "; ".join(text for text in found if text)


class Row(NamedTuple):
    """A row of a table with a header: its place and its cells by column name."""

    place: str
    cells: Mapping[str, str]


class Placed(Protocol):
    """Whatever stood at a place of a file."""

    @property
    def place(self) -> str:
        """Where, in words: `line 12`."""
        ...


T = TypeVar("T")
Found = TypeVar("Found", bound=Placed)


def records(
    rows: Iterable[Found | Refusal], make: Callable[[Found], Record]
) -> Iterator[Record | Refusal]:
    """What `make` makes of each row; a row that it raises Misfit for becomes a Refusal."""
    return from_each(rows, lambda row: (make(row),))


def from_each(
    rows: Iterable[Found | Refusal], make: Callable[[Found], Iterable[T]]
) -> Iterator[T | Refusal]:
    """As `records`, where `make` makes none or many of a row; a Misfit ends that row."""
    for row in rows:
        try:
            yield from (row,) if isinstance(row, Refusal) else make(row)
        except Misfit as misfit:
            yield misfit.at(row.place)


def records_and_remarks(
    rows: Iterable[Found | Refusal],
    make: Callable[[Found], Record],
    unread: Callable[[Found], Iterable[str]],
) -> Iterator[Record | Refusal | Remark]:
    """As `records`; then a remark for each name of the rows taken that no column of ours holds."""
    places: dict[str, str] = {}

    def noted(row: Found) -> Record:
        record = make(row)
        for name in unread(row):
            places.setdefault(name, row.place)
        return record

    yield from records(rows, noted)
    for name, place in places.items():
        yield Remark(place, "attribute_not_read", f"No column of ours holds {name}.")


def area_in(
    column: str,
    spelling: str,
    family: str,
    reason: str = "",
    resolve: Callable[[str, str], str] = area_of,
) -> str:
    """Our area code for a publisher's spelling. Raises Misfit, naming the column.

    `reason` says it in a reader's words; `resolve` may be `place` or `area_of_m49` instead.
    """
    try:
        return resolve(spelling, family)
    except UnknownArea as unknown:
        raise Misfit(column, spelling, "unknown_area", reason or str(unknown)) from unknown


def coded(
    codes: Mapping[str, T], column: str, code: str, reason: str, rule: str = "unknown_code"
) -> T:
    """What a publisher's code is with us. Raises Misfit for one that the table does not hold."""
    if code not in codes:
        raise Misfit(column, code, rule, reason)
    return codes[code]


def csv_table(opened: Opened, needed: Iterable[str]) -> Iterator[Row | Refusal]:
    """The rows of an opened CSV file, as `table_rows` gives them."""
    return table_rows(csv_rows(opened.sample), opened.sample.path.name, needed)


def table(
    path: Path, needed: Iterable[str], *, delimiter: str | None = None
) -> Iterator[Row | Refusal]:
    """The rows of a CSV file (also gzip) that is admitted first. Raises FileRefused."""
    return table_rows(csv_rows(validate_file(path), delimiter=delimiter), path.name, needed)


def member_rows(sample: Sample, member: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and cells of a CSV in a zip. Raises FileRefused."""
    return rows_of(zip_text(sample, member), f"{sample.path.name}, member {member}")


def table_rows(
    rows: Iterable[tuple[int, list[str]]], name: str, needed: Iterable[str], *, within: str = ""
) -> Iterator[Row | Refusal]:
    """The rows of a table whose first row is a header that must hold `needed` columns.

    Column order makes no difference. A row with too many or too few cells is a Refusal; a header
    that lacks a column, or names one twice, a FileRefused. `within` names the member of a zip.
    """
    source = iter(rows)
    prefix = f"{within}, " if within else ""
    number, header = next(source, (1, []))
    header = [cell.strip().lstrip("\ufeff") for cell in header]
    place = f"{prefix}line {number}"
    missing = [column for column in needed if column not in header]
    if missing:
        remedy = "Fetch the publisher's unchanged file, with its header line."
        raise FileRefused(name, place, f"the header lacks {', '.join(missing)}", remedy)
    twice = sorted({c for c in header if c and header.count(c) > 1})
    if twice:
        rule = f"the header names {', '.join(twice)} more than once"
        raise FileRefused(name, place, rule, "Keep one column of each name.")
    for number, cells in source:
        place = f"{prefix}line {number}"
        if len(cells) != len(header):
            reason = f"The line has {len(cells)} cells, the header {len(header)}."
            yield Refusal(place, "", str(len(cells)), "cell_count", reason)
            continue
        yield Row(place, dict(zip(header, cells, strict=True)))

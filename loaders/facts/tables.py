"""Reads our tables of facts (`data/tables/<table>/*.csv[.gz]`) line by line."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from loaders.reading.contract import MANY, Rows

TABLES: Final = Path(__file__).resolve().parents[2] / "data" / "tables"


class TableLine(NamedTuple):
    """One record of a table's file: the file's short name, its line counted from 1, its cells."""

    file: str
    number: int
    cells: dict[str, str]


class TableError(ValueError):
    """A file that is not the table it should be: says file, what was found, what is wanted."""


def _open(path: Path) -> io.TextIOBase:
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path, "rb"), encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def files(table: str, tables: Path = TABLES) -> list[Path]:
    """The files of a table, by name."""
    folder = tables / table
    return sorted([*folder.glob("*.csv"), *folder.glob("*.csv.gz")])


def _cells(
    path: Path, columns: tuple[str, ...], tables: Path
) -> Iterator[tuple[int, Sequence[str]]]:
    name = path.relative_to(tables).as_posix()
    with _open(path) as text:
        reader = csv.reader(text, strict=True)
        header = next(reader, [])
        missing = [c for c in columns if header.count(c) != 1]
        if missing:
            raise TableError(
                f"{name}: the header should name once each of {missing}; it is {header}"
            )
        at = [header.index(c) for c in columns]
        width = len(header)
        in_order = at == list(range(width))
        for row in reader:
            if len(row) != width:
                raise TableError(
                    f"{name} line {reader.line_num}: {len(row)} cells, the header has {width}"
                )
            yield reader.line_num, row if in_order else [row[i] for i in at]


def lines(path: Path, columns: tuple[str, ...], tables: Path = TABLES) -> Iterator[TableLine]:
    """The records of one file, cells of `columns` only.

    Raises TableError when the header lacks or repeats a column.
    """
    name = path.relative_to(tables).as_posix()
    for number, cells in _cells(path, columns, tables):
        yield TableLine(name, number, dict(zip(columns, cells, strict=True)))


def rows(path: Path, columns: tuple[str, ...], tables: Path = TABLES) -> Iterator[Rows]:
    """The same, many at once, for the table of observations. Raises TableError."""
    name = path.relative_to(tables).as_posix()
    records = _cells(path, columns, tables)
    while some := list(islice(records, MANY)):
        numbers, cells = zip(*some, strict=True)
        by_column = dict(zip(columns, zip(*cells, strict=True), strict=True))
        yield Rows([f"{name}, line {number}" for number in numbers], by_column)


def digest(inputs: list[Path]) -> str:
    """SHA-256 over names and bytes of the files, and of every file below the folders."""
    total = hashlib.sha256()
    for place in inputs:
        below = [place] if place.is_file() else place.rglob("*")
        for path in sorted(p for p in below if p.is_file() and p.suffix != ".pyc"):
            total.update(path.relative_to(place.parent).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()

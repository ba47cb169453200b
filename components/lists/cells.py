"""Rows of a list as CSV and as JSON: the same rows, the same figures, nothing rounded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import orjson

from components.downloads import LINE_END, number_text
from components.lists.resource import Cell, Column, Kind
from data.methods.formula_mark import marked, unmarked

BATCH: Final = 1_000


def texts(row: Iterable[Cell]) -> list[str]:
    """The cells as texts, figures with every digit."""
    return [
        cell if isinstance(cell, str) else "" if cell is None else number_text(cell) for cell in row
    ]


def csv_pieces(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """A CSV with its header, in pieces; no text of it is a formula."""
    lines: list[list[str]] = [list(names)]
    for row in rows:
        lines.append([marked(text) for text in texts(row)])
        if len(lines) >= BATCH:
            yield _written(lines)
            lines = []
    yield _written(lines)


def _written(lines: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator=LINE_END).writerows(lines)
    return buffer.getvalue()


def rows_of_csv(pieces: Iterable[str]) -> Iterator[list[str]]:
    """The lines of a CSV of ours, its header first, texts as they were before they were marked."""
    for line in csv.reader(part for piece in pieces for part in io.StringIO(piece, newline="")):
        yield [unmarked(text) if text[:1] == "'" else text for text in line]


NUMBERS: Final[Mapping[Kind, type[int] | type[float]]] = {"integer": int, "number": float}


def json_page(
    columns: Sequence[Column], rows: Iterable[Sequence[Cell]], meta: Mapping[str, Any]
) -> bytes:
    """One page of rows as objects by column, behind what is said of them; absences are null."""
    names = [column.name for column in columns]
    numbers = [(c.name, NUMBERS[c.kind]) for c in columns if c.kind in NUMBERS]
    made = []
    for row in rows:
        cells = {name: None if c == "" else c for name, c in zip(names, row, strict=True)}
        # Few columns are numbers: a question about every cell would take as long again.
        for name, number in numbers:
            if isinstance(text := cells[name], str):
                cells[name] = number(text)
        made.append(cells)
    return orjson.dumps({"meta": meta, "rows": made}, option=orjson.OPT_APPEND_NEWLINE)

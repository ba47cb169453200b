"""Files on their way in: what their readers give, in chunks, after the rules of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from data.schema import OBSERVATION_COLUMNS, OBSERVATION_KEY
from loaders.publish.ledger import Line
from loaders.publish.other_tables import Found
from loaders.reading.contract import MANY, Record, Refusal, Rows
from loaders.validate import row as rules
from loaders.validate.columns import Checked, RowSchema


@dataclass
class Incoming:
    """One file on its way in: its line in the ledger and a way to read it, maybe twice."""

    line: Line
    read: Callable[[], Iterable[Record | Refusal | Rows]]
    others: dict[str, list[Found]] = field(default_factory=dict)
    """Records that are not observations, by table."""
    yearly: bool = False
    """Whether the file is the report of one year, which replaces the figures of that year alone."""

    def restart(self) -> None:
        """Begin anew, after what was written has been rolled back."""
        self.line.restart()
        self.others = {}


def _chunks(file: Incoming) -> Iterator[Rows]:
    """Observations in chunks; what the format refused goes to the ledger on the way."""
    line = file.line
    records: list[Record] = []
    for item in file.read():
        if isinstance(item, Rows):
            line.counts.rows_in += len(item.places)
            if records:
                yield _together(records)
                records = []
            yield item
            continue
        line.counts.rows_in += 1
        if isinstance(item, Refusal):
            line.reject(*item)
            continue
        if item.table != "observation":
            others = file.others.setdefault(item.table, [])
            others.append(Found(line, item.place, item.cells))
            continue
        records.append(item)
        if len(records) == MANY:
            yield _together(records)
            records = []
    if records:
        yield _together(records)


def _together(records: Sequence[Record]) -> Rows:
    columns = {name: [record.cells[name] for record in records] for name in OBSERVATION_COLUMNS}
    return Rows([record.place for record in records], columns)


def checked_chunks(
    files: Sequence[Incoming], rows_are: RowSchema
) -> Iterator[tuple[Incoming, Rows, Checked]]:
    """Every file chunk by chunk; what breaks a rule goes to the ledger on the way."""
    for file in files:
        total, mixed = 0, 0
        for chunk in _chunks(file):
            checked = rows_are.check(chunk)
            for position, breach in checked.breaches.items():
                file.line.reject(chunk.places[position], *breach)
            total = (total + int(checked.contents.sum(dtype=np.uint64))) % (1 << 64)
            mixed ^= int(np.bitwise_xor.reduce(checked.contents)) if len(checked.contents) else 0
            file.line.fingerprint = (total, mixed)
            yield file, chunk, checked


def key_of(cells: Mapping[str, str]) -> tuple[Any, ...] | None:
    """The columns of a row that broke a rule, all but its key empty; None without a key."""
    unusable = any(rules.unstorable(cells[name]) for name in OBSERVATION_KEY)
    if unusable or not rules.is_year(cells["year"]):
        return None
    return tuple(
        (int(cells[name]) if name == "year" else cells[name]) if name in OBSERVATION_KEY else None
        for name in OBSERVATION_COLUMNS
    )

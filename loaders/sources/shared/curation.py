"""What every curation has in common: collecting rejects, writing tables.

A curation reads publishers' files below one folder (`material`), and writes our own tidy tables.
It never drops a record in silence: what is not written is rejected, with file, line, rule, value.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from data.records import Observation
from loaders.facts.tables import TABLES
from loaders.reading.contract import Record, Refusal

OBSERVATION_COLUMNS: Final = Observation._fields
OBSERVATION_KEY: Final = (
    "indicator",
    "area",
    "dimension",
    "category",
    "sex",
    "age",
    "year",
    "source",
    "survey",
)
REJECT_COLUMNS: Final = ("dataset", "file", "line", "column", "value", "rule", "reason")
LEDGER_COLUMNS: Final = ("dataset", "file", "sha256", "records_in", "loaded", "rejected")
GZIP_ABOVE: Final = 300_000
"""Tables above this many bytes are written as .csv.gz, to keep the project small."""


@dataclass(frozen=True)
class Dataset:
    """One publisher's file on its way to one table of ours, read as any loaded file is.

    `table` is the path below data/tables without its ending; every record of `file` is in
    `records`, as a Record (the cells of `columns`; what is left out is empty) or as a Refusal.
    A table that is made from code or from another dataset has no `ledger` line of its own.
    """

    name: str
    file: Path
    table: str
    records: Iterable[Record | Refusal]
    columns: Sequence[str] = OBSERVATION_COLUMNS
    key: Sequence[str] = OBSERVATION_KEY
    ledger: bool = True


@dataclass(frozen=True)
class Asset:
    """A file of ours that is no table, such as a drawing: its path below data/, its text."""

    path: str
    text: str


@dataclass
class Curation:
    """One publisher's file on its way to one table.

    `records_in` counts candidate records (in a wide file: candidate cells), so that
    records_in == len(rows) + len(rejects) must hold when it is written.
    """

    dataset: str
    file: Path
    material: Path
    rows: list[dict[str, str]] = field(default_factory=list)
    rejects: list[dict[str, str]] = field(default_factory=list)
    records_in: int = 0

    def keep(self, **row: object) -> None:
        """Take a record into the table. None becomes the empty text."""
        self.records_in += 1
        self.rows.append({k: "" if v is None else str(v) for k, v in row.items()})

    def observe(self, **row: object) -> None:
        """Take an observation; fields left out get the ordinary value (total, status A, ...)."""
        full: dict[str, object] = dict.fromkeys(OBSERVATION_COLUMNS, "")
        full |= {"sex": "T", "dimension": "_T", "category": "_T", "status": "A"}
        unknown = set(row) - set(full)
        if unknown:
            raise KeyError(f"not columns of an observation: {sorted(unknown)}")
        self.keep(**(full | row))

    def reject(
        self, *, line: object, column: str = "", value: object = "", rule: str, reason: str
    ) -> None:
        """Set a record aside with the rule it broke; `line` counts the file's own lines from 1."""
        self.records_in += 1
        self.rejects.append(
            {
                "dataset": self.dataset,
                "file": self.file.name,
                "line": str(line),
                "column": column,
                "value": str(value),
                "rule": rule,
                "reason": reason,
            }
        )

    def write(
        self,
        table: str,
        *,
        columns: Sequence[str] = OBSERVATION_COLUMNS,
        key: Sequence[str] = OBSERVATION_KEY,
        tables: Path = TABLES,
    ) -> None:
        """Write `tables/<table>.csv[.gz]` sorted by key, the rejects and the ledger line.

        Raises ValueError when a key stands twice or when records went missing.
        """
        if self.records_in != len(self.rows) + len(self.rejects):
            raise ValueError(f"{self.dataset}: {self.records_in} in, but rows do not add up")
        seen: dict[tuple[str, ...], int] = {}
        for row in self.rows:
            k = tuple(row[c] for c in key)
            seen[k] = seen.get(k, 0) + 1
        twice = [k for k, n in seen.items() if n > 1]
        if twice:
            raise ValueError(f"{self.dataset}: {len(twice)} keys stand twice, first: {twice[:5]}")
        write_table(table, self.rows, columns, key, tables=tables)
        write_table(
            f"rejected/{self.dataset}",
            self.rejects,
            REJECT_COLUMNS,
            ("line", "column"),
            tables=tables,
            keep_order=True,
        )
        line = {
            "dataset": self.dataset,
            "file": self.file.name,
            "sha256": hashlib.sha256(self.file.read_bytes()).hexdigest(),
            "records_in": str(self.records_in),
            "loaded": str(len(self.rows)),
            "rejected": str(len(self.rejects)),
        }
        write_table(f"ledger/{self.dataset}", [line], LEDGER_COLUMNS, ("dataset",), tables=tables)


def write_table(
    table: str,
    rows: Iterable[Mapping[str, str]],
    columns: Sequence[str],
    key: Sequence[str],
    *,
    tables: Path = TABLES,
    keep_order: bool = False,
) -> Path:
    """Write rows as UTF-8 CSV (gzip when large, with a fixed header so bytes repeat); its path."""
    ordered = list(rows) if keep_order else sorted(rows, key=lambda r: [r[c] for c in key])
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(ordered)
    body = text.getvalue().encode()
    plain, packed = tables / f"{table}.csv", tables / f"{table}.csv.gz"
    plain.parent.mkdir(parents=True, exist_ok=True)
    plain.unlink(missing_ok=True)
    packed.unlink(missing_ok=True)
    if len(body) <= GZIP_ABOVE:
        plain.write_bytes(body)
        return plain
    with packed.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        out.write(body)
    return packed

"""What a curation gives: datasets of records and refusals, which loaders.jobs.curate writes.

A curation reads publishers' files below one folder (`material`). It never drops a record in
silence: what is not a Record of our own tidy tables is a Refusal, with line, rule and value.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from data.records import Observation
from data.schema import OBSERVATION_KEY
from loaders.facts.tables import TABLES
from loaders.reading.contract import Record, Refusal

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
    columns: Sequence[str] = Observation._fields
    key: Sequence[str] = OBSERVATION_KEY
    ledger: bool = True


def observations(name: str, file: Path, records: Iterable[Record | Refusal]) -> Dataset:
    """The dataset of a file that becomes `observations/<name>`."""
    return Dataset(name, file, f"observations/{name}", records)


@dataclass(frozen=True)
class Asset:
    """A file of ours that is no table, such as a drawing: its path below data/, its text."""

    path: str
    text: str


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

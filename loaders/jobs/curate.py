"""Makes the tables under data/tables/ from publishers' files: rows, rejects and ledger lines.

A curation is a module of loaders/sources with `datasets(material)`, which gives each Dataset and
Asset that it makes of the files below the folder `material`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import (
    LEDGER_COLUMNS,
    REJECT_COLUMNS,
    Asset,
    Dataset,
    write_table,
)

_NUMBER: Final = re.compile(r"\b(?:line|row) (\d+)$")


def curate(name: str, material: Path, tables: Path = TABLES) -> None:
    """Run the curation of a module below loaders.sources.

    Raises ValueError when a key stands twice, and FileRefused for a file that cannot be read.
    """
    for made in import_module(f"loaders.sources.{name}").datasets(material):
        if isinstance(made, Asset):
            path = tables.parent / made.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made.text, encoding="utf-8")
        else:
            write(made, tables)


def write(dataset: Dataset, tables: Path = TABLES) -> None:
    """Write `tables/<table>.csv[.gz]` sorted by key, and the dataset's rejects and ledger line.

    Raises ValueError when a key stands twice, a record has a column that the table has not, or the
    table's file is not named for the dataset: a build finds its rejects and ledger by that name.
    """
    if dataset.ledger and dataset.table.rpartition("/")[2] != dataset.name:
        raise ValueError(f"{dataset.name}: its table is {dataset.table}, which has another name")
    rows, refusals = [], []
    for record in dataset.records:
        if isinstance(record, Record):
            rows.append(record.cells)
        else:
            refusals.append(record)
    keys = Counter(tuple(row[c] for c in dataset.key) for row in rows)
    twice = [key for key, times in keys.items() if times > 1]
    if twice:
        raise ValueError(f"{dataset.name}: {len(twice)} keys stand twice, first: {twice[:5]}")
    write_table(dataset.table, rows, dataset.columns, dataset.key, tables=tables)
    if not dataset.ledger:
        return
    shared = {"dataset": dataset.name, "file": dataset.file.name}
    rejects = [shared | _reject(refusal) for refusal in refusals]
    path = f"rejected/{dataset.name}"
    write_table(path, rejects, REJECT_COLUMNS, (), tables=tables, keep_order=True)
    line = shared | {
        "sha256": hashlib.sha256(dataset.file.read_bytes()).hexdigest(),
        "records_in": str(len(rows) + len(refusals)),
        "loaded": str(len(rows)),
        "rejected": str(len(refusals)),
    }
    write_table(f"ledger/{dataset.name}", [line], LEDGER_COLUMNS, ("dataset",), tables=tables)


def _reject(refusal: Refusal) -> dict[str, str]:
    """A line of the rejects: `line 12` and `sheet Data, row 12` stand there as their number."""
    cells = refusal._asdict()
    place = cells.pop("place")
    number = _NUMBER.search(place)
    return {"line": number[1] if number else place} | cells

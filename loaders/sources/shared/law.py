"""Rows of `legal_fact`, which several publishers give: what a law says or a government does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import Dataset

COLUMNS: Final = (
    "area", "topic", "year", "value", "unit", "standard", "conforms", "note", "source", "page",
)  # fmt: skip
KEY: Final = ("area", "topic", "year", "source")


def legal_facts(name: str, file: Path, records: Iterable[Record | Refusal]) -> Dataset:
    """The dataset of a file that becomes `legal_facts/<name>`."""
    return Dataset(name, file, f"legal_facts/{name}", records, COLUMNS, KEY)


def legal_fact(place: str, **cells: str) -> Record:
    """A record of the table; unit, standard and note may be left out, `conforms` where none is."""
    ordinary = {"unit": "", "standard": "", "conforms": "not_applicable", "note": ""}
    return Record(place, ordinary | cells, "legal_fact")

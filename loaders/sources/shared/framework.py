"""Rows of `framework_value`, which several publishers give: what the monitoring framework asks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import Dataset

COLUMNS: Final = (
    "area", "indicator", "part", "year", "sex", "view", "source_title", "value", "unit", "note",
    "checked", "page",
)  # fmt: skip
KEY: Final = ("area", "indicator", "part", "year", "sex", "view", "source_title")


def framework_values(name: str, file: Path, records: Iterable[Record | Refusal]) -> Dataset:
    """The dataset of a file that becomes `framework_values/<name>`."""
    return Dataset(name, file, f"framework_values/{name}", records, COLUMNS, KEY)


def framework_value(place: str, **cells: str) -> Record:
    """A record of the table; part, sex, unit and note may be left out."""
    ordinary = dict.fromkeys(("part", "sex", "unit", "note"), "")
    return Record(place, ordinary | cells, "framework_value")

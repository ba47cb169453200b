"""Rows of `legal_fact`, which several publishers give: what a law says or a government does."""

from __future__ import annotations

from typing import Final

from loaders.reading.contract import Record

COLUMNS: Final = (
    "area", "topic", "year", "value", "unit", "standard", "conforms", "note", "source", "page",
)  # fmt: skip
KEY: Final = ("area", "topic", "year", "source")


def legal_fact(place: str, **cells: str) -> Record:
    """A record of the table; unit, standard and note may be left out, `conforms` where none is."""
    ordinary = {"unit": "", "standard": "", "conforms": "not_applicable", "note": ""}
    return Record(place, ordinary | cells, "legal_fact")

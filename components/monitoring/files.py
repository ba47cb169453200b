"""The monitoring framework as a CSV file: one row an answer, one for each question without any."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import replace
from typing import Final

from components.downloads import LINE_END
from data.methods.comparability import estimated, projected
from data.methods.formula_mark import marked
from data.methods.framework.cells import Cell, cells
from data.methods.framework.said import FrameworkFacts, Said
from data.records import FrameworkValue, Observation

COLUMNS: Final = (
    "indicator",
    "dimension",
    "topic",
    "group",
    "part",
    "area",
    "area_name",
    "year",
    "value",
    "unit",
    "sex",
    "status",
    "view",
    "subject",
    "nature",
    "source",
    "source_title",
    "page",
    "checked",
    "who_could_report",
    "note",
)
"""In this order for as long as the address is `/api/v1/`; new columns come at the end."""


WITHHELD: Final = "withheld"
_EMPTY: Final = {
    "Q": "suppressed",
    "M": "not_applicable",
    "L": "not_collected",
    WITHHELD: WITHHELD,
}


def framework_csv(
    countries: Iterable[FrameworkFacts], withheld: Collection[str] = ()
) -> Generator[str]:
    """The rows of some countries with their header, in pieces: a country a piece.

    Of figures and stated values of `withheld` sources the value is left out, for their terms let
    nobody pass it on: the row says so and where it stands.
    """
    yield _text([COLUMNS])
    for facts in countries:
        yield _text(row for cell in cells(facts) for row in _rows(cell, facts, withheld))


def _rows(
    cell: Cell, facts: FrameworkFacts, withheld: Collection[str]
) -> Iterator[tuple[str, ...]]:
    if not any(said.absence or not said.beside for said in cell.said):
        yield _row(cell, None, facts)
    for said in cell.said:
        if said.source in withheld and isinstance(said.record, Observation | FrameworkValue):
            said = replace(said, value="", absence=WITHHELD)
        yield _row(cell, said, facts)


def _row(cell: Cell, said: Said | None, facts: FrameworkFacts) -> tuple[str, ...]:
    about, area = cell.indicator, facts.area
    head = (about.code, about.dimension, about.topic, about.group, cell.part.code)
    place = (area.code, area.name)
    who = " ".join(about.who)
    if said is None:
        empty = ("",) * 7
        return (*head, *place, "", "", "", "", cell.status, *empty, who, "")
    return (
        *head,
        *place,
        said.year,
        said.value,
        said.unit,
        said.sex,
        _status(said),
        said.view,
        said.subject,
        _nature(said),
        said.source,
        said.source_title,
        said.page,
        said.checked,
        who,
        _note(said),
    )


def _status(said: Said) -> str:
    """What one answer is: reported by the government, known from others, or why it is empty."""
    if not said.value:
        return _EMPTY[said.absence]
    if said.beside:
        return "beside"
    return "reported" if said.view == "reported" else "known"


def _nature(said: Said) -> str:
    row = said.record
    if not isinstance(row, Observation):
        return ""
    if projected(row):
        return "projected"
    return "estimated" if estimated(row) else ""


def _note(said: Said) -> str:
    row = said.record
    return row.note if isinstance(row, FrameworkValue | Observation) else said.remark


def _text(rows: Iterable[tuple[str, ...]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=LINE_END)
    writer.writerows([marked(text) for text in row] for row in rows)
    return buffer.getvalue()

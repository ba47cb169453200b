"""The tables of the Alliance as CSV: stable columns, texts in all languages, names of areas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final

from components.downloads import LINE_END
from components.wording import DEFAULT, LANGUAGES
from data.languages import row_key
from data.methods.formula_mark import marked
from data.records import (
    ActionGroup,
    Alliance,
    AllianceFact,
    Area,
    Deliverable,
    GcgMeeting,
    MeetingPoint,
    Partner,
    Seat,
    SeatHolder,
)

ByLanguage = Mapping[str, Mapping[str, str]]
"""Texts of rows by language, then by `row_key`."""

TABLES: Final[dict[str, tuple[str, type[Any], tuple[str, ...]]]] = {
    "partners": ("partners", Partner, ("note",)),
    "seats": ("seats", Seat, ("text",)),
    "seat_holders": ("holders", SeatHolder, ("text",)),
    "meetings": ("meetings", GcgMeeting, ("place", "participants", "text")),
    "meeting_points": ("points", MeetingPoint, ("by", "text")),
    "groups": ("groups", ActionGroup, ("name", "chairs", "members", "text")),
    "deliverables": ("deliverables", Deliverable, ("text", "basis")),
    "facts": ("facts", AllianceFact, ("text",)),
}
"""By the name that is asked for: where the rows stand, what they are, and the fields that stand in
every language. Names of partners are their own and stand once."""

DEFAULT_TABLE: Final = "partners"
AREA: Final = "area"


def columns(table: str) -> list[str]:
    """The columns of a table: its fields, `area_name` after `area`, texts by language."""
    _, record, worded = TABLES[table]
    found: list[str] = []
    for one in fields(record):
        if one.name in worded:
            found += [f"{one.name}_{language}" for language in LANGUAGES]
        else:
            found += [AREA, "area_name"] if one.name == AREA else [one.name]
    return found


def alliance_csv(known: Alliance, table: str, areas: Mapping[str, Area], texts: ByLanguage) -> str:
    """A table as CSV with its header. Raises KeyError for a table that is not there."""
    where, record, worded = TABLES[table]
    header = columns(table)
    rows = (_cells(one, header, worded, areas, texts) for one in attrgetter(where)(known))
    return _text(header, rows)


def _cells(
    row: Any,
    header: Sequence[str],
    worded: Sequence[str],
    areas: Mapping[str, Area],
    texts: ByLanguage,
) -> list[str]:
    made: dict[str, str] = {}
    if AREA in header:
        made["area_name"] = areas[row.area].name if row.area in areas else ""
    owner = type(row).__name__.lower()
    for name in worded:
        key = row_key(owner, row.code, name)
        for language, said in texts.items():
            own = getattr(row, name) if language == DEFAULT else ""
            made[f"{name}_{language}"] = said.get(key, own)
    return [made[name] if name in made else str(getattr(row, name)) for name in header]


def _text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=LINE_END)
    writer.writerow(header)
    writer.writerows([marked(text) for text in row] for row in rows)
    return buffer.getvalue()

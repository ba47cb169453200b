"""Listed actions and events as rows of CSV files: stable columns, texts in all languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from components.downloads import LINE_END
from components.timeline.choice import areas_of
from components.wording import DEFAULT, LANGUAGES
from data.languages import row_key, row_texts
from data.methods.formula_mark import marked
from data.records import Action, Area, Event, Status

ByLanguage = Mapping[str, Mapping[str, str]]
"""Texts of rows by language, then by `row_key`."""

ACTION_COLUMNS: Final = (
    "code",
    "area",
    "area_name",
    "kind",
    "priority",
    "start",
    "due",
    "status",
    "status_date",
    "origin",
    "responsible",
    *(f"text_{language}" for language in LANGUAGES),
    *(f"basis_{language}" for language in LANGUAGES),
    "source_title",
    "page",
    "page2",
)
EVENT_COLUMNS: Final = (
    "code",
    "kind",
    "date",
    "end",
    "area",
    "area_name",
    "place",
    "state",
    *(f"title_{language}" for language in LANGUAGES),
    "source_title",
    "page",
)


def texts_of_rows() -> dict[str, dict[str, str]]:
    """The texts of rows in every language, as their folders hold them."""
    return {language: dict(row_texts(language)) for language in LANGUAGES}


def actions_csv(actions: Iterable[Action], areas: Mapping[str, Area], texts: ByLanguage) -> str:
    """The actions as CSV with its header; names in the language of `areas`."""
    return _text(ACTION_COLUMNS, (_action(action, areas, texts) for action in actions))


def events_csv(events: Iterable[Event], areas: Mapping[str, Area], texts: ByLanguage) -> str:
    """The events as CSV with its header; several areas of one event are joined by `;`."""
    return _text(EVENT_COLUMNS, (_event(event, areas, texts) for event in events))


def _in_each(row: Action | Event | Status, field: str, texts: ByLanguage) -> dict[str, str]:
    """The columns of a text in each language; empty where it is not translated."""
    key = row_key(type(row).__name__.lower(), row.code, field)
    return {
        f"{field}_{language}": said.get(key, getattr(row, field) if language == DEFAULT else "")
        for language, said in texts.items()
    }


def _row(row: Action | Event, columns: Sequence[str], made: Mapping[str, str]) -> list[str]:
    """The cells of a row: what was `made` for a column, else the field of its name."""
    return [made[name] if name in made else getattr(row, name) for name in columns]


def _action(action: Action, areas: Mapping[str, Area], texts: ByLanguage) -> Sequence[str]:
    name = areas[action.area].name if action.area in areas else action.area
    said = action.latest or Status(action.code, "", "", action.area, action.status)
    worded = _in_each(action, "text", texts) | _in_each(said, "basis", texts)
    page2 = said.page if said.page != action.page else ""
    stated = {"area_name": name, "status_date": said.status_date, "page2": page2}
    return _row(action, ACTION_COLUMNS, stated | worded)


def _event(event: Event, areas: Mapping[str, Area], texts: ByLanguage) -> Sequence[str]:
    names = (areas[code].name if code in areas else code for code in areas_of(event))
    worded = _in_each(event, "title", texts)
    return _row(event, EVENT_COLUMNS, {"area_name": "; ".join(names)} | worded)


def _text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=LINE_END)
    writer.writerow(columns)
    writer.writerows([marked(text) for text in row] for row in rows)
    return buffer.getvalue()

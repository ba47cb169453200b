"""The pathfinder tables as rows of CSV files: stable columns, texts in all languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from components.downloads import LINE_END
from components.timeline.choice import areas_of
from components.wording import DEFAULT, LANGUAGES
from data.languages import row_key, row_texts
from data.methods.completion import of_roadmap, overdue
from data.methods.dates import last_day
from data.methods.formula_mark import marked
from data.records import Action, Area, Event, Stage, Status

Row = Action | Event | Stage | Status
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
    "parent",
    "roadmap_priority",
    "partners",
    "weight",
    "allocated",
    "disbursed",
    "currency",
    "said_by",
    "checked",
    "evidence_title",
    "overdue_since",
    "on_roadmap",
)
OVERDUE_COLUMNS: Final = (
    "area",
    "area_name",
    "code",
    "kind",
    "on_roadmap",
    "due",
    "overdue_since",
    "status",
    "status_date",
    "responsible",
    "partners",
    "origin",
    "said_by",
    "checked",
    *(f"text_{language}" for language in LANGUAGES),
    "source_title",
    "page",
)
STATUS_COLUMNS: Final = (
    "action",
    "area",
    "area_name",
    "says",
    "checked",
    "status",
    "status_date",
    "by",
    "speaks",
    *(f"basis_{language}" for language in LANGUAGES),
    "source_title",
    "page",
)
STAGE_COLUMNS: Final = (
    "area",
    "area_name",
    "stage",
    "date",
    "end",
    "place",
    "state",
    *(f"text_{language}" for language in LANGUAGES),
    "source_title",
    "page",
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


def actions_csv(
    actions: Iterable[Action], areas: Mapping[str, Area], texts: ByLanguage, today: date
) -> str:
    """The actions as CSV with its header; names in the language of `areas`."""
    rows = (_row(one, ACTION_COLUMNS, _action(one, areas, texts, today)) for one in actions)
    return _text(ACTION_COLUMNS, rows)


def overdue_csv(
    actions: Iterable[Action], areas: Mapping[str, Area], texts: ByLanguage, today: date
) -> str:
    """What is past its date, by country, the longest passed first."""
    late = sorted(overdue(actions, today), key=lambda one: one.area)
    rows = (_row(one, OVERDUE_COLUMNS, _action(one, areas, texts, today)) for one in late)
    return _text(OVERDUE_COLUMNS, rows)


def statuses_csv(
    actions: Iterable[Action], wanted: Container[str], areas: Mapping[str, Area], texts: ByLanguage
) -> str:
    """Every dated status of the actions of which `wanted` holds the voice, the oldest first.

    `speaks` is yes for the one that is shown as the action's status.
    """
    rows = (
        _row(
            said,
            STATUS_COLUMNS,
            {
                "area_name": _name(said.area, areas),
                "speaks": _yes(said == action.latest),
                **_in_each(said, "basis", texts),
            },
        )
        for action in actions
        for said in action.history
        if said.says in wanted
    )
    return _text(STATUS_COLUMNS, rows)


def stages_csv(stages: Iterable[Stage], areas: Mapping[str, Area], texts: ByLanguage) -> str:
    """The stages as CSV with its header."""
    rows = (
        _row(
            one,
            STAGE_COLUMNS,
            {"area_name": _name(one.area, areas), **_in_each(one, "text", texts)},
        )
        for one in stages
    )
    return _text(STAGE_COLUMNS, rows)


def events_csv(events: Iterable[Event], areas: Mapping[str, Area], texts: ByLanguage) -> str:
    """The events as CSV with its header; several areas of one event are joined by `;`."""
    return _text(EVENT_COLUMNS, (_event(event, areas, texts) for event in events))


def _name(code: str, areas: Mapping[str, Area]) -> str:
    return areas[code].name if code in areas else code


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _in_each(row: Row, field: str, texts: ByLanguage) -> dict[str, str]:
    """The columns of a text in each language; empty where it is not translated."""
    key = row_key(type(row).__name__.lower(), row.code, field)
    return {
        f"{field}_{language}": said.get(key, getattr(row, field) if language == DEFAULT else "")
        for language, said in texts.items()
    }


def _row(row: Row, columns: Sequence[str], made: Mapping[str, str]) -> list[str]:
    """The cells of a row: what was `made` for a column, else the field of its name."""
    return [made[name] if name in made else getattr(row, name) for name in columns]


def _action(
    action: Action, areas: Mapping[str, Area], texts: ByLanguage, today: date
) -> dict[str, str]:
    """The cells that are no fields of an action: of its status, of its date and of its origin."""
    said = action.latest or Status(action.code, "", "", action.area, action.status)
    return {
        "area_name": _name(action.area, areas),
        "status_date": said.status_date,
        "page2": said.page if said.page != action.page else "",
        "said_by": said.says,
        "checked": said.checked,
        "evidence_title": said.source_title,
        "overdue_since": overdue_since(action, today),
        "on_roadmap": _yes(of_roadmap(action)),
        **_in_each(action, "text", texts),
        **_in_each(said, "basis", texts),
    }


def overdue_since(action: Action, today: date) -> str:
    """The first day after the date that was set, where the action is past it; else empty."""
    if not overdue([action], today):
        return ""
    return (last_day(action.due) + timedelta(days=1)).isoformat()


def _event(event: Event, areas: Mapping[str, Area], texts: ByLanguage) -> Sequence[str]:
    names = (_name(code, areas) for code in areas_of(event))
    worded = _in_each(event, "title", texts)
    return _row(event, EVENT_COLUMNS, {"area_name": "; ".join(names)} | worded)


def _text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=LINE_END)
    writer.writerow(columns)
    writer.writerows([marked(text) for text in row] for row in rows)
    return buffer.getvalue()

"""Changes of steps, actions, reports and the like in words: one line a record that differs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from components.explore.offered import COUNTRY_KINDS
from components.numbers import date_text, isolate
from components.wording import Wording
from data.records import (
    Action,
    Answer,
    Area,
    Comment,
    Event,
    FrameworkValue,
    Indicator,
    Priority,
    RecordChange,
    Report,
    Resource,
    Roadmap,
    Stage,
    Status,
)

RECORDS: Final[Mapping[str, type[Any]]] = {
    "stage": Stage,
    "report": Report,
    "roadmap": Roadmap,
    "priority": Priority,
    "action": Action,
    "status": Status,
    "answer": Answer,
    "framework_value": FrameworkValue,
    "comment": Comment,
    "resource": Resource,
    "event": Event,
}
"""The tables whose changes are told, each with the record of a row."""

FAMILIES: Final[Mapping[tuple[str, str], str]] = {
    ("stage", "state"): "event_state",
    ("event", "state"): "event_state",
    ("event", "kind"): "event_kind",
    ("comment", "state"): "comment_state",
    ("action", "kind"): "action_kind",
    ("action", "origin"): "action_origin",
    ("action", "priority"): "priority",
    ("status", "status"): "action_status",
    ("report", "kind"): "report_kind",
}
"""Columns of codes, and where their words stand."""

DATES: Final = frozenset(
    "adopted answered checked date due end received start status_date target_date".split()
)
PROSE: Final = frozenset(
    "answer basis indicator note objective page source_title text title".split()
)
"""Columns of whole texts, of which it is said that they changed; the file has their words."""

WHEN: Final[Mapping[str, str]] = {
    "stage": "date",
    "report": "received",
    "roadmap": "start",
    "priority": "target_date",
    "action": "due",
    "status": "checked",
    "comment": "date",
    "resource": "start",
    "event": "date",
    "framework_value": "checked",
}
"""The column that dates a record."""


@dataclass(frozen=True)
class RecordLine:
    """One changed record in words; `details` say what of it changed, `page` who states it."""

    kind: str
    what: str
    details: tuple[str, ...]
    when: str
    page: str
    source_title: str


@dataclass(frozen=True)
class AreaLines:
    """The changes of one country; `code` is empty for what is of several areas or of none."""

    code: str
    name: str
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True)
class Known:
    """What lines need beside the changes: areas and indicators in words, actions by code."""

    areas: Mapping[str, Area]
    indicators: Mapping[str, Indicator]
    actions: Mapping[str, Action]


def _record(table: str, cells: Mapping[str, Any]) -> Any:
    return RECORDS[table](**cells)


def _value(table: str, column: str, cell: Any, wording: Wording) -> str:
    text = str(cell)
    if not text:
        return wording.t("record.not_stated")
    if family := FAMILIES.get((table, column)):
        return wording.t(f"{family}.{text}")
    return date_text(text, wording) if column in DATES else isolate(text, wording)


def changed_fields(change: RecordChange) -> list[str]:
    """The columns that differ, in the order of the table; none of a new or withdrawn record."""
    if change.old is None or change.new is None:
        return []
    names = dict.fromkeys([*change.new, *change.old])
    return [name for name in names if change.old.get(name, "") != change.new.get(name, "")]


def _moves(change: RecordChange, wording: Wording) -> tuple[str, ...]:
    """What of a record changed: codes, dates and amounts from what to what; texts by name."""
    old, new = change.old or {}, change.new or {}
    said = []
    for name in changed_fields(change):
        label = wording.t(f"record_field.{name}")
        if name in PROSE:
            said.append(wording.t("record.reworded", field=label))
            continue
        values = {
            side: _value(change.table, name, row.get(name, ""), wording)
            for side, row in (("old", old), ("new", new))
        }
        said.append(wording.t("record.moved", field=label, **values))
    return tuple(said)


def _before(status: Status, known: Known) -> Status | None:
    """What the same voice had said of the action last before."""
    action = known.actions.get(status.action)
    history = action.history if action else ()
    earlier = [s for s in history if s.says == status.says and s.checked < status.checked]
    return earlier[-1] if earlier else None


def _status_details(change: RecordChange, known: Known, wording: Wording) -> tuple[str, ...]:
    said: Status = _record("status", change.row)
    voice = wording.t(f"status_says.{said.says}")
    if said.by:
        voice = wording.t("record.voice_by", voice=voice, by=isolate(said.by, wording))
    if change.kind == "revised":
        return (*_moves(change, wording), voice)
    now, before = wording.t(f"action_status.{said.status}"), _before(said, known)
    if before is None or change.kind == "withdrawn" or before.status == said.status:
        return wording.t("record.status_is", status=now), voice
    was = wording.t(f"action_status.{before.status}")
    return wording.t("record.status_moved", old=was, new=now), voice


def _details(change: RecordChange, known: Known, wording: Wording) -> tuple[str, ...]:
    if change.table == "status":
        return _status_details(change, known, wording)
    if change.table == "framework_value" and change.kind == "new":
        value, view = change.row["value"], change.row["view"]
        stated = _named(wording, f"figure.{value}", isolate(value, wording))
        return stated, wording.t(f"framework_view.{view}")
    if change.table in {"stage", "event"} and change.kind == "new":
        state = change.row["state"]
        return () if state == "held" else (wording.t(f"event_state.{state}"),)
    return _moves(change, wording)


def _named(wording: Wording, key: str, otherwise: str) -> str:
    return wording.t(key) if key in wording.texts else otherwise


def _of_action(code: str, known: Known, wording: Wording) -> str:
    action = known.actions.get(code)
    return wording.of(action, "text") if action else isolate(code, wording)


def _name(change: RecordChange, known: Known, wording: Wording) -> str:
    """What a record is called in the line of its change."""
    row, table = change.row, change.table
    if table in {"stage", "report"}:
        column = {"stage": "stage", "report": "kind"}[table]
        return wording.t(f"{'report_kind' if table == 'report' else 'stage'}.{row[column]}")
    if table == "status":
        return _of_action(row["action"], known, wording)
    if table == "answer":
        return isolate(row["question"], wording)
    if table == "framework_value":
        name = _named(wording, f"framework.{row['indicator']}.name", row["indicator"])
        return wording.t("record.of_year", name=name, year=row["year"]) if row["year"] else name
    if table == "comment":
        about = known.indicators.get(row["indicator"])
        return wording.of(about, "short") if about else isolate(row["indicator"], wording)
    field = "title" if table in {"roadmap", "event"} else "text"
    return wording.of(_record(table, row), field)


def line_of(change: RecordChange, known: Known, wording: Wording) -> RecordLine:
    """One change in words."""
    table, row = change.table, change.row
    family = wording.t(f"action_kind.{row['kind']}") if table == "action" else ""
    what = family or wording.t(f"record.table.{table}")
    name = _name(change, known, wording)
    dated = str(row.get(WHEN.get(table, ""), ""))
    return RecordLine(
        change.kind,
        wording.t("record.line", what=what, name=name),
        _details(change, known, wording),
        date_text(dated, wording) if dated else "",
        str(row.get("page", "")),
        str(row.get("source_title", "")),
    )


def by_area(
    changes: Iterable[RecordChange], known: Known, wording: Wording, most: int
) -> tuple[AreaLines, ...]:
    """The first changes by country in the order of names; what is of several areas or of none
    comes last."""

    def code(change: RecordChange) -> str:
        area = str(change.row["area"])
        return area if area in known.areas and known.areas[area].kind in COUNTRY_KINDS else ""

    def place(change: RecordChange) -> tuple[bool, tuple[str, str], str]:
        of = code(change)
        return not of, known.areas[of].by_name if of else ("", ""), of

    found = sorted(changes, key=place)[:most]
    return tuple(
        AreaLines(
            of,
            known.areas[of].name if of else wording.t("record.several_areas"),
            tuple(line_of(change, known, wording) for change in group),
        )
        for of, group in groupby(found, key=code)
    )

"""The rows that a report brings to the tables of the pathfinder way, by table.

What a government corrects of a row of ours is taken into that row, which then bears the code of the
report. Texts of ours are translated by the row's code, so that another wording of one stays in the
draft for the editors and is shown in the preview; it is not published by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from components.numbers import span_text
from components.reporting.filled import Filled, Item, Ticked
from components.wording import LANGUAGES, Wording, wording

Row = dict[str, Any]
Rows = dict[str, list[Row]]
Held = Mapping[str, Mapping[str, Row]]
"""The rows that stand, of the tables `action`, `priority` and `comment`, by code."""

TRANSLATED: Final = frozenset({"action", "text", "objective", "indicator", "priority"})
"""Columns of the form that hold a translated text of ours, or the words of one."""

_FIELDS: Final = {
    "owner": "responsible",
    "focus": "priority",
    **{name: name for name in ("partners", "start", "due", "weight", "kind")},
    **{name: name for name in ("allocated", "disbursed", "currency")},
}
"""Columns of the roadmap's sheet and the fields of `action` that they correct."""


def report_rows(filled: Filled, code: str, received: str, held: Held) -> Rows:
    """Every row of a report, by table."""
    about, words = filled.about, _words(filled)
    title = _title(filled, words)
    mine = {"area": about.area, "report": code}
    source = {"source_title": title, "page": ""}
    said = mine | source | {"says": "reported", "by": about.office, "checked": about.date}
    found: Rows = {
        "report": [
            mine
            | source
            | {
                "code": code,
                "kind": "questionnaire",
                "start": about.start,
                "end": about.end,
                "received": received,
                "language": about.language,
                "reporter": about.office,
                "title": title,
                "note": "",
            }
        ],
        "stage": [
            mine
            | source
            | {
                "stage": "yearly_report",
                "date": about.date,
                "end": "",
                "place": "",
                "state": "held",
                "text": title,
            }
        ],
        "answer": [
            mine | {"question": one.question, "text": one.text, "language": about.language}
            for one in filled.answers
        ],
        "framework_value": _values(filled, mine | source),
        "comment": [
            mine
            | {
                "code": one.code,
                "indicator": one.indicator,
                "year": one.year,
                "sex": one.sex,
                "date": about.date,
                "by": about.office,
                "language": about.language,
                "text": one.text,
            }
            | _answered(held["comment"].get(one.code, {}))
            for one in filled.comments
        ],
    }
    found["priority"] = _priorities(filled, mine | source, held["priority"])
    found["action"] = _actions(filled, mine | source, held["action"])
    found["status"] = [
        *(_status(one, said) for one in filled.roadmap if one.status),
        *(_ticked(one, said, words) for one in filled.next_steps if one.achieved),
    ]
    return found


def reviewed_rows(filled: Filled, code: str, by: str, day: str) -> list[Row]:
    """The statuses that a reviewer gave to rows of a report."""
    return [
        {
            "action": one.code,
            "area": filled.about.area,
            "says": "reviewed",
            "checked": day,
            "status": one.reviewed,
            "status_date": "",
            "by": by,
            "basis": one.review_note,
            "source_title": "",
            "page": "",
            "report": code,
        }
        for one in filled.roadmap
        if one.reviewed
    ]


def _title(filled: Filled, words: Wording) -> str:
    about = filled.about
    period = span_text(about.start, about.end, words)
    title = words.t("reporting_errors.report_title", period=period, office=about.office)
    # Marks of direction are for a page; a text of the store goes into files too.
    return title.replace("\u2066", "").replace("\u2069", "")


def _words(filled: Filled) -> Wording:
    language = filled.about.language
    return wording(language if language in LANGUAGES else filled.about.form)


def _answered(before: Row) -> Row:
    """The state of a comment: open, until somebody answers it."""
    names = ("state", "answer", "answered", "answered_by")
    return {name: before.get(name, "open" if name == "state" else "") for name in names}


def _values(filled: Filled, mine: Row) -> list[Row]:
    return [
        mine
        | {
            "indicator": one.indicator,
            "part": one.part,
            "year": one.year,
            "sex": one.sex,
            "view": "reported",
            "source_title": one.source or mine["source_title"],
            "value": one.value,
            "unit": one.unit,
            "note": one.note,
            "checked": filled.about.date,
        }
        for one in filled.values
        if one.value
    ]


def _priorities(filled: Filled, mine: Row, held: Mapping[str, Row]) -> list[Row]:
    found = []
    for place, one in enumerate(filled.priorities, 1):
        before = held.get(one.code)
        own = before is None or before["report"] == mine["report"]
        if before is not None and not own:
            changed = set(one.changed) - TRANSLATED
            if changed:
                new = {name: getattr(one, name) for name in changed}
                new = {n: int(v) if n == "number" else v for n, v in new.items()}
                found.append(before | new | {"report": mine["report"]})
            continue
        found.append(
            mine
            | {
                "code": one.code,
                "roadmap": before["roadmap"] if before else "",
                "number": int(one.number or place),
                "text": one.text,
                "objective": one.objective,
                "target_date": one.target_date,
                "indicator": one.indicator,
            }
        )
    return found


def _actions(filled: Filled, mine: Row, held: Mapping[str, Row]) -> list[Row]:
    found = []
    for one in filled.roadmap:
        before = held.get(one.code)
        if before is not None and before["report"] != mine["report"]:
            changed = {n: getattr(one, n) for n in one.changed if n not in TRANSLATED}
            if changed:
                new = {_FIELDS[name]: value for name, value in changed.items()}
                found.append(before | new | {"report": mine["report"]})
            continue
        found.append(_action(one, mine, before or {}))
    for step in filled.next_steps:
        if step.code not in held or held[step.code]["report"] == mine["report"]:
            found.append(_next_step(step, mine))
    return found


_NO_ACTION: Final = dict.fromkeys(
    (
        *("parent", "priority", "roadmap_priority", "start", "due", "responsible", "partners"),
        *("weight", "allocated", "disbursed", "currency"),
    ),
    "",
)


def _action(one: Item, mine: Row, before: Row) -> Row:
    stated = {field: getattr(one, column) for column, field in _FIELDS.items()}
    told = {"code": one.code, "text": one.text, "roadmap_priority": one.priority}
    return _NO_ACTION | mine | stated | told | {"origin": before.get("origin", "report")}


def _next_step(step: Ticked, mine: Row) -> Row:
    told = {"code": step.code, "kind": "next_step", "text": step.text, "due": step.due}
    return _NO_ACTION | mine | told | {"origin": "report"}


def _status(one: Item, said: Row) -> Row:
    return said | {
        "action": one.code,
        "status": one.status,
        "status_date": one.status_date,
        "basis": one.evidence,
        # What is no address is the name of a document.
        "page": one.page if one.page.startswith(("http://", "https://")) else "",
        "source_title": one.page if one.page and "://" not in one.page else said["source_title"],
    }


def _ticked(one: Ticked, said: Row, words: Wording) -> Row:
    """A ticked next step is completed; of one that is not, nobody said how far it is."""
    if one.achieved == "yes":
        status, basis = "completed", one.comment
    else:
        status = "no_evidence"
        not_yet = words.t("reporting_errors.not_achieved")
        basis = f"{not_yet} {one.comment}".strip()
    date = one.achieved_date if one.achieved == "yes" else ""
    return said | {"action": one.code, "status": status, "status_date": date, "basis": basis}

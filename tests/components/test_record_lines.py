"""Changes of steps, actions and reports in words, on small changes of every table."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from components.changed.record_answer import records_html
from components.changed.record_file import record_lines_csv
from components.changed.record_lines import RECORDS, Known, by_area, changed_fields, line_of
from components.wording import LANGUAGES, wording
from data import schema
from data.queries.record_versions import IN_ORDER
from data.records import Area, RecordChange
from tests.factories import INDICATOR, action, status

EN = wording("en")
AREAS = {
    "NPL": Area("NPL", "country", "Nepal"),
    "ALB": Area("ALB", "country", "Albania"),
    "WLD": Area("WLD", "world", "World"),
}
OF_TWO = action(
    history=(
        status(checked="2025-01-01", status="limited"),
        status(checked="2025-06-01", says="reported", status="substantial"),
        status(checked="2026-01-01", status="completed"),
    )
)
KNOWN = Known(AREAS, {INDICATOR.code: INDICATOR}, {OF_TWO.code: OF_TWO})
CODES: dict[str, dict[str, Any]] = {
    "stage": {"stage": "workshop", "state": "held", "date": "2019-02-07"},
    "report": {"code": "R", "kind": "questionnaire", "received": "2026-12-01"},
    "priority": {"number": 1},
    "action": {"kind": "next_step", "origin": "report", "priority": "legislation"},
    "status": {
        "action": "NPL-1",
        "says": "curated",
        "status": "completed",
        "checked": "2026-01-01",
    },
    "framework_value": {"view": "reported", "value": "yes", "year": "2024"},
    "comment": {"state": "open", "indicator": INDICATOR.code},
    "event": {"kind": "workshop", "state": "held", "date": "2019"},
}


def cells(table: str, **more: Any) -> dict[str, Any]:
    """The cells of a row, texts that are not said are hostile or empty."""
    found: dict[str, Any] = {c.name: "" for c in schema.metadata.tables[table].columns}
    prose = {"text": "<b>Do</b>", "title": "<b>Do</b>", "code": "C", "question": "1"}
    found |= {name: text for name, text in prose.items() if name in found}
    return found | CODES.get(table, {}) | {"area": "NPL"} | more


def change(table: str, old: dict[str, Any] | None, new: dict[str, Any] | None) -> RecordChange:
    return RecordChange(table, ("K",), 2, old, new)


def test_every_table_that_keeps_its_past_has_its_words() -> None:
    assert set(RECORDS) == set(IN_ORDER)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", IN_ORDER)
def test_a_record_is_said_in_every_language(table: str, language: str) -> None:
    words = wording(language)
    for old, new in ((None, cells(table)), (cells(table), None)):
        line = line_of(change(table, old, new), KNOWN, words)
        assert line.what and line.kind == ("new" if old is None else "withdrawn")
    # Every column that may change has a name: all but those of the key.
    columns = schema.metadata.tables[table].columns
    for name in (c.name for c in columns if not c.primary_key):
        moved = change(table, {name: "1"}, {name: "2"})
        assert changed_fields(moved) == [name]
        assert words.t(f"record_field.{name}")


def test_codes_dates_and_amounts_say_from_what_to_what() -> None:
    moved = change(
        "action",
        cells("action", due="2025", allocated="", text="Old"),
        cells("action", due="2027-06", allocated="100", text="New", origin="roadmap"),
    )
    assert line_of(moved, KNOWN, EN).details == (
        "due date: 2025 → June 2027",
        "origin: Report on a roadmap → Roadmap or plan document",
        "allocated: not stated → 100",
        "text: reworded",
    )


def test_a_status_moves_from_what_the_same_voice_said_before() -> None:
    said = line_of(change("status", None, cells("status")), KNOWN, EN)
    assert said.what == "Status: An action"
    assert said.details == (
        "status moved from “Limited progress” to “Completed”",
        "Read by us on a public page",
    )
    reported = cells("status", says="reported", checked="2025-06-01", by="A ministry")
    first = line_of(change("status", None, reported), KNOWN, EN)
    assert first.details == ("status: Completed", "Reported by the government (A ministry)")


def test_countries_stand_by_name_and_what_is_of_several_comes_last() -> None:
    changes = [
        change("event", None, cells("event", area="NPL;ALB")),
        change("stage", None, cells("stage")),
        change("stage", None, cells("stage", area="ALB")),
        change("event", None, cells("event", area="WLD")),
    ]
    groups = by_area(changes, KNOWN, EN, 99)
    assert [(group.name, len(group.lines)) for group in groups] == [
        ("Albania", 1),
        ("Nepal", 1),
        (EN.t("record.several_areas"), 2),
    ]
    assert [group.name for group in by_area(changes, KNOWN, EN, 1)] == ["Albania"]


def test_texts_are_escaped_and_only_addresses_of_the_web_are_links() -> None:
    changes = [
        change("action", None, cells("action", page="javascript:alert(1)", source_title="<i>")),
        change("action", None, cells("action", page="https://example.org/a", source_title="A")),
    ]
    html = records_html(changes, KNOWN, EN, csv="f.csv", country=str, narrowed=False)
    assert "&lt;b&gt;Do&lt;/b&gt;" in html and "<b>Do" not in html and "<i>" not in html
    assert "javascript:" not in html
    assert '<a href="https://example.org/a"><bdi>A</bdi></a>' in html


def test_the_file_cannot_begin_a_formula_and_names_what_has_no_code() -> None:
    changes = [
        change("stage", cells("stage"), cells("stage", text="=HYPERLINK(1)")),
        RecordChange("answer", ("R", "1"), 2, None, cells("answer", text="=1+1")),
        change("event", None, cells("event", area="NPL;ALB")),
    ]
    text = record_lines_csv(changes, {"NPL": "Nepal", "ALB": "Albania"}, {2: "2026-12-01"})
    stage, answer, event = csv.DictReader(io.StringIO(text))
    assert (stage["field"], stage["old"], stage["new"]) == ("text", "<b>Do</b>", "'=HYPERLINK(1)")
    assert (answer["code"], json.loads(answer["new"])["text"]) == ("R|1", "=1+1")
    assert (event["area"], event["area_name"]) == ("NPL;ALB", "Nepal; Albania")
    assert {row["published"] for row in (stage, answer, event)} == {"2026-12-01"}

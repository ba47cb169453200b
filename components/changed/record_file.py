"""Changes of steps, actions, reports and the like as CSV text: one line a changed field."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from components.changed.record_lines import RECORDS, changed_fields
from components.downloads import LINE_END
from data.methods.formula_mark import marked
from data.records import RecordChange

COLUMNS: Final = (
    *("change", "table", "area", "area_name", "code", "field", "old", "new"),
    *("release", "published", "report"),
)
"""The columns of the download. Stable: programs read them."""

HEADER: Final = ",".join(COLUMNS) + LINE_END
UNNAMED: Final = frozenset({"answer", "framework_value"})
"""Tables whose records have no code of their own: their whole key stands for it."""


def _code(change: RecordChange) -> str:
    if change.table in UNNAMED:
        return "|".join(change.key)
    return str(RECORDS[change.table](**change.row).code)


def _whole(cells: Mapping[str, Any] | None) -> str:
    return "" if cells is None else json.dumps(cells, ensure_ascii=False)


def _states(change: RecordChange) -> Iterator[tuple[str, str, str]]:
    """Field, old and new: of a new or withdrawn record its whole cells, under no field."""
    if change.old is None or change.new is None:
        yield "", _whole(change.old), _whole(change.new)
        return
    for name in changed_fields(change):
        yield name, str(change.old.get(name, "")), str(change.new.get(name, ""))


def record_lines_csv(
    changes: Iterable[RecordChange], names: Mapping[str, str], published: Mapping[int, str]
) -> str:
    """The CSV; `names` in English by area code, `published` the moments of releases."""
    buffer = io.StringIO()
    write = csv.writer(buffer, lineterminator=LINE_END).writerow
    for change in changes:
        areas = [code for code in str(change.row["area"]).split(";") if code]
        about = (";".join(areas), "; ".join(names.get(code, code) for code in areas))
        came = (str(change.release), published.get(change.release, ""))
        report = str(change.row.get("report", ""))
        for state in _states(change):
            cells = (change.kind, change.table, *about, _code(change), *state, *came, report)
            write([marked(cell) for cell in cells])
    return HEADER + buffer.getvalue()

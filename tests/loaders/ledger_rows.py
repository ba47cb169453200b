"""Rows of the pathfinder way in a small store, published as our own tables bring them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from data.database import disposed, write_engine, write_transaction
from loaders.jobs.load import known_codes
from loaders.publish.incoming import Incoming
from loaders.publish.ledger import FileFacts, Line
from loaders.publish.publish import PublishRequest, PublishResult, publish
from loaders.reading.contract import Record, Refusal

Row = dict[str, str]
_PAGE = {"source_title": "A page", "page": "https://example.org/a"}

STAGE: Row = {
    **_PAGE,
    **{"area": "NPL", "stage": "workshop", "date": "2019-02-07", "end": "", "place": "Kathmandu"},
    **{"state": "held", "text": "A workshop was held."},
}
ACTION: Row = {
    **_PAGE,
    **{"code": "NPL-01", "area": "NPL", "kind": "action", "parent": "", "priority": "legislation"},
    **{"roadmap_priority": "", "start": "2019", "due": "2022", "origin": "roadmap"},
    **{"responsible": "", "partners": "", "weight": "", "allocated": "", "disbursed": ""},
    **{"currency": "", "text": "Align the law"},
}
STATUS: Row = {
    **_PAGE,
    **{"action": "NPL-01", "says": "curated", "checked": "2026-01-05", "area": "NPL"},
    **{"status": "limited", "status_date": "2025", "by": "", "basis": "A law was drafted"},
}
EVENT: Row = {
    **_PAGE,
    **{"code": "E1", "kind": "workshop", "date": "2019-02-07", "end": "", "area": "NPL"},
    **{"place": "Kathmandu", "state": "held", "title": "A workshop"},
}

FIRST: Mapping[str, Sequence[Row]] = {
    "stage": [STAGE],
    "action": [ACTION],
    "status": [STATUS],
    "event": [EVENT],
}
"""What the first release brings."""

SECOND: Mapping[str, Sequence[Row]] = {
    "stage": [
        STAGE,
        STAGE | {"stage": "status_confirmed", "date": "2021", "text": "Confirmed."},
        STAGE | {"area": "UGA", "date": "2020", "text": "A workshop in Uganda."},
    ],
    "action": [
        ACTION | {"text": "Align the law with the Convention"},
        ACTION | {"code": "NPL-02", "text": "Train inspectors"},
    ],
    "status": [
        STATUS,
        STATUS | {"checked": "2026-06-01", "status": "completed", "basis": "The law is in force"},
    ],
}
"""What the second one holds: two stages more, an action reworded, one new, a further status; the
event is withdrawn."""


def publish_ours(url: str, rows: Mapping[str, Sequence[Row]]) -> PublishResult:
    """Bring the store to these rows as a build does, as one release; rows of no key are gone."""

    def read() -> Iterator[Record | Refusal]:
        for table, held in rows.items():
            for number, cells in enumerate(held, 1):
                yield Record(f"{table} {number}", cells, table)

    with disposed(write_engine(url)) as engine, write_transaction(engine) as connection:
        facts = FileFacts("tables", "0", 1, "", "curated", "1", "", "stages/all")
        file = Incoming(Line(connection, facts, "a tester"), read)
        return publish(connection, [file], PublishRequest("curated"), known_codes(connection))


def rows_by_key(found: Sequence[Any]) -> dict[tuple[str, ...], tuple[Any, Any]]:
    """Changes of records by key: the cells before and after."""
    return {change.key: (change.old, change.new) for change in found}

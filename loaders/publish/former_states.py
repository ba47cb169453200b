"""Gives the records that a release changed the state that they had before it, as a new release."""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import Connection, and_, delete, exists, func, insert, select

from data.queries.record_versions import IN_ORDER, versioned_table
from data.schema import draft, record_version
from loaders.facts.reference import has_key
from loaders.publish import audit
from loaders.publish.other_tables import PREFIX, keep_states
from loaders.validate.keys import Dataset

_UNDONE: Final = {"published": "withdrawn", "withdrawn": "published"}

DATASETS: Final = frozenset(PREFIX + name for name in IN_ORDER)
"""The tables that keep every state of every row, as datasets name them."""


def later(connection: Connection, number: int) -> int | None:
    """The newest release after one that changed a record which that one changed."""
    mine = record_version.alias("mine")
    same = and_(
        mine.c.release == number,
        mine.c.table == record_version.c.table,
        mine.c.key == record_version.c.key,
    )
    after = select(func.max(record_version.c.release)).where(record_version.c.release > number)
    return connection.execute(after.where(exists().where(same))).scalar()


def restore(connection: Connection, number: int, new: int) -> dict[Dataset, dict[str, int]]:
    """Put back the records that a release changed; by dataset what that changes."""
    changes: dict[Dataset, dict[str, int]] = {}
    for name in IN_ORDER:
        counts = {"added": 0, "revised": 0, "withdrawn": 0}
        for key, brought in _brought(connection, name, number):
            before = _before(connection, name, key, number)
            _exchange(connection, name, json.loads(key), before)
            counts[_kind(before, bool(brought))] += 1
        if any(counts.values()):
            keep_states(connection, name, new)
            changes["", PREFIX + name] = counts
    return changes


def note_drafts(connection: Connection, number: int, new: int, actor: str) -> None:
    """Say of a report that a release put live, or took back, that this was undone.

    Drafts name the release in the note of the step (loaders/reporting/drafts).
    """
    last = select(draft.c.code, func.max(draft.c.number).label("number")).group_by(draft.c.code)
    newest = last.subquery()
    same = (draft.c.code == newest.c.code, draft.c.number == newest.c.number)
    for row in connection.execute(select(draft).where(*same)).mappings().all():
        undone = _UNDONE.get(row["state"])
        if undone and row["note"].partition(":")[0] == f"release {number}":
            step = {"number": row["number"] + 1, "state": undone, "note": f"release {new}"}
            values = dict(row) | step | {"at": audit.now(), "by": actor}
            connection.execute(insert(draft).values(**values))


def _brought(connection: Connection, name: str, number: int) -> list[tuple[str, str]]:
    mine = (record_version.c.table == name, record_version.c.release == number)
    question = select(record_version.c.key, record_version.c.cells).where(*mine)
    return [(key, cells) for key, cells in connection.execute(question)]


def _before(connection: Connection, name: str, key: str, number: int) -> dict[str, Any] | None:
    question = (
        select(record_version.c.cells)
        .where(
            record_version.c.table == name,
            record_version.c.key == key,
            record_version.c.release < number,
        )
        .order_by(record_version.c.release.desc())
        .limit(1)
    )
    cells = connection.execute(question).scalar()
    return json.loads(cells) if cells else None


def _kind(before: dict[str, Any] | None, there: bool) -> str:
    if before is None:
        return "withdrawn"
    return "revised" if there else "added"


def _exchange(
    connection: Connection, name: str, key: list[Any], row: dict[str, Any] | None
) -> None:
    table = versioned_table(name)
    connection.execute(delete(table).where(has_key(table, tuple(key))))
    if row is not None:
        connection.execute(insert(table).values(row))

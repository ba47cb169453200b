"""The rows of the tables that keep every state of every row, as they were when a release was new.

`release` is the number of a release; None for the rows of now.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table, func, select

from data import schema
from data.records import RecordChange
from data.schema import record_version

Record = TypeVar("Record")

IN_ORDER: Final = (
    *("stage", "report", "roadmap", "priority", "action", "status", "answer"),
    *("framework_value", "comment", "resource", "event"),
)
VERSIONED: Final = frozenset(IN_ORDER)
"""The tables whose rows keep their past, and the order in which changes of them are told."""

Cells = dict[str, Any]


def key_text(table: Table, row: Cells) -> str:
    """The key of a row as `record_version` has it."""
    return json.dumps([row[c.name] for c in table.primary_key], ensure_ascii=False)


def cells_text(row: Cells) -> str:
    """The cells of a row as `record_version` has them."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def rows(connection: Connection, table: Table, release: int | None = None) -> list[Cells]:
    """The rows of a versioned table, by key."""
    if release is None:
        query = select(table).order_by(*table.primary_key)
        return [dict(row) for row in connection.execute(query).mappings()]
    found = _states(connection, table.name, release).values()
    return [json.loads(cells) for _, cells in found if cells]


def first_kept(connection: Connection) -> int:
    """The release with which the history of rows begins; 0 where none is kept."""
    return connection.execute(select(func.min(record_version.c.release))).scalar() or 0


def _states(connection: Connection, table: str, release: int) -> dict[str, tuple[int, str]]:
    """The last state up to a release by key, withdrawn rows as empty text."""
    query = (
        select(record_version.c.key, record_version.c.release, record_version.c.cells)
        .where(record_version.c.table == table, record_version.c.release <= release)
        .order_by(record_version.c.key, record_version.c.release)
    )
    # In the order of releases: the last one read is the newest.
    return {key: (number, cells) for key, number, cells in connection.execute(query)}


def as_records(
    connection: Connection, record: type[Record], table: Table, release: int | None = None
) -> list[Record]:
    """The rows as records, by key; a column is named as the field that it fills."""
    return [record(**row) for row in rows(connection, table, release)]


def history(connection: Connection, table: Table, key: Collection[str]) -> list[RecordChange]:
    """Every state of one row, the oldest first."""
    mine = json.dumps(list(key), ensure_ascii=False)
    query = (
        select(record_version.c.release, record_version.c.cells)
        .where(record_version.c.table == table.name, record_version.c.key == mine)
        .order_by(record_version.c.release)
    )
    before: Cells | None = None
    found = []
    for number, cells in connection.execute(query):
        now = json.loads(cells) if cells else None
        found.append(RecordChange(table.name, tuple(key), number, before, now))
        before = now
    return found


def record_changes(
    connection: Connection,
    first: int,
    last: int,
    *,
    tables: Collection[str] = VERSIONED,
    areas: Collection[str] | None = None,
) -> Iterator[RecordChange]:
    """Every row that differs between two releases, by table in the order of IN_ORDER, then key.

    A row that was changed and changed back is not among them. `first` above `last` gives the
    changes the other way round.
    """
    if first > last:
        for each in record_changes(connection, last, first, tables=tables, areas=areas):
            yield each._replace(old=each.new, new=each.old)
        return
    touched = select(record_version.c.table, record_version.c.key).where(
        record_version.c.release > first, record_version.c.release <= last
    )
    named = {(table, key) for table, key in connection.execute(touched) if table in tables}
    for table in (name for name in IN_ORDER if name in tables):
        keys = sorted(key for name, key in named if name == table)
        if not keys:
            continue
        old, new = _states(connection, table, first), _states(connection, table, last)
        for key in keys:
            was, (number, now) = old.get(key, (0, ""))[1], new[key]
            change = RecordChange(
                table,
                tuple(map(str, json.loads(key))),
                number,
                json.loads(was) if was else None,
                json.loads(now) if now else None,
            )
            if was != now and (areas is None or _of_any(change, areas)):
                yield change


def changes_by_release(
    connection: Connection, after: int, areas: Collection[str]
) -> dict[int, list[RecordChange]]:
    """What each release after `after` did to rows of the areas, by table and key."""
    kept = record_version.c
    touched = select(kept.table, kept.key).where(kept.release > after).distinct().subquery()
    same = (touched.c.table == kept.table) & (touched.c.key == kept.key)
    query = (
        select(kept.table, kept.key, kept.release, kept.cells)
        .join(touched, same)
        .order_by(kept.table, kept.key, kept.release)
    )
    found: dict[int, list[RecordChange]] = {}
    for (table, key), states in groupby(connection.execute(query), key=lambda row: row[:2]):
        before: Cells | None = None
        for _, _, number, cells in states:
            now = json.loads(cells) if cells else None
            change = RecordChange(table, tuple(map(str, json.loads(key))), number, before, now)
            if number > after and before != now and _of_any(change, areas):
                found.setdefault(number, []).append(change)
            before = now
    return found


def _of_any(change: RecordChange, areas: Collection[str]) -> bool:
    """Whether a row is of one of the areas; an event may be of several, or of none."""
    return not {*change.row["area"].split(";")}.isdisjoint(areas)


def by_area(found: list[Record]) -> dict[str, list[Record]]:
    """Records by the code of their area, in their order."""
    ordered = sorted(found, key=attrgetter("area"))
    return {code: list(group) for code, group in groupby(ordered, key=attrgetter("area"))}


def versioned_table(name: str) -> Table:
    """A table of VERSIONED by name."""
    return schema.metadata.tables[name]

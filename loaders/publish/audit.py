"""The audit: who did what, each line sealed with the hash of the line before it.

Lines are only ever added (triggers of the database refuse anything else), so that a line that was
changed, taken out or slipped in behind the database's back shows in `problems`.
"""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from data import schema

START: Final = "0" * 64
"""What the first line names as the hash before it."""


def now() -> str:
    """This moment in UTC, to the microsecond, as text that sorts by time."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


def person() -> str:
    """The name under which a load is written down when none is given."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def seal(line: Mapping[str, Any]) -> str:
    """SHA-256 of the hash before and of everything the line says, in one fixed spelling."""
    said = {name: line[name] for name in ("id", "at", "actor", "action", "detail")}
    spelled = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{line['previous']}{spelled}".encode()).hexdigest()


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last line; 0 and START when there is none."""
    last = select(schema.audit.c.id, schema.audit.c.hash).order_by(schema.audit.c.id.desc())
    found = connection.execute(last.limit(1)).first()
    return (found.id, found.hash) if found else (0, START)


def append(connection: Connection, action: str, actor: str, **detail: Any) -> None:
    """Add a line, in the transaction of what it tells of."""
    number, previous = head(connection)
    line = {
        "id": number + 1,
        "at": now(),
        "actor": actor,
        "action": action,
        "detail": json.dumps(detail, sort_keys=True, ensure_ascii=False),
        "previous": previous,
    }
    connection.execute(insert(schema.audit).values(**line, hash=seal(line)))


def problems(connection: Connection) -> list[str]:
    """What breaks the chain, in sentences; empty when every line is as it was written."""
    found = []
    expected_id, previous = 1, START
    query = select(schema.audit).order_by(schema.audit.c.id)
    for line in map(dict, connection.execute(query).mappings()):
        if line["id"] != expected_id:
            found.append(f"audit: line {expected_id} is missing")
        if line["previous"] != previous:
            found.append(f"audit: line {line['id']} does not follow the line before it")
        if line["hash"] != seal(line):
            found.append(f"audit: line {line['id']} is not as it was written")
        expected_id, previous = line["id"] + 1, line["hash"]
    return found

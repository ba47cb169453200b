"""Puts a report live, or takes it back: one release in one transaction, every state kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select, update

from components.reporting.report_rows import Row, Rows, report_rows, reviewed_rows
from data import schema
from data.queries.record_versions import key_text
from loaders.facts.reference import has_key, key_in, rows_held
from loaders.publish import audit, other_tables
from loaders.publish.ledger import FileFacts, Line, next_release, published_now
from loaders.publish.publish import Blocked, note_datasets
from loaders.publish.withdraw import REPORT_NOTE
from loaders.reporting import drafts
from loaders.reporting.drafts import Step

FORMAT: Final = "questionnaire"
TABLES: Final = (
    *("stage", "report", "priority", "action", "status", "answer", "framework_value", "comment"),
)
"""The tables that a report brings rows to."""


def publish(connection: Connection, step: Step, by: str) -> int:
    """Make a draft's rows those of its report; the release. Raises Blocked."""
    filled = step.filled
    held = {
        name: {row["code"]: row for row in rows_held(connection, _table(name)).values()}
        for name in ("action", "priority", "comment")
    }
    received = step.at[:10]
    wanted = report_rows(filled, step.code, received, held)
    if review := _review(connection, step.code):
        wanted["status"] += reviewed_rows(filled, step.code, review.by, review.at[:10])
    wanted["status"] += _said_before(connection, step.code, wanted)
    release = _bring(connection, step, wanted, by, filled.about.area)
    if release is None:
        raise Blocked(f"{step.code} is published as it is: nothing would change.")
    drafts.add(connection, step.code, drafts.PUBLISHED, filled, by, note=f"release {release}")
    return release


def withdraw(connection: Connection, step: Step, by: str, note: str = "") -> int:
    """Take the rows of a report back, and give what it corrected its state before; the release."""
    release = _bring(connection, step, {}, by, step.area)
    if release is None:
        raise Blocked(f"{step.code} has no rows that could be taken back.")
    said = f"release {release}" + (f": {note}" if note else "")
    drafts.add(connection, step.code, drafts.WITHDRAWN, step.filled, by, note=said)
    return release


def _review(connection: Connection, code: str) -> Step | None:
    """The last review of what was loaded last; None where nobody reviewed that."""
    for step in reversed(drafts.steps(connection, code)):
        if step.state == drafts.REVIEWED:
            return step
        if step.state == drafts.DRAFT:
            return None
    return None


def _said_before(connection: Connection, code: str, wanted: Rows) -> list[Row]:
    """Statuses of this report on which the draft says nothing new: they stay as they were said.

    A form that was made after the report shows them, and they come back untouched. What a reviewer
    said of another status than the one that is reported now does not stay.
    """
    new = {(row["action"], row["says"]): row["status"] for row in wanted["status"]}
    actions = rows_held(connection, schema.action).values()
    there = {row["code"] for row in wanted["action"]}
    there |= {row["code"] for row in actions if row["report"] != code}
    statuses = list(rows_held(connection, schema.status).values())
    old = {r["action"]: r["status"] for r in statuses if r["says"] == "reported"}

    def stays(row: Row) -> bool:
        same = old.get(row["action"])
        reported = new.get((row["action"], "reported"), same)
        spoken = (row["action"], row["says"]) in new
        return row["action"] in there and not spoken and reported == same

    return [row for row in statuses if row["report"] == code and stays(row)]


def _table(name: str) -> Table:
    return schema.metadata.tables[name]


def _bring(connection: Connection, step: Step, wanted: Rows, by: str, area: str) -> int | None:
    """Make the rows of a report what is wanted; None where they are so already."""
    release = next_release(connection)
    values = {"id": release, "kind": "file", "label": step.file or step.code, "source": ""}
    values |= {"note": f"{REPORT_NOTE}{step.code}", "published": published_now(connection)}
    connection.execute(insert(schema.release).values(values))
    facts = FileFacts(step.file, step.sha256, 0, "", FORMAT, "1", json.dumps({"report": step.code}))
    line = Line(connection, facts, by)
    changes = {}
    for name in TABLES:
        numbers = _bring_table(connection, name, step.code, wanted.get(name, []), line)
        if numbers and other_tables.keep_states(connection, name, release):
            changes["", other_tables.PREFIX + name] = numbers
    if not changes:
        connection.execute(delete(schema.load).where(schema.load.c.id == line.id))
        connection.execute(delete(schema.release).where(schema.release.c.id == release))
        return None
    note_datasets(connection, release, changes)
    line.counts.rows_in = line.counts.added + line.counts.revised + line.counts.unchanged
    line.close(release)
    counts = {k: v for k, v in asdict(line.counts).items() if v}
    audit.append(
        connection,
        drafts.ACTION,
        by,
        code=step.code,
        area=area,
        release=release,
        loads=[line.id],
        **counts,
    )
    return release


def _bring_table(
    connection: Connection, name: str, code: str, rows: Sequence[Row], line: Line
) -> dict[str, int]:
    table, numbers = _table(name), dict[str, int]()
    held = rows_held(connection, table)
    wanted = {key_in(table, row): row for row in rows}

    def count(what: str) -> None:
        line.counts.add(what)
        numbers[what] = numbers.get(what, 0) + 1

    for key, row in held.items():
        if row["report"] == code and key not in wanted:
            before = _before(connection, table, row, code)
            mine = has_key(table, key)
            if before is None:
                connection.execute(delete(table).where(mine))
                count("withdrawn")
            else:
                connection.execute(update(table).where(mine).values(**before))
                count("revised")
    for key, row in wanted.items():
        if key not in held:
            connection.execute(insert(table).values(**row))
            count("added")
        elif held[key] != row:
            connection.execute(update(table).where(has_key(table, key)).values(**row))
            count("revised")
        else:
            line.counts.unchanged += 1
    return numbers


def _before(connection: Connection, table: Table, row: Row, code: str) -> Row | None:
    """The state of a row before a report took it over; None where the report brought it."""
    kept = schema.record_version
    mine = (kept.c.table == table.name, kept.c.key == key_text(table, row))
    query = select(kept.c.cells).where(*mine).order_by(kept.c.release.desc())
    for cells in connection.execute(query).scalars():
        if not cells:
            return None
        state: dict[str, Any] = json.loads(cells)
        if state["report"] != code:
            return state
    return None

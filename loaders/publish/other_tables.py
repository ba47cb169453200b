"""Records of files that are not observations: laws, goods, ratifications and the like.

They are replaced row by row within their source, and counted in the ledger like observations. The
tables of the pathfinder way keep every state of every row (`keep_states`). What a file or a report
brought, a rebuild leaves in place. A file about one treaty, one report year or one edition replaces
the rows of that alone (`PARTS`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Integer, Table, delete, insert, select, update

from data import schema
from data.queries.record_versions import VERSIONED, cells_text, key_text
from data.queries.versions import RECORDS
from loaders.facts.reference import Key, has_key, key_in, rows_held
from loaders.publish import guards
from loaders.publish.ledger import Line
from loaders.validate import row as rules

FROM_REPORT: Final = "report"
"""The column that names the report a row came with; our own tables do not have it."""

DATES: Final[dict[str, tuple[str, ...]]] = {
    "ratification": ("date",),
    "legal_fact": (),
    "mechanism": (),
    "suggested_action": (),
    "listed_good": (),
    "survey_name": (),
    "national_series": (),
    "event": ("date", "end"),
    "stage": ("date", "end"),
    "roadmap": ("start", "end", "adopted"),
    "priority": ("target_date",),
    "action": ("start", "due"),
    "status": ("checked", "status_date"),
    "resource": ("start", "end"),
    "report": ("start", "end", "received"),
    "answer": (),
    "framework_value": ("checked",),
    "comment": ("date", "answered"),
    "partner": (),
    "seat": (),
    "seat_holder": ("start", "end"),
    "gcg_meeting": ("date", "end"),
    "meeting_point": (),
    "action_group": ("since",),
    "deliverable": ("due", "became_date"),
    "alliance_fact": ("date",),
}
"""The tables, and their columns that hold dates."""

FROM_FILES: Final = frozenset(list(DATES)[:5])
"""Tables that files of operators may fill; the others hold what we write ourselves."""

MAY_BE_BLANK: Final = dict.fromkeys(("event", "partner", "seat_holder"), ("area",))
"""Columns of codes that may be empty: some events and bodies are of no country."""

MAY_LACK: Final = {"ratification": ("as_of",)} | dict.fromkeys(
    (name for name in sorted(VERSIONED) if "report" in schema.metadata.tables[name].columns),
    (FROM_REPORT,),
)
"""Columns that are empty where a record lacks them: some were added after files had been made, and
what is ours came with no report."""

PARTS: Final = {
    "ratification": ("instrument", "area"),
    "legal_fact": ("year",),
    "listed_good": ("edition",),
}
"""Columns of which a file may hold a single value, the first such column counts: it is then
compared with the published rows of that value, not with all of its source."""

UNLISTED: Final = frozenset({"no_signature", "not_listed", "not_a_member"})
"""Notes of positions that rest on a State's absence from a list: another absence confirms them."""

PREFIX: Final = RECORDS
"""Before a table's name where datasets name an indicator."""


@dataclass(frozen=True)
class Found:
    """A record on its way in: its line in the ledger, where it stood, its cells as text."""

    line: Line
    place: str
    cells: Mapping[str, str]


@dataclass
class Changed:
    """What a file changed in a table: by dataset the numbers, and in sentences what was withdrawn
    and what should stop it."""

    changes: dict[tuple[str, str], dict[str, int]]
    withdrawals: list[str] = field(default_factory=list)
    stops: list[str] = field(default_factory=list)


def _breaches(
    table: Table, dates: tuple[str, ...], cells: Mapping[str, str], known: rules.Known
) -> Iterator[rules.Breach]:
    if lacking := [c.name for c in table.columns if c.name not in cells]:
        yield rules.Breach(lacking[0], "", "no_column", "the record lacks this column")
        return
    for name, text in cells.items():
        if why := rules.unstorable(text):
            yield rules.Breach(name, repr(text), "unstorable_text", why)
    for name, codes in (("area", known.areas), ("source", known.sources)):
        allowed = codes.union([""]) if name in MAY_BE_BLANK.get(table.name, ()) else codes
        if name in cells and cells[name] not in allowed:
            yield rules.Breach(name, cells[name], f"unknown_{name}", "not one of ours")
    yield from rules.date_breaches(cells, dates)
    for column in table.columns:
        text = cells[column.name]
        whole = text.isascii() and text.isdigit() and len(text) <= 9
        if isinstance(column.type, Integer) and not whole:
            yield rules.Breach(column.name, text, "not_a_number", "wants a whole number")
    if known.unworded is not None:
        yield from known.unworded(table.name, cells)


def _row(table: Table, cells: Mapping[str, str]) -> dict[str, Any]:
    return {
        c.name: int(cells[c.name]) if isinstance(c.type, Integer) else cells[c.name]
        for c in table.columns
    }


def _sound(
    name: str, found: Sequence[Found], known: rules.Known, instruments: frozenset[str]
) -> dict[Key, list[tuple[Found, dict[str, Any]]]]:
    """The rows that break no rule, by key; the others are rejected."""
    table, dates = schema.metadata.tables[name], DATES[name]
    by_key: dict[Key, list[tuple[Found, dict[str, Any]]]] = {}
    for each in found:
        cells = dict.fromkeys(MAY_LACK.get(name, ()), "") | dict(each.cells)
        breach = next(_breaches(table, dates, cells, known), None)
        if breach is None and cells.get("instrument", "") not in {"", *instruments}:
            code = cells["instrument"]
            breach = rules.Breach("instrument", code, "unknown_instrument", "not one of ours")
        if breach is not None:
            each.line.reject(each.place, *breach)
            continue
        row = _row(table, cells)
        by_key.setdefault(key_in(table, row), []).append((each, row))
    return by_key


def _unrepeated(
    by_key: dict[Key, list[tuple[Found, dict[str, Any]]]],
) -> dict[Key, tuple[Found, dict[str, Any]]]:
    """One row a key: equal ones are superseded by the first, different ones are rejected."""
    single = {}
    for key, rows in by_key.items():
        if any(row != rows[0][1] for _, row in rows):
            for each, _ in rows:
                said = " ".join(map(str, key))
                reason = "two rows have this key and say different things"
                each.line.reject(each.place, "", said, "conflicting_rows", reason)
            continue
        for each, _ in rows[1:]:
            each.line.counts.superseded += 1
        single[key] = rows[0]
    return single


def publish(
    connection: Connection,
    name: str,
    found: Sequence[Found],
    known: rules.Known,
    *,
    merge: bool,
) -> Changed:
    """Bring a table to what the records say, within what their files are about."""
    table = schema.metadata.tables[name]
    by_key = _sound(name, found, known, _instruments(connection))
    wanted = _unrepeated(by_key)
    held = rows_held(connection, table)
    done = Changed({(row["source"], PREFIX + name): {} for _, row in wanted.values()})

    def count(line: Line, source: str, what: str) -> None:
        line.counts.add(what)
        numbers = done.changes[source, PREFIX + name]
        numbers[what] = numbers.get(what, 0) + 1

    _write(connection, table, wanted, held, count)
    compared = _compared(name, held, wanted.values())
    gone = [] if merge else [k for k in compared if k not in by_key]
    first = {row["source"]: each.line for each, row in reversed(wanted.values())}
    for key in gone:
        connection.execute(delete(table).where(has_key(table, key)))
        count(first[held[key]["source"]], held[key]["source"], "withdrawn")
    revised = [key for key, (_, row) in wanted.items() if held.get(key, row) != row]
    _note_stops(done, name, compared, gone, revised)
    return done


def _note_stops(
    done: Changed,
    name: str,
    compared: Mapping[Key, dict[str, Any]],
    gone: Sequence[Key],
    revised: Sequence[Key],
) -> None:
    of = f"{len(compared):,} published records of {name}"
    if gone:
        areas = guards.countries([compared[key]["area"] for key in gone])
        said = f"withdraws {len(gone):,} of {of} in {areas}"
        done.withdrawals.append(said)
        if len(gone) > guards.MOST_WITHDRAWN * len(compared):
            done.stops.append(f"it {said}, such as {' '.join(map(str, gone[0]))}.")
    # A country's page has a dozen treaties: two new notes among them are no mistaken file.
    if len(revised) > max(guards.FEWEST_ALIKE, guards.MOST_REVISED * len(compared)):
        example = " ".join(map(str, revised[0]))
        done.stops.append(f"it revises {len(revised):,} of {of}, such as {example}.")


def _compared(
    name: str, held: Mapping[Key, dict[str, Any]], taken: Iterable[tuple[Found, dict[str, Any]]]
) -> dict[Key, dict[str, Any]]:
    """The published rows that the files replace: by source and part, file by file."""
    by_file: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for each, row in taken:
        by_file.setdefault((id(each.line), row["source"]), []).append(row)
    parts = set()
    for (_, source), rows in by_file.items():
        one = next((c for c in PARTS.get(name, ()) if len({row[c] for row in rows}) == 1), "")
        parts.add((source, one, rows[0][one] if one else ""))
    return {
        key: row
        for key, row in held.items()
        if row.get("note") not in UNLISTED
        and any(row["source"] == s and (not c or row[c] == value) for s, c, value in parts)
    }


def _instruments(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(schema.instrument.c.code)).scalars())


def _write(
    connection: Connection,
    table: Table,
    wanted: Mapping[Key, tuple[Found, dict[str, Any]]],
    held: Mapping[Key, dict[str, Any]],
    count: Callable[[Line, str, str], None],
) -> None:
    """Insert and update rows; `count` gets line, source and what was done."""
    new = []
    for key, (each, row) in wanted.items():
        if key not in held:
            new.append(row)
            count(each.line, row.get("source", ""), "added")
        elif held[key] != row:
            connection.execute(update(table).where(has_key(table, key)).values(**row))
            count(each.line, row.get("source", ""), "revised")
        else:
            each.line.counts.unchanged += 1
    if new:
        connection.execute(insert(table), new)


def replace_ours(
    connection: Connection,
    name: str,
    found: Sequence[Found],
    known: rules.Known,
    spare: Line,
    release: int,
) -> dict[str, int]:
    """Bring what is ours of a table to our own records; what files and reports brought is left.

    Rows that are withdrawn and of which no record of the same source is left count for `spare`.
    What changed, as numbers by kind; empty for tables that keep no past.
    """
    table = schema.metadata.tables[name]
    by_files = sources_of_files(connection, name)
    held = rows_held(connection, table)
    wanted = _unrepeated(_sound(name, found, known, _instruments(connection)))
    lines = {row.get("source", ""): each.line for each, row in wanted.values()}
    changed: dict[str, int] = {}

    def count(line: Line, _source: str, what: str) -> None:
        line.counts.add(what)
        changed[what] = changed.get(what, 0) + 1

    def foreign(row: Mapping[str, Any]) -> bool:
        return row.get("source") in by_files or bool(row.get(FROM_REPORT))

    ours = {}
    for key, (each, row) in wanted.items():
        if foreign(row) or foreign(held.get(key, {})):
            each.line.counts.superseded += 1
        else:
            ours[key] = each, row
    _write(connection, table, ours, held, count)
    for key, row in held.items():
        if key not in ours and not foreign(row):
            connection.execute(delete(table).where(has_key(table, key)))
            count(lines.get(row.get("source", ""), spare), row.get("source", ""), "withdrawn")
    if name not in VERSIONED:
        return {}
    # Rows that stand unchanged since before their states were kept begin their history now.
    kept = keep_states(connection, name, release)
    return changed or ({"added": 0} if kept else {})


def keep_states(connection: Connection, name: str, release: int) -> int:
    """Write down the rows of a table that differ from their last state; how many there are.

    Rows of `record_version` are only ever added.
    """
    table, kept = schema.metadata.tables[name], schema.record_version
    last = select(kept.c.key, kept.c.cells).where(kept.c.table == name).order_by(kept.c.release)
    states = {row.key: row.cells for row in connection.execute(last)}
    now = {key_text(table, row): cells_text(row) for row in rows_held(connection, table).values()}
    changed = {key: cells for key, cells in now.items() if states.get(key) != cells}
    changed |= {key: "" for key, cells in states.items() if cells and key not in now}
    if changed:
        rows = [
            {"table": name, "key": key, "release": release, "cells": cells}
            for key, cells in sorted(changed.items())
        ]
        connection.execute(insert(kept), rows)
    return len(changed)


def sources_of_files(connection: Connection, name: str) -> set[str]:
    """The sources whose rows of a table came from files, and which a rebuild leaves alone."""
    query = select(schema.slice_.c.source).where(
        schema.slice_.c.indicator == PREFIX + name, schema.slice_.c.owner == "file"
    )
    return set(connection.execute(query).scalars())

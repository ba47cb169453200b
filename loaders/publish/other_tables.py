"""Records of files that are not observations: laws, goods, ratifications and the like.

They are replaced row by row within their source, and counted in the ledger like observations; only
observations keep their past versions. What a file brought, a rebuild leaves in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Integer, Table, and_, delete, insert, select, update

from data import schema
from loaders.publish.ledger import Line
from loaders.validate import row as rules

DATES: Final[dict[str, tuple[str, ...]]] = {
    "ratification": ("date",),
    "legal_fact": (),
    "mechanism": (),
    "suggested_action": (),
    "listed_good": (),
    "survey_name": (),
    "national_series": (),
    "event": ("date", "end"),
    "stage": ("date",),
    "roadmap": ("start", "end", "adopted"),
    "action": ("start", "due", "status_date"),
    "resource": ("start", "end"),
}
"""The tables, and their columns that hold dates."""

FROM_FILES: Final = frozenset(list(DATES)[:5])
"""Tables that files of operators may fill; the others hold what we write ourselves."""

MAY_BE_BLANK: Final = {"event": ("area",)}
"""Columns of codes that may be empty: some events are of no country."""

MAY_LACK: Final = {"ratification": ("as_of",)}
"""Columns that were added after files had been made, and are empty where a record lacks them."""

PREFIX: Final = "table:"
"""Before a table's name where slices name an indicator."""

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Found:
    """A record on its way in: its line in the ledger, where it stood, its cells as text."""

    line: Line
    place: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Shrunk:
    """A source of which a file holds much less than the table does."""

    source: str
    rows: int
    rows_after: int


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
        key = tuple(row[c.name] for c in table.primary_key)
        by_key.setdefault(key, []).append((each, row))
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
    block: Callable[[Shrunk], None],
) -> dict[tuple[str, str], dict[str, int]]:
    """Bring a table to what the records say; by slice, what was added, revised and withdrawn.

    `block` is told of each source that would shrink much, and may raise.
    """
    table = schema.metadata.tables[name]
    by_key = _sound(name, found, known, _instruments(connection))
    wanted = _unrepeated(by_key)
    held = _held(connection, table)
    sources = {row["source"] for _, row in wanted.values()}
    changes: dict[tuple[str, str], dict[str, int]] = {
        (source, PREFIX + name): {} for source in sources
    }

    def count(line: Line, source: str, what: str) -> None:
        setattr(line.counts, what, getattr(line.counts, what) + 1)
        slice_ = changes[source, PREFIX + name]
        slice_[what] = slice_.get(what, 0) + 1

    _write(connection, table, wanted, held, count)
    if not merge:
        gone = [k for k, row in held.items() if row["source"] in sources and k not in by_key]
        _tell_of_shrinking(sources, held, gone, wanted, block)
        first = {row["source"]: each.line for each, row in reversed(wanted.values())}
        for key in gone:
            connection.execute(delete(table).where(_is(table, key)))
            count(first[held[key]["source"]], held[key]["source"], "withdrawn")
    return changes


def _instruments(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(schema.instrument.c.code)).scalars())


def _held(connection: Connection, table: Table) -> dict[Key, dict[str, Any]]:
    return {
        tuple(row[c.name] for c in table.primary_key): row
        for row in map(dict, connection.execute(select(table)).mappings())
    }


def _write(
    connection: Connection,
    table: Table,
    wanted: Mapping[Key, tuple[Found, dict[str, Any]]],
    held: Mapping[Key, dict[str, Any]],
    count: Callable[[Line, str, str], None],
) -> None:
    """Insert and update rows; `count` is told line, source and what was done."""
    new = []
    for key, (each, row) in wanted.items():
        if key not in held:
            new.append(row)
            count(each.line, row.get("source", ""), "added")
        elif held[key] != row:
            connection.execute(update(table).where(_is(table, key)).values(**row))
            count(each.line, row.get("source", ""), "revised")
        else:
            each.line.counts.unchanged += 1
    if new:
        connection.execute(insert(table), new)


def replace_ours(
    connection: Connection, name: str, found: Sequence[Found], known: rules.Known, spare: Line
) -> None:
    """Bring what is ours of a table to our own records; sources that files brought are left alone.

    Rows that are withdrawn and of which no record of the same source is left count for `spare`.
    """
    table = schema.metadata.tables[name]
    by_files = sources_of_files(connection, name)
    held = _held(connection, table)
    wanted = _unrepeated(_sound(name, found, known, _instruments(connection)))
    lines = {row.get("source", ""): each.line for each, row in wanted.values()}

    def count(line: Line, _source: str, what: str) -> None:
        setattr(line.counts, what, getattr(line.counts, what) + 1)

    ours = {}
    for key, (each, row) in wanted.items():
        if {row.get("source"), held.get(key, row).get("source")} & by_files:
            each.line.counts.superseded += 1
        else:
            ours[key] = each, row
    _write(connection, table, ours, held, count)
    for key, row in held.items():
        source = row.get("source", "")
        if key not in ours and source not in by_files:
            connection.execute(delete(table).where(_is(table, key)))
            count(lines.get(source, spare), source, "withdrawn")


def _tell_of_shrinking(
    sources: set[str],
    held: Mapping[Key, dict[str, Any]],
    gone: Sequence[Key],
    wanted: Mapping[Key, tuple[Found, dict[str, Any]]],
    block: Callable[[Shrunk], None],
) -> None:
    for source in sorted(sources):
        before = sum(row["source"] == source for row in held.values())
        after = sum(row["source"] == source for _, row in wanted.values())
        if any(held[key]["source"] == source for key in gone):
            block(Shrunk(source, before, after))


def _is(table: Table, key: Key) -> Any:
    return and_(*(c == part for c, part in zip(table.primary_key, key, strict=True)))


def sources_of_files(connection: Connection, name: str) -> set[str]:
    """The sources whose rows of a table came from files, and which a rebuild leaves alone."""
    query = select(schema.slice_.c.source).where(
        schema.slice_.c.indicator == PREFIX + name, schema.slice_.c.owner == "file"
    )
    return set(connection.execute(query).scalars())

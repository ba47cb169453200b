"""Brings the tables of areas, sources, indicators and instruments up to date in place, so that what
points to them may stay. What figures of today or of the past still name is never taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    exists,
    insert,
    select,
    update,
)

from data import schema

Key = tuple[Any, ...]


def key_in(table: Table, row: Mapping[str, Any]) -> Key:
    """The cells of a row that are its key."""
    return tuple(row[column.name] for column in table.primary_key)


def rows_held(connection: Connection, table: Table) -> dict[Key, dict[str, Any]]:
    """The rows of a table by key."""
    rows = map(dict, connection.execute(select(table)).mappings())
    return {key_in(table, row): row for row in rows}


def has_key(table: Table, key: Key) -> ColumnElement[bool]:
    """Whether a row is the one of a key."""
    return and_(*(column == part for column, part in zip(table.primary_key, key, strict=True)))


def bring_up_to_date(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]
) -> set[Key]:
    """Insert and update rows; the keys of the rows that are there and should not be."""
    wanted = {key_in(table, row): {c.name: row[c.name] for c in table.columns} for row in rows}
    held = rows_held(connection, table)
    if new := [row for key, row in wanted.items() if key not in held]:
        connection.execute(insert(table), new)
    for key, row in wanted.items():
        if key in held and held[key] != row:
            connection.execute(update(table).where(has_key(table, key)).values(**row))
    return held.keys() - wanted.keys()


def _pointing_to(table: Table) -> Iterator[Column[Any]]:
    """Every column whose cells name a row of the table."""
    for other in schema.metadata.tables.values():
        for foreign in other.foreign_keys:
            if foreign.column.table is table:
                yield foreign.parent
    if table.name in schema.observation_past.columns:
        yield schema.observation_past.columns[table.name]


def is_named(connection: Connection, table: Table, code: str, *, but: Table | None = None) -> bool:
    """Whether a row of another table than `but` names this one."""
    return any(
        connection.execute(select(exists().where(column == code))).scalar()
        for column in _pointing_to(table)
        if column.table is not but
    )


def _drop_unnamed(connection: Connection, table: Table, absent: Iterable[Key]) -> set[Key]:
    """Delete rows that nothing names any more; the keys of those that had to stay."""
    kept = set()
    for key in sorted(absent):
        if is_named(connection, table, key[0]):
            kept.add(key)
        else:
            connection.execute(delete(table).where(has_key(table, key)))
    return kept


def drop_absent(connection: Connection, absent: dict[Table, set[Key]]) -> None:
    """Take away what is no longer in the catalogues, but for what figures still name."""
    named = [t for t in absent if t is not schema.area and t is not schema.area_name]
    for table in named:
        _drop_unnamed(connection, table, absent[table])
    codes = {key[0] for key in absent[schema.area]}
    names = absent[schema.area_name]
    _drop_unnamed(connection, schema.area_name, {n for n in names if n[0] not in codes})
    for (code,) in absent[schema.area]:
        if not is_named(connection, schema.area, code, but=schema.area_name):
            own = {name for name in names if name[0] == code}
            _drop_unnamed(connection, schema.area_name, own)
            _drop_unnamed(connection, schema.area, {(code,)})

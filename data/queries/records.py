"""Rows of a table as records: a column is named as the field that it fills."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, select

Record = TypeVar("Record")


def records(connection: Connection, record: type[Record], query: Select[Any]) -> list[Record]:
    """The rows of a query, in its order."""
    return [record(**row) for row in connection.execute(query).mappings()]


def of_area(
    connection: Connection,
    record: type[Record],
    table: Table,
    area_code: str,
    *order: ColumnElement[Any],
) -> list[Record]:
    """The rows of one area."""
    query = select(table).where(table.c.area == area_code).order_by(*order)
    return records(connection, record, query)

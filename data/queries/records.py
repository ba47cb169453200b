"""Rows of a table as records: a column is named as the field that it fills."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
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


def by_area(
    connection: Connection, record: type[Record], table: Table, *order: ColumnElement[Any]
) -> dict[str, list[Record]]:
    """All rows by the code of their area, in this order within it."""
    # groupby wants the groups together: the area leads the order.
    found = records(connection, record, select(table).order_by(table.c.area, *order))
    return {code: list(group) for code, group in groupby(found, key=attrgetter("area"))}

"""Many rows into one table as fast as the engine takes them: executemany on SQLite, COPY on
PostgreSQL. The only place that leaves SQLAlchemy's statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import Connection, Table, exists, insert, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.schema import CreateIndex, DropIndex


def columns_of(table: Table) -> tuple[str, ...]:
    """The columns in the order in which `insert_rows` wants them."""
    return tuple(column.name for column in table.columns)


@contextmanager
def filling(connection: Connection, table: Table) -> Iterator[None]:
    """Fill an empty table faster: its indexes are made once, at the end, from all that came in.

    Not on PostgreSQL, where taking an index away would hold up everybody who reads. When what
    happens inside fails, the caller rolls back, and the indexes are there as before.
    """
    if connection.dialect.name != "sqlite" or connection.scalar(
        select(exists().select_from(table))
    ):
        yield
        return
    indexes = sorted(table.indexes, key=lambda index: str(index.name))
    for index in indexes:
        connection.execute(DropIndex(index))
    yield
    for index in indexes:
        connection.execute(CreateIndex(index))


def insert_rows(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows whose cells stand in the order of `columns_of(table)`.

    Raises sqlalchemy.exc.DatabaseError; what was inserted is then rolled back with the rest.
    """
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "postgresql":
        _copy(driver, table, rows)
        return
    statement = str(insert(table).compile(connection.engine))
    try:
        driver.executemany(statement, rows)
    except driver.OperationalError as error:
        raise OperationalError(statement, None, error) from error
    except driver.DatabaseError as error:
        raise DatabaseError(statement, None, error) from error


def _copy(driver: psycopg.Connection[Any], table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, columns_of(table)))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.OperationalError as error:
        raise OperationalError(statement.as_string(driver), None, error) from error
    except psycopg.Error as error:
        raise DatabaseError(statement.as_string(driver), None, error) from error

"""Columns as every step of the shape writes them.

Steps that were taken name these functions: a change here would change tables that stores have.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text

TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def new_metadata() -> MetaData:
    """Tables whose constraints and indexes have the names that later steps find them by."""
    return MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def texts(names: str, *, key: bool = False) -> list[Column[str]]:
    """Text columns that are never NULL: absence is the empty text."""
    return [
        Column(name, TEXT, primary_key=key, nullable=False, server_default="")
        for name in names.split()
    ]


def integers(names: str, *, key: bool = False) -> list[Column[int]]:
    """Columns of whole numbers that are never NULL, and never counted up by the engine."""
    return [
        Column(name, Integer, primary_key=key, autoincrement=False, nullable=False)
        for name in names.split()
    ]


def reference(table: str, *, key: bool = False, index: bool | None = None) -> Column[str]:
    """The column that names a row of a table by its code; it has the table's name."""
    code = ForeignKey(f"{table}.code")
    return Column(table, TEXT, code, primary_key=key, nullable=False, index=index)

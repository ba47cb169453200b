"""The key of a figure in questions to the store and in words, and numbers of figures by dataset."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, func, select

from data.schema import OBSERVATION_KEY

Dataset = tuple[str, str]
"""Source and indicator: what a file replaces as a whole."""

DATASET: Final = ("source", "indicator")


def columns(table: FromClause, names: Iterable[str] = OBSERVATION_KEY) -> list[ColumnElement[Any]]:
    """Columns of a table by name, those of the key unless said."""
    return [table.c[name] for name in names]


def same_key(one: FromClause, other: FromClause, *but: str) -> ColumnElement[bool]:
    """Whether two rows are the same figure, maybe in two versions, but for some columns."""
    names = [name for name in OBSERVATION_KEY if name not in but]
    return and_(*(one.c[name] == other.c[name] for name in names))


def in_words(key: Iterable[object]) -> str:
    """A key as a message shows it."""
    return " ".join(str(cell) for cell in key if cell != "")


def by_dataset(connection: Connection, question: Select[Any]) -> dict[Dataset, Any]:
    """What a question of source, indicator and one thing more gives, by dataset."""
    return {(s, i): found for s, i, found in connection.execute(question)}


def counted(table: FromClause, *where: ColumnElement[bool]) -> Select[Any]:
    """How many rows of a table there are by dataset."""
    pair = columns(table, DATASET)
    return select(*pair, func.count()).where(*where).group_by(*pair)

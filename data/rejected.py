"""What our curations set aside, row by row: too many to be kept in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, func, select

from data import store
from data.queries.ledgers import CURATED
from data.schema import load, load_reject

COLUMNS: Final = (
    *("load", "number", "dataset", "file", "source"),
    *("place", "column", "value", "rule", "reason"),
)
_FILTERS: Final = {"dataset": load.c.dataset, "rule": load_reject.c.rule}
BATCH: Final = 2_000


def _joined() -> FromClause:
    return load_reject.join(load, load.c.id == load_reject.c.load)


def _where(chosen: Mapping[str, Sequence[str]]) -> list[ColumnElement[bool]]:
    # Of public files alone: what an operator's file held may be nobody's business.
    return [CURATED, *(_FILTERS[name].in_(codes) for name, codes in chosen.items())]


@store.cached(2)
def reject_codes() -> Mapping[str, tuple[str, ...]]:
    """The data sets and rules that any row was set aside of, or by."""
    found = {}
    with store.connected() as connection:
        for name, column in _FILTERS.items():
            query = select(column).select_from(_joined()).where(*_where({})).distinct()
            found[name] = tuple(sorted(code for code in connection.scalars(query) if code))
    return found


@store.cached(64)
def count_rejects(chosen: tuple[tuple[str, tuple[str, ...]], ...]) -> int:
    """How many rows were set aside, of some data sets and by some rules."""
    query = select(func.count()).select_from(_joined()).where(*_where(dict(chosen)))
    with store.connected() as connection:
        return int(connection.scalar(query) or 0)


def rejects(
    chosen: Mapping[str, Sequence[str]], *, first: int = 0, most: int | None = None
) -> Iterator[Sequence[Any]]:
    """The same rows in the order of COLUMNS, from the row behind `first` others, by load."""
    columns = [
        *(load_reject.c.load, load_reject.c.number, load.c.dataset, load.c.file, load.c.source),
        *(load_reject.c[name] for name in COLUMNS[5:]),
    ]
    query = (
        select(*columns)
        .select_from(_joined())
        .where(*_where(chosen))
        .order_by(load_reject.c.load, load_reject.c.number)
        .offset(first)
        .limit(most)
        .execution_options(stream_results=True, yield_per=BATCH)
    )
    with store.connected() as connection:
        for part in connection.execute(query).partitions():
            yield from part

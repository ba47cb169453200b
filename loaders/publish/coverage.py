"""Keeps the table `holding`, the coverage of each indicator, in step with the figures: counted once
a release, so that no page has to read every figure to say what may be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, delete, insert, select, union_all

from data.queries.coverage import counts
from data.schema import holding, observation, release_slice

_COLUMNS: Final = tuple(column.name for column in holding.columns)


def refresh_coverage(connection: Connection, release: int) -> None:
    """Count what there is now of the indicators that a release changed."""
    touched = select(release_slice.c.indicator).where(release_slice.c.release == release)
    connection.execute(delete(holding).where(holding.c.indicator.in_(touched)))
    counted = counts(observation, observation.c.indicator.in_(touched))
    connection.execute(insert(holding).from_select(_COLUMNS, union_all(*counted)))


def problems(connection: Connection) -> Iterator[str]:
    """Indicators of which something else was counted than is held."""
    now = {tuple(row) for row in connection.execute(union_all(*counts(observation)))}
    then = {tuple(row) for row in connection.execute(select(holding))}
    for code, facet in sorted({(row[0], row[1]) for row in now ^ then}):
        yield f"{code}: the figures counted by {facet} are not those that are held"

"""The rows behind one view of the figures, read once for page, picture, embed and citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from data import store
from data.methods.change import Knowledge, knowledge
from data.queries import export, surveys, versions
from data.records import Observation, Selection

MOST_DRAWN: Final = 4_000
"""Rows that are read to be drawn; a larger selection is counted, told of and downloaded."""


@dataclass(frozen=True)
class Explored:
    """`rows` in the order of the key, at most MOST_DRAWN of the `total` that the file holds.

    `beside` are the rows of the second indicator of a scatter, under the same restrictions.
    `sources` counts the rows by source.
    """

    rows: tuple[Observation, ...]
    total: int
    sources: tuple[tuple[str, int], ...]
    beside: tuple[Observation, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all rows of the file are here to be drawn."""
        return len(self.rows) == self.total


@store.cached(512)
def rows_of(release: int | None, asked: Selection) -> Explored:
    """The rows of a selection as of a release (None: as they are now)."""
    table = versions.observations_as_of(release)
    with store.connected() as connection:
        parts = export.rows(connection, asked, most=MOST_DRAWN, table=table)
        rows = tuple(Observation(*row) for part in parts for row in part)
        held = export.rows_by_source(connection, asked, release=release)
    return Explored(rows, sum(held.values()), tuple(held.items()))


@store.cached(2)
def every_survey() -> Knowledge:
    """Which surveys stand behind the figures of all countries."""
    with store.connected() as connection:
        return knowledge(surveys.all_survey_names(connection))

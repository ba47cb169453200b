"""The rows behind one view of the figures, read once for page, picture, embed and citation."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from data import store
from data.languages import DEFAULT
from data.methods.change import Knowledge, knowledge
from data.queries import export, surveys, versions
from data.records import LATEST, Explored, Observation, Selection

__all__ = ["MOST_DRAWN", "Explored", "every_survey", "rows_of", "seen"]

MOST_DRAWN: Final = 4_000
"""Rows that are read to be drawn; a larger selection is counted, told of and downloaded."""


@store.cached(512)
def rows_of(release: int | None, asked: Selection) -> Explored:
    """The rows of a selection as of a release (None: as they are now)."""
    table = versions.observations_as_of(release)
    with store.connected() as connection:
        parts = export.rows(connection, asked, most=MOST_DRAWN, table=table)
        rows = tuple(Observation(*row) for part in parts for row in part)
        held = export.rows_by_source(connection, asked, release=release)
    return Explored(rows, sum(held.values()), tuple(held.items()))


@store.cached(512)
def seen(
    release: int | None,
    asked: Selection,
    *,
    headline: str = "",
    x: Selection | None = None,
    withheld: Selection | None = None,
) -> Explored:
    """Every row that a view draws, as of a release (None: as they are now).

    `headline` is the code of a measure: one row an area, chosen by the one rule. `x` asks for the
    second indicator of a scatter, `withheld` for what the file may not hold.
    """
    beside = _drawable(release, x).rows if x is not None else ()
    if headline:
        found = _spoken(release, asked, headline)
        hidden = _spoken(release, withheld, headline).rows if withheld is not None else ()
    else:
        found = _drawable(release, asked)
        hidden = _drawable(release, withheld).rows if withheld is not None else ()
    return replace(found, beside=beside, withheld=hidden)


def _drawable(release: int | None, asked: Selection) -> Explored:
    """All rows, or the newest figure of each series where all are more than one drawing holds."""
    found = rows_of(release, asked)
    if found.whole or asked.latest:
        return found
    newest = rows_of(release, replace(asked, latest=LATEST[1]))
    return replace(newest, total=found.total, sources=found.sources, newest=True)


def _spoken(release: int | None, asked: Selection, headline: str) -> Explored:
    rows = store.latest(release, headline, DEFAULT, asked.last).observations
    kept = tuple(row for row in rows if _asked_for(row, asked))
    return Explored(kept, len(kept), tuple(sorted(Counter(row.source for row in kept).items())))


def _asked_for(row: Observation, asked: Selection) -> bool:
    """Whether what else is asked for lets the row stand."""
    wanted = (
        (row.area, asked.areas),
        (row.sex, asked.sexes),
        (row.age, asked.ages),
        (row.source, asked.sources),
        (row.indicator, asked.indicators),
    )
    return all(codes is None or code in codes for code, codes in wanted) and (
        asked.first is None or row.year >= asked.first
    )


@store.cached(2)
def every_survey() -> Knowledge:
    """Which surveys stand behind the figures of all countries."""
    with store.connected() as connection:
        return knowledge(surveys.all_survey_names(connection))

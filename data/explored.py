"""The rows behind one view of the figures, read once for page, picture, embed and citation."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from data import store
from data.methods.change import Knowledge, knowledge
from data.methods.parts import LINES
from data.queries import export, surveys, versions
from data.records import LATEST, TOTAL, Explored, Observation, Selection

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
    second indicator of a scatter: of all years, and of its own ages and parts. `withheld` asks for
    what the file may not hold.
    """
    found = _drawable(release, replace(asked, headline=headline or asked.headline))
    beside = _drawable(release, _across(x)).rows if x is not None else ()
    hidden: tuple[Observation, ...] = ()
    if withheld is not None:
        spoken = replace(withheld, headline=headline or withheld.headline)
        hidden = _drawable(release, spoken).rows
    return replace(found, beside=beside, withheld=hidden, totals=_totals(release, asked))


def _totals(release: int | None, asked: Selection) -> tuple[Observation, ...]:
    """The totals of parts of one area, which only parts of one area are held against."""
    parts = (asked.sexes, asked.ages, asked.dimensions, asked.categories)
    if asked.headline or len(asked.areas or ()) != 1 or not any(parts):
        return ()
    dimensions = (TOTAL, LINES, *(asked.dimensions or ()))
    whole = replace(asked, sexes=None, ages=None, dimensions=dimensions, categories=None, latest="")
    return rows_of(release, whole).rows


def _across(x: Selection) -> Selection:
    """What is asked of the second indicator: each country's own years, near those of the first."""
    return replace(
        x, headline="", latest="", ages=None, dimensions=None, categories=None, first=None
    )


def _drawable(release: int | None, asked: Selection) -> Explored:
    """All rows, or the newest figure of each series where all are more than one drawing holds."""
    found = rows_of(release, asked)
    if found.whole or asked.latest or asked.headline:
        return found
    newest = rows_of(release, replace(asked, latest=LATEST[1]))
    return replace(newest, total=found.total, sources=found.sources, newest=True)


@store.cached(2)
def every_survey() -> Knowledge:
    """Which surveys stand behind the figures of all countries."""
    with store.connected() as connection:
        return knowledge(surveys.all_survey_names(connection))

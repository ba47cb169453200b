"""Which observations of a country's Series a card may show together."""

from __future__ import annotations

from collections.abc import Iterable

from data.methods.comparability import why_not
from data.methods.selection import measure_of, representative
from data.records import Observation, Series


def representative_observation(series: Series) -> Observation | None:
    """The row that speaks for the country by the one rule; None when none may."""
    spoken = representative(measure_of(series.indicator), series.observations)
    return spoken.row if spoken else None


def same_series(series: Series, pattern: Observation) -> tuple[Observation, ...]:
    """The figures that count the same thing as the pattern, of the same source, by year."""
    rows = (
        row
        for row in series.observations
        if row.value is not None
        and (row.dimension, row.category, row.sex, row.age, row.source)
        == (pattern.dimension, pattern.category, pattern.sex, pattern.age, pattern.source)
    )
    return tuple(sorted(rows, key=lambda row: (row.year, row.survey)))


def joined(rows: Iterable[Observation], method: str) -> tuple[tuple[Observation, ...], ...]:
    """Rows of one definition by year, cut wherever two neighbours are not comparable."""
    runs: list[list[Observation]] = []
    for row in rows:
        if runs and row.year > runs[-1][-1].year and not why_not(runs[-1][-1], row, method=method):
            runs[-1].append(row)
        else:
            runs.append([row])
    return tuple(tuple(run) for run in runs)


def years_of(rows: Iterable[Observation]) -> tuple[int, ...]:
    """The years that have a figure, ascending."""
    return tuple(sorted({row.year for row in rows if row.value is not None}))

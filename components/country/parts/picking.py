"""Which observations of a country's Series a card may show together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from data.methods.comparability import why_not
from data.methods.selection import measure_of, speaking
from data.records import TOTAL, Indicator, Observation, Series

MOST_DECIMALS: Final = 3


def whole(series: Series, *, sexes: bool = True) -> Series:
    """Only the rows that are no part of anything but a sex: no category, no dimension."""
    rows = (row for row in series.observations if row.category == TOTAL)
    return narrowed(series, (row for row in rows if sexes or row.sex == "T"))


def narrowed(series: Series, rows: Iterable[Observation]) -> Series:
    """The Series with these of its rows, and only the sources they rest on."""
    kept = tuple(rows)
    used = {row.source for row in kept}
    sources = tuple(source for source in series.sources if source.code in used)
    return replace(series, sources=sources, observations=kept)


def ages(series: Series) -> tuple[str, ...]:
    """The ages that have a figure: the indicator's own first, then by how recent they are."""
    newest: dict[str, int] = {}
    for row in series.observations:
        if row.value is not None:
            newest[row.age] = max(newest.get(row.age, 0), row.year)
    own = series.indicator.age or TOTAL
    return tuple(sorted(newest, key=lambda age: (age != own, -newest[age], age)))


def representative_observation(series: Series) -> Observation | None:
    """The row that speaks for the country by the one rule; None when none may."""
    spoken = speaking(measure_of(series.indicator), series.observations)
    return spoken.row if spoken else None


def like(series: Series, pattern: Observation) -> tuple[Observation, ...]:
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


def printed(row: Observation, about: Indicator) -> Observation:
    """One observation with the decimals that its publisher prints."""
    if row.value is None or -(Decimal(str(row.value)).as_tuple().exponent) <= MOST_DECIMALS:  # type: ignore[operator]
        return row
    step = Decimal(1).scaleb(-about.decimals)
    return row._replace(value=float(Decimal(str(row.value)).quantize(step, ROUND_HALF_EVEN)))


def years_of(rows: Iterable[Observation]) -> tuple[int, ...]:
    """The years that have a figure, ascending."""
    return tuple(sorted({row.year for row in rows if row.value is not None}))

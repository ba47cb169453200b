"""A line of a few pixels beside a figure: its own earlier values, nothing more."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from typing import Final

from components.country.parts.picking import joined
from data.records import Observation

WIDTH: Final = 96
HEIGHT: Final = 24
EDGE: Final = 4
FAR: Final = 3
"""Figures more years apart than this are not joined: what lies between is not known."""


def spark(rows: Sequence[Observation], method: str, colour: str, *, apart: int = 0) -> str:
    """An SVG image as a data address; empty when there are fewer than two figures.

    From zero to the highest value, the newest figure as a dot. Values that may not be compared, or
    lie more than three years apart, are not joined; one that stands alone is a small dot. With
    `apart`, neighbours of one count by one publisher are joined when that many years or fewer lie
    between them, whatever the method.
    """
    figures = [row for row in rows if row.value is not None]
    if len(figures) < 2:
        return ""
    years = [row.year for row in figures]
    first, span = min(years), max(max(years) - min(years), 1)
    values = [row.value for row in figures if row.value is not None]
    low = min(0.0, *values)
    rise = max(max(values) - low, 1e-9)

    def place(row: Observation) -> tuple[float, float]:
        across = EDGE + (row.year - first) / span * (WIDTH - 2 * EDGE)
        up = ((row.value or 0.0) - low) / rise
        return round(across, 1), round(HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE), 1)

    parts = []
    runs = _near(figures, apart) if apart else _unbroken(joined(figures, method))
    for run in runs:
        if len(run) > 1:
            line = " ".join(f"{x},{y}" for x, y in map(place, run))
            parts.append(
                f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>'
            )
        else:
            x, y = place(run[0])
            parts.append(f'<circle cx="{x}" cy="{y}" r="1.5" fill="{colour}"/>')
    x, y = place(max(figures, key=lambda row: row.year))
    parts.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>')
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">{"".join(parts)}</svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode("ascii")


def _unbroken(runs: Iterable[Sequence[Observation]]) -> list[list[Observation]]:
    """The runs, cut wherever two neighbours lie too far apart."""
    return [part for run in runs for part in _near(run, FAR)]


def _near(rows: Sequence[Observation], apart: int) -> list[list[Observation]]:
    """Rows by year, cut where more than `apart` years lie between two neighbours."""
    runs: list[list[Observation]] = []
    for row in sorted(rows, key=lambda each: each.year):
        if runs and row.year - runs[-1][-1].year <= apart:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs

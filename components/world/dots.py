"""One dot a country, a row a region: where the newest figures lie, without a rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, inf
from typing import Final

from components import numbers
from components.charts.map_classes import is_old
from components.charts.plot import Label, Mark, Plot, Tick, percent_of, plot_html, round_steps
from components.wording import Wording
from data.records import Observation, Series

DOT: Final = 13
"""Pixels from one dot to the one above it."""

ROW_GAP: Final = 24
COUNTED: Final = frozenset({"PERSONS", "THOUSAND_PERSONS", "COUNT", "USD", "USD_BILLION"})
"""Units of raw counts, which stand for the size of a country: never set beside each other."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a plot is laid out: percent of its width that a dot takes, room for names, and where
    the names of rows stand."""

    gap: float
    left: int
    right: int
    names_above: bool
    most_ticks: int


WIDE: Final = _Shape(gap=1.15, left=128, right=150, names_above=False, most_ticks=8)
NARROW: Final = _Shape(gap=4.2, left=4, right=12, names_above=True, most_ticks=4)


def can_be_set_beside(latest: Series) -> bool:
    """Whether figures of countries may stand on one axis: shares and rates may, counts may not."""
    return latest.indicator.unit not in COUNTED


def by_region(latest: Series) -> dict[str, list[Observation]]:
    """The rows with a figure, by the M49 region of their area; areas without one under ""."""
    region = {area.code: area.region for area in latest.areas}
    found: dict[str, list[Observation]] = {}
    for row in latest.observations:
        if row.value is not None:
            found.setdefault(region.get(row.area, ""), []).append(row)
    return found


def dots_html(
    latest: Series, regions: Mapping[str, str], wording: Wording, *, alt: str, this_year: int
) -> str:
    """The plot twice, for wide and narrow screens; the style sheet shows one of them.

    `regions` are names by code, in the order of the rows.
    """
    grouped = by_region(latest)
    rows = [(regions[code], grouped[code]) for code in regions if code in grouped]
    if not rows:
        return ""
    wide, narrow = (
        plot_html(_plot(rows, latest, wording, shape, alt=alt, this_year=this_year))
        for shape in (WIDE, NARROW)
    )
    return f'<div class="on-wide">{wide}</div><div class="on-narrow">{narrow}</div>'


def _plot(
    rows: Sequence[tuple[str, list[Observation]]],
    latest: Series,
    wording: Wording,
    shape: _Shape,
    *,
    alt: str,
    this_year: int,
) -> Plot:
    values = [row.value or 0.0 for _, group in rows for row in group]
    steps = _steps(min(values), max(values), shape.most_ticks)

    def across(value: float | None) -> float:
        return percent_of(value or 0.0, steps[0], steps[-1])

    levels = [_levels([across(r.value) for r in _ordered(group)], shape.gap) for _, group in rows]
    heights = [
        (max(each) - min(each) + 1) * DOT + ROW_GAP + (18 if shape.names_above else 0)
        for each in levels
    ]
    height = sum(heights)
    names = {area.code: area.name for area in latest.areas}
    marks: list[Mark] = []
    labels: list[Label] = []
    ticks: list[Tick] = []
    top = 0
    for (name, group), level, own in zip(rows, levels, heights, strict=True):
        middle = top + own - ROW_GAP / 2 - DOT / 2 + min(level) * DOT
        ordered = _ordered(group)
        for row, place in zip(ordered, level, strict=True):
            marks.append(
                Mark(
                    x=across(row.value),
                    y=percent_of(middle - place * DOT, 0, height),
                    colour="theme",
                    tip=_tip(row, names[row.area], latest, wording),
                    hollow=is_old(row.year, this_year),
                )
            )
        most = ordered[-1]
        said = wording.t(
            "world.dot",
            area=names[most.area],
            value=numbers.read_figure(most, latest.indicator, wording),
        )
        row_name = wording.t("world.row", region=name, count=numbers.number(len(group), wording))
        if shape.names_above:
            at = percent_of(top + 9, 0, height)
            labels.append(Label(0, at, row_name, place="right", strong=True))
        else:
            at = percent_of(middle, 0, height)
            ticks.append(Tick(at, row_name))
            labels.append(Label(across(most.value), at, said))
        top += own
    return Plot(
        alt=alt,
        height=height,
        marks=marks,
        labels=labels,
        rows=ticks,
        x_ticks=[
            Tick(
                across(step),
                numbers.percent(step, wording)
                if latest.indicator.unit == "PERCENT"
                else numbers.number(step, wording),
            )
            for step in steps
        ],
        left=shape.left,
        right=shape.right,
        x_grid=True,
    )


def _steps(low: float, top: float, most: int) -> tuple[float, ...]:
    """Round values that hold zero and every figure; a score may be negative."""
    up = round_steps(top, most=most)
    if low >= 0:
        return up
    # One step for both sides, and no more ticks than there is room for.
    size = round_steps(max(top, 0.0) - low, most=max(most - 1, 2))[1]
    below, above = ceil(-low / size - 1e-9), ceil(max(top, 0.0) / size - 1e-9)
    return tuple(round(size * place, 10) for place in range(-below, above + 1))


def _ordered(group: Sequence[Observation]) -> list[Observation]:
    return sorted(group, key=lambda row: (row.value or 0.0, row.area))


def _levels(places: Sequence[float], gap: float) -> list[int]:
    """For ascending places, the level of each dot: 0, 1, -1, 2 …, the first on which it is free."""
    last: dict[int, float] = {}
    found = []
    for place in places:
        level, step = 0, 1
        # A level without a dot is free for every place, also for one below zero.
        while place - last.get(level, -inf) < gap:
            level = -level if level > 0 else -level + 1
            step += 1
        last[level] = place
        found.append(level)
    return found


def _tip(row: Observation, name: str, latest: Series, wording: Wording) -> str:
    return wording.t(
        "world.tip", area=name, value=numbers.figure(row, latest.indicator, wording), year=row.year
    )

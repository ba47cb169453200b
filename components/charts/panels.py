"""Small multiples: one small line chart a series, all on a common scale."""

from __future__ import annotations

from math import ceil
from typing import Any

from components.charts.frame import TEXT_SIZE, By, Figure, layout, plain, value_axis, year_axis
from components.charts.runs import absence_marks, run_traces
from components.charts.selection import code_of, codes, label
from components.theme import Palette
from components.wording import Wording
from data.records import Series


def panels(
    series: Series,
    wording: Wording,
    palette: Palette,
    *,
    by: By = "category",
    columns: int = 3,
    panel_height: int = 170,
) -> Figure:
    """One panel a code of `by`, all with the same years and values, read in the page's direction.

    A code that has only suppressed figures keeps its panel, with the marks in it.
    """
    shown = tuple(row for row in series.observations if row.value is not None or row.status == "Q")
    keys = codes(shown, by)
    rows_of_panels = max(ceil(len(keys) / columns), 1)
    years = [row.year for row in shown]
    highest = max((row.value for row in shown if row.value is not None), default=1.0)
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    for place, key in enumerate(keys):
        suffix = "" if place == 0 else str(place + 1)
        row, column = divmod(place, columns)
        across = _domain(columns - 1 - column if wording.rtl else column, columns, gap=0.07)
        up = _domain(rows_of_panels - 1 - row, rows_of_panels, gap=0.3 / rows_of_panels)
        axes[f"xaxis{suffix}"] = year_axis(
            palette,
            min(years),
            max(years),
            domain=across,
            anchor=f"y{suffix}",
            nticks=4,
        ) | {"dtick": max((max(years) - min(years)) // 2, 1), "tick0": min(years)}
        axes[f"yaxis{suffix}"] = value_axis(
            palette,
            wording,
            percent=series.indicator.unit == "PERCENT",
            domain=up,
            anchor=f"x{suffix}",
            range=[0, highest * 1.12 or 1],
            showticklabels=column == 0,
        ) | {"nticks": 3}
        own = [row for row in shown if code_of(row, by) == key]
        name = label(key, by, series, wording)
        colour = palette.themes[series.indicator.theme]
        for trace in run_traces(own, series, wording, name=name, colour=colour, palette=palette):
            traces.append(trace | {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"})
        notes += [
            mark | {"xref": f"x{suffix}", "yref": f"y{suffix} domain"}
            for mark in absence_marks(own, wording, palette)
        ]
        notes.append(_heading(name, across, up, palette, wording))
    return {
        "data": traces,
        "layout": layout(
            palette,
            wording,
            height=panel_height * rows_of_panels + 40,
            annotations=notes,
            **axes,
        ),
    }


def _domain(place: int, count: int, *, gap: float) -> list[float]:
    """The share of the width (or height) of the place-th of `count` panels, gaps between."""
    size = (1 - gap * (count - 1)) / count
    start = place * (size + gap)
    return [round(start, 4), round(min(start + size, 1.0), 4)]


def _heading(
    name: str, across: list[float], up: list[float], palette: Palette, wording: Wording
) -> dict[str, Any]:
    return {
        "x": across[1] if wording.rtl else across[0],
        "xanchor": "right" if wording.rtl else "left",
        "xref": "paper",
        "y": up[1],
        "yanchor": "bottom",
        "yref": "paper",
        "text": plain(name),
        "showarrow": False,
        "font": {"color": palette.ink, "size": TEXT_SIZE},
    }

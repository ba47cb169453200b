"""Lines and markers of comparable runs, and the marks of figures that a publisher suppressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from components.charts.frame import TEXT_SIZE, plain
from components.charts.selection import hover
from components.numbers import mark_text
from components.theme import Palette
from components.wording import Wording
from data.methods.comparability import comparable_runs, estimated, projected
from data.records import SUPPRESSED, Observation, Series

Trace: TypeAlias = dict[str, Any]


def run_traces(
    rows: Sequence[Observation],
    series: Series,
    wording: Wording,
    *,
    name: str,
    colour: str,
    palette: Palette,
) -> list[Trace]:
    """A line and a marker trace for every comparable run of the rows."""
    traces: list[Trace] = []
    for run in comparable_runs(rows, method=series.indicator.method):
        if len(run) > 1:
            traces.append(_line(run, rows, series.indicator.method, name, colour))
        traces.append(_markers(run, series, wording, name=name, colour=colour, palette=palette))
    return traces


def _dash(row: Observation) -> str:
    if projected(row):
        return "dot"
    return "dash" if estimated(row) else "solid"


def _line(
    run: Sequence[Observation], rows: Sequence[Observation], method: str, name: str, colour: str
) -> Trace:
    absent = {row.year for row in rows if row.value is None}
    x: list[int] = [run[0].year]
    y: list[float | None] = [run[0].value]
    for before, row in zip(run, run[1:], strict=False):
        skipped = range(before.year + 1, row.year)
        if absent.intersection(skipped) or (method == "administrative" and skipped):
            x.append(before.year + 1)
            y.append(None)
        x.append(row.year)
        y.append(row.value)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": plain(name),
        "x": x,
        "y": y,
        "line": {"color": colour, "width": 2, "dash": _dash(run[0])},
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _markers(
    run: Sequence[Observation],
    series: Series,
    wording: Wording,
    *,
    name: str,
    colour: str,
    palette: Palette,
) -> Trace:
    symbols = [
        "diamond-open" if projected(row) else "circle-open" if estimated(row) else "circle"
        for row in run
    ]
    trace: Trace = {
        "type": "scatter",
        "mode": "markers",
        "name": plain(name),
        "x": [row.year for row in run],
        "y": [row.value for row in run],
        "marker": {
            "color": colour,
            "size": 9,
            "symbol": symbols,
            "line": {
                "width": [0 if symbol == "circle" else 2 for symbol in symbols],
                "color": colour,
            },
        },
        "hoverinfo": "text",
        "hovertext": [hover(row, series, wording) for row in run],
        "cliponaxis": False,
    }
    if any(row.lower is not None and row.upper is not None for row in run):
        trace["error_y"] = _whiskers(run, palette)
    return trace


def _whiskers(run: Sequence[Observation], palette: Palette) -> Trace:
    spans = [
        (row.upper - row.value, row.value - row.lower)
        if row.value is not None and row.upper is not None and row.lower is not None
        else (None, None)
        for row in run
    ]
    return {
        "type": "data",
        "symmetric": False,
        "array": [above for above, _ in spans],
        "arrayminus": [below for _, below in spans],
        "color": palette.muted,
        "thickness": 1,
        "width": 4,
    }


def absence_marks(
    rows: Sequence[Observation], wording: Wording, palette: Palette
) -> list[dict[str, Any]]:
    """A mark at the foot of each year whose figure the publisher suppressed, never at a value."""
    marks = {row.year: row.suppressed or "…" for row in rows if row.status == SUPPRESSED}
    return [
        {
            "x": year,
            "xref": "x",
            "y": 0,
            "yref": "paper",
            "yanchor": "bottom",
            "text": plain(mark_text(mark, wording)),
            "hovertext": plain(wording.t("figure.suppressed_mark", mark=mark_text(mark, wording))),
            "showarrow": False,
            "bgcolor": palette.suppressed,
            "font": {"color": palette.ink, "size": TEXT_SIZE},
        }
        for year, mark in sorted(marks.items())
    ]

"""The trend of one indicator: points that name their survey, joined only when comparable."""

from __future__ import annotations

from typing import Any, Final

from components.charts.frame import (
    MAX_SERIES,
    TEXT_SIZE,
    By,
    Figure,
    layout,
    plain,
    value_axis,
    year_axis,
)
from components.charts.panels import panels
from components.charts.runs import Trace, absence_marks, run_traces
from components.charts.selection import code_of, codes, colours, hover, label
from components.numbers import isolate, read_figure, reading
from components.theme import Palette
from components.wording import Wording
from data.records import Observation, Series

VALUE_SPACE: Final = 84
LABEL_SPACE: Final = 132
"""Pixels kept right of the last point for the value alone, or with its series' name."""

LINE_HEIGHT: Final = 18


def trend(
    series: Series,
    wording: Wording,
    palette: Palette,
    *,
    colour_by: By = "sex",
    targets: tuple[tuple[int, float], ...] = (),
    height: int = 320,
) -> Figure:
    """Points over the years, one colour a `colour_by`, each comparable run joined by a line.

    Estimates are hollow on a dashed line, projections hollow on a dotted one, published intervals
    whiskers; gaps stay open; absences stand as their mark at the foot of the year. `targets` are
    (year, value) in the indicator's unit, for example `((2025, 0.0),)`. Above five series the
    figure becomes small multiples.
    """
    keys = codes((row for row in series.observations if row.value is not None), colour_by)
    if len(keys) > MAX_SERIES:
        return panels(series, wording, palette, by=colour_by)
    shade = colours(keys, colour_by, series.indicator, palette) if keys else {}
    traces: list[Trace] = []
    notes: list[dict[str, Any]] = []
    top = _top(series, targets)
    for key in keys:
        rows = [row for row in series.observations if code_of(row, colour_by) == key]
        name = label(key, colour_by, series, wording)
        traces += run_traces(rows, series, wording, name=name, colour=shade[key], palette=palette)
        newest = max((row for row in rows if row.value is not None), key=lambda row: row.year)
        notes.append(_latest_label(newest, name, shade[key], series, wording, alone=len(keys) == 1))
    _spread(notes, top=top, height=height)
    notes += _survey_labels(series, palette) if len(keys) == 1 else []
    notes += absence_marks(series.observations, wording, palette)
    target_traces, target_shapes, target_notes = _targets(targets, series, wording, palette)
    years = [row.year for row in series.observations] + [year for year, _ in targets]
    first, last = min(years, default=2000), max(years, default=2025)
    space = VALUE_SPACE if len(keys) == 1 else LABEL_SPACE
    return {
        "data": traces + target_traces,
        "layout": layout(
            palette,
            wording,
            height=height,
            xaxis=year_axis(palette, first, last, **_room(first, last, series, wording)),
            yaxis=value_axis(
                palette,
                wording,
                percent=series.indicator.unit == "PERCENT",
                range=[min(0.0, _bottom(series)), top],
            ),
            margin={
                "l": 8,
                "r": 8 if wording.rtl else space,
                "t": 24 + LINE_HEIGHT * max(len(targets) - 1, 0),
                "b": 8,
                "pad": 4,
            },
            annotations=notes + target_notes,
            shapes=target_shapes,
        ),
    }


def _room(first: int, last: int, series: Series, wording: Wording) -> dict[str, Any]:
    """In a right-to-left page the values stand right of the plot: room for labels within it."""
    if not wording.rtl:
        return {}
    newest = max((row.year for row in series.observations if row.value is not None), default=last)
    span = max(last - first, 1)
    return {"range": [first - max(span * 0.06, 0.7), max(last + 0.7, newest + span * 0.4)]}


def _top(series: Series, targets: tuple[tuple[int, float], ...]) -> float:
    values = [row.value for row in series.observations if row.value is not None]
    uppers = [row.upper for row in series.observations if row.upper is not None]
    highest = max([*values, *uppers, *(value for _, value in targets)], default=1.0)
    return highest * 1.12 if highest > 0 else 1.0


def _bottom(series: Series) -> float:
    return min((row.value for row in series.observations if row.value is not None), default=0.0)


def _latest_label(
    row: Observation, name: str, colour: str, series: Series, wording: Wording, *, alone: bool
) -> dict[str, Any]:
    value = read_figure(row, series.indicator, wording)
    return {
        "x": row.year,
        "y": row.value,
        "xref": "x",
        "yref": "y",
        "text": plain(value if alone else f"{value} {name}"),
        "hovertext": hover(row, series, wording),
        "showarrow": False,
        "xanchor": "left",
        "xshift": 10,
        "font": {"color": colour, "size": TEXT_SIZE},
    }


def _spread(notes: list[dict[str, Any]], *, top: float, height: int) -> None:
    """Push labels apart so that no two stand on each other, lowest value first."""
    pixels = (height - 60) / top
    floor = float("-inf")
    for note in sorted(notes, key=lambda note: float(note["y"])):
        natural = float(note["y"]) * pixels
        placed = max(natural, floor + LINE_HEIGHT)
        note["yshift"] = round(placed - natural)
        floor = placed


def _survey_labels(series: Series, palette: Palette) -> list[dict[str, Any]]:
    """The survey's name at its point: above where the next figure is lower, else below."""
    rows = [row for row in series.observations if row.value is not None]
    rows.sort(key=lambda row: row.year)
    notes = []
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        if not row.survey:
            continue
        above = after is not None and (after.value or 0) < (row.value or 0)
        end = row.upper if above else row.lower
        notes.append(
            {
                "x": row.year,
                "y": row.value if end is None else end,
                "text": plain(row.survey),
                "showarrow": False,
                "yanchor": "bottom" if above else "top",
                "yshift": 8 if above else -8,
                "font": {"color": palette.muted, "size": TEXT_SIZE},
            }
        )
    return notes


def _targets(
    targets: tuple[tuple[int, float], ...], series: Series, wording: Wording, palette: Palette
) -> tuple[list[Trace], list[dict[str, Any]], list[dict[str, Any]]]:
    traces, shapes, notes = [], [], []
    for place, (year, value) in enumerate(sorted(targets)):
        text = plain(
            wording.t(
                "charts.target",
                year=isolate(str(year), wording),
                value=reading(value, series.indicator.unit, wording),
            )
        )
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": text,
                "x": [year],
                "y": [value],
                "marker": {"symbol": "x-thin", "size": 10, "line": {"color": palette.ink}},
                "hoverinfo": "text",
                "hovertext": [text],
                "cliponaxis": False,
            }
        )
        shapes.append(
            {
                "type": "line",
                "x0": year,
                "x1": year,
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "line": {"color": palette.muted, "width": 1, "dash": "dash"},
            }
        )
        notes.append(
            {
                "x": year,
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": LINE_HEIGHT * (len(targets) - 1 - place),
                "text": text,
                "showarrow": False,
                "font": {"color": palette.muted, "size": TEXT_SIZE},
            }
        )
    return traces, shapes, notes

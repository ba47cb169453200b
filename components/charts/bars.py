"""Bars from zero: the parts of one year side by side, or of several years on top of each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from components.charts.frame import (
    TEXT_SIZE,
    By,
    Figure,
    axis,
    layout,
    legend,
    plain,
    value_axis,
)
from components.charts.selection import (
    code_of,
    codes,
    colours,
    hover,
    label,
    newest_year,
    totals,
)
from components.numbers import figure, mark_text, read_figure
from components.theme import Palette
from components.wording import Wording
from data.methods.selection import measure_of, preferred
from data.records import SUPPRESSED, Observation, Series

BAR_HEIGHT: Final = 22
GROUP_GAP: Final = 16


def bars(
    series: Series,
    wording: Wording,
    palette: Palette,
    *,
    by: By = "category",
    split: By | None = None,
    year: int | None = None,
) -> Figure:
    """Horizontal bars of one year (the newest with a figure), a row a `by`, a bar a `split`.

    Each bar is labelled with its figure; an absence has its words and no bar. In Arabic the bars
    grow from the right. Raises ValueError when ages or dimensions would have to be mixed.
    """
    rows = totals(series, by=by, split=split)
    shown = newest_year(rows) if year is None else year
    rows = tuple(row for row in rows if row.year == shown)
    keys = codes(rows, by)
    splits: tuple[str, ...] = codes(rows, split) if split else ("",)
    apart = split or by
    shade = colours(splits, apart, series.indicator, palette) if split else {}
    names = {key: plain(label(key, by, series, wording)) for key in keys}
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for place, part in enumerate(splits):
        own = [row for row in rows if not split or code_of(row, split) == part]
        cells = [
            preferred(measure_of(series.indicator), (r for r in own if code_of(r, by) == key))
            for key in keys
        ]
        colour = shade.get(part, palette.themes[series.indicator.theme])
        name = label(part, split, series, wording) if split else ""
        traces.append(_bar(cells, list(names.values()), series, wording, name=name, colour=colour))
        shift = round(((len(splits) - 1) / 2 - place) * BAR_HEIGHT)
        notes += [
            _absence(row, names[code_of(row, by)], shift, series, wording, palette)
            for row in cells
            if row is not None and row.value is None
        ]
    group = BAR_HEIGHT * len(splits) + GROUP_GAP
    return {
        "data": traces,
        "layout": layout(
            palette,
            wording,
            height=group * max(len(keys), 1) + (90 if split else 56),
            barmode="group",
            bargap=GROUP_GAP / group,
            bargroupgap=0.1,
            showlegend=bool(split),
            legend=legend(wording),
            annotations=notes,
            xaxis=_bar_values(palette, wording, rows, percent=series.indicator.unit == "PERCENT"),
            yaxis=axis(
                palette,
                grid=False,
                type="category",
                categoryorder="array",
                categoryarray=list(names.values()),
                autorange="reversed",
                side="right" if wording.rtl else "left",
                ticklabelstandoff=6,
            ),
        ),
    }


def _bar_values(
    palette: Palette, wording: Wording, rows: Sequence[Observation], *, percent: bool
) -> dict[str, Any]:
    highest = max((row.value for row in rows if row.value is not None), default=1.0)
    span = [0, highest * 1.25 or 1]
    spec = value_axis(palette, wording, percent=percent, range=span[::-1] if wording.rtl else span)
    return spec | {"side": "bottom", "nticks": 5}


def _bar(
    cells: Sequence[Observation | None],
    names: list[str],
    series: Series,
    wording: Wording,
    *,
    name: str,
    colour: str,
) -> dict[str, Any]:
    known = [row if row is not None and row.value is not None else None for row in cells]
    return {
        "type": "bar",
        "orientation": "h",
        "name": plain(name),
        "x": [row.value if row else None for row in known],
        "y": names,
        "text": [
            plain(read_figure(row, series.indicator, wording)) if row else "" for row in known
        ],
        "textposition": "outside",
        "textfont": {"size": TEXT_SIZE},
        "cliponaxis": False,
        "hoverinfo": "text",
        "hovertext": [hover(row, series, wording) if row else "" for row in cells],
        "marker": {"color": colour},
    }


def _absence(
    row: Observation, place: str, shift: int, series: Series, wording: Wording, palette: Palette
) -> dict[str, Any]:
    return {
        "x": 1 if wording.rtl else 0,
        "xref": "paper",
        "xanchor": "right" if wording.rtl else "left",
        "y": place,
        "yshift": shift,
        "text": plain(figure(row, series.indicator, wording)),
        "hovertext": hover(row, series, wording),
        "showarrow": False,
        "font": {"color": palette.muted, "size": TEXT_SIZE},
    }


def stacked(
    series: Series,
    wording: Wording,
    palette: Palette,
    *,
    by: By = "category",
    height: int = 340,
) -> Figure:
    """Columns over the years with the parts on top of each other, and a row of marks below for
    parts that the publisher suppressed: those are in no column and are not zero.

    Raises ValueError when ages or dimensions would have to be mixed.
    """
    rows = totals(series, by=by)
    keys = codes(rows, by)
    shade = colours(keys, by, series.indicator, palette) if keys else {}
    years = sorted({row.year for row in rows})
    traces = []
    for key in keys:
        cells = [
            preferred(
                measure_of(series.indicator),
                (row for row in rows if code_of(row, by) == key and row.year == year),
            )
            for year in years
        ]
        traces.append(
            {
                "type": "bar",
                "name": plain(label(key, by, series, wording)),
                "x": years,
                "y": [row.value if row else None for row in cells],
                "marker": {"color": shade[key], "line": {"color": palette.surface, "width": 1}},
                "hoverinfo": "text",
                "hovertext": [hover(row, series, wording) if row else "" for row in cells],
            }
        )
    marks = _suppressed_marks(rows, series, wording, palette)
    percent = series.indicator.unit == "PERCENT"
    return {
        "data": traces + marks,
        "layout": layout(
            palette,
            wording,
            height=height,
            barmode="stack",
            bargap=0.25,
            showlegend=len(keys) > 1,
            legend=legend(wording),
            xaxis=axis(
                palette,
                grid=False,
                type="linear",
                tickformat="d",
                dtick=max(1, round((years[-1] - years[0]) / 8)) if years else 1,
                tick0=years[0] if years else 2000,
                anchor="free" if marks else "y",
                position=0,
            ),
            yaxis=value_axis(
                palette, wording, percent=percent, domain=[0.16, 1] if marks else [0, 1]
            ),
            yaxis2=axis(
                palette,
                grid=False,
                type="category",
                domain=[0, 0.12],
                side="right" if wording.rtl else "left",
                showline=False,
            ),
        ),
    }


def _suppressed_marks(
    rows: Sequence[Observation], series: Series, wording: Wording, palette: Palette
) -> list[dict[str, Any]]:
    hidden: dict[int, list[Observation]] = {}
    for row in rows:
        if row.status == SUPPRESSED:
            hidden.setdefault(row.year, []).append(row)
    if not hidden:
        return []
    years = sorted(hidden)
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": plain(wording.t("charts.suppressed_row")),
            "x": years,
            "y": [plain(wording.t("charts.suppressed_row"))] * len(years),
            "yaxis": "y2",
            "text": [plain(mark_text(_mark(hidden[year]), wording)) for year in years],
            "textfont": {"color": palette.ink, "size": TEXT_SIZE},
            "marker": {"symbol": "square", "size": 24, "color": palette.suppressed},
            "hoverinfo": "text",
            "hovertext": [
                "<br>".join(hover(row, series, wording) for row in hidden[year]) for year in years
            ],
            "showlegend": False,
            "cliponaxis": False,
        }
    ]


def _mark(rows: Sequence[Observation]) -> str:
    """The publisher's own mark when all suppressed parts share it, else an ellipsis."""
    marks = {row.suppressed for row in rows}
    return marks.pop() if len(marks) == 1 and marks != {""} else "…"

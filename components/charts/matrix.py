"""What was ever published: a row an indicator, a column a year, a state a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from components.charts.frame import TEXT_SIZE, Figure, axis, layout, lines, plain
from components.numbers import isolate
from components.theme import Palette
from components.wording import Wording
from data.methods.comparability import estimated, projected
from data.records import NOT_APPLICABLE, NOT_COLLECTED, SUPPRESSED, Observation, Series

CELL_STATES: Final[Mapping[str, str]] = {
    "reported": "●",
    "estimated": "○",
    "suppressed": "■",
    "not_reported": "–",
    "not_applicable": "∅",
    "not_collected": "×",
}
"""States with the symbol that tells them without colour; the first present wins a cell."""

ROW_HEIGHT: Final = 30


def cell_state(row: Observation) -> str:
    """The state of one observation, a key of CELL_STATES."""
    if row.value is not None:
        return "estimated" if estimated(row) or projected(row) else "reported"
    by_status = {
        SUPPRESSED: "suppressed",
        NOT_APPLICABLE: "not_applicable",
        NOT_COLLECTED: "not_collected",
    }
    return by_status.get(row.status, "not_reported")


def cell_colours(palette: Palette) -> dict[str, str]:
    """A colour a state, for the cells and for a printed legend."""
    ramp = palette.ramps["government"]
    return {
        "reported": ramp[4],
        "estimated": ramp[1],
        "suppressed": palette.suppressed,
        "not_reported": palette.no_data,
        "not_applicable": palette.not_applicable,
        "not_collected": palette.hairline,
    }


def matrix(
    rows: Sequence[Series],
    wording: Wording,
    palette: Palette,
    *,
    first: int | None = None,
    last: int | None = None,
) -> Figure:
    """The matrix of the years `first` to `last` (those of the observations when None).

    A cell shows the fullest state of the year's observations; one without any stays empty. A Series
    without observations keeps its row.
    """
    years = [row.year for series in rows for row in series.observations]
    start = min(years, default=2000) if first is None else first
    end = max(years, default=2025) if last is None else last
    columns = list(range(start, end + 1))
    states = list(CELL_STATES)
    names = [plain(wording.indicator(series.indicator, "short")) for series in rows]
    cells = [[_best(series, year) for year in columns] for series in rows]
    colours = cell_colours(palette)
    scale: list[list[float | str]] = []
    for place, state in enumerate(states):
        scale += [
            [place / len(states), colours[state]],
            [(place + 1) / len(states), colours[state]],
        ]
    return {
        "data": [
            {
                "type": "heatmap",
                "x": columns,
                "y": list(range(len(rows))),
                "z": [[states.index(cell) if cell else None for cell in row] for row in cells],
                "zmin": -0.5,
                "zmax": len(states) - 0.5,
                "colorscale": scale,
                "showscale": False,
                "xgap": 2,
                "ygap": 2,
                "text": [[CELL_STATES.get(cell, "") for cell in row] for row in cells],
                "texttemplate": "%{text}",
                "textfont": {"size": TEXT_SIZE},
                "hoverongaps": False,
                "hoverinfo": "text",
                "hovertext": [
                    [
                        _hover(series, year, cell, wording)
                        for year, cell in zip(columns, row, strict=True)
                    ]
                    for series, row in zip(rows, cells, strict=True)
                ],
            }
        ],
        "layout": layout(
            palette,
            wording,
            height=ROW_HEIGHT * max(len(rows), 1) + 56,
            xaxis=axis(
                palette,
                grid=False,
                type="linear",
                tickformat="d",
                tick0=start - start % 5,
                dtick=5 if len(columns) > 10 else 1,
                range=[start - 0.5, end + 0.5],
            ),
            yaxis=axis(
                palette,
                grid=False,
                showline=False,
                tickmode="array",
                tickvals=list(range(len(rows))),
                ticktext=names,
                range=[len(rows) - 0.5, -0.5],
                side="right" if wording.rtl else "left",
            ),
        ),
    }


def _best(series: Series, year: int) -> str:
    found = {cell_state(row) for row in series.observations if row.year == year}
    return next((state for state in CELL_STATES if state in found), "")


def _hover(series: Series, year: int, cell: str, wording: Wording) -> str:
    if not cell:
        return ""
    return lines(
        wording.indicator(series.indicator, "name"),
        wording.t(
            "charts.year_value",
            year=isolate(str(year), wording),
            value=wording.t(f"charts.cell.{cell}"),
        ),
    )

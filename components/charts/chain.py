"""The criminal-justice chain by year: persons in contact, prosecuted, convicted, side by side.

The stages count different persons in different years, so nothing here divides one by another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from components.charts.frame import Figure, layout, legend, value_axis, year_axis
from components.charts.runs import Trace, absence_marks, run_traces
from components.charts.selection import totals
from components.theme import Palette
from components.wording import Wording
from data.records import Observation, Series

SYMBOLS: Final = ("circle", "square", "triangle-up", "diamond", "cross")
"""One shape a stage, beside its colour."""


def chain(
    stages: Sequence[Series], wording: Wording, palette: Palette, *, height: int = 320
) -> Figure:
    """Counts by year, one Series a stage in the order of the procedure, at most five.

    Only totals are drawn. Raises ValueError for more stages than SYMBOLS.
    """
    if len(stages) > len(SYMBOLS):
        raise ValueError(f"{len(stages)} stages; draw at most {len(SYMBOLS)}")
    traces: list[Trace] = []
    shown: list[Observation] = []
    for place, stage in enumerate(stages):
        rows = totals(stage, by="area")
        shown += rows
        drawn = run_traces(
            rows,
            stage,
            wording,
            name=wording.indicator(stage.indicator, "short"),
            colour=palette.categorical[place],
            palette=palette,
        )
        traces += _stage(drawn, f"stage-{place}", SYMBOLS[place])
    years = [row.year for row in shown]
    return {
        "data": traces,
        "layout": layout(
            palette,
            wording,
            height=height,
            showlegend=True,
            legend=legend(wording),
            xaxis=year_axis(palette, min(years, default=2000), max(years, default=2025)),
            yaxis=value_axis(palette, wording, percent=False),
            annotations=absence_marks(shown, wording, palette),
        ),
    }


def _stage(traces: Sequence[Trace], group: str, symbol: str) -> list[Trace]:
    """The traces of a stage as one legend entry, in the stage's own shape, hollow kept hollow."""
    shaped: list[Trace] = []
    named = False
    for trace in traces:
        more: dict[str, Any] = {"legendgroup": group, "showlegend": False}
        if trace["mode"] == "markers":
            more["showlegend"], named = not named, True
            symbols = [
                symbol + ("-open" if shape.endswith("-open") else "")
                for shape in trace["marker"]["symbol"]
            ]
            more["marker"] = trace["marker"] | {"symbol": symbols}
        shaped.append(trace | more)
    return shaped

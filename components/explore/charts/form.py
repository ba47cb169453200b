"""The form that suits some figures, where the reader asks for none: none, one, many."""

from __future__ import annotations

from collections.abc import Sequence

from components.explore.view import View
from data.records import Observation


def chart_of(view: View, rows: Sequence[Observation]) -> str:
    """The chart that is asked for, else the one that suits the figures."""
    if view.chart != "auto":
        return view.chart
    if view.x:
        return "scatter"
    areas = {row.area for row in rows}
    years = {row.year for row in rows if row.value is not None}
    if len(areas) > 12 or len(years) < 2 or view.filters.headline or view.filters.latest:
        return "bar"
    return "line"

"""A figure for a projector: its type, marks and height larger by one factor."""

from __future__ import annotations

from typing import Any, Final

from components.charts.frame import Figure

FACTOR: Final = 1.4
_GROWN: Final = frozenset({"size", "height", "yshift"})
_STROKES: Final = frozenset({"line", "error_y", "error_x"})


def enlarged(figure: Figure, factor: float = FACTOR) -> Figure:
    """A copy whose font sizes, marker sizes, line widths and height are `factor` times as large.

    Values, dates and colours stay as they are; the figure given is not changed.
    """
    grown = _grown(figure, factor, stroke=False)
    assert isinstance(grown, dict)
    return grown


def _grown(part: Any, factor: float, *, stroke: bool) -> Any:
    if isinstance(part, dict):
        return {
            key: _times(value, factor)
            if key in _GROWN or (stroke and key == "width")
            else _grown(value, factor, stroke=key in _STROKES)
            for key, value in part.items()
        }
    if isinstance(part, list) and part and isinstance(part[0], dict):
        return [_grown(item, factor, stroke=False) for item in part]
    return part


def _times(value: Any, factor: float) -> Any:
    if isinstance(value, list):
        return [_times(item, factor) for item in value]
    return round(value * factor, 2) if isinstance(value, int | float) else value

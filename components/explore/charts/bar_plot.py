"""One figure a country as a bar from zero, with its year; or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from components.charts.plot import Colour, Column, Label, Mark, Plot, Tick
from components.explore.charts.axis import Axis, pixels
from components.explore.charts.line_plot import signed_percent
from components.explore.charts.scene import Scene, datum_of
from components.explore.charts.series import Run
from components.explore.charts.shown import Shown
from data.folding import folded
from data.records import Observation

ROW: Final = 28
BAR: Final = 16
WIDEST_NAME: Final = 240
TALL: Final = 40
"""Pixels of a row whose name takes two lines."""

Bar = tuple[Run, Observation]


def in_order(bars: Sequence[Bar], shown: Shown, scene: Scene) -> list[Bar]:
    """Bars by name, by value from the highest, or by year from the newest; none last."""

    def order(bar: Bar) -> tuple[float, str]:
        run, row = bar
        name = folded(run.name)
        if scene.view.sort == "value":
            return -shown.values.get(row, float("-inf")), name
        if scene.view.sort == "year":
            return -(row.year if row.value is not None else 0), name
        return 0.0, name

    return sorted(bars, key=order)


def bar_plot(
    bars: Sequence[Bar],
    shown: Shown,
    axis: Axis,
    colours: Mapping[tuple[str, ...], Colour],
    scene: Scene,
    alt: str,
) -> Plot:
    """A row a bar: its name at the left, its figure and year behind its end."""
    columns: list[Column] = []
    marks: list[Mark] = []
    labels: list[Label] = []
    count = len(bars)
    widest = max(pixels(run.name) for run, _ in bars) + 16
    tall = ROW if widest <= WIDEST_NAME else TALL
    for place, (run, row) in enumerate(bars):
        middle = round(100 * (place + 0.5) / count, 3)
        if row not in shown.values:
            marks.append(scene.mark(row, 1.0, middle, "muted"))
            labels.append(Label(1.0, middle, _said(row, scene), "right", "muted"))
            continue
        end, base = axis.at(shown.values[row]), axis.zero
        if axis.scale == "log":
            marks.append(scene.mark(row, end, middle, colours[run.key]))
        else:
            columns.append(_column(row, middle, base, end, colours[run.key], count, tall, scene))
        labels.append(Label(max(end, base), middle, _figure(row, shown, scene), "right"))
    return Plot(
        alt,
        tall * count,
        marks=marks,
        columns=columns,
        labels=labels,
        x_ticks=axis.across(scene.wording),
        rows=[Tick(round(100 * (n + 0.5) / count, 3), run.name) for n, (run, _) in enumerate(bars)],
        left=min(widest, WIDEST_NAME),
        right=max(pixels(label.text) for label in labels) + 20,
        x_grid=True,
    )


def _column(
    row: Observation,
    middle: float,
    base: float,
    end: float,
    colour: Colour,
    count: int,
    tall: int,
    scene: Scene,
) -> Column:
    high = 100 * BAR / (tall * count)
    return Column(
        min(base, end),
        round(middle - high / 2, 3),
        round(abs(end - base), 2),
        round(high, 3),
        colour,
        scene.tip(row),
        "open" if scene.hollow(row) else "filled",
        datum_of(row),
    )


def _figure(row: Observation, shown: Shown, scene: Scene) -> str:
    value = signed_percent(shown.values[row], scene) if shown.relative else scene.figure(row)
    return scene.wording.t("drawn.figure_year", value=value, year=row.year)


def _said(row: Observation, scene: Scene) -> str:
    return scene.wording.t("drawn.figure_year", value=scene.figure(row), year=row.year)

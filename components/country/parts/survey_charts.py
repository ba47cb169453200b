"""Surveys drawn without a script: dots by sex, panels over the years, two ends of a slope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.charts.plot import (
    Label,
    Line,
    Mark,
    Place,
    Plot,
    Tick,
    percent_of,
    plot_html,
    round_steps,
    year_axis,
    year_steps,
)
from components.markup import render
from components.wording import Wording
from data.methods.change import COMPARABLE, INDICATIVE

SEXES: Final = {"F": ("female", "diamond"), "M": ("male", "square")}
PANEL_HEIGHT: Final = 176
ROW_HEIGHT: Final = 58
DASHES: Final = {COMPARABLE: "solid", INDICATIVE: "dashed"}
FEW: Final = 4
"""Points up to which each has its figure written beside it; above, the first and the last."""


@dataclass(frozen=True)
class Point:
    """One survey's figure: `text` rounded, `tip` as published; `sexes` as (code, value, tip)."""

    year: int
    value: float
    text: str
    tip: str
    sexes: tuple[tuple[str, float, str], ...] = ()
    old: bool = False


@dataclass(frozen=True)
class SeriesLine:
    """Points of one definition, oldest first, and how far each compares with the next."""

    name: str
    points: tuple[Point, ...]
    joins: tuple[str, ...]


def top_of(lines: Sequence[SeriesLine]) -> float:
    """The highest value of some lines, those of girls and boys among them."""
    points = [point for line in lines for point in line.points]
    return max(
        max(point.value for point in points),
        max((value for point in points for _, value, _ in point.sexes), default=0.0),
    )


def _keys(lines: Sequence[SeriesLine], wording: Wording) -> str:
    sexes = {code for line in lines for point in line.points for code, _, _ in point.sexes}
    if not sexes:
        return ""
    keys = [("circle", "total", wording.t("cl.sex.T"))]
    keys += [
        (SEXES[code][1], SEXES[code][0], wording.t(f"cl.sex.{code}")) for code in sorted(sexes)
    ]
    return render("plot_keys.html", keys=keys)


def dot_rows_html(
    rows: Sequence[tuple[str, str, Point]], alt: str, unit: str, wording: Wording
) -> str:
    """One survey a row: both sexes, girls and boys on one axis; each row (name, survey, point)."""
    lines = [SeriesLine(name, (point,), ()) for name, _, point in rows]
    steps = round_steps(top_of(lines) or 1.0)
    end = steps[-1]
    marks: list[Mark] = []
    drawn: list[Line] = []
    labels: list[Label] = []
    names: list[tuple[float, str, str]] = []
    for place, (name, survey, point) in enumerate(rows):
        y = round(100 * (place + 0.72) / len(rows), 2)
        names.append((round(100 * place / len(rows), 2), name, survey))
        ends = [percent_of(value, 0, end) for _, value, _ in point.sexes]
        at = percent_of(point.value, 0, end)
        if ends:
            drawn.append(Line(((min(ends), y), (max(ends), y)), "muted"))
        marks += [
            Mark(percent_of(value, 0, end), y, SEXES[code][0], tip, SEXES[code][1])  # type: ignore[arg-type]
            for code, value, tip in point.sexes
        ]
        marks.append(Mark(at, y, "total", point.tip, hollow=point.old))
        labels.append(Label(max([at, *ends]), y, point.text, "right", strong=True))
    plot = Plot(
        alt,
        ROW_HEIGHT * len(rows),
        marks=marks,
        lines=drawn,
        labels=labels,
        x_ticks=[Tick(percent_of(s, 0, end), numbers.tick(s, unit, wording)) for s in steps],
        right=56,
        x_grid=True,
    )
    return render("dot_rows.html", names=names, plot=plot_html(plot), keys=_keys(lines, wording))


def panels_html(
    lines: Sequence[SeriesLine], alt: str, unit: str, wording: Wording, *, target: int
) -> str:
    """Small multiples on one axis of years and one of values, the target as a small triangle."""
    steps = round_steps(top_of(lines) or 1.0, most=5)
    years = [point.year for line in lines for point in line.points]
    span = min([*years, 2010]), max([*years, target])
    panels = [
        (line.name, plot_html(panel_plot(line, alt, unit, wording, steps, span, target=target)))
        for line in lines
    ]
    note = wording.t("cl.target", year=target)
    return render("panels.html", panels=panels, note=note, keys=_keys(lines, wording))


def panel_html(
    line: SeriesLine, alt: str, unit: str, wording: Wording, *, scale: float = 1.0
) -> str:
    """One definition over its own years; `scale` makes stored values counts of `unit`."""
    steps = round_steps(top_of([line]) or 1.0, most=5)
    years = [point.year for point in line.points]
    plot = panel_plot(line, alt, unit, wording, steps, (min(years), max(years)), scale=scale)
    return render(
        "panels.html", panels=[("", plot_html(plot))], note="", keys=_keys([line], wording)
    )


def panel_plot(
    line: SeriesLine,
    alt: str,
    unit: str,
    wording: Wording,
    steps: Sequence[float],
    span: tuple[int, int],
    *,
    scale: float = 1.0,
    target: int | None = None,
) -> Plot:
    """One line over a span of years; `steps` are the values of its axis, from zero."""
    first, last = span
    room = max((last - first) * 0.04, 0.6)
    low, high, top = first - room, last + room, steps[-1]

    def at(point: Point) -> tuple[float, float]:
        return percent_of(point.year, low, high), round(100 - percent_of(point.value, 0, top), 2)

    marks, drawn = [], []
    for point in line.points:
        x, y = at(point)
        for code, value, tip in point.sexes:
            height = round(100 - percent_of(value, 0, top), 2)
            marks.append(Mark(x, height, SEXES[code][0], tip, SEXES[code][1]))  # type: ignore[arg-type]
        marks.append(Mark(x, y, "total", point.tip, hollow=point.old))
    for before, after, join in zip(line.points, line.points[1:], line.joins, strict=False):
        if join in DASHES:
            drawn.append(Line((at(before), at(after)), "total", DASHES[join]))  # type: ignore[arg-type]
    if target is not None:
        marks.append(Mark(percent_of(target, low, high), 100, "muted", shape="triangle"))
    few = len(line.points) <= FEW
    labelled = line.points if few else (line.points[0], line.points[-1])
    return Plot(
        alt,
        PANEL_HEIGHT,
        marks=marks,
        lines=drawn,
        labels=[_label(point, line.points, at(point)[0], top) for point in labelled],
        x_ticks=[
            Tick(percent_of(y, low, high), numbers.isolate(y, wording))
            for y in _years(line, first, last, target)
        ],
        y_ticks=[
            Tick(round(100 - percent_of(s, 0, top), 2), numbers.tick(s * scale, unit, wording))
            for s in steps
        ],
        left=_left(steps, unit, wording, scale),
        right=_right(line.points[-1].text),
        years=year_axis(first, last, low, high),
    )


def _label(point: Point, points: Sequence[Point], x: float, top: float) -> Label:
    """The figure beside its point, clear of the marks of girls and boys."""
    side = _side(point, points)
    values = [point.value, *(value for _, value, _ in point.sexes)]
    clear = {"above": max(values), "below": min(values)}.get(side, point.value)
    return Label(x, round(100 - percent_of(clear, 0, top), 2), point.text, side, strong=True)


def _right(text: str) -> int:
    """Pixels for the figure beside the last point: some eight a letter."""
    return 20 + 8 * len(text.strip("\u2066\u2069"))


def _years(line: SeriesLine, first: int, last: int, target: int | None) -> tuple[int, ...]:
    """The years to write: those of the surveys where they are few and stand alone."""
    if target is None and len(line.points) <= 2:
        return tuple(point.year for point in line.points)
    return year_steps(first, last, most=3 if target else 6)


def _left(steps: Sequence[float], unit: str, wording: Wording, scale: float) -> int:
    """Pixels for the widest tick: some eight a letter."""
    return 16 + 8 * max(
        len(numbers.tick(s * scale, unit, wording).strip("\u2066\u2069")) for s in steps
    )


def _side(point: Point, points: Sequence[Point]) -> Place:
    """Beside the last point; above a peak, below a dip, where no line runs through the text."""
    place = points.index(point)
    if place == len(points) - 1:
        return "right"
    after = points[place + 1].value
    return "above" if after <= point.value else "below"

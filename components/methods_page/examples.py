"""A small chart of each kind, of made-up figures, drawn by the same plots as all others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from components import numbers
from components.charts.plot import Column, Label, Line, Mark, Plot, Tick
from components.wording import Wording

HEIGHT: Final = 110
NAMES: Final = ("A", "B", "C")
"""Countries without a name: the figures are of nobody."""

SEXES: Final = (("female", "circle"), ("male", "square"))


def _percent(value: float, wording: Wording) -> str:
    return numbers.percent(value, wording, 0)


def _line(alt: str, wording: Wording) -> Plot:
    points = ((8.0, 20.0), (48.0, 40.0), (92.0, 64.0))
    values = (20, 15, 9)
    return Plot(
        alt,
        HEIGHT,
        marks=[Mark(*point, "theme", hollow=at == 0) for at, point in enumerate(points)],
        lines=[Line(points[:2], "theme", "dashed"), Line(points[1:], "theme")],
        labels=[
            Label(*point, _percent(value, wording), "above")
            for point, value in zip(points, values, strict=True)
        ],
        x_ticks=[Tick(8, "2010"), Tick(48, "2015"), Tick(92, "2021")],
        y_ticks=[Tick(100, numbers.percent(0, wording, 0))],
        left=40,
        above=20,
    )


def _bar(alt: str, wording: Wording) -> Plot:
    values = (24, 15, 6)
    rows = [Tick(18 + 32 * at, name) for at, name in enumerate(NAMES)]
    return Plot(
        alt,
        HEIGHT,
        columns=[
            Column(0, row.at - 8, value * 3, 16, "theme")
            for row, value in zip(rows, values, strict=True)
        ],
        labels=[
            Label(value * 3, row.at, _percent(value, wording))
            for row, value in zip(rows, values, strict=True)
        ],
        rows=rows,
        left=24,
        right=48,
    )


def _slope(alt: str, wording: Wording) -> Plot:
    falls, rises = ((10.0, 12.0), (90.0, 52.0)), ((10.0, 88.0), (90.0, 80.0))
    ends = (*falls, *rises)
    labels = [
        Label(*point, _percent(value, wording), "left" if point[0] < 50 else "right")
        for point, value in zip(ends, (22, 12, 8, 10), strict=True)
    ]
    return Plot(
        alt,
        HEIGHT,
        marks=[Mark(*point, "theme") for point in ends],
        lines=[Line(falls, "theme"), Line(rises, "theme", "dashed")],
        labels=labels,
        x_ticks=[Tick(10, "2015"), Tick(90, "2022")],
        left=40,
        right=40,
    )


def _dots(alt: str, wording: Wording) -> Plot:
    rows = (Tick(25, "A"), Tick(75, "B"))
    pairs = ((8, 14), (18, 17))
    marks, lines, labels = [], [], []
    for row, pair in zip(rows, pairs, strict=True):
        lines.append(Line(tuple((value * 4.5, row.at) for value in pair), "muted"))
        for value, (colour, shape) in zip(pair, SEXES, strict=True):
            marks.append(Mark(value * 4.5, row.at, colour, shape=shape))  # type: ignore[arg-type]
    for row, (colour, place, value) in zip(
        (rows[0], rows[0]), (("F", "left", 8), ("M", "right", 14)), strict=True
    ):
        text = f"{wording.t(f'cl.sex.{colour}')} {_percent(value, wording)}"
        labels.append(Label(value * 4.5, row.at, text, place))  # type: ignore[arg-type]
    return Plot(
        alt, HEIGHT, marks=marks, lines=lines, labels=labels, rows=rows, left=24, x_grid=True
    )


def _multiples(alt: str, _wording: Wording) -> Plot:
    panels = (
        ((2.0, 20.0), (28.0, 70.0)),
        ((37.0, 50.0), (63.0, 50.0)),
        ((85.0, 40.0),),
    )
    return Plot(
        alt,
        HEIGHT,
        marks=[Mark(*point, "theme") for panel in panels for point in panel],
        lines=[Line(panel, "theme") for panel in panels if len(panel) > 1],
        labels=[
            Label(x, 4, name, "over", strong=True)
            for x, name in zip((15, 50, 85), NAMES, strict=True)
        ],
        y_ticks=[Tick(100, "")],
        x_ticks=[Tick(2, "2015"), Tick(28, "2022")],
        left=24,
        right=24,
    )


def _scatter(alt: str, _wording: Wording) -> Plot:
    points = ((10, 84), (24, 70), (38, 66), (52, 48), (70, 36), (88, 14))
    return Plot(
        alt,
        HEIGHT,
        marks=[Mark(*point, "theme", hollow=at == 4) for at, point in enumerate(points)],
        y_ticks=[Tick(0, ""), Tick(50, ""), Tick(100, "")],
        x_ticks=[Tick(0, ""), Tick(50, ""), Tick(100, "")],
        x_grid=True,
        left=24,
        right=24,
    )


def _map(alt: str, wording: Wording) -> Plot:
    looks = ("pale", "filled", "hatched", "open")
    named = (
        (11, wording.t("methods_page.few")),
        (36, wording.t("methods_page.many")),
        (61, wording.t("methods_page.hatched")),
        (86, wording.t("methods_page.empty")),
    )
    return Plot(
        alt,
        48,
        columns=[
            Column(1 + 25 * at, 5, 20, 90, "theme", look=look)  # type: ignore[arg-type]
            for at, look in enumerate(looks)
        ],
        x_ticks=[Tick(at, text) for at, text in named],
    )


def _ring(alt: str, _wording: Wording) -> Plot:
    parts = (("completed", 4), ("substantial", 2), ("limited", 1), ("no_evidence", 3))
    columns, labels, before = [], [], 0
    for status, count in parts:
        look = "hatched" if status == "no_evidence" else "filled"
        colour = f"status-{status.replace('_', '-')}"
        columns.append(Column(before * 10, 0, count * 10 - 0.6, 60, colour, look=look))  # type: ignore[arg-type]
        labels.append(Label(before * 10 + count * 5, 64, str(count), "below"))
        before += count
    return Plot(alt, 48, columns=columns, labels=labels)


def _timeline(alt: str, wording: Wording) -> Plot:
    t = wording.t
    return Plot(
        alt,
        HEIGHT,
        marks=[Mark(20, 20, "theme"), Mark(88, 80, "theme", hollow=True)],
        columns=[Column(32, 42, 42, 12, "theme", look="pale")],
        labels=[
            Label(20, 20, t("stage.workshop")),
            Label(32, 48, t("stage.roadmap"), "left"),
            Label(88, 80, t("stage.yearly_report"), "left"),
        ],
        x_ticks=[Tick(20, "2019"), Tick(32, "2020"), Tick(74, "2024"), Tick(88, "2026")],
        x_grid=True,
        left=24,
        right=24,
    )


def _columns(alt: str, _wording: Wording) -> Plot:
    stacks = ((10.0, 40, 60), (40.0, 30, 50))
    columns = [
        Column(x, 100 - low - high, 18, high, "theme", look="pale") for x, low, high in stacks
    ]
    columns += [Column(x, 100 - low, 18, low, "theme") for x, low, _ in stacks]
    columns.append(Column(70, 30, 18, 70, "theme", look="hatched"))
    return Plot(
        alt,
        HEIGHT,
        columns=columns,
        labels=[Label(x + 9, 100 - low - high, str(low + high), "above") for x, low, high in stacks]
        + [Label(79, 30, "70", "above")],
        x_ticks=[Tick(19, "2020"), Tick(49, "2021"), Tick(79, "2022")],
        above=24,
    )


_DRAWN: Final[Mapping[str, Callable[[str, Wording], Plot]]] = {
    "line": _line,
    "bar": _bar,
    "slope": _slope,
    "dots": _dots,
    "multiples": _multiples,
    "scatter": _scatter,
    "map": _map,
    "ring": _ring,
    "timeline": _timeline,
    "columns": _columns,
}
KINDS: Final = tuple(_DRAWN)


def example(kind: str, wording: Wording) -> Plot:
    """The example of a kind of chart, one of KINDS."""
    return _DRAWN[kind](wording.t(f"methods_page.example.{kind}"), wording)

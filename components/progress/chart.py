"""The course of one series to 2030: what was counted, and where the pace would lead."""

from __future__ import annotations

from components import numbers
from components.charts.plot import (
    DECADE,
    Label,
    Line,
    Mark,
    Plot,
    Tick,
    percent_of,
    plot_html,
    round_steps,
    year_steps,
)
from components.progress.words import exact_text
from components.wording import Wording
from data.methods.progress.judged import DUE, TARGET_YEAR, Judged
from data.records import Indicator

HEIGHT = 200


def course_html(
    found: Judged, about: Indicator, alt: str, wording: Wording, *, this_year: int
) -> str:
    """The chart as safe HTML: figures as marks, joined; the likely course dotted, the straight one
    dashed; the years of the target as small triangles. Empty without two comparable figures."""
    if found.way is None:
        return ""
    points = [(row.year, float(row.value or 0.0)) for row in found.points]
    ahead = found.outlook
    top = max([value for _, value in points] + [v for _, v in (ahead.likely if ahead else ())])
    steps = round_steps(top or 1.0, most=5)
    low, high = points[0][0] - 0.7, TARGET_YEAR + 0.7

    def at(year: float, value: float) -> tuple[float, float]:
        return percent_of(year, low, high), round(100 - percent_of(value, 0, steps[-1]), 2)

    marks = [
        Mark(
            *at(row.year, float(row.value or 0.0)),
            "total",
            exact_text(row, about, wording),
            hollow=this_year - row.year >= DECADE,
        )
        for row in found.points
    ]
    marks += [Mark(at(year, 0)[0], 100, "muted", shape="triangle") for year in (DUE, TARGET_YEAR)]
    lines = [Line(tuple(at(*point) for point in points), "total")]
    ends = (points[0], points[-1])
    rising = ahead is not None and ahead.straight[-1][1] > points[-1][1]
    labels = [
        Label(
            *at(*point),
            value_of(point[1], about, wording),
            # Where the courses rise, they would run through a text above their beginning.
            "below" if rising and point is points[-1] else "above",
            strong=True,
        )
        for point in ends
    ]
    if ahead is not None:
        lines.append(Line(tuple(at(*p) for p in ahead.likely), "theme", "dotted"))
        lines.append(Line(tuple(at(*p) for p in ahead.straight), "total", "dashed"))
        year, value = ahead.likely[-1]
        marks.append(Mark(*at(year, value), "theme", value_of(value, about, wording), hollow=True))
        told = wording.t("progress.about", value=value_of(value, about, wording))
        labels.append(Label(*at(year, value), told, "above", strong=True))
    return plot_html(
        Plot(
            alt,
            HEIGHT,
            marks=marks,
            lines=lines,
            labels=labels,
            x_ticks=[
                Tick(percent_of(y, low, high), numbers.isolate(y, wording))
                for y in year_steps(points[0][0], TARGET_YEAR, most=5)
            ],
            y_ticks=[
                Tick(
                    round(100 - percent_of(s, 0, steps[-1]), 2),
                    numbers.tick(s, about.unit, wording),
                )
                for s in steps
            ],
            left=24 + 8 * max(len(numbers.tick(s, about.unit, wording)) for s in steps),
            right=40,
            above=20,
        )
    )


def value_of(value: float, about: Indicator, wording: Wording) -> str:
    """A value rounded for the eye."""
    return numbers.reading(value, about.unit, wording)

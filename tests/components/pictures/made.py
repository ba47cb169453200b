"""Drawings made by hand, with what is hard to draw: long titles, marks at edges, many panels."""

from __future__ import annotations

from components.charts.plot import Column, Label, Line, Mark, Plot, Tick, percent_of
from components.explore.drawing import INDICATIVE, Drawing, Guard, Key, Panel
from data.records import Observation, Source

SOURCE = Source(
    "SDG",
    "UN Statistics Division",
    "SDG indicator 8.7.1",
    "https://unstats.un.org/sdgs/dataportal",
    "2023-05",
    "open",
    "https://unstats.un.org/terms",
    "attribution",
    "UNSD",
)


def row(area: str, year: int, value: float | None, sex: str = "T") -> Observation:
    """A rate of one country."""
    status = "A" if value is not None else "O"
    return Observation(
        "SL_TLF_CHLDEA", area, year, sex, "5-17", "_T", "_T", value, None, None, "PERCENT", status,
        "C", "", "", "", "SDG", "2023-05",
    )  # fmt: skip


def line_plot(values: dict[int, float], top: float = 20.0) -> Plot:
    """A line of years."""
    years = range(2010, 2026)

    def x(year: int) -> float:
        return percent_of(year, years[0] - 0.5, years[-1] + 0.5)

    points = tuple((x(y), 100 - percent_of(v, 0, top)) for y, v in values.items())
    return Plot(
        "alt",
        180,
        marks=[
            Mark(*point, "theme", shape="square" if at % 2 else "circle", hollow=not at)
            for at, point in enumerate(points)
        ],
        lines=[Line(points, "theme", "dashed")] if len(points) > 1 else (),
        labels=[Label(*points[-1], f"{list(values.values())[-1]:g} %", "right", "theme", True)],
        x_ticks=[Tick(x(y), str(y)) for y in (2010, 2015, 2020, 2025)],
        y_ticks=[Tick(100 - percent_of(v, 0, top), f"{v} %") for v in (0, 10, 20)],
    )


def bar_plot(values: dict[str, float], top: float = 20.0) -> Plot:
    """A bar a row, its value behind it."""
    each = 100 / len(values)
    middles = [each * (at + 0.5) for at in range(len(values))]
    pairs = list(zip(middles, values.items(), strict=True))
    return Plot(
        "alt",
        30 * len(values),
        columns=[
            Column(0, y - each * 0.3, percent_of(v, 0, top), each * 0.6, "theme", look=look)
            for (y, (_, v)), look in zip(
                pairs, ["filled", "pale", "open", "hatched"] * len(pairs), strict=False
            )
        ],
        labels=[Label(percent_of(v, 0, top), y, f"{v:g} %", "right") for y, (_, v) in pairs],
        rows=[Tick(y, name) for y, (name, _) in pairs],
        x_ticks=[Tick(percent_of(v, 0, top), f"{v} %") for v in (0, 10, 20)],
        x_grid=True,
    )


def drawing(*panels: Panel, chart: str = "line", title: str = "", **other: object) -> Drawing:
    """A drawing of panels with all that may stand around them."""
    given: dict[str, object] = {
        "label": "Child labour, economic activity, 5–17, both sexes · South America, 2010–2025",
        "title": title or "From 1.1 % in Colombia (2024) to 16 % in Paraguay (2016)",
        "unit": "Percent of children",
        "alt": "What stands for the chart.",
        "keys": (
            Key("UNSD 8.7.1", "theme", "square", count=14),
            Key("UNICEF 2025", "theme", "circle", dash="dashed", count=6),
            Key("before 2017", "theme", "circle", hollow=True),
        ),
        "guard": Guard(
            INDICATIVE,
            "Indicative only. These 20 figures of 10 countries come from two publishers who name "
            "no survey, so no two of them are comparable with certainty.",
        ),
        "honest_year": "10 countries have a figure, each with its own year from 2010 to 2024.",
        "notes": ("Intervals are not published.",),
        "sources": (SOURCE,),
        "without": ("Argentina", "Venezuela (Bolivarian Republic of)"),
    }
    return Drawing(chart=chart, panels=panels, **given | other)  # type: ignore[arg-type]


def several(count: int = 10) -> Drawing:
    """A panel a country, as the page draws them."""
    names = ["Bolivia (Plurinational State of)", "Brazil", "Chile", "Colombia", "Ecuador"] * count
    panels = [
        Panel(
            name,
            line_plot({2012: 4.0 + at, 2016: 9.0, 2024: 2.5 + at % 7}),
            (row("BRA", 2012 + at, 4.0 + at),),
            f"{2.5 + at % 7:g} %",
        )
        for at, name in enumerate(names[:count])
    ]
    return drawing(*panels, chart="multiples")


def bars() -> Drawing:
    """A bar a country."""
    values = {
        "Bolivia (Plurinational State of)": 12.3,
        "Brazil": 1.5,
        "Paraguay": 16.0,
        "Peru": 13.0,
    }
    rows = tuple(row("BRA", 2019, value) for value in values.values())
    return drawing(Panel("", bar_plot(values), rows), chart="bar")


def one_line() -> Drawing:
    """The line of one country."""
    values = {2012: 3.4, 2016: 9.0, 2022: 1.5}
    rows = tuple(row("BRA", year, value) for year, value in values.items())
    return drawing(Panel("", line_plot(values), rows))

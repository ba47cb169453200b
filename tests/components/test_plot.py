"""Charts without a script: their scales, and HTML that nobody's text can break."""

from __future__ import annotations

import pytest

from components.charts.plot import (
    Column,
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


@pytest.mark.parametrize(
    ("top", "steps"),
    [
        (5.5, (0, 2, 4, 6)),
        (100, (0, 20, 40, 60, 80, 100)),
        (0.9, (0, 0.2, 0.4, 0.6, 0.8, 1.0)),
        (246, (0, 50, 100, 150, 200, 250)),
        (0, (0, 1)),
    ],
)
def test_steps_are_round_and_reach_the_top(top: float, steps: tuple[float, ...]) -> None:
    assert round_steps(top) == pytest.approx(steps)


def test_years_are_round_and_within_the_span() -> None:
    assert year_steps(2000, 2024) == (2000, 2005, 2010, 2015, 2020)
    assert year_steps(2014, 2022) == (2014, 2016, 2018, 2020, 2022)
    assert year_steps(2014, 2014) == (2014,)


def test_a_value_stands_where_it_belongs() -> None:
    assert percent_of(5, 0, 20) == 25
    assert percent_of(3, 3, 3) == 50


def test_the_html_holds_every_figure_and_escapes_texts() -> None:
    html = plot_html(
        Plot(
            alt="a < b",
            height=100,
            marks=[Mark(10, 20, "theme", tip='19.03 % "x"', shape="diamond", hollow=True)],
            lines=[Line(((0, 0), (50, 12.5)), "ink", "dashed")],
            columns=[Column(5, 10, 2, 90, "female", "12 persons", "hatched")],
            labels=[Label(10, 20, "<b>19</b>", "above", strong=True)],
            x_ticks=[Tick(10, "2014")],
            y_ticks=[Tick(0, "20 %")],
        )
    )
    assert 'aria-label="a &lt; b"' in html
    assert "&lt;b&gt;19&lt;/b&gt;" in html and "<b>" not in html
    assert "M0%200L50%2012.5" in html and "stroke-dasharray" in html
    assert "shape-diamond hollow" in html and "19.03 % &#34;x&#34;" in html
    assert "look-hatched" in html and "12 persons" in html
    assert "2014" in html and "20 %" in html

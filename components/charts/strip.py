"""Small strips: a country among others on one axis, squares by year or instrument, a status bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.charts.plot import Label, Mark, Plot, Tick, percent_of, plot_html, round_steps
from components.markup import render
from components.wording import Wording

HEIGHT: Final = 38
MIDDLE: Final = 68
LABEL_INSET: Final = 22
"""Percent from either end within which the country's name would leave the strip."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure on a strip. `kind`: own, peer or wider (a region, the world)."""

    value: float
    kind: str
    tip: str
    old: bool = False


def strip_html(placed: Sequence[Placed], name: str, unit: str, alt: str, wording: Wording) -> str:
    """Dots on one axis from zero; only the country itself is named, the others on hover."""
    top = max(one.value for one in placed) or 1.0
    end = round_steps(top, most=3)[-1]
    shapes = {"own": "circle", "peer": "circle", "wider": "tick"}
    marks = [
        Mark(
            percent_of(one.value, 0, end),
            MIDDLE,
            "theme" if one.kind == "own" else "muted",
            one.tip,
            shapes[one.kind],  # type: ignore[arg-type]
            hollow=one.old and one.kind != "wider",
        )
        for one in placed
    ]
    own = next(mark for mark in marks if mark.colour == "theme")
    at = min(max(own.x, LABEL_INSET), 100 - LABEL_INSET)
    return plot_html(
        Plot(
            alt,
            HEIGHT,
            marks=marks,
            labels=[Label(at, MIDDLE, name, "above", "theme", strong=True)],
            x_ticks=[
                Tick(0, numbers.isolate("0", wording)),
                Tick(100, numbers.tick(end, unit, wording)),
            ],
            x_axis=MIDDLE,
        )
    )


def squares_html(squares: Sequence[tuple[str, str]], alt: str) -> str:
    """One square each: (state, what it says). States are told by shape as well as by colour."""
    return render("squares.html", squares=squares, alt=alt)


def status_html(counts: Sequence[tuple[str, int, str]], alt: str, wording: Wording) -> str:
    """A bar cut by status, with the count of each beside its symbol."""
    total = sum(count for _, count, _ in counts) or 1
    parts = [
        {
            "status": status,
            "share": round(100 * count / total, 2),
            "count": numbers.isolate(count, wording),
            "word": word,
        }
        for status, count, word in counts
    ]
    return render("status_bar.html", parts=parts, alt=alt)

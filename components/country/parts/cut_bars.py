"""Parts of a whole as cut bars of one length, 0 to 100 %, with the names under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import numbers
from components.markup import render
from components.wording import Wording
from data.records import Indicator, Observation


@dataclass(frozen=True)
class Cut:
    """One part: its name, figure, exact figure, share of the bar in percent, and shade."""

    name: str
    value: str
    exact: str
    share: float
    shade: int


@dataclass(frozen=True)
class CutBar:
    """A heading and its parts; `rest` is what the published parts leave open, in percent."""

    heading: str
    cuts: tuple[Cut, ...]
    rest: float


def cut_bar(
    heading: str, rows: Sequence[tuple[str, Observation, Indicator]], wording: Wording
) -> CutBar:
    """Published shares of one whole; where they add up to more than 100, the bar is shared out.

    The figures written are the published ones, whatever the length of the bar.
    """
    known = [(name, row, about) for name, row, about in rows if row.value is not None]
    total = sum(row.value or 0.0 for _, row, _ in known)
    # Rounded shares may add up to 100.1: shared out, so that nothing is cut off.
    whole = max(total, 100.0)
    cuts = tuple(
        Cut(
            name,
            numbers.read_figure(row, about, wording),
            numbers.figure(row, about, wording),
            round(100 * (row.value or 0.0) / whole, 2),
            place,
        )
        for place, (name, row, about) in enumerate(known)
    )
    return CutBar(heading, cuts, round(100 - sum(cut.share for cut in cuts), 2))


def cut_bars_html(bars: Sequence[CutBar], theme: str) -> str:
    """The bars under each other as safe HTML."""
    return render("cut_bars.html", bars=bars, theme=theme)

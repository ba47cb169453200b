"""The timeline as HTML: a row a lane, marks placed in percent of the years in view.

The sign is the kind of an event, the width how exactly its date is known: a day is a sign, a month
as wide as the month, a year as the year, a period as long as it lasted. Time runs from left to
right in every language. `components/charts/timeline_labels.py` finds room for the labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from components.charts.timeline_labels import Placed, Spot, bars_laid_out, laid_out
from components.markup import render
from data.methods.dates import span

BARS: Final = frozenset({"bar", "open"})
SIGN: Final = 0.75
NUMBERED: Final = 1.25
OPEN: Final = 4.25
"""Rem over which a bar without an end fades out; that length says nothing."""
EAST: Final = 60.0
"""Percent from which on a mark's text unfolds to the left."""


@dataclass(frozen=True, slots=True)
class Years:
    """The years in view, both included, on a plot at least `width` rem wide."""

    first: int
    last: int
    width: float

    @property
    def _whole(self) -> int:
        return (date(self.last + 1, 1, 1) - date(self.first, 1, 1)).days

    def at(self, day: date) -> float:
        """Where a day begins, in rem from the left; beyond the years in view, beyond the plot."""
        return self.width * (day - date(self.first, 1, 1)).days / self._whole

    def percent(self, rem: float) -> float:
        """A length of the plot as percent of it."""
        return round(100 * rem / self.width, 2)


@dataclass(frozen=True, slots=True)
class Mark:
    """One event. `date` and `end` as published; `labels` the best first; `tip` is all of it.

    `look`: a sign, a bar behind the signs (`open`: without an end), or a box as wide as its time.
    `number` stands in the sign; `unknown` says that the day within the span was not seen.
    """

    code: str
    kind: str
    date: str
    end: str
    labels: tuple[str, ...]
    tip: str
    href: str
    look: str = "sign"
    hollow: bool = False
    number: str = ""
    unknown: bool = False
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One lane; `group` is a heading over it."""

    name: str
    marks: Sequence[Mark]
    href: str = ""
    group: str = ""
    most: int = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A year with its middle and its width in percent; target years are set apart."""

    year: int
    left: float
    middle: float
    wide: float
    target: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark in its place, percent of the plot."""

    mark: Mark
    placed: Placed
    middle: float
    left: float
    wide: float
    classes: str

    @property
    def at(self) -> float:
        """Where it stands: a bar by its start, all else by its middle."""
        return self.left if self.mark.look in BARS else self.middle

    @property
    def side(self) -> str:
        """Class of the label's place; none for the right side, the usual one."""
        return "" if self.placed.side in {"", "right"} else f"tl-{self.placed.side}"


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A lane with its marks in place and the number of its levels."""

    row: Row
    drawn: tuple[Drawn, ...]
    levels: int

    @property
    def classes(self) -> str:
        """A lane of the world, or a country on one level: that one stands as high as a finger."""
        if not self.row.href:
            return "tl-lane"
        return "tl-one" if self.levels == 1 else ""


def ticks(years: Years, targets: Iterable[int]) -> tuple[Tick, ...]:
    """Every year in view."""
    found = []
    for year in range(years.first, years.last + 1):
        left, right = years.at(date(year, 1, 1)), years.at(date(year + 1, 1, 1))
        middle = years.percent((left + right) / 2)
        wide = years.percent(right - left)
        found.append(Tick(year, years.percent(left), middle, wide, year in targets))
    return tuple(found)


def drawn_row(row: Row, years: Years) -> DrawnRow:
    """A lane with every mark in its place. Raises ValueError for a date that is not ISO."""
    by_code = {mark.code: mark for mark in row.marks}
    spots = {code: _spot(mark, years) for code, mark in by_code.items()}
    bars = [spot for code, spot in spots.items() if by_code[code].look in BARS]
    signs = [spot for code, spot in spots.items() if by_code[code].look not in BARS]
    placed = laid_out(signs, years.width, row.most)
    behind = bars_laid_out(bars, placed, years.width)
    drawn = tuple(_drawn(by_code[one.spot.code], one, years) for one in (*behind, *placed))
    levels = 1 + max((one.placed.level for one in drawn), default=0)
    return DrawnRow(row, drawn, levels)


def _spot(mark: Mark, years: Years) -> Spot:
    """A mark's extent within the plot; what reaches beyond the years in view is cut there."""
    begins, ends = span(mark.date)[0], span(mark.end or mark.date)[1] + timedelta(days=1)
    start = min(max(years.at(begins), 0.0), years.width)
    end = min(max(years.at(ends), start), years.width)
    if mark.look == "open":
        end = min(end + OPEN, years.width)
    sign = 0.0 if mark.look != "sign" else NUMBERED if mark.number else SIGN
    return Spot(mark.code, start, end, mark.labels, sign, mark.weight)


def _drawn(mark: Mark, placed: Placed, years: Years) -> Drawn:
    spot = placed.spot
    middle = years.percent((spot.start + spot.end) / 2)
    said = {
        f"tl-{mark.kind.replace('_', '-')}": True,
        "tl-hollow": mark.hollow,
        "tl-bar": mark.look in BARS,
        "tl-open": mark.look == "open",
        "tl-box": mark.look == "box",
        "tl-numbered": bool(mark.number),
        "tl-unknown": mark.unknown,
        "tl-wide": mark.look == "sign" and spot.end - spot.start > spot.sign,
        "tl-east": middle > EAST,
    }
    classes = " ".join(name for name, holds in said.items() if holds)
    wide = years.percent(spot.end - spot.start)
    return Drawn(mark, placed, middle, years.percent(spot.start), wide, classes)


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the timeline on one axis. `legend` tells the signs, `notes` what is hollow and so
    on, as classes and text; `foot` repeats the years below."""

    title: str
    alt: str
    rows: Sequence[Row]
    today: date
    today_text: str
    legend: Sequence[tuple[str, str]] = ()
    notes: Sequence[tuple[str, str]] = ()
    foot: bool = False


def panel_html(panel: Panel, years: Years, targets: Iterable[int]) -> str:
    """The part as safe HTML."""
    rows = [drawn_row(row, years) for row in panel.rows]
    groups = sum(bool(row.group) for row in panel.rows)
    return render(
        "timeline_panel.html",
        panel=panel,
        rows=rows,
        levels=sum(row.levels for row in rows) + groups + 1,
        ticks=ticks(years, frozenset(targets)),
        today=years.percent(years.at(panel.today))
        if years.first <= panel.today.year <= years.last
        else None,
        width=years.width,
    )

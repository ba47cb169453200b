"""A span of days, and whether something with a date of any precision lies in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from data.methods.dates import span as days_of
from data.records import Event, Stage

Place = Literal["in", "may", "out"]
Days = tuple[date, date]
"""The first and the last day that something may have happened on."""

_QUARTER: Final = re.compile(r"(\d{4})-Q([1-4])")
_DATED: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """From the day after `first` to the end of `last`. Raises ValueError when it holds no day."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first >= self.last:
            raise ValueError(f"No day lies after {self.first} and up to {self.last}")

    def place(self, days: Days) -> Place:
        """`in` when every day is in the span, `may` when some are, else `out`."""
        if self.first < days[0] and days[1] <= self.last:
            return "in"
        return "out" if days[1] <= self.first or days[0] > self.last else "may"


def deadline(published: str) -> Days:
    """A due date, or the end of a plan: until the last day that it may mean nothing is over."""
    last = days_of(published)[1]
    return last, last


def event_days(one: Event | Stage) -> Days:
    """What took place counts on its last day; a period, on any day of it. The date must be there.

    A target date is a deadline.
    """
    if isinstance(one, Event) and one.kind == "target_date":
        return deadline(one.end or one.date)
    if one.state == "period":
        return days_of(one.date)[0], days_of(one.end or one.date)[1]
    return days_of(one.end or one.date)


def edition_days(vintage: str) -> Days | None:
    """The days that an edition may be of: `2019-Q3`, `2022`, `2023-05-21`; None for words."""
    if quarter := _QUARTER.fullmatch(vintage):
        first = 3 * int(quarter[2]) - 2
        return days_of(f"{quarter[1]}-{first:02}")[0], days_of(f"{quarter[1]}-{first + 2:02}")[1]
    return days_of(vintage) if _DATED.fullmatch(vintage) else None

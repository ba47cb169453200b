"""Dates with the precision that they were published with: what days `2019-03` may mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def span(published: str) -> tuple[date, date]:
    """First and last day of an ISO year, month or day. Raises ValueError for anything else."""
    parts = published.split("-")
    if len(parts) == 1:
        return date(int(published), 1, 1), date(int(published), 12, 31)
    if len(parts) == 2:
        first = date.fromisoformat(f"{published}-01")
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    day = date.fromisoformat(published)
    return day, day


def last_day(published: str) -> date:
    """The last day that a date may mean: until then nothing is late. Raises ValueError."""
    return span(published)[1]

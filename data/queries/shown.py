"""Which release a reader asks for, by its number, by a day, or by a moment."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from sqlalchemy import Connection

from data.queries import versions
from data.records import Release

Reason = Literal["unknown", "before", "future", "unkept"]


class NoSuchRelease(ValueError):
    """Nothing was shown then: `reason` is unknown (no date, no release), before (the first
    release), future, or unkept (rows whose history begins later, with `first`). `first` and
    `newest` are None when nothing was published at all."""

    def __init__(
        self, asked: str, reason: Reason, first: Release | None, newest: Release | None
    ) -> None:
        self.asked, self.reason = asked, reason
        self.first, self.newest = first, newest
        super().__init__(f"{asked!r} names no release: {reason}")


def _is_time(asked: str) -> bool:
    try:
        dt.datetime.fromisoformat(asked)
    except ValueError:
        return asked.isdigit()
    return True


def _in_future(asked: str, now: dt.datetime) -> bool:
    if asked.isdigit():
        return False
    moment = dt.datetime.fromisoformat(asked)
    if len(asked) == len("2026-11-21"):
        return moment.date() > now.date()
    return moment.replace(tzinfo=dt.UTC) > now


def shown_release(connection: Connection, asked: str, *, now: dt.datetime) -> Release:
    """The release shown at `2026-11-21` (the end of that day, UTC), at `2026-11-21T08:30:00Z`, or
    the release of that number; `now` in UTC. Raises NoSuchRelease."""
    every = versions.releases(connection)
    first, newest = (every[-1], every[0]) if every else (None, None)
    try:
        number = versions.release_at(connection, asked)
    except ValueError:
        raise NoSuchRelease(asked, "unknown", first, newest) from None
    if not _is_time(asked):
        raise NoSuchRelease(asked, "unknown", first, newest)
    if _in_future(asked, now):
        raise NoSuchRelease(asked, "future", first, newest)
    found = {release.id: release for release in every}.get(number)
    if found is None:
        raise NoSuchRelease(asked, "before", first, newest)
    return found

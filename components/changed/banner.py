"""The line on top of a page that shows the figures of a past date, or says that there are none."""

from __future__ import annotations

from components.markup import render
from components.numbers import date_text, isolate
from components.wording import Wording
from data.records import Release

DAY = len("2026-11-21")


def day_text(moment: str, wording: Wording) -> str:
    """The day of an ISO moment in words, and its time in UTC where it has one."""
    day = date_text(moment[:DAY], wording)
    clock = moment[DAY + 1 : DAY + 6]
    return wording.t("changed.at", day=day, time=isolate(clock, wording)) if clock else day


def banner_html(
    release: Release,
    asked: str,
    wording: Wording,
    *,
    today: str,
    changed: str,
    begin: Release | None = None,
) -> str:
    """`asked` is the URL's date, moment or number; `today` and `changed` are addresses.

    `begin` is the release with which the history of the pathfinder way begins, where that is later.
    """
    shown = release.published[:DAY] if asked.isdigit() else asked
    from_then_on = ""
    if begin is not None:
        day = day_text(begin.published, wording)
        from_then_on = wording.t("changed.records_begin", number=begin.id, day=day)
    return render(
        "as_of_banner.html",
        t=wording.t,
        shown=wording.t("changed.banner", day=day_text(shown, wording), number=release.id),
        published=wording.t("changed.published", day=day_text(release.published, wording)),
        begin=from_then_on,
        today=today,
        changed=changed,
    )


def refusal_sentence(reason: str, asked: str, first: str, wording: Wording) -> str:
    """Why a date shows nothing (unknown, before, future), and what is shown in its place.

    `first` is when the first release was published; empty when there is none.
    """
    return wording.t(
        f"changed.refused_{reason}" if first else "changed.refused_nothing",
        asked=isolate(asked[:40], wording),
        first=day_text(first, wording) if first else "",
    )

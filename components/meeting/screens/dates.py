"""Dates of a country for a screen: what is past its date, what is ahead, what has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from components.country.answers import CountryAnswers
from components.country.parts.roadmap_dates import dates_ahead, ended_plans
from components.numbers import date_text
from components.wording import Wording
from data.methods.completion import overdue

MOST: Final = 3
LATE: Final = 2
"""Rows of a screen, and how many of them may be past their date while something is ahead."""


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date: `when` as published, what is then, and `mark` where it is late or over."""

    when: str
    what: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class DatesPanel:
    """The rows that a screen has room for, and how many more there are in words."""

    rows: tuple[DateRow, ...]
    more: str = ""
    none: str = ""


def dates_panel(answers: CountryAnswers, wording: Wording, today: date) -> DatesPanel:
    """What is past its date first, then the next dates; without any, plans that have ended."""
    late = [
        DateRow(date_text(one.due, wording), wording.of(one, "text"), wording.t("screen.late"))
        for one in overdue(answers.actions, today)
    ]
    ahead = [DateRow(one.when, one.what) for one in dates_ahead(answers, wording, today)]
    first = late[: LATE if ahead else MOST]
    rows = (*first, *ahead[: MOST - len(first)])
    hidden_late = len(late) - len(first)
    hidden_ahead = len(ahead) - (len(rows) - len(first))
    more = [
        wording.plural(f"screen.more_{kind}", count, count=count)
        for kind, count in (("late", hidden_late), ("ahead", hidden_ahead))
        if count
    ]
    over = ended_plans(answers, wording, today) if len(rows) < MOST else ()
    ended = [DateRow(one.when, one.what, wording.t("screen.ended")) for one in over]
    none = "" if ahead else wording.t("pathfinders.no_next")
    rows += tuple(ended[: max(MOST - len(rows) - bool(none), 0)])
    return DatesPanel(rows, wording.t("sentence.comma").join(more), none)

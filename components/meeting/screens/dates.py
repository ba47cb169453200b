"""Dates of a country for a screen: what is late, ahead or over, else what was ratified last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.country.answers import CountryAnswers
from components.country.parts.roadmap_dates import dates_ahead, ended_plans
from components.numbers import date_text
from components.wording import Wording
from data.methods.completion import overdue
from data.methods.dates import last_day
from data.methods.law import positions

MOST_LINES: Final = 6
LINES_AHEAD: Final = 2
"""Lines of rows on a screen, and how many of them are kept for what is ahead."""

LETTERS: Final = 36
"""Letters that a line surely holds; a row has at most two lines."""

RATIFIED: Final = 2
"""Ratifications that stand where there is no other date."""


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
    """What is past its date first, then the next dates; where they leave room, plans that have
    ended, and for a country without any the newest ratifications."""
    late = [
        DateRow(date_text(one.due, wording), wording.of(one, "text"), wording.t("screen.late"))
        for one in overdue(answers.actions, today)
    ]
    ahead = [DateRow(one.when, one.what) for one in dates_ahead(answers, wording, today)]
    first = _fitting(late, MOST_LINES - (LINES_AHEAD if ahead else 0))
    rows = first + _fitting(ahead, MOST_LINES - _lines(first))
    hidden_late = len(late) - len(first)
    hidden_ahead = len(ahead) - (len(rows) - len(first))
    more = [
        wording.t(f"screen.more_{kind}", count=count)
        for kind, count in (("late", hidden_late), ("ahead", hidden_ahead))
        if count
    ]
    ended = [
        DateRow(one.when, one.what, wording.t("screen.ended"))
        for one in ended_plans(answers, wording, today)
    ]
    none = "" if ahead else wording.t("pathfinders.no_next")
    rows += _fitting(ended, MOST_LINES - _lines(rows) - bool(none))
    if not rows:
        rows = _ratified(answers, wording)[:RATIFIED]
    return DatesPanel(rows, wording.t("sentence.comma").join(more), none)


def _lines(rows: Iterable[DateRow]) -> int:
    """Lines that some rows take."""
    letters = (len(row.when) + len(row.what) + len(row.mark) for row in rows)
    return sum(2 if length > LETTERS else 1 for length in letters)


def _fitting(rows: Sequence[DateRow], lines: int) -> tuple[DateRow, ...]:
    """The first rows that fit into so many lines."""
    kept = 0
    while kept < len(rows) and _lines(rows[: kept + 1]) <= lines:
        kept += 1
    return tuple(rows[:kept])


def _ratified(answers: CountryAnswers, wording: Wording) -> tuple[DateRow, ...]:
    """Instruments by the date of ratification, the newest first."""
    found = positions(answers.instruments, answers.ratifications)
    dated = [
        (one.stands.date, one.instrument.code)
        for one in found
        if one.stands is not None and one.state == "ratified" and one.stands.date
    ]
    dated.sort(key=lambda one: (last_day(one[0]), one[1]), reverse=True)
    return tuple(
        DateRow(
            date_text(when, wording),
            wording.t(f"law.instrument.{code}"),
            wording.t("screen.ratified"),
        )
        for when, code in dated
    )

"""A country as one screen: who it is, three figures, roadmap, dates, and what could be asked."""

from __future__ import annotations

from datetime import date
from typing import Final

from components.country.answers import CountryAnswers
from components.meeting.asks import MOST as MOST_ASKS
from components.meeting.asks import anybody, asks
from components.meeting.screens.dates import dates_panel
from components.meeting.screens.headline import headline_figures
from components.meeting.screens.roadmap import roadmap_panel
from components.meeting.screens.screen import Screen, drawn
from components.numbers import date_text, span_text
from components.wording import Wording
from data.methods.completion import current
from data.methods.dates import last_day
from data.methods.stages import on_hold, taken
from data.records import Roadmap

LONG_NAME: Final = 22
VERY_LONG_NAME: Final = 36
"""Letters from which a name is set smaller, so that its badge and roadmap stay beside it."""


def country_screen(
    answers: CountryAnswers, wording: Wording, *, today: date, released: str
) -> Screen:
    """The screen; `released` is the line that says of which release the figures are."""
    area = answers.area
    found = asks(answers, wording, today)[:MOST_ASKS]
    return drawn(
        "screen_country.html",
        area.name,
        area.name,
        size=_size(area.name),
        badge=_badge(answers, wording),
        standing=area.pathfinder or "none",
        held=wording.t("pathfinders.badge_short.on_hold") if on_hold(answers.stages) else "",
        plan=_plan_line(answers, wording, today),
        made_up=wording.t("screen.made_up") if answers.made_up else "",
        figures=headline_figures(answers, wording, today),
        roadmap=roadmap_panel(answers, wording),
        dates=dates_panel(answers, wording, today),
        asks=found,
        no_asks=wording.t("screen.no_asks" if anybody(answers) else "screen.nothing_held"),
        released=released,
        t=wording.t,
    )


def _size(name: str) -> str:
    if len(name) > VERY_LONG_NAME:
        return "very-long"
    return "long" if len(name) > LONG_NAME else "plain"


def _badge(answers: CountryAnswers, wording: Wording) -> str:
    """`Pathfinder since 26 May 2025`, another standing, or what kind of area it is."""
    area = answers.area
    if area.pathfinder != "pathfinder":
        kind = area.pathfinder
        if not kind:
            return wording.t("screen.no_pathfinder" if area.un_member else "country.kind.territory")
        return wording.t(f"country.badge.{kind}")
    confirmed = taken(answers.stages, "status_confirmed")
    since = min((one.date for one in confirmed if one.date), default="")
    if not since:
        return wording.t("country.badge.pathfinder")
    # French says "depuis le" of a day alone.
    key = "screen.since_day" if len(since) == len("2026-11-27") else "screen.since"
    return wording.t(key, date=date_text(since, wording))


def _plan_line(answers: CountryAnswers, wording: Wording, today: date) -> str:
    """The roadmap and its period; of several the one that runs, else the newest."""
    if not answers.area.pathfinder:
        return ""
    if not answers.roadmaps:
        return wording.t("screen.no_plan")
    plan = current(answers.roadmaps, today) or answers.roadmaps[0]
    name = wording.t("screen.roadmap" if "-roadmap-" in plan.code else "screen.plan")
    line = wording.t("screen.period", plan=name, period=_period(plan, wording))
    if plan.end and last_day(plan.end) < today:
        return wording.t("screen.period_over", line=line)
    return line


def _period(plan: Roadmap, wording: Wording) -> str:
    if plan.start and plan.end:
        return span_text(plan.start, plan.end, wording)
    if plan.end:
        return wording.t("pathfinders.until", date=date_text(plan.end, wording))
    if plan.start:
        return wording.t("pathfinders.since", date=date_text(plan.start, wording))
    return wording.t("pathfinders.no_date")

"""The list of pathfinder countries as one screen: counts, who reported and who is late, dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components.meeting.screens.screen import Screen, drawn
from components.numbers import date_text, number
from components.pathfinders.choice import Choice
from components.pathfinders.head import KINDS
from components.pathfinders.stages import STAGES, reached
from components.pathfinders.standing import Standing
from components.wording import Wording
from data.records import Area

MOST_ROWS: Final = 9
COLUMNS: Final = 2
"""A row is left out where a line below tells how many more there are."""


@dataclass(frozen=True, slots=True)
class CountLine:
    """A number, what it counts, and what else to know of it."""

    number: str
    label: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class CountryLine:
    """One country: its name, its standing where it is no pathfinder, what is late, what is next."""

    name: str
    badge: str
    late: str
    next: str


def pathfinders_screen(
    shown: Sequence[Standing], choice: Choice, region: Area | None, wording: Wording, released: str
) -> Screen:
    """The countries of a choice in its order; `region` is the one that it asks for."""
    name = wording.t("frame.page.pathfinders")
    said = [region.name] if region else []
    said += [wording.t(f"stage.{choice.stage}")] if choice.stage else []
    said += [wording.t(f"pathfinders.show_{choice.show}")] if choice.show != "all" else []
    rows = MOST_ROWS if len(shown) <= MOST_ROWS * COLUMNS else MOST_ROWS - 1
    more = len(shown) - rows * COLUMNS
    return drawn(
        "screen_pathfinders.html",
        wording.t("pathfinders.title"),
        region.name if region else name,
        chosen=wording.t("sentence.separator").join(said),
        counts=_counts(shown, wording),
        stages=_stages(shown, wording),
        countries=[_line(one, wording) for one in shown[: rows * COLUMNS]],
        rows=rows,
        more=wording.t("screen.more_countries", count=more) if more > 0 else "",
        none=wording.t("pathfinders.none_chosen"),
        released=released,
        t=wording.t,
    )


def _counts(shown: Sequence[Standing], wording: Wording) -> tuple[CountLine, ...]:
    kinds = Counter(one.area.pathfinder for one in shown)
    named = [wording.t(f"screen.kind.{kind}", count=kinds[kind]) for kind in KINDS if kinds[kind]]
    late = sum(len(one.late) for one in shown)
    dated = sum(one.dated_plans for one in shown)

    def line(count: int, key: str, more: str = "") -> CountLine:
        return CountLine(number(count, wording), wording.t(f"screen.count.{key}"), more)

    return (
        line(len(shown), "countries", wording.t("sentence.comma").join(named)),
        line(
            sum(bool(one.reports) for one in shown),
            "reported",
            wording.t("screen.count.awaited", count=sum(one.awaited for one in shown)),
        ),
        line(
            late,
            "late",
            wording.t("screen.count.late_in", count=sum(bool(one.late) for one in shown)),
        ),
        line(
            sum(one.ended_plans for one in shown),
            "ended",
            wording.t("screen.count.dated", count=dated),
        ),
    )


def _stages(shown: Sequence[Standing], wording: Wording) -> tuple[tuple[str, str], ...]:
    """Each stage with the number of countries of which some page states it."""
    counted = Counter(code for one in shown for code in reached(one.stages))
    return tuple(
        (wording.t(f"pathfinders.stage_short.{code}"), number(counted[code], wording))
        for code in STAGES
    )


def _line(one: Standing, wording: Wording) -> CountryLine:
    kind = one.area.pathfinder
    badge = "on_hold" if one.on_hold else "" if kind == "pathfinder" else kind
    late = [wording.t("screen.late_count", count=len(one.late))] if one.late else []
    late += [wording.t("screen.report_awaited")] if one.awaited else []
    ahead = wording.t("screen.no_next")
    if one.next_date:
        ahead = wording.t("screen.next", when=date_text(one.next_date, wording))
    return CountryLine(
        one.area.name,
        wording.t(f"pathfinders.badge_short.{badge}") if badge else "",
        wording.t("sentence.comma").join(late),
        ahead,
    )

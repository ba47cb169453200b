"""Events as the panels of the timeline: the world, then the pathfinder countries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.charts.timeline import Mark, Panel, Row, Years, panel_html
from components.numbers import date_text
from components.timeline.choice import KINDS, Choice
from components.timeline.event_words import (
    HOLLOW_STATES,
    label_texts,
    meeting_number,
    short_name,
    tip_text,
)
from components.timeline.lanes import Lane, country_lanes, world_lanes
from components.wording import Wording
from data.records import Area, Event

WIDTH: Final = 58.0
"""Rem of the plot where it is narrowest: what stands between it and a page of 1440 pixels."""
WIDTH_PRESENTED: Final = 34.0

TARGETS: Final = (2025, 2030)
"""Years of the target: child labour ends by the first, forced labour by the second."""

LEVELS: Final = {"conferences": 3, "meetings": 1}
COUNTRY_LEVELS: Final = 2
"""Levels that labels may ask for; marks that cover each other may take more."""

_WEIGHTS: Final = {"strategic_workshop": 5, "status": 4, "gcg_meeting": 4, "plan": 2}
_NAMED: Final = 6
_CONFERENCE: Final = 14
_BOXED: Final = 20
_BOXES: Final = frozenset({"target_date", "international_year"})


@dataclass(frozen=True)
class Scene:
    """What drawing needs besides the events; `country` is its page's address up to the code,
    `places` the only ones that have rows, None for all."""

    areas: Mapping[str, Area]
    wording: Wording
    choice: Choice
    today: date
    country: str
    presenting: bool = False
    places: frozenset[str] | None = None

    @property
    def years(self) -> Years:
        """The axis."""
        width = WIDTH_PRESENTED if self.presenting else WIDTH
        return Years(self.choice.first, self.choice.last, width)


def row_address(event: Event) -> str:
    """The address of an event's row in the table below."""
    return f"#{row_id(event)}"


def row_id(event: Event) -> str:
    """The id of an event's row in the table."""
    return f"event-{event.code}"


def mark_of(event: Event, scene: Scene) -> Mark:
    """An event as a mark; it leads to its row in the table."""
    words = scene.wording
    number = meeting_number(event, words)
    name = short_name(event, words)
    tip = tip_text(event, scene.areas, words)
    return Mark(
        code=event.code,
        kind=event.kind,
        date=event.date,
        end=event.end,
        labels=label_texts(event, words),
        # A name that stands beside the mark must be part of what a voice may call it by.
        tip=words.t("timeline.named_tip", name=name, tip=tip) if name else tip,
        href=row_address(event),
        look=_look(event),
        hollow=event.state in HOLLOW_STATES,
        number=number,
        unknown=bool(number) and event.state == "period",
        weight=_weight(event, bool(name)),
    )


def _weight(event: Event, named: bool) -> int:
    if _look(event) == "box":
        return _BOXED
    if named and event.kind == "conference":
        return _CONFERENCE
    return _NAMED if named else _WEIGHTS.get(event.kind, 1)


def _look(event: Event) -> str:
    if event.kind == "plan":
        return "bar" if event.end else "open"
    return "box" if event.kind in _BOXES and event.state == "period" else "sign"


def world_rows(lanes: Sequence[Lane], scene: Scene) -> tuple[Row, ...]:
    """The lanes of the world as rows."""
    return tuple(
        Row(
            scene.wording.t(f"timeline.lane.{lane.key}"),
            [mark_of(event, scene) for event in lane.events],
            most=LEVELS.get(lane.key, 2),
        )
        for lane in lanes
    )


def country_rows(lanes: Sequence[Lane], scene: Scene) -> tuple[Row, ...]:
    """Countries as rows, the first of a region with the region's name over it."""
    rows, before = [], ""
    for lane in lanes:
        region = scene.areas.get(lane.region)
        rows.append(
            Row(
                scene.areas[lane.key].name,
                [mark_of(event, scene) for event in lane.events],
                href=scene.country + lane.key,
                group=region.name if region and lane.region != before else "",
                most=COUNTRY_LEVELS,
            )
        )
        before = lane.region
    return tuple(rows)


def panels_html(events: Sequence[Event], scene: Scene) -> tuple[str, ...]:
    """The panels with any mark: the world's, the countries'."""
    words = scene.wording
    world = world_rows(world_lanes(events, scene.areas), scene)
    countries = country_rows(country_lanes(events, scene.areas, scene.places), scene)
    panels = {name: rows for name, rows in (("world", world), ("countries", countries)) if rows}
    marks = [mark for rows in panels.values() for row in rows for mark in row.marks]
    made: list[str] = []
    for name, rows in panels.items():
        panel = Panel(
            title=words.t(f"timeline.panel.{name}"),
            alt=words.t(f"timeline.frame.{name}", **_span(scene)),
            rows=rows,
            today=scene.today,
            today_text=_today(scene),
            # The first panel explains the signs of both.
            legend=() if made else legend(marks, words),
            notes=() if made else notes(marks, words),
            foot=name == "countries",
        )
        made.append(panel_html(panel, scene.years, TARGETS))
    return tuple(made)


def _today(scene: Scene) -> str:
    day = date_text(scene.today.isoformat(), scene.wording)
    return scene.wording.t("timeline.today", date=day)


def _span(scene: Scene) -> dict[str, int]:
    return {"first": scene.choice.first, "last": scene.choice.last}


def legend(marks: Sequence[Mark], words: Wording) -> tuple[tuple[str, str], ...]:
    """The kinds in view with their signs, as classes and text."""
    kinds = {mark.kind for mark in marks}
    return tuple(
        (f"tl-sign tl-{kind.replace('_', '-')}", words.t(f"event_kind.{kind}"))
        for kind in KINDS
        if kind in kinds
    )


def notes(marks: Sequence[Mark], words: Wording) -> tuple[tuple[str, str], ...]:
    """What hollow signs and shaded years mean, as classes and text."""
    hollow = {mark.kind for mark in marks if mark.hollow}
    found = [("tl-shaded", words.t("timeline.legend.targets"))]
    if hollow:
        kind = min(hollow, key=KINDS.index).replace("_", "-")
        found.insert(0, (f"tl-sign tl-hollow tl-{kind}", words.t("timeline.legend.hollow")))
    return tuple(found)

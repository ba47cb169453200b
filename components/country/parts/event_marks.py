"""What happened in a country, below the years of its charts: beside the figures, never their cause.

Marks have the signs of the timeline and stand in an order of dates; a list below each chart names
them all, so that nothing depends on seeing or on hovering.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from re import Match
from textwrap import shorten
from typing import Final

from components.cards import Card, Section
from components.charts.plot import SLOT, YearAxis
from components.charts.timeline import Mark, Row, Years, drawn_row
from components.country.answers import CountryAnswers
from components.markup import render
from components.timeline.choice import KINDS
from components.timeline.event_words import HOLLOW_STATES, when_text
from components.timeline.every_event import every_event
from components.timeline.precision import not_known, noted, stated_title
from components.wording import Wording
from data.records import Event, Roadmap, Stage

CONVENTIONS: Final = ("C029", "P029", "C105", "C138", "C182")
"""The five of the ILO on child labour and forced labour: their ratifications are marked."""

NARROWEST: Final = 13.0
"""Rem that the plot of a card has at least, on a phone or beside another card."""

NARROW_PANEL: Final = 8.0
"""The same of one of two panels."""

TWO_PANELS: Final = "panels-2"

LEVELS: Final = 4
"""Levels of marks over which their names may spread."""

NAME_LENGTHS: Final = (26, 15)
"""Letters of a title that stand beside a mark, by the room that there is."""

STEPS: Final = frozenset({"strategic_workshop", "further_workshop", "stage", "status"})
"""Kinds of events that are steps on the pathfinder way; their code names the step."""


@dataclass(frozen=True)
class _Own:
    """A country's steps, plans and events, as the timeline wants them."""

    stages: Mapping[str, Sequence[Stage]]
    roadmaps: Mapping[str, Sequence[Roadmap]]
    events: tuple[Event, ...]


def own_events(answers: CountryAnswers, wording: Wording) -> tuple[Event, ...]:
    """Everything dated that happened in the country, by date: events, steps, plans, and the
    ratifications of the five conventions."""
    code = answers.area.code
    ratified = [
        one
        for name in CONVENTIONS
        if (one := answers.ratifications.get(name)) and one.status == "ratified"
    ]
    known = _Own({code: answers.stages}, {code: answers.roadmaps}, answers.events)
    names = {code: answers.area.name}
    found = every_event(known, ratified, answers.sources, names, wording)
    return tuple(sorted((one for one in found if one.date), key=lambda one: (one.date, one.code)))


def without_event_marks(section: Section) -> Section:
    """The section with the slots below its plots left out."""
    return replace(section, cards=tuple(map(_bare, section.cards)))


def _bare(card: Card) -> Card:
    return replace(card, body=SLOT.sub("", card.body)) if SLOT.search(card.body) else card


def with_event_marks(section: Section, events: Sequence[Event], wording: Wording) -> Section:
    """The section with the events of its years below each of its plots, and in a list below each
    card that has such a plot."""
    return replace(section, cards=tuple(_marked(card, events, wording) for card in section.cards))


def events_of(axis: YearAxis, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that began within the years of an axis."""
    return tuple(one for one in events if axis.first <= int(one.date[:4]) <= axis.last)


def axis_of(slot: Match[str]) -> YearAxis:
    """The axis that a slot tells of."""
    _, _, start, wide, first, last = slot.groups()
    return YearAxis(int(first), int(last), float(start), float(wide))


def _marked(card: Card, events: Sequence[Event], wording: Wording) -> Card:
    axes = [axis_of(slot) for slot in SLOT.finditer(card.body)]
    if not axes:
        return card
    within = {one.code for axis in axes for one in events_of(axis, events)}
    shown = [one for one in events if one.code in within]
    places = {one.code: f"{card.key}-event-{place}" for place, one in enumerate(shown, 1)}
    narrow = NARROW_PANEL if TWO_PANELS in card.body else NARROWEST
    body = SLOT.sub(lambda slot: _strip(slot, shown, places, narrow, wording), card.body)
    return replace(card, body=body + _list(shown, places, axes, wording))


def _strip(
    slot: Match[str],
    events: Sequence[Event],
    places: Mapping[str, str],
    narrow: float,
    wording: Wording,
) -> str:
    """The marks of one plot at least `narrow` rem wide, on the scale of its years; nothing where
    nothing happened."""
    axis = axis_of(slot)
    marks = [_mark(one, places[one.code], wording) for one in events_of(axis, events)]
    if not marks:
        return ""
    wide = axis.wide * (axis.last - axis.first + 1)
    years = Years(axis.first, axis.last, round(narrow * wide / 100, 2))
    return render(
        "event_marks.html",
        label=wording.t("overlay.heading"),
        left=slot[1],
        right=slot[2],
        start=axis.start,
        wide=round(wide, 2),
        lane=drawn_row(Row("", marks, most=LEVELS), years),
    )


def _mark(event: Event, place: str, wording: Wording) -> Mark:
    return Mark(
        event.code,
        event.kind,
        event.date,
        event.end,
        mark_names(event, wording),
        wording.t("overlay.tip", when=_when(event, wording), title=stated_title(event, wording)),
        f"#{place}",
        look=_look(event),
        hollow=event.state in HOLLOW_STATES,
        weight=len(KINDS) - KINDS.index(event.kind),
    )


def _look(event: Event) -> str:
    if event.kind != "plan":
        return "sign"
    return "bar" if event.end else "open"


def _when(event: Event, wording: Wording) -> str:
    return noted(when_text(event, wording), not_known(event, wording), wording)


def mark_names(event: Event, wording: Wording) -> tuple[str, ...]:
    """What a mark may be called, the best first: the convention, the step or workshop, else the
    beginning of its title."""
    if event.kind == "ratification":
        return (event.code.rpartition("-")[2],)
    if event.kind in STEPS:
        return (wording.t(f"stage.{event.code.split('-')[1]}"),)
    title = wording.of(event, "title")
    begun = (shorten(title, most, placeholder="…") for most in NAME_LENGTHS)
    return tuple(dict.fromkeys(text for text in begun if text != "…"))


def _list(
    events: Sequence[Event],
    places: Mapping[str, str],
    axes: Sequence[YearAxis],
    wording: Wording,
) -> str:
    first, last = min(axis.first for axis in axes), max(axis.last for axis in axes)
    lines = [
        {
            "place": places[one.code],
            "sign": f"tl-{one.kind.replace('_', '-')}",
            "hollow": one.state in HOLLOW_STATES,
            "when": _when(one, wording),
            "title": stated_title(one, wording),
            "page": one.page if one.page.startswith(("https://", "http://")) else "",
            "source": one.source_title or one.page,
        }
        for one in events
    ]
    return render(
        "event_list.html",
        t=wording.t,
        lines=lines,
        nothing=wording.t("overlay.nothing", first=first, last=last),
    )

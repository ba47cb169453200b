"""Dated events in lanes by region: a dot is a day, a bar a span, hollow is not (yet) held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from components.charts.frame import TEXT_SIZE, Figure, axis, layout, lines, plain
from components.numbers import date_text, isolate
from components.theme import Palette
from components.wording import Wording
from data.methods.dates import span
from data.records import Event

HOLLOW_STATES: Final = frozenset({"postponed", "planned", "announced"})
LEVEL_HEIGHT: Final = 22


@dataclass(frozen=True, slots=True)
class KindSign:
    """How a kind is told from others: a place in the palette, a marker, the like in type."""

    colour: int
    marker: str
    character: str


KIND_SIGNS: Final[Mapping[str, KindSign]] = {
    "strategic_workshop": KindSign(0, "circle", "●"),
    "further_workshop": KindSign(0, "circle-dot", "◉"),
    "training": KindSign(0, "circle-x", "⊗"),
    "status": KindSign(7, "diamond", "◆"),
    "plan": KindSign(7, "line-ew", "▬"),
    "workshop": KindSign(7, "circle-cross", "⊕"),
    "stage": KindSign(1, "square", "■"),
    "gcg_meeting": KindSign(1, "circle", "⬤"),
    "high_level_event": KindSign(2, "triangle-up", "▲"),
    "conference": KindSign(3, "hexagon", "⬢"),
    "target_date": KindSign(4, "star-square", "▬"),
    "ratification": KindSign(5, "cross", "✚"),
    "milestone": KindSign(6, "triangle-down", "▼"),
    "launch": KindSign(7, "star", "★"),
    "report": KindSign(8, "pentagon", "⬟"),
    "governance": KindSign(9, "bowtie", "⧓"),
    "action_group": KindSign(4, "hourglass", "⧗"),
    "international_year": KindSign(5, "star-square", "▬"),
}
OTHER_SIGN: Final = KindSign(0, "circle", "●")


def kind_colour(kind: str, palette: Palette) -> str:
    """The colour of a kind of events; its marker tells it too."""
    return palette.categorical[KIND_SIGNS.get(kind, OTHER_SIGN).colour]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event with its first and last day and its height in the figure."""

    event: Event
    start: date
    end: date
    y: int


def timeline(
    events: Sequence[Event],
    wording: Wording,
    palette: Palette,
    *,
    today: date,
    lanes: Mapping[str, str],
    names: Mapping[str, str],
) -> Figure:
    """`lanes` gives an area code its lane's label, in the order the lanes shall stand; events of
    other areas share a last lane. `names` gives an area code its name for the hover box.

    A date known to the month or year is drawn as a bar over it, not as a day. Colour and marker
    tell the kind; target dates are labelled. Points carry the event's code as `customdata`.
    Raises ValueError for a date that is not ISO.
    """
    placed, ticks, levels = _place(events, lanes, wording)
    days = [p for p in placed if p.start == p.end]
    spans = [p for p in placed if p.start != p.end]
    traces = [_bar(p, wording, names, palette) for p in spans]
    traces += [
        _dots([p for p in days if p.event.kind == kind], wording, names, palette)
        for kind in dict.fromkeys(p.event.kind for p in days)
    ]
    return {
        "data": traces,
        "layout": layout(
            palette,
            wording,
            height=LEVEL_HEIGHT * max(levels, 1) + 88,
            margin={"l": 8, "r": 8, "t": 24, "b": 28, "pad": 4},
            xaxis=axis(palette, grid=True, type="date", side="top"),
            yaxis=axis(
                palette,
                grid=False,
                showline=False,
                tickmode="array",
                tickvals=list(ticks),
                ticktext=[plain(text) for text in ticks.values()],
                range=[levels - 0.5, -1.0],
                side="right" if wording.rtl else "left",
            ),
            shapes=[
                {
                    "type": "line",
                    "x0": today.isoformat(),
                    "x1": today.isoformat(),
                    "yref": "paper",
                    "y0": 0,
                    "y1": 1,
                    "line": {"color": palette.action, "width": 1, "dash": "dash"},
                }
            ],
            annotations=[
                {
                    "x": today.isoformat(),
                    "y": 0,
                    "yref": "paper",
                    "yanchor": "top",
                    "text": plain(wording.t("charts.today")),
                    "showarrow": False,
                    "font": {"color": palette.action, "size": TEXT_SIZE},
                },
                *(_target(p, wording, palette) for p in placed if p.event.kind == "target_date"),
            ],
        ),
    }


def _place(
    events: Sequence[Event], lanes: Mapping[str, str], wording: Wording
) -> tuple[list[_Placed], dict[float, str], int]:
    """Events on levels within their lanes, lane labels by height, and the number of levels."""
    other = wording.t("charts.other_lane")
    dated = sorted(
        (
            (span(event.date)[0], span(event.end or event.date)[1], event)
            for event in events
            if event.date
        ),
        key=lambda item: (item[0], item[2].code),
    )
    whole = (dated[-1][0] - dated[0][0]) if dated else timedelta()
    room = max(whole / 60, timedelta(days=10))
    placed: list[_Placed] = []
    ticks: dict[float, str] = {}
    base = 0
    for lane in dict.fromkeys([*lanes.values(), other]):
        free: list[date] = []
        for start, end, event in dated:
            if lanes.get(event.area, other) != lane:
                continue
            level = next((n for n, until in enumerate(free) if until + room < start), len(free))
            free[level : level + 1] = [end]
            placed.append(_Placed(event, start, end, base + level))
        if free:
            ticks[base + (len(free) - 1) / 2] = lane
            base += len(free) + 1
    return placed, ticks, max(base - 1, 0)


def _hover(placed: _Placed, wording: Wording, names: Mapping[str, str]) -> str:
    event = placed.event
    when = date_text(event.date, wording)
    if event.end:
        when = f"{when} – {date_text(event.end, wording)}"
    where = wording.t("sentence.comma").join(
        part for part in (event.place, names.get(event.area, event.area)) if part
    )
    state = wording.t(f"charts.event_state.{event.state}")
    return lines(wording.of(event, "title"), when, where, state)


def _target(placed: _Placed, wording: Wording, palette: Palette) -> dict[str, Any]:
    """The label over a target date."""
    kind = wording.t("event_kind.target_date")
    year = isolate(placed.event.date[:4], wording)
    return {
        "x": placed.end.isoformat(),
        "y": placed.y,
        "xanchor": "right",
        "yshift": 14,
        "text": plain(f"{kind} {year}"),
        "showarrow": False,
        "font": {"color": kind_colour("target_date", palette), "size": TEXT_SIZE},
    }


def _dots(
    days: Sequence[_Placed], wording: Wording, names: Mapping[str, str], palette: Palette
) -> dict[str, Any]:
    """The days of one kind."""
    colour = kind_colour(days[0].event.kind, palette)
    marker = KIND_SIGNS.get(days[0].event.kind, OTHER_SIGN).marker
    hollow = [p.event.state in HOLLOW_STATES for p in days]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [p.start.isoformat() for p in days],
        "y": [p.y for p in days],
        "customdata": [p.event.code for p in days],
        "marker": {
            "size": 12,
            "color": colour,
            "symbol": [f"{marker}-open" if empty else marker for empty in hollow],
            "line": {"color": colour, "width": [2 if empty else 0 for empty in hollow]},
        },
        "hoverinfo": "text",
        "hovertext": [_hover(p, wording, names) for p in days],
    }


def _bar(
    placed: _Placed, wording: Wording, names: Mapping[str, str], palette: Palette
) -> dict[str, Any]:
    colour = kind_colour(placed.event.kind, palette)
    hollow = placed.event.state in HOLLOW_STATES
    text = _hover(placed, wording, names)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [placed.start.isoformat(), placed.end.isoformat()],
        "y": [placed.y, placed.y],
        "customdata": [placed.event.code] * 2,
        "line": {
            "color": colour,
            "width": 2 if hollow else 8,
            "dash": "dash" if hollow else "solid",
        },
        "marker": {"size": 8, "color": colour, "symbol": "line-ns-open" if hollow else "square"},
        "hoverinfo": "text",
        "hovertext": [text, text],
    }

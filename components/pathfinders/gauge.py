"""Gauges of a roadmap by the rule of origin: rings of its items and of its targets.

Only what a roadmap, or a report on it, sets out is counted. Measures that other pages name are said
beside the gauges, never in them. Below five entries words stand instead of a ring.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components.charts.ring import ring_data_uri, ring_svg, ring_text
from components.numbers import percent, span_text
from components.pathfinders.actions import StatusCount, status_counts
from components.pathfinders.money import amount
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import (
    FEWEST_FOR_A_RING,
    STATUSES,
    completion,
    current,
    elsewhere,
    on_roadmap,
    pace,
    spoken_of,
)
from data.records import Action, Roadmap

RING_PIXELS: Final = 144
SPOKEN: Final = ("reported", "reviewed")
"""Bodies that have a ring of their own once they spoke; without them our own reading has one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One ring: whose word it is, its image, what it says, and its counts by status."""

    body: str
    image: str
    alt: str
    counts: tuple[StatusCount, ...]


@dataclass(frozen=True, slots=True)
class Gauge:
    """One gauge in words, with a ring a body that spoke, or none. `rows` is where it opens to."""

    title: str
    line: str
    voices: tuple[Voice, ...] = ()
    remarks: tuple[str, ...] = ()
    rows: str = ""
    bars: tuple[MoneyBar, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyBar:
    """Disbursed of allocated in one currency; `share` is None where no item states both."""

    lines: tuple[str, ...]
    share: float | None
    alt: str


def roadmap_line(actions: Sequence[Action], wording: Wording) -> str:
    """How far the roadmap's items are, in one line; measures of other pages are counted apart."""
    items, others = on_roadmap(actions), elsewhere(actions)
    measures = measures_line(others, wording)
    if items:
        found = completion(items[0].area, items)
        key = "unknown" if found.no_evidence == found.listed else "answer"
        text = wording.t(f"gauge.{key}", completed=found.completed, listed=found.listed)
    else:
        text = wording.t("gauge.no_items")
    return wording.t("sentence.joined", clause=text, remark=measures) if others else text


def measures_line(others: Sequence[Action], wording: Wording) -> str:
    """`2 measures on other pages`."""
    return wording.plural("gauge.measures", len(others), count=len(others))


def weights_of(items: Sequence[Action]) -> dict[str, float] | None:
    """The weight of each item by its code; None unless every item has one."""
    found = {each.code: amount(each.weight) for each in items}
    if not found or any(weight is None or weight <= 0 for weight in found.values()):
        return None
    return {code: float(weight) for code, weight in found.items() if weight is not None}


def items_gauge(
    actions: Sequence[Action],
    roadmaps: Sequence[Roadmap],
    wording: Wording,
    palette: Palette,
    today: date,
) -> Gauge:
    """The items of the roadmap: a ring a body, the pace that today's date asks, the weights."""
    items = on_roadmap(actions)
    share = pace(roadmaps, today)
    remarks = [_pace_words(share, current(roadmaps, today), wording), _weight_words(items, wording)]
    return _counted("items", items, wording, palette, share, remarks)


def targets_gauge(actions: Sequence[Action], wording: Wording, palette: Palette) -> Gauge:
    """The targets of the roadmap, apart from its items."""
    return _counted("targets", on_roadmap(actions, "target"), wording, palette, None, ())


def _counted(
    kind: str,
    items: Sequence[Action],
    wording: Wording,
    palette: Palette,
    share: float | None,
    remarks: Sequence[str],
) -> Gauge:
    title = wording.t(f"gauge.{kind}")
    if not items:
        return Gauge(title, wording.t(f"gauge.no_{kind}_long"))
    rows = f"#roadmap-{kind}"
    if len(items) < FEWEST_FOR_A_RING:
        return Gauge(title, _few(items, wording), rows=rows)
    voices = tuple(_voice(body, items, wording, palette, share) for body in _bodies(items))
    return Gauge(title, "", voices, tuple(filter(None, remarks)), rows)


def _few(items: Sequence[Action], wording: Wording) -> str:
    """A few entries in words."""
    told = by_words(items, wording)
    return wording.t("gauge.few", listed=len(items), parts=told, fewest=FEWEST_FOR_A_RING)


def by_words(items: Sequence[Action], wording: Wording) -> str:
    """How many entries have each status that occurs."""
    found = completion(items[0].area, items)
    parts = [
        wording.t(
            "completion.part",
            status=wording.t(f"completion.{status}"),
            count=getattr(found, status),
        )
        for status in STATUSES
        if getattr(found, status)
    ]
    return wording.t("sentence.comma").join(parts)


def _bodies(items: Sequence[Action]) -> tuple[str, ...]:
    return tuple(body for body in SPOKEN if spoken_of(items, body)) or ("curated",)


def _voice(
    body: str, items: Sequence[Action], wording: Wording, palette: Palette, share: float | None
) -> Voice:
    found = completion(items[0].area, items, body)
    image = ring_svg(
        found,
        palette,
        wording,
        size=RING_PIXELS,
        weights=_by_status(items, body),
        pace=share,
    )
    return Voice(
        wording.t(f"status_says.{body}"),
        ring_data_uri(image),
        ring_text(found, wording),
        status_counts(found, wording, palette),
    )


def _by_status(items: Sequence[Action], body: str) -> Mapping[str, float] | None:
    weights = weights_of(items)
    if weights is None:
        return None
    summed = dict.fromkeys(STATUSES, 0.0)
    for each in items:
        said = each.said(body)
        summed[said.status if said else "no_evidence"] += weights[each.code]
    return summed


def _pace_words(share: float | None, plan: Roadmap | None, wording: Wording) -> str:
    """What the mark on the ring stands for: a part of the plan's time, not of its work."""
    if share is None or plan is None:
        return wording.t("gauge.no_pace")
    period = span_text(plan.start, plan.end, wording)
    if share >= 1:
        return wording.t("gauge.pace_over", period=period)
    return wording.t("gauge.pace", share=percent(100 * share, wording, 0), period=period)


def _weight_words(items: Sequence[Action], wording: Wording) -> str:
    if weights_of(items) is not None:
        return wording.t("gauge.weighted")
    weighed = sum(amount(each.weight) is not None for each in items)
    if not weighed:
        return ""
    return wording.t("gauge.not_weighted", weighed=weighed, listed=len(items))

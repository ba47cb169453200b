"""Every gauge of a country's way: rings, money in each currency, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components.markup import render
from components.numbers import isolate, number
from components.pathfinders.gauge import (
    RING_PIXELS,
    Gauge,
    MoneyBar,
    by_words,
    items_gauge,
    targets_gauge,
)
from components.pathfinders.money import Money, amount_stated, money
from components.theme import Palette
from components.wording import Wording
from data.methods.completion import elsewhere, on_roadmap
from data.records import Action, Roadmap


def money_gauge(actions: Sequence[Action], resources: int, wording: Wording) -> Gauge:
    """Disbursed of allocated, currency by currency; `resources` are those that pages state."""
    items = [*on_roadmap(actions), *on_roadmap(actions, "next_step")]
    found = money(items)
    remarks = (wording.t("gauge.resources", count=resources),) if resources else ()
    if not found:
        line = wording.t("gauge.no_money" if items else "gauge.no_money_long")
        return Gauge(wording.t("gauge.money"), line, remarks=remarks)
    silent = sum(not amount_stated(each) for each in items)
    line = wording.t("gauge.silent", count=silent, listed=len(items)) if silent else ""
    bars = tuple(_bar(one, wording) for one in found)
    return Gauge(wording.t("gauge.money"), line, (), remarks, "#roadmap-money", bars)


def _bar(one: Money, wording: Wording) -> MoneyBar:
    currency = isolate(one.currency, wording) if one.currency else wording.t("gauge.no_currency")

    def stated(key: str, value: object, count: int) -> str:
        if value is None:
            return wording.t(f"gauge.{key}_unstated", currency=currency)
        shown = number(float(str(value)), wording)
        return wording.t(f"gauge.{key}", amount=shown, currency=currency, count=count)

    lines = [
        stated("allocated", one.allocated, one.allocating),
        stated("disbursed", one.disbursed, one.disbursing),
    ]
    if one.both:
        key = "gap" if one.gap >= 0 else "beyond"
        lines.append(stated(key, abs(one.gap), one.both))
    alt = wording.t("sentence.separator").join(lines)
    return MoneyBar(tuple(lines), one.share, alt)


def roadmap_gauges(
    actions: Sequence[Action],
    roadmaps: Sequence[Roadmap],
    resources: int,
    wording: Wording,
    palette: Palette,
    today: date,
) -> tuple[Gauge, ...]:
    """Every gauge of a country's way, the measures of other pages last; none says nothing twice."""
    beside = _beside(actions, wording)
    if not on_roadmap(actions) and not on_roadmap(actions, "target"):
        remarks = (wording.t("gauge.resources", count=resources),) if resources else ()
        title, line = wording.t("gauge.items"), wording.t("gauge.no_items_long")
        return (Gauge(title, line, remarks=remarks), *beside)
    return (
        items_gauge(actions, roadmaps, wording, palette, today),
        targets_gauge(actions, wording, palette),
        money_gauge(actions, resources, wording),
        *beside,
    )


def _beside(actions: Sequence[Action], wording: Wording) -> tuple[Gauge, ...]:
    """The measures of other pages under their own head: a number, never a ring."""
    others = elsewhere(actions)
    if not others:
        return ()
    found = by_words(others, wording)
    line = wording.t("gauge.beside", count=len(others), parts=found)
    return (Gauge(wording.t("gauge.elsewhere"), line, rows="#roadmap-elsewhere"),)


def gauges_html(gauges: Sequence[Gauge], wording: Wording) -> str:
    """The gauges below each other as safe HTML, each with a link to the rows it counts."""
    return render("gauges.html", gauges=gauges, pixels=RING_PIXELS, t=wording.t)

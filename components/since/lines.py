"""Items as lines of tables: when, where, what, what of it, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from components.numbers import date_text, isolate, span_text
from components.pathfinders.plan_names import plan_name
from components.wording import Wording
from data.methods.since.records import Item
from data.records import Area, Mechanism

WORLD: Final = "WLD"
TAKEN: Final = frozenset({"held", "period"})


@dataclass(frozen=True, slots=True)
class Line:
    """One item in words. `hollow` marks what did not (yet) take place; `places` are names with the
    codes of their pages."""

    when: str
    hollow: bool
    places: tuple[tuple[str, str], ...]
    pathfinder: bool
    what: str
    details: tuple[str, ...]
    late: bool
    who: str
    source: str
    page: str


def _ratification(item: Item, wording: Wording) -> tuple[str, list[str]]:
    one = item.record
    name = wording.t(f"instrument.{one.instrument}.short")
    said = wording.t(f"since.kind.{item.kind}")
    # A plain ratification is said already.
    how = "" if one.action in {"", "ratification", "signature", "denunciation"} else one.action
    return name, [said, wording.t(f"ratification_action.{how}")] if how else [said]


def _step(item: Item, wording: Wording) -> tuple[str, list[str]]:
    return wording.t(f"stage.{item.kind}"), [wording.of(item.record, "text")]


def _status(item: Item, wording: Wording) -> tuple[str, list[str]]:
    now = wording.t(f"action_status.{item.after}")
    if not item.before:
        return wording.of(item.record, "text"), [wording.t("since.first_status", status=now)]
    was = wording.t(f"action_status.{item.before}")
    return wording.of(item.record, "text"), [wording.t("since.status_moved", old=was, new=now)]


def _due(item: Item, wording: Wording) -> tuple[str, list[str]]:
    said = [wording.t(f"action_kind.{item.record.kind}")]
    said.append(wording.t("since.status_now", status=wording.t(f"action_status.{item.after}")))
    if item.still_open:
        said.append(wording.t("since.overdue"))
    return wording.of(item.record, "text"), said


def _report(item: Item, wording: Wording) -> tuple[str, list[str]]:
    one = item.record
    said = [wording.of(one, "title"), wording.t(f"since.kind.{item.kind}")]
    return wording.t(f"report_kind.{one.kind}"), [text for text in said if text]


def _value(item: Item, wording: Wording) -> tuple[str, list[str]]:
    one = item.record
    key, worded = f"framework.{one.indicator}.name", f"figure.{one.value}"
    name = wording.t(key) if key in wording.texts else one.indicator
    if one.year:
        name = wording.t("record.of_year", name=name, year=one.year)
    value = wording.t(worded) if worded in wording.texts else isolate(one.value, wording)
    return name, [value]


def _plan(item: Item, wording: Wording) -> tuple[str, list[str]]:
    plan = item.record
    if isinstance(plan, Mechanism):
        return plan_name(plan, wording), [wording.t(f"since.kind.{item.kind}")]
    return wording.of(plan, "title"), [wording.t(f"since.kind.{item.kind}")]


def _event(item: Item, wording: Wording) -> tuple[str, list[str]]:
    place = [item.record.place] if item.record.place else []
    return wording.of(item.record, "title"), [wording.t(f"event_kind.{item.kind}"), *place]


_SAID: Final[Mapping[str, Callable[[Item, Wording], tuple[str, list[str]]]]] = {
    "ratifications": _ratification,
    "steps": _step,
    "moved": _status,
    "due": _due,
    "reports": _report,
    "values": _value,
    "plans": _plan,
    "alliance": _event,
    "countries": _event,
}


def codes_of(item: Item) -> tuple[str, ...]:
    """Codes of the countries of an item; the world is none."""
    return tuple(code for code in item.area.split(";") if code not in {"", WORLD})


def line_of(item: Item, areas: Mapping[str, Area], wording: Wording) -> Line:
    """An item in words; areas named in the same language."""
    what, details = _SAID[item.section](item, wording)
    hollow = item.state not in TAKEN
    if hollow:
        details = [wording.t(f"event_state.{item.state}"), *details]
    codes = codes_of(item)
    return Line(
        span_text(item.date, item.end, wording) if item.end else date_text(item.date, wording),
        hollow,
        tuple((areas[code].name if code in areas else code, code) for code in codes),
        item.pathfinder,
        what,
        tuple(details),
        item.still_open,
        wording.t(f"status_says.{item.who}") if item.who else "",
        item.source,
        item.page,
    )

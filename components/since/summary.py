"""The summary of a span: what a member of the coordinating group wants to know in ten seconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from components import numbers
from components.numbers import date_text
from components.since.lines import codes_of
from components.wording import Wording
from data.methods.since.records import Item, Since
from data.records import Area

MOST_NAMED: Final = 8
"""How many countries a sentence names."""

PROTOCOL: Final = "P029"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the summary, what it counts, what else to know of it, its section."""

    number: str
    label: str
    more: str
    section: str


def summary_numbers(found: Since, wording: Wording) -> tuple[Number, ...]:
    """The numbers by section, in the order in which the sections stand."""
    said = found.counts()

    def made(key: str, section: str, more: str = "") -> Number:
        label = wording.t(f"since.number.{key}")
        return Number(numbers.number(said[key], wording), label, more, section)

    def also(key: str) -> str:
        if not said[key]:
            return ""
        return wording.t(f"since.also.{key}", count=numbers.number(said[key], wording))

    return (
        made("ratifications", "ratifications", also("ratifications_p029")),
        made("workshops", "steps", also("workshops_not_held")),
        made("steps", "steps"),
        made("moved", "moved", also("completed")),
        made("due", "due", also("overdue")),
        made("reports", "reports"),
        made("plans_began", "plans"),
        made("plans_ended", "plans"),
    )


def _named(items: Iterable[Item], areas: Mapping[str, Area], wording: Wording) -> str:
    """Names of countries in the order of the alphabet, the first of many, the rest as a count."""
    codes = {code for item in items for code in codes_of(item)}
    known = sorted((areas[code] for code in codes if code in areas), key=lambda a: a.by_name)
    names = [area.name for area in known]
    said = wording.t("sentence.comma").join(names[:MOST_NAMED])
    left = len(names) - MOST_NAMED
    return wording.t("since.and_more", names=said, count=left) if left > 0 else said


def _ratified(found: Since, areas: Mapping[str, Area], wording: Wording) -> str:
    ratified = found.taken("ratifications", "ratified")
    if not ratified:
        return wording.t("since.no_ratification")
    protocol = [one for one in ratified if one.record.instrument == PROTOCOL]
    ours = [one for one in ratified if one.pathfinder]
    parts = []
    if protocol:
        parts.append(wording.t("since.protocol_by", names=_named(protocol, areas, wording)))
    if ours:
        parts.append(wording.t("since.by_pathfinders", names=_named(ours, areas, wording)))
    else:
        parts.append(wording.t("since.by_no_pathfinder"))
    return wording.t("sentence.separator").join(parts)


def _workshops(found: Since, areas: Mapping[str, Area], wording: Wording) -> list[str]:
    """A sentence for each state, every workshop with its day."""
    items = [one for one in found.sections["steps"].items if one.kind == "workshop"]
    said = []
    for state, of_state in groupby(sorted(items, key=_state), key=_state):
        named = [
            wording.t(
                "since.with_day",
                country=_named([one], areas, wording),
                day=date_text(one.end or one.date, wording),
            )
            for one in of_state
        ]
        names = wording.t("sentence.comma").join(named)
        said.append(wording.t(f"since.workshops_{state}", names=names))
    return said or [wording.t("since.no_workshop")]


def _state(item: Item) -> str:
    return "held" if item.state == "period" else item.state


def _due(found: Since, areas: Mapping[str, Area], wording: Wording) -> list[str]:
    late = [one for one in found.sections["due"].items if one.still_open]
    if not late:
        return []
    names = _named(late, areas, wording)
    text = numbers.number(len(late), wording)
    return [wording.t("since.late", count=text, names=names)]


def summary_lines(found: Since, areas: Mapping[str, Area], wording: Wording) -> tuple[str, ...]:
    """Short sentences: ratifications, workshops, what is late, how figures changed, what may fall
    into the span too. Areas are named in the language of `wording`."""
    said = [_ratified(found, areas, wording), *_workshops(found, areas, wording)]
    said += _due(found, areas, wording)
    said.append(figures_line(found, wording))
    may = found.counts()["may"]
    if may:
        text = numbers.number(may, wording)
        said.append(wording.t("since.may_lead", count=text))
    return tuple(said)


def figures_line(found: Since, wording: Wording) -> str:
    """How figures changed, as far as the history of the store reaches."""
    news = found.figures
    counts = {
        kind: numbers.number(news.total(kind), wording) for kind in ("new", "revised", "withdrawn")
    }
    day = date_text(news.begins[:10], wording)
    if news.covered == "none":
        return wording.t("since.figures_none", day=day) if day else wording.t("since.figures_never")
    return wording.t(f"since.figures_{news.covered}", day=day, **counts)

"""The Global Coordinating Group: its seats drawn, its rules, and who has been in the chair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from components.alliance.cited import Cited, cited, sources_of
from components.markup import render
from components.numbers import date_text
from components.wording import Wording
from data.records import Alliance, Area, Seat, SeatHolder

BY_TERMS: Final = "terms_of_reference"
SINCE_2022: Final = "governance_2022"
CHAIRS: Final = ("chair", "deputy_chair", "vice_chair")


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A group's seats in words."""

    group: str
    seats: int
    how: str


@dataclass(frozen=True, slots=True)
class HolderLine:
    """One holder of a seat in words; `when` is what is known of its time."""

    name: str
    group: str
    when: str
    text: str
    source: Cited


def seats_of(known: Alliance, composition: str) -> list[Seat]:
    """The seats of one composition, in its order."""
    return [one for one in known.seats if one.composition == composition]


def seat_total(known: Alliance, composition: str = BY_TERMS) -> int:
    """How many seats a composition has in all."""
    return sum(one.seats for one in seats_of(known, composition))


def council_html(known: Alliance, areas: Mapping[str, Area], wording: Wording) -> str:
    """Seats, rules, chairs in time; later changes and other holders folded."""
    rules = [one for one in known.facts if one.topic == "rule"]
    holders = [_holder(one, areas, wording) for one in known.holders]
    chairs = [line for one, line in zip(known.holders, holders, strict=True) if _chairs(one)]
    others = [line for one, line in zip(known.holders, holders, strict=True) if not _chairs(one)]
    return render(
        "alliance_council.html",
        t=wording.t,
        total=seat_total(known),
        seats=_lines(known, BY_TERMS, wording),
        later=_lines(known, SINCE_2022, wording),
        rules=[(wording.of(one, "text"), cited(one, wording)) for one in rules],
        chairs=chairs,
        others=others,
        sources=sources_of(seats_of(known, BY_TERMS), wording),
        later_sources=sources_of(seats_of(known, SINCE_2022), wording),
    )


def _chairs(one: SeatHolder) -> bool:
    return one.group in CHAIRS


def _lines(known: Alliance, composition: str, wording: Wording) -> list[SeatLine]:
    return [
        SeatLine(wording.t(f"seat_group.{one.group}"), one.seats, wording.of(one, "text"))
        for one in seats_of(known, composition)
    ]


def _holder(one: SeatHolder, areas: Mapping[str, Area], wording: Wording) -> HolderLine:
    name = areas[one.area].name if one.area in areas else wording.of(one, "name")
    group = wording.t(f"seat_group.{one.group}")
    return HolderLine(name, group, when(one, wording), wording.of(one, "text"), cited(one, wording))


def when(one: SeatHolder, wording: Wording) -> str:
    """From when to when, as stated; else the days on which a page shows the holder."""
    seen = wording.t("sentence.comma").join(date_text(day, wording) for day in _days(one))
    start, end = date_text(one.start, wording), date_text(one.end, wording)
    if start:
        return wording.t(
            "alliance.term.from_to" if end else "alliance.term.from", start=start, end=end
        )
    if end:
        key = "alliance.term.seen_to" if seen else "alliance.term.to"
        return wording.t(key, seen=seen, end=end)
    return wording.t("alliance.term.seen", seen=seen) if seen else wording.t("alliance.term.none")


def _days(one: SeatHolder) -> list[str]:
    return [day for day in one.seen.split(";") if day]

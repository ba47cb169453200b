"""Which countries the page shows, in which groups and order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from components.pathfinders.stages import reached
from components.pathfinders.standing import Standing
from data.methods.dates import last_day

SHOWS: Final = ("all", "overdue", "ended", "awaited")
GROUPS: Final = ("region", "none")
SORTS: Final = ("name", "next", "overdue", "report", "checked")
"""The first of each is what an address without the parameter means."""

_SHOWN: Final[Mapping[str, Callable[[Standing], bool]]] = {
    "all": lambda one: bool(one.area.pathfinder),
    "overdue": lambda one: bool(one.late),
    "ended": lambda one: one.ended_plans > 0,
    "awaited": lambda one: one.awaited,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address asks for; empty region and stage are all of them."""

    region: str = ""
    stage: str = ""
    show: str = SHOWS[0]
    group: str = GROUPS[0]
    sort: str = SORTS[0]


def _day(published: str) -> date:
    return last_day(published) if published else date.max


_KEYS: Final[Mapping[str, Callable[[Standing], Any]]] = {
    "name": lambda one: one.area.by_name,
    "next": lambda one: _day(one.next_date),
    "overdue": lambda one: _day(one.late_since),
    "report": lambda one: -last_day(one.sign.date).toordinal() if one.sign else 0,
    "checked": lambda one: one.checked,
}
"""The soonest date, the date past the longest, the latest sign, the longest unchecked first."""


def chosen(standings: Iterable[Standing], choice: Choice) -> list[Standing]:
    """The countries that the choice asks for in its order, those that are alike by name."""
    kept = [
        one
        for one in standings
        if choice.region in {"", one.area.region}
        and (not choice.stage or choice.stage in reached(one.stages))
        and _SHOWN[choice.show](one)
    ]
    key = _KEYS[choice.sort]
    return sorted(kept, key=lambda one: (key(one), one.area.by_name))


def counted(standings: Sequence[Standing], show: str) -> int:
    """How many of the countries a choice of `show` would leave."""
    return sum(1 for one in standings if _SHOWN[show](one))

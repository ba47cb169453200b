"""Which events are shown: region, country, kinds and years, as codes from an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from components.explore.filters import Refused
from data.records import Area, Event

KINDS: Final = (
    "strategic_workshop",
    "workshop",
    "gcg_meeting",
    "high_level_event",
    "conference",
    "target_date",
    "stage",
    "ratification",
    "milestone",
    "launch",
    "report",
    "governance",
    "action_group",
    "international_year",
)
DEFAULT_KINDS: Final = KINDS[:6]
"""What the page shows until the reader chooses: few enough to be read at once."""

FIRST_YEAR: Final = 2014
LAST_YEAR: Final = 2030
DEFAULT_FIRST: Final = 2015
WORLD: Final = "WLD"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of events. Empty `region` or `area` means all; years include both ends."""

    region: str = ""
    area: str = ""
    kinds: tuple[str, ...] = DEFAULT_KINDS
    first: int = DEFAULT_FIRST
    last: int = LAST_YEAR

    def params(self) -> dict[str, str]:
        """The choice as parameters of an address, written out in full."""
        stated = {"region": self.region, "area": self.area, "kind": ",".join(self.kinds)}
        years = {"from": str(self.first), "to": str(self.last)}
        return {name: value for name, value in (stated | years).items() if value}


PAGE_DEFAULT: Final = Choice()
EVERYTHING: Final = Choice(kinds=KINDS, first=0, last=9999)
"""What a program gets that asks for nothing in particular."""

PARAMETERS: Final = ("region", "area", "kind", "from", "to")


@dataclass(frozen=True)
class Events:
    """Every event, ratifications by pathfinders among them, and the places they name."""

    events: tuple[Event, ...]
    regions: tuple[str, ...]
    areas: tuple[str, ...]


def events_with_places(events: tuple[Event, ...], areas: Mapping[str, Area]) -> Events:
    """The events, and of the areas they name those that are described, with their regions."""
    codes = tuple(code for code in places(events) if code in areas)
    return Events(events, tuple(sorted({areas[code].region for code in codes} - {""})), codes)


def areas_of(event: Event) -> tuple[str, ...]:
    """Codes of the areas of an event; one may concern several."""
    return tuple(code for code in event.area.split(";") if code)


def places(events: Sequence[Event]) -> tuple[str, ...]:
    """Codes of all areas with an event, the world left out."""
    return tuple(sorted({code for event in events for code in areas_of(event)} - {WORLD}))


def _one(params: Mapping[str, str], name: str, allowed: Sequence[str]) -> str | Refused:
    asked = params.get(name, "")
    return asked if not asked or asked in allowed else Refused(name, asked, tuple(allowed))


def _year(params: Mapping[str, str], name: str, default: int) -> int | Refused:
    asked = params.get(name, "")
    if not asked:
        return default
    if asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked) <= LAST_YEAR:
        return int(asked)
    return Refused(name, asked, (f"{FIRST_YEAR}-{LAST_YEAR}",))


def _kinds(params: Mapping[str, str], default: tuple[str, ...]) -> tuple[str, ...] | Refused:
    asked = [kind for kind in params.get("kind", "").split(",") if kind]
    unknown = [kind for kind in asked if kind not in KINDS]
    if unknown:
        return Refused("kind", ",".join(unknown), KINDS)
    return tuple(kind for kind in KINDS if kind in asked) or default


def read_choice(
    params: Mapping[str, str],
    *,
    regions: Sequence[str],
    areas: Sequence[str],
    default: Choice = PAGE_DEFAULT,
) -> tuple[Choice, tuple[Refused, ...]]:
    """The choice that an address states, with defaults in place of what is refused."""
    read: dict[str, Any] = {
        "region": _one(params, "region", regions),
        "area": _one(params, "area", areas),
        "kinds": _kinds(params, default.kinds),
        "first": _year(params, "from", default.first),
        "last": _year(params, "to", default.last),
    }
    refused = tuple(value for value in read.values() if isinstance(value, Refused))
    good = {name: value for name, value in read.items() if not isinstance(value, Refused)}
    chosen = replace(default, **good)
    if chosen.first > chosen.last:
        span = Refused("from", str(chosen.first), (f"{FIRST_YEAR}-{chosen.last}",))
        whole = replace(chosen, first=default.first, last=default.last)
        return whole, (*refused, span)
    return chosen, refused


def chosen_events(
    events: Sequence[Event], choice: Choice, areas: Mapping[str, Area]
) -> tuple[Event, ...]:
    """The events of the choice by date, undated ones last.

    A region or country keeps the target dates of the world, so that they stay in sight.
    """
    kept = [event for event in events if _fits(event, choice, areas)]
    return tuple(sorted(kept, key=lambda event: (not event.date, event.date, event.code)))


def _fits(event: Event, choice: Choice, areas: Mapping[str, Area]) -> bool:
    if event.kind not in choice.kinds:
        return False
    if event.date:
        begins, ends = int(event.date[:4]), int((event.end or event.date)[:4])
        if ends < choice.first or begins > choice.last:
            return False
    if event.kind == "target_date":
        return True
    codes = areas_of(event)
    if choice.area and choice.area not in codes:
        return False
    return not choice.region or any(
        code == choice.region or (code in areas and areas[code].region == choice.region)
        for code in codes
    )


def csv_address(choice: Choice, as_of: str = "") -> str:
    """Address of the CSV that holds exactly the chosen events, as of a date where one is asked."""
    asked = choice.params() | ({"as_of": as_of} if as_of else {})
    return f"api/v1/events.csv?{urlencode(asked, safe=',')}"

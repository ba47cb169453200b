"""Which events are shown: region, countries, kinds and years, as codes from an address."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from components.explore.region_names import regions_with
from components.listed_codes import Refused, read_codes
from data.methods.country_sets import countries_of
from data.records import Area, Event

Members = Mapping[str, Sequence[str]]
"""The countries of each region and set of countries, by its code."""

KINDS: Final = (
    "strategic_workshop",
    "further_workshop",
    "workshop",
    "training",
    "status",
    "plan",
    "gcg_meeting",
    "conference",
    "high_level_event",
    "launch",
    "report",
    "governance",
    "target_date",
    "international_year",
    "action_group",
    "stage",
    "ratification",
    "milestone",
)
DEFAULT_KINDS: Final = KINDS[:14]
"""What the page shows until the reader chooses: few enough to be read at once."""

FIRST_YEAR: Final = 2014
LAST_YEAR: Final = 2030
DEFAULT_FIRST: Final = 2015
WORLD: Final = "WLD"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of events. `regions`, sets of countries among them, and `areas` add up; without
    either all places are meant. Years include both ends."""

    regions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    kinds: tuple[str, ...] = DEFAULT_KINDS
    first: int = DEFAULT_FIRST
    last: int = LAST_YEAR

    def params(self) -> dict[str, str]:
        """The choice as parameters of an address, written out in full."""
        places = {"region": ",".join(self.regions), "area": ",".join(self.areas)}
        stated = places | {"kind": ",".join(self.kinds)}
        years = {"from": str(self.first), "to": str(self.last)}
        return {name: value for name, value in (stated | years).items() if value}


PAGE_DEFAULT: Final = Choice()
EVERYTHING: Final = Choice(kinds=KINDS, first=0, last=9999)
"""What a program gets that asks for nothing in particular."""

PARAMETERS: Final = ("region", "area", "kind", "from", "to")
LISTS: Final = ("region", "area", "kind")


@dataclass(frozen=True)
class Events:
    """Every event, ratifications by pathfinders among them, and the places they name: `regions`
    and sets of countries that hold one of its areas."""

    events: tuple[Event, ...]
    regions: tuple[str, ...]
    areas: tuple[str, ...]


def events_with_places(
    events: tuple[Event, ...], areas: Mapping[str, Area], members: Members
) -> Events:
    """The events, and of the areas they name those that are described, with their regions."""
    codes = tuple(code for code in places(events) if code in areas)
    return Events(events, regions_with(codes, areas, members), codes)


def areas_of(event: Event) -> tuple[str, ...]:
    """Codes of the areas of an event; one may concern several."""
    return tuple(code for code in event.area.split(";") if code)


def places(events: Sequence[Event]) -> tuple[str, ...]:
    """Codes of all areas with an event, the world left out."""
    return tuple(sorted({code for event in events for code in areas_of(event)} - {WORLD}))


def _several(
    params: Mapping[str, str], name: str, allowed: Collection[str], default: tuple[str, ...]
) -> tuple[tuple[str, ...], Refused | None]:
    """The known codes of a list with commas, and what is refused of it; the rest is kept."""
    known, unknown = read_codes([params.get(name, "")], allowed)
    return known or default, Refused(name, unknown[0], tuple(allowed)) if unknown else None


def _year(params: Mapping[str, str], name: str, default: int) -> tuple[int, Refused | None]:
    asked = params.get(name, "")
    if not asked:
        return default, None
    if asked.isascii() and asked.isdigit() and len(asked) == len(str(LAST_YEAR)):
        if FIRST_YEAR <= int(asked) <= LAST_YEAR:
            return int(asked), None
    return default, Refused(name, asked, (f"{FIRST_YEAR}-{LAST_YEAR}",))


def read_choice(
    params: Mapping[str, str],
    *,
    regions: Collection[str],
    areas: Collection[str],
    default: Choice = PAGE_DEFAULT,
) -> tuple[Choice, tuple[Refused, ...]]:
    """The choice that an address states, with defaults in place of what is refused.

    `region`, `area` and `kind` are lists with commas: what is known of them is kept.
    """
    groups, no_region = _several(params, "region", regions, default.regions)
    countries, no_area = _several(params, "area", areas, default.areas)
    kinds, no_kind = _several(params, "kind", KINDS, default.kinds)
    first, no_first = _year(params, "from", default.first)
    last, no_last = _year(params, "to", default.last)
    refused = [one for one in (no_region, no_area, no_kind, no_first, no_last) if one]
    if first > last:
        refused.append(Refused("from", str(first), (f"{FIRST_YEAR}-{last}",)))
        first, last = default.first, default.last
    ordered = tuple(kind for kind in KINDS if kind in kinds)
    return Choice(groups, countries, ordered, first, last), tuple(refused)


def places_of(choice: Choice, members: Members) -> frozenset[str] | None:
    """Codes of the places of a choice, regions and their countries; None for all."""
    named = countries_of(choice.areas, choice.regions, members)
    return None if named is None else frozenset((*named, *choice.regions))


def chosen_events(events: Sequence[Event], choice: Choice, members: Members) -> tuple[Event, ...]:
    """The events of the choice by date, undated ones last; those of a region itself are among it.

    A region or country keeps the target dates of the world, so that they stay in sight.
    """
    there = places_of(choice, members)
    kept = [event for event in events if _fits(event, choice, there)]
    return tuple(sorted(kept, key=lambda event: (not event.date, event.date, event.code)))


def _fits(event: Event, choice: Choice, there: frozenset[str] | None) -> bool:
    if event.kind not in choice.kinds:
        return False
    if event.date:
        begins, ends = int(event.date[:4]), int((event.end or event.date)[:4])
        if ends < choice.first or begins > choice.last:
            return False
    if event.kind == "target_date" or there is None:
        return True
    return not there.isdisjoint(areas_of(event))


def events_address(choice: Choice, ending: str, as_of: str = "", language: str = "") -> str:
    """Address of the file (`csv`, `ics`) that holds exactly the chosen events, as of a date where
    one is asked; `language` is for the calendar, the CSV holds all."""
    more = {"as_of": as_of, "lang": language}
    asked = choice.params() | {name: text for name, text in more.items() if text}
    return f"api/v1/events.{ending}?{urlencode(asked, safe=',')}"


def year_choices(this_year: int) -> dict[str, tuple[int, int]]:
    """Spans of years by name, first and last, that are asked for often."""
    last = min(this_year, LAST_YEAR)
    return {
        "all": (FIRST_YEAR, LAST_YEAR),
        "since_2018": (2018, LAST_YEAR),
        "five": (last - 4, last),
        "ahead": (last, LAST_YEAR),
    }

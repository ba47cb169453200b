"""Which two days, and which countries: read from an address, refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlencode

from components.echo import echoed
from components.explore.offered import COUNTRY_KINDS
from components.explore.region_names import regions_with
from components.listed_codes import read_codes
from components.wording import Wording
from data.methods.country_sets import countries_of
from data.methods.dates import span as days_of
from data.methods.since.meetings import Meeting, last_before
from data.methods.since.span import Span
from data.records import Area

FROM, TO = "from", "to"
PARAMETERS: Final = (FROM, TO, "region", "area")
LISTS: Final = ("region", "area")
CSV_ROUTE: Final = "api/v1/since.csv"
WITHOUT_MEETINGS: Final = timedelta(days=365)
"""How far back the page looks where no meeting is known."""

_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a span: a day, and the meeting or the ISO date as asked that it stands for."""

    day: date
    meeting: Meeting | None = None
    asked: str = ""

    @property
    def code(self) -> str:
        """What an address says for it."""
        return self.meeting.code if self.meeting else self.asked or self.day.isoformat()

    @property
    def exact(self) -> bool:
        """Whether the day itself was stated, rather than a month, a year or a period."""
        return self.meeting.exact if self.meeting else self.code.count("-") == 2


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is not taken and why: unknown_end, future, empty, unknown_region, unknown_area or
    unknown_parameter."""

    reason: str
    parameter: str
    value: str


@dataclass(frozen=True)
class Choice:
    """Two ends and the countries: of regions and sets, of some codes, or of both together; empty
    is all."""

    first: End
    last: End
    regions: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The days after the first end and up to the last."""
        return Span(self.first.day, self.last.day)

    def among(self, members: Mapping[str, Sequence[str]]) -> frozenset[str] | None:
        """Codes of the countries asked for; None for all. `members` of each region and set."""
        named = countries_of(self.areas, self.regions, members)
        return None if named is None else frozenset(named)

    def params(self) -> dict[str, str]:
        """The choice as parameters of an address, both ends written out."""
        stated = {FROM: self.first.code, TO: self.last.code, "region": ",".join(self.regions)}
        stated["area"] = ",".join(self.areas)
        return {name: value for name, value in stated.items() if value}

    @property
    def csv(self) -> str:
        """The relative address of the same as CSV."""
        return f"{CSV_ROUTE}?{urlencode(self.params(), safe=',')}"


def _end(asked: str, found: Iterable[Meeting]) -> End | None:
    """What a meeting's code or an ISO year, month or day comes to; None for anything else."""
    for meeting in found:
        if asked.lower() in {meeting.code.lower(), meeting.event.code.lower()}:
            return End(meeting.day, meeting)
    if not _DATE.fullmatch(asked):
        return None
    try:
        return End(days_of(asked)[1], asked=asked)
    except ValueError:
        return None


@dataclass(frozen=True)
class Known:
    """What a choice is read against: meetings by day, areas by code, today, and the countries of
    each region and set."""

    meetings: Sequence[Meeting]
    areas: Mapping[str, Area]
    today: date
    members: Mapping[str, Sequence[str]]

    @property
    def countries(self) -> list[str]:
        """Codes of countries and territories."""
        return [code for code, area in self.areas.items() if area.kind in COUNTRY_KINDS]

    @property
    def regions(self) -> tuple[str, ...]:
        """Codes of the widest regions, and of the sets of countries."""
        return regions_with(self.countries, self.areas, self.members)

    def default(self) -> tuple[End, End]:
        """From the last meeting that a page names to today."""
        meeting = last_before(self.meetings, self.today)
        first = End(meeting.day, meeting) if meeting else End(self.today - WITHOUT_MEETINGS)
        return first, End(self.today)


def read_choice(params: Mapping[str, str], known: Known) -> tuple[Choice, tuple[Refusal, ...]]:
    """The choice that an address states, with the default in place of what is refused."""
    refused: list[Refusal] = []
    ends = _ends(params, known, refused)
    regions, strange = read_codes([params.get("region", "")], known.members)
    if strange:
        refused.append(Refusal("unknown_region", "region", ", ".join(strange)))
    areas, unknown = read_codes([params.get("area", "")], known.countries)
    if unknown:
        refused.append(Refusal("unknown_area", "area", ", ".join(unknown)))
    return Choice(*ends, regions, areas), tuple(refused)


def _ends(params: Mapping[str, str], known: Known, refused: list[Refusal]) -> tuple[End, End]:
    found = dict(zip((FROM, TO), known.default(), strict=True))
    for name in (FROM, TO):
        asked = params.get(name, "").strip()
        if not asked:
            continue
        end = _end(asked, known.meetings)
        if end is None:
            refused.append(Refusal("unknown_end", name, asked))
        elif end.day > known.today:
            refused.append(Refusal("future", name, asked))
        else:
            found[name] = end
    first, last = found[FROM], found[TO]
    if first.day < last.day:
        return first, last
    refused.append(Refusal("empty", FROM, f"{first.code} – {last.code}"))
    return known.default()


def refusal_text(refused: Refusal, wording: Wording) -> str:
    """Why a part of the address is not taken."""
    return wording.t(
        f"since.refused_{refused.reason}",
        name=refused.parameter,
        asked=echoed(refused.value),
    )


def refusal_on_page(refused: Refusal, wording: Wording) -> str:
    """The same, and what is shown in its place."""
    ends = refused.reason in {"unknown_end", "future", "empty"}
    key = "since.instead_end" if ends else "since.instead_nothing"
    return wording.t(key, why=refusal_text(refused, wording))

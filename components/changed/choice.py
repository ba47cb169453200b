"""Which two releases are compared, and for which indicators and areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from components.explore.filters import Filters
from components.explore.places import PLACES
from data.records import Known, Release

CHANGES_ROUTE = "api/v1/changes.csv"
RECORDS_ROUTE = "api/v1/record-changes.csv"
NARROWING = ("theme", "indicator", "area", "region")
"""The filters that the page and the CSV take beside the two releases."""

RECORDS_NARROWING = PLACES
"""Those of them that steps, actions, reports and the like take too."""


def areas_told(areas: tuple[str, ...] | None, known: Iterable[str]) -> tuple[str, ...]:
    """The areas whose records are told: those asked for, else what concerns none and all that are
    known. The made-up country is none of them."""
    return ("", *known) if areas is None else areas


@dataclass(frozen=True)
class Choice:
    """Releases by number, and the filters; of these only NARROWING."""

    first: int
    last: int
    filters: Filters = Filters()

    def indicators(self, known: Known) -> tuple[str, ...] | None:
        """The indicators asked for; None for all."""
        return self.filters.selection(known).indicators

    def areas(self, known: Known) -> tuple[str, ...] | None:
        """The areas asked for; None for all."""
        return self.filters.areas(known)

    def query(self) -> str:
        """The parameters that ask for the same, as the part of an address behind `?`."""
        said = {"from": str(self.first), "to": str(self.last)} | self.filters.params()
        return urlencode(said, safe=",")

    @property
    def csv(self) -> str:
        """The relative address of the same as CSV."""
        return f"{CHANGES_ROUTE}?{self.query()}"

    @property
    def records_csv(self) -> str:
        """The relative address of what differs among steps, actions and reports, as CSV."""
        filters = self.filters.params()
        said = {"from": str(self.first), "to": str(self.last)}
        said |= {name: filters[name] for name in RECORDS_NARROWING if name in filters}
        return f"{RECORDS_ROUTE}?{urlencode(said, safe=',')}"


def default_pair(releases: Sequence[Release], last: int | None = None) -> tuple[int, int]:
    """The newest release, or `last`, against the one before it; `releases` newest first.

    Raises IndexError without any release.
    """
    numbers = [release.id for release in releases]
    to = numbers[0] if last is None else last
    return next((number for number in numbers if number < to), to), to

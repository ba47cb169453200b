"""The rows of each list, whole or in part, as its routes hand them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

from components.lists.narrowing import Narrowed, Row, kept, narrowed, own_codes
from components.lists.resource import OWN, Parameter, Resource
from components.lists.resources import resources
from components.lists.vocabulary import fixed
from components.lists.words import said_of
from components.wording import DEFAULT
from data import list_rows, rejected, store
from data.methods.since.meetings import meetings
from pages.routes.shown import AS_OF, Shown, as_of, as_of_records, open_store

Pairs = list[tuple[str, str]]
REJECTS: Final = "rejects"
READERS: Final[Mapping[str, Callable[[int | None], Iterator[list_rows.Row]]]] = {
    "indicators": list_rows.indicators,
    "areas": list_rows.areas,
    "sources": list_rows.sources,
    "releases": list_rows.releases,
    "instruments": list_rows.instruments,
    "ratifications": list_rows.ratifications,
    "legal-facts": list_rows.legal_facts,
    "goods": list_rows.goods,
    "suggested-actions": list_rows.suggested_actions,
    "roadmaps": list_rows.roadmaps,
    "coverage": list_rows.coverage_of_indicators,
    "gaps": list_rows.gaps,
}
"""What gives the rows of each list that is read whole, as of a release."""

HELD_BACK: Final = frozenset({"legal-facts"})
"""Lists whose rows are statements of a source, which its terms may let nobody pass on."""


class Rows(Protocol):
    """The rows that are asked for."""

    def __len__(self) -> int: ...

    def part(self, first: int, most: int | None) -> Iterable[Row]:
        """At most so many rows from behind the first; None: all that follow."""


@dataclass(frozen=True)
class Kept:
    """Rows in memory."""

    rows: Sequence[Row]

    def __len__(self) -> int:
        return len(self.rows)

    def part(self, first: int, most: int | None) -> Iterable[Row]:
        """A part of them."""
        return islice(self.rows, first, None if most is None else first + most)


@dataclass(frozen=True)
class Rejects:
    """Rows that curations set aside, read from the store as they are asked for."""

    asked: Narrowed

    def __len__(self) -> int:
        return rejected.count_rejects(tuple(self.asked.chosen.items()))

    def part(self, first: int, most: int | None) -> Iterable[Row]:
        """A part of them."""
        return rejected.rejects(self.asked.chosen, first=first, most=most)


@dataclass(frozen=True)
class Listed:
    """One list as it was asked for: of which state of the store, its rows, what is held back."""

    shown: Shown
    asked: Narrowed
    rows: Rows
    withheld: Mapping[str, int]


@store.cached(32)
def _whole(name: str, release: int | None) -> tuple[Row, ...]:
    """Every row of a list in the order of its columns."""
    resource = resources()[name]
    return tuple(
        tuple(cells[column] for column in resource.names)
        for row in READERS[name](release)
        for cells in [{**row, **said_of(resource, row)}]
    )


def codes_of(resource: Resource, shown: Shown) -> Callable[[Parameter], Sequence[str]]:
    """The codes that a parameter of a list takes."""

    def allowed(parameter: Parameter) -> Sequence[str]:
        if parameter.among != OWN:
            return store_vocabularies(shown)[parameter.among]
        if resource.name == REJECTS:
            return rejected.reject_codes()[parameter.column]
        return own_codes(resource, parameter, _whole(resource.name, shown.release_id))

    return allowed


def store_vocabularies(shown: Shown) -> Mapping[str, tuple[str, ...]]:
    """The codes that stand in the store by their vocabulary."""
    return _vocabularies(shown.release_id)


@store.cached(4)
def _vocabularies(release: int | None) -> Mapping[str, tuple[str, ...]]:
    about = store.reference(DEFAULT)
    data = store.pathfinder_data(release)
    return {
        **store.known(release, DEFAULT).allowed,
        **fixed(),
        "instrument": tuple(about.instruments),
        "country": tuple(sorted(area.code for area in about.countries)),
        "meeting": tuple(one.code for one in meetings(data.events)),
    }


def listed(resource: Resource, pairs: Pairs) -> Listed:
    """The rows that parameters ask for. Raises Refused, NoSuchRelease and StoreError."""
    moment = next((text.strip() for name, text in reversed(pairs) if name == AS_OF), "")
    others = [pair for pair in pairs if pair[0] != AS_OF or AS_OF not in resource.asked]
    shown = open_store()
    if moment and resource.past:
        shown = (as_of_records if resource.past == "records" else as_of)(shown, moment)
    asked = narrowed(resource, others, codes_of(resource, shown))
    if resource.name == REJECTS:
        return Listed(shown, asked, Rejects(asked), {})
    chosen = tuple(asked.chosen.items())
    rows, held = _passed_on(resource.name, shown.release_id, chosen)
    return Listed(shown, asked, Kept(rows), held)


@store.cached(32)
def _passed_on(
    name: str, release: int | None, chosen: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[tuple[Row, ...], Mapping[str, int]]:
    """The rows of a choice, and by source how many more its terms let us not pass on."""
    resource, known = resources()[name], store.known(release, DEFAULT)
    rows = kept(resource, Narrowed(dict(chosen)), _whole(name, release), known.members)
    if name not in HELD_BACK:
        return tuple(rows), {}
    place = resource.names.index("source")
    given = tuple(row for row in rows if row[place] not in known.withheld)
    held = Counter(str(row[place]) for row in rows if row[place] in known.withheld)
    return given, dict(sorted(held.items()))

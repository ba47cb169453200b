"""What is missing: of each thing to be counted in a country, the state of the whole and its splits.

Five states of nothing stay apart: never told, suppressed, not reported, not collected, not
applicable. A figure may be old, or lack a breakdown. Pure: summaries of rows in, states out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from data.records import (
    NOT_APPLICABLE,
    NOT_COLLECTED,
    NOT_REPORTED,
    SUPPRESSED,
    TOTAL,
)

CATALOGUE: Final = Path(__file__).parents[1] / "catalogue" / "gaps.toml"

OLD: Final = 5
"""Years after which a figure no longer tells how it is."""

HELD: Final = "held"
OLDER: Final = "old"
MISSING_SPLIT: Final = "not_disaggregated"
NEVER: Final = "never"
ABSENT: Final = {
    SUPPRESSED: "suppressed",
    NOT_REPORTED: "not_reported",
    NOT_COLLECTED: "not_collected",
    NOT_APPLICABLE: "not_applicable",
}
STATES: Final = (HELD, OLDER, MISSING_SPLIT, *ABSENT.values(), NEVER)
WHOLE: Final = "whole"
SPLITS: Final = ("sex", "age", "location", "form")
PARTS: Final = (WHOLE, *SPLITS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing to be counted: which indicators answer, by what it should be broken down, and who
    could provide it."""

    code: str
    theme: str
    indicators: tuple[str, ...]
    splits: tuple[str, ...]
    who: str


class Summary(NamedTuple):
    """Rows of one indicator, area, sex, age and dimension: the last year with a figure, and the
    last with an absence and which; None where there is none."""

    indicator: str
    area: str
    sex: str
    age: str
    dimension: str
    figure: int | None
    absence: int | None
    status: str


@dataclass(frozen=True, slots=True)
class State:
    """`code` is one of STATES; `year` of the newest figure, else of what is said instead."""

    code: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing in one country: the state of the whole, and of each split that is wanted."""

    area: str
    wanted: Wanted
    states: Mapping[str, State]

    @property
    def whole(self) -> State:
        """The state of the figure itself."""
        return self.states[WHOLE]

    @property
    def complete(self) -> bool:
        """Whether nothing is to be asked for."""
        return all(state.code in {HELD, "not_applicable"} for state in self.states.values())


@cache
def wanted(path: Path = CATALOGUE) -> Mapping[str, Wanted]:
    """What is to be counted, by code, in the order of the catalogue."""
    found: dict[str, Wanted] = {}
    for code, block in tomllib.loads(path.read_text(encoding="utf-8")).items():
        given: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in block.items()
        }
        found[code] = Wanted(code, **given)
    return found


def gap(area: str, thing: Wanted, rows: Iterable[Summary], *, this_year: int) -> Gap:
    """The states of one thing in one country; `rows` are of the country."""
    own = [row for row in rows if row.indicator in thing.indicators]
    whole = _whole(own, this_year)
    states = {WHOLE: whole}
    for split in thing.splits:
        states[split] = _split(split, own, whole, this_year)
    return Gap(area, thing, states)


def _whole(rows: list[Summary], this_year: int) -> State:
    total = [row for row in rows if row.dimension == TOTAL]
    figures = [row.figure for row in total if row.figure is not None]
    if figures:
        return _aged(max(figures), this_year)
    said = [(row.absence, row.status) for row in total if row.absence is not None]
    if said:
        year, status = max(said)
        return State(ABSENT.get(status, "not_reported"), year)
    return State(NEVER)


def _aged(year: int, this_year: int) -> State:
    return State(OLDER if this_year - year > OLD else HELD, year)


def _split(split: str, rows: list[Summary], whole: State, this_year: int) -> State:
    """A split is of a figure: without one there is nothing to be broken down."""
    if whole.code not in {HELD, OLDER}:
        return whole
    told = [row for row in rows if _is_of(split, row, rows)]
    years = [row.figure for row in told if row.figure is not None]
    if years:
        return _aged(max(years), this_year)
    said = [(row.absence, row.status) for row in told if row.absence is not None]
    if said:
        year, status = max(said)
        return State(ABSENT.get(status, "not_reported"), year)
    return State(MISSING_SPLIT, whole.year)


def _is_of(split: str, row: Summary, rows: list[Summary]) -> bool:
    if split == "sex":
        return row.sex != "T" and row.dimension == TOTAL
    if split == "age":
        ages = {other.age for other in rows if other.dimension == TOTAL}
        return row.dimension == TOTAL and len(ages) > 1 and row.age != _widest(ages)
    return row.dimension == split


def _widest(ages: set[str]) -> str:
    """The band that stands for the whole: all ages, else the one that spans the most."""

    def width(age: str) -> int:
        first, _, last = age.partition("-")
        return int(last) - int(first) if first.isdigit() and last.isdigit() else 0

    return TOTAL if TOTAL in ages else max(sorted(ages), key=width)


def asks(found: Iterable[Gap]) -> list[tuple[Gap, str]]:
    """What to ask a country for: each thing that is not complete, with the code of what is asked.

    `first`: a first figure; `told`: what was withheld or not reported; `new`: a newer one;
    `splits`: breakdowns of the one that is held.
    """
    made = []
    for one in found:
        if one.complete:
            continue
        if one.whole.code == OLDER:
            made.append((one, "new"))
        elif one.whole.code == HELD:
            made.append((one, "splits"))
        else:
            made.append((one, "first" if one.whole.code == NEVER else "told"))
    return made


def missing_splits(one: Gap) -> tuple[str, ...]:
    """The splits that are not held."""
    return tuple(
        split
        for split in one.wanted.splits
        if one.states[split].code not in {HELD, "not_applicable"}
    )

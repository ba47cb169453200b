"""For how many countries a change can be stated, and at which strength: computed, never claimed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from data.methods.change import (
    COMPARABLE,
    INDICATIVE,
    NOT_COMPARABLE,
    STRENGTHS,
    Knowledge,
    change,
    comparable_stretch,
    run_change,
)
from data.methods.selection import headlines
from data.records import NationalSeries, Observation

MEASURES: Final = ("child_labour", "child_labour_chores")


@dataclass(frozen=True, slots=True)
class Reach:
    """Areas by the best strength at which a change of child labour is stated for them.

    `comparable` by an international definition or an office's own; `side_by_side` are all with two
    figures of one measure to set beside each other, whatever the strength; `one` have one figure.
    """

    comparable: tuple[str, ...]
    indicative: tuple[str, ...]
    not_comparable: tuple[str, ...]
    one: tuple[str, ...]

    @property
    def side_by_side(self) -> tuple[str, ...]:
        """Every area with two figures."""
        return tuple(sorted((*self.comparable, *self.indicative, *self.not_comparable)))


def reach(
    areas: Iterable[str],
    rows: Mapping[str, Sequence[Observation]],
    runs: Mapping[str, Sequence[NationalSeries]],
    known: Knowledge,
) -> Reach:
    """Sort areas by what can be said of them. `rows` and `runs` are by area."""
    found: dict[str, list[str]] = {strength: [] for strength in (*STRENGTHS, "")}
    for area in areas:
        strengths = strengths_of(rows.get(area, ()), runs.get(area, ()), known)
        if strengths is not None:
            found[next((s for s in STRENGTHS if s in strengths), "")].append(area)
    return Reach(*(tuple(sorted(found[s])) for s in (COMPARABLE, INDICATIVE, NOT_COMPARABLE, "")))


def strengths_of(
    rows: Sequence[Observation], runs: Sequence[NationalSeries], known: Knowledge
) -> set[str] | None:
    """Every strength at which some change of one area's child labour is stated; None without any
    figure at all."""
    changes = [change(headlines()[code], rows, known=known) for code in MEASURES]
    stretches = [comparable_stretch(headlines()[code], rows, known=known) for code in MEASURES]
    own = [run_change(run, [row for row in rows if row.category == run.code]) for run in runs]
    if all(one.last is None for one in (*changes, *own)):
        return None
    found = {one.strength for one in (*changes, *own) if one.first is not None}
    return found | {one.strength for one in stretches if one is not None}

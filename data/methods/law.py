"""Where a State stands on each instrument, and what its law says, one answer a point.

Two rules. The newest source speaks for a point of law; what other sources said before folds under
it, so that no point both meets and does not meet its standard. And a publisher's "meets" stands
only where its own answer bears it: with no age stated, or where its two answers contradict each
other, it is not known whether the law meets the standard.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from data.records import Instrument, LegalFact, Ratification

ONE_POSITION: Final = {"SLAVERY_1926_AMENDED": "SLAVERY_1926", "SLAVERY_1953": "SLAVERY_1926"}
"""Instruments by which a State is bound to the same convention as by the one named: shown once."""

STATES: Final = ("ratified", "denounced", "signed", "not_ratified", "unknown")
"""The states of a position; of several instruments of one convention the first speaks."""


@dataclass(frozen=True, slots=True)
class Position:
    """A State and one instrument. `stands` is None where nothing is known: state `unknown`."""

    instrument: Instrument
    state: str
    stands: Ratification | None


@dataclass(frozen=True, slots=True)
class LawPoint:
    """One point of law: the fact that speaks, whether it meets the standard, what others said.

    `answer`: yes, no, unknown, not_applicable. `others`: the newest fact of each other source.
    """

    fact: LegalFact
    answer: str
    others: tuple[LegalFact, ...] = ()


def positions(
    instruments: Mapping[str, Instrument], ratifications: Mapping[str, Ratification]
) -> tuple[Position, ...]:
    """One position a convention, in the order of the instruments given."""
    held: dict[str, list[Ratification]] = {}
    for code, stands in ratifications.items():
        held.setdefault(ONE_POSITION.get(code, code), []).append(stands)
    return tuple(
        _position(one, held.get(code, ()))
        for code, one in instruments.items()
        if code not in ONE_POSITION
    )


def _position(instrument: Instrument, stated: Iterable[Ratification]) -> Position:
    # Undated ones last: "9999" sorts behind every year.
    ranked = sorted(stated, key=lambda r: (STATES.index(r.status), r.date or "9999"))
    if not ranked or ranked[0].status == "unknown":
        return Position(instrument, "unknown", ranked[0] if ranked else None)
    return Position(instrument, ranked[0].status, ranked[0])


def law_points(facts: Iterable[LegalFact]) -> tuple[LawPoint, ...]:
    """One point a topic: the newest fact speaks, of equally new ones the first source by code."""
    by_topic: dict[str, list[LegalFact]] = {}
    for fact in facts:
        by_topic.setdefault(fact.topic, []).append(fact)
    return tuple(_point(several) for several in by_topic.values())


def _point(several: list[LegalFact]) -> LawPoint:
    newest: dict[str, LegalFact] = {}
    for fact in sorted(several, key=lambda f: (-f.year, f.source)):
        newest.setdefault(fact.source, fact)
    first, *others = newest.values()
    return LawPoint(first, answer(first), tuple(others))


def answer(fact: LegalFact) -> str:
    """Whether a fact meets its standard: yes, no, unknown, not_applicable."""
    if fact.value == "not_applicable":
        return "not_applicable"
    if fact.value in {"not_stated", "unknown"} and fact.conforms == "yes":
        return "unknown"
    if {fact.value, fact.conforms} == {"yes", "no"}:
        return "unknown"
    return fact.conforms


def leading_source(points: Iterable[LawPoint]) -> str:
    """The source of the newest fact, of equally new ones the one with most points; "" for none."""
    weight: dict[str, tuple[int, int]] = {}
    for point in points:
        year, count = weight.get(point.fact.source, (0, 0))
        weight[point.fact.source] = (max(year, point.fact.year), count + 1)
    return max(weight, key=lambda source: (weight[source], source), default="")

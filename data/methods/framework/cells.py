"""The framework filled for a country: a cell a part of an indicator, with every answer known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from data.methods.framework import figures, government, ledger
from data.methods.framework.catalogue import BESIDE, FrameworkIndicator, Part, framework
from data.methods.framework.said import VIEWS, FrameworkFacts, Said
from data.records import NOT_APPLICABLE, NOT_COLLECTED, SUPPRESSED

RULES: Final[Mapping[str, Callable[[FrameworkFacts, str], list[Said]]]] = {
    "measure": figures.of_measure,
    "indicator": figures.of_indicator,
    "national": figures.national,
    "regional": figures.regional,
    "measured": figures.measured,
    "surveys": figures.surveys,
    "law": government.law,
    "schooling": government.schooling,
    "instrument": government.instrument,
    "plan": government.plan,
    "goods": government.goods,
    "roadmap": ledger.roadmap,
    "completion": ledger.share,
    "money": ledger.money,
    "resources": ledger.resources,
    "priority": ledger.priority,
}
"""What the catalogue's `fill` may ask for."""

REPORTED: Final = "reported"
KNOWN: Final = "known"
MISSING: Final = "not_reported"
NONE: Final = "not_applicable"
STATUSES: Final = (REPORTED, KNOWN, MISSING, NONE, "suppressed", "not_collected")
"""What a cell can be: answered by the government, by others, by nobody, or why there is nothing."""

_ABSENT: Final = {NOT_APPLICABLE: NONE, SUPPRESSED: "suppressed", NOT_COLLECTED: "not_collected"}


@dataclass(frozen=True, eq=False)
class Cell:
    """One question of the framework and what is said of it: what the government reported first,
    then what others say; nobody's answer takes the place of another's."""

    indicator: FrameworkIndicator
    part: Part
    said: tuple[Said, ...]
    status: str

    @property
    def answered(self) -> bool:
        """Whether there is a value."""
        return self.status in {REPORTED, KNOWN}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells of the annex are asked, known, and known from the government's report."""

    asked: int
    known: int
    reported: int


def cells(facts: FrameworkFacts) -> tuple[Cell, ...]:
    """Every part of every indicator in the order of the framework."""
    return tuple(
        _cell(facts, indicator, part)
        for indicator in framework().values()
        for part in indicator.parts
    )


def _cell(facts: FrameworkFacts, indicator: FrameworkIndicator, part: Part) -> Cell:
    found = [one for rule in part.fill for one in _found(facts, rule)]
    if not indicator.by_sex and any(one.sex == "T" for one in found):
        found = [one for one in found if one.sex == "T"]
    said = [*ledger.stated(facts.framework_values, indicator.code, part.code), *found]
    said.sort(key=lambda one: VIEWS.index(one.view))
    return Cell(indicator, part, tuple(said), _status(facts, indicator, said))


def _found(facts: FrameworkFacts, rule: str) -> list[Said]:
    name, _, argument = rule.partition(":")
    return RULES[name](facts, argument)


def _status(facts: FrameworkFacts, indicator: FrameworkIndicator, said: list[Said]) -> str:
    valued = [one for one in said if one.value and not one.beside]
    if valued:
        return REPORTED if any(one.view == REPORTED for one in valued) else KNOWN
    if said and not said[0].value:
        return _ABSENT.get(said[0].absence, MISSING)
    # A roadmap is asked of pathfinders alone.
    if indicator.dimension == "implementation" and not facts.area.pathfinder:
        return NONE
    return MISSING


def tally(found: Iterable[Cell]) -> Tally:
    """The counts of the cells of the annex; what does not apply is not asked."""
    asked = [
        cell for cell in found if cell.indicator.dimension != BESIDE and cell.status != NONE
    ]  # fmt: skip
    return Tally(
        len(asked),
        sum(cell.answered for cell in asked),
        sum(cell.status == REPORTED for cell in asked),
    )

"""Which rows of a selection may stand on one axis, and what is left out of the drawing and why.

One definition, one unit, one population, one whole: the rest is drawn only where it is asked for,
and every row that is not drawn is counted under its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from components.explore.charts.scene import Scene
from components.explore.offered import COUNTRY_KINDS
from data.methods.selection import headlines
from data.records import TOTAL, Observation

REASONS: Final = (
    "other_definition",
    "other_unit",
    "other_sex",
    "other_age",
    "other_part",
    "older",
    "second_publisher",
    "not_comparable",
    "between",
    "groups",
    "no_pair",
    "narrow",
)
"""Why a row is not drawn; each is worded as `drawn.left.<reason>`."""

Rows = tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Rows that are not drawn, and the code of the reason."""

    reason: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows that may be drawn, and those that may not."""

    rows: Rows
    left: tuple[Left, ...] = ()

    def without(self, reason: str, keep: Callable[[Observation], bool]) -> Chosen:
        """The same with rows left out for a reason."""
        kept = tuple(row for row in self.rows if keep(row))
        gone = tuple(row for row in self.rows if not keep(row))
        return Chosen(kept, (*self.left, Left(reason, gone))) if gone else self


def choose(
    rows: Iterable[Observation],
    scene: Scene,
    *,
    spread: str = "",
    facets: bool = False,
    across: bool = False,
) -> Chosen:
    """What one axis holds. `spread` is what a chart of ranges spreads: sex or age. `facets`: every
    definition has a panel of its own. `across`: the rows are of a second indicator."""
    chosen = _countries(Chosen(tuple(rows)), scene)
    if not chosen.rows or (scene.view.filters.headline and not across):
        return chosen
    chosen = _one_definition(chosen, scene, facets=facets)
    chosen = _one_part(chosen, scene, across=across)
    if spread != "sex" and (across or not scene.view.filters.sex):
        sexes = {row.sex for row in chosen.rows}
        chosen = chosen.without("other_sex", lambda row: row.sex == "T" or "T" not in sexes)
    if spread != "age" and (across or not scene.view.filters.age):
        age = _age(chosen.rows, scene)
        chosen = chosen.without("other_age", lambda row: row.age == age)
    return chosen


def _countries(chosen: Chosen, scene: Scene) -> Chosen:
    """Countries and territories, where they are not asked for by name: groups hold them."""
    if scene.view.filters.area or scene.view.filters.region:
        return chosen
    known = scene.known.areas

    def alone(row: Observation) -> bool:
        return row.area in known and known[row.area].kind in COUNTRY_KINDS

    return chosen.without("groups", alone) if any(map(alone, chosen.rows)) else chosen


def definition(row: Observation, scene: Scene) -> str:
    """What two figures must share to be set beside each other on one axis."""
    return scene.indicator(row).comparability or row.indicator


def measure_code(row: Observation) -> str:
    """The headline measure that a figure shares with other indicators, else its own indicator."""
    return _measure_code(row.indicator, row.category)


@cache
def _measure_code(indicator: str, category: str) -> str:
    for code, measure in headlines().items():
        several = len(measure.indicators) > 1 and category == measure.category
        if several and indicator in measure.indicators:
            return code
    return indicator


def _one_definition(chosen: Chosen, scene: Scene, *, facets: bool) -> Chosen:
    order = scene.view.filters.indicator or tuple(scene.known.indicators)
    place = {code: number for number, code in enumerate(order)}
    first = min(chosen.rows, key=lambda r: (r.value is None, place.get(r.indicator, len(place))))
    unit, meant = scene.unit(first), definition(first, scene)
    chosen = chosen.without("other_unit", lambda row: scene.unit(row) == unit)
    if scene.view.filters.unlike or facets:
        return chosen
    return chosen.without("other_definition", lambda row: definition(row, scene) == meant)


def _one_part(chosen: Chosen, scene: Scene, *, across: bool) -> Chosen:
    """The whole; where there is none, or parts are asked for, those of one breakdown."""
    if not across and (scene.view.filters.category or scene.view.filters.dimension):
        return chosen
    if any(row.category == TOTAL for row in chosen.rows):
        return chosen.without("other_part", lambda row: row.category == TOTAL)
    first = min(row.dimension for row in chosen.rows)
    return chosen.without("other_part", lambda row: row.dimension == first)


def _age(rows: Sequence[Observation], scene: Scene) -> str:
    """The standard age; where nobody has it, the one that most figures are of."""
    ages = Counter(row.age for row in rows if row.value is not None) or Counter(
        row.age for row in rows
    )
    standard = scene.indicator(rows[0]).age or TOTAL
    if standard in ages:
        return standard
    return min(ages, key=lambda age: (-ages[age], age))

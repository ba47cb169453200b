"""Which years of a breakdown may stand on each other: those whose parts make up the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.explore.charts.chosen import Chosen
from components.explore.charts.form import COUNTED
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run
from components.explore.charts.shown import Shown
from data.methods.parts import LINES, YearParts, kind_of, parts_by_year
from data.methods.separable import lines_of
from data.records import Observation

FORM: Final = "form"
NAMED: Final = 6
"""Years that a note names; more are a span."""


@dataclass(frozen=True, slots=True)
class Stacks:
    """`years` whose parts are stacked; `hatched` years whose parts cannot be told apart; `notes`
    say why others stand side by side."""

    years: frozenset[int] = frozenset()
    hatched: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()


def stacks_of(kept: Sequence[Run], chosen: Chosen, found: Shown, scene: Scene) -> Stacks:
    """How the parts of one area stand, year by year."""
    kinds = {_kind(run.rows[0]) for run in kept}
    counted = {scene.unit(run.rows[0]) for run in kept} <= COUNTED
    if found.relative or len(kept) < 2 or not counted or len(kinds) > 1 or None in kinds:
        return Stacks()
    own = _held(kept, chosen, scene)
    drawn = {row for run in kept for row in run.points}
    kind = kinds.pop()
    stacked, hatched, lined = set(), set(), set()
    for year in parts_by_year(own):
        lines = lines_of(row for row in own if row.year == year.year) if kind == FORM else None
        if lines is None:
            stacked |= {year.year} if _exact(year, kind, drawn) else set()
            continue
        lined.add(year.year)
        whole = {row for row in own if _is_form(row, year.year)}
        if lines.separable and whole <= drawn and all(r.value is not None for r in whole):
            stacked.add(year.year)
        elif not lines.separable:
            hatched.add(year.year)
    apart = {row.year for row in drawn} - stacked
    shown_lines = {row.year for row in drawn} & (lined - stacked)
    notes = [scene.wording.t("drawn.note.parts")] if apart else []
    if shown_lines:
        notes.append(scene.wording.t("drawn.note.lines", years=_years(shown_lines, scene)))
    return Stacks(frozenset(stacked), frozenset(hatched), tuple(notes))


def _kind(row: Observation) -> str | None:
    return FORM if row.dimension == LINES else kind_of(row)


def _held(kept: Sequence[Run], chosen: Chosen, scene: Scene) -> list[Observation]:
    """All rows that are known of the area and its indicator, drawn or not."""
    left = (row for one in chosen.left for row in one.rows)
    area, indicator = kept[0].area, kept[0].rows[0].indicator
    rows = dict.fromkeys((*chosen.rows, *left, *scene.totals))
    return [row for row in rows if (row.area, row.indicator) == (area, indicator)]


def _exact(year: YearParts, kind: str | None, drawn: set[Observation]) -> bool:
    part = next((part for part in year.breakdowns if part.by == kind), None)
    # A part of nobody, such as a sex that was recorded for none, is missed in no stack.
    if part is None or not part.exact or not {row for row in part.rows if row.value} <= drawn:
        return False
    return len({(row.category, row.sex, row.age) for row in part.rows}) == len(part.rows)


def _is_form(row: Observation, year: int) -> bool:
    return row.year == year and row.sex == "T" and row.age == "_T" and _kind(row) == FORM


def _years(years: set[int], scene: Scene) -> str:
    if len(years) > NAMED:
        return numbers.year_range(min(years), max(years), scene.wording)
    return scene.wording.t("sentence.comma").join(
        numbers.isolate(year, scene.wording) for year in sorted(years)
    )

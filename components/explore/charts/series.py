"""Rows as series: what one line shows, which of its points are joined, and how strongly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from components import numbers
from components.explore.charts.chosen import measure_code
from components.explore.charts.scene import Scene
from data.methods.change import COMPARABLE, INDICATIVE, NOT_COMPARABLE, assess
from data.methods.comparability import projected
from data.methods.selection import Measure, headlines, measure_of, surveys
from data.records import Observation, age_order

DASHES: Final = {COMPARABLE: "solid", INDICATIVE: "dashed", NOT_COMPARABLE: "dotted"}


@dataclass(frozen=True, slots=True)
class Join:
    """Two neighbouring figures of a series, how far they compare, and why not further."""

    before: Observation
    after: Observation
    strength: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One series: an area, a measure, a sex, an age, a part. `points` have a figure, oldest first;
    `absences` say why there is none; `joins` are between each survey and the next."""

    key: tuple[str, ...]
    points: tuple[Observation, ...]
    absences: tuple[Observation, ...]
    joins: tuple[Join, ...]
    name: str = ""

    @property
    def area(self) -> str:
        """The code of its area."""
        return self.key[0]

    @property
    def rows(self) -> tuple[Observation, ...]:
        """All that it draws."""
        return self.points + self.absences


def key_of(row: Observation) -> tuple[str, ...]:
    """What one series shares."""
    return row.area, measure_code(row), row.sex, row.age, row.dimension, row.category


def measure_for(row: Observation, scene: Scene) -> Measure:
    """The measure of a row for its own sex, age and part."""
    found = headlines().get(measure_code(row)) or measure_of(scene.indicator(row))
    return replace(found, sex=row.sex, age=row.age, dimension=row.dimension, category=row.category)


def runs(rows: Iterable[Observation], scene: Scene) -> tuple[Run, ...]:
    """Rows as series, by the names of their areas, then by sex, age and part; each is named by
    what tells it from the others."""
    groups: dict[tuple[str, ...], list[Observation]] = {}
    for row in rows:
        groups.setdefault(key_of(row), []).append(row)
    made = [_run(key, groups[key], scene) for key in sorted(groups, key=lambda k: _order(k, scene))]
    return tuple(_named(made, scene))


def _order(key: tuple[str, ...], scene: Scene) -> tuple[object, ...]:
    area = scene.known.areas.get(key[0])
    name = area.by_name if area else (key[0], "")
    return name, key[1], "TFM".find(key[2]), age_order(key[3]), key[4:]


def _run(key: tuple[str, ...], rows: Sequence[Observation], scene: Scene) -> Run:
    points = sorted((r for r in rows if r.value is not None), key=lambda r: (r.year, r.source))
    absences = sorted((r for r in rows if r.value is None), key=lambda r: r.year)
    return Run(key, tuple(points), tuple(absences), _joins(points, scene))


def _joins(points: Sequence[Observation], scene: Scene) -> tuple[Join, ...]:
    if len(points) < 2:
        return ()
    measure = measure_for(points[0], scene)
    method = scene.indicator(points[0]).method
    held = surveys(measure, [row for row in points if not projected(row)])
    held += surveys(measure, [row for row in points if projected(row)])
    return tuple(
        Join(
            before.row,
            after.row,
            *assess(
                before.row,
                after.row,
                measure=measure,
                method=method,
                known=scene.knowledge,
                rivals=bool(before.rivals or after.rivals),
            ),
        )
        for before, after in zip(held, held[1:], strict=False)
    )


def _named(made: Sequence[Run], scene: Scene) -> Iterable[Run]:
    """Each run with the words that tell it from the others; one alone has the area's name."""
    differing = [len({run.key[place] for run in made}) > 1 for place in range(6)]
    for run in made:
        pairs = zip(_words(run, scene), differing, strict=True)
        words = [word for word, differs in pairs if differs]
        name = " · ".join(dict.fromkeys(filter(None, words))) or scene.area(run.area)
        yield replace(run, name=name)


def _words(run: Run, scene: Scene) -> tuple[str, ...]:
    row = run.rows[0]
    indicator, wording = scene.indicator(row), scene.wording
    return (
        scene.area(row.area),
        wording.of(indicator, "short"),
        numbers.sex_of(row, indicator, wording),
        numbers.age_text(row.age, wording),
        "",
        scene.part(row) or wording.t("drawn.whole"),
    )

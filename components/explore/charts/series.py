"""Rows as series: what one line shows, which of its points are joined, and how strongly."""

from __future__ import annotations

from collections import Counter
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


MOST: Final = 0.6
"""Share of the series from which on what they have in common goes without saying."""


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
    words: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
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
    """Each run with the words that tell it from the others; one alone has the area's name.

    What nearly all countries share is said of the few that differ.
    """
    worded = [replace(run, words=_words(run, scene)) for run in made]
    silent = [_usual([run.words[place] for run in worded], place) for place in range(6)]
    for run in worded:
        named = tuple(
            "" if word in quiet else word for word, quiet in zip(run.words, silent, strict=True)
        )
        name = " · ".join(dict.fromkeys(filter(None, named))) or run.words[0]
        yield replace(run, named=named, name=name)


def _usual(words: Sequence[str], place: int) -> set[str]:
    """The words that go without saying: the only one, or that of most series."""
    counts = Counter(words)
    if len(counts) == 1:
        return set(counts)
    word, most = counts.most_common(1)[0]
    return {word} if place and most > MOST * len(words) else set()


def within_panel(group: Sequence[Run]) -> tuple[Run, ...]:
    """The series of one panel, named by what tells them from each other."""
    silent = [_usual([run.words[place] for run in group], place) for place in range(6)]
    return tuple(
        replace(
            run,
            name=" · ".join(
                word
                for word, quiet in zip(run.words, silent, strict=True)
                if word and word not in quiet
            ),
        )
        for run in group
    )


def measure_name(row: Observation, scene: Scene) -> str:
    """The measure of a figure in a few words."""
    key = f"headline.{measure_code(row)}.short"
    if key in scene.wording.texts:
        return scene.wording.t(key)
    return scene.wording.of(scene.indicator(row), "short")


def _words(run: Run, scene: Scene) -> tuple[str, ...]:
    row = run.rows[0]
    indicator, wording = scene.indicator(row), scene.wording
    return (
        scene.area(row.area),
        measure_name(row, scene),
        numbers.sex_of(row, indicator, wording),
        numbers.age_text(row.age, wording),
        "",
        scene.part(row) or wording.t("drawn.whole"),
    )

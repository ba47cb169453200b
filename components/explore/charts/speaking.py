"""The one figure that speaks for each area or series of a view across countries."""

from __future__ import annotations

from collections.abc import Iterable

from components.explore.charts.chosen import Chosen, Left
from components.explore.charts.scene import Scene
from components.explore.charts.series import key_of, measure_for
from data.methods.selection import representative
from data.records import Observation


def spoken(chosen: Chosen, scene: Scene) -> Chosen:
    """One row a series: the newest figure by the one rule; where there is none, why."""
    groups: dict[tuple[str, ...], list[Observation]] = {}
    for row in chosen.rows:
        groups.setdefault(key_of(row), []).append(row)
    kept = tuple(_one(rows, scene) for rows in groups.values())
    older, second = [], []
    for rows, one in zip(groups.values(), kept, strict=True):
        others = [row for row in rows if row is not one]
        older += [row for row in others if row.year != one.year]
        second += [row for row in others if row.year == one.year]
    left = [Left("older", tuple(older)), Left("second_publisher", tuple(second))]
    return Chosen(kept, (*chosen.left, *(one for one in left if one.rows)))


def _one(rows: Iterable[Observation], scene: Scene) -> Observation:
    kept = tuple(rows)
    found = representative(measure_for(kept[0], scene), kept)
    if found is not None:
        return found.row
    valued = [row for row in kept if row.value is not None]
    return max(valued or kept, key=lambda row: row.year)

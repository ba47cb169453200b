"""Two indicators of each country, of its own years: a point a country, named; no line through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from components import numbers
from components.charts.plot import Label, Mark, Place, Plot, Tick
from components.explore.charts.axis import Axis, linear, logarithmic
from components.explore.charts.chosen import Chosen, Left, choose
from components.explore.charts.labels import fitted
from components.explore.charts.made import Made
from components.explore.charts.scene import Scene, datum_of
from components.explore.charts.series import Run, measure_name, runs
from components.explore.drawing import Panel
from data.records import Observation

HEIGHT: Final = 420
MOST_POINTS: Final = 250
PLACES: Final[tuple[Place, ...]] = ("right", "left", "above", "below")


@dataclass(frozen=True)
class Pair:
    """The two figures of one country: `y` upward, `x` across."""

    run: Run
    y: Observation
    x: Observation


def made(chosen: Chosen, scene: Scene, beside: Sequence[Observation] = ()) -> Made:
    """The nearest two figures of each country, at most `apart` years from each other."""
    across = choose(beside, scene, across=True)
    others: dict[str, list[Observation]] = {}
    for row in across.rows:
        others.setdefault(row.area, []).append(row)
    found: dict[str, Pair] = {}
    missing: Counter[str] = Counter()
    tried = runs(chosen.rows, scene)
    for run in tried:
        pair = nearest(run, others.get(run.area, ()), scene.view.apart)
        if pair is not None:
            found.setdefault(run.area, pair)
    for area in dict.fromkeys((*(run.area for run in tried), *others)):
        if area not in found:
            missing[_why(area, tried, others)] += 1
    pairs = list(found.values())[:MOST_POINTS]
    drawn = {row for pair in pairs for row in (pair.y, pair.x)}
    rest = tuple(row for row in chosen.rows if row not in drawn)
    left = (*chosen.left, *((Left("no_pair", rest),) if rest else ()))
    notes = _notes(missing, scene)
    if not pairs:
        return Made((), (), (), left, title="no_pair", notes=notes)
    title = scene.wording.plural("drawn.title.both", len(pairs), count=len(pairs))
    axes, refused = _axes(pairs, scene)
    plot = _plot(pairs, axes, scene, title)
    rows = tuple(pair.y for pair in pairs)
    return Made(
        (Panel("", plot, (*rows, *(pair.x for pair in pairs))),),
        tuple(pair.run for pair in pairs),
        rows,
        left,
        refused=refused,
        sentence=title,
        unit=_unit(pairs[0], scene),
        notes=notes,
        beside=tuple(pair.x for pair in pairs),
    )


def nearest(run: Run, others: Iterable[Observation], apart: int) -> Pair | None:
    """The newest figure upward that has one across near enough, with the nearest such."""
    valued = [row for row in others if row.value is not None]
    for y in reversed(run.points):
        near = [x for x in valued if abs(x.year - y.year) <= apart]
        if near:
            return Pair(run, y, min(near, key=lambda x: (abs(x.year - y.year), -x.year)))
    return None


def _why(area: str, tried: Sequence[Run], others: dict[str, list[Observation]]) -> str:
    if not any(run.points for run in tried if run.area == area):
        return "no_y"
    if not any(row.value is not None for row in others.get(area, ())):
        return "no_x"
    return "apart"


def _notes(missing: Counter[str], scene: Scene) -> tuple[str, ...]:
    if not missing:
        return ()
    counts = {
        name: numbers.number(missing[name], scene.wording) for name in ("no_y", "no_x", "apart")
    }
    return (scene.wording.t("drawn.note.scatter", years=scene.view.apart, **counts),)


def _unit(pair: Pair, scene: Scene) -> str:
    """What stands upward and what across, each with its unit."""
    t = scene.wording.t
    said = {}
    for name, row in (("y", pair.y), ("x", pair.x)):
        unit = t(f"unit.{scene.unit(row)}")
        said[name] = t("drawn.of_unit", name=measure_name(row, scene), unit=unit)
    return t("drawn.axes", **said)


def _axes(pairs: Sequence[Pair], scene: Scene) -> tuple[tuple[Axis, Axis], str]:
    """The axis upward and the one across; one with a zero stays linear, which is told."""
    made_axes, refused = [], ""
    for rows in ([pair.y for pair in pairs], [pair.x for pair in pairs]):
        values = [row.value or 0.0 for row in rows]
        unit = scene.unit(rows[0])
        if scene.view.scale == "log" and min(values) > 0:
            made_axes.append(logarithmic(values, unit))
            continue
        if scene.view.scale == "log":
            refused = "drawn.log_refused"
        made_axes.append(linear(values, unit))
    return (made_axes[0], made_axes[1]), refused


def _beside_zero(ticks: list[Tick]) -> list[Tick]:
    """The steps across; where both axes meet the one upward says what it is."""
    return [replace(tick, text="") if tick.at == 0 else tick for tick in ticks]


def _plot(pairs: Sequence[Pair], axes: tuple[Axis, Axis], scene: Scene, title: str) -> Plot:
    up, across = axes
    colour = scene.indicator(pairs[0].y).theme.replace("_", "-")
    marks: list[Mark] = []
    ways: list[list[Label]] = []
    for pair in pairs:
        x, y = across.at(pair.x.value or 0.0), up.down(pair.y.value or 0.0)
        tip = f"{scene.tip(pair.y)}\n{scene.tip(pair.x)}"
        hollow = scene.hollow(pair.y) or scene.hollow(pair.x)
        both = f"{datum_of(pair.y)} {datum_of(pair.x)}"
        marks.append(Mark(x, y, colour, tip, "circle", hollow, both))
        ways.append([Label(x, y, scene.area(pair.y.area), place, "ink") for place in PLACES])
    return Plot(
        title,
        HEIGHT,
        marks=marks,
        labels=fitted(ways, marks, HEIGHT, margin=56),
        x_ticks=_beside_zero(across.across(scene.wording)),
        y_ticks=up.upward(scene.wording),
        left=up.width(scene.wording),
        right=56,
        above=12,
        x_grid=True,
    )

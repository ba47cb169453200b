"""From rows to what is seen of them: every view of the figures is drawn here, and only here."""

from __future__ import annotations

from collections import Counter
from typing import Final

from components.explore.charts import bar, dots, form, line, multiples, scatter, slope
from components.explore.charts.chosen import Chosen, Left, choose
from components.explore.charts.guarding import guard_of
from components.explore.charts.made import Made, Maker
from components.explore.charts.noting import (
    file_notes,
    honest_year,
    kind_notes,
    left_notes,
    source_order,
    state_keys,
    without_figure,
)
from components.explore.charts.saying import label_of, title_of
from components.explore.charts.scene import Scene
from components.explore.drawing import Drawing
from components.explore.view import View
from components.wording import Wording
from data.methods.change import Knowledge
from data.records import Explored, Known, Observation

MAKERS: Final[dict[str, Maker]] = {
    "line": line.made,
    "bar": bar.made,
    "slope": slope.made,
    "dots": dots.made,
    "multiples": multiples.made,
}
LINED: Final = frozenset({"line", "slope", "multiples"})


def drawing_of(
    view: View,
    explored: Explored,
    known: Known,
    knowledge: Knowledge,
    wording: Wording,
    *,
    this_year: int,
) -> Drawing:
    """The drawing of a view of some rows. `this_year` tells which figures are old."""
    scene = Scene(view, known, knowledge, wording, this_year, explored.totals)
    rows = (*explored.rows, *explored.withheld)
    if not rows:
        return _nothing(scene)
    chosen = choose(rows, scene)
    chart = form.chart_of(chosen.rows, rows, scene)
    made = _made(chart, chosen, rows, explored, scene)
    return _told(chart, made, explored, scene)


def _made(
    chart: str, chosen: Chosen, rows: tuple[Observation, ...], explored: Explored, scene: Scene
) -> Made:
    if chart == "scatter":
        return scatter.made(chosen, scene, explored.beside)
    if chart == "dots":
        chosen = choose(rows, scene, spread=_spread(chosen.rows, rows))
    elif chart == "multiples" and len({row.area for row in chosen.rows}) == 1:
        chosen = choose(rows, scene, facets=True)
    return MAKERS[chart](chosen, scene)


def _spread(kept: tuple[Observation, ...], rows: tuple[Observation, ...]) -> str:
    """What a chart of ranges spreads: the sexes of the same figures, else their ages."""
    own = {(row.indicator, row.category, row.age) for row in kept}
    alike = [row for row in rows if (row.indicator, row.category, row.age) in own]
    return "sex" if len({row.sex for row in alike}) > 1 else "age"


def _told(chart: str, made: Made, explored: Explored, scene: Scene) -> Drawing:
    t = scene.wording.t
    title = t(f"drawn.title.{made.title}") if made.title else made.sentence
    title = title or title_of(made.runs, scene)
    speaking = made.speaking or _newest(made)
    drawn = (*made.rows, *made.beside)
    notes = [*left_notes(made.left, scene), *made.notes, *file_notes(explored, drawn, scene)]
    notes += kind_notes(drawn, scene)
    unit = scene.unit(made.rows[0]) if made.rows else ""
    return Drawing(
        chart=chart,
        label=label_of(_labelled(chart, made) or (*explored.rows, *explored.withheld), scene),
        title=title,
        unit=_unit(made, unit, scene),
        alt=title,
        panels=made.panels,
        keys=(*made.keys, *state_keys(made.rows, scene)),
        guard=guard_of(made.runs, scene, joined=made.joined, lines=chart in LINED),
        honest_year=honest_year(speaking, scene, none=chart != "scatter"),
        notes=(*((t(made.refused),) if made.refused else ()), *notes),
        sources=tuple(scene.known.sources[code] for code in source_order(drawn)),
        without=without_figure(scene, speaking),
        left=_counted(made.left),
    )


def _labelled(chart: str, made: Made) -> tuple[Observation, ...]:
    """The rows that label and title speak of: of bars also those that find no room."""
    return (made.speaking or made.rows) if chart == "bar" else made.rows


def _unit(made: Made, unit: str, scene: Scene) -> str:
    if made.unit:
        key = made.unit
        return scene.wording.t(key) if key in scene.wording.texts else key
    return scene.wording.t(f"unit.{unit}") if unit else ""


def _newest(made: Made) -> tuple[Observation, ...]:
    """The newest figure of each area."""
    newest: dict[str, Observation] = {}
    for run in made.runs:
        for row in run.points[-1:]:
            if row.area not in newest or newest[row.area].year < row.year:
                newest[row.area] = row
    return tuple(newest.values())


def _counted(left: tuple[Left, ...]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for one in left:
        counts[one.reason] += len(one.rows)
    return tuple(counts.items())


def _nothing(scene: Scene) -> Drawing:
    title = scene.wording.t("drawn.title.none")
    without = without_figure(scene, ())
    label = scene.wording.t("drawn.nothing")
    return Drawing("line", label, title, "", title, (), (), None, "", (), (), without)

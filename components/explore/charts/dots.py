"""The range between sexes, ages or parts of one figure, a row a country or a definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from components.charts.plot import Colour, Label, Line, Mark, Plot, Shape, Tick
from components.explore.charts.axis import Axis, pixels
from components.explore.charts.chosen import Chosen, Left
from components.explore.charts.made import MOST_ROWS, Made
from components.explore.charts.saying import spread_title
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, runs
from components.explore.charts.shown import Shown, shown
from components.explore.drawing import Key, Panel
from data.records import Observation, age_order

ROW: Final = 40
WIDEST_NAME: Final = 240
SEXES: Final[dict[str, tuple[Colour, Shape]]] = {
    "T": ("total", "circle"),
    "F": ("female", "diamond"),
    "M": ("male", "square"),
}
SHAPES: Final[tuple[Shape, ...]] = ("circle", "square", "diamond")
PLACES: Final = {"sex": 2, "age": 3, "part": 5}
"""Where in the key of a series stands what a chart of ranges can spread."""


@dataclass(frozen=True)
class Row:
    """One line of the chart: the runs of one year that differ by what is spread."""

    name: str
    runs: tuple[Run, ...]

    @property
    def rows(self) -> tuple[Observation, ...]:
        """What it draws."""
        return tuple(row for run in self.runs for row in run.rows)


def spread_of(rows: Sequence[Observation]) -> str:
    """What there is most reason to spread: sexes, else ages, else parts; empty for none."""
    for name, codes in (
        ("sex", {row.sex for row in rows}),
        ("age", {row.age for row in rows}),
        ("part", {row.category for row in rows}),
    ):
        if len(codes) > 1:
            return name
    return "sex"


def made(chosen: Chosen, scene: Scene) -> Made:
    """A row a country and definition, of the newest year that tells most apart."""
    by = spread_of(chosen.rows)
    every = runs(chosen.rows, scene)
    groups: dict[tuple[str, ...], list[Run]] = {}
    for run in every:
        place = PLACES[by]
        groups.setdefault((*run.key[:place], *run.key[place + 1 :]), []).append(run)
    lines = [_row(group, by) for group in groups.values()]
    lines = [line for line in lines if line.rows]
    kept, beyond = lines[:MOST_ROWS], lines[MOST_ROWS:]
    drawn = {row for line in lines for row in line.rows}
    older = tuple(row for row in chosen.rows if row not in drawn)
    left = [*chosen.left, *([Left("older", older)] if older else [])]
    if beyond:
        left.append(Left("narrow", tuple(row for line in beyond for row in line.rows)))
    if not kept:
        return Made((), (), (), tuple(left), title="none")
    rows = tuple(row for line in kept for row in line.rows)
    drawn_runs = tuple(run for line in kept for run in line.runs)
    found = shown(drawn_runs, _as_it_is(scene))
    axis = found.axis(log=scene.view.scale == "log")
    looks = _looks(drawn_runs, by)
    title = spread_title(kept[0].runs, len(kept), drawn_runs, scene)
    plot = _plot(kept, found, axis, looks, scene, title, by)
    keys = tuple(
        Key(_word(code, drawn_runs, by), colour, shape) for code, (colour, shape) in looks.items()
    )
    panel = Panel("", plot, rows)
    return Made(
        (panel,), drawn_runs, rows, tuple(left), keys, refused=found.refused, sentence=title
    )


def _as_it_is(scene: Scene) -> Scene:
    """The scene without changes in percent: a range is between figures of one year."""
    return replace(scene, view=replace(scene.view, relative=False))


def _row(group: Sequence[Run], by: str) -> Row:
    """The newest year in which several are told apart, by the publisher that tells most."""
    valued = [row for run in group for row in run.points] or [r for run in group for r in run.rows]
    counts = Counter((row.year, row.source) for row in valued)
    year, source = max(counts, key=lambda pair: (counts[pair] > 1, pair[0], counts[pair], pair[1]))
    kept = []
    for run in group:
        points = tuple(r for r in run.points if (r.year, r.source) == (year, source))[:1]
        absences = tuple(r for r in run.absences if (r.year, r.source) == (year, source))[:1]
        if points or absences:
            kept.append(replace(run, points=points, absences=() if points else absences, joins=()))
    place = PLACES[by]
    words = (word for n, word in enumerate(group[0].named) if n != place)
    name = " · ".join(filter(None, words)) or group[0].words[0]
    return Row(name, tuple(kept))


def _looks(made_runs: Sequence[Run], by: str) -> dict[str, tuple[Colour, Shape]]:
    codes = dict.fromkeys(run.key[PLACES[by]] for run in made_runs)
    if by == "sex":
        return {code: SEXES[code] for code in SEXES if code in codes}
    return {
        code: (f"part-{place % 10 + 1}", SHAPES[place % len(SHAPES)])
        for place, code in enumerate(sorted(codes, key=age_order) if by == "age" else codes)
    }


def _word(code: str, made_runs: Sequence[Run], by: str) -> str:
    place = PLACES[by]
    return next(run.words[place] for run in made_runs if run.key[place] == code)


def _plot(
    lines: Sequence[Row],
    found: Shown,
    axis: Axis,
    looks: dict[str, tuple[Colour, Shape]],
    scene: Scene,
    alt: str,
    by: str,
) -> Plot:
    marks: list[Mark] = []
    drawn: list[Line] = []
    labels: list[Label] = []
    count = len(lines)
    for place, line in enumerate(lines):
        y = round(100 * (place + 0.5) / count, 3)
        ends = [axis.at(found.values[row]) for row in line.rows if row in found.values]
        if len(ends) > 1:
            drawn.append(Line(((min(ends), y), (max(ends), y)), "muted"))
        for run in line.runs:
            colour, shape = looks[run.key[PLACES[by]]]
            for row in run.rows:
                at = axis.at(found.values[row]) if row in found.values else 0.5
                marks.append(scene.mark(row, at, y, colour, shape))
        labels.append(Label(max(ends, default=0.5), y, _figures(line, scene), "right"))
    return Plot(
        alt,
        ROW * count,
        marks=marks,
        lines=drawn,
        labels=labels,
        x_ticks=axis.across(scene.wording),
        rows=[Tick(round(100 * (n + 0.5) / count, 3), line.name) for n, line in enumerate(lines)],
        left=min(max(pixels(line.name) for line in lines) + 16, WIDEST_NAME),
        right=max(pixels(label.text) for label in labels) + 20,
        x_grid=True,
    )


def _figures(line: Row, scene: Scene) -> str:
    """The least and the largest figure of a row with its year, or why there is none."""
    rows = sorted((r for run in line.runs for r in run.points), key=lambda r: r.value or 0.0)
    if not rows:
        value = scene.figure(line.rows[0])
    else:
        value = " – ".join(dict.fromkeys(scene.figure(row) for row in (rows[0], rows[-1])))
    return scene.wording.t("drawn.figure_year", value=value, year=line.rows[0].year)

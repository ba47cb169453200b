"""The sentences of a drawing: its title, its small label, and what stands at the target year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from components import numbers
from components.explore.charts.chosen import measure_code
from components.explore.charts.line_plot import signed_percent
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, measure_for, measure_name
from components.explore.charts.shown import Shown
from components.explore.drawing import Key
from components.explore.region_names import region_name
from data.methods.change import change
from data.methods.uncertainty import no_clear_difference
from data.records import TOTAL, Observation

NAMED: Final = 3
"""Countries, regions or parts that are named in a sentence; more are counted."""

TARGET: Final = 2025
"""The year by which Target 8.7 asks that child labour ends: the only number it has."""

DEFINITIONS: Final = ("child-labour", "ge-child-labour", "national-child-labour")


def target_of(rows: Sequence[Observation], scene: Scene, *, relative: bool) -> int | None:
    """The year of the target, where the figures are of what it has a number for."""
    if relative or not rows:
        return None
    about = scene.indicator(rows[0])
    return TARGET if about.comparability.startswith(DEFINITIONS) else None


def target_key(target: int | None, scene: Scene) -> list[Key]:
    """The line of the legend for the triangle at the target year."""
    return [Key(scene.wording.t("drawn.target"), "muted", "triangle")] if target else []


def label_of(rows: Sequence[Observation], scene: Scene) -> str:
    """What, of whom, where and when: `Child labour, 5–17 years, both sexes · Peru, 2012–2022`."""
    comma, wording = scene.wording.t("sentence.comma"), scene.wording
    indicator = scene.indicator(rows[0])
    codes = dict.fromkeys(row.indicator for row in rows)
    measures = {measure_code(row): row for row in rows}
    what = [measure_name(row, scene) for row in measures.values()][:NAMED]
    if len(codes) == 1:
        what = [wording.of(indicator, "short")]
    for texts in (
        {numbers.age_text(r.age, wording) for r in rows if r.age not in {"", TOTAL}},
        {numbers.sex_of(r, indicator, wording) for r in rows},
        {scene.part(r) for r in rows if scene.part(r)},
    ):
        if len(texts) == 1:
            what += texts
    years = [row.year for row in rows]
    when = numbers.year_range(min(years), max(years), wording)
    label = f"{comma.join(what)} · {comma.join([_where(rows, scene), when])}"
    if scene.view.filters.unlike:
        return wording.t("drawn.label_anyway", label=label)
    return label


def _where(rows: Iterable[Observation], scene: Scene) -> str:
    codes = sorted({row.area for row in rows}, key=scene.area)
    filters, comma = scene.view.filters, scene.wording.t("sentence.comma")
    if len(codes) <= NAMED:
        return comma.join(map(scene.area, codes))
    if filters.region and not filters.area and len(filters.region) <= NAMED:
        return comma.join(region_name(c, scene.known.areas, scene.wording) for c in filters.region)
    return scene.wording.plural("drawn.areas", len(codes), count=len(codes))


def title_of(runs: Sequence[Run], scene: Scene, shown: Shown | None = None) -> str:
    """The answer: how a figure changed, or between which two the newest figures lie."""
    valued = [run for run in runs if run.points]
    if shown is not None and shown.relative and valued:
        return _of_changes(valued, shown, scene)
    if not valued:
        return _absent(runs, scene)
    if len(valued) == 1:
        return _of_one(valued[0], scene)
    return _of_parts(valued, scene) or _between(valued, scene)


def _of_parts(runs: Sequence[Run], scene: Scene) -> str:
    """Of the parts of one country's whole the largest that is published, of the newest year in
    which any part was counted; empty where there is no such whole or year."""
    rows = [row for run in runs for row in run.points]
    if len({row.area for row in rows}) > 1 or any(row.category == TOTAL for row in rows):
        return ""
    counted = [row for row in rows if row.value]
    if not counted:
        return ""
    year = max(row.year for row in counted)
    largest = max((r for r in counted if r.year == year), key=lambda row: row.value or 0.0)
    return scene.wording.t(
        "drawn.title.largest_part",
        year=year,
        part=scene.part(largest),
        value=scene.figure(largest),
    )


def _absent(runs: Sequence[Run], scene: Scene) -> str:
    rows = [row for run in runs for row in run.absences]
    if not rows:
        return scene.wording.t("drawn.title.none")
    newest = max(rows, key=lambda row: row.year)
    if len({row.area for row in rows}) > 1:
        return scene.wording.t("drawn.title.none")
    return scene.wording.t("drawn.title.one_absent", why=scene.figure(newest), year=newest.year)


def _of_one(run: Run, scene: Scene) -> str:
    measure, row = measure_for(run.points[0], scene), run.points[-1]
    method = scene.indicator(row).method
    found = change(measure, run.points, method=method, known=scene.knowledge)
    t = scene.wording.t
    if found.first is None or found.last is None or not found.stated:
        return t("drawn.title.one", last=scene.figure(row), last_year=row.year)
    first, last = found.first, found.last
    texts = {
        "first": scene.figure(first),
        "first_year": first.year,
        "last": scene.figure(last),
        "last_year": last.year,
    }
    if no_clear_difference(first, last):
        return t("drawn.title.overlap", **texts)
    way = "up" if (last.value or 0) > (first.value or 0) else "down"
    if texts["first"] == texts["last"]:
        way = "same"
    return t(f"drawn.title.{way}_{found.strength}", **texts)


def _between(runs: Sequence[Run], scene: Scene) -> str:
    low = min(runs, key=lambda run: (run.points[-1].value or 0.0, run.name))
    high = max(runs, key=lambda run: (run.points[-1].value or 0.0, run.name))
    low_row, high_row = low.points[-1], high.points[-1]
    t = scene.wording.t
    if scene.figure(low_row) == scene.figure(high_row):
        return t("drawn.title.all_same", value=scene.figure(low_row))
    areas = len({run.area for run in runs}) == len(runs)
    return t(
        f"drawn.title.{'from_to' if areas else 'between'}",
        low=scene.figure(low_row),
        low_name=low.name,
        low_year=low_row.year,
        high=scene.figure(high_row),
        high_name=high.name,
        high_year=high_row.year,
    )


def _of_changes(runs: Sequence[Run], shown: Shown, scene: Scene) -> str:
    """How the newest figures stand to the first of their series."""

    def of(run: Run) -> float:
        return shown.values[run.points[-1]]

    low, high = min(runs, key=of), max(runs, key=of)
    t = scene.wording.t
    texts = {"low": signed_percent(of(low), scene), "high": signed_percent(of(high), scene)}
    if len(runs) == 1:
        first, last = low.points[0], low.points[-1]
        return t("drawn.title.change", value=texts["low"], first=first.year, last=last.year)
    return t("drawn.title.from_to_change", low_name=low.name, high_name=high.name, **texts)


def spread_title(first: Sequence[Run], lines: int, runs: Sequence[Run], scene: Scene) -> str:
    """`Girls: 3.2 %, boys: 5.1 % in 2019` of one line, else between which two figures all lie."""
    valued = [run for run in first if run.points]
    if lines > 1 or not valued:
        return title_of(runs, scene)
    t = scene.wording.t
    named = [(run.name or run.words[0], scene.figure(run.points[-1])) for run in valued]
    parts = [t("drawn.figure_name", name=name, value=value) for name, value in named]
    joined = t("sentence.comma").join(parts)
    if len(parts) > NAMED:
        return title_of(runs, scene)
    return t("drawn.title.spread", parts=joined, year=valued[0].points[-1].year)

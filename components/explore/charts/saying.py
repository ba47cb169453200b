"""The sentences of a drawing: its title, its small label, what stands for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from components import numbers
from components.explore.charts.scene import Scene
from components.explore.charts.series import Run, measure_for
from data.methods.change import change
from data.records import TOTAL, Observation

NAMED = 3
"""Countries that the label names; more are counted."""


def label_of(rows: Sequence[Observation], scene: Scene) -> str:
    """What, of whom, where and when: `Child labour, 5–17 years, both sexes · Peru, 2012–2022`."""
    comma, wording = scene.wording.t("sentence.comma"), scene.wording
    indicator = scene.indicator(rows[0])
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
        return comma.join(map(scene.area, filters.region))
    return scene.wording.plural("drawn.areas", len(codes), count=len(codes))


def title_of(runs: Sequence[Run], scene: Scene) -> str:
    """The answer: how a figure changed, or between which two the newest figures lie."""
    valued = [run for run in runs if run.points]
    if not valued:
        return scene.wording.t("drawn.title.none")
    if len(valued) == 1:
        return _of_one(valued[0], scene)
    return _between([run.points[-1] for run in valued], [run.name for run in valued], scene)


def _of_one(run: Run, scene: Scene) -> str:
    measure, row = measure_for(run.points[0], scene), run.points[-1]
    found = change(measure, run.points, method=scene.indicator(row).method, known=scene.knowledge)
    t = scene.wording.t
    last = {"last": scene.figure(row), "last_year": row.year, "name": run.name}
    if found.first is None or found.last is None or not found.stated:
        return t("drawn.title.one", **last)
    first, row = found.first, found.last
    last = {"last": scene.figure(row), "last_year": row.year}
    texts = {"first": scene.figure(first), "first_year": first.year, **last}
    way = "up" if (row.value or 0) > (first.value or 0) else "down"
    if texts["first"] == texts["last"]:
        way = "same"
    return t(f"drawn.title.{way}_{found.strength}", **texts)


def _between(rows: Sequence[Observation], names: Sequence[str], scene: Scene) -> str:
    named = list(zip(rows, names, strict=True))
    low, low_name = min(named, key=lambda pair: (pair[0].value or 0.0, pair[1]))
    high, high_name = max(named, key=lambda pair: (pair[0].value or 0.0, pair[1]))
    t = scene.wording.t
    if scene.figure(low) == scene.figure(high):
        return t("drawn.title.all_same", value=scene.figure(low))
    return t(
        "drawn.title.from_to",
        low=scene.figure(low),
        low_name=low_name,
        low_year=low.year,
        high=scene.figure(high),
        high_name=high_name,
        high_year=high.year,
    )

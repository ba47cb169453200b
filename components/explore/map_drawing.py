"""A view as a map: which area has which figure, class or absence, and what stands around it.

`map_drawing(view, explored, known, knowledge, wording, this_year=…) -> MapDrawing` is drawn by
`components.explore.map_html.map_html(mapped, wording, image=…, mode=…) -> str` on a page, and by
`components.pictures.map_body.map_body(mapped, wording)` in a picture. Pure: nothing is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isqrt
from typing import Final

from components.charts.map_classes import CLASSES, class_breaks, class_label, class_of, is_old
from components.charts.plot import DECADE, Plot
from components.explore.charts.chosen import Chosen, choose
from components.explore.charts.guarding import guard_of
from components.explore.charts.noting import asked_areas, kind_notes, left_notes, source_order
from components.explore.charts.saying import label_of, title_of
from components.explore.charts.scene import Scene, datum_of
from components.explore.charts.series import runs
from components.explore.charts.speaking import spoken
from components.explore.drawing import Drawing, Panel
from components.explore.offered import COUNTRY_KINDS
from components.explore.view import View
from components.sentences import map_sentence
from components.wording import Wording
from data.methods.change import Knowledge
from data.records import (
    NOT_APPLICABLE,
    NOT_COLLECTED,
    NOT_REPORTED,
    SUPPRESSED,
    TOTAL,
    Area,
    Explored,
    Known,
    Observation,
    Series,
)

FIGURE, NOTHING = "figure", "nothing"
ABSENT: Final = {
    SUPPRESSED: "suppressed",
    NOT_REPORTED: "not_reported",
    NOT_APPLICABLE: "not_applicable",
    NOT_COLLECTED: "not_collected",
}
KINDS: Final = (FIGURE, *ABSENT.values(), NOTHING)
"""What an area of a map shows: a figure, one of four told absences, or nothing that we hold."""


_WORDS: Final = {NOTHING: "explore_map.nothing"}


@dataclass(frozen=True, slots=True)
class MappedArea:
    """One country or territory of a map.

    `step` is the number of its class, -1 without a figure; `text` its figure for the eye or why
    there is none; `tip` everything about it; `old`: ten years or older; `earlier`: from before
    the year asked for.
    """

    code: str
    name: str
    kind: str
    text: str
    tip: str
    step: int = -1
    year: int | None = None
    old: bool = False
    earlier: bool = False
    datum: str = ""


@dataclass(frozen=True, slots=True)
class LegendLine:
    """One line of the legend: `kind` is one of KINDS, or `old` or `earlier`."""

    kind: str
    text: str
    count: int
    step: int = -1


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The map and all that stands around it. `drawing` has one panel without a plot, whose rows
    are those of the map. `subject` is the theme whose ramp colours the classes, `steps` how many
    there are. `focus` are the areas that the map is cut to. `refused`: there is no map, and the
    drawing's title says why.
    """

    drawing: Drawing
    areas: tuple[MappedArea, ...]
    legend: tuple[LegendLine, ...]
    subject: str
    steps: int
    focus: tuple[str, ...]
    refused: bool = False


def map_drawing(
    view: View,
    explored: Explored,
    known: Known,
    knowledge: Knowledge,
    wording: Wording,
    *,
    this_year: int,
) -> MapDrawing:
    """The map of a view of some rows. `this_year` tells which figures are old."""
    scene = Scene(view, known, knowledge, wording, this_year)
    rows = (*explored.rows, *explored.withheld)
    chosen = _one_population(choose(rows, scene), scene) if rows else Chosen(())
    if not any(_mappable(row, scene) for row in chosen.rows):
        return _refused(scene, "explore_map.no_figure", rows)
    if not all(scene.indicator(row).mapped for row in chosen.rows):
        return _refused(scene, "explore_map.not_mapped", chosen.rows)
    chosen = _one_an_area(spoken(chosen, scene), scene)
    return _made(chosen, scene)


def _mappable(row: Observation, scene: Scene) -> bool:
    area = scene.known.areas.get(row.area)
    return area is not None and area.kind in COUNTRY_KINDS


def _refused(scene: Scene, key: str, rows: Sequence[Observation]) -> MapDrawing:
    t = scene.wording.t
    subject = scene.indicator(rows[0]).theme if rows else "context"
    name = scene.wording.of(scene.indicator(rows[0]), "short") if rows else ""
    title = t(key, indicator=name)
    label = label_of(rows, scene) if rows else t("drawn.nothing")
    drawing = Drawing("map", label, title, "", title, (), (), None, "", (), ())
    return MapDrawing(drawing, (), (), subject, 0, (), refused=True)


def _one_population(chosen: Chosen, scene: Scene) -> Chosen:
    """One sex, one age, one part: a map has one figure an area."""
    if not chosen.rows or scene.view.filters.headline:
        return chosen
    sex = min({row.sex for row in chosen.rows}, key="TFM".find)
    chosen = chosen.without("other_sex", lambda row: row.sex == sex)
    ages = Counter(row.age for row in chosen.rows)
    standard = scene.indicator(chosen.rows[0]).age or TOTAL
    age = standard if standard in ages else min(ages, key=lambda code: (-ages[code], code))
    chosen = chosen.without("other_age", lambda row: row.age == age)
    parts = {(row.dimension, row.category) for row in chosen.rows}
    part = min(parts, key=lambda pair: (pair[1] != TOTAL, pair))
    return chosen.without("other_part", lambda row: (row.dimension, row.category) == part)


def _one_an_area(chosen: Chosen, scene: Scene) -> Chosen:
    """Of several measures of one definition the newest figure, then the first as they are told."""
    best: dict[str, Observation] = {}
    for row in chosen.rows:
        held = best.get(row.area)
        if held is None or _before(held, row):
            best[row.area] = row
    kept = set(map(id, best.values()))
    chosen = chosen.without("older", lambda row: id(row) in kept)
    return chosen.without("no_place", lambda row: _mappable(row, scene))


def _before(held: Observation, row: Observation) -> bool:
    return (row.value is not None, row.year) > (held.value is not None, held.year)


def _made(chosen: Chosen, scene: Scene) -> MapDrawing:
    rows = {row.area: row for row in chosen.rows}
    asked = _asked(scene, chosen.rows)
    values = [row.value for row in rows.values() if row.value is not None]
    breaks = class_breaks(values, min(CLASSES, isqrt(len(values)) + 1)) if values else ()
    areas = tuple(_mapped(area, rows.get(area.code), breaks, scene) for area in asked)
    some = chosen.rows[0]
    legend = (*_classes(areas, breaks, scene.unit(some), scene), *_others(areas, scene))
    return MapDrawing(
        _around(chosen, asked, scene),
        areas,
        legend,
        scene.indicator(some).theme,
        len(breaks),
        _focus(asked, rows),
    )


def _asked(scene: Scene, rows: Sequence[Observation]) -> tuple[Area, ...]:
    """The countries and territories that a view asks for, every one where it names none."""
    filters, known = scene.view.filters, scene.known.areas
    named = filters.area or filters.region
    codes = asked_areas(scene, rows) if named else tuple(known)
    found = [known[code] for code in codes if code in known]
    return tuple(
        sorted((a for a in found if a.kind in COUNTRY_KINDS), key=lambda area: area.by_name)
    )


def _focus(asked: Sequence[Area], rows: dict[str, Observation]) -> tuple[str, ...]:
    """What a map is cut to: those with a figure or a told absence, and States beside them."""
    focus = [area.code for area in asked if area.code in rows or area.un_member]
    return tuple(focus or [area.code for area in asked])


def _mapped(
    area: Area, row: Observation | None, breaks: Sequence[float], scene: Scene
) -> MappedArea:
    if row is None:
        text = scene.wording.t("explore_map.nothing")
        return MappedArea(area.code, area.name, NOTHING, text, f"{area.name}\n{text}")
    given = MappedArea(
        area.code,
        area.name,
        FIGURE if row.value is not None else ABSENT.get(row.status, "not_reported"),
        scene.figure(row),
        scene.tip(row),
        year=row.year,
        datum=datum_of(row),
    )
    if row.value is None:
        return given
    year = scene.view.filters.year
    return replace(
        given,
        step=class_of(row.value, breaks),
        old=is_old(row.year, scene.this_year),
        earlier=year is not None and row.year < year,
    )


def _classes(
    areas: Sequence[MappedArea], breaks: Sequence[float], unit: str, scene: Scene
) -> list[LegendLine]:
    counts = Counter(area.step for area in areas)
    return [
        LegendLine(FIGURE, class_label(breaks, place, unit, scene.wording), counts[place], place)
        for place in range(len(breaks))
    ]


def _others(areas: Sequence[MappedArea], scene: Scene) -> list[LegendLine]:
    t, kinds = scene.wording.t, Counter(area.kind for area in areas)
    year = scene.view.filters.year
    lines = [
        LegendLine(kind, t(_WORDS.get(kind, f"figure.{kind}")), kinds[kind])
        for kind in KINDS
        if kind != FIGURE and kinds[kind]
    ]
    if old := sum(area.old for area in areas):
        before = scene.this_year - DECADE + 1
        lines.append(LegendLine("old", t("explore_map.key.old", year=before), old))
    if earlier := sum(area.earlier for area in areas):
        lines.append(LegendLine("earlier", t("explore_map.key.earlier", year=year), earlier))
    return lines


def _around(chosen: Chosen, asked: Sequence[Area], scene: Scene) -> Drawing:
    """Title, guard, sentences and sources of the map."""
    t, rows = scene.wording.t, chosen.rows
    found = runs(rows, scene)
    title = title_of(found, scene)
    valued = {row.area for row in rows if row.value is not None}
    sources = tuple(scene.known.sources[code] for code in source_order(rows))
    shown = Series(scene.indicator(rows[0]), tuple(asked), sources, rows)
    # Of one area the title says the year.
    year, now = scene.view.filters.year, scene.this_year
    honest = map_sentence(shown, scene.wording, year, this_year=now) if len(asked) > 1 else ""
    unit = scene.unit(rows[0])
    return Drawing(
        chart="map",
        label=label_of(rows, scene),
        title=title,
        unit=t(f"unit.{unit}"),
        alt=t("explore_map.alt", title=title, years=honest).strip(),
        panels=(Panel("", Plot(title, 0), rows),),
        keys=(),
        guard=guard_of(found, scene, joined=False, lines=False),
        honest_year=honest,
        notes=(*left_notes(chosen.left, scene), *kind_notes(rows, scene)),
        sources=sources,
        without=tuple(area.name for area in asked if area.code not in valued),
    )

"""The world's own estimates as cards: the history of the number, and the regions' shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from components import change_words, numbers
from components.cards import Card, Strength, figure_card
from components.charts.plot import (
    Label,
    Line,
    Mark,
    Plot,
    Tick,
    percent_of,
    plot_html,
    round_steps,
    year_steps,
)
from components.wording import Wording
from components.world.headline import (
    CHILD_LABOUR_DATE,
    LAST_DATE,
    formula_sentence,
    pace_sentence,
    world_change,
)
from components.world.quoted import quoted_sentence
from data.methods.change import COMPARABLE, INDICATIVE, assess
from data.methods.pace import pace_to_zero
from data.methods.selection import Survey, history, measure_of
from data.records import Area, Observation, Series

MILLION: Final = 1_000_000
WORLD: Final = "WLD"
REGIONS: Final = ("M49_202", "M49_419", "SDG_062", "SDG_513", "SDG_747", "SDG_753")
"""The regions of the global estimates of 2020 and 2024."""

BEFORE: Final = "GE_CHILD_LABOUR_RATE"
AFTER: Final = "UNICEF_CL_ECON"
"""The shares by region of the edition of 2021 (for 2020) and of 2025 (for 2024)."""

BEFORE_YEAR, AFTER_YEAR = 2020, 2024
ROW: Final = 42


def history_card(series: Series, wording: Wording) -> Card | None:
    """Children in child labour since the first estimate; solid only within one series."""
    measure = measure_of(series.indicator)
    surveys = history(measure, series.observations)
    found = world_change(series)
    if not surveys or found.last is None:
        return None
    pace = pace_to_zero(found, LAST_DATE)
    sentences = [pace_sentence(pace, wording), formula_sentence(pace, wording)] if pace else []
    rows = tuple(survey.row for survey in surveys)
    title = _history_title(series, wording)
    alt = wording.t("world.history.alt", title=title)
    return figure_card(
        "world-history",
        title,
        [series.only(rows)],
        wording,
        sentence=" ".join(filter(None, [*sentences, quoted_sentence(rows, wording)])),
        area_code=WORLD,
        label=wording.t(
            "world.history.label",
            years=numbers.year_range(surveys[0].row.year, surveys[-1].row.year, wording),
        ),
        strength=_history_strength(surveys, series, wording),
        meta="",
        body=_history_plot(surveys, series, wording, alt),
    )


def _history_title(series: Series, wording: Wording) -> str:
    found = world_change(series)
    assert found.last is not None
    value = numbers.read_figure(found.last, series.indicator, wording)
    year = found.last.year
    if found.strength != COMPARABLE or found.unclear or not found.difference or not found.first:
        verdict = change_words.verdict(found, series.indicator, wording)
        return wording.t("world.history.beside", value=value, year=year, verdict=verdict)
    return wording.t(
        "world.history.fewer" if found.difference < 0 else "world.history.more",
        value=value,
        year=year,
        difference=numbers.read_count(abs(found.difference), wording),
        first=found.first.year,
    )


def _newest_series(surveys: Sequence[Survey], series: Series) -> int:
    """The place of the first estimate that compares with every later one.

    Only from there on is the line solid: an older edition that compares two years of its own is
    another series.
    """
    measure, method = measure_of(series.indicator), series.indicator.method
    place = len(surveys) - 1
    while place and (
        assess(surveys[place - 1].row, surveys[place].row, measure=measure, method=method)[0]
        == COMPARABLE
    ):
        place -= 1
    return place


def _history_strength(surveys: Sequence[Survey], series: Series, wording: Wording) -> Strength:
    start = _newest_series(surveys, series)
    if start == len(surveys) - 1:
        return change_words.graded(
            INDICATIVE, wording.t("change.reason.different_edition"), wording
        )
    first, last = surveys[start].row.year, surveys[-1].row.year
    reason = wording.t("world.history.reason", first=first, last=last)
    return change_words.graded(INDICATIVE, reason, wording)


def _history_plot(surveys: Sequence[Survey], series: Series, wording: Wording, alt: str) -> str:
    rows = [survey.row for survey in surveys]
    start, end = rows[0].year, max(rows[-1].year, CHILD_LABOUR_DATE) + 1
    steps = round_steps(max(row.value or 0.0 for row in rows) / MILLION)

    def place(row: Observation) -> tuple[float, float]:
        value = (row.value or 0.0) / MILLION
        return percent_of(row.year, start, end), 100 - percent_of(value, 0, steps[-1])

    points = [place(row) for row in rows]
    solid_from = _newest_series(surveys, series)
    lines = [
        Line((points[at], points[at + 1]), "theme", "solid" if at >= solid_from else "dashed")
        for at in range(len(points) - 1)
    ]
    marks = [
        Mark(
            *point,
            "theme",
            tip=wording.t(
                "world.tip",
                area=wording.t("world.world"),
                value=numbers.figure(row, series.indicator, wording),
                year=row.year,
            ),
        )
        for row, point in zip(rows, points, strict=True)
    ]
    target = percent_of(CHILD_LABOUR_DATE, start, end)
    labels = [
        Label(
            *point,
            numbers.number((row.value or 0.0) / MILLION, wording, 0),
            place="above",
            strong=row is rows[-1],
        )
        for row, point in zip(rows, points, strict=True)
    ]
    labels.append(Label(target, 100, wording.t("world.history.target"), place="above"))
    marks.append(
        Mark(
            target,
            100,
            "theme",
            shape="triangle",
            tip=wording.t("world.target", year=CHILD_LABOUR_DATE),
        )
    )
    return plot_html(
        Plot(
            alt=alt,
            height=208,
            marks=marks,
            lines=lines,
            labels=labels,
            x_ticks=[
                Tick(percent_of(year, start, end), str(year))
                for year in year_steps(start, end - 1, 7)
            ],
            y_ticks=[
                Tick(100 - percent_of(step, 0, steps[-1]), numbers.number(step, wording))
                for step in steps
            ],
            left=40,
            right=16,
            above=28,
        )
    )


@dataclass(frozen=True, slots=True)
class RegionPair:
    """One region: its share in the two editions."""

    area: Area
    before: Observation
    after: Observation


def region_pairs(
    figures: Mapping[str, Mapping[str, Series]], areas: Mapping[str, Area]
) -> list[RegionPair]:
    """The regions of which both shares are held, by name, the world last.

    `figures` by area code, then indicator code.
    """
    found = []
    for code in (*REGIONS, WORLD):
        before = _share(figures.get(code, {}).get(BEFORE), BEFORE_YEAR)
        after = _share(figures.get(code, {}).get(AFTER), AFTER_YEAR)
        if before is not None and after is not None and code in areas:
            found.append(RegionPair(areas[code], before, after))
    return sorted(found, key=lambda pair: (pair.area.code == WORLD, pair.area.by_name))


def _share(series: Series | None, year: int) -> Observation | None:
    """The share of all children 5-17 in the year; None without one."""
    if series is None:
        return None
    for row in series.observations:
        if (row.year, row.sex, row.age) == (year, "T", "5-17") and row.value is not None:
            return row
    return None


def regions_card(
    figures: Mapping[str, Mapping[str, Series]], areas: Mapping[str, Area], wording: Wording
) -> Card | None:
    """The share of children in child labour by region, the newer estimate beside the older."""
    pairs = region_pairs(figures, areas)
    regions = [pair for pair in pairs if pair.area.code != WORLD]
    if not regions:
        return None
    named = tuple(pair.area for pair in pairs)
    several = []
    for code, rows in (
        (BEFORE, tuple(pair.before for pair in pairs)),
        (AFTER, tuple(pair.after for pair in pairs)),
    ):
        series = figures[regions[0].area.code][code]
        kept = {row.source for row in rows}
        held = {
            source.code: source
            for pair in pairs
            for source in figures[pair.area.code][code].sources
            if source.code in kept
        }
        several.append(
            replace(series, areas=named, observations=rows, sources=tuple(held.values()))
        )
    lower = sum((pair.after.value or 0.0) < (pair.before.value or 0.0) for pair in regions)
    title = wording.t(
        "world.regions.title",
        lower=numbers.number(lower, wording),
        all=numbers.number(len(regions), wording),
        year=AFTER_YEAR,
    )
    return figure_card(
        "world-regions",
        title,
        several,
        wording,
        sentence="",
        area_code=",".join(area.code for area in named),
        label=wording.t("world.regions.label", first=BEFORE_YEAR, last=AFTER_YEAR),
        strength=change_words.graded(INDICATIVE, wording.t("world.regions.reason"), wording),
        meta="",
        body=_regions_plot(pairs, several, wording, title),
    )


def _regions_plot(
    pairs: Sequence[RegionPair], several: Sequence[Series], wording: Wording, alt: str
) -> str:
    values = [row.value or 0.0 for pair in pairs for row in (pair.before, pair.after)]
    steps = round_steps(max(values))
    before, after = (series.indicator for series in several)
    marks, lines, labels, rows = [], [], [], []
    for at, pair in enumerate(pairs):
        y = percent_of(at + 0.5, 0, len(pairs))
        ends = []
        for row, about, hollow in ((pair.before, before, True), (pair.after, after, False)):
            x = percent_of(row.value or 0.0, 0, steps[-1])
            ends.append((x, y))
            tip = wording.t(
                "world.tip",
                area=pair.area.name,
                value=numbers.figure(row, about, wording),
                year=row.year,
            )
            marks.append(Mark(x, y, "theme", tip=tip, hollow=hollow))
        lines.append(Line(tuple(ends), "theme", "dashed"))
        value = numbers.read_figure(pair.after, after, wording)
        labels.append(Label(100, y, value, place="right", strong=True))
        rows.append(Tick(y, pair.area.name))
    years = zip((BEFORE_YEAR, AFTER_YEAR), (marks[0], marks[1]), strict=True)
    for year, mark in years:
        beside = "left" if mark.x == min(marks[0].x, marks[1].x) else "right"
        labels.append(Label(mark.x, mark.y - 9, str(year), place=beside, colour="muted"))  # type: ignore[arg-type]
    return plot_html(
        Plot(
            alt=alt,
            height=ROW * len(pairs),
            marks=marks,
            lines=lines,
            labels=labels,
            rows=rows,
            x_ticks=[
                Tick(percent_of(step, 0, steps[-1]), numbers.percent(step, wording))
                for step in steps
            ],
            left=176,
            right=72,
            above=12,
            x_grid=True,
        )
    )

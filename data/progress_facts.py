"""Whether child labour ends, country by country: what can be judged, read once for page and file.

Every country is asked for both definitions of SDG 8.7.1 and for each run of its statistics office
that counts child labour or hazardous work; what cannot be judged keeps its reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from data import store
from data.explored import every_survey
from data.methods.progress.judged import judged, judged_run
from data.methods.progress.series import JudgedSeries, Progress
from data.methods.selection import Measure, headlines, measure_of, representative
from data.queries import surveys, versions
from data.queries.figures import rows_of
from data.records import Area, Indicator, NationalSeries, Observation

WORLD: Final = "WLD"
WORLD_SERIES: Final = (
    "GE_CHILD_LABOUR_NUMBER",
    "ILO_FORCED_LABOUR_NUMBER",
)
MEASURES: Final = ("child_labour", "child_labour_chores")
RUNS: Final = (
    "NATIONAL_CHILD_LABOUR_RATE",
    "NATIONAL_CHILD_LABOUR_NUMBER",
    "NATIONAL_HAZARDOUS_WORK_RATE",
    "NATIONAL_HAZARDOUS_WORK_NUMBER",
)
"""What the target ends. Children at work are more than those in child labour: no run of them."""


@store.cached(6)
def progress(release: int | None, this_year: int) -> Progress:
    """What can be judged as of a release (None: of the figures of now)."""
    about = store.reference("en")
    held = _rows_by_area(release, about.indicators)
    with store.connected() as connection:
        runs = surveys.all_national_runs(connection)
    of_area: dict[str, list[NationalSeries]] = {}
    for run in runs:
        if run.indicator in RUNS:
            of_area.setdefault(run.area, []).append(run)
    countries = {
        area.code: _of_country(area, held.get(area.code, ()), of_area.get(area.code, ()), this_year)
        for area in about.countries
    }
    world = [
        _of_world(about.indicators[code], held.get(WORLD, ()), this_year)
        for code in WORLD_SERIES
        if code in about.indicators
    ]
    return Progress(tuple(world), countries)


def _rows_by_area(
    release: int | None, indicators: Mapping[str, Indicator]
) -> dict[str, list[Observation]]:
    codes = [code for name in MEASURES for code in headlines()[name].indicators]
    wanted = [code for code in (*codes, *RUNS, *WORLD_SERIES) if code in indicators]
    found: dict[str, list[Observation]] = {}
    with store.connected() as connection:
        table = versions.observations_as_of(release)
        for row in rows_of(connection, wanted, table=table):
            found.setdefault(row.area, []).append(row)
    return found


def _of_country(
    area: Area,
    rows: Sequence[Observation],
    runs: Sequence[NationalSeries],
    this_year: int,
) -> tuple[JudgedSeries, ...]:
    made = []
    for code in MEASURES:
        measure = headlines()[code]
        own = [row for row in rows if row.indicator in measure.indicators]
        found = judged(measure, own, this_year=this_year, known=every_survey())
        spoken = representative(measure, own)
        newest = spoken.row if spoken else None
        made.append(JudgedSeries(area.code, code, measure.indicators[0], found, newest))
    for run in runs:
        own = [r for r in rows if (r.indicator, r.category) == (run.indicator, run.code)]
        whole = [row for row in own if (row.sex, row.age) == ("T", run.age)]
        figures = [row for row in whole if row.value is not None]
        newest = max(figures, key=lambda row: row.year, default=None)
        found = judged_run(run, own, this_year=this_year)
        made.append(JudgedSeries(area.code, run.code, run.indicator, found, newest, run))
    return tuple(made)


def _of_world(about: Indicator, rows: Sequence[Observation], this_year: int) -> JudgedSeries:
    own = [row for row in rows if row.indicator == about.code]
    measure: Measure = measure_of(about)
    found = judged(measure, own, this_year=this_year, method=about.method, known=every_survey())
    spoken = representative(measure, own)
    return JudgedSeries(WORLD, about.code, about.code, found, spoken.row if spoken else None)

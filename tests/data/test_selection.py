"""The one rule for which figure speaks: on figures made by hand, then on all areas."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Connection, Engine, select

from data.methods.change import knowledge
from data.methods.reach import reach
from data.methods.selection import (
    Measure,
    absence,
    equal_as_printed,
    headlines,
    history,
    measure_of,
    other_ages,
    representative,
    surveys,
)
from data.queries import areas, figures
from data.queries.areas import COUNTRY_KINDS
from data.queries.surveys import all_national_runs, all_survey_names
from data.records import Described, Indicator, NationalSeries, Observation
from data.schema import observation as table
from tests.factories import INDICATOR, observation

CHECKED: Final = Path(__file__).parents[1] / "checked_speaking.csv"
ECONOMIC: Final = headlines()["child_labour"]
VICTIMS: Final = headlines()["trafficking_victims"]


def unsd(**more: Any) -> Observation:
    """A figure of SDG 8.7.1, economic activity."""
    told = {"indicator": "SL_TLF_CHLDEA", "source": "UNSD_SDG_8_7_1", "vintage": "2023-05-21"}
    return observation(**(told | more))


def unicef(**more: Any) -> Observation:
    """A figure of UNICEF's table of 2020-2025."""
    told = {"indicator": "UNICEF_CL_ECON", "source": "UNICEF_CL_2025", "vintage": "2025"}
    return observation(**(told | {"year": 2020} | more))


def told_by(measure: Measure, *rows: Observation) -> Observation | None:
    spoken = representative(measure, rows)
    return spoken.row if spoken else None


def test_the_newest_year_speaks_whichever_publisher_has_it() -> None:
    old, new = unsd(year=2018, value=14.8), unicef(year=2022, value=5.5)
    assert told_by(ECONOMIC, old, new) == told_by(ECONOMIC, new, old) == new
    assert told_by(ECONOMIC, unsd(year=2023), new) == unsd(year=2023)


def test_within_a_year_the_newest_edition_then_the_preferred_publisher() -> None:
    assert told_by(ECONOMIC, unsd(year=2020), unicef()) == unicef()
    late = unsd(year=2020, vintage="2026-01-01")
    assert told_by(ECONOMIC, late, unicef()) == late
    same = unsd(year=2020, vintage="2025")
    assert told_by(ECONOMIC, same, unicef()) == unicef()


def test_another_age_speaks_only_where_the_standard_is_missing_or_too_old() -> None:
    own, other = unsd(year=2014), unsd(year=2019, age="7-17")
    spoken = representative(ECONOMIC, [own, other])
    assert spoken is not None and (spoken.row, spoken.stand_in) == (own, "")
    newer = unsd(year=2020, age="7-17")
    spoken = representative(ECONOMIC, [own, newer])
    assert spoken is not None and (spoken.row, spoken.stand_in) == (newer, "age")
    spoken = representative(ECONOMIC, [other])
    assert spoken is not None and spoken.stand_in == "age"


def test_the_wider_of_two_other_ages_of_one_year_speaks() -> None:
    rows = [unsd(age="10-17"), unsd(age="7-17")]
    assert told_by(ECONOMIC, *rows) == rows[1]


def test_no_part_no_sex_no_absence_speaks_for_a_whole() -> None:
    whole = observation(indicator="TIP_VICTIMS", age="_T", year=2018, value=9.0)
    parts = [
        whole._replace(year=2022, dimension="form", category="OTHER_FORMS", value=0.0),
        whole._replace(year=2022, sex="F", value=4.0),
        whole._replace(year=2022, age="0-17", value=2.0),
        whole._replace(year=2022, value=None, status="Q", suppressed="<5"),
    ]
    assert told_by(VICTIMS, whole, *parts) == whole
    assert told_by(VICTIMS, *parts) is None
    hidden = absence(VICTIMS, parts)
    assert hidden is not None and hidden.suppressed == "<5"


def test_a_projection_speaks_only_where_nothing_was_observed() -> None:
    about = measure_of(INDICATOR)
    seen, projected = observation(), observation(year=2030, status="F")
    assert told_by(about, seen, projected) == seen
    spoken = representative(about, [projected])
    assert spoken is not None and spoken.stand_in == "projection"
    assert told_by(ECONOMIC, unsd(status="F")) is None


def test_a_population_of_one_sex_is_named() -> None:
    spoken = representative(measure_of(INDICATOR), [observation(sex="F")])
    assert spoken is not None and spoken.stand_in == "sex"


def test_a_survey_under_two_publishers_or_two_years_is_one() -> None:
    rows = [unsd(year=2012, value=17.5), unsd(year=2013, value=17.5), unicef(year=2013, value=17.5)]
    (one,) = history(ECONOMIC, rows)
    assert (one.row.year, one.row.source, len(one.rows)) == (2013, "UNICEF_CL_2025", 2)
    assert len(history(ECONOMIC, [unsd(year=2012, value=17.5), unsd(year=2013, value=16.0)])) == 2
    assert len(history(ECONOMIC, [unsd(year=2012), unsd(year=2014)])) == 2


def test_yearly_counts_that_repeat_are_years_of_their_own() -> None:
    told: dict[str, Any] = {"indicator": "TIP_VICTIMS", "age": "_T", "value": 12.0}
    rows = [observation(**told, year=year) for year in (2019, 2020, 2021)]
    assert len(history(VICTIMS, rows)) == 3


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (21.71, 21.7, True),
        (21.75, 21.8, True),
        (21.6, 21.7, False),
        (5.001, 5.0, True),
        (3, 3, True),
    ],
)
def test_figures_are_equal_at_the_coarser_precision(one: float, other: float, equal: bool) -> None:
    assert equal_as_printed(observation(value=one), observation(value=other)) is equal


def test_publishers_that_differ_by_more_than_a_quarter_are_both_shown() -> None:
    spoken = representative(ECONOMIC, [unsd(year=2020, value=9.954), unicef(value=24.1)])
    assert spoken is not None
    assert [row.value for row in spoken.rivals] == [9.954]
    near = representative(ECONOMIC, [unsd(year=2020, value=20.0), unicef(value=24.1)])
    assert near is not None and near.rivals == ()


def test_other_ages_are_kept_apart_from_the_history() -> None:
    rows = [unsd(year=2014), unsd(year=2010, age="5-14"), unsd(year=2018)]
    assert [s.row.year for s in history(ECONOMIC, rows)] == [2014, 2018]
    assert [s.row.age for s in other_ages(ECONOMIC, rows)] == ["5-14"]


def test_one_survey_that_two_publishers_print_counts_once() -> None:
    assert [len(s.rows) for s in surveys(ECONOMIC, [unsd(), unsd(survey="MICS 2014")])] == [1]


# --- the store


@pytest.fixture(scope="module")
def told(engine: Engine) -> dict[str, Any]:
    with engine.connect() as connection:
        return {
            "about": Described(
                areas.areas(connection, "en"),
                figures.indicators(connection),
                figures.sources(connection),
            )
        }


@pytest.fixture(scope="module")
def rows_by_area(engine: Engine) -> Mapping[str, list[Observation]]:
    """Every row of every headline measure and of the offices' own runs, by area."""
    codes = {code for measure in headlines().values() for code in measure.indicators}
    fields = [table.c[name] for name in Observation._fields]
    found: dict[str, list[Observation]] = defaultdict(list)
    with engine.connect() as connection:
        codes |= {run.indicator for run in all_national_runs(connection)}
        for row in connection.execute(select(*fields).where(table.c.indicator.in_(codes))):
            found[row.area].append(Observation._make(row))
    return found


def test_every_measure_names_indicators_of_one_definition(told: dict[str, Any]) -> None:
    for measure in headlines().values():
        described: list[Indicator] = [told["about"].indicators[code] for code in measure.indicators]
        assert len({about.comparability for about in described}) == 1, measure.code
        assert len({about.definition for about in described}) == 1, measure.code
        assert len({about.unit for about in described}) == 1, measure.code
        assert {about.theme for about in described} <= {measure.theme, "trafficking"}
        assert set(measure.sources) <= set(told["about"].sources)
        assert measure.why


@pytest.mark.parametrize("code", headlines())
def test_map_page_and_history_tell_one_figure_for_every_area(
    code: str,
    connection: Connection,
    told: dict[str, Any],
    rows_by_area: Mapping[str, list[Observation]],
) -> None:
    measure = headlines()[code]
    mapped = {row.area: row for row in figures.latest(connection, measure, **told).observations}
    countries = [a.code for a in told["about"].areas.values() if a.kind in COUNTRY_KINDS]
    assert len(countries) == 250
    for area in countries:
        rows = rows_by_area.get(area, [])
        spoken = representative(measure, rows)
        shown = mapped.get(area)
        if spoken is None:
            assert shown is None or shown.value is None
            continue
        assert shown == spoken.row
        assert history(measure, rows)[-1].row == spoken.row
        assert history(measure, reversed(rows)) == history(measure, rows)


def test_forty_figures_read_by_hand_are_the_ones_that_speak(
    rows_by_area: Mapping[str, list[Observation]],
) -> None:
    with CHECKED.open(encoding="utf-8", newline="") as lines:
        checked = list(csv.DictReader(lines))
    assert len(checked) == 40 and len({line["area"] for line in checked}) >= 20
    for line in checked:
        measure = headlines()[line["headline"]]
        row = told_by(measure, *rows_by_area[line["area"]])
        assert row is not None, line
        assert (row.indicator, row.year, row.age, row.value) == (
            line["indicator"],
            int(line["year"]),
            line["age"],
            float(line["value"]),
        ), line


def test_a_change_is_stated_for_as_many_countries_as_promised(
    connection: Connection, told: dict[str, Any], rows_by_area: Mapping[str, list[Observation]]
) -> None:
    runs: dict[str, list[NationalSeries]] = defaultdict(list)
    for run in all_national_runs(connection):
        runs[run.area].append(run)
    countries = [a.code for a in told["about"].areas.values() if a.kind in COUNTRY_KINDS]
    found = reach(countries, rows_by_area, runs, knowledge(all_survey_names(connection)))
    assert {"ECU", "KGZ", "MEX", "PAK", "PAN", "RWA", "SLV"} <= set(found.comparable)
    assert {"BGD", "BRA", "COL", "IDN", "PHL", "TZA", "VNM"} <= set(found.comparable)
    assert {"GHA", "BEN", "AGO"} <= set(found.indicative)
    assert "MWI" in found.not_comparable
    assert len(found.comparable) >= 20
    assert len(found.side_by_side) >= 60

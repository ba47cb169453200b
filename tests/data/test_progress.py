"""Progress towards a target: published vectors, an independent implementation, and the gate."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan
from random import Random

import numpy as np
import pytest

from data import store
from data.explored import every_survey
from data.methods.change import Knowledge, SurveyIdentity
from data.methods.progress.assessment import (
    CLASS_FAIR,
    CLASS_ON_TRACK,
    CLASS_STAGNATION,
    CLASSES,
    MET,
    NOT_ASSESSED,
    NOT_MET,
    Way,
    assess,
    class_of,
    class_without_target,
)
from data.methods.progress.judged import Judged, judged, judged_run, way_of
from data.methods.progress.others import FLOORS, floored_ratio, opinions
from data.methods.progress.outlook import Interval, outlook
from data.methods.progress.paces import (
    compound,
    reduction_over,
    required_reduction,
    straight,
)
from data.methods.selection import headlines
from data.queries import surveys
from data.records import Observation
from tests.factories import observation

VECTORS = [
    # base, last, % a year, 2030, share, class; points a year seen and needed, ratio; by floor
    (2014, 37.4, 2019, 15.3, -16.37, 2.14, 0.94, CLASS_FAIR,
     -4.42, -2.34, 1.89, (0.34, 0.53, 0.81)),
    (2015, 20, 2022, 15, -4.03, 10.80, 0.46, CLASS_FAIR, -0.71, -1.33, 0.54, (0.08, 0.14, 0.22)),
    (2015, 10, 2023, 1, -25.01, 0.13, 0.99, CLASS_ON_TRACK,
     -1.12, -0.67, 1.69, (0.55, 0.95, 1.76)),
    (2015, 8, 2021, 11, 5.45, 17.74, -1.22, CLASS_STAGNATION,
     0.5, -0.53, -0.94, (-0.12, -0.22, -0.42)),
    (2015, 2, 2022, 0.4, -20.54, 0.06, 0.97, CLASS_ON_TRACK,
     -0.23, -0.13, 1.71, (0.52, 1.13, 4.55)),
]  # fmt: skip


@pytest.mark.parametrize("vector", VECTORS)
def test_published_vectors_hold(vector: tuple[float, ...]) -> None:
    base_year, base, year, last, rate, ahead, share, group, seen, needed, ratio, floors = vector
    way = Way(int(base_year), float(base), int(year), float(last))
    found = assess(way)
    assert found.yearly is not None and found.expected is not None and found.share is not None
    assert (round(found.yearly * 100, 2), round(found.expected, 2)) == (rate, ahead)
    assert (round(found.share, 2), found.group) == (share, group)
    assert round((last - base) / (year - base_year), 2) == seen
    assert round(-base / (2030 - base_year), 2) == needed
    said = {one.method: one for one in opinions(way, percent=True)}
    assert round(said["sdsn"].ratio or 0, 2) == ratio
    assert tuple(round(floored_ratio(way, floor) or 0, 2) for floor in FLOORS) == floors


def test_ten_thousand_series_agree_with_another_implementation() -> None:
    """The same formulas by logarithms over whole arrays, as another hand would write them."""
    draw = Random(87)
    ways = [
        Way(
            base_year := draw.randint(2000, 2022),
            draw.choice((0.0, draw.uniform(0.01, 60), draw.uniform(1e4, 9e6))),
            base_year + draw.randint(1, 7),
            draw.choice((0.0, draw.uniform(0.01, 60), draw.uniform(1e4, 9e6))),
            2030,
            draw.choice((0.0, 0.0, draw.uniform(0.1, 5))),
        )
        for _ in range(10_000)
    ]
    table = np.array([[w.base_year, w.base, w.last_year, w.last, w.target] for w in ways])
    b, vb, t, vt, goal = table.T
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (np.log(vt) - np.log(vb)) / (t - b)
        ahead = np.where(vt == 0, 0.0, np.exp(np.log(vt) + slope * (2030 - t)))
        share = (vb - ahead) / (vb - goal)
    groups = np.select(
        [vt <= goal, (vb == 0) | (vb <= goal), share >= 0.95, share >= 0.10],
        [MET, CLASS_STAGNATION, CLASS_ON_TRACK, CLASS_FAIR],
        CLASS_STAGNATION,
    )
    for way, group, far, part in zip(ways, groups, ahead, share, strict=True):
        found = assess(way)
        assert found.group == group, way
        if found.share is not None:
            assert found.expected == pytest.approx(far, rel=1e-9)
            assert found.share == pytest.approx(part, rel=1e-9, abs=1e-12)
    assert {group: int((groups == group).sum()) > 300 for group in set(groups)} == dict.fromkeys(
        [MET, CLASS_ON_TRACK, CLASS_FAIR, CLASS_STAGNATION], True
    )


def test_the_boundaries_belong_to_the_better_class() -> None:
    assert [class_of(s) for s in (0.95, 0.9499, 0.10, 0.0999, -3.0)] == [
        CLASS_ON_TRACK, CLASS_FAIR, CLASS_FAIR, CLASS_STAGNATION, CLASS_STAGNATION,
    ]  # fmt: skip
    assert [class_without_target(y) for y in (-0.02, -0.0199, -0.005, -0.0049, 0.1)] == [
        CLASS_ON_TRACK, CLASS_FAIR, CLASS_FAIR, CLASS_STAGNATION, CLASS_STAGNATION,
    ]  # fmt: skip


def test_the_unit_makes_no_difference_and_a_lower_figure_never_a_worse_class() -> None:
    rank = {group: place for place, group in enumerate(CLASSES)}
    draw = Random(8)
    for _ in range(500):
        way = Way(2015, draw.uniform(1, 50), 2015 + draw.randint(1, 9), draw.uniform(0, 50))
        found = assess(way)
        small = assess(replace(way, base=way.base / 100, last=way.last / 100))
        assert small.group == found.group
        lower = assess(replace(way, last=way.last * draw.random()))
        assert rank[lower.group] <= rank[found.group]


@pytest.mark.parametrize(
    ("way", "group", "reason"),
    [
        (Way(2015, 5, 2020, 5), CLASS_STAGNATION, ""),
        (Way(2015, 5, 2020, 0), MET, ""),
        (Way(2015, 0, 2020, 0), MET, ""),
        (Way(2015, 0, 2020, 2), CLASS_STAGNATION, "from_zero"),
        (Way(2015, 5, 2015, 4), NOT_ASSESSED, "no_years_between"),
        (Way(2015, 5, 2031, 4), NOT_MET, "target_year_past"),
        (Way(2015, 5, 2031, 0), MET, ""),
        (Way(2015, 5, 2030, 4), NOT_MET, "target_year_past"),
        (Way(2015, 9, 2020, 3, target=4), MET, ""),
        (Way(2015, 3, 2020, 9, target=4), CLASS_STAGNATION, "from_zero"),
        (Way(2015, -1, 2020, 4), NOT_ASSESSED, "no_figure"),
        (Way(2015, 5, 2020, nan), NOT_ASSESSED, "no_figure"),
        (Way(2015, inf, 2020, 4), NOT_ASSESSED, "no_figure"),
    ],
)
def test_odd_figures_have_an_outcome_and_a_reason(way: Way, group: str, reason: str) -> None:
    assert (assess(way).group, assess(way).reason) == (group, reason)
    opinions(way, percent=True)
    outlook(way)
    compound(way, 1.0)
    straight(way)


def test_rates_of_reduction() -> None:
    falling = [(year, 100 * np.exp(-0.06613 * (year - 2000))) for year in (2000, 2003, 2009)]
    assert reduction_over(falling) == pytest.approx(0.0640, abs=5e-5)
    assert reduction_over([(2000, 1.0)]) is None and reduction_over([(2000, 0), (2001, 1)]) is None
    way = Way(2020, 160.0, 2024, 138.0)
    assert compound(way, 1.0).observed == pytest.approx(0.0363, abs=1e-4)
    assert straight(replace(way, target_year=2029)).times == pytest.approx(5.02, abs=0.01)
    assert straight(way).times == pytest.approx(4.18, abs=0.01)
    assert required_reduction(way, 0.0) is None
    assert required_reduction(Way(2015, 4, 2020, 0.5), 1.0) == 0.0
    assert straight(Way(2015, 4, 2020, 6)).times is None, "it rose: no multiple says it"


def test_the_band_needs_both_intervals_and_says_how_sure_it_is() -> None:
    way = Way(2015, 20.0, 2022, 15.0)
    bare = outlook(way)
    assert bare is not None and bare.band is None
    assert bare.likely[0] == (2022, 15.0) and bare.likely[-1][1] == pytest.approx(10.80, abs=0.005)
    assert bare.straight[-1] == (2030, pytest.approx(15 - 8 * 5 / 7))
    found = outlook(way, first=Interval(19, 21), last=Interval(14, 16))
    assert found is not None and found.band is not None
    band = found.band
    assert band.low < 10.80 < band.high
    assert sum(share for _, share in band.shares) == pytest.approx(1.0)
    assert (band.shares[0][0], band.strength) == (CLASS_FAIR, "robust")
    assert outlook(way, first=Interval(19, 21), last=Interval(14, 16)) == found, (
        "the same each time"
    )


# --- the gate -------------------------------------------------------------------------------------

MEASURE = headlines()["child_labour"]


def _rows(*figures: tuple[int, float], **same: str) -> list[Observation]:
    given = {"indicator": "SL_TLF_CHLDEA", "age": "5-17", "survey": "National MICS"} | same
    return [observation(year=year, value=value, **given) for year, value in figures]


def _judged(rows: list[Observation], **names: str) -> Judged:
    known = Knowledge({key: SurveyIdentity(*value) for key, value in names.items()})  # type: ignore[misc]
    return judged(MEASURE, rows, this_year=2026, known=known)


def test_one_named_programme_is_judged() -> None:
    found = _judged(_rows((2014, 20.0), (2019, 15.0), (2023, 12.0)))
    assert found.reasons == () and [row.year for row in found.points] == [2014, 2019, 2023]
    assert found.way == Way(2014, 20.0, 2023, 12.0)
    assert found.assessment.group == CLASS_FAIR and found.outlook is not None
    assert found.evidence == "medium", "three points, but no interval is published"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (_rows((2019, 15.0)), "one_survey"),
        (_rows((2021, 15.0), (2023, 12.0)), "too_close"),
        (_rows((2014, 20.0), survey="") + _rows((2023, 12.0), survey=""), "unnamed_survey"),
        (_rows((2014, 20.0), survey="DHS") + _rows((2023, 12.0)), "other_programme"),
        (_rows((2014, 20.0), age="5-14") + _rows((2023, 12.0)), "different_age"),
        (_rows((2010, 20.0), (2016, 12.0)), "too_old"),
        ([], "no_figure"),
    ],
)
def test_what_fails_is_not_assessed_and_says_why(rows: list[Observation], reason: str) -> None:
    found = _judged(rows)
    assert found.reasons[0] == reason
    assert found.assessment.group == NOT_ASSESSED and found.outlook is None


def test_victims_are_never_judged() -> None:
    victims = headlines()["trafficking_victims"]
    rows = [
        observation(indicator="TIP_VICTIMS", year=y, value=v) for y, v in ((2015, 9), (2022, 3))
    ]
    assert judged(victims, rows, this_year=2026).reasons == ("detection",)


def test_the_base_is_2015_or_the_first_after_2014() -> None:
    def base(*years: int) -> int:
        way = way_of(_rows(*((year, 10.0) for year in years)))
        assert way is not None
        return way.base_year

    assert base(2008, 2014, 2016, 2022) == 2014
    assert base(2008, 2012, 2017) == 2012
    assert base(2012, 2020, 2022) == 2012, "2020 is too near"


@pytest.mark.usefixtures("store_url")
def test_of_the_store_these_countries_can_be_judged() -> None:
    """Every country and every run of an office is asked; what can be judged is held here."""
    known, places = every_survey(), store.reference("en").countries
    with store.connected() as connection:
        runs = surveys.all_national_runs(connection)
    passed, asked = {}, 0
    for area in places:
        held = store.figures_of(None, area.code, "en")
        rows = [
            row for code in MEASURE.indicators if code in held for row in held[code].observations
        ]
        found = judged(MEASURE, rows, this_year=2026, known=known)
        assert bool(found.reasons) == (found.assessment.group == NOT_ASSESSED), area.code
        asked += 1
        if not found.reasons:
            passed[area.code] = found.assessment.group
    assert asked == 250
    assert passed == {
        "ECU": CLASS_STAGNATION, "MEX": CLASS_FAIR, "SLV": CLASS_FAIR,
    }  # fmt: skip
    judged_runs = {}
    for run in runs:
        held = store.figures_of(None, run.area, "en")
        own = [r for r in held[run.indicator].observations if r.category == run.code]
        found = judged_run(run, own, this_year=2026)
        if not found.reasons:
            judged_runs[run.code] = found.assessment.group
    assert len(runs) == 159 and judged_runs["BRA-PNADC-CL"] == CLASS_FAIR
    assert judged_runs["MEX-BROAD"] == CLASS_STAGNATION

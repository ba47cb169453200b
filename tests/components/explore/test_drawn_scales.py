"""Logarithms, changes in percent, two indicators against each other, and where texts stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.plot import Label, Mark, Plot
from components.explore.charts.axis import linear, logarithmic
from components.explore.charts.labels import box_of, fitted, spread
from components.explore.drawing_html import drawing_html
from components.explore.filters import Filters
from components.explore.view import View
from components.wording import wording
from data import store
from data.methods.parts import is_total
from data.records import Explored
from tests.components.explore.views import data_of, drawn, drawn_rows, row

pytestmark = pytest.mark.usefixtures("store_url")


def _view(**changed: object) -> View:
    return View(Filters(indicator=("SL_TLF_CHLDEA",)), **changed)  # type: ignore[arg-type]


# --- logarithmic ---------------------------------------------------------------------------------


def test_powers_of_ten_stand_level_on_a_logarithmic_axis() -> None:
    axis = logarithmic([2.0, 900.0], "PERSONS")
    assert axis.steps == (1.0, 10.0, 100.0, 1000.0)
    assert [axis.at(step) for step in axis.steps] == pytest.approx([0, 33.33, 66.67, 100])


def test_a_zero_refuses_the_logarithm_with_a_sentence() -> None:
    rows = [row(year=2010, value=0.0), row(year=2014, value=5.0), row(year=2018, value=50.0)]
    refused = drawn_rows(_view(chart="line", scale="log"), rows)
    assert refused.notes[0].startswith("A logarithmic axis has no place for zero")
    assert refused.panels[0].plot.y_ticks[0].text == "0\u202f%"
    done = drawn_rows(_view(chart="line", scale="log"), rows[1:])
    assert [tick.text for tick in done.panels[0].plot.y_ticks] == [
        "1\u202f%",
        "10\u202f%",
        "100\u202f%",
    ]
    assert not any("logarithmic" in note for note in done.notes)


# --- change since the first comparable figure ----------------------------------------------------


def test_a_change_is_drawn_only_between_figures_that_compare() -> None:
    drawing, _ = drawn("indicator=NATIONAL_CHILD_LABOUR_RATE&area=BRA&relative=1&chart=line")
    assert drawing.title == "\u221217.3\u202f% from 2016 to 2024"
    assert drawing.unit == "Change since the first comparable figure, in percent"
    assert [one.year for one in drawing.rows][0] == 2016
    none, explored = drawn("indicator=SL_TLF_CHLDEA&area=BRA,PRY&relative=1&sex=T")
    assert none.panels == ()
    assert none.title.startswith("No two of these figures are comparable")
    assert dict(none.left)["not_comparable"] + dict(none.left).get("other_age", 0) == len(
        explored.rows
    )


def test_a_change_of_what_does_not_compare_is_drawn_when_asked() -> None:
    query = "indicator=SL_TLF_CHLDEA,UNICEF_CL_ECON&area=BRA&relative=1&chart=line&unlike=1"
    drawing, _ = drawn(query)
    assert [one.year for one in drawing.rows] == [2015, 2022]
    assert drawing.title == "\u221255.9\u202f% from 2015 to 2022"
    assert "compared although" in drawing.label


def test_a_change_has_no_logarithm_and_no_base_of_zero() -> None:
    rows = [
        row(year=year, value=value, survey="DHS", indicator="SL_TLF_CHLDEA")
        for year, value in ((2010, 0.0), (2014, 4.0), (2018, 5.0))
    ]
    drawing = drawn_rows(_view(chart="line", relative=True, scale="log"), rows)
    assert [one.year for one in drawing.rows] == [2014, 2018]
    assert drawing.title == "+25.0\u202f% from 2014 to 2018"
    assert drawing.notes[0].startswith("Changes in percent")


# --- two indicators ------------------------------------------------------------------------------

SCATTER = "indicator=SL_TLF_CHLDEA&x=ROFST_1"


@pytest.mark.parametrize("apart", [0, 3, 20])
def test_the_figures_of_a_point_lie_no_further_apart_than_asked(apart: int) -> None:
    drawing, explored = drawn(f"{SCATTER}&apart={apart}")
    points = [datum.split() for datum in data_of(drawing)]
    assert points
    for y, x in points:
        (area, year, *_), (other, near, *_) = y.split("|"), x.split("|")
        assert area == other
        assert abs(int(year) - int(near)) <= apart
    # Every country that has both near enough is a point: none is lost.
    both = {
        one.area
        for one in explored.rows
        if one.sex == "T" and one.age == "5-17" and one.value is not None
        for other in explored.beside
        if other.area == one.area
        and other.sex == "T"
        and other.value is not None
        and abs(other.year - one.year) <= apart
        and store.known(None, "en").areas[one.area].kind in {"country", "territory"}
    }
    assert {y.split("|")[0] for y, _ in points} == both
    noun = "country has" if len(both) == 1 else "countries have"
    assert drawing.title == f"{len(both)} {noun} both figures"
    assert any(f"more than {apart} years between" in note for note in drawing.notes)
    assert drawing.panels[0].plot.lines == ()


def test_a_scatter_without_a_pair_says_so() -> None:
    rows = (row(year=2000),)
    other = (row(year=2020, indicator="ROFST_1", age="_T", source="UIS_2024"),)
    view = View(Filters(indicator=("SL_TLF_CHLDEA",)), x="ROFST_1")
    drawing = drawn_rows(view, Explored(rows, 1, (), other))
    assert (drawing.panels, dict(drawing.left)) == ((), {"no_pair": 1})
    assert drawing.title == "No country has both figures close enough in time"
    assert "1 with more than 3 years" in drawing.notes[1]


# --- where texts stand ---------------------------------------------------------------------------


@given(st.lists(st.floats(0, 100), max_size=12), st.floats(1, 8))
def test_names_at_the_ends_of_lines_stand_apart_within_the_plot(
    places: list[float], gap: float
) -> None:
    found = spread(places, gap, 100)
    ordered = sorted(found)
    assert all(b - a >= gap - 1e-6 for a, b in zip(ordered, ordered[1:], strict=False))
    assert all(one <= 100 + 1e-9 for one in found)
    by_place = sorted(range(len(places)), key=lambda n: places[n])
    assert [found[n] for n in by_place] == sorted(found)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=25),
    st.integers(1, 20),
)
def test_no_name_of_a_point_covers_another_or_a_point(
    points: list[tuple[float, float]], letters: int
) -> None:
    marks = [Mark(x, y, "theme") for x, y in points]
    ways = [[Label(x, y, "m" * letters, place) for place in ("right", "left")] for x, y in points]
    for width, kept in (
        (600, fitted(ways, marks, 400)),
        (240, [one for one in fitted(ways, marks, 400) if not one.wide]),
    ):
        boxes = [box_of(one, width, 400) for one in kept]
        assert not any(a.covers(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_an_axis_below_zero_has_zero_on_it() -> None:
    axis = linear([-30.0, 12.0], "PERCENT", signed=True)
    assert 0.0 in axis.steps
    assert axis.steps[0] <= -30.0
    assert axis.steps[-1] >= 12.0
    assert axis.text(20.0, wording("en")) == "+20\u202f%"


def test_loaded_text_is_never_markup() -> None:
    rows = [
        row(note='<img src=x onerror="alert(1)">', survey='"><script>1</script>'),
        row(year=2014),
    ]
    html = drawing_html(drawn_rows(_view(chart="line"), rows), wording("en"))
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;img" in html


# --- parts ---------------------------------------------------------------------------------------


def _stacks(plot: Plot) -> dict[float, int]:
    """How many columns stand at each place."""
    counts: dict[float, int] = {}
    for column in plot.columns:
        counts[column.x] = counts.get(column.x, 0) + 1
    return counts


def test_parts_stand_on_each_other_only_where_they_add_up_to_the_total() -> None:
    drawing, explored = drawn("indicator=TIP_VICTIMS&area=ALB&sex=F,M&age=_T&category=_T")
    totals = {one.year: one.value for one in explored.totals if is_total(one)}
    plot = drawing.panels[0].plot
    by_year: dict[int, list[float]] = {}
    for one in drawing.rows:
        if one.value is not None:
            by_year.setdefault(one.year, []).append(one.value)
    exact = [year for year, parts in by_year.items() if sum(parts) == totals.get(year)]
    assert len(exact) > 5
    assert sorted(_stacks(plot).values()).count(2) == len(exact)
    # A stack ends where the total would stand.
    top = max(totals[year] or 0.0 for year in exact)
    highest = 100 - min(column.top for column in plot.columns)
    assert highest == pytest.approx(100 * top / linear([top], "PERSONS").steps[-1], abs=0.01)


def test_parts_that_do_not_add_up_stand_side_by_side_and_it_is_said() -> None:
    drawing, _ = drawn("indicator=TIP_VICTIMS&area=BRA&dimension=form&age=_T&sex=T&chart=bar")
    assert any(note.startswith("The parts are stacked only") for note in drawing.notes)
    assert set(_stacks(drawing.panels[0].plot).values()) == {1}


def test_lines_that_nobody_names_are_hatched_and_never_added() -> None:
    line = {"indicator": "TIP_VICTIMS", "dimension": "form_line", "age": "_T", "unit": "PERSONS"}
    rows = [
        row(**line, year=year, category=f"OTHER_FORMS_{number}", source="UNODC_GLOTIP", value=4.0)
        for year in (2018, 2019)
        for number in (1, 2)
    ]
    view = View(Filters(indicator=("TIP_VICTIMS",), dimension=("form_line",)), chart="bar")
    drawing = drawn_rows(view, rows)
    plot = drawing.panels[0].plot
    assert {column.look for column in plot.columns} == {"hatched"}
    assert set(_stacks(plot).values()) == {1}
    assert any("cannot be told apart" in note for note in drawing.notes)

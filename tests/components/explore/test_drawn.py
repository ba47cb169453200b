"""Every view is drawn from its rows: all of them, each once, or counted under why it is not."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from components.downloads import number_text
from components.explore.drawing import COMPARABLE, INDICATIVE, NOT_COMPARABLE, Drawing
from components.explore.drawing_html import drawing_html
from components.explore.filters import Filters
from components.explore.view import CHARTS, View
from components.wording import LANGUAGES, wording
from data import store
from data.explored import every_survey
from data.records import LATEST, Explored, Observation
from tests.components.explore.views import data_of, drawn, drawn_rows, explored_of, row

pytestmark = pytest.mark.usefixtures("store_url")

SOUTH_AMERICA = "indicator=SL_TLF_CHLDEA,UNICEF_CL_ECON&region=M49_005&sex=T&age=5-17"


def test_every_indicator_is_drawn_and_every_row_of_it_is_drawn_or_counted() -> None:
    known, words, knowledge = store.known(None, "en"), wording("en"), every_survey()
    kinds = set()
    for code in known.offers:
        every = explored_of(View(Filters(indicator=(code,), area=("BRA", "COL", "NPL", "WLD"))))
        for areas in (("NPL",), ("BRA", "COL", "NPL"), ("WLD",)):
            view = View(Filters(indicator=(code,), area=areas))
            explored = _of(every, areas)
            rows = {*explored.rows, *explored.withheld}
            drawing = drawn_rows(view, explored, knowledge=knowledge)
            kinds.add(drawing.chart)
            assert set(drawing.rows) <= rows, (code, areas)
            left = sum(count for _, count in drawing.left)
            assert len(drawing.rows) + left == len(rows), (code, areas, drawing.left)
            assert sorted(data_of(drawing)) == sorted(map(_datum, drawing.rows)), (code, areas)
            said = re.findall(r'data-figure="([^"]*)"', drawing_html(drawing, words))
            assert list(map(unescape, said)) == data_of_html_order(drawing), (code, areas)
    assert kinds == {*CHARTS} - {"auto", "scatter"}


def _of(explored: Explored, areas: tuple[str, ...]) -> Explored:
    """The rows of some areas, as if these alone had been asked for."""
    kept = tuple(one for one in explored.rows if one.area in areas)
    hidden = tuple(one for one in explored.withheld if one.area in areas)
    return Explored(kept, len(kept), (), withheld=hidden)


def data_of_html_order(drawing: Drawing) -> list[str]:
    """The data as the template writes them: the columns of a plot before its marks."""
    return [
        mark.datum
        for panel in drawing.panels
        for mark in (*panel.plot.columns, *panel.plot.marks)
        if mark.datum
    ]


def _datum(one: Observation) -> str:
    figure = number_text(one.value)
    return f"{one.area}|{one.year}|{one.sex}|{one.age}|{one.category}|{figure}"


SEVERAL = (
    Filters(indicator=("SL_TLF_CHLDEA", "SL_TLF_CHLDEC"), area=("BRA", "NPL", "COL")),
    Filters(indicator=("TIP_VICTIMS",), area=("ALB",), dimension=("form",)),
    Filters(indicator=("HDI",), area=("BRA", "NPL"), first=2015),
    Filters(indicator=("ILAB_CONVICTIONS",), area=("NPL",)),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chart", [chart for chart in CHARTS if chart != "scatter"])
def test_every_kind_of_chart_speaks_every_language(language: str, chart: str) -> None:
    # A missing text raises in the tests.
    for filters in SEVERAL:
        plain = View(filters, chart=chart)
        explored = explored_of(plain)
        for view in (
            plain,
            replace(plain, relative=True, scale="log"),
            View(replace(filters, unlike=True), chart=chart, sort="value"),
        ):
            drawing = drawn_rows(view, explored, language=language, knowledge=every_survey())
            assert drawing.chart == chart or chart == "auto"
            assert drawing.title in unescape(drawing_html(drawing, wording(language)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"{SOUTH_AMERICA}&area=COL", ["COL|2024|T|5-17|_T|1.1", "COL|2020|T|5-17|_T|4.696"]),
        ("indicator=SL_TLF_CHLDEA&area=NPL", ["NPL|2014|T|5-17|_T|19.03"]),
        ("indicator=SL_TLF_CHLDEA,UNICEF_CL_ECON&area=BRA", ["BRA|2015|T|5-17|_T|3.4"]),
        ("indicator=SL_TLF_CHLDEA,UNICEF_CL_ECON&area=BRA", ["BRA|2022|T|5-17|_T|1.5"]),
        ("headline=child_labour&area=PRY", ["PRY|2024|T|10-17|_T|5.1"]),
        ("indicator=TIP_VICTIMS&area=NPL", ["NPL|2021|T|_T|_T|211"]),
    ],
)
def test_checked_figures_stand_where_they_are_drawn(query: str, expected: list[str]) -> None:
    found = data_of(drawn(query)[0])
    assert [datum for datum in expected if datum not in found] == []


def test_the_mock_has_a_panel_a_country_with_its_newest_figure() -> None:
    drawing, explored = drawn(SOUTH_AMERICA)
    assert drawing.chart == "multiples"
    assert [(panel.title, panel.figure) for panel in drawing.panels] == [
        ("Bolivia (Plurinational State of)", "12.3\u202f%"),
        ("Brazil", "1.5\u202f%"),
        ("Chile", "4.1\u202f%"),
        ("Colombia", "1.1\u202f%"),
        ("Ecuador", "5.0\u202f%"),
        ("Guyana", "4.9\u202f%"),
        ("Paraguay", "15.5\u202f%"),
        ("Peru", "13.2\u202f%"),
        ("Suriname", "3.4\u202f%"),
        ("Uruguay", "3.7\u202f%"),
    ]
    assert set(drawing.rows) == set(explored.rows)
    assert drawing.title.startswith("From 1.1")
    assert drawing.title.endswith("in Paraguay (2016)")
    assert "Argentina" in drawing.without
    assert "Brazil" not in drawing.without


def test_a_view_across_countries_says_whose_year_is_which() -> None:
    drawing, explored = drawn(f"{SOUTH_AMERICA}&year=2020")
    newest: dict[str, int] = {}
    for one in explored.rows:
        newest[one.area] = max(newest.get(one.area, 0), one.year)
    at = sum(year == 2020 for year in newest.values())
    none = len(store.known(None, "en").members["M49_005"]) - len(newest)
    assert drawing.chart == "bar"
    assert drawing.honest_year == (
        f"{at} countries show 2020, {len(newest) - at} show 2010\u20132019, {none} have nothing."
    )


def test_bars_beyond_the_room_are_named_and_no_country_is_said_to_have_nothing() -> None:
    drawing, explored = drawn("indicator=HDI&latest=value&sex=T")
    bars = len(drawing.rows)
    assert bars == 60
    narrow = dict(drawing.left)["narrow"]
    countries = {
        one.area
        for one in explored.rows
        if store.known(None, "en").areas[one.area].kind in {"country", "territory"}
    }
    assert bars + narrow == len(countries)
    assert any("narrow the choice" in note and "Zimbabwe" in note for note in drawing.notes)
    assert "Zimbabwe" not in drawing.without
    by_value, _ = drawn("indicator=HDI&latest=value&sex=T&sort=value")
    values = [one.value or 0.0 for one in by_value.rows]
    assert values == sorted(values, reverse=True)
    assert values[0] == max(one.value or 0.0 for one in explored.rows)


def test_a_selection_larger_than_a_drawing_gives_the_newest_of_each_series() -> None:
    drawing, explored = drawn("indicator=SL_TLF_UEM")
    assert explored.newest
    assert explored.total > len(explored.rows)
    series = {(one.area, one.sex, one.age, one.category) for one in explored.rows}
    assert len(series) == len(explored.rows)
    assert any("30,359" in note for note in drawing.notes)


def test_a_headline_is_one_row_an_area_by_the_one_rule() -> None:
    known = store.known(None, "en")
    rows = explored_of(View(Filters(headline="child_labour"))).rows
    spoken = set(store.latest(None, "child_labour", "en").observations)
    assert {one for one in rows if one.value is not None} <= spoken
    assert len({one.area for one in rows}) == len(rows) > 100
    assert set(LATEST) == {"series", "value", "area"}
    assert known.areas["BRA"].kind == "country"


def test_what_terms_keep_out_of_the_file_is_shown_with_its_publisher_and_said() -> None:
    drawing, explored = drawn("headline=modern_slavery&area=NPL,BRA")
    assert explored.rows == ()
    assert {one.area for one in drawing.rows} == {"NPL", "BRA"}
    assert any("not in the file" in note and "Walk Free" in note for note in drawing.notes)
    assert any(note.startswith("Not an official statistic") for note in drawing.notes)
    assert all("\u2248" in label.text for label in drawing.panels[0].plot.labels)
    assert {column.look for column in drawing.panels[0].plot.columns} == {"open"}


# --- the guard -----------------------------------------------------------------------------------


def test_one_survey_of_one_office_is_comparable_and_solid() -> None:
    drawing, _ = drawn("indicator=NATIONAL_CHILD_LABOUR_RATE&area=BRA")
    assert drawing.guard is not None
    assert drawing.guard.strength == COMPARABLE
    assert {line.dash for line in drawing.panels[0].plot.lines} == {"solid"}
    assert drawing.title == "Down from 5.2\u202f% in 2016 to 4.3\u202f% in 2024"


def test_surveys_of_two_programmes_are_indicative_and_dashed() -> None:
    drawing, _ = drawn("indicator=SL_TLF_CHLDEA,UNICEF_CL_ECON&area=BRA")
    assert drawing.chart == "slope"
    assert drawing.guard is not None
    assert drawing.guard.strength == INDICATIVE
    assert "the surveys are of different programmes" in drawing.guard.sentence
    assert {line.dash for line in drawing.panels[0].plot.lines} == {"dashed"}
    assert drawing.title == ("Down from 3.4\u202f% in 2015 to 1.5\u202f% in 2022, indicative only")


ESTIMATE = [row(year=2018), row(year=2022, nature="E", status="E", value=8.0)]


def test_what_does_not_compare_is_drawn_unlike_and_never_joined() -> None:
    drawing = drawn_rows(View(Filters(indicator=("SL_TLF_CHLDEA",)), chart="line"), ESTIMATE)
    assert drawing.guard is not None
    assert drawing.guard.strength == NOT_COMPARABLE
    assert "What does not compare is not joined" in drawing.guard.sentence
    assert not drawing.guard.anyway
    plot = drawing.panels[0].plot
    assert plot.lines == []
    assert [mark.hollow for mark in plot.marks if mark.datum] == [False, True]


def test_compared_anyway_is_dotted_and_says_so_in_guard_and_label() -> None:
    view = View(Filters(indicator=("SL_TLF_CHLDEA",), unlike=True), chart="line")
    drawing = drawn_rows(view, ESTIMATE)
    assert drawing.guard is not None
    assert drawing.guard.anyway
    assert "because you asked for it" in drawing.guard.sentence
    assert "compared although" in drawing.label
    assert [line.dash for line in drawing.panels[0].plot.lines] == ["dotted"]


def test_two_definitions_stand_on_one_axis_only_when_asked() -> None:
    query = "indicator=SL_TLF_CHLDEA,SL_TLF_CHLDEC&area=NPL,BRA&chart=line"
    alone, _ = drawn(query)
    assert {one.indicator for one in alone.rows} == {"SL_TLF_CHLDEA"}
    assert dict(alone.left)["other_definition"] > 0
    both, _ = drawn(f"{query}&unlike=1")
    assert {one.indicator for one in both.rows} == {"SL_TLF_CHLDEA", "SL_TLF_CHLDEC"}
    panels, _ = drawn("indicator=SL_TLF_CHLDEA,SL_TLF_CHLDEC&area=NPL")
    assert (panels.chart, len(panels.panels)) == ("multiples", 2)


def test_counts_of_what_was_detected_are_said_to_be_just_that() -> None:
    drawing, _ = drawn("indicator=TIP_VICTIMS&area=NPL")
    assert drawing.chart == "bar"
    assert "Counts of what was detected, not of what exists." in drawing.notes


# --- uncertainty ---------------------------------------------------------------------------------


def test_a_published_interval_is_drawn_and_its_absence_is_said() -> None:
    known = [row(year=2016, value=12.0, lower=10.0, upper=14.0), row(year=2020, value=9.0)]
    view = View(Filters(indicator=("SL_TLF_CHLDEA",)), chart="line")
    drawing = drawn_rows(view, known)
    upright = [
        line for line in drawing.panels[0].plot.lines if len({x for x, _ in line.points}) == 1
    ]
    assert len(upright) == 1
    assert any("for 1 of these figures" in note for note in drawing.notes)
    assert ("published interval", 1) in {(key.text, key.count) for key in drawing.keys}
    bare = drawn_rows(view, [one._replace(lower=None, upper=None) for one in known])
    assert any("No interval of uncertainty" in note for note in bare.notes)


def test_intervals_that_overlap_leave_no_clear_difference() -> None:
    rows = [
        row(year=2015, value=12.0, lower=10.0, upper=14.0),
        row(year=2020, value=11.0, lower=9.0, upper=13.0),
    ]
    drawing = drawn_rows(View(Filters(indicator=("SL_TLF_CHLDEA",)), chart="line"), rows)
    assert drawing.title.startswith("No clear difference between 12.0")


# --- five absences -------------------------------------------------------------------------------

ABSENT = [
    row(year=2010, value=0.0),
    row(year=2012, value=None, status="Q"),
    row(year=2014, value=None, status="O"),
    row(year=2016, value=None, status="M"),
    row(year=2018, value=None, status="L"),
    row(year=2020, value=3.0),
]


@pytest.mark.parametrize("chart", ["line", "bar", "multiples"])
def test_zero_and_the_four_absences_look_like_five_things(chart: str) -> None:
    drawing = drawn_rows(View(Filters(indicator=("SL_TLF_CHLDEA",)), chart=chart), ABSENT)
    plot = drawing.panels[0].plot
    signs = [mark.shape for mark in plot.marks if mark.datum and mark.datum.endswith("|")]
    assert signs == ["hatch", "dash", "slash", "cross"]
    zero = [one for one in (*plot.marks, *plot.columns) if one.datum.endswith("|0")]
    assert len(zero) == 1
    assert getattr(zero[0], "shape", "circle") == "circle"
    words = {key.text for key in drawing.keys}
    assert {
        "suppressed by the publisher",
        "not reported",
        "not applicable",
        "not collected",
    } <= words


def test_a_country_without_a_figure_has_words_where_its_bar_would_be() -> None:
    rows = [row(), row(area="BRA", value=None, status="Q"), row(area="COL", value=0.0)]
    drawing = drawn_rows(View(Filters(indicator=("SL_TLF_CHLDEA",)), chart="bar"), rows)
    plot = drawing.panels[0].plot
    assert [column.width for column in plot.columns] == [0.0, 100.0]
    assert [label.text for label in plot.labels][0] == "suppressed by the publisher (2020)"

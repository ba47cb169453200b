"""The trend: what is joined, what stays open, what a point tells."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

from components.charts.panels import panels
from components.charts.trend import trend
from components.theme import PALETTES
from tests.factories import INDICATOR, VICTIMS, observation, series, victims, words

LIGHT = PALETTES["light"]
FIRST = observation()
LATER = observation(year=2019, value=15.3, survey="MICS 2019")


def summary(figure: dict[str, Any]) -> list[tuple[str, str, list[int], list[float | None]]]:
    return [(t["mode"], t["name"], t["x"], t["y"]) for t in figure["data"]]


def test_two_comparable_surveys_are_points_on_a_line() -> None:
    figure = trend(series(FIRST, LATER), words("en"), LIGHT)
    assert summary(figure) == [
        ("lines", "Girls and boys", [2014, 2019], [37.4, 15.3]),
        ("markers", "Girls and boys", [2014, 2019], [37.4, 15.3]),
    ]
    assert figure["data"][0]["line"]["dash"] == "solid"
    assert figure["data"][1]["marker"]["symbol"] == ["circle", "circle"]


def test_a_point_tells_who_when_how_much_which_survey_and_source() -> None:
    figure = trend(series(FIRST), words("en"), LIGHT)
    assert figure["data"][0]["hoverinfo"] == "text"
    assert figure["data"][0]["hovertext"] == [
        "Nepal · Girls and boys · 5–17 years<br>2014: 37.4\u202f%<br>Survey: MICS 2014"
        "<br>Source: UN Statistics Division, 2026"
    ]


def test_the_hover_marks_flag_and_interval_and_escapes_what_data_says() -> None:
    row = observation(status="U", nature="M", lower=30.0, upper=44.5, survey="<b>A & B</b> 2014")
    text = trend(series(row), words("fr"), LIGHT)["data"][0]["hovertext"][0]
    assert "Mention\u00a0: faible fiabilité, modélisé" in text
    assert "Intervalle publié\u00a0: de 30 à 44,5" in text
    assert "&lt;b&gt;A &amp; B&lt;/b&gt; 2014" in text


def test_different_ages_surveys_and_definitions_stay_unconnected() -> None:
    rows = (FIRST, observation(year=2019, age="5-14"), observation(year=2020, survey="DHS 2020"))
    figure = trend(series(*rows), words("en"), LIGHT)
    assert {trace["mode"] for trace in figure["data"]} == {"markers"}
    assert len(figure["data"]) == 3


def test_sexes_have_their_colours_and_direct_labels_that_do_not_touch() -> None:
    rows = [
        replaced._replace(sex=sex, value=value)
        for replaced in (FIRST, LATER)
        for sex, value in (("T", 15.0), ("F", 15.1), ("M", 14.9))
    ]
    figure = trend(series(*rows), words("en"), LIGHT, height=320)
    colours = {t["name"]: t["marker"]["color"] for t in figure["data"] if t["mode"] == "markers"}
    assert colours == {
        "Girls and boys": LIGHT.sexes["T"],
        "Girls": LIGHT.sexes["F"],
        "Boys": LIGHT.sexes["M"],
    }
    notes = figure["layout"]["annotations"]
    assert [note["text"] for note in notes] == [
        "15.0\u202f% Girls and boys",
        "15.1\u202f% Girls",
        "14.9\u202f% Boys",
    ]
    pixels = 260 / figure["layout"]["yaxis"]["range"][1]
    heights = sorted(note["y"] * pixels + note["yshift"] for note in notes)
    assert min(b - a for a, b in zip(heights, heights[1:], strict=False)) >= 17


def test_estimates_are_hollow_and_dashed_projections_dotted() -> None:
    model = replace(INDICATOR, method="estimate")
    rows = [observation(year=2010 + n, status="E", survey="") for n in range(2)]
    rows += [observation(year=2020 + n, status="F", survey="") for n in range(2)]
    figure = trend(series(*rows, indicator=model), words("en"), LIGHT)
    lines = [trace for trace in figure["data"] if trace["mode"] == "lines"]
    points = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    assert [line["line"]["dash"] for line in lines] == ["dash", "dot"]
    assert {symbol for trace in points for symbol in trace["marker"]["symbol"]} == {
        "circle-open",
        "diamond-open",
    }


def test_a_missing_year_and_an_absence_leave_a_gap() -> None:
    rows = [victims(year=year) for year in (2017, 2018, 2020)]
    rows.append(victims(year=2019, value=None, status="Q", suppressed="<5"))
    figure = trend(series(*rows, indicator=VICTIMS), words("en"), LIGHT, colour_by="category")
    line = figure["data"][0]
    assert (line["x"], line["y"]) == ([2017, 2018, 2019, 2020], [12.0, 12.0, None, 12.0])
    assert line["connectgaps"] is False
    marks = [note for note in figure["layout"]["annotations"] if note.get("bgcolor")]
    assert [(mark["x"], mark["yref"], mark["text"]) for mark in marks] == [(2019, "paper", "&lt;5")]


def test_intervals_are_whiskers_only_where_published() -> None:
    rows = (FIRST._replace(lower=35.4, upper=40.0), LATER)
    figure = trend(series(*rows), words("en"), LIGHT)
    whiskers = figure["data"][1]["error_y"]
    assert [round(v, 6) if v else v for v in whiskers["array"]] == [2.6, None]
    assert [round(v, 6) if v else v for v in whiskers["arrayminus"]] == [2.0, None]


def test_a_target_is_a_labelled_dashed_line() -> None:
    figure = trend(series(FIRST), words("en"), LIGHT, targets=((2025, 0.0),))
    assert figure["data"][-1]["x"] == [2025]
    assert figure["layout"]["shapes"][0]["line"]["dash"] == "dash"
    assert figure["layout"]["annotations"][-1]["text"] == "Target 2025: 0\u202f%"


def test_the_survey_stands_under_its_point_and_the_value_beside_the_latest() -> None:
    notes = trend(series(FIRST, LATER), words("en"), LIGHT)["layout"]["annotations"]
    assert [note["text"] for note in notes] == ["15.3\u202f%", "MICS 2014", "MICS 2019"]


def test_arabic_mirrors_the_values_but_not_the_time() -> None:
    figure = trend(series(FIRST, LATER), words("ar"), LIGHT)
    assert figure["layout"]["yaxis"]["side"] == "right"
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < high


def test_nothing_to_draw_is_an_empty_figure_and_rows_stay_as_they_were() -> None:
    assert trend(series(), words("en"), LIGHT)["data"] == []
    given = series(FIRST, LATER)
    before = deepcopy(given.observations)
    trend(given, words("en"), LIGHT)
    assert given.observations == before


def test_more_than_five_series_become_panels_with_common_axes() -> None:
    rows = [observation(age=f"{n}-17") for n in range(7)]
    figure = trend(series(*rows), words("en"), LIGHT, colour_by="age")
    assert figure == panels(series(*rows), words("en"), LIGHT, by="age")
    axes = [name for name in figure["layout"] if name.startswith("yaxis")]
    assert len(axes) == 7
    assert {tuple(figure["layout"][name]["range"]) for name in axes} == {(0, 37.4 * 1.12)}
    assert figure["data"][6]["xaxis"] == "x7"


def test_panels_read_from_the_right_in_arabic() -> None:
    rows = [observation(age=f"{n}-17") for n in range(6)]
    english = panels(series(*rows), words("en"), LIGHT, by="age")["layout"]
    arabic = panels(series(*rows), words("ar"), LIGHT, by="age")["layout"]
    assert english["xaxis"]["domain"] == arabic["xaxis3"]["domain"]

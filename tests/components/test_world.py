"""What the world page says, from small hand-made figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.charts.map_classes import honest_years
from components.charts.world_map import place_of, world_map
from components.figure_notes import figure_note
from components.sentences import map_sentence
from components.theme import PALETTES
from components.wording import LANGUAGES, wording
from components.world import countries, dots, headline
from components.world.quoted import quoted_sentence
from data.methods.change import Change
from data.methods.pace import pace_to_zero
from data.methods.selection import headlines
from data.records import Area, Observation, Series
from tests.factories import INDICATOR, SOURCE, observation, series

REGIONS = {"M49_002": "Africa", "M49_142": "Asia"}


def latest(*rows: Observation, also: tuple[str, ...] = ()) -> Series:
    """A series with one row an area, all areas in Asia."""
    codes = dict.fromkeys((*(row.area for row in rows), *also))
    areas = tuple(Area(code, "country", code.title(), region="M49_142") for code in codes)
    return Series(INDICATOR, areas, (SOURCE,), rows)


def test_every_headline_measure_has_words_in_every_language() -> None:
    for code in LANGUAGES:
        words = wording(code)
        named = {one: words.t(f"headline.{one}.name") for one in headlines()}
        short = {one: words.t(f"headline.{one}.short") for one in headlines()}
        assert len(set(named.values())) == len(set(short.values())) == len(headlines())


def test_the_pace_is_the_newest_figure_over_the_years_that_remain() -> None:
    rows = [observation(year=2020, value=160.0), observation(year=2024, value=138.0)]
    found = pace_to_zero(Change("comparable", (), *rows), 2030)
    assert found is not None
    assert (found.needed, found.seen) == (23.0, 5.5)
    assert pace_to_zero(Change("indicative", (), *rows), 2030) is None
    assert pace_to_zero(Change("comparable", (), *rows), 2024) is None
    risen = pace_to_zero(Change("comparable", (), rows[1]._replace(year=2020), rows[0]._replace(
        year=2024)), 2030)  # fmt: skip
    assert risen is not None and risen.seen == -5.5
    said = headline.pace_sentence(risen, wording("en"))
    assert said == "Zero by 2030 would need 27 fewer each year; from 2020 to 2024: 6 more a year."


def test_ages_are_counted_from_this_year_on() -> None:
    shown = latest(
        observation(area="BGD", year=2016),
        observation(area="IND", year=2017),
        observation(area="NPL", year=2022),
        observation(area="LKA", year=2026),
        also=("BTN",),
    )
    ages = honest_years(shown, this_year=2026)
    assert (ages.first, ages.last, ages.valued, ages.recent, ages.old) == (2016, 2026, 4, 2, 1)
    assert (ages.earlier, ages.no_data) == (0, 1)
    assert honest_years(shown, 2022).earlier == 2


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            None,
            "3 countries and territories have a figure, each with its own year from 2014 to 2024: "
            "1 are from 2022 or later, 1 from before 2017 (ring). 1 have none.",
        ),
        (
            2019,
            "1 countries and territories have a figure for 2019; 1 show their newest figure from "
            "before (dark outline). 2 have none.",
        ),
    ],
)
def test_the_sentence_of_the_map_says_whose_figure_is_how_old(asked: int | None, said: str) -> None:
    rows = [
        observation(area=area, year=year)
        for area, year in (("BGD", 2014), ("IND", 2019), ("NPL", 2024))
        if asked is None or year <= asked
    ]
    shown = latest(*rows, also=("BGD", "IND", "NPL", "MDV"))
    assert map_sentence(shown, wording("en"), asked, this_year=2026) == said


def test_old_figures_bear_a_ring_and_small_countries_a_dot() -> None:
    shown = latest(
        observation(area="NPL", year=2014, value=20.0),
        observation(area="TUV", year=2020, value=4.0),
    )
    drawn = world_map(shown, wording("en"), PALETTES["light"], this_year=2026, small=("TUV", "NRU"))
    marked = [trace for trace in drawn.figure["data"] if trace["type"] == "scattergeo"]
    assert [trace["locations"] for trace in marked] == [["TUV"], ["NPL"]]
    assert [(line.label, line.count) for line in drawn.legend if line.kind == "old"] == [
        ("Before 2017", 1)
    ]
    for curve, trace in enumerate(drawn.figure["data"]):
        for at, code in enumerate(trace["locations"]):
            assert place_of(drawn, {"curve_number": curve, "point_index": at}) == code
    assert place_of(drawn, {"curve_number": 99, "point_index": 0, "location": "NPL"}) == "NPL"
    assert place_of(drawn, {"curve_number": 0, "point_index": 99}) == ""
    assert place_of(drawn, {}) == ""


def test_dots_stand_at_their_value_and_never_on_each_other() -> None:
    rows = [observation(area=f"A{n:02}", value=10.0 + n * 0.01, year=2010 + n) for n in range(9)]
    plot = dots._plot(
        [("Asia", rows)], latest(*rows), wording("en"), dots.WIDE, alt="", this_year=2026
    )
    assert {mark.x for mark in plot.marks} == {round(100 * (10 + n * 0.01) / 12, 2)
                                               for n in range(9)}  # fmt: skip
    assert len({mark.y for mark in plot.marks}) == 9
    assert [mark.hollow for mark in plot.marks] == [n <= 6 for n in range(9)]
    assert all(0 <= mark.y <= 100 for mark in plot.marks)
    assert plot.marks[0].tip == "A00: 10\u202f% (2010)"


def test_dots_below_zero_stand_on_the_plot_too() -> None:
    """A score of government response may be negative; looking for a free level then never ended."""
    values = (-5.8, -5.79, -0.2, 0.0, 3.0, 59.9)
    rows = [observation(area=f"A{n}", value=value) for n, value in enumerate(values)]
    for shape in (dots.WIDE, dots.NARROW):
        plot = dots._plot([("Asia", rows)], latest(*rows), wording("en"), shape, alt="",
                          this_year=2026)  # fmt: skip
        places = [mark.x for mark in plot.marks]
        assert places == sorted(places)
        assert 0 <= min(places) and max(places) <= 100
        assert len({(mark.x, mark.y) for mark in plot.marks}) == len(values)
        assert len(plot.x_ticks) <= shape.most_ticks + 1


def test_scores_that_are_all_below_zero_have_an_axis() -> None:
    rows = [observation(area=f"A{n}", value=-1.0 - n) for n in range(3)]
    plot = dots._plot(
        [("Asia", rows)], latest(*rows), wording("en"), dots.WIDE, alt="", this_year=2026
    )
    assert all(0 <= mark.x <= 100 for mark in plot.marks)


def test_the_table_keeps_the_exact_figure_one_hover_away_and_the_alphabet() -> None:
    shown = latest(
        observation(area="NPL", value=15.29, year=2014),
        observation(area="BGD", value=26.899, year=2025, age="5-14"),
        observation(area="LKA", value=None, status="Q", suppressed="<5"),
        also=("MDV",),
    )
    html = countries.countries_table(
        shown, REGIONS, wording("en"), lambda code: f"?{code}", this_year=2026
    )
    assert html.index("Bgd") < html.index("Npl")
    assert ">26.9\u202f%</b>" in html and 'title="26.899\u202f%; 5–14 years; MICS 2014"' in html
    assert html.count("year old") == 1
    silent = html.split("<details")[1]
    assert "&lt;5 (suppressed by the publisher)" in silent
    assert "Mdv" in silent and "Npl" not in silent


def test_counts_have_no_place_on_one_axis() -> None:
    assert dots.can_be_set_beside(series())
    counted = replace(series(), indicator=replace(INDICATOR, unit="PERSONS"))
    assert not dots.can_be_set_beside(counted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_that_somebody_quotes_says_so_beside_it(language: str) -> None:
    row = observation(value=27.6, note="Secondary: seen on modernghana.com (news)")
    own = row._replace(note="Revised in later editions")
    words = wording(language)
    assert "modernghana.com" in quoted_sentence([row], words)
    assert "modernghana.com" in quoted_sentence([own, row], words)
    assert quoted_sentence([own], words) == ""
    assert "Secondary" not in figure_note(row.note, words)

"""Map and ring, by their traces."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components.charts.map_classes import class_breaks, honest_years
from components.charts.ring import ring_data_uri, ring_svg, ring_text
from components.charts.world_map import world_map
from components.theme import PALETTES
from components.wording import LANGUAGES
from data.methods.completion import STATUSES
from data.records import Area, Completion
from tests.factories import INDICATOR, observation, series, words

LIGHT = PALETTES["light"]


def _areas(*codes: str) -> tuple[Area, ...]:
    return tuple(Area(code, "country", code.title()) for code in codes)


def test_the_map_tells_the_year_and_keeps_absences_apart() -> None:
    rows = (
        observation(area="BGD", year=2022, value=5.0),
        observation(area="IND", year=2022, value=25.0),
        observation(area="NPL", year=2019, value=15.3),
        observation(area="BTN", year=2022, value=None, status="Q"),
        observation(area="LKA", year=2022, value=None, status="O"),
    )
    latest = series(*rows, areas=_areas("BGD", "BTN", "IND", "LKA", "MDV", "NPL"))
    drawn = world_map(latest, words("en"), LIGHT, neutral=("XAA",), asked=2022)
    assert [trace["locations"] for trace in drawn.figure["data"]] == [
        ["BGD", "IND"],
        ["NPL"],
        ["BTN"],
        ["LKA", "MDV"],
        ["XAA"],
    ]
    assert drawn.figure["data"][1]["marker"]["line"]["color"] == LIGHT.ink
    assert "2019: 15.3" in drawn.figure["data"][1]["hovertext"][0]
    assert drawn.figure["data"][3]["hovertext"][1] == "Mdv<br>no figure"
    assert drawn.figure["layout"]["geo"]["fitbounds"] is False
    assert [(line.kind, line.count) for line in drawn.legend] == [
        ("class", 1),
        ("class", 1),
        ("class", 1),
        ("earlier", 1),
        ("suppressed", 1),
        ("no_data", 2),
        ("neutral", 1),
    ]
    assert honest_years(latest).last == 2022


def test_a_map_without_figures_has_no_classes() -> None:
    drawn = world_map(series(areas=_areas("NPL")), words("ar"), LIGHT)
    assert [line.kind for line in drawn.legend] == ["no_data"]


@pytest.mark.parametrize(
    ("values", "breaks"),
    [
        ([0.0], (0.0,)),
        ([5.0, 5.0, 5.0], (5.0,)),
        ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], (0.0, 2.0, 3.0, 4.0, 5.0, 6.0)),
        ([0.123, 1234.0], (0.12, 1200.0)),
        ([-5.0, 3.0], (-5.0, 3.0)),
    ],
)
def test_classes_end_on_round_numbers(values: list[float], breaks: tuple[float, ...]) -> None:
    assert class_breaks(values) == breaks


def test_every_value_is_in_the_class_whose_bounds_hold_it() -> None:
    rows = [observation(area=f"A{n:02}", value=n * 1.7) for n in range(40)]
    drawn = world_map(series(*rows), words("en"), LIGHT)
    classes = [line for line in drawn.legend if line.kind == "class"]
    assert sum(line.count for line in classes) == 40
    (trace, *_) = drawn.figure["data"]
    for row, place in zip(rows, trace["z"], strict=True):
        lower, upper = classes[place].lower, classes[place].upper
        assert row.value is not None and lower is not None
        assert lower <= row.value and (upper is None or row.value < upper)


EVERY = Completion("NPL", 4, 2, 1, 2, 1, 3)


def _arcs(svg: str) -> dict[str, float]:
    """The length of each arc by its status."""
    arcs = [node for node in ElementTree.fromstring(svg).iter() if node.get("data-status")]
    return {
        str(arc.get("data-status")): float(str(arc.get("stroke-dasharray")).split()[0]) + 1
        for arc in arcs
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_its_arc_its_word_and_its_colour(status: str, language: str) -> None:
    one = replace(Completion("NPL"), **{status: 1})
    svg = ring_svg(one, LIGHT, words(language))
    paint = "url(#hatch)" if status == "no_evidence" else LIGHT.statuses[status]
    assert f'stroke="{paint}" data-status="{status}"' in svg
    said = ring_text(one, words(language))
    if status == "no_evidence":
        assert said == words(language).t("completion.unknown", listed=1)
    else:
        word = words(language).t(f"completion.{status}")
        assert f"{word[0].upper()}{word[1:]}" in said


def test_the_ring_says_the_count_and_hatches_what_is_unknown() -> None:
    svg = ring_svg(EVERY, LIGHT, words("en"))
    assert tuple(_arcs(svg)) == STATUSES
    assert ">4 / 13</text>" in svg
    assert ring_text(EVERY, words("en")) == (
        "Completed: 4 of 13. Completed: 4; substantial progress: 2; limited progress: 1; "
        "adopted: 2; not started: 1; no public evidence: 3."
    )
    reported = replace(EVERY, says="reported")
    assert ring_text(reported, words("en")).startswith("Reported by the government: Completed: 4")


def test_arcs_are_as_long_as_the_counts_or_as_the_weights_that_are_given() -> None:
    two = Completion("NPL", completed=1, limited=1)
    around = 2 * 3.141592653589793 * 42
    assert _arcs(ring_svg(two, LIGHT, words("en"))) == pytest.approx(
        {"completed": around / 2, "limited": around / 2}, abs=0.02
    )
    weighted = ring_svg(two, LIGHT, words("en"), weights={"completed": 3.0, "limited": 1.0})
    assert _arcs(weighted) == pytest.approx(
        {"completed": around * 0.75, "limited": around * 0.25}, abs=0.02
    )
    assert ">1 / 2</text>" in weighted


@pytest.mark.parametrize(("pace", "turn"), [(0.0, "0.00"), (0.25, "90.00"), (1.0, "360.00")])
def test_the_pace_is_a_mark_across_the_ring(pace: float, turn: str) -> None:
    svg = ring_svg(EVERY, LIGHT, words("en"), pace=pace)
    assert svg.count(f'transform="rotate({turn} 50 50)"') == 2
    assert f'data-pace="{pace:.4f}"' in svg
    assert "data-pace" not in ring_svg(EVERY, LIGHT, words("en"))


def test_nothing_listed_and_nothing_known_never_look_like_zero_percent() -> None:
    nothing = ring_svg(Completion("NPL"), LIGHT, words("en"))
    assert "url(#hatch)" in nothing and "0 /" not in nothing
    unknown = ring_svg(Completion("NPL", no_evidence=7), LIGHT, words("fr"))
    assert ">– / 7</text>" in unknown


def test_the_ring_is_an_image_address() -> None:
    svg = ring_svg(Completion("NPL", 1), LIGHT, words("ar"), size=96)
    address = ring_data_uri(svg)
    head, _, body = address.partition(",")
    assert head == "data:image/svg+xml;base64"
    assert b64decode(body).decode("utf-8") == svg


def test_figures_are_plain_and_paper_is_transparent_in_both_themes() -> None:
    for palette in PALETTES.values():
        figure = world_map(series(areas=_areas("NPL")), words("en"), palette).figure
        assert figure["layout"]["paper_bgcolor"] == "rgba(0,0,0,0)"
        assert figure["layout"]["font"]["color"] == palette.ink
        assert "title" not in figure["layout"]
    assert INDICATOR.theme in LIGHT.themes

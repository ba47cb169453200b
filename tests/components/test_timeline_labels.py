"""Labels of the timeline: every one beside its mark, none over another, none out of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from random import Random

import pytest

from components.charts.text_width import text_width
from components.charts.timeline_labels import (
    GAP,
    TARGET,
    Placed,
    Spot,
    bars_laid_out,
    laid_out,
)

WIDTH = 58.0


def spot(code: str, at: float, *labels: str, wide: float = 0.0, weight: int = 1) -> Spot:
    return Spot(code, at, at + wide, labels or ("24 May",), weight=weight)


def text_of(placed: Placed) -> tuple[float, float] | None:
    """Where the label stands, by its side alone."""
    wide = text_width(placed.label)
    if placed.side == "right":
        return placed.spot.right + GAP, placed.spot.right + GAP + wide
    if placed.side == "left":
        return placed.spot.left - GAP - wide, placed.spot.left - GAP
    return None


def wrong_in(placed: Sequence[Placed], width: float = WIDTH) -> list[str]:
    """What overlaps or leaves the plot, level by level."""
    found = []
    for one in placed:
        text = text_of(one)
        if text and (text[0] < 0 or text[1] > width):
            found.append(f"{one.spot.code} leaves the plot")
    for one, other in combinations(placed, 2):
        if one.level != other.level:
            continue
        boxes = [(each.spot.left, each.spot.right) for each in (one, other)]
        if boxes[0][0] < boxes[1][1] - 1e-9 and boxes[1][0] < boxes[0][1] - 1e-9:
            found.append(f"{one.spot.code} covers {other.spot.code}")
        middles = [(each.spot.start + each.spot.end) / 2 for each in (one, other)]
        if abs(middles[0] - middles[1]) < TARGET - 1e-9:
            found.append(f"{one.spot.code} is too near to {other.spot.code} to be clicked")
        for text, box in ((text_of(one), boxes[1]), (text_of(other), boxes[0])):
            if text and text[0] < box[1] and box[0] < text[1]:
                found.append(f"a text covers {one.spot.code} or {other.spot.code}")
        texts = [text for text in (text_of(one), text_of(other)) if text]
        if len(texts) == 2 and texts[0][0] < texts[1][1] and texts[1][0] < texts[0][1]:
            found.append(f"texts of {one.spot.code} and {other.spot.code} overlap")
    return found


def test_a_label_stands_right_else_left_else_on_a_second_line() -> None:
    (alone,) = laid_out([spot("a", 10)], WIDTH, 2)
    assert (alone.level, alone.side, alone.label) == (0, "right", "24 May")
    first, second = laid_out([spot("a", 10), spot("b", 11.5)], WIDTH, 2)
    assert (first.side, second.side) == ("left", "right")
    placed = laid_out([spot("a", 10), spot("b", 11.5), spot("c", 13)], WIDTH, 2)
    assert sorted(one.level for one in placed) == [0, 0, 1]
    assert all(one.label for one in placed)
    assert wrong_in(placed) == []


def test_at_the_edges_labels_turn_inwards() -> None:
    west, east = laid_out([spot("a", 0), spot("b", WIDTH)], WIDTH, 1)
    assert (west.side, east.side) == ("right", "left")


def test_the_weightier_is_named_and_the_last_line_takes_shorter_words() -> None:
    long = "A conference with a very long name in a city"
    placed = laid_out(
        [spot("a", 20, "7 May"), spot("b", 21, long, "8 May", weight=6), spot("c", 22, "9 May")],
        WIDTH,
        2,
    )
    named = {one.spot.code: one for one in placed}
    assert (named["b"].label, named["b"].level, named["c"].level) == (long, 0, 1)
    narrow = laid_out([spot("b", 5, long, "8 May", weight=6)], 10, 1)
    assert [one.label for one in narrow] == ["8 May"]
    assert [one.label for one in laid_out([spot("b", 5, long)], 10, 1)] == [""]


def test_signs_of_one_day_take_a_line_each_and_none_is_lost() -> None:
    placed = laid_out([spot(f"e{n}", 30) for n in range(5)], WIDTH, 2)
    assert sorted(one.level for one in placed) == [0, 1, 2, 3, 4]
    assert wrong_in(placed) == []


@pytest.mark.parametrize("seed", range(60))
def test_nothing_overlaps_whatever_comes(seed: int) -> None:
    chance = Random(seed)
    words = ("May", "24 May", "26 March, postponed", "V Global Conference, Durban", "تسمية المضيف")
    spots = [
        Spot(
            f"e{n}",
            start := chance.uniform(0, WIDTH - 4),
            start + chance.choice((0.01, 0.3, 3.6)),
            tuple(chance.sample(words, chance.randint(0, 3))),
            chance.choice((0.0, 0.75, 1.25)),
            chance.randint(1, 6),
        )
        for n in range(chance.randint(1, 30))
    ]
    most = chance.randint(1, 3)
    placed = laid_out(spots, WIDTH, most)
    assert sorted(one.spot.code for one in placed) == sorted(one.code for one in spots)
    assert wrong_in(placed) == []
    # On a wider plot marks move apart, and their labels with them.
    for factor in (1.1, 1.7, 3.0):
        wider = [
            Placed(
                Spot(s.code, s.start * factor, s.end * factor, s.labels, s.sign),
                one.level, one.label, one.side,
            )
            for one in placed
            for s in (one.spot,)
        ]  # fmt: skip
        assert wrong_in(wider, WIDTH * factor) == []


def test_a_bar_is_named_inside_where_no_mark_is_in_the_way() -> None:
    bar = Spot("plan", 20, 40, ("2019\u20132025",), 0.0)
    marks = laid_out([spot("a", 21)], WIDTH, 1)
    (named,) = bars_laid_out([bar], marks, WIDTH)
    assert (named.side, named.label, named.level) == ("end", "2019\u20132025", 0)
    marks = laid_out([spot("a", 39)], WIDTH, 1)
    (named,) = bars_laid_out([bar], marks, WIDTH)
    assert named.side == "start"
    marks = laid_out([spot("a", 21), spot("b", 39)], WIDTH, 1)
    (named,) = bars_laid_out([bar], marks, WIDTH)
    assert named.side == ""
    one, other = bars_laid_out([bar, Spot("next", 40, 50)], (), WIDTH)
    assert one.level == other.level == 0
    one, other = bars_laid_out([bar, Spot("over", 30, 50)], (), WIDTH)
    assert (one.level, other.level) == (0, 1)


def test_widths_grow_with_the_text_and_marks_of_direction_take_none() -> None:
    assert text_width("") == 0
    assert text_width("\u20662019\u2069") == text_width("2019") == 4 * 0.5 * 0.875
    for short, long in pairwise(("i", "in", "ink", "inks")):
        assert text_width(short) < text_width(long)
    assert text_width("W") > text_width("i")

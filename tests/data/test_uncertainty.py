"""Published intervals: what is clear, what is not, and what nobody published."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection, func, select

from components.change_words import change_sentence, verdict
from components.charts.selection import hover
from components.wording import LANGUAGES, wording
from data.methods.change import COMPARABLE, INDICATIVE, NOT_COMPARABLE, Change
from data.methods.uncertainty import interval_of, interval_unpublished, no_clear_difference
from data.records import Observation
from data.schema import observation as stored
from tests.factories import INDICATOR, VICTIMS, observation, series

EN = wording("en")


def figure(value: float | None, lower: float | None, upper: float | None) -> Observation:
    year = 2014 if value == 10 else 2019
    return observation(value=value, lower=lower, upper=upper, year=year)


FIRST = figure(10, 8, 12)


@pytest.mark.parametrize(
    ("other", "unclear"),
    [
        (figure(13, 11, 15), True),
        (figure(13, 12, 14), True),
        (figure(14, 12.1, 16), False),
        (figure(5, 2, 7.9), False),
        (figure(9, 0, 40), True),
        (figure(11, None, None), False),
        (figure(11, 9, None), False),
        (figure(None, 9, 11), False),
    ],
)
def test_two_figures_differ_clearly_where_their_intervals_do_not_meet(
    other: Observation, unclear: bool
) -> None:
    assert no_clear_difference(FIRST, other) is no_clear_difference(other, FIRST) is unclear


def test_whose_interval_is_missing() -> None:
    bare = figure(10, None, None)
    assert interval_of(FIRST) == (8, 12) and interval_of(bare) is None
    assert interval_unpublished(bare, INDICATOR) and not interval_unpublished(FIRST, INDICATOR)
    assert not interval_unpublished(figure(None, None, None), INDICATOR)
    # A register counts what it counts.
    assert not interval_unpublished(bare, VICTIMS)


@pytest.mark.parametrize("strength", [COMPARABLE, INDICATIVE])
def test_a_change_within_its_intervals_is_none(strength: str) -> None:
    found = Change(strength, (), FIRST, figure(13, 11, 15), jump=True)
    assert verdict(found, INDICATOR, EN) == "No clear difference from 10.0\u202f% in 2014"
    said = change_sentence(found, INDICATOR, EN)
    assert "no clear difference, the published intervals overlap" in said
    assert "larger than" not in said and "+3" not in said
    clear = Change(strength, (), FIRST, figure(14, 12.1, 16))
    assert verdict(clear, INDICATOR, EN) == "Up from 10.0\u202f% in 2014"
    apart = Change(NOT_COMPARABLE, ("different_age",), FIRST, figure(13, 11, 15))
    assert "clear" not in verdict(apart, INDICATOR, EN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tooltip_tells_the_interval_or_that_there_is_none(language: str) -> None:
    words = wording(language)
    missing = words.t("uncertainty.interval_unpublished")
    bare, with_one = figure(10, None, None), FIRST
    held = series(bare)
    assert missing in hover(bare, held, words)
    assert missing not in hover(with_one, held, words)
    register = replace(held, indicator=replace(VICTIMS, method="administrative"))
    assert missing not in hover(bare, register, words)


def test_no_publisher_that_is_held_states_an_interval(connection: Connection) -> None:
    """When one does, charts draw it: this number is then no longer zero."""
    bounds = select(func.count()).where(stored.c.lower.is_not(None) | stored.c.upper.is_not(None))
    assert connection.scalar(bounds) == 0

"""Exact generated sentences in each language."""

from __future__ import annotations

import pytest

from components.change_words import change_sentence, verdict
from data.methods.change import change
from data.methods.selection import measure_of
from tests.factories import INDICATOR, observation, words

FIRST = observation()
LATER = observation(year=2019, value=15.3, survey="MICS 2019")


def bare(text: str) -> str:
    """The text without direction isolates and with ordinary spaces, to be readable here."""
    return text.translate({0x2066: None, 0x2069: None, 0x202F: " ", 0xA0: " "})


CHORES = measure_of(INDICATOR)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "15.3 % in 2019, 37.4 % in 2014 (−22.1 percentage points, −59.1 % of the first "
            "figure). Comparable: the same survey in both years. A change this large is more than "
            "child labour is known to change: part of it may come from the surveys.",
        ),
        (
            "fr",
            "15,3 % en 2019, 37,4 % en 2014 (−22,1 points de pourcentage, −59,1 % du premier "
            "chiffre). Comparable : la même enquête les deux années. Une évolution aussi forte "
            "dépasse ce que l’on connaît du travail des enfants : elle peut tenir en partie aux "
            "enquêtes.",
        ),
        (
            "ar",
            "15.3% في 2019، و37.4% في 2014 (−22.1 نقطة مئوية، −59.1% من الرقم الأول). قابل "
            "للمقارنة: المسح نفسه في السنتين. تغيّر بهذا الحجم يفوق المعهود في عمل الأطفال: قد "
            "يعود جزء منه إلى المسوح نفسها.",
        ),
    ],
)
def test_the_change_in_a_sentence(code: str, text: str) -> None:
    found = change(CHORES, [FIRST, LATER])
    assert bare(change_sentence(found, INDICATOR, words(code))) == text


def test_no_change_is_told_with_its_reason() -> None:
    found = change(CHORES, [FIRST])
    assert change_sentence(found, INDICATOR, words("en")) == (
        "No change can be stated. Not comparable: one survey only."
    )
    same = change(CHORES, [FIRST, LATER._replace(value=37.4)])
    assert verdict(same, INDICATOR, words("en")) == "As in 2014: 37.4\u202f%"


def test_an_indicative_change_is_told_in_words_without_a_percentage() -> None:
    unnamed = [FIRST._replace(survey=""), LATER._replace(survey="", value=20.0)]
    text = bare(change_sentence(change(CHORES, unnamed), INDICATOR, words("en")))
    assert text.startswith("20.0 % in 2019, 37.4 % in 2014: about half.")
    assert "Indicative: a survey is not named." in text


def test_a_figure_that_lies_between_is_told() -> None:
    dip = observation(year=2016, value=6.8)
    text = bare(change_sentence(change(CHORES, [FIRST, dip, LATER]), INDICATOR, words("en")))
    assert "6.8 % in 2016 lies between." in text

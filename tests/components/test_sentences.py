"""Exact generated sentences in each language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from components.change_words import change_sentence, verdict
from components.sentences import latest_sentence
from components.wording import LANGUAGES
from data.methods.change import change
from data.methods.selection import measure_of
from loaders.facts import catalogue
from tests.factories import INDICATOR, observation, series, words

FIRST = observation()
LATER = observation(year=2019, value=15.3, survey="MICS 2019")


def bare(text: str) -> str:
    """The text without direction isolates and with ordinary spaces, to be readable here."""
    return text.translate({0x2066: None, 0x2069: None, 0x202F: " ", 0xA0: " "})


def test_an_estimate_is_called_one() -> None:
    text = bare(latest_sentence(series(FIRST._replace(status="E")), words("en")))
    assert text.endswith("(economic activity and household chores; estimate).")
    part = series(FIRST._replace(status="E", sex="F"))
    assert "37.4 % (estimate) in 2014" in bare(latest_sentence(part, words("en")))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Children in child labour, 5–17 years, Girls, Nepal: 37.4 % in 2014."),
        ("fr", "Travail des enfants, 5–17 ans, Filles, Nepal : 37,4 % en 2014."),
        ("ar", "عمل الأطفال، العمر 5–17، الفتيات، Nepal: 37.4% في عام 2014."),
    ],
)
def test_a_part_is_named_by_what_narrows_it(code: str, text: str) -> None:
    assert bare(latest_sentence(series(FIRST._replace(sex="F")), words(code))) == text


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_indicator_says_its_age_twice(code: str) -> None:
    for about in catalogue.indicators().values():
        row = observation(indicator=about.code, age=about.age or "_T", unit=about.unit, sex="F")
        text = bare(latest_sentence(series(row, indicator=about), words(code)))
        first, last = (about.age.rstrip("+") + "-").split("-")[:2]
        once = rf"\b{first}\D{{1,6}}{last}\b" if last else rf"\b{first}\b"
        if about.age:
            assert len(re.findall(once, text)) == 1, text


def test_figures_in_sentences_are_rounded_for_the_eye() -> None:
    about = replace(INDICATOR, code="WORKING", unit="THOUSAND_PERSONS", age="7-14")
    row = observation(unit="THOUSAND_PERSONS", value=2226.126, age="7-14")
    assert "2.23 million" in latest_sentence(series(row, indicator=about), words("en"))
    assert "444" in latest_sentence(series(row._replace(value=0.444), indicator=about), words("en"))
    exact = latest_sentence(series(observation(value=35.117, sex="M")), words("en"))
    assert "35.1\u202f%" in exact and "35.117" not in exact


def test_absence_and_nothing_are_said() -> None:
    missing = series(observation(value=None, status="L"))
    assert latest_sentence(missing, words("en")) == (
        "Children in child labour, 5–17 years, Nepal, 2014: not collected."
    )
    assert latest_sentence(series(), words("fr")) == "Aucun chiffre n’a été publié."


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

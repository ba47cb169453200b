"""Measuring the change: from the first to the last comparable survey, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from components import numbers
from components.cards import Card, Section, empty_card, figure_card
from components.country.answers import CountryAnswers
from components.country.picking import ages, one_release, whole
from components.markup import render
from components.sentences import COMPUTED_DECIMALS, change_sentence
from components.theme import Palette
from components.wording import Wording
from data.methods.change import Change, change
from data.records import Series

CODES: Final = ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "UNICEF_CL_ECON", "UNICEF_CL_ECON_HC")
"""Definitions of child labour among which a comparable pair is sought, the first preferred."""

EMPLOYED: Final = "CLD_XCHL_SEX_AGE_STU_NB"
EMPLOYED_AGES: Final = ("5-17", "5-14", "7-14", "5-11", "12-14", "15-17")
"""Age bands in which a change of children in employment is sought, the widest first.

Children in employment are not all in child labour. Their change is the number only where no change
of child labour can be stated, and the card says what it counts.
"""


@dataclass(frozen=True)
class Measured:
    """What became of one definition in one age band."""

    series: Series
    age: str
    change: Change


def measured(answers: CountryAnswers) -> tuple[Measured, ...]:
    """The change, or the reason for none, of every definition and age that has a figure."""
    found = []
    for code in CODES:
        series = answers.series(code)
        if series is None:
            continue
        found += [_measured(series, age) for age in ages(whole(series))]
    return tuple(found)


def employed(answers: CountryAnswers) -> tuple[Measured, ...]:
    """The change in the number of children in employment, where there is a figure."""
    series = answers.series(EMPLOYED)
    if series is None:
        return ()
    held = ages(whole(series, sexes=False))
    bands = [_measured(series, age) for age in EMPLOYED_AGES if age in held]
    stated = [one for one in bands if one.change.difference is not None]
    return tuple((stated or bands)[:1])


def _measured(series: Series, age: str) -> Measured:
    own = one_release(whole(series, sexes=False).where(age=age))
    return Measured(own, age, change(own.observations, method=series.indicator.method))


def measuring_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """One card: the number, the sentence, and what the other definitions say.

    It has no colour of its own; `palette` is taken like every section's.
    """
    del palette
    return Section(
        "measuring",
        wording.t("country.measuring.title"),
        "child_labour",
        wording.t("country.measuring.lead"),
        (_card(answers, wording),),
    )


def _card(answers: CountryAnswers, wording: Wording) -> Card:
    country = answers.area.name
    found = measured(answers)
    related = employed(answers)
    title = wording.t("country.measuring.card", country=country)
    if not found and not related:
        sentence = wording.t("country.measuring.nothing", country=country)
        return empty_card("country-change", title, "child_labour", sentence, wide=True)
    stated = [one for one in (*found, *related) if one.change.difference is not None]
    first = (stated or found or related)[0]
    if first in related:
        title = wording.t("country.measuring.card_employed", country=country)
    card = figure_card(
        "country-change",
        title,
        [one.series for one in (*found, *related)],
        wording,
        chart=None,
        sentence=_sentence(first, wording),
        area_code=answers.area.code,
        headline=_headline(first.change, first.series, wording),
        wide=True,
    )
    others = [
        (_label(one, wording), _sentence(one, wording))
        for one in (*found, *related)
        if one is not first
    ]
    return replace(
        card,
        sentence="",
        definitions=tuple(dict.fromkeys(card.definitions)),
        body=render(
            "country_measures.html",
            label=_label(first, wording),
            sentence=card.sentence,
            others=others,
        ),
    )


def _label(one: Measured, wording: Wording) -> str:
    return wording.t(
        "country.with_note",
        text=wording.indicator(one.series.indicator, "short"),
        note=numbers.age_text(one.age, wording),
    )


def _headline(found: Change, series: Series, wording: Wording) -> str:
    if found.difference is None:
        few = found.reason == "too_few"
        return wording.t(f"country.measuring.{'too_few' if few else 'not_comparable'}")
    if found.relative is not None:
        shown = numbers.percent(found.relative, wording, COMPUTED_DECIMALS)
    else:
        shown = numbers.quantity(found.difference, series.indicator.unit, wording)
    return shown if shown.lstrip("\u2066").startswith(("\u2212", "0")) else _plus(shown, wording)


def _plus(shown: str, wording: Wording) -> str:
    return numbers.isolate("+" + shown.strip("\u2066\u2069"), wording)


def _sentence(one: Measured, wording: Wording) -> str:
    return change_sentence(one.change, one.series.indicator, wording)

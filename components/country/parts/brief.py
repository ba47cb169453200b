"""Two to four sentences that answer for a country: how bad, better or worse, detection, the law.

Generated from the figures that speak; each has its year, and a change its strength.
"""

from __future__ import annotations

from components import change_words, numbers
from components.country.answers import CountryAnswers
from components.country.parts.law import instruments_summary, law_points
from components.country.parts.measures import (
    about_of,
    change_of,
    comparable_national,
    national_runs,
    spoken_of,
)
from components.country.parts.tiles import VICTIMS, leading_measure
from components.pathfinders.gauge import measures_line
from components.wording import Wording
from data.methods.change import COMPARABLE, INDICATIVE, Change
from data.methods.completion import completion, elsewhere, on_roadmap
from data.records import Indicator, Observation


def brief(answers: CountryAnswers, wording: Wording) -> tuple[str, ...]:
    """The sentences in reading order."""
    found = [
        _child_labour(answers, wording),
        _national(answers, wording),
        _victims(answers, wording),
        _law_and_roadmap(answers, wording),
    ]
    return tuple(sentence for sentence in found if sentence)


def _child_labour(answers: CountryAnswers, wording: Wording) -> str:
    leading = leading_measure(answers)
    if leading is None:
        if national_runs(answers):
            return ""
        return wording.t("brief.no_child_labour", country=answers.area.name)
    code, spoken = leading
    about = about_of(answers, spoken.row)
    return wording.t(
        f"brief.{code}",
        year=spoken.row.year,
        value=numbers.read_figure(spoken.row, about, wording),
        age=numbers.age_span(spoken.row.age, wording),
        country=answers.area.name,
        compared=_compared(change_of(answers, code), about, wording),
    )


def _compared(change: Change, about: Indicator, wording: Wording) -> str:
    """The end of the sentence: what may be said of the earlier figure."""
    if change.first is None:
        return wording.t("brief.alone")
    if change.strength == COMPARABLE:
        verdict = change_words.verdict(change, about, wording)
        return wording.t("brief.comparable", verdict=f"{verdict[:1].lower()}{verdict[1:]}")
    key = "indicative" if change.strength == INDICATIVE else "not_comparable"
    return wording.t(
        f"brief.{key}",
        first=numbers.read_figure(change.first, about, wording),
        first_year=change.first.year,
        reason=wording.t(f"change.reason.{change.reasons[0]}"),
    )


def _national(answers: CountryAnswers, wording: Wording) -> str:
    """The office's own series, where it compares or nothing international is held."""
    one = comparable_national(answers)
    runs = national_runs(answers)
    if one is None and leading_measure(answers) is None and runs:
        one = runs[0]
    if one is None:
        return ""
    about = about_of(answers, one.newest)
    change = one.change
    if change.first is None or change.last is None:
        return wording.t(
            "brief.national_one",
            last=_of_children(one.newest, about, wording),
            last_year=one.newest.year,
        )
    return wording.t(
        "brief.national",
        last=_of_children(change.last, about, wording),
        last_year=change.last.year,
        first=numbers.read_figure(change.first, about, wording),
        first_year=change.first.year,
        strength=wording.t(f"change.strength.{change.strength}").lower(),
    )


def _of_children(row: Observation, about: Indicator, wording: Wording) -> str:
    """The figure with what it counts: `4.3 % (child labour, national definition, ages 5–17)`."""
    what = wording.of(about, "short")
    return wording.t(
        "brief.counted",
        value=numbers.read_figure(row, about, wording),
        what=f"{what[:1].lower()}{what[1:]}",
        age=numbers.age_span(row.age, wording),
    )


def _victims(answers: CountryAnswers, wording: Wording) -> str:
    spoken = spoken_of(answers, VICTIMS)
    if spoken is None:
        return wording.t("brief.no_victims")
    return wording.t(
        "brief.victims",
        value=numbers.read_figure(spoken.row, about_of(answers, spoken.row), wording),
        year=spoken.row.year,
    )


def _law_and_roadmap(answers: CountryAnswers, wording: Wording) -> str:
    """One sentence of what is known of the law and, for pathfinders, of the roadmap."""
    party, known, _, _ = instruments_summary(answers)
    meets, against, _ = law_points(answers)
    parts = []
    if known:
        law = wording.t("brief.law", party=party, known=known)
        if meets + against:
            law += wording.t("brief.law_points", meets=meets, all=meets + against)
        parts.append(law)
    if answers.area.pathfinder:
        parts.append(_roadmap(answers, wording))
    if not parts:
        return ""
    text = wording.t("sentence.separator").join(parts)
    return wording.t("sentence.end", text=f"{text[:1].upper()}{text[1:]}")


def _roadmap(answers: CountryAnswers, wording: Wording) -> str:
    """Items of the roadmap known or not, and the measures of other pages apart."""
    items, others = on_roadmap(answers.actions), elsewhere(answers.actions)
    found = completion(answers.area.code, items)
    text = wording.t("brief.no_items")
    if items:
        text = wording.t(
            "brief.roadmap",
            listed=found.listed,
            completed=found.completed,
            unknown=found.no_evidence,
        )
    if not others:
        return text
    return wording.t("brief.beside", text=text, measures=measures_line(others, wording))

"""The three figures that open a country's screen: those of the tiles of its page, and its office's.

Child labour and detected victims always have their place. Between them speaks the national office's
own series where its years compare and it is no older than the survey, as in the sentences of the
page; else forced labour as its tile has it: counted, or by a model that says that it is one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from components import change_words, numbers
from components.cards import Strength
from components.country.answers import CountryAnswers
from components.country.parts.measures import (
    NATIONAL,
    NationalRun,
    about_of,
    comparable_national,
    national_runs,
    spoken_of,
)
from components.country.parts.tiles import FORCED_VICTIMS, MODEL, Tile, leading_measure, tiles
from components.wording import Wording
from data.methods.selection import headlines


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure, ready. `number` is a dash and `year` empty where nothing is held; `marked` is
    said beside the number of what is no official figure, `gap` who could give what is missing.
    `aside`: the verdict tells of another figure."""

    theme: str
    label: str
    of: str
    number: str
    unit: str
    exact: str
    year: str
    verdict: str
    strength: Strength | None
    marked: str = ""
    gap: str = ""
    aside: bool = False


def headline_figures(
    answers: CountryAnswers, wording: Wording, today: date
) -> tuple[Headline, Headline, Headline]:
    """Child labour; the office's own series or forced labour; victims detected."""
    child_labour, forced_labour, trafficking = tiles(answers, wording, today=today)[:3]
    national = _national_second(answers)
    second = _with_model(_of_tile(forced_labour, answers, wording), forced_labour, answers, wording)
    if national is not None:
        second = _of_run(national, answers, wording)
    return (
        _of_tile(child_labour, answers, wording),
        second,
        _of_tile(trafficking, answers, wording),
    )


def _national_second(answers: CountryAnswers) -> NationalRun | None:
    """The office's own comparable series, unless a survey is newer or it leads already."""
    found = comparable_national(answers)
    if found is None:
        return None
    leading = leading_measure(answers)
    if leading is None:
        return None if found is national_first(answers) else found
    return found if found.newest.year >= leading[1].row.year else None


def national_first(answers: CountryAnswers) -> NationalRun | None:
    """The run that fills the tile of child labour where no survey does."""
    runs = national_runs(answers)
    return runs[0] if runs else None


def _of_tile(tile: Tile, answers: CountryAnswers, wording: Wording) -> Headline:
    year = "" if tile.figure is None else numbers.isolate(tile.figure.year, wording)
    return Headline(
        theme=tile.theme,
        label=tile.label,
        of=_of(tile, answers, wording),
        number=tile.number,
        unit=tile.unit,
        exact=tile.exact,
        year=year,
        verdict=tile.verdict,
        strength=tile.strength,
        marked=wording.t("screen.not_official") if tile.modelled else "",
        gap=f"{tile.gap_label} {tile.gap}" if tile.figure is None else "",
    )


def _with_model(
    headline: Headline, tile: Tile, answers: CountryAnswers, wording: Wording
) -> Headline:
    """What is counted, with the model of all people second, in fewer words than on the tile."""
    model = spoken_of(answers, MODEL)
    if tile.figure is None or tile.modelled or model is None:
        return headline
    value = numbers.read_figure(model.row, about_of(answers, model.row), wording)
    verdict = wording.t("screen.model_second", value=value, year=model.row.year)
    return replace(headline, verdict=verdict, aside=True)


def _of(tile: Tile, answers: CountryAnswers, wording: Wording) -> str:
    """What is counted, without the year, which stands beside the number."""
    row = tile.figure
    if row is None:
        return f"{tile.what[:1].upper()}{tile.what[1:]}"
    age = numbers.age_text(row.age, wording)
    if row.indicator in NATIONAL:
        what = wording.of(about_of(answers, row), "short")
        return wording.t("screen.of.national", what=what, age=age)
    if tile.theme == "child_labour":
        leading = leading_measure(answers)
        code = leading[0] if leading else "child_labour"
        return wording.t(f"screen.of.{code}", age=age)
    if tile.modelled:
        return wording.t("screen.of.modern_slavery")
    forced = row.indicator in headlines()[FORCED_VICTIMS].indicators
    if forced and tile.theme == "forced_labour":
        return wording.t("screen.of.forced_labour_victims")
    return wording.t("screen.of.trafficking_victims")


def _of_run(one: NationalRun, answers: CountryAnswers, wording: Wording) -> Headline:
    # The figure to which the change leads: an office may not compare its newest year.
    row = one.change.last or one.newest
    about = about_of(answers, row)
    number, unit = numbers.parted(numbers.read_figure(row, about, wording))
    return Headline(
        theme="child_labour",
        label=wording.t("screen.national"),
        of=wording.t(
            "screen.of.national",
            what=wording.of(about, "short"),
            age=numbers.age_text(row.age, wording),
        ),
        number=number,
        unit=unit,
        exact=numbers.figure(row, about, wording),
        year=numbers.isolate(row.year, wording),
        verdict=change_words.verdict(one.change, about, wording),
        strength=change_words.strength_of(one.change, wording),
    )

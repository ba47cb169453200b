"""Child labour: the surveys by definition, the office's own series, then where children work.

A form that fits the facts: one survey is a line of dots by sex, several are panels on one axis,
joined only as far as they compare. What nobody has measured is said once, in one card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from components import change_words, numbers
from components.cards import Card, Section, figure_card
from components.country.answers import CountryAnswers
from components.country.parts.cut_bars import CutBar, cut_bar, cut_bars_html
from components.country.parts.measures import (
    NationalRun,
    about_of,
    change_of,
    history_of,
    national_runs,
    of_sexes,
    rows_of,
    series_of,
    spoken_of,
    stretch_of,
)
from components.country.parts.missing import Gap, gap_of, missing_card
from components.country.parts.picking import representative_observation
from components.country.parts.survey_charts import (
    SeriesLine,
    dot_rows_html,
    panel_html,
    panels_html,
)
from components.country.parts.survey_lines import line_of, point_of
from components.country.parts.tiles import leading_measure
from components.markup import render
from components.wording import Wording
from data.methods.change import NOT_COMPARABLE, Change, change
from data.methods.selection import Measure, Survey, headlines, history, other_ages
from data.records import Observation, Series

DEFINITIONS: Final = ("child_labour", "child_labour_chores")
"""Each in a panel of its own: unlike definitions are never in one line."""

EMPLOYED_NUMBER: Final = "CLD_XCHL_SEX_AGE_STU_NB"
EMPLOYED_AGES: Final = ("5-17", "15-17", "12-14", "5-11")
EMPLOYED_RATE: Final = "SL.TLF.0714.ZS"
MOST_OTHER_AGES: Final = 4
MOST_RUNS: Final = 12

PARTS: Final = (
    ("sector", ("SL.AGR.0714.ZS", "SL.SRV.0714.ZS", "SL.MNF.0714.ZS")),
    ("status", ("SL.FAM.0714.ZS", "SL.WAG.0714.ZS", "SL.SLF.0714.ZS")),
    ("study", ("SL.TLF.0714.SW.ZS", "SL.TLF.0714.WK.ZS")),
)
HOURS: Final = ("SL.TLF.0714.SW.TM", "SL.TLF.0714.WK.TM")


def child_labour_section(
    answers: CountryAnswers,
    wording: Wording,
    *,
    gaps: Sequence[Gap] = (),
    today: date | None = None,
) -> Section:
    """The section's cards; `gaps` are what other sections miss, said in the one card of gaps."""
    now = today or date.today()
    own = missing_lines(answers, wording)
    cards = [
        _definitions_card(answers, wording, now),
        _national(answers, wording, now),
        _employed_number(answers, wording, now),
        _employed_rate(answers, wording, now),
        _where(answers, wording),
        missing_card("country-missing", answers, (*own, *gaps), wording),
    ]
    return Section(
        "child-labour",
        wording.t("country.child_labour.title"),
        "child_labour",
        wording.t("country.child_labour.lead"),
        tuple(card for card in cards if card is not None),
    )


def _answer(row: Observation, found: Change, answers: CountryAnswers, wording: Wording) -> str:
    """`1.5 % in 2022; down from 3.4 % in 2015`: the figure and its verdict, as a heading."""
    about = about_of(answers, row)
    text = wording.t("tile.in_year", value=numbers.read_figure(row, about, wording), year=row.year)
    if found.first is None:
        return text
    verdict = change_words.verdict(found, about, wording)
    return wording.t("sentence.joined", clause=text, remark=f"{verdict[:1].lower()}{verdict[1:]}")


@dataclass(frozen=True)
class Defined:
    """One definition with its surveys and what became of it."""

    code: str
    measure: Measure
    surveys: tuple[Survey, ...]
    change: Change
    rows: tuple[Observation, ...]


def definitions(answers: CountryAnswers) -> tuple[Defined, ...]:
    """The definitions that hold a figure, the narrower first."""
    found = []
    for code in DEFINITIONS:
        held = history_of(answers, code)
        if held:
            measure = headlines()[code]
            found.append(
                Defined(code, measure, held, change_of(answers, code), rows_of(answers, measure))
            )
    return tuple(found)


def _definitions_card(answers: CountryAnswers, wording: Wording, now: date) -> Card | None:
    """Both definitions in one card: dots by sex for single surveys, else panels on one axis."""
    defined = definitions(answers)
    if not defined:
        return None
    first = defined[0]
    row = first.surveys[-1].row
    shown = [series for one in defined for series in series_of(answers, one.measure)]
    kind = "both" if len(defined) > 1 else first.code
    title = _answer(row, first.change, answers, wording)
    if len(defined) > 1 and first.change.first is None:
        second = defined[1].surveys[-1].row
        title = wording.t(
            "cl.with_chores",
            told=title,
            value=numbers.read_figure(second, about_of(answers, second), wording),
        )
    single = all(len(one.surveys) == 1 for one in defined)
    draw = _dot_rows if single else _panels
    return figure_card(
        "country-child-labour",
        title,
        shown,
        wording,
        label=wording.t(
            f"cl.label.{kind}", age=numbers.age_span(row.age, wording), country=answers.area.name
        ),
        strength=change_words.strength_of(first.change, wording),
        sentence=_notes(defined, answers, wording),
        area_code=answers.area.code,
        body=draw(defined, answers, wording, now),
    )


def _dot_rows(
    defined: Sequence[Defined], answers: CountryAnswers, wording: Wording, now: date
) -> str:
    rows = []
    for one in defined:
        row = one.surveys[-1].row
        survey = answers.knowledge.survey_of(row).name or wording.t("charts.survey_unknown")
        heading = wording.t(f"cl.panel.{one.code}")
        under = wording.t("country.with_note", text=row.year, note=survey)
        rows.append((heading, under, point_of(row, one.rows, answers, wording, now)))
    alt = wording.t("cl.alt.dots", country=answers.area.name)
    return dot_rows_html(rows, alt, "PERCENT", wording)


def _panels(
    defined: Sequence[Defined], answers: CountryAnswers, wording: Wording, now: date
) -> str:
    lines = [definition_line(one, answers, wording, now) for one in defined]
    alt = wording.t("cl.alt.panels", country=answers.area.name)
    return panels_html(lines, alt, "PERCENT", wording, target=2025)


def definition_line(
    one: Defined, answers: CountryAnswers, wording: Wording, now: date
) -> SeriesLine:
    """The surveys of one definition as a line under its name."""
    name = wording.t(f"cl.panel.{one.code}")
    return line_of(name, one.surveys, one.measure, one.rows, answers, wording, now)


def _notes(defined: Sequence[Defined], answers: CountryAnswers, wording: Wording) -> str:
    """What the eye cannot see: a figure between, rivals, oddities, other ages, impossible parts."""
    notes: list[str] = []
    for one in defined:
        about = about_of(answers, one.surveys[-1].row)
        stretch = stretch_of(answers, one.code)
        if stretch is not None and stretch.last is not one.change.last:
            assert stretch.last is not None
            phrase = change_words.change_sentence(stretch, about, wording)
            age = stretch.last.age
            notes.append(wording.t("cl.stretch", age=numbers.age_span(age, wording), told=phrase))
        if one.change.between is not None:
            notes.append(
                wording.t(
                    "change.between",
                    value=numbers.read_figure(one.change.between, about, wording),
                    year=one.change.between.year,
                )
            )
        if one.change.jump:
            notes.append(wording.t("change.jump"))
        notes += [text for s in one.surveys for text in _oddities(s, one.rows, answers, wording)]
        notes += _other_ages(one, answers, wording)
    ended = [wording.t("sentence.end", text=note.rstrip(".")) for note in dict.fromkeys(notes)]
    return " ".join(ended)


def _oddities(
    survey: Survey, rows: Sequence[Observation], answers: CountryAnswers, wording: Wording
) -> list[str]:
    row, found = survey.row, []
    about = about_of(answers, row)
    for rival in survey.rivals:
        found.append(
            wording.t(
                "cl.rivals",
                year=row.year,
                one=answers.sources[row.source].publisher,
                value=numbers.read_figure(row, about, wording),
                other=answers.sources[rival.source].publisher,
                rival=numbers.read_figure(rival, about, wording),
            )
        )
    doubt = change_words.doubt_note(row, wording)
    if doubt:
        found.append(wording.t("cl.doubt", year=row.year, doubt=doubt))
    parts = of_sexes(rows, row)
    values = [part.value or 0.0 for part in parts]
    if len(values) == 2 and row.value is not None and outside(row.value, values):
        found.append(
            wording.t(
                "cl.impossible",
                year=row.year,
                total=numbers.read_figure(row, about, wording),
                girls=numbers.read_figure(parts[0], about, wording),
                boys=numbers.read_figure(parts[1], about, wording),
            )
        )
    return found


def outside(total: float, parts: Sequence[float]) -> float:
    """How far a total lies outside its parts, which it must lie between; 0 when it does.

    Half of the last decimal that tables print (0.05) is rounding, not a contradiction.
    """
    low, high = min(parts), max(parts)
    beyond = max(low - total, total - high)
    return beyond if beyond > 0.05 else 0.0


def _other_ages(one: Defined, answers: CountryAnswers, wording: Wording) -> list[str]:
    others = other_ages(one.measure, one.rows)[-MOST_OTHER_AGES:]
    if not others:
        return []
    texts = [
        wording.t(
            "cl.at_age",
            value=numbers.read_figure(s.row, about_of(answers, s.row), wording),
            age=numbers.age_span(s.row.age, wording),
            year=s.row.year,
        )
        for s in others
    ]
    listed = wording.t("sentence.comma").join(texts)
    return [wording.t(f"cl.other_ages.{one.code}", figures=listed)]


def _national(answers: CountryAnswers, wording: Wording, now: date) -> Card | None:
    """The office's own series by its own definition; the other runs in a list that opens."""
    runs = national_runs(answers)
    if not runs:
        return None
    lead, row = runs[0], runs[0].newest
    about = about_of(answers, row)
    kept = [
        held.only(r for r in held.observations if r.category == one.run.code)
        for one in runs[:MOST_RUNS]
        if (held := answers.series(one.run.indicator)) is not None
    ]
    compared = lead.change
    alt = wording.t("cl.alt.national", country=answers.area.name)
    body = panel_html(national_line(lead, answers, wording, now), alt, about.unit, wording)
    return figure_card(
        "country-national",
        _answer(compared.last or row, compared, answers, wording),
        kept,
        wording,
        label=wording.t(
            "cl.label.national",
            indicator=wording.of(about, "short"),
            age=numbers.age_span(row.age, wording),
            programme=lead.run.programme,
            country=answers.area.name,
        ),
        strength=change_words.strength_of(compared, wording),
        sentence=_national_note(lead, wording),
        area_code=answers.area.code,
        meta="",
        body=body + _other_runs(runs[1:MOST_RUNS], answers, wording),
    )


def national_line(
    lead: NationalRun, answers: CountryAnswers, wording: Wording, now: date
) -> SeriesLine:
    """An office's own run as a line, joined as far as the office compares its years."""
    rows = answers.figures[lead.newest.indicator].observations
    joins = tuple(
        lead.strength if {a.year, b.year} <= set(lead.run.comparable) else NOT_COMPARABLE
        for a, b in zip(lead.rows, lead.rows[1:], strict=False)
    )
    points = tuple(point_of(row, rows, answers, wording, now) for row in lead.rows)
    return SeriesLine("", points, joins)


def _national_note(lead: NationalRun, wording: Wording) -> str:
    definition = wording.code_text("national_definition", lead.run.definition)
    parts = [definition, wording.t("cl.national_apart")]
    if lead.run.quoted_by:
        parts.append(wording.t("cl.quoted", office=lead.run.publisher, page=lead.run.quoted_by))
    return " ".join(part for part in parts if part)


def _other_runs(runs: Sequence[NationalRun], answers: CountryAnswers, wording: Wording) -> str:
    """Every other run as one line in a list that opens in place."""
    if not runs:
        return ""
    lines = [
        {
            "what": wording.t(
                "cl.run",
                indicator=wording.of(about_of(answers, one.newest), "short"),
                age=numbers.age_span(one.run.age, wording),
                programme=one.run.programme,
            ),
            "told": _answer(one.change.last or one.newest, one.change, answers, wording),
            "strength": change_words.strength_of(one.change, wording),
        }
        for one in runs
    ]
    head = wording.t("cl.more_runs", count=len(lines))
    return render("national_runs.html", runs=lines, head=head)


def employed_band(
    answers: CountryAnswers,
) -> tuple[Measure, tuple[Survey, ...], Change, Series] | None:
    """The widest age band of children in employment that has a change, else the widest held."""
    series = answers.series(EMPLOYED_NUMBER)
    if series is None:
        return None
    bands = []
    for age in EMPLOYED_AGES:
        measure = Measure(
            EMPLOYED_NUMBER, "child_labour", (EMPLOYED_NUMBER,), series.indicator.sources, age=age
        )
        held = history(measure, series.observations)
        if held:
            found = change(measure, series.observations, known=answers.knowledge)
            bands.append((not found.stated, EMPLOYED_AGES.index(age), measure, held, found))
    if not bands:
        return None
    _, _, measure, held, found = min(bands, key=lambda band: band[:2])
    kept = series.only(r for r in series.observations if r.age == measure.age)
    return measure, held, found, kept


def _employed_number(answers: CountryAnswers, wording: Wording, now: date) -> Card | None:
    """Children in employment (not all in child labour), in the age band that tells most."""
    band = employed_band(answers)
    if band is None:
        return None
    measure, held, found, kept = band
    row = held[-1].row
    line = line_of("", held, measure, kept.observations, answers, wording, now)
    alt = wording.t("cl.alt.employed", country=answers.area.name)
    return figure_card(
        "country-employed-number",
        _answer(row, found, answers, wording),
        [kept],
        wording,
        label=wording.t(
            "cl.label.employed",
            age=numbers.age_span(measure.age, wording),
            country=answers.area.name,
        ),
        strength=change_words.strength_of(found, wording),
        sentence=wording.t("cl.employment_not_child_labour"),
        area_code=answers.area.code,
        body=panel_html(line, alt, "PERSONS", wording, scale=1_000),
    )


def employed_rates(
    answers: CountryAnswers,
) -> tuple[Measure, tuple[Survey, ...], Change, Series] | None:
    """The shares of children of 7 to 14 in employment; None where no figure is held."""
    series = answers.series(EMPLOYED_RATE)
    if series is None or representative_observation(series) is None:
        return None
    measure = Measure(
        EMPLOYED_RATE, "child_labour", (EMPLOYED_RATE,), series.indicator.sources, age="7-14"
    )
    found = change(measure, series.observations, known=answers.knowledge)
    return measure, history(measure, series.observations), found, series


def _employed_rate(answers: CountryAnswers, wording: Wording, now: date) -> Card | None:
    band = employed_rates(answers)
    if band is None:
        return None
    measure, held, found, series = band
    line = line_of("", held, measure, series.observations, answers, wording, now)
    alt = wording.t("cl.alt.employed", country=answers.area.name)
    return figure_card(
        "country-employed",
        _answer(held[-1].row, found, answers, wording),
        [series],
        wording,
        label=wording.t("cl.label.employed_rate", country=answers.area.name),
        strength=change_words.strength_of(found, wording),
        sentence=wording.t("cl.one_hour"),
        area_code=answers.area.code,
        body=panel_html(line, alt, "PERCENT", wording),
    )


def _of_one_year(answers: CountryAnswers, codes: Sequence[str]) -> list[tuple[Series, Observation]]:
    """The figures of related shares in the newest year that any of them has."""
    found = [series for series in map(answers.series, codes) if series is not None]
    rows = [
        (series, row) for series in found if (row := representative_observation(series)) is not None
    ]
    newest = max((row.year for _, row in rows), default=0)
    return [(series, row) for series, row in rows if row.year == newest]


def _where(answers: CountryAnswers, wording: Wording) -> Card | None:
    """Where, for whom and beside which schooling children at work spend the week: cut bars."""
    bars: list[CutBar] = []
    kept: list[Series] = []
    largest: tuple[float, str] = (-1.0, "")
    for part, codes in PARTS:
        same = _of_one_year(answers, codes)
        if not same:
            continue
        kept += [series for series, _ in same]
        heading = wording.t(
            "country.with_note", text=wording.t(f"cl.part.{part}"), note=same[0][1].year
        )
        bars.append(
            cut_bar(
                heading,
                [(wording.t(f"cl.share.{s.indicator.code}"), r, s.indicator) for s, r in same],
                wording,
            )
        )
        for series, row in same:
            if (row.value or 0) > largest[0]:
                name = wording.t(f"cl.share.{series.indicator.code}")
                shown = numbers.read_figure(row, series.indicator, wording)
                largest = (row.value or 0, wording.t("cl.largest", name=name, value=shown))
    if not bars:
        return None
    hours = _of_one_year(answers, HOURS)
    kept += [series for series, _ in hours]
    texts = [
        wording.t(
            f"cl.hours.{series.indicator.code}",
            hours=numbers.read_figure(row, series.indicator, wording),
        )
        for series, row in hours
    ]
    return figure_card(
        "country-cl-where",
        largest[1],
        kept,
        wording,
        label=wording.t("cl.label.where", country=answers.area.name),
        sentence=wording.t("sentence.end", text=wording.t("sentence.comma").join(texts))
        if texts
        else "",
        area_code=answers.area.code,
        body=cut_bars_html(bars, "child_labour"),
    )


def missing_lines(answers: CountryAnswers, wording: Wording) -> tuple[Gap, ...]:
    """What the surveys leave open: no survey at all, or no second one."""
    leading = leading_measure(answers)
    if leading is None:
        return (gap_of("cl.gap.none", "cl.gap.none_detail", "cl.gap.by_whom", wording),)
    held = history_of(answers, leading[0])
    if len(held) > 1 or spoken_of(answers, leading[0]) is None:
        return ()
    year = held[-1].row.year
    return (gap_of("cl.gap.second", "cl.gap.second_detail", "cl.gap.by_whom", wording, year=year),)

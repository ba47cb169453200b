"""Child labour: by survey and definition, then where and how long children work, and schooling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from components import numbers
from components.cards import Card, Section, empty_card, figure_card
from components.charts.bars import bars
from components.charts.frame import Figure
from components.charts.selection import newest_year
from components.charts.trend import trend
from components.country.answers import CountryAnswers
from components.country.lists import BarGroup, bar_group, bars_body
from components.country.picking import ages, as_printed, narrowed, one_release, speaking_row, whole
from components.sentences import latest_sentence, trend_sentence
from components.theme import Palette
from components.wording import Wording
from data.records import TOTAL, Observation, Series

TRENDS: Final = ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "UNICEF_CL_ECON_HC", "HAZARDOUS_WORK_RATE")
"""Each in a chart of its own: unlike definitions are never in one figure."""

TARGETS: Final = ((2025, 0.0), (2030, 0.0))
"""Target 8.7 asks for the end of child labour by 2025; the Goals end in 2030."""

THEME: Final = "child_labour"
UNICEF: Final = "UNICEF_CL_ECON"
SCHOOLING: Final = "CLD_XCHL_SEX_AGE_STU_NB"
WHOLE_AGE: Final = "5-17"
"""The age band that the others of SCHOOLING are parts of."""

LABEL_ROOM: Final = 1.25
EMPLOYED: Final = "SL.TLF.0714.ZS"
WHERE: Final = (
    ("sector", ("SL.AGR.0714.ZS", "SL.MNF.0714.ZS", "SL.SRV.0714.ZS")),
    ("status", ("SL.FAM.0714.ZS", "SL.SLF.0714.ZS", "SL.WAG.0714.ZS")),
)
STUDY: Final = (
    ("study", ("SL.TLF.0714.SW.ZS", "SL.TLF.0714.WK.ZS")),
    ("hours", ("SL.TLF.0714.SW.TM", "SL.TLF.0714.WK.TM")),
)


def child_labour_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """The section's cards, the newest and official definitions first."""
    cards = [
        *_trends(answers, wording, palette),
        _unicef(answers, wording),
        _other_ages(answers, wording),
        _schooling(answers, wording, palette),
        _employed(answers, wording, palette),
        _grouped(answers, wording, "where", WHERE),
        _grouped(answers, wording, "study", STUDY),
    ]
    shown = tuple(card for card in cards if card is not None)
    country = answers.area.name
    if not shown:
        sentence = wording.t("country.missing.child_labour", country=country)
        title = wording.t("country.child_labour.card_none", country=country)
        shown = (empty_card("country-cl-none", title, "child_labour", sentence, wide=True),)
    return Section(
        "child-labour",
        wording.t("country.child_labour.title"),
        "child_labour",
        wording.t("country.child_labour.lead"),
        shown,
    )


def _title(series: Series, age: str, answers: CountryAnswers, wording: Wording) -> str:
    return wording.t(
        "country.figure_title",
        indicator=wording.indicator(series.indicator, "short"),
        age=numbers.age_text(age, wording),
        country=answers.area.name,
    )


def _trends(answers: CountryAnswers, wording: Wording, palette: Palette) -> list[Card]:
    cards = []
    for code in TRENDS:
        series = answers.series(code)
        present = ages(whole(series)) if series else ()
        if series is None or not present:
            continue
        own = one_release(whole(series).where(age=present[0]))
        cards.append(
            figure_card(
                f"country-{code}",
                _title(series, present[0], answers, wording),
                [own],
                wording,
                chart=trend(as_printed(own), wording, palette, targets=TARGETS),
                sentence=trend_sentence(as_printed(own), wording),
                area_code=answers.area.code,
            )
        )
    return cards


def _by_sex(rows: Sequence[Observation]) -> list[Observation]:
    place = {"T": 0, "F": 1, "M": 2}
    return sorted(rows, key=lambda row: (-row.year, row.age, place[row.sex]))


def _sex_bars(series: Series, heading: str, wording: Wording) -> BarGroup:
    rows = [
        (wording.t(f"charts.sex.{row.sex}"), row, series.indicator)
        for row in _by_sex(series.observations)
    ]
    return bar_group(heading, rows, wording, surveys=True)


def _unicef(answers: CountryAnswers, wording: Wording) -> Card | None:
    series = answers.series(UNICEF)
    present = ages(whole(series)) if series else ()
    if series is None or not present:
        return None
    own = one_release(whole(series).where(age=present[0]))
    title = _title(series, present[0], answers, wording)
    card = figure_card(
        f"country-{UNICEF}",
        title,
        [own],
        wording,
        chart=None,
        sentence=latest_sentence(as_printed(own), wording),
        area_code=answers.area.code,
    )
    return replace(card, body=bars_body([_sex_bars(own, "", wording)], title, THEME, wording))


def _other_ages(answers: CountryAnswers, wording: Wording) -> Card | None:
    """Ages other than those of the charts: they may not be joined, so they are listed."""
    kept: list[Series] = []
    groups: list[BarGroup] = []
    for code in (*TRENDS, UNICEF):
        series = answers.series(code)
        for age in ages(whole(series))[1:] if series else ():
            assert series is not None
            own = one_release(whole(series).where(age=age))
            heading = wording.t(
                "country.with_note",
                text=wording.indicator(series.indicator, "short"),
                note=numbers.age_text(age, wording),
            )
            kept.append(own)
            groups.append(_sex_bars(own, heading, wording))
    if not kept:
        return None
    title = wording.t("country.child_labour.other_ages", country=answers.area.name)
    card = figure_card(
        "country-cl-ages",
        title,
        kept,
        wording,
        chart=None,
        sentence=wording.t("country.child_labour.other_ages_why"),
        area_code=answers.area.code,
    )
    return replace(
        card,
        definitions=tuple(dict.fromkeys(card.definitions)),
        body=bars_body(groups, title, THEME, wording),
    )


def _schooling(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    """Children in employment of the newest survey: an age a row, a bar a school attendance."""
    series = answers.series(SCHOOLING)
    if series is None:
        return None
    parts = narrowed(
        series,
        (
            row
            for row in series.observations
            if row.sex == "T" and row.dimension == "schooling" and row.age != WHOLE_AGE
        ),
    )
    year = newest_year(parts.observations)
    if year is None:
        return None
    newest = (row for row in parts.observations if row.year == year)
    shown = narrowed(parts, sorted(newest, key=lambda row: int(row.age.partition("-")[0])))
    together = narrowed(
        series,
        (
            row
            for row in series.observations
            if (row.dimension, row.age, row.sex, row.year) == (TOTAL, WHOLE_AGE, "T", year)
        ),
    )
    chart = bars(as_printed(shown), wording, palette, by="age", split="category")
    title = wording.t(
        "country.child_labour.schooling",
        country=answers.area.name,
        year=numbers.isolate(str(year), wording),
    )
    return figure_card(
        f"country-{SCHOOLING}",
        title,
        [series],
        wording,
        chart=_with_room(chart),
        sentence=latest_sentence(as_printed(together or shown), wording),
        area_code=answers.area.code,
    )


def _with_room(chart: Figure) -> Figure:
    """The bars with more room after them: counts in thousands have long labels."""
    axis = chart["layout"]["xaxis"]
    span = [end * LABEL_ROOM for end in axis["range"]]
    return chart | {"layout": chart["layout"] | {"xaxis": axis | {"range": span}}}


def _employed(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    series = answers.series(EMPLOYED)
    if series is None or speaking_row(series) is None:
        return None
    return figure_card(
        "country-employed",
        wording.t("country.child_labour.employed", country=answers.area.name),
        [series],
        wording,
        chart=trend(as_printed(series), wording, palette),
        sentence=trend_sentence(as_printed(series), wording),
        area_code=answers.area.code,
    )


def _largest_share(several: Sequence[Series]) -> Series:
    """The Series with the largest share among the newest figures; the first without shares."""

    def share(series: Series) -> float:
        row = speaking_row(series)
        if row is None or row.value is None or series.indicator.unit != "PERCENT":
            return -1.0
        return row.value

    return max(several, key=share)


def _grouped(
    answers: CountryAnswers,
    wording: Wording,
    name: str,
    plan: Sequence[tuple[str, tuple[str, ...]]],
) -> Card | None:
    """Related shares of the newest year that each group has, as bars on one scale a group."""
    kept: list[Series] = []
    groups: list[BarGroup] = []
    for part, codes in plan:
        found = [series for series in map(answers.series, codes) if series is not None]
        rows = [(series, row) for series in found if (row := speaking_row(series)) is not None]
        newest = max((row.year for _, row in rows), default=0)
        same = [(series, row) for series, row in rows if row.year == newest]
        if not same:
            continue
        kept += [series for series, _ in same]
        labelled = [
            (wording.indicator(series.indicator, "short"), row, series.indicator)
            for series, row in same
        ]
        heading = wording.t(f"country.child_labour.group_{part}")
        groups.append(bar_group(heading, labelled, wording, surveys=True))
    if not kept:
        return None
    title = wording.t(f"country.child_labour.{name}", country=answers.area.name)
    card = figure_card(
        f"country-cl-{name}",
        title,
        kept,
        wording,
        chart=None,
        sentence=latest_sentence(as_printed(_largest_share(kept)), wording),
        area_code=answers.area.code,
    )
    return replace(card, body=bars_body(groups, title, THEME, wording))

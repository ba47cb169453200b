"""The conditions in which people live and work, as short lists; two of them as charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from components.cards import Card, Section, empty_card, figure_card
from components.charts.trend import trend
from components.country.answers import CountryAnswers
from components.country.lists import FactGroup, bar_group, bars_body, fact_of, facts_body
from components.country.picking import as_printed, narrowed, speaking_row
from components.sentences import latest_sentence, trend_sentence
from components.theme import Palette
from components.wording import Wording
from data.records import TOTAL, Observation, Series

CHARTS: Final = ("SI_POV_EMP1", "ROFST_2")
"""Drawn over time: working poverty, and children out of school at the age when work begins."""

FACTS: Final = (
    (
        "schooling",
        ("HDI", "HDI_MYS", "HDI_EYS", "ROFST_1", "ROFST_2", "ROFST_3"),
    ),
    ("childhood", ("POP_5_17", "SG_REG_BRTH", "SP_DYN_MRBF15", "SP_DYN_MRBF18", "SD_MDP_MUHC")),
    (
        "work",
        (
            "EMP_AGRICULTURE",
            "SL_ISV_IFEM",
            "EMP_FAMILY",
            "EMP_SELF",
            "SL_TLF_UEM",
            "SL_TLF_NEET",
            "SL_EMP_FTLINJUR",
        ),
    ),
    (
        "income",
        ("NY.GDP.PCAP.KD", "SI_POV_EMP1", "SI_POV_NAHC", "SI_POV_DAY1", "SI.POV.DDAY"),
    ),
    ("displacement", ("SM_POP_REFG_OR",)),
)
"""Facts by heading; a code without figures is left out."""

PROTECTION: Final = (
    "SI_COV_BENFTS",
    "SI_COV_UEMP",
    "SI_COV_PENSN",
    "SI_COV_VULN",
    "SI_COV_CHLD",
    "SI_COV_DISAB",
    "SI_COV_POOR",
)
"""The seven coverages of a Delta 8.7 dashboard, in its order."""


def context_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """The fact list, social protection, and two charts."""
    cards = [
        _facts(answers, wording, palette),
        _protection(answers, wording),
        *(_chart(answers, code, wording, palette) for code in CHARTS),
    ]
    shown = tuple(card for card in cards if card is not None)
    country = answers.area.name
    if not shown:
        title = wording.t("country.context.card_none", country=country)
        sentence = wording.t("country.missing.context", country=country)
        shown = (empty_card("country-context-none", title, "context", sentence, wide=True),)
    return Section(
        "context",
        wording.t("country.context.title"),
        "context",
        wording.t("country.context.lead"),
        shown,
    )


def _facts(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    kept: list[Series] = []
    groups: list[FactGroup] = []
    for name, codes in FACTS:
        found = [series for series in map(answers.series, codes) if series is not None]
        facts = [(series, fact_of(series, wording, palette)) for series in found]
        kept += [_shown(series) for series, fact in facts if fact is not None]
        heading = wording.t(f"country.context.group_{name}")
        groups.append(FactGroup(heading, tuple(fact for _, fact in facts if fact is not None)))
    if not kept:
        return None
    title = wording.t("country.context.facts", country=answers.area.name)
    card = figure_card(
        "country-facts",
        title,
        kept,
        wording,
        chart=None,
        sentence=wording.t("country.context.facts_sentence"),
        area_code=answers.area.code,
        wide=True,
    )
    return replace(card, meta="", table=None, body=facts_body(groups, title, wording))


def _shown(series: Series) -> Series:
    """The Series with the one figure that the list prints: its table twin is the list itself."""
    row = speaking_row(series)
    return narrowed(series, () if row is None else (row,))


def _protection(answers: CountryAnswers, wording: Wording) -> Card | None:
    rows: list[tuple[Series, Observation]] = [
        (series, row)
        for series in map(answers.series, PROTECTION)
        if series is not None and (row := speaking_row(series)) is not None
    ]
    if not rows:
        return None
    title = wording.t("country.context.protection", country=answers.area.name)
    labelled = [
        (wording.indicator(series.indicator, "short"), row, series.indicator)
        for series, row in rows
    ]
    card = figure_card(
        "country-protection",
        title,
        [series for series, _ in rows],
        wording,
        chart=None,
        sentence=_missing(answers, rows, wording),
        area_code=answers.area.code,
        wide=True,
    )
    return replace(
        card, body=bars_body([bar_group("", labelled, wording)], title, "context", wording)
    )


def _missing(
    answers: CountryAnswers, rows: Sequence[tuple[Series, Observation]], wording: Wording
) -> str:
    """The first coverage in a sentence, then which of the seven nobody has published."""
    told = latest_sentence(as_printed(narrowed(rows[0][0], [rows[0][1]])), wording)
    known = {series.indicator.code for series, _ in rows}
    absent = [
        wording.indicator(answers.indicators[code], "short")
        for code in PROTECTION
        if code not in known and code in answers.indicators
    ]
    if not absent:
        return told
    parts = wording.t("sentence.separator").join(absent)
    return f"{told} {wording.t('country.context.unpublished', parts=parts)}"


def _chart(answers: CountryAnswers, code: str, wording: Wording, palette: Palette) -> Card | None:
    series = answers.series(code)
    row = speaking_row(series) if series else None
    if series is None or row is None:
        return None
    own = narrowed(
        series, (r for r in series.observations if r.category == TOTAL and r.age == row.age)
    )
    return figure_card(
        f"country-{code}",
        wording.t(
            "country.plain_title",
            indicator=wording.indicator(series.indicator, "short"),
            country=answers.area.name,
        ),
        [own],
        wording,
        chart=trend(as_printed(own), wording, palette),
        sentence=trend_sentence(as_printed(own), wording),
        area_code=answers.area.code,
    )

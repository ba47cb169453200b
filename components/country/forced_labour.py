"""Forced labour: editions of estimates apart, detected victims, listed goods, the region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from components import numbers
from components.cards import (
    Card,
    Section,
    SourceLine,
    TableTwin,
    empty_card,
    figure_card,
    source_line,
)
from components.charts.bars import stacked
from components.country.answers import CountryAnswers
from components.country.lists import listed_figure
from components.country.picking import narrowed, speaking_row
from components.markup import render
from components.sentences import counts_sentence
from components.theme import Palette
from components.wording import Wording
from data.records import ListedGood, Series

EDITIONS: Final = (
    ("2023", ("WF_MODERN_SLAVERY_2023_NUMBER", "WF_MODERN_SLAVERY_2023_RATE")),
    ("2018", ("WF_MODERN_SLAVERY_2018_NUMBER", "WF_MODERN_SLAVERY_2018_RATE")),
    ("2016", ("WF_MODERN_SLAVERY_2016_NUMBER", "WF_MODERN_SLAVERY_2016_RATE")),
)
"""Editions of one publisher's estimates, the newest first. Methods changed: never one trend."""

REGIONAL: Final = ("ILO_FORCED_LABOUR_NUMBER", "ILO_FORCED_LABOUR_RATE")
"""Shown for the country's region of the ILO and for the world, never as the country's own."""

VICTIMS: Final = "TIP_VICTIMS"
FORCED: Final = "FORCED_LABOUR"


def forced_labour_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """What is known of forced labour, modelled estimates marked as such."""
    country = answers.area.name
    cards = [
        _editions(answers, wording),
        _victims(answers, wording, palette),
        _goods(answers, wording),
        _region(answers, wording),
    ]
    shown = [card for card in cards if card is not None]
    if cards[0] is None:
        title = wording.t("country.forced_labour.card_none", country=country)
        sentence = wording.t("country.missing.forced_labour", country=country)
        shown.insert(0, empty_card("country-fl-none", title, "forced_labour", sentence))
    return Section(
        "forced-labour",
        wording.t("country.forced_labour.title"),
        "forced_labour",
        wording.t("country.forced_labour.lead"),
        tuple(shown),
    )


def _editions(answers: CountryAnswers, wording: Wording) -> Card | None:
    """Number and rate of each edition in a table: a chart would look like a trend."""
    kept: list[Series] = []
    rows: list[tuple[str, ...]] = []
    for edition, codes in EDITIONS:
        found = [series for series in map(answers.series, codes) if series is not None]
        kept += found
        if found:
            rows.append((numbers.isolate(edition, wording), *_cells(found, wording)))
    if not any(speaking_row(series) for series in kept):
        return None
    title = wording.t("country.forced_labour.editions", country=answers.area.name)
    columns = ("edition", "reference_year", "people", "rate")
    table = TableTwin(
        tuple(wording.t(f"country.column.{name}") for name in columns),
        tuple(rows),
        frozenset({1, 2, 3}),
    )
    card = figure_card(
        "country-fl-editions",
        title,
        kept,
        wording,
        chart=None,
        sentence=wording.t("country.forced_labour.not_a_trend"),
        area_code=answers.area.code,
    )
    return replace(card, body=render("country_goods.html", table=table, caption=title))


def _cells(several: Sequence[Series], wording: Wording) -> tuple[str, str, str]:
    """Reference year, number of people and rate, as far as each is there."""
    years: dict[str, None] = {}
    shown = {"PERSONS": "–", "": "–"}
    for series in several:
        row = speaking_row(series) or next(iter(series.observations), None)
        if row is not None:
            years[numbers.isolate(str(row.year), wording)] = None
            unit = "PERSONS" if series.indicator.unit == "PERSONS" else ""
            shown[unit] = listed_figure(row, series.indicator, wording)
    return wording.t("sentence.comma").join(years) or "–", shown["PERSONS"], shown[""]


def _victims(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    series = answers.series(VICTIMS)
    if series is None:
        return None
    own = narrowed(
        series,
        (
            row
            for row in series.observations
            if (row.dimension, row.category, row.sex, row.age) == ("form", FORCED, "T", "_T")
        ),
    )
    if not own:
        return None
    card = figure_card(
        "country-fl-victims",
        wording.t("country.forced_labour.victims", country=answers.area.name),
        [own],
        wording,
        chart=stacked(own, wording, palette),
        sentence=counts_sentence(own, wording),
        area_code=answers.area.code,
    )
    return replace(card, theme="forced_labour")


def _since(goods: Sequence[ListedGood], good: str) -> int:
    return min(listed.edition for listed in goods if listed.good == good)


def _mark(answer: str, wording: Wording) -> str:
    return wording.t("country.forced_labour.listed") if answer == "yes" else "–"


def _goods(answers: CountryAnswers, wording: Wording) -> Card | None:
    """Goods of the newest edition that names the country, with the first edition known to us."""
    if not answers.goods:
        return None
    newest = max(listed.edition for listed in answers.goods)
    now = [g for g in answers.goods if g.edition == newest]
    now.sort(key=lambda g: wording.t(f"good.{g.good}"))
    year = numbers.isolate(str(newest), wording)
    columns = ("good", "sector", "with_child_labour", "with_forced_labour", "since")
    table = TableTwin(
        tuple(wording.t(f"country.column.{name}") for name in columns),
        tuple(
            (
                wording.t(f"good.{g.good}"),
                wording.t(f"good_sector.{g.sector}") if g.sector else "–",
                _mark(g.child_labour, wording),
                _mark(g.forced_labour, wording),
                numbers.isolate(str(_since(answers.goods, g.good)), wording),
            )
            for g in now
        ),
        frozenset({4}),
    )
    title = wording.t("country.forced_labour.goods", country=answers.area.name, edition=year)
    sources = dict.fromkeys(g.source for g in now)
    return Card(
        key="country-fl-goods",
        title=title,
        theme="forced_labour",
        sentence=wording.t(
            "country.forced_labour.goods_sentence",
            count=numbers.number(len(now), wording),
            edition=year,
        ),
        body=render("country_goods.html", table=table, caption=title),
        sources=_lines(answers, sources, wording),
    )


def _lines(
    answers: CountryAnswers, codes: Sequence[str] | dict[str, None], wording: Wording
) -> tuple[SourceLine, ...]:
    return tuple(
        source_line(answers.sources[code], wording) for code in codes if code in answers.sources
    )


def _region(answers: CountryAnswers, wording: Wording) -> Card | None:
    """The estimates of the country's region and of the world, each under its own area's name."""
    kept = [s for code in REGIONAL if (s := answers.regional.get(code)) is not None]
    if not kept:
        return None
    rows: list[tuple[str, ...]] = []
    for area in dict.fromkeys(area for series in kept for area in series.areas):
        rows.append((area.name, *_cells([s.where(area=area.code) for s in kept], wording)))
    title = wording.t("country.forced_labour.region", country=answers.area.name)
    table = TableTwin(
        (
            wording.t("column.area"),
            *(wording.t(f"country.column.{name}") for name in ("reference_year", "people", "rate")),
        ),
        tuple(rows),
        frozenset({1, 2, 3}),
    )
    card = figure_card(
        "country-fl-region",
        title,
        kept,
        wording,
        chart=None,
        sentence=wording.t("country.forced_labour.region_sentence"),
        area_code=",".join(dict.fromkeys(area.code for s in kept for area in s.areas)),
    )
    return replace(card, body=render("country_goods.html", table=table, caption=title))

"""Forced labour: editions of national estimates apart, detected victims, listed goods, the region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from components import numbers
from components.cards import Card, Section, SourceLine, TableTwin, empty_card, figure_card, source_line
from components.charts.bars import stacked
from components.country.answers import CountryAnswers
from components.country.lists import FactGroup, fact_of, facts_body
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

VICTIMS: Final = "TIP_VICTIMS"
FORCED: Final = "FORCED_LABOUR"


def forced_labour_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """What is known of forced labour, modelled estimates marked as such."""
    country = answers.area.name
    cards = [
        _editions(answers, wording, palette),
        _victims(answers, wording, palette),
        _goods(answers, wording),
        _region(answers, wording, palette),
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


def _editions(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    kept: list[Series] = []
    groups: list[FactGroup] = []
    for edition, codes in EDITIONS:
        own = [series for series in map(answers.series, codes) if series is not None]
        facts = tuple(fact for s in own if (fact := fact_of(s, wording, palette)) is not None)
        heading = wording.t(
            "country.forced_labour.edition", edition=numbers.isolate(edition, wording)
        )
        groups.append(FactGroup(heading, facts))
        kept += own
    if not kept:
        return None
    title = wording.t("country.forced_labour.editions", country=answers.area.name)
    card = figure_card(
        "country-fl-editions",
        title,
        kept,
        wording,
        chart=None,
        sentence=wording.t("country.forced_labour.not_a_trend"),
        area_code=answers.area.code,
    )
    return replace(card, body=facts_body(groups, title, wording))


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
    now = sorted((g for g in answers.goods if g.edition == newest), key=lambda g: g.good)
    year = numbers.isolate(str(newest), wording)
    columns = ("good", "with_child_labour", "with_forced_labour", "since")
    table = TableTwin(
        tuple(wording.t(f"country.column.{name}") for name in columns),
        tuple(
            (
                g.good,
                _mark(g.child_labour, wording),
                _mark(g.forced_labour, wording),
                numbers.isolate(str(_since(answers.goods, g.good)), wording),
            )
            for g in now
        ),
        frozenset({3}),
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


def _region(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    """The regional and world estimates around the country, each with its own area's name."""
    kept: list[Series] = []
    groups: dict[str, list[object]] = {}
    for series in answers.regional.values():
        row = speaking_row(series)
        fact = fact_of(series, wording, palette)
        if row is None or fact is None or series.indicator.theme != "forced_labour":
            continue
        kept.append(series)
        groups.setdefault(series.areas[0].name, []).append(fact)
    if not kept:
        return None
    title = wording.t("country.forced_labour.region", country=answers.area.name)
    card = figure_card(
        "country-fl-region",
        title,
        kept,
        wording,
        chart=None,
        sentence=wording.t("country.forced_labour.region_sentence"),
        area_code=kept[0].areas[0].code,
    )
    listed = [FactGroup(name, tuple(facts)) for name, facts in groups.items()]  # type: ignore[arg-type]
    return replace(card, body=facts_body(listed, title, wording))

"""Human trafficking: detected victims by form, sex and age over time, and the justice chain."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from components import numbers
from components.cards import Card, Section, empty_card, figure_card
from components.charts.bars import stacked
from components.charts.chain import chain
from components.charts.frame import By
from components.charts.selection import label
from components.country.answers import CountryAnswers
from components.country.lists import bar_group, bars_body
from components.country.picking import narrowed
from components.sentences import counts_sentence
from components.theme import Palette
from components.wording import Wording
from data.records import TOTAL, Observation, Series

VICTIMS: Final = "TIP_VICTIMS"
CHAIN: Final = ("TIP_CONTACT", "TIP_PROSECUTED", "TIP_CONVICTED")
OFFENCES: Final = "TIP_OFFENCES"
CITIZENSHIP: Final = "citizenship"
RECENT_YEARS: Final = 6


def trafficking_section(answers: CountryAnswers, wording: Wording, palette: Palette) -> Section:
    """Detection, never prevalence: the lead says so before any figure does."""
    cards = [
        _parts(answers, wording, palette, "form"),
        _parts(answers, wording, palette, "sex"),
        _parts(answers, wording, palette, "age"),
        _citizenship(answers, wording),
        _chain(answers, wording, palette),
    ]
    shown = tuple(card for card in cards if card is not None)
    if not shown:
        country = answers.area.name
        title = wording.t("country.trafficking.card_none", country=country)
        sentence = wording.t("country.missing.trafficking", country=country)
        shown = (empty_card("country-tip-none", title, "trafficking", sentence, wide=True),)
    return Section(
        "trafficking",
        wording.t("country.trafficking.title"),
        "trafficking",
        wording.t("country.trafficking.lead"),
        shown,
    )


def _belongs(row: Observation, part: str) -> bool:
    """Whether a row is one of the parts, or of the totals, that a chart by `part` may show."""
    if part == "form":
        return row.dimension == "form" and row.sex == "T" and row.age == TOTAL
    if row.dimension != TOTAL:
        return False
    if part == "sex":
        return row.sex != "T" and row.age == TOTAL
    return row.sex == "T" and row.age != TOTAL


def _parts(answers: CountryAnswers, wording: Wording, palette: Palette, part: str) -> Card | None:
    series = answers.series(VICTIMS)
    own = (
        narrowed(series, (r for r in series.observations if _belongs(r, part))) if series else None
    )
    if series is None or not own:
        return None
    by: dict[str, By] = {"form": "category", "sex": "sex", "age": "age"}
    return figure_card(
        f"country-tip-{part}",
        wording.t(f"country.trafficking.by_{part}", country=answers.area.name),
        [own],
        wording,
        chart=stacked(own, wording, palette, by=by[part]),
        sentence=(
            counts_sentence(_with_totals(series, own), wording)
            if part == "form"
            else _parts_sentence(own, by[part], wording)
        ),
        area_code=answers.area.code,
        wide=part == "form",
    )


def _is_total(row: Observation) -> bool:
    return (row.dimension, row.sex, row.age) == (TOTAL, "T", TOTAL)


def _with_totals(series: Series, parts: Series) -> Series:
    return narrowed(series, (*filter(_is_total, series.observations), *parts.observations))


def _parts_sentence(own: Series, by: By, wording: Wording) -> str:
    """The parts of the newest year, each with its count or mark; then that detection is not
    prevalence."""
    newest = max(row.year for row in own.observations)
    parts = [
        wording.t(
            "sentence.part",
            category=label(str(getattr(row, by)), by, own, wording),
            value=numbers.figure(row, own.indicator, wording),
        )
        for row in own.observations
        if row.year == newest
    ]
    told = wording.t(
        "country.trafficking.parts",
        year=numbers.isolate(str(newest), wording),
        parts=wording.t("sentence.comma").join(parts),
    )
    return f"{wording.t('sentence.end', text=told)} {wording.t('sentence.detected')}"


def _citizenship(answers: CountryAnswers, wording: Wording) -> Card | None:
    """Victims who are citizens of the country that detected them, recent years first."""
    series = answers.series(VICTIMS)
    rows = [
        row
        for row in (series.observations if series else ())
        if row.dimension == CITIZENSHIP and row.sex == "T" and row.age == TOTAL
    ]
    if series is None or not rows:
        return None
    own = narrowed(series, rows)
    years = sorted({row.year for row in rows}, reverse=True)[:RECENT_YEARS]
    listed = sorted((r for r in rows if r.year in years), key=lambda r: (-r.year, r.category))
    labelled = [
        (wording.t(f"category.{CITIZENSHIP}.{row.category}"), row, series.indicator)
        for row in listed
    ]
    title = wording.t("country.trafficking.citizenship", country=answers.area.name)
    card = figure_card(
        "country-tip-citizenship",
        title,
        [own],
        wording,
        chart=None,
        sentence=wording.t("country.trafficking.citizenship_sentence"),
        area_code=answers.area.code,
    )
    return replace(
        card, body=bars_body([bar_group("", labelled, wording)], title, "trafficking", wording)
    )


def _chain(answers: CountryAnswers, wording: Wording, palette: Palette) -> Card | None:
    stages = []
    for code in CHAIN:
        series = answers.series(code)
        rows = list(filter(_is_total, series.observations)) if series else []
        if series is not None and rows:
            stages.append(narrowed(series, rows))
    if not stages:
        return None
    return figure_card(
        "country-tip-chain",
        wording.t("country.trafficking.chain", country=answers.area.name),
        stages,
        wording,
        chart=chain(stages, wording, palette),
        sentence=_chain_sentence(stages, wording),
        area_code=answers.area.code,
    )


def _chain_sentence(stages: list[Series], wording: Wording) -> str:
    """The newest figure of each stage with its year; then that stages count different persons."""
    parts = []
    for stage in stages:
        valued = [row for row in stage.observations if row.value is not None]
        if valued:
            row = max(valued, key=lambda row: row.year)
            parts.append(
                wording.t(
                    "country.trafficking.stage",
                    stage=wording.indicator(stage.indicator, "short"),
                    value=numbers.figure(row, stage.indicator, wording),
                    year=numbers.isolate(str(row.year), wording),
                )
            )
    told = wording.t("sentence.end", text=wording.t("sentence.separator").join(parts))
    return f"{told} {wording.t('country.trafficking.chain_apart')}"


def years_counted(answers: CountryAnswers) -> tuple[tuple[int, str], ...]:
    """Every year from the first to the last of the total of detected victims, with its state:
    reported, suppressed or nothing."""
    series = answers.series(VICTIMS)
    rows = list(filter(_is_total, series.observations)) if series else []
    if not rows:
        return ()
    states = {
        row.year: "reported" if row.value is not None else "suppressed"
        for row in rows
        if row.value is not None or row.status == "Q"
    }
    years = range(min(row.year for row in rows), max(row.year for row in rows) + 1)
    return tuple((year, states.get(year, "nothing")) for year in years)

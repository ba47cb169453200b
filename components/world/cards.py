"""The newest figure of every country as cards: dots by region, and the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from components import numbers
from components.cards import Card, figure_card
from components.change_words import graded
from components.charts.map_classes import honest_years
from components.charts.plot import DECADE
from components.wording import Wording
from components.world.countries import Link, countries_table
from components.world.dots import can_be_set_beside, dots_html
from data.methods.change import INDICATIVE
from data.records import Series


def dots_card(
    latest: Series,
    regions: Mapping[str, str],
    wording: Wording,
    *,
    measure: str,
    csv: str,
    this_year: int,
) -> Card | None:
    """A dot a country by region; for counts, why there are none. None without a figure.

    `measure` names what is shown; `csv` is the address of its rows.
    """
    valued = [row for row in latest.observations if row.value is not None]
    if not valued:
        return None
    if can_be_set_beside(latest):
        title = _span(latest, wording)
        alt = wording.t("world.dots.alt", title=title)
        body = dots_html(latest, regions, wording, alt=alt, this_year=this_year)
        sentence = ""
    else:
        # Counts of people rank countries by their size: no axis sets them beside each other.
        title, body, sentence = measure, "", wording.t("world.counts_apart")
    reason = wording.t("world.dots.reason", year=_old_before(this_year))
    card = figure_card(
        "world-dots",
        title,
        [replace(latest, observations=tuple(valued))],
        wording,
        sentence=sentence,
        area_code="",
        label=wording.t("world.dots.label", measure=measure),
        strength=graded(INDICATIVE, reason, wording) if body else None,
        wide=True,
    )
    return replace(card, meta="", body=body, csv=csv and card.csv and csv)


def table_card(
    latest: Series,
    regions: Mapping[str, str],
    wording: Wording,
    link: Link,
    *,
    measure: str,
    csv: str,
    this_year: int,
) -> Card:
    """Every country's figure by region and name."""
    ages = honest_years(latest, this_year=this_year)
    card = figure_card(
        "world-table",
        wording.t("world.table.title", count=numbers.number(ages.valued, wording)),
        [latest],
        wording,
        sentence=wording.t("world.table.sentence", year=_old_before(this_year)),
        area_code="",
        label=wording.t("world.table.label", measure=measure),
        wide=True,
    )
    body = countries_table(latest, regions, wording, link, this_year=this_year)
    return replace(card, meta="", table=None, body=body, csv=csv and card.csv and csv)


def _span(latest: Series, wording: Wording) -> str:
    valued = [row for row in latest.observations if row.value is not None]
    least = min(valued, key=lambda row: row.value or 0.0)
    most = max(valued, key=lambda row: row.value or 0.0)
    ages = honest_years(latest)
    values: dict[str, object] = {
        "least": numbers.read_figure(least, latest.indicator, wording),
        "most": numbers.read_figure(most, latest.indicator, wording),
        "first": ages.first,
        "last": ages.last,
    }
    return wording.t("world.dots.one" if len(valued) == 1 else "world.dots.title", **values)


def _old_before(this_year: int) -> int:
    return this_year - DECADE + 1

"""What stands beside the map: its legend, its ranking, and the countries it cannot show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final

from components import numbers
from components.charts.selection import flags
from components.charts.world_map import WorldMap
from components.markup import render
from components.wording import Wording
from data.records import TOTAL, Area, Observation, Series

UNSETTLED: Final = ("XAC", "XAP", "XBT", "XHT", "XIT", "XJK")
"""Shapes of the map whose status is disputed: drawn neutral, without a figure or a link."""

Link = Callable[[str], str]
"""From an ISO 3166 alpha-3 code to the address of the country's page."""


def accounted(latest: Series, countries: Collection[Area]) -> Series:
    """The series with figures of countries only, and every country among its areas."""
    codes = {area.code for area in countries}
    kept = tuple(row for row in latest.observations if row.area in codes)
    used = {row.source for row in kept}
    sources = tuple(source for source in latest.sources if source.code in used)
    return replace(latest, areas=tuple(countries), sources=sources, observations=kept)


def _order(row: Observation) -> tuple[bool, float, str]:
    return (row.value is None, -(row.value or 0.0), row.area)


def ranking_table(latest: Series, wording: Wording, link: Link) -> str:
    """HTML: country (a link), figure, its own year, and what to mind. Highest first.

    Not a league table: the order helps to find, and the caption says that ages, surveys and years
    differ where they do.
    """
    names = {area.code: area.name for area in latest.areas}
    about = latest.indicator
    rows = [
        {
            "name": names[row.area],
            "href": link(row.area),
            "figure": numbers.figure(row, about, wording),
            "year": str(row.year),
            "note": "; ".join(
                part
                for part in (
                    flags(row, wording),
                    numbers.age_text(row.age, wording)
                    if row.age not in {about.age, TOTAL, ""}
                    else "",
                    row.survey,
                )
                if part
            ),
        }
        for row in sorted(latest.observations, key=_order)
    ]
    return render("ranking.html", rows=rows, t=wording.t, caption=wording.indicator(about, "name"))


def legend(drawn: WorldMap, wording: Wording) -> str:
    """HTML: the classes of the map with their colours, in words, with counts."""
    return render("map_legend.html", classes=drawn.legend, t=wording.t)


def beside_the_map(latest: Series, not_drawn: Collection[str], wording: Wording, link: Link) -> str:
    """HTML: countries too small to draw, each with its figure or its absence, as links."""
    rows: Mapping[str, Observation] = {row.area: row for row in latest.observations}
    missing = wording.t("world.nothing")
    listed = [
        {
            "name": area.name,
            "href": link(area.code),
            "figure": numbers.figure(rows[area.code], latest.indicator, wording)
            if area.code in rows
            else missing,
            "year": str(rows[area.code].year) if area.code in rows else "",
        }
        for area in latest.areas
        if area.code in not_drawn
    ]
    return render("not_drawn.html", areas=listed, t=wording.t)

"""What stands beside the map: its legend, the table of countries, and those it cannot show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final

from components import numbers
from components.charts.map_classes import is_old
from components.charts.selection import flags
from components.charts.world_map import WorldMap
from components.markup import render
from components.wording import Wording
from components.world.dots import by_region
from data.records import TOTAL, Area, Observation, Series

UNSETTLED: Final = ("XAC", "XAP", "XBT", "XHT", "XIT", "XJK")
"""Shapes of the map whose status is disputed: drawn neutral, without a figure or a link."""

Link = Callable[[str], str]
"""From an ISO 3166 alpha-3 code to the address of the country's page."""


def accounted(latest: Series, countries: Collection[Area]) -> Series:
    """The series with figures of countries only, and every country among its areas."""
    codes = {area.code for area in countries}
    kept = latest.only(row for row in latest.observations if row.area in codes)
    return replace(kept, areas=tuple(countries))


def countries_table(
    latest: Series, regions: Mapping[str, str], wording: Wording, link: Link, *, this_year: int
) -> str:
    """HTML: every country with a figure by region and name, with its own year; a ring where that
    is ten years ago. Absences that are told stand below, then those of whom nothing is known.

    The alphabet orders, not the figure: years, ages and surveys differ.
    """
    areas = {area.code: area for area in latest.areas}
    groups = [
        {
            "name": regions.get(code, wording.t("world.no_region")),
            "rows": [
                _line(row, areas[row.area], latest, wording, link, this_year)
                for row in sorted(rows, key=lambda row: areas[row.area].by_name)
            ],
        }
        for code, rows in sorted(
            by_region(latest).items(), key=lambda group: list(regions).index(group[0])
            if group[0] in regions else len(regions),
        )
    ]  # fmt: skip
    by_area = {row.area: row for row in latest.observations}
    silent = [
        {
            "name": area.name,
            "href": link(area.code),
            "figure": numbers.figure(by_area[area.code], latest.indicator, wording)
            if area.code in by_area
            else "",
        }
        for area in sorted(latest.areas, key=lambda area: area.by_name)
        if area.code not in by_area or by_area[area.code].value is None
    ]
    return render("world_countries.html", groups=groups, silent=silent, t=wording.t)


def _line(
    row: Observation, area: Area, latest: Series, wording: Wording, link: Link, this_year: int
) -> dict[str, object]:
    about = latest.indicator
    other_age = row.age if row.age not in {about.age, TOTAL, ""} else ""
    notes = (
        numbers.figure(row, about, wording),
        flags(row, wording),
        numbers.age_text(other_age, wording) if other_age else "",
        row.survey,
    )
    return {
        "name": area.name,
        "href": link(row.area),
        "figure": numbers.read_figure(row, about, wording),
        "exact": wording.t("sentence.separator").join(note for note in notes if note),
        "age": numbers.age_text(other_age, wording) if other_age else "",
        "year": str(row.year),
        "old": is_old(row.year, this_year),
    }


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
            "figure": numbers.read_figure(rows[area.code], latest.indicator, wording)
            if area.code in rows
            else missing,
            "year": str(rows[area.code].year) if area.code in rows else "",
        }
        for area in sorted(latest.areas, key=lambda area: area.by_name)
        if area.code in not_drawn
    ]
    return render("not_drawn.html", areas=listed, t=wording.t)

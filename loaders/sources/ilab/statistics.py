"""Curate how many children work, as the US Department of Labor's reports show it.

`usdol/usdol_country_statistics_long.csv` (report years 2015 to 2022) and
`usdol_country_statistics_2023_2024_from_pages.csv` (eight countries): share and number of children
at work and the share of them in agriculture, of the ages that the report names. The surveys behind
them are others' and are not dated in the files, so no row has a year; the title names the report.
Taken is a country's latest report: earlier ones show the same surveys, and are no candidates.
Quirks seen 2026-11: percentages are 0 to 100 in 2015 and on the pages, fractions from 2016;
"Unavailable", "N/A" and blanks are no figures: refused. Chile's rows by sex on the page add up to
the total: they are parts of it, not rates, and are refused. Names of countries vary by report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from data.methods.notes import note
from loaders.facts.catalogue import codes
from loaders.reading.contract import Record, Refusal
from loaders.sources.ilab.curation import country_pages
from loaders.sources.ilab.findings import REPORT_PAGE
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.framework import framework_value, framework_values
from loaders.sources.shared.observations import Misfit, Row, area_in, from_each, table

_CODES: Final = codes(__file__)
MEASURES: Final[dict[str, tuple[str, str, str]]] = _CODES["statistics"]
"""Measure of the long file, to indicator, part and unit."""

WORKING: Final = "Working"
BY_SEX: Final = {"total": "", "boys": "M", "girls": "F"}
PARTS_OF_THE_TOTAL: Final = frozenset({"CHL"})
FRACTIONS_FROM: Final = 2016
TITLE: Final = "{} Findings on the Worst Forms of Child Labor: {}"
READ: Final = "2026-11-27"
_AGES: Final = re.compile(r"\d+-\d+", re.ASCII)
_FIGURE: Final = re.compile(r"\d+(\.\d+)?", re.ASCII)


class Told(NamedTuple):
    """One figure of a report."""

    place: str
    area: str
    country: str
    year: int
    measure: str
    sex: str
    ages: str
    value: str
    page: str


def datasets(material: Path) -> Iterator[Dataset]:
    """The figures of the two files below `material`/usdol. Raises FileRefused."""
    folder = material / "usdol"
    long = folder / "usdol_country_statistics_long.csv"
    pages = country_pages(folder)
    of_pages = folder / "usdol_country_statistics_2023_2024_from_pages.csv"
    later = list(from_each(table(of_pages, ()), _of_page))
    newer = {one.area for one in later if isinstance(one, Told)}
    told = from_each(table(long, ()), lambda row: _of_report(row, pages))
    latest = _latest(told, newer)
    yield framework_values("ilab_statistics", long, _rows(latest))
    yield framework_values("ilab_statistics_2024", of_pages, _rows(later))


def _latest(told: Iterable[Told | Refusal], newer: set[str]) -> list[Told | Refusal]:
    """The figures of each country's latest report, of those that have no newer page."""
    found = list(told)
    last: dict[str, int] = {}
    for one in found:
        if isinstance(one, Told):
            last[one.area] = max(last.get(one.area, 0), one.year)
    return [
        one
        for one in found
        if isinstance(one, Refusal) or (one.year == last[one.area] and one.area not in newer)
    ]


def _rows(told: Iterable[Told | Refusal]) -> Iterator[Record | Refusal]:
    for one in told:
        if isinstance(one, Refusal):
            yield one
            continue
        try:
            yield _row(one)
        except Misfit as misfit:
            yield misfit.at(one.place)


def _row(told: Told) -> Record:
    if not _FIGURE.fullmatch(told.value):
        raise Misfit(told.measure, told.value, "no_figure", "The report gives no figure.")
    if not _AGES.fullmatch(told.ages):
        raise Misfit(told.measure, told.ages, "no_ages", "The report does not say of which ages.")
    if told.sex and told.area in PARTS_OF_THE_TOTAL:
        reason = "The rows by sex add up to the total: they are parts of it, not rates."
        raise Misfit(told.measure, told.value, "part_of_total", reason)
    indicator, part, unit = MEASURES[told.measure]
    return framework_value(
        told.place,
        area=told.area,
        indicator=indicator,
        part=part,
        year="",
        sex=told.sex,
        view="usdol",
        source_title=TITLE.format(told.year, told.country),
        value=told.value,
        unit=unit,
        note=note("children_at_work", told.ages),
        checked=READ,
        page=told.page,
    )


def _of_report(row: Row, pages: Mapping[str, str]) -> Iterator[Told]:
    cells = row.cells
    measure = cells["measure"]
    if cells["table"] != "Children_Work_Statistics" or measure not in MEASURES:
        return
    country, year = cells["country"], int(cells["report_year"])
    area = area_in("country", country, "ilab")
    value = cells["value"].strip()
    if MEASURES[measure][2] == "PERCENT" and year >= FRACTIONS_FROM and _FIGURE.fullmatch(value):
        value = f"{(Decimal(value) * 100).normalize():f}"
    page = pages.get(area, REPORT_PAGE)
    yield Told(row.place, area, country, year, measure, "", cells["age_range"], value, page)


def _of_page(row: Row) -> Iterator[Told]:
    """The share and the number of a row of a page."""
    cells = row.cells
    sector = cells["indicator"] == "Working children by sector" and cells["group"] == "agriculture"
    if sector:
        figures = {"Agriculture": cells["percent"]}
    elif cells["indicator"] == WORKING and cells["group"] in BY_SEX:
        figures = {"Total_Percentage_of_Working_Children": cells["percent"]}
        if cells["number"]:
            figures["Total_Working_Population"] = cells["number"]
    else:
        return
    area, year = cells["iso3"], int(cells["report_year"])
    sex = "" if sector else BY_SEX[cells["group"]]
    for measure, value in figures.items():
        yield Told(
            row.place, area, cells["country"], year, measure, sex, cells["age"], value, cells["url"]
        )

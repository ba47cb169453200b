"""Human Development Index and schooling, by country, sex and year.

UNDP Human Development Report Office, Human Development Report 2023/24, composite indices,
complete time series 1990-2022, https://hdr.undp.org/data-center/documentation-and-downloads;
CSV in Latin-1, one column per measure and year (`mys_f_2022`). Seen 2026-11.

Quirks: a blank cell means that no figure was published, so it is no record; groups of countries
carry codes such as `ZZE.AS`; measures are printed with up to nine decimals, kept as they are. Of
the 50 measures, three are taken (HDI, mean and expected years of schooling).
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation

FILE: Final = "undp_HDR23-24_Composite_indices_complete_time_series.csv"
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2022

MEASURES: Final = {
    "hdi": ("HDI", "INDEX", "_T"),
    "mys": ("HDI_MYS", "YEARS", "25+"),
    "eys": ("HDI_EYS", "YEARS", "_T"),
}
"""Column prefix to indicator, unit and age: adults' schooling is counted from age 25."""

SEXES: Final = {"T": "", "F": "_f", "M": "_m"}


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write `observations/undp_hdr.csv` (index 0-1; years of schooling)."""
    path = material / "context" / FILE
    with path.open(encoding="latin-1", newline="") as lines:
        countries = list(csv.DictReader(lines))

    table = Curation("undp_hdr", path, material)
    for line, country in enumerate(countries, 2):
        _take_country(table, line, country)

    table.write("observations/undp_hdr", tables=tables)


def _take_country(table: Curation, line: int, country: dict[str, str]) -> None:
    """Take the measures of one line of the wide file."""
    try:
        area = area_of(country["iso3"], "undp")
    except UnknownArea:
        area = ""
    for prefix, (indicator, unit, age) in MEASURES.items():
        for sex, suffix in SEXES.items():
            for year in range(FIRST_YEAR, LAST_YEAR + 1):
                column = f"{prefix}{suffix}_{year}"
                value = country[column].strip()
                if not value:
                    continue
                if not area:
                    table.reject(
                        line=line,
                        column=column,
                        value=country["iso3"],
                        rule="unknown_area",
                        reason="The code stands for no country, territory or grouping of ours.",
                    )
                    continue
                table.observe(
                    indicator=indicator,
                    area=area,
                    year=year,
                    sex=sex,
                    age=age,
                    value=value,
                    unit=unit,
                    source="UNDP_HDR_2024",
                    vintage="HDR 2023/24",
                )

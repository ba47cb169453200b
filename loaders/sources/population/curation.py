"""Children aged 5 to 17, by sex: the denominator behind child labour figures.

United Nations, Department of Economic and Social Affairs, Population Division, World Population
Prospects 2019, https://population.un.org/wpp/, single ages in the open-numbers DDF edition; one
line a country (UN location number), year, age and sex (1 male, 2 female), in thousands.
CC BY 3.0 IGO. Seen 2026-11.

Quirks: no line for both sexes and none for ages 5 to 17 together, so a figure here is the exact sum
of 13 (or 26) published ages, moved from thousands to persons without rounding. Years up to 2019 are
estimates, 2020 is a projection (status F). Later years are projections that newer revisions of
the Prospects replaced, and are left out. The Channel Islands (830) have no ISO code, so they are
rejected.
A record is one sum: area, year and sex; its line is that of its first age.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of_m49
from loaders.sources.shared.curation import Curation

LAST_YEAR: Final = 2020
LAST_ESTIMATE: Final = 2019
AGES: Final = frozenset(str(age) for age in range(5, 18))
SEXES: Final = {"T": ("1", "2"), "F": ("2",), "M": ("1",)}
NOTE: Final = "Sum of the published single ages 5 to 17"


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write `observations/unwpp_population_5_17.csv` (persons)."""
    path = material / "context" / "unwpp2019_population_single_age_5_17_by_sex.csv"
    published: dict[tuple[str, int, str], dict[str, Decimal]] = {}
    first_line: dict[tuple[str, int], int] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for line, record in enumerate(csv.DictReader(lines), 2):
            year = int(record["time"])
            if year > LAST_YEAR:
                continue
            first_line.setdefault((record["country"], year), line)
            ages = published.setdefault((record["country"], year, record["gender"]), {})
            if record["age1yearinterval"] in ages:
                raise ValueError(f"{path.name} line {line}: the age stands twice, keep one.")
            ages[record["age1yearinterval"]] = Decimal(record["population"])

    table = Curation("unwpp_population_5_17", path, material)
    for (country, year), line in first_line.items():
        for sex, genders in SEXES.items():
            _take_sum(
                table, line, (country, year, sex), [published[country, year, g] for g in genders]
            )

    table.write("observations/unwpp_population_5_17", tables=tables)


def _take_sum(
    table: Curation, line: int, group: tuple[str, int, str], parts: list[dict[str, Decimal]]
) -> None:
    """Take the sum of the parts, or reject it when an age is missing or the area is unknown."""
    country, year, sex = group
    if any(set(part) != AGES for part in parts):
        reason = "Not all ages from 5 to 17 are published, so no sum is made."
        table.reject(line=line, column=sex, value=country, rule="missing_age", reason=reason)
        return
    try:
        area = area_of_m49(country, "m49")
    except UnknownArea:
        reason = "The UN location has no code of its own in ISO 3166."
        table.reject(line=line, column=sex, value=country, rule="unknown_area", reason=reason)
        return
    total = sum((age for part in parts for age in part.values()), Decimal()) * 1000
    table.observe(
        indicator="POP_5_17",
        area=area,
        year=year,
        sex=sex,
        age="5-17",
        value=f"{total.normalize():f}",
        unit="PERSONS",
        status="E" if year <= LAST_ESTIMATE else "F",
        nature="E",
        note=NOTE,
        source="UNWPP_2019",
        vintage="WPP 2019",
    )

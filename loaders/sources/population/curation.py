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

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.areas import area_of_m49
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Misfit, area_in, observation, table

COLUMNS: Final = ("country", "time", "age1yearinterval", "gender", "population")
LAST_YEAR: Final = 2020
LAST_ESTIMATE: Final = 2019
AGES: Final = frozenset(str(age) for age in range(5, 18))
SEXES: Final = {"T": ("1", "2"), "F": ("2",), "M": ("1",)}
NOTE: Final = "Sum of the published single ages 5 to 17"


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/unwpp_population_5_17` (persons)."""
    file = material / "context" / "unwpp2019_population_single_age_5_17_by_sex.csv"
    yield observations("unwpp_population_5_17", file, _records(file))


def _records(file: Path) -> Iterator[Record | Refusal]:
    published: dict[tuple[str, int, str], dict[str, Decimal]] = {}
    first: dict[tuple[str, int], str] = {}
    for row in table(file, COLUMNS):
        if isinstance(row, Refusal):
            yield row
            continue
        country, stated, age, gender, population = (row.cells[name] for name in COLUMNS)
        year = int(stated)
        first.setdefault((country, year), row.place)
        ages = published.setdefault((country, year, gender), {})
        if age in ages:
            raise ValueError(f"{file.name}, {row.place}: the age stands twice, keep one.")
        ages[age] = Decimal(population)
    for (country, year), place in first.items():
        for sex, genders in SEXES.items():
            parts = [published[country, year, gender] for gender in genders]
            try:
                yield _sum(place, country, year, sex, parts)
            except Misfit as misfit:
                yield misfit.at(place)


def _sum(place: str, country: str, year: int, sex: str, parts: list[dict[str, Decimal]]) -> Record:
    """The sum of the parts. Raises Misfit when it is out of scope, lacks an age or has no area."""
    if year > LAST_YEAR:
        reason = f"Projections of years after {LAST_YEAR} were replaced by newer revisions."
        raise Misfit(sex, f"{country} {year}", "out_of_scope", reason)
    if any(set(part) != AGES for part in parts):
        reason = "Not all ages from 5 to 17 are published, so no sum is made."
        raise Misfit(sex, country, "missing_age", reason)
    reason = "The UN location has no code of its own in ISO 3166."
    area = area_in(sex, country, "m49", reason, area_of_m49)
    total = sum((age for part in parts for age in part.values()), Decimal()) * 1000
    return observation(
        place,
        indicator="POP_5_17",
        area=area,
        year=str(year),
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

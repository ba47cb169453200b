"""Children and adolescents out of school: rates by level, numbers at primary age.

UNESCO Institute for Statistics, UIS.Stat bulk data, release of October 2024,
https://databrowser.uis.unesco.org/, read from the open-numbers DDF edition; one line an indicator
(`ROFST_1_F_CP`: rate, primary age, girls), country (ISO alpha-3 in lower case) and year. CC BY-SA.
Seen 2026-11.

Quirks: rates carry single-precision tails (`3.065170049667358`), kept as distributed; whole numbers
end in `.0`, which is dropped; some numbers are not whole, so they are estimates; no flag column, so
estimates cannot be told from reported figures. Taken: rates at primary, lower secondary and
upper secondary age and the number at primary age, from 1990 on. Left out: combinations of levels
and earlier years, in which no survey on child labour falls.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation

FIRST_YEAR: Final = 1990

MEASURES: Final = {
    f"{stem}{suffix}_CP": (stem, sex, unit)
    for stem, unit in (
        ("ROFST_1", "PERCENT"),
        ("ROFST_2", "PERCENT"),
        ("ROFST_3", "PERCENT"),
        ("OFST_1", "PERSONS"),
    )
    for suffix, sex in (("", "T"), ("_F", "F"), ("_M", "M"))
}
"""UIS code to our indicator, sex and unit."""


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write `observations/uis_out_of_school.csv` (percent; persons)."""
    path = material / "context" / "uis_out_of_school.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        records = list(csv.DictReader(lines))

    table = Curation("uis_out_of_school", path, material)
    for line, record in enumerate(records, 2):
        if record["indicator"] not in MEASURES or int(record["year"]) < FIRST_YEAR:
            continue
        indicator, sex, unit = MEASURES[record["indicator"]]
        try:
            area = area_of(record["country"], "uis")
        except UnknownArea as error:
            table.reject(line=line, value=record["country"], rule="unknown_area", reason=str(error))
            continue
        table.observe(
            indicator=indicator,
            area=area,
            year=record["year"],
            sex=sex,
            age="_T",
            value=record["value"].removesuffix(".0"),
            unit=unit,
            source="UIS_2024",
            vintage="2024-10",
        )

    table.write("observations/uis_out_of_school", tables=tables)

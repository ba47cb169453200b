"""UN Statistics Division, SDG Global Database 2019 Q3: indicator 16.2.2, detected victims.

Publisher: UN Statistics Division (custodian UNODC). Address: https://unstats.un.org/sdgs/dataportal
Format: CSV, one line a series, country, age, sex and year, 2003-2017; release 2019.Q3.G.01.
Quirks seen 2026-11-21: 2,415 of 7,786 lines are 0; counts of 1 to 4 are printed here, which the
UNODC file of 2025 suppresses; values carry `.0`; no rate (per 100,000) is in this release.
Kept beside the newer UNODC file for comparison, never mixed with it.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation

DATASET: Final = "unsd_trafficking"
SOURCE: Final = "UNSD_SDG_16_2_2_2019Q3"
VINTAGE: Final = "2019-Q3"
AGE: Final = {"_T": "_T", "Y0T17": "0-17", "Y_GE18": "18+"}
SEX: Final = {"_T": "T", "F": "F", "M": "M"}


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write observations/unsd_trafficking from the 2019 Q3 release."""
    work = Curation(DATASET, material / "unodc" / "sdg_16_2_2_unsd_2019Q3_long.csv", material)

    # load
    with work.file.open(encoding="utf-8", newline="") as lines:
        records = list(enumerate(csv.DictReader(lines), 2))

    # process
    for line, row in records:
        _record(work, line, row)

    # save
    work.write(f"observations/{DATASET}", tables=tables)


def _record(work: Curation, line: int, row: dict[str, str]) -> None:
    try:
        area = area_of(row["ISO3"], "unodc")
    except UnknownArea as unknown:
        work.reject(
            line=line, column="ISO3", value=row["ISO3"], rule="unknown_area", reason=str(unknown)
        )
        return
    work.observe(
        indicator=row["seriesCode"],
        area=area,
        year=row["year"],
        sex=SEX[row["sexCode"]],
        age=AGE[row["ageCode"]],
        value=row["value"].removesuffix(".0"),
        unit="PERSONS",
        nature="C",
        source=SOURCE,
        vintage=VINTAGE,
    )

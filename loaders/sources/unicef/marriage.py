"""Women aged 20 to 24 who were married or in a union before age 18, with the survey behind.

UNICEF, global databases on child marriage, 2022,
https://data.unicef.org/topic/child-protection/child-marriage/; CSV with SDMX column titles, one
line an area (latest survey 2016-2022). CC BY 3.0 IGO at the publisher. Seen 2026-11.

Quirks: the file does not name its measure; its values equal SP_DYN_MRBF18 of the SDG Global
Database. Belgium's footnote speaks of marriages before age 15, while both publishers give the
figure (0.002) as that of age 18: kept, with the footnote as its note. Regional lines give in the
footnote which share of the population they cover.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation

AREA: Final = "Geographic area"
YEAR: Final = "TIME_PERIOD:Time period"
VALUE: Final = "OBS_VALUE:Observation Value"
FOOTNOTE: Final = "OBS_FOOTNOTE:Observation footnote"
SURVEY: Final = "DATA_SOURCE:Data Source"


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write `observations/unicef_child_marriage.csv` (percent of women aged 20 to 24)."""
    path = material / "unicef" / "unicef_child_marriage_2016_2022.csv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        records = list(csv.DictReader(lines))

    table = Curation("unicef_child_marriage", path, material)
    for line, record in enumerate(records, 2):
        try:
            area = area_of(record[AREA], "unicef_marriage")
        except UnknownArea as error:
            table.reject(line=line, value=record[AREA], rule="unknown_area", reason=str(error))
            continue
        table.observe(
            indicator="SP_DYN_MRBF18",
            area=area,
            year=record[YEAR],
            sex="F",
            age="20-24",
            value=record[VALUE],
            unit="PERCENT",
            note=record[FOOTNOTE].strip(),
            survey=record[SURVEY].strip(),
            source="UNICEF_CHILD_MARRIAGE_2022",
            vintage="2022",
        )

    table.write("observations/unicef_child_marriage", tables=tables)

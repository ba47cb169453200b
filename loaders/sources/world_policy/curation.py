"""Curate child labour law as the WORLD Policy Analysis Center coded it.

Publisher: WORLD Policy Analysis Center, UCLA, https://www.worldpolicycenter.org. Two .xls files of
193 countries: `WORLD_Dataset_Childhood_4.16.15.xls` (April 2015; ages as numbers, 0 for none) and
`WORLD_child_labor.xls` (as of October 2016; codes). No code book came with the codes. Those of
2016 were read by setting them beside the ages of 2015 (0, 12-13, 14, 15, 16 or more), so they are
kept as bands and noted; the codes for light work, school days and night rest could not be read
that way and are left out. Schooling codes of 2015 are 5 for yes and 1 for no: the publisher's own
combined variable (free and compulsory) agrees. An empty cell was not coded: left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pandas as pd

from data.methods.notes import note
from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation
from loaders.sources.shared.law import COLUMNS, KEY

PAGE: Final = "https://www.worldpolicycenter.org/maps-data/data-download"
AGES_2015: Final = {
    "cl_genemp": ("minimum_age_work", 15.0, "15|14"),
    "cl_haz_minage": ("minimum_age_hazardous_work", 18.0, "18"),
}
SCHOOLING_2015: Final = {
    "edu_free_prim": "tuition_free_primary_education",
    "edu_comp_prim": "compulsory_primary_education",
    "edu_free_begsec": "tuition_free_lower_secondary_education",
    "edu_comp_begsec": "compulsory_lower_secondary_education",
}
BANDS_2016: Final = {
    "admiss_age": (
        "minimum_age_work",
        "15|14",
        {1: "no_age_set", 2: "under_14", 3: "14", 4: "15", 5: "16_or_more"},
        {1: "no", 2: "no", 3: "unknown", 4: "yes", 5: "yes"},
    ),
    "haz_age": (
        "minimum_age_hazardous_work",
        "18",
        {1: "no_age_set", 2: "under_14", 3: "14_or_15", 4: "16_or_17", 5: "18_or_more"},
        {1: "no", 2: "no", 3: "no", 4: "no", 5: "yes"},
    ),
}
BAND_NOTE: Final = note("band")
"""The band was read from the publisher's code by comparison with its ages of 2015."""
AGE_14: Final = 14.0
"""Convention 138 lets a Member with insufficiently developed schooling begin at 14."""


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/legal_facts/world_policy_{2015,2016}.csv from the two .xls files.

    Raises KeyError when a code appears that the tables above do not hold.
    """
    # load
    old = Curation(
        "world_policy_2015", material / "law" / "WORLD_Dataset_Childhood_4.16.15.xls", material
    )
    new = Curation("world_policy_2016", material / "law" / "WORLD_child_labor.xls", material)

    # process
    for row, area in _countries(old):
        _ages(old, row, area)
        _schooling(old, row, area)
    for row, area in _countries(new):
        _bands(new, row, area)

    # save
    for curation in (old, new):
        curation.write(f"legal_facts/{curation.dataset}", columns=COLUMNS, key=KEY, tables=tables)


def _countries(curation: Curation) -> list[tuple[dict[str, object], str]]:
    """Cells and area code of every country that we know."""
    found = []
    table = pd.read_excel(curation.file, engine="xlrd")
    for line, row in enumerate(table.to_dict("records"), start=2):
        try:
            area = area_of(str(row["iso3"]), "world_policy")
        except UnknownArea as error:
            curation.reject(line=line, value=row["iso3"], rule="unknown_area", reason=str(error))
            continue
        found.append(({str(k): v for k, v in row.items()}, area))
    return found


def _number(cell: object) -> float | None:
    return None if pd.isna(cell) else float(str(cell))  # type: ignore[call-overload]


def _keep(curation: Curation, area: str, **fact: str) -> None:
    year = curation.dataset.removeprefix("world_policy_")
    fixed = {"unit": "", "note": "", "source": "WORLD_POLICY", "page": PAGE, "year": year}
    curation.keep(**(fixed | {"area": area} | fact))


def _ages(curation: Curation, row: dict[str, object], area: str) -> None:
    """Ages of 2015: a number of years, or `no_age_set` where the law sets no age."""
    for column, (topic, enough, standard) in AGES_2015.items():
        age = _number(row[column])
        if age is None:
            continue
        conforms = "yes" if age >= enough else "no"
        if topic == "minimum_age_work" and age == AGE_14:
            conforms = "unknown"
        _keep(
            curation,
            area,
            topic=topic,
            value=f"{age:g}" if age else "no_age_set",
            unit="YEARS" if age else "",
            standard=standard,
            conforms=conforms,
        )


def _schooling(curation: Curation, row: dict[str, object], area: str) -> None:
    for column, topic in SCHOOLING_2015.items():
        code = _number(row[column])
        if code is None:
            continue
        value = {5.0: "yes", 1.0: "no"}[code]
        _keep(curation, area, topic=topic, value=value, standard="yes", conforms=value)


def _bands(curation: Curation, row: dict[str, object], area: str) -> None:
    """Codes of 2016 as bands of age."""
    for column, (topic, standard, words, verdicts) in BANDS_2016.items():
        code = _number(row[column])
        if code is None:
            continue
        _keep(
            curation,
            area,
            topic=topic,
            value=words[int(code)],
            standard=standard,
            conforms=verdicts[int(code)],
            note=BAND_NOTE,
        )

"""ILO, ILOSTAT: children in employment by sex, age band and school attendance, in thousands.

Address: https://ilostat.ilo.org/data/ (indicator CLD_XCHL_SEX_AGE_STU_NB; ILOSTAT is CC BY 4.0,
the copy read here carried no licence). Format: CSV, `;`, Windows-1252, labels without codes.
Quirks seen 2026-11-21:
- these children are in EMPLOYMENT: not every one of them is in child labour;
- `'5-17` and `'5-11` carry an apostrophe against spreadsheets that read them as dates;
- 592 lines flagged Unreliable hold no value: ILOSTAT withholds the figure, so it is suppressed,
  neither zero nor missing;
- India 2023 has four lines of sex Other, without a value;
- ILO aggregates (World among them) are modelled for 2020 and use the ILO's own regions;
- one country can have several surveys in a year: the survey's name is part of the key.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.curation import Curation
from loaders.sources.shared.places import place

DATASET: Final = "ilostat_children"
INDICATOR: Final = "CLD_XCHL_SEX_AGE_STU_NB"
MODELLED: Final = "ILO - Modelled Estimates"
SEX: Final = {"Total": "T", "Female": "F", "Male": "M"}
SCHOOLING: Final = {
    "Total": ("_T", "_T"),
    "Attending": ("schooling", "ATTENDING"),
    "Not attending": ("schooling", "NOT_ATTENDING"),
    "Not elsewhere classified": ("schooling", "NOT_CLASSIFIED"),
}
STATUS: Final = {"": "A", "Unreliable": "U", "Break in series": "B"}
ORDINARY_NOTE: Final = "Repository: ILO-STATISTICS - Micro data processing"
"""How nearly every country line was computed; says nothing about the single figure."""


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write observations/ilostat_children."""
    file = material / "ilostat" / "ilostat_children_in_employment_sex_age_school.csv"
    work = Curation(DATASET, file, material)

    # load
    with work.file.open(encoding="cp1252", newline="") as lines:
        records = list(enumerate(csv.DictReader(lines, delimiter=";"), 2))

    # process
    for number, row in records:
        _record(work, number, row)

    # save
    work.write(f"observations/{DATASET}", tables=tables)


def _record(work: Curation, number: int, row: dict[str, str]) -> None:
    """Keep one line, or set it aside when its sex or its area has no place in the store."""
    sex = SEX.get(row["sex.label"])
    if sex is None:
        work.reject(
            line=number,
            column="sex.label",
            value=row["sex.label"],
            rule="unsupported_sex",
            reason="The store holds total, female and male; the line carries no value.",
        )
        return
    try:
        area = place(row["ref_area.label"], "ilostat")
    except UnknownArea as unknown:
        work.reject(
            line=number,
            column="ref_area.label",
            value=row["ref_area.label"],
            rule="unknown_area",
            reason=str(unknown),
        )
        return
    modelled = row["source.label"] == MODELLED
    published = STATUS[row["obs_status.label"]]
    value = row["obs_value"]
    dimension, category = SCHOOLING[row["classif2.label"].removeprefix("Educational attendance: ")]
    work.observe(
        indicator=INDICATOR,
        area=area,
        year=row["time"],
        sex=sex,
        age=row["classif1.label"].rpartition(" ")[2].lstrip("'"),
        dimension=dimension,
        category=category,
        value=value,
        unit="THOUSAND_PERSONS",
        status=("E" if modelled else published) if value else "Q",
        nature="M" if modelled else "",
        suppressed="" if value else row["obs_status.label"],
        note=_note(row),
        survey=row["source.label"],
        source="ILOSTAT_CHILDREN",
        vintage="copy with data to 2024",
    )


def _note(row: dict[str, str]) -> str:
    """The publisher's notes on the line, without the one that stands on nearly all lines."""
    notes = [row["note_indicator.label"], *row["note_source.label"].split(" | ")]
    return "; ".join(note for note in notes if note and note != ORDINARY_NOTE)

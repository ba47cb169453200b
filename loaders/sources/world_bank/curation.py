"""World Bank, World Development Indicators: children in employment, ages 7-14.

Address: https://databank.worldbank.org/source/world-development-indicators (CC BY 4.0); figures
compiled by Understanding Children's Work (ILO, UNICEF, World Bank). Two files: shares by sector and
status with weekly hours (long, publisher's codes), and shares by sex and schooling (wide, labels).
Quirks seen 2026-11-21:
- children in employment for at least one hour in the week of the survey, not child labour;
- in the wide file the column names start with `average_value_` and codes are missing: the labels
  are the publisher's, the codes those it gives them, and the sexes go to the sex column;
- an empty cell of the wide file is no record;
- Jordan 2016: self-employed, wage and family workers sum to 105.92 percent in the source;
- shares by sector or status often sum to less than 100: the rest is not classified.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.curation import Curation
from loaders.sources.shared.places import OUTSIDE_NOTE, place, total_outside_sexes

BY_WORK: Final = "worldbank_children_work"
BY_SEX: Final = "worldbank_children_sex"
SOURCE: Final = "WB_WDI_CHILDREN"
AGE: Final = "7-14"
PARTS: Final = (
    ("SL.AGR.0714.ZS", "SL.MNF.0714.ZS", "SL.SRV.0714.ZS"),
    ("SL.SLF.0714.ZS", "SL.WAG.0714.ZS", "SL.FAM.0714.ZS"),
)
"""Codes whose shares are parts of the same whole."""
SUM_LIMIT: Final = Decimal("100.6")
HOURS: Final = frozenset({"SL.TLF.0714.SW.TM", "SL.TLF.0714.WK.TM"})
LABELS: Final = {
    "Children in employment, total (% of children ages 7-14)": ("SL.TLF.0714.ZS", "T"),
    "Children in employment, female (% of female children ages 7-14)": ("SL.TLF.0714.ZS", "F"),
    "Children in employment, male (% of male children ages 7-14)": ("SL.TLF.0714.ZS", "M"),
    "Children in employment, study and work (% of children in employment, ages 7-14)": (
        "SL.TLF.0714.SW.ZS",
        "T",
    ),
    "Children in employment, study and work, female "
    "(% of female children in employment, ages 7-14)": ("SL.TLF.0714.SW.ZS", "F"),
    "Children in employment, study and work, male (% of male children in employment, ages 7-14)": (
        "SL.TLF.0714.SW.ZS",
        "M",
    ),
    "Children in employment, work only (% of children in employment, ages 7-14)": (
        "SL.TLF.0714.WK.ZS",
        "T",
    ),
    "Children in employment, work only, female (% of female children in employment, ages 7-14)": (
        "SL.TLF.0714.WK.ZS",
        "F",
    ),
    "Children in employment, work only, male (% of male children in employment, ages 7-14)": (
        "SL.TLF.0714.WK.ZS",
        "M",
    ),
}
PREFIX: Final = "average_value_"


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write observations/worldbank_children_work and observations/worldbank_children_sex."""
    _by_work(material, tables)
    _by_sex(material, tables)


def _by_work(material: Path, tables: Path) -> None:
    file = material / "worldbank" / "wdi_children_in_employment_7_14_sector_status_hours_ddf.csv"
    work = Curation(BY_WORK, file, material)

    # load
    with work.file.open(encoding="utf-8", newline="") as lines:
        records = list(enumerate(csv.DictReader(lines), 2))
    notes = _sum_notes([row for _, row in records])

    # process
    for number, row in records:
        area = _area(row["economy"])
        if not area:
            _unknown(work, number, row["economy"])
            continue
        code = row["indicator"]
        work.observe(
            indicator=code,
            area=area,
            year=row["year"],
            age=AGE,
            value=row["value"],
            unit="HOURS" if code in HOURS else "PERCENT",
            note=notes.get((row["economy"], row["year"], code), ""),
            source=SOURCE,
            vintage="undated copy",
        )

    # save
    work.write(f"observations/{BY_WORK}", tables=tables)


def _sum_notes(rows: list[dict[str, str]]) -> dict[tuple[str, str, str], str]:
    """A note for every share that belongs to parts of more than a whole."""
    values: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    for row in rows:
        values[row["economy"], row["year"]][row["indicator"]] = Decimal(row["value"])
    notes = {}
    for (economy, year), by_code in values.items():
        for codes in PARTS:
            total = sum((by_code.get(code, Decimal(0)) for code in codes), Decimal(0))
            if total > SUM_LIMIT:
                for code in codes:
                    notes[economy, year, code] = f"In the source the parts sum to {total} percent"
    return notes


def _by_sex(material: Path, tables: Path) -> None:
    file = material / "worldbank" / "wdi_children_in_employment_7_14_sex_2021vintage.csv"
    work = Curation(BY_SEX, file, material)

    # load
    with work.file.open(encoding="utf-8", newline="") as lines:
        records = list(enumerate(csv.DictReader(lines), 2))

    # process
    for number, row in records:
        area = _area(row["Country Code"])
        cells = {LABELS[c.removeprefix(PREFIX)]: v for c, v in row.items() if c.startswith(PREFIX)}
        for (code, sex), value in cells.items():
            if not value:
                continue
            if not area:
                _unknown(work, number, row["Country Code"])
                continue
            sexes = (cells[code, "T"], cells[code, "F"], cells[code, "M"])
            work.observe(
                indicator=code,
                area=area,
                year=row["Year"],
                sex=sex,
                age=AGE,
                value=value,
                unit="PERCENT",
                note=OUTSIDE_NOTE if total_outside_sexes(*sexes) else "",
                source=SOURCE,
                vintage="2021",
            )

    # save
    work.write(f"observations/{BY_SEX}", tables=tables)


def _area(code: str) -> str:
    try:
        return place(code, "worldbank")
    except UnknownArea:
        return ""


def _unknown(work: Curation, line: int, code: str) -> None:
    work.reject(
        line=line,
        column="Country Code",
        value=code,
        rule="unknown_area",
        reason="The code is neither ISO 3166 alpha-3 nor in the general alias table.",
    )

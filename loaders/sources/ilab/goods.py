"""US Department of Labor, List of Goods Produced by Child Labor or Forced Labor.

Publisher: US Department of Labor, Bureau of International Labor Affairs (ILAB).
Address: https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods
Format: CSV made of the data files behind the department's application, one line a good and country.
Quirks seen 2026-11-21:
- the label year is the year of the application's file. The list appears every two years: the files
  labelled 2017 and 2018 hold the same list (418 lines; two spellings and one mark for fish from
  Ghana were put right), that of 2018; those labelled 2019 and 2021 hold the lists of 2020 and 2022;
- names of goods change (`Tantalum ore (coltan)`, `Coltan (tantalum ore)`): one code for one good;
- ten lines of 2022 are listed only for an input made with child or forced labour: both marks are
  no and the note says it. Taiwan is listed apart, as the publisher has it.
A listing is the view of one government and says nothing on how common the practice is.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation

DATASET: Final = "ilab_listed_goods"
SOURCE: Final = "USDOL_LIST_OF_GOODS"
PAGE: Final = "https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods"
COLUMNS: Final = (
    "area", "good", "sector", "child_labour", "forced_labour", "edition", "source", "page", "note",
)  # fmt: skip
KEY: Final = ("area", "good", "edition")
EDITION: Final = {"2014": 2014, "2016": 2016, "2018": 2018, "2019": 2020, "2021": 2022}
COPY_LABEL: Final = "2017"
SAME_GOOD: Final = {
    "CASSITERITE_TIN_ORE": "TIN_ORE_CASSITERITE",
    "COLTAN_TANTALUM_ORE": "TANTALUM_ORE_COLTAN",
    "HETEROGENITE_COBALT_ORE": "COBALT_ORE_HETEROGENITE",
    "WOLFRAMITE_TUNGSTEN_ORE": "TUNGSTEN_ORE_WOLFRAMITE",
    "JUTE_TEXTILES": "TEXTILES_JUTE",
    "FLOWERS_POPPIES": "POPPIES",
    "MIRAA_STIMULANT_PLANT": "KHAT_STIMULANT_PLANT",
    "KHAT_MIRAA_STIMULANT_PLANT": "KHAT_STIMULANT_PLANT",
}


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write listed_goods/ilab from the six files of the list."""
    work = Curation(DATASET, material / "usdol" / "ilab_list_of_goods_long.csv", material)

    # load
    with work.file.open(encoding="utf-8", newline="") as lines:
        records = list(enumerate(csv.DictReader(lines), 2))

    # process
    for line, row in records:
        _record(work, line, row)

    # save
    work.write("listed_goods/ilab", columns=COLUMNS, key=KEY, tables=tables)


def good_code(name: str) -> str:
    """`Bricks (clay)` becomes BRICKS_CLAY; other spellings of a good share its code."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    code = re.sub(r"[^A-Z0-9]+", "_", plain.upper()).strip("_")
    return SAME_GOOD.get(code, code)


def _record(work: Curation, line: int, row: dict[str, str]) -> None:
    named = f"{row['file_label_year']} | {row['country']} | {row['good']}"
    if row["file_label_year"] == COPY_LABEL:
        work.reject(
            line=line, column="file_label_year", value=named, rule="superseded_copy",
            reason="The file labelled 2018 holds the same edition with three corrections.",
        )  # fmt: skip
        return
    listing(work, line, row, EDITION[row["file_label_year"]])


def listing(work: Curation, line: int, row: dict[str, str], edition: int) -> None:
    """Keep one good of one country in an edition, or reject it when the country is unknown."""
    named = f"{row['file_label_year']} | {row['country']} | {row['good']}"
    try:
        area = area_of(row["country"], "ilab")
    except UnknownArea as unknown:
        work.reject(
            line=line, column="country", value=named, rule="unknown_area", reason=str(unknown)
        )
        return
    work.keep(
        area=area,
        good=good_code(row["good"]),
        sector=row["sector"].upper(),
        child_labour=row["child_labor"].lower(),
        forced_labour=row["forced_labor"].lower(),
        edition=edition,
        source=SOURCE,
        page=PAGE,
        note=_note(row),
    )


def _note(row: dict[str, str]) -> str:
    if row["derived_labor_exploitation"] == "Yes":
        return f"Listed for an input made with child or forced labour in: {row['derived_country']}."
    return "Listed for forced child labour too." if row["forced_child_labor"] == "Yes" else ""

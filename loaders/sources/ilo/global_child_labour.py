"""ILO and UNICEF, global and regional estimates of child labour, 2000 to 2024, by edition.

Publications: ILO trends 2000-2004 (2006), ILO Marking progress (2013), ILO Global estimates
2012-2016 (2017), ILO-UNICEF Global estimates 2020 (2021) and 2024 (2025), and the two worldwide
totals ILOSTAT publishes. Address: https://www.ilo.org/topics-and-sectors/child-labour. Format: CSV
of figures taken down from pages, each with the publication and the page it was read on.
Quirks seen 2026-11-21:
- an edition revises earlier years, so each edition is a source of its own and none is joined;
- nearly all lines were read on a page of somebody else who quotes the publisher: the note says
  which; two lines were read on the ILO's own page;
- 360 lines repeat ILOSTAT's table, 45 UNICEF's and 11 the SDG database's (compared line by line):
  they are loaded from those files;
- a page gives Sub-Saharan Africa's 86.6 million without a year;
- a line gives work within the family (83 percent, 2020) without the age it is of;
- numbers are printed in millions or thousands: the store holds persons, the note what was printed;
- the 2021 and 2025 editions' Sub-Saharan Africa and Latin America are the SDG regions (21.5 percent
  in 2024 is UNICEF's 21.457 for that region); earlier editions use the ILO's own regions.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Final
from urllib.parse import urlparse

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea
from loaders.sources.shared.curation import Curation
from loaders.sources.shared.places import place

DATASET: Final = "global_child_labour"
HELD_ELSEWHERE: Final = {
    "ILOSTAT CLD_XCHL": "ILOSTAT's own table (dataset ilostat_children)",
    "UNICEF data warehouse": "UNICEF's own table (dataset unicef_child_labour_economic)",
    "UN SDG DB": "the SDG database's own table (dataset unsd_child_labour)",
}
EDITIONS: Final = (
    ("ILO Global child labour trends 2000 to 2004 (2006)", "ILO_GE_2006", "2006"),
    ("ILO Marking progress against child labour (2013)", "ILO_GE_2013", "2013"),
    ("ILO Global estimates of child labour 2012-2016 (2017)", "ILO_GE_2017", "2017"),
    ("ILO-UNICEF Child Labour Global estimates 2020 (2021)", "ILO_UNICEF_GE_2021", "2021"),
    ("ILO-UNICEF Child Labour Global estimates 2024 (2025)", "ILO_UNICEF_GE_2025", "2025"),
    ("ILO-UNICEF global estimates via ILOSTAT", "ILOSTAT_GE", "copy with data to 2024"),
    ("ILO (as quoted by an encyclopaedia mirror)", "ILO_GE_QUOTED", "edition not stated"),
)
MEASURES: Final = {
    ("children in child labour", False): "GE_CHILD_LABOUR_NUMBER",
    ("child labourers", False): "GE_CHILD_LABOUR_NUMBER",
    ("children in child labour", True): "GE_CHILD_LABOUR_RATE",
    ("children in hazardous work", False): "GE_HAZARDOUS_NUMBER",
    ("children in hazardous work", True): "GE_HAZARDOUS_RATE",
    ("children in employment", False): "GE_CHILD_EMPLOYMENT_NUMBER",
    ("children in employment", True): "GE_CHILD_EMPLOYMENT_RATE",
    ("share of all children in child labour", True): "GE_CHILD_LABOUR_SHARE",
}
DIMENSIONS: Final = {
    "agriculture": ("sector", "AGRICULTURE"),
    "industry": ("sector", "INDUSTRY"),
    "services": ("sector", "SERVICES"),
    "rural": ("location", "RURAL"),
    "urban": ("location", "URBAN"),
}
SUFFIX: Final = {"sector": "_SECTOR", "location": "_LOCATION"}
SCALE: Final = {"million": 1_000_000, "thousand": 1_000, "children": 1}
SEX: Final = {"total": "T", "female": "F", "male": "M"}
SDG_REGION_YEARS: Final = 2020
"""From this reference year the two regions below are the SDG regions."""
SDG_REGIONS: Final = {
    "Sub-Saharan Africa": "M49_202",
    "Latin America and the Caribbean": "M49_419",
}
FIRST_HAND: Final = "www.ilo.org"


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write observations/global_child_labour."""
    file = material / "global_estimates" / "global_estimates_child_labour.csv"
    work = Curation(DATASET, file, material)

    # load
    with work.file.open(encoding="utf-8", newline="") as lines:
        records = list(enumerate(csv.DictReader(lines), 2))

    # process
    for number, row in records:
        refused = _refusal(row)
        if refused:
            rule, reason = refused
            value = f"{row['area']} {row['year']} {row['population_group']} {row['value']}"
            work.reject(line=number, column="value", value=value, rule=rule, reason=reason)
        else:
            _keep(work, row)

    # save
    work.write(f"observations/{DATASET}", tables=tables)


def _refusal(row: dict[str, str]) -> tuple[str, str] | None:
    """Rule and reason why a line is not loaded, or None."""
    origin = row["original_report"]
    for start, holder in HELD_ELSEWHERE.items():
        if origin.startswith(start):
            return "held_by_original", f"The same figure is loaded from {holder}."
    if "without a year" in origin:
        return "year_not_stated", "The page gives the figure without saying which year it is of."
    if row["population_group"] == "within family":
        return (
            "group_not_stated",
            "The line names no age group, while 83 percent is elsewhere quoted for ages 5-11 only; "
            "it could not be checked.",
        )
    try:
        _area(row)
    except UnknownArea as unknown:
        return "unknown_area", str(unknown)
    return None


def _keep(work: Curation, row: dict[str, str]) -> None:
    """Take one line; raises KeyError for a measure, group or unit that is not listed above."""
    share = row["unit"] == "percent"
    measure = row["measure"].split(" (")[0]
    indicator = MEASURES[measure, share]
    age, sex, dimension, category = _group(row["population_group"])
    if dimension != "_T":
        indicator += SUFFIX[dimension]
    elif indicator == "GE_CHILD_LABOUR_SHARE":
        indicator += "_AGE"
    source, vintage = _edition(row["original_report"])
    work.observe(
        indicator=indicator,
        area=_area(row),
        year=row["year"],
        sex=sex,
        age=age,
        dimension=dimension,
        category=category,
        value=row["value"] if share else _persons(row),
        unit="PERCENT" if share else "PERSONS",
        status="E",
        nature="E",
        note="; ".join(_notes(row)),
        source=source,
        vintage=vintage,
    )


def _area(row: dict[str, str]) -> str:
    if int(row["year"]) >= SDG_REGION_YEARS and row["area"] in SDG_REGIONS:
        return SDG_REGIONS[row["area"]]
    return place(row["area"], "ilostat")


def _group(text: str) -> tuple[str, str, str, str]:
    """Age, sex, dimension and category of a population group such as `5-17 male` or `rural`."""
    if text in DIMENSIONS:
        return "5-17", "T", *DIMENSIONS[text]
    age, _, sex = text.partition(" ")
    return age, SEX[sex or "total"], "_T", "_T"


def _edition(report: str) -> tuple[str, str]:
    """Source code and vintage of the publication. Raises KeyError for an unknown one."""
    for start, source, vintage in EDITIONS:
        if report.startswith(start):
            return source, vintage
    raise KeyError(f"edition {report!r} is not listed; add it to EDITIONS and to the catalogue")


def _persons(row: dict[str, str]) -> str:
    return f"{(Decimal(row['value']) * SCALE[row['unit']]).normalize():f}"


def _notes(row: dict[str, str]) -> list[str]:
    """What a reader must know of this line: printed precision, later revision, second hand."""
    notes = []
    if row["unit"] in {"million", "thousand"}:
        notes.append(f"Published as {row['value']} {row['unit']}")
    if "later revised" in row["measure"]:
        notes.append("Revised in later editions")
    host = urlparse(row["seen_at"]).netloc or row["seen_at"].split()[0]
    if host != FIRST_HAND:
        notes.append(f"Second hand, read at {host}")
    return notes

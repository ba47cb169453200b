"""Context series of the SDG Global Database: protection, poverty, work, registration, marriage.

UN Statistics Division, SDG Global Database, release of December 2023 in the DDF edition,
https://unstats.un.org/sdgs/dataportal; one CSV a series, values in a column named like the series,
areas as M49 numbers without leading zeros. Seen 2026-11.

Quirks: "not specified" sex, age and status stand for the total and an ordinary value; the status
`notspec` appears in one series only; ages below five are in months (`m12t23` is age 1 in completed
years); `_O` (other sex) rows have no place in the scheme F, M, T; Sudan before 2011 is an area of
its own and is not joined to today's Sudan; Cabo Verde 2021 has 132.4 per cent of old people with a
pension, which no share can be, and is set aside. All series but the two on child labour are taken.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of_m49
from loaders.sources.shared.curation import OBSERVATION_KEY, Curation

SERIES: Final = (
    "SD_MDP_MUHC",
    "SG_REG_BRTH",
    "SI_COV_BENFTS",
    "SI_COV_CHLD",
    "SI_COV_DISAB",
    "SI_COV_MATNL",
    "SI_COV_PENSN",
    "SI_COV_POOR",
    "SI_COV_UEMP",
    "SI_COV_VULN",
    "SI_COV_WKINJRY",
    "SI_POV_DAY1",
    "SI_POV_EMP1",
    "SI_POV_NAHC",
    "SL_EMP_FTLINJUR",
    "SL_ISV_IFEM",
    "SL_TLF_NEET",
    "SL_TLF_UEM",
    "SM_POP_REFG_OR",
    "SP_DYN_MRBF15",
    "SP_DYN_MRBF18",
)

SEX: Final = {"": "T", "bothsex": "T", "notspec": "T", "female": "F", "male": "M"}
AGE: Final = {
    "": "_T",
    "allage": "_T",
    "notspec": "_T",
    "15": "15+",
    "25": "25+",
    "65": "65+",
    "15_24": "15-24",
    "15_64": "15-64",
    "20_24": "20-24",
    "lt1y": "0",
    "m12t23": "1",
    "m24t35": "2",
    "m36t47": "3",
    "m48t59": "4",
    "lt5y": "0-4",
    "lt6y": "0-5",
    "lt8y": "0-7",
    "lt10y": "0-9",
    "lt15y": "0-14",
    "lt16y": "0-15",
    "lt18y": "0-17",
}
"""UNSD age code to ours, in completed years."""

UNIT: Final = {
    "percent": "PERCENT",
    "per_100000_pop": "PER_100000",
    "per_100000_emp": "PER_100000_EMPLOYEES",
    "per_marw_20t24y": "PERCENT",
}
"""UNSD unit to ours. `per_marw_20t24y` is, by the metadata, per 100 women aged 20 to 24."""

NATURE: Final = {"c": "C", "ca": "CA", "e": "E", "g": "G", "m": "M", "n": "N", "notspec": ""}
STATUS: Final = {"": "A", "notspec": "A", "a": "A", "b": "B", "e": "E", "u": "U"}
PART: Final = {
    ("location", "urban"): ("location", "URBAN"),
    ("location", "rural"): ("location", "RURAL"),
    ("activity", "isic4_a"): ("activity", "AGRICULTURE"),
    ("activity", "nonagr"): ("activity", "NON_AGRICULTURE"),
    ("migratory_status", "nonmig"): ("migration", "NON_MIGRANT"),
    ("migratory_status", "migper"): ("migration", "MIGRANT"),
}
"""UNSD column and code to our dimension and category; all other codes are totals."""

TOTALS: Final = frozenset({"", "allarea", "total", "t"})


class Misfit(ValueError):
    """A record that the table cannot take; `rule` and the message go to the rejects."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(reason)
        self.rule = rule


def _part(record: dict[str, str]) -> tuple[str, str]:
    """Dimension and category of a record, totals as `_T`. Raises Misfit for unknown codes."""
    for column in ("location", "activity", "migratory_status"):
        code = record.get(column, "")
        if code in TOTALS:
            continue
        if (column, code) not in PART:
            raise Misfit("unknown_code", f"{column} {code!r} is not a code that we know.")
        return PART[column, code]
    return "_T", "_T"


def _known(codes: dict[str, str], record: dict[str, str], column: str) -> str:
    """Our code for the record's code in `column`. Raises Misfit for codes that we do not take."""
    code = record.get(column, "")
    if code not in codes:
        raise Misfit("unknown_code", f"{column} {code!r} has no counterpart in our scheme.")
    return codes[code]


def _observation(series: str, record: dict[str, str]) -> dict[str, object]:
    """Our observation for a publisher's record. Raises Misfit with the rule it broke."""
    try:
        area = area_of_m49(record["geo_area"], "m49")
    except UnknownArea as error:
        raise Misfit(
            "unknown_area", "The area is no country, territory or region today."
        ) from error
    if record["units"] == "percent" and not 0 <= float(record[series.lower()]) <= 100:
        raise Misfit("out_of_range", "A share of persons cannot lie outside 0 to 100 per cent.")
    dimension, category = _part(record)
    sex = "F" if series.startswith("SP_DYN") else _known(SEX, record, "sex")
    return {
        "indicator": series,
        "area": area,
        "year": record["year"],
        "sex": sex,
        "age": _known(AGE, record, "age"),
        "dimension": dimension,
        "category": category,
        "value": record[series.lower()].strip(),
        "unit": _known(UNIT, record, "units"),
        "status": _known(STATUS, record, "observation_status"),
        "nature": _known(NATURE, record, "nature"),
        "source": "UNSD_SDG_2023",
        "vintage": "2023-12",
    }


def _ambiguous(found: list[tuple[int, dict[str, object]]]) -> set[int]:
    """Lines whose key another line claims too with a different value or nature."""
    by_key: dict[tuple[str, ...], list[int]] = {}
    for line, row in found:
        by_key.setdefault(tuple(str(row.get(c, "")) for c in OBSERVATION_KEY), []).append(line)
    return {line for lines in by_key.values() if len(lines) > 1 for line in lines}


def curate_series(series: str, material: Path, tables: Path = TABLES) -> None:
    """Write `observations/unsd_<series>.csv` in the series' unit, as published."""
    [path] = sorted((material / "unsdg").glob(f"ddf--datapoints--{series.lower()}--*.csv"))
    with path.open(encoding="utf-8-sig", newline="") as lines:
        records = list(csv.DictReader(lines))

    dataset = f"unsd_{series.lower()}"
    table = Curation(dataset, path, material)
    found: list[tuple[int, dict[str, object]]] = []
    for line, record in enumerate(records, 2):
        try:
            found.append((line, _observation(series, record)))
        except Misfit as error:
            value = record[series.lower()]
            table.reject(line=line, value=value, rule=error.rule, reason=str(error))
    twice = _ambiguous(found)
    for line, row in found:
        if line in twice:
            table.reject(
                line=line,
                value=row["value"],
                rule="duplicate_key",
                reason="Several lines claim this area, year and group; none can be preferred.",
            )
        else:
            table.observe(**row)

    table.write(f"observations/{dataset}", tables=tables)


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write one table of observations a series; see `curate_series`."""
    for series in SERIES:
        curate_series(series, material, tables)

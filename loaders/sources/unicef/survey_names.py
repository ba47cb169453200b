"""Which survey stands behind the 8.7.1 figures that their publishers print without its name.

Material: 246 country-years of the UN database and of UNICEF's table of 2020-2025, each with a
survey, where it is named, and how good that evidence is; collected from UNICEF's table of 2022,
ILOSTAT's labels, the lists of MICS and DHS surveys and national platforms.
Quirks seen 2026-11-26:
- every line repeats the published values: a line whose values our own tables do not hold for that
  country, year and age is rejected. Most of those are earlier copies of a survey under another
  year, which our tables leave out;
- `catalogue_match` is an inference: the only MICS, DHS or child labour survey of that year;
- 33 lines name no survey; what may be behind them stands as a candidate, never as the name;
- the families of the material are wide (`LFS`, `LSMS`, `other`); `programme` tells a country's own
  surveys apart, so that PNAD and PNAD Continua are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from data.records import Observation
from loaders.facts import catalogue
from loaders.facts.catalogue import codes
from loaders.facts.tables import TABLES
from loaders.reading.contract import Record
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.named_surveys import survey_name
from loaders.sources.shared.observations import Misfit, Row, area_in, records, table
from loaders.sources.shared.places import agree

COLUMNS: Final = (
    "area", "year", "source", "survey", "programme", "evidence", "candidates", "note",
    "publisher", "title", "page",
)  # fmt: skip
KEY: Final = ("area", "year", "source")
SOURCES: Final = {"UNSD 8.7.1": "UNSD_SDG_8_7_1", "UNICEF 2020-25": "UNICEF_CL_2025"}
INDICATORS: Final = {
    ("UNSD_SDG_8_7_1", "EA"): "SL_TLF_CHLDEA",
    ("UNSD_SDG_8_7_1", "EC"): "SL_TLF_CHLDEC",
    ("UNICEF_CL_2025", "EA"): "UNICEF_CL_ECON",
}
"""`EA` economic activity, `EC` with household chores."""

_CODES: Final = codes(__file__)
PROGRAMMES: Final[tuple[tuple[str, str], ...]] = _CODES["programmes"]
FULL_SPELLING: Final[dict[str, str]] = _CODES["full_spelling"]
NOTES: Final[tuple[tuple[str, str], ...]] = _CODES["notes"]
MORE_NOTES: Final[dict[str, str]] = _CODES["more_notes"]
CANDIDATES: Final[dict[str, str]] = _CODES["candidates"]

_HELD_BY: Final = ("indicator", "area", "year", "age", "source")
Held = dict[tuple[str, str, str, str, str], str]
"""Value by indicator, area, year, age and source."""


class Evidence(NamedTuple):
    """Where a survey is named: publisher, title, public address."""

    publisher: str
    title: str
    page: str


def _evidence(known: Mapping[str, Evidence], address: str) -> Evidence:
    """The publisher's own address where the material points to a file of its own."""
    if "unicef_child_labour" in address:
        return known["UNICEF_CL_2022"]
    if "ilostat" in address:
        return known["ILOSTAT_CHILDREN"]
    if not address:
        return Evidence("", "", "")
    if "kyrgyz" in address:
        office = "National Statistical Committee of the Kyrgyz Republic"
        return Evidence(office, "SDG platform, indicator 8.7.1", address)
    lists = {
        "mics.xlsx": ("UNICEF", "List of MICS surveys (copy in lnoe10/instrument_inventory)"),
        "dhs.xlsx": (
            "The DHS Program",
            "List of DHS surveys (copy in lnoe10/instrument_inventory)",
        ),
        "ihsn.xlsx": (
            "International Household Survey Network",
            "Survey catalogue (copy in lnoe10/instrument_inventory)",
        ),
    }
    publisher, named = lists[address.rsplit("/", 1)[1]]
    return Evidence(publisher, named, address)


def programme_of(survey: str, family: str) -> str:
    """The code of a survey's programme; surveys of one country and programme may be compared."""
    if family in {"MICS", "DHS"}:
        return family
    for code, pattern in PROGRAMMES:
        if re.search(pattern, survey):
            return code
    return family if family != "other" else ""


def _held() -> Held:
    """Our own total figures by indicator, area, year, age, source."""
    found: Held = {}
    for stem in ("unsd_child_labour", "unicef_child_labour_economic"):
        for row in table(TABLES / "observations" / f"{stem}.csv", Observation._fields):
            if isinstance(row, Row) and row.cells["sex"] == "T" and row.cells["dimension"] == "_T":
                i, area, year, age, source = (row.cells[column] for column in _HELD_BY)
                found[i, area, year, age, source] = row.cells["value"]
    return found


def _verdict(held: Held, row: Mapping[str, str], area: str, source: str) -> tuple[str, str]:
    """Rule and reason why the published values are not ours; both empty when they are."""
    printed = re.findall(r"(EA|EC) (\d+)_(\d+) ([\d.]+)", row["published_values"])
    ours = [
        (
            value,
            held.get((INDICATORS[source, s], area, row["year_as_published"], f"{a}-{b}", source)),
        )
        for s, a, b, value in printed
    ]
    if differ := [
        f"{mine} against {value}" for value, mine in ours if mine and not agree(mine, value)
    ]:
        return "value_differs", f"our table holds {', '.join(differ)}"
    if not any(mine for _, mine in ours):
        return "figure_not_held", "our tables hold no such figure of this country, year and age"
    return "", ""


def _note(row: Mapping[str, str], area: str) -> str:
    unnamed = not row["survey_name"]
    codes = [
        code
        for code, said in NOTES
        if said in row["note"] and not (unnamed and code.startswith("named_by"))
    ]
    more = MORE_NOTES.get(f"{area} {row['year_as_published']}")
    return " ".join(dict.fromkeys([*codes, *([more] if more else [])]))


def _survey(text: str) -> str:
    name = survey_name(text)[0] if text else ""
    for short, full in FULL_SPELLING.items():
        name = name.replace(short, full)
    return name


def datasets(material: Path) -> Iterator[Dataset]:
    """The survey behind each figure; the tables of observations must have been made before."""
    file = material / "national_surveys" / "survey_names.csv"
    held = _held()
    known = {
        code: Evidence(about.publisher, about.title, about.address)
        for code, about in catalogue.sources().items()
    }
    rows = table(file, ("iso3", "year_as_published", "table", "published_values", "survey_name"))
    found = records(rows, lambda row: _record(row, held, known))
    yield Dataset("survey_names", file, "survey_names/survey_names", found, COLUMNS, KEY)


def _record(row: Row, held: Held, known: Mapping[str, Evidence]) -> Record:
    line = row.cells
    source, year = SOURCES[line["table"]], line["year_as_published"]
    area = area_in("iso3", line["iso3"], "general")
    rule, reason = _verdict(held, line, area, source)
    if rule:
        said = " | ".join((line["iso3"], year, line["table"], line["published_values"]))
        raise Misfit("published_values", said, rule, reason)
    survey = _survey(line["survey_name"])
    cells = {
        "area": area,
        "year": year,
        "source": source,
        "survey": survey,
        "programme": programme_of(survey, line["survey_family"]),
        "evidence": line["evidence_kind"],
        "candidates": "" if survey else CANDIDATES.get(f"{area} {year}", ""),
        "note": _note(line, area),
    }
    return Record(row.place, cells | _evidence(known, line["evidence_url"])._asdict())

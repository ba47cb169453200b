"""Read what eight files say about ratifications, one candidate row a statement.

Each reader takes the curation of its file and yields the dataset, the line of the file and the row
as we would write it; it rejects what it cannot place. `treaties` says what the files are, what is
odd about them and which statement wins. Notes are codes (`data.methods.notes`), never prose.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from data.methods.notes import joined, note
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation
from loaders.sources.treaties.universal import DAY, members, statement

UN_CODES: Final = {
    "CRC": "CRC",
    "OPAC": "OPAC",
    "OPSC": "OPSC",
    "PALERMO": "PALERMO",
    "CEDAW": "CEDAW",
    "ICCPR": "ICCPR",
    "ICMW": "ICMW",
    "SLAV26": "SLAVERY_1926",
    "SLAV26A": "SLAVERY_1926_AMENDED",
    "SLAV53": "SLAVERY_1953",
    "SLAV56": "SLAVERY_1956",
}
UN_PAGES: Final = {
    "CRC": "4-11",
    "OPAC": "4-11-b",
    "OPSC": "4-11-c",
    "PALERMO": "18-12-a",
    "CEDAW": "4-8",
    "ICCPR": "4-4",
    "ICMW": "4-13",
    "SLAVERY_1926": "18-3",
    "SLAVERY_1926_AMENDED": "18-2",
    "SLAVERY_1953": "18-1",
    "SLAVERY_1956": "18-4",
}
ROMAN: Final = {"4": "IV", "18": "XVIII"}
ILO_CODES: Final = ("C029", "P029", "C105", "C138", "C182", "C081", "C129")
ILAB_COLUMNS: Final = {
    "Conventions.C_138_Ratified": "C138",
    "Conventions.C_182_Ratified": "C182",
    "Conventions.Convention_on_the_Rights_of_the_Child_Ratified": "CRC",
    "Conventions.CRC_Commercial_Sexual_Exploitation_of_Children_Ratified": "OPSC",
    "Conventions.CRC_Armed_Conflict_Ratified": "OPAC",
    "Conventions.Palermo_Ratified": "PALERMO",
}
ILAB_REPORT: Final = "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings"
DELTA87: Final = (
    ("C182", "MDG", "2001", "ratification", "madagascar"),
    ("C182", "COM", "2004", "ratification", "comoros"),
    ("C182", "UGA", "2001", "ratification", "uganda"),
    ("PALERMO", "COM", "2020", "accession", "comoros"),
)
"""Years that the Delta 8.7 dashboards show and no other file has: instrument, area, year, action
and the last part of the dashboard's address. Copied by hand, for the file is prose."""

MONTHS_STATED: Final = {("BRA", "P029"): "2025-07"}
"""Dates whose month stands in the title of the page alone: Brazil's instrument, July 2025."""

Row = dict[str, str]
Found = tuple[str, int, Row]
"""A candidate: its dataset, the line of its file and the row as we would write it."""


def lines(path: Path) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file with their line numbers."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        yield from enumerate(csv.DictReader(text), start=2)


def area_in(curation: Curation, line: int, spelling: str) -> str:
    """Our code of an area, or the empty text after rejecting the record."""
    try:
        return area_of(spelling, "treaties")
    except UnknownArea as error:
        curation.reject(line=line, value=spelling, rule="unknown_area", reason=str(error))
        return ""


def un_page(instrument: str) -> str:
    """Address of a treaty in the UN Treaty Collection."""
    number = UN_PAGES[instrument]
    chapter, rest = number.split("-", 1)
    return (
        "https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY"
        f"&mtdsg_no={ROMAN[chapter]}-{rest}&chapter={chapter}"
    )


def dated(text: str) -> str:
    """`4 Aug 1995` as `1995-08-04`; the empty text stays empty; the mark `d` (succession) goes."""
    text = text.removesuffix(" d")
    return datetime.strptime(text, "%d %b %Y").date().isoformat() if text else ""


def un_dates(curation: Curation) -> Iterator[Found]:
    for line, raw in lines(curation.file):
        instrument = UN_CODES.get(raw["treaty"])
        if instrument is None:
            continue
        area = area_in(curation, line, raw["iso3"] or raw["country"])
        if not area:
            continue
        party = bool(raw["ratification"])
        said = ""
        if party and raw["signature"] and raw["signature"] != raw["ratification"]:
            said = note("signed", dated(raw["signature"]))
        yield (
            curation.dataset,
            line,
            {
                "instrument": instrument,
                "area": area,
                "status": "ratified" if party else "signed",
                "date": dated(raw["ratification"] or raw["signature"]),
                "action": raw["action"].replace(" ", "_") if party else "signature",
                "note": said,
                "source": "UNTC_2015",
                "page": un_page(instrument),
                "as_of": "2015-03",
            },
        )


def un_years(curation: Curation) -> Iterator[Found]:
    states = {"state party": "ratified", "signatory state": "signed", "no action": "not_ratified"}
    for line, raw in lines(curation.file):
        instrument = UN_CODES.get(raw["treaty"])
        if instrument is None:
            continue
        area = area_in(curation, line, raw["iso3"] or raw["country"])
        if not area:
            continue
        status = states[raw["status"]]
        yield (
            curation.dataset,
            line,
            {
                "instrument": instrument,
                "area": area,
                "status": status,
                "date": raw["year"] if status == "ratified" else "",
                "action": "signature" if status == "signed" else "",
                "note": note("no_signature") if status == "not_ratified" else "",
                "source": "UNTC_2022",
                "page": un_page(instrument),
                "as_of": "2022-08",
            },
        )


def ilo_years(curation: Curation) -> Iterator[Found]:
    weak = curation.dataset == "normlex_secondary"
    for line, raw in lines(curation.file):
        if raw["instrument"] not in ILO_CODES:
            continue
        area = area_in(curation, line, raw["iso3"])
        if not area:
            continue
        notes = {
            "ratified": "",
            "not_ratified": note("not_listed"),
            "unknown": note("not_settled"),
        }
        date = raw["date"] or raw["year"]
        if weak:
            date = MONTHS_STATED.get((raw["iso3"], raw["instrument"]), date)
        yield (
            curation.dataset,
            line,
            {
                "instrument": raw["instrument"],
                "area": area,
                "status": raw["status"],
                "date": date,
                "action": "ratification" if raw["status"] == "ratified" else "",
                "note": joined(note("not_ilo_page") if weak else "", notes[raw["status"]]),
                "source": "NORMLEX_SECONDARY" if weak else "NORMLEX_PAGES",
                "page": raw["source_url"],
                "as_of": "",
            },
        )


def ilab_answers(curation: Curation) -> Iterator[Found]:
    """The latest yes or no of each country and treaty; older report years are not candidates."""
    latest: dict[tuple[str, str], Found] = {}
    for line, raw in lines(curation.file):
        answers = {c: raw[c] for c in ILAB_COLUMNS if raw[c] in {"Yes", "No"}}
        if not answers:
            continue
        area = area_of(raw["country"], "ilab")
        for column, answer in answers.items():
            instrument = ILAB_COLUMNS[column]
            year = raw["report_year"]
            said = "stated_ratified" if answer == "Yes" else "stated_not_ratified"
            row = {
                "instrument": instrument,
                "area": area,
                "status": "ratified" if answer == "Yes" else "not_ratified",
                "date": "",
                "action": "",
                "note": note(said, year),
                "source": "ILAB_FINDINGS",
                "page": ILAB_REPORT,
                "as_of": year,
            }
            latest[area, instrument] = (curation.dataset, line, row)
    yield from latest.values()


def delta87_years(curation: Curation) -> Iterator[Found]:
    """The years of `DELTA87`; the line is the one that holds the dashboard's addresses."""
    for instrument, area, year, action, page in DELTA87:
        row = {
            "instrument": instrument,
            "area": area,
            "status": "ratified",
            "date": year,
            "action": action,
            "note": note("dashboard_year"),
            "source": "DELTA87",
            "page": f"https://delta87.org/dashboards/{page}/",
            "as_of": "",
        }
        yield curation.dataset, 3, row


def universal(curation: Curation) -> Iterator[Found]:
    """Convention 182 for every member of the ILO, from the day the last of them ratified."""
    line, page = statement(curation.file)
    for area in members():
        row = {
            "instrument": "C182",
            "area": area,
            "status": "ratified",
            "date": "",
            "action": "",
            "note": note("all_members"),
            "source": "ILO_C182_UNIVERSAL",
            "page": page,
            "as_of": DAY,
        }
        yield curation.dataset, line, row

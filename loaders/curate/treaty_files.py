"""Read what five files say about ratifications, one candidate row a statement.

Each reader takes the curation of its file and yields the dataset, the line of the file and the row
as we would write it; it rejects what it cannot place. `treaties` says what the files are, what is
odd about them and which statement wins.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from loaders.curate.ilo_universal import members, statement
from loaders.curate.kit import Curation, UnknownArea, area_of

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

Row = dict[str, str]
Found = tuple[str, int, Row]
"""A candidate: its dataset, the line of its file and the row as we would write it."""


def _lines(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from enumerate(csv.DictReader(lines), start=2)


def _area(curation: Curation, line: int, spelling: str) -> str:
    """Our code of an area, or the empty text after rejecting the record."""
    try:
        return area_of(spelling, "treaties")
    except UnknownArea as error:
        curation.reject(line=line, value=spelling, rule="unknown_area", reason=str(error))
        return ""


def un_page(instrument: str) -> str:
    number = UN_PAGES[instrument]
    chapter, rest = number.split("-", 1)
    return (
        "https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY"
        f"&mtdsg_no={ROMAN[chapter]}-{rest}&chapter={chapter}"
    )


def _iso(text: str) -> str:
    """`4 Aug 1995` as `1995-08-04`; the empty text stays empty; the mark `d` (succession) goes."""
    text = text.removesuffix(" d")
    return datetime.strptime(text, "%d %b %Y").date().isoformat() if text else ""


def un_dates(curation: Curation) -> Iterator[Found]:
    for line, raw in _lines(curation.file):
        instrument = UN_CODES.get(raw["treaty"])
        if instrument is None:
            continue
        area = _area(curation, line, raw["iso3"] or raw["country"])
        if not area:
            continue
        party = bool(raw["ratification"])
        note = "" if party else "Signature only, as of March 2015."
        if party and raw["signature"] and raw["signature"] != raw["ratification"]:
            note = f"Signed {_iso(raw['signature'])}."
        yield (
            curation.dataset,
            line,
            {
                "instrument": instrument,
                "area": area,
                "status": "ratified" if party else "signed",
                "date": _iso(raw["ratification"] or raw["signature"]),
                "action": raw["action"].replace(" ", "_") if party else "signature",
                "note": note,
                "source": "UNTC_2015",
                "page": un_page(instrument),
            },
        )


def un_years(curation: Curation) -> Iterator[Found]:
    states = {"state party": "ratified", "signatory state": "signed", "no action": "not_ratified"}
    for line, raw in _lines(curation.file):
        instrument = UN_CODES.get(raw["treaty"])
        if instrument is None:
            continue
        area = _area(curation, line, raw["iso3"] or raw["country"])
        if not area:
            continue
        status = states[raw["status"]]
        note = "Year only; the day is not known to us." if status == "ratified" else ""
        if status == "not_ratified":
            note = "Not a party and no signature, as of August 2022."
        if status == "signed":
            note = "Signed, not a party, as of August 2022."
        yield (
            curation.dataset,
            line,
            {
                "instrument": instrument,
                "area": area,
                "status": status,
                "date": raw["year"] if status == "ratified" else "",
                "action": "signature" if status == "signed" else "",
                "note": note,
                "source": "UNTC_2022",
                "page": un_page(instrument),
            },
        )


def ilo_years(curation: Curation) -> Iterator[Found]:
    weak = curation.dataset == "normlex_secondary"
    for line, raw in _lines(curation.file):
        if raw["instrument"] not in ILO_CODES:
            continue
        area = _area(curation, line, raw["iso3"])
        if not area:
            continue
        notes = {
            "ratified": "" if raw["date"] else "Year only; the day is not known to us.",
            "not_ratified": "Not listed as ratified on the page named.",
            "unknown": "The page named does not settle it.",
        }
        note = notes[raw["status"]]
        if weak:
            note = f"Weaker evidence: not a page of the ILO. {note}".strip()
        yield (
            curation.dataset,
            line,
            {
                "instrument": raw["instrument"],
                "area": area,
                "status": raw["status"],
                "date": raw["date"] or raw["year"],
                "action": "ratification" if raw["status"] == "ratified" else "",
                "note": note,
                "source": "NORMLEX_SECONDARY" if weak else "NORMLEX",
                "page": raw["source_url"],
            },
        )


def ilab_answers(curation: Curation) -> Iterator[Found]:
    """The latest yes or no of each country and treaty; older report years are not candidates."""
    latest: dict[tuple[str, str], Found] = {}
    for line, raw in _lines(curation.file):
        answers = {c: raw[c] for c in ILAB_COLUMNS if raw[c] in {"Yes", "No"}}
        if not answers:
            continue
        area = area_of(raw["country"], "ilab")
        for column, answer in answers.items():
            instrument = ILAB_COLUMNS[column]
            year = raw["report_year"]
            said = "Stated as ratified" if answer == "Yes" else "Stated as not ratified"
            row = {
                "instrument": instrument,
                "area": area,
                "status": "ratified" if answer == "Yes" else "not_ratified",
                "date": "",
                "action": "",
                "note": f"{said} in the report for {year}; date not known to us."
                if answer == "Yes"
                else f"{said} in the report for {year}.",
                "source": "ILAB_FINDINGS",
                "page": ILAB_REPORT,
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
            "note": "Year only, from a Delta 8.7 dashboard; the day is not known to us.",
            "source": "DELTA87",
            "page": f"https://delta87.org/dashboards/{page}/",
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
            "note": "All 187 members of the ILO had ratified by 4 August 2020; "
            "this State's own date is not known to us.",
            "source": "ILO_C182_UNIVERSAL",
            "page": page,
        }
        yield curation.dataset, line, row

"""Curate who has ratified which treaty against child labour, forced labour and trafficking.

Files below `treaties/` (and `usdol/` for the last one), with what is odd about each:

* `un_treaties_2015_long.csv`: UN Treaty Collection (https://treaties.un.org), exact dates as they
  stood in March 2015. A row without a ratification date is a signature only. The 1926 convention
  holds the UN period only: what was deposited with the League of Nations is not in it.
* `un_treaties_2022_year.csv`: the same publisher, years as of August 2022, for 193 States and
  seven treaties; `no action` is an explicit "not a party". Twelve years disagree with the dated
  file, whose date is kept and the other year noted.
* `ilo_ratification_years.csv`: ILO NORMLEX (https://normlex.ilo.org), 39 countries, each row with
  the page it is from; `ilo_ratification_years_secondary.csv` is weaker evidence and says so.
* `usdol_findings.csv`: the US Department of Labor's yes or no, without a date, used last.

Order of preference for one State and one treaty: UN dates, UN years, ILO pages, weaker pages, the
Department's yes or no. One exception: a later statement of ratification beats an earlier signature,
"unknown" or "not a party". What no file states is absent: not known to us, never "not ratified".
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from loaders.curate.kit import TABLES, Curation, UnknownArea, area_of

COLUMNS: Final = ("instrument", "area", "status", "date", "action", "note", "source", "page")
KEY: Final = ("area", "instrument")
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
PREFERENCE: Final = ("untc_2015", "untc_2022", "normlex", "normlex_secondary", "ilab_ratifications")

Row = dict[str, str]
Found = tuple[str, int, Row]
"""A candidate: its dataset, the line of its file and the row as we would write it."""


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/ratifications/*.csv from the five files below `material`.

    Raises ValueError when two rows stand for one State and one treaty.
    """
    # load
    treaties = material / "treaties"
    readers: dict[str, tuple[Path, Callable[[Curation], Iterator[Found]]]] = {
        "untc_2015": (treaties / "un_treaties_2015_long.csv", _un_dates),
        "untc_2022": (treaties / "un_treaties_2022_year.csv", _un_years),
        "normlex": (treaties / "ilo_ratification_years.csv", _ilo),
        "normlex_secondary": (treaties / "ilo_ratification_years_secondary.csv", _ilo),
        "ilab_ratifications": (material / "usdol" / "usdol_findings.csv", _ilab),
    }
    curations = {d: Curation(d, path, material) for d, (path, _) in readers.items()}
    found = [row for d, (_, read) in readers.items() for row in read(curations[d])]

    # process
    groups: dict[tuple[str, str], list[Found]] = {}
    for candidate in found:
        row = candidate[2]
        groups.setdefault((row["area"], row["instrument"]), []).append(candidate)
    for group in groups.values():
        _settle(group, curations)

    # save
    for dataset, curation in curations.items():
        curation.write(f"ratifications/{dataset}", columns=COLUMNS, key=KEY, tables=tables)


def _settle(group: list[Found], curations: dict[str, Curation]) -> None:
    """Keep the best of all candidates for one State and one treaty; reject the others."""
    ranked = sorted(group, key=lambda c: (_rank(c[2]), PREFERENCE.index(c[0]), -c[1]))
    winner = ranked[0]
    for loser in ranked[1:]:
        _remark(winner[2], loser[2])
        curations[loser[0]].reject(
            line=loser[1],
            column=loser[2]["instrument"],
            value=loser[2]["date"] or loser[2]["status"],
            rule="superseded",
            reason=f"{winner[2]['source']} is preferred for {winner[2]['area']}.",
        )
    curations[winner[0]].keep(**winner[2])


def _rank(row: Row) -> int:
    """Ratified before signed before not a party before unknown; a dated 'no' is a statement."""
    return ("ratified", "signed", "not_ratified", "unknown").index(row["status"])


def _remark(winner: Row, loser: Row) -> None:
    """Add to the winner's note what the other publisher says differently."""
    if loser["status"] == "signed" and winner["status"] == "ratified":
        if loser["date"] and "Signed" not in winner["note"]:
            winner["note"] = _joined(winner["note"], f"Signed {loser['date']}.")
        return
    if loser["status"] == "signed" == winner["status"]:
        winner["note"] = "Signed, not a party, as of August 2022."
    elif loser["status"] != winner["status"]:
        if loser["source"] != winner["source"] and loser["status"] != "unknown":
            winner["note"] = _joined(winner["note"], _contradiction(loser))
    elif loser["date"] and winner["date"] and loser["date"][:4] != winner["date"][:4]:
        winner["note"] = _joined(winner["note"], f"{loser['source']} gives {loser['date']}.")


def _contradiction(loser: Row) -> str:
    word = {"not_ratified": "not a party", "ratified": "a party"}.get(loser["status"], "signed")
    return f"{loser['source']} says {word}: {loser['note'].rstrip('.')}."


def _joined(note: str, more: str) -> str:
    return note if more in note else f"{note} {more}".strip()


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


def _un_page(instrument: str) -> str:
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


def _un_dates(curation: Curation) -> Iterator[Found]:
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
                "page": _un_page(instrument),
            },
        )


def _un_years(curation: Curation) -> Iterator[Found]:
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
                "page": _un_page(instrument),
            },
        )


def _ilo(curation: Curation) -> Iterator[Found]:
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


def _ilab(curation: Curation) -> Iterator[Found]:
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

"""Instruments with their numbers and pages, areas, dates and rows, for the readers of treaties."""

from __future__ import annotations

import csv
import re
from datetime import datetime
from pathlib import Path
from typing import Final

from loaders.facts.catalogue import codes
from loaders.facts.tables import TABLES
from loaders.reading.contract import Record
from loaders.sources.shared.observations import Misfit, area_in
from loaders.sources.shared.places import place

TABLE: Final = "ratification"
COLUMNS: Final = (
    "instrument", "area", "status", "date", "action", "note", "source", "page", "as_of",
)  # fmt: skip
KEY: Final = ("area", "instrument")
_CODES: Final = codes(__file__)
ACTIONS: Final = frozenset(_CODES["actions"])

ILO_PAGES: Final[dict[str, str]] = _CODES["ilo_pages"]
UN_PAGES: Final[dict[str, str]] = _CODES["un_pages"]

ROMAN: Final = {"4": "IV", "18": "XVIII"}
FOOTNOTES: Final = re.compile(r"(\s*\[?\d{1,2}\]?\s*,?)+$")

MEMBERS: Final = 187
UN_ONLY: Final = frozenset({"AND", "BTN", "FSM", "LIE", "MCO", "NRU", "PRK"})
"""Members of the United Nations that are not members of the ILO."""

ILO_ONLY: Final = frozenset({"COK"})
"""Members of the ILO that are not members of the United Nations."""


def ilo_page(instrument: str) -> str:
    """Address of an instrument's list of ratifications in NORMLEX."""
    number = ILO_PAGES[instrument]
    return (
        "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:11300:0::NO::P11300_INSTRUMENT_ID:"
        f"{number}"
    )


def un_number(instrument: str) -> str:
    """The Collection's number of a treaty: `XVIII-12-a`."""
    chapter, _, rest = UN_PAGES[instrument].partition("-")
    return f"{ROMAN[chapter]}-{rest}"


def un_page(instrument: str) -> str:
    """Address of a treaty in the UN Treaty Collection."""
    chapter = UN_PAGES[instrument].partition("-")[0]
    return (
        "https://treaties.un.org/pages/ViewDetails.aspx?src=TREATY"
        f"&mtdsg_no={un_number(instrument)}&chapter={chapter}"
    )


def members(tables: Path = TABLES) -> list[str]:
    """Codes of the members of the ILO, sorted: those of the UN without seven, and the Cook Islands
    (https://www.ilo.org/about-ilo/member-states).

    Raises ValueError when they are not 187: the area table has changed.
    """
    with (tables / "areas" / "areas.csv").open(encoding="utf-8", newline="") as lines:
        united = {row["code"] for row in csv.DictReader(lines) if row["un_member"] == "1"}
    found = sorted((united - UN_ONLY) | ILO_ONLY)
    if len(found) != MEMBERS:
        raise ValueError(f"{len(found)} members of the ILO instead of {MEMBERS}: check areas.csv")
    return found


def area_named(name: str, column: str) -> str:
    """Our area for a participant's name; footnote numbers behind it go. Raises Misfit."""
    reason = "No table of ours knows this area."
    return area_in(column, name, "treaties", reason, _without_footnotes)


def _without_footnotes(name: str, family: str) -> str:
    return place(FOOTNOTES.sub("", name).strip(), family)


def iso_date(text: str, column: str) -> str:
    """`2000-05-30` from `30 May 2000`, the date alone; empty stays empty. Raises Misfit."""
    if not text:
        return ""
    for form in ("%d %b %Y", "%d %B %Y", "%Y-%m-%d", "%d-%b-%Y"):
        try:
            return datetime.strptime(text.replace("Sept ", "Sep "), form).date().isoformat()
        except ValueError:
            continue
    raise Misfit(column, text, "date_form", "A date is written like 30 May 2000.")


def ratification(at: str, **cells: str) -> Record:
    """A record of the table of ratifications; action, date, note and `as_of` may be left out."""
    empty = dict.fromkeys(("status", "date", "action", "note", "as_of"), "")
    return Record(at, empty | cells, TABLE)

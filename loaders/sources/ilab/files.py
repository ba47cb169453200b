"""Read the files of the US Department of Labor's findings on the worst forms of child labour.

Publisher: US Department of Labor, Bureau of International Labor Affairs (ILAB),
https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings. Report years 2014,
2016 to 2020 and 2022; a report names the year it covers. Text cells carry marks (`*`, `†`, `‡`)
that point to footnotes the files do not hold: the mark is kept in our note, the value is read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from loaders.sources.shared.areas import area_of

REPORT_PAGE: Final = "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/findings"
MARKS: Final = "*†‡"
ANSWERS: Final = {
    "yes": "yes",
    "no": "no",
    "unknown": "unknown",
    "unavailable": "unknown",
    "n/a": "not_applicable",
    "na": "not_applicable",
    "not applicable": "not_applicable",
}


def findings(folder: Path) -> Iterator[tuple[int, dict[str, str], str]]:
    """Each country and report year: line of the file, its cells, our area code."""
    with (folder / "usdol_findings.csv").open(encoding="utf-8-sig", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            yield line, row, area_of(row["country"], "ilab")


def pages(folder: Path) -> dict[str, str]:
    """The country page the two original reports name, by our area code; the newer one wins."""
    found: dict[str, str] = {}
    for name in ("countries_report2020.xml", "countries_report2022.xml"):
        for country in ElementTree.parse(folder / name).getroot():
            page = country.findtext("Webpage", "").strip()
            if page:
                found[area_of(country.findtext("Name", ""), "ilab")] = page
    return found


def unmarked(cell: str) -> tuple[str, str]:
    """A cell without its footnote marks, and the marks: `15‡` is `15` and `‡`."""
    marks = "".join(sign for sign in MARKS if sign in cell)
    bare = re.sub(f"[{re.escape(MARKS)}]", "", cell).strip()
    return bare, marks


def answer(cell: str) -> str | None:
    """yes, no, unknown or not_applicable; None when the cell says something else."""
    return ANSWERS.get(unmarked(cell)[0].casefold())

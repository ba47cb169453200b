"""Walk Free, Global Slavery Index 2016, 2018 and 2023: modelled national estimates.

Publisher: Walk Free (Minderoo Foundation). Address: https://www.walkfree.org/global-slavery-index/
Format: one CSV an edition, one line a country; reference years 2016, 2016 and 2021.
The method changed with each edition, so each has indicators of its own. The estimates are not
official statistics; all rights reserved, quoted with attribution.
Quirks seen 2026-11-21: prevalence is a percentage in 2016 and per 1,000 people afterwards; the
2018 file prints `<1,000` for three small populations (kept as suppressed); 19 countries of 2018
and 20 of 2023 stand without an estimate (kept as not collected), some with a government score; in
2016 a response rank of 0 stands for countries that were not rated; the 2016 file ends with two
blank lines and a footnote.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final, NamedTuple

from loaders.facts.tables import TABLES
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Curation


class Edition(NamedTuple):
    """One edition: its file, the year its figures refer to, and column -> (indicator, unit)."""

    year: int
    file: str
    reference: int
    columns: dict[str, tuple[str, str]]


EDITIONS: Final = (
    Edition(
        2016,
        "gsi_2016_slavery_2016.csv",
        2016,
        {
            "ESTIMATED PROPORTION OF POPULATION IN MODERN SLAVERY": ("RATE", "PERCENT"),
            "ESTIMATED NUMBER IN MODERN SLAVERY": ("NUMBER", "PERSONS"),
            "Mean Vulnerability ": ("VULNERABILITY", "INDEX"),
            "Total score (AA - AC)": ("RESPONSE", "INDEX"),
        },
    ),
    Edition(
        2018,
        "gsi_2018_summary.csv",
        2016,
        {
            "Est. prevalence of population in modern slavery (victims per 1,000 population)": (
                "RATE",
                "PER_1000",
            ),
            "Est. number of people in modern slavery": ("NUMBER", "PERSONS"),
            "Final overall (normalised, weighted) vulnerability score": ("VULNERABILITY", "INDEX"),
            "TOTAL": ("RESPONSE", "INDEX"),
        },
    ),
    Edition(
        2023,
        "gsi_2023_summary.csv",
        2021,
        {
            "Estimated prevalence of modern slavery per 1,000 population": ("RATE", "PER_1000"),
            "Estimated number of people in modern slavery": ("NUMBER", "PERSONS"),
            "Total Vulnerability score (%)": ("VULNERABILITY", "INDEX"),
            "Government response total (%)": ("RESPONSE", "INDEX"),
        },
    ),
)
NAME: Final = {
    "RATE": "WF_MODERN_SLAVERY_{}_RATE",
    "NUMBER": "WF_MODERN_SLAVERY_{}_NUMBER",
    "VULNERABILITY": "WF_VULNERABILITY_{}",
    "RESPONSE": "WF_RESPONSE_{}",
}


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write observations/walkfree_2016, walkfree_2018 and walkfree_2023."""
    for edition in EDITIONS:
        dataset = f"walkfree_{edition.year}"
        work = Curation(dataset, material / "gsi" / edition.file, material)

        # load
        with work.file.open(encoding="utf-8-sig", newline="") as lines:
            records = list(enumerate(csv.DictReader(lines), 2))

        # process
        for line, row in records:
            if row["Country"]:
                country_figures(work, edition, line, row)

        # save
        work.write(f"observations/{dataset}", tables=tables)


def country_figures(work: Curation, edition: Edition, line: int, row: dict[str, str]) -> None:
    """The four figures of one country, or four rejects when its name is unknown."""
    try:
        area = _area(row["Country"])
    except UnknownArea as unknown:
        for column in edition.columns:
            work.reject(
                line=line, column=column, value=row["Country"], rule="unknown_area",
                reason=str(unknown),
            )  # fmt: skip
        return
    for column, (what, unit) in edition.columns.items():
        text = row[column].strip()
        suppressed = text.startswith("<")
        scored = what == "RESPONSE"
        work.observe(
            indicator=NAME[what].format(edition.year),
            area=area,
            year=edition.reference,
            age="_T",
            value="" if suppressed else text.removesuffix(".0"),
            unit=unit,
            status="Q" if suppressed else "L" if not text else "A" if scored else "E",
            nature="" if scored else "M",
            suppressed=text if suppressed else "",
            note="" if text else "The edition names the country without this figure.",
            source=f"WALK_FREE_GSI_{edition.year}",
            vintage=str(edition.year),
        )


def _area(spelling: str) -> str:
    """Our code for a country name, from the index's own spellings or the general ones."""
    try:
        return area_of(spelling, "walkfree")
    except UnknownArea:
        return area_of(spelling, "general")

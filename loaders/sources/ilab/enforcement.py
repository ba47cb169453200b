"""Curate the numbers of labour inspection and criminal enforcement in the US findings.

Publisher, address and format: see `ilab_files`. The year of a figure is the report year. "Unknown"
and "Unavailable" mean that the figure was not reported; "N/A" that it cannot exist; neither is
zero, and a published zero stays a zero. Amounts such as `$1.1 million` are converted exactly and
noted, because the publisher had rounded them. 2016 alone splits off desk reviews and dedicated
inspectors; 2022 no longer counts worksite inspections and criminal violations.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Final

from loaders.facts.tables import TABLES
from loaders.sources.ilab.files import findings, unmarked
from loaders.sources.shared.curation import Curation

FIGURES: Final = {
    "Labor_Funding": ("ILAB_INSPECTORATE_FUNDING", "USD"),
    "Labor_Inspectors": ("ILAB_INSPECTORS", "PERSONS"),
    "Dedicated_Labor_Inspectors": ("ILAB_DEDICATED_INSPECTORS", "PERSONS"),
    "Labor_Inspections": ("ILAB_INSPECTIONS", "COUNT"),
    "Labor_Worksite_Inspections": ("ILAB_WORKSITE_INSPECTIONS", "COUNT"),
    "Labor_Desk_Review_Inspections": ("ILAB_DESK_INSPECTIONS", "COUNT"),
    "Labor_Violations": ("ILAB_VIOLATIONS", "COUNT"),
    "Labor_Penalties_Imposed": ("ILAB_PENALTIES_IMPOSED", "COUNT"),
    "Labor_Penalties_Collected": ("ILAB_PENALTIES_COLLECTED", "COUNT"),
    "Criminal_Investigations": ("ILAB_INVESTIGATIONS", "COUNT"),
    "Criminal_Violations": ("ILAB_CRIMINAL_VIOLATIONS", "COUNT"),
    "Criminal_Prosecutions": ("ILAB_PROSECUTIONS", "COUNT"),
    "Criminal_Convictions": ("ILAB_CONVICTIONS", "COUNT"),
}
ABSENT: Final = {
    "unknown": "O",
    "unavailable": "O",
    "n/a": "M",
    "na": "M",
    "not applicable": "M",
}
AMOUNT: Final = re.compile(r"\$?(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<million>million)?", re.I)


def curate(material: Path, tables: Path = TABLES) -> None:
    """Write data/tables/observations/ilab_findings.csv from the findings below `material`/usdol.

    Raises ValueError when a figure stands twice for a country and report year.
    """
    # load
    folder = material / "usdol"
    curation = Curation("ilab_findings", folder / "usdol_findings.csv", material)

    # process
    for line, row, area in findings(folder):
        country_figures(curation, line, row, area)

    # save
    curation.write("observations/ilab_findings", tables=tables)


def country_figures(curation: Curation, line: int, row: dict[str, str], area: str) -> None:
    """Keep the figures of one country in one report, or reject what holds no number."""
    for tag, (indicator, unit) in FIGURES.items():
        column = f"Enforcements.{tag}"
        cell = row[column].strip()
        if not cell and not _split_by_territory(row):
            continue
        read = _read(cell)
        if read is None:
            curation.reject(
                line=line,
                column=column,
                value=cell,
                rule="garbage_value" if cell else "blank_several_territories",
                reason="The cell holds no number and no word for its absence."
                if cell
                else "The report splits this country by territory; no national figure.",
            )
            continue
        value, status, note = read
        curation.observe(
            indicator=indicator,
            area=area,
            year=row["report_year"],
            age="_T",
            value=value,
            unit=unit,
            status=status,
            note=note,
            source="ILAB_FINDINGS",
            vintage=row["report_year"],
        )


def _split_by_territory(row: dict[str, str]) -> bool:
    return row["multiple_territories"] == "Yes" and bool(row["Mechanisms.Coordination"])


def _read(cell: str) -> tuple[str, str, str] | None:
    """Value, status and note of a cell; None when it is neither a number nor a known absence."""
    bare, marks = unmarked(cell)
    note = f"Marked {marks} by the publisher." if marks else ""
    status = ABSENT.get(bare.casefold())
    if status is not None:
        if bare.casefold() == "unavailable":
            note = f"Published as unavailable. {note}".strip()
        return "", status, note
    found = AMOUNT.fullmatch(bare)
    if found is None:
        return None
    number = Decimal(found["number"].replace(",", ""))
    if found["million"]:
        number *= 1_000_000
        note = f"Published as {bare}. {note}".strip()
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text), "A", note

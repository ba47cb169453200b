"""Curate what Walk Free found of governments' responses in its edition of 2023.

Publisher: Walk Free (Minderoo Foundation), https://www.walkfree.org/global-slavery-index/downloads/
Format: the workbook of the edition, sheet `Govt response - Indicators`: a line a country, a column
a question (`M2134`: milestone 2, activity 1.3, question 4), 1 for met, 0 for not met. Taken are the
questions of `response.toml`, each for the rows of the monitoring framework that it speaks of: most
are on modern slavery as a whole, and so speak of forced labour and of trafficking. What a question
asked is the note of its rows, by its number. One organisation's coding as of 31 August 2022; "no"
means that it saw no evidence. Ratifications stand in the treaty collections, which are preferred.
Quirks seen 2026-11: countries in conflict are in the sheet without answers, or not at all; names
follow the publisher's spelling; notes stand below the last country.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.methods.notes import note
from loaders.facts.catalogue import document
from loaders.reading.admit import validate_file
from loaders.reading.contract import Record, Refusal
from loaders.reading.files import workbook_rows
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.framework import framework_value, framework_values
from loaders.sources.shared.observations import Misfit, Row, area_in, coded, from_each, table_rows
from loaders.sources.shared.places import place

FILE: Final = "2023-Global-Slavery-Index-Data.xlsx"
SHEET: Final = "Govt response - Indicators"
PAGE: Final = "https://www.walkfree.org/global-slavery-index/downloads/"
TITLE: Final = "Global Slavery Index 2023, government response: {}"
QUESTIONS: Final[dict[str, list[str]]] = document("response", Path(__file__).parent)["questions"]
"""Each question taken, and the indicators of the framework that it speaks of."""

ANSWERS: Final = {"1": "yes", "0": "no"}
RATIFICATIONS: Final = frozenset({"M2162"})
CANNOT_RATIFY: Final = frozenset({"Kosovo", "Taiwan"})
"""Whose 0 for a treaty is no answer: the workbook says that they are unable to ratify."""

AS_OF: Final = "2022"
READ: Final = "2026-11-27"


def datasets(material: Path) -> Iterator[Dataset]:
    """The answers, of the workbook below `material`/gsi. Raises FileRefused."""
    file = material / "gsi" / FILE
    rows = workbook_rows(validate_file(file), SHEET)
    header = next(cells for _, cells in rows if "Country" in cells)
    lines = ((number, cells[: len(header)]) for number, cells in rows)
    countries = table_rows(_with(header, lines), FILE, ("Country", *QUESTIONS), within=SHEET)
    yield framework_values("walkfree_response", file, from_each(countries, _answers))


def _with(
    header: list[str], lines: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    """The header, then the lines of countries: what stands below them names no country."""
    yield 0, header
    yield from (line for line in lines if all(cell.strip() for cell in (*line[1], "", "")[:2]))


def _answers(row: Row) -> Iterator[Record | Refusal]:
    country = row.cells["Country"]
    area = area_in("Country", country, "walkfree", resolve=place)
    if not any(row.cells[question].strip() for question in QUESTIONS):
        reason = "The sheet names the country without an answer."
        raise Misfit("Country", country, "not_assessed", reason)
    for question, indicators in QUESTIONS.items():
        if question in RATIFICATIONS and country in CANNOT_RATIFY:
            reason = "The publisher says that it is unable to ratify conventions."
            yield Refusal(row.place, question, country, "cannot_ratify", reason)
            continue
        value = coded(ANSWERS, question, row.cells[question], "Neither 1 nor 0.")
        for indicator in indicators:
            yield framework_value(
                row.place,
                area=area,
                indicator=indicator,
                year=AS_OF,
                view="walk_free",
                source_title=TITLE.format(question),
                value=value,
                note=note("walk_free_asked", question),
                checked=READ,
                page=PAGE,
            )

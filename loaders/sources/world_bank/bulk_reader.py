"""World Bank: bulk files, the zip of one series and the zip of all World Development Indicators.

Publisher: World Bank. Addresses: https://api.worldbank.org/v2/country/all/indicator/
SL.TLF.0714.ZS?downloadformat=csv and https://databank.worldbank.org/data/download/WDI_CSV.zip.
Format: a zip with `API_<code>_DS2_en_csv_v2_<number>.csv` and two Metadata_ files, or with
WDICSV.csv (before 2023: WDIData.csv) and others; one line an area and series, one column a year.
Quirks as of 2026-11:
- the file of one series has four lines above its header: source and day of the last update,
  which is the vintage unless the operator names one; WDICSV.csv has none, so he must;
- lines end with a comma, so that the header has an empty last column;
- an empty cell only fills the grid up and is no record; a line out of scope is one refusal;
- WDIfootnote.csv (WDIFootNote.csv) names the survey behind a figure: kept as its note;
- a CSV taken out of the zip is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from loaders.reading.contract import FileRefused, Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.sources.shared.observations import (
    Misfit,
    Row,
    from_each,
    joined,
    member_rows,
    table_rows,
    vintage_of,
)
from loaders.sources.world_bank.codes import SOURCE, area_of_code, is_held, record_of, series_of

_NEEDED: Final = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")
_DATA_MEMBER: Final = re.compile(r"(?:.*/)?(?:API_[^/]+|WDICSV|WDIData)\.csv", re.IGNORECASE)
_FOOTNOTES: Final = re.compile(r"(?:.*/)?(?:WDI)?FootNotes?\.csv", re.IGNORECASE)
_YEAR: Final = re.compile(r"\d{4}")
_PREAMBLE_ROWS: Final = 4
_PREAMBLE: Final = ["Data Source", "World Development Indicators"]

Lines = Iterator[tuple[int, list[str]]]
Notes = Mapping[tuple[str, str, str], str]
"""Footnotes by country, series and year."""
NO_NOTES: Final[Notes] = {}


def _recognises(sample: Sample) -> bool:
    """A zip with the Bank's data member, or a CSV that starts as it does."""
    if sample.kind == "zip":
        return any(_DATA_MEMBER.fullmatch(member) for member in sample.members)
    header = header_of(sample)
    return header[:2] == _PREAMBLE or header[: len(_NEEDED)] == list(_NEEDED)


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """A record or refusal for every filled cell; one refusal for a line out of scope."""
    sample = opened.sample
    if sample.kind != "zip":
        yield from _table(csv_rows(sample), opened, "")
        return
    for member in sample.members:
        if _DATA_MEMBER.fullmatch(member):
            notes = _footnotes(sample)
            yield from _table(member_rows(sample, member), opened, f"member {member}", notes)


def _footnotes(sample: Sample) -> Notes:
    """The footnotes of the series that are taken; none when the zip has no member with them."""
    notes: dict[tuple[str, str, str], str] = {}
    for member in sample.members:
        if not _FOOTNOTES.fullmatch(member):
            continue
        for _, cells in member_rows(sample, member):
            # Its column names differ between releases, their order does not.
            country, series, year, text, *_ = (*cells, "", "", "", "")
            key = (country, series, year.upper().removeprefix("YR"))
            if is_held(series):
                notes[key] = joined(notes.get(key, ""), text)
    return notes


def _table(
    rows: Lines, opened: Opened, within: str, notes: Notes = NO_NOTES
) -> Iterator[Record | Refusal]:
    name = opened.sample.path.name
    header, updated = _header(rows, name, within)
    vintage = vintage_of(opened, updated)
    lines = table_rows(chain([header], rows), name, _NEEDED, within=within)
    return from_each(lines, lambda row: _line(row, opened, vintage, notes))


def _header(rows: Lines, name: str, within: str) -> tuple[tuple[int, list[str]], str]:
    """The header row, found below the preamble, and the day of the last update."""
    updated = ""
    for _, (number, cells) in zip(range(_PREAMBLE_ROWS), rows, strict=False):
        if cells[0] == "Last Updated Date" and len(cells) > 1:
            updated = cells[1]
        if "Country Code" in cells:
            return (number, cells), updated
    rule = "the header with Country Code is not among the first lines"
    raise FileRefused(name, within, rule, "Fetch the World Bank's unchanged file.")


def _line(row: Row, opened: Opened, vintage: str, notes: Notes) -> Iterator[Record | Refusal]:
    filled = {c: v.strip() for c, v in row.cells.items() if _YEAR.fullmatch(c) and v.strip()}
    code, country = row.cells["Indicator Code"].strip(), row.cells["Country Code"].strip()
    series = series_of(code)
    for year, value in filled.items():
        place = f"{row.place}, column {year}"
        try:
            area = area_of_code(country)
        except Misfit as misfit:
            yield misfit.at(place)
        else:
            own = {"source": opened.source, "note": notes.get((country, code, year), "")}
            yield record_of(place, series, area, year, value, vintage, **own)


SIGNS: Final = "Country_Name Country_Code Indicator_Name Indicator_Code"
FORMAT: Final = Format("worldbank-bulk", "1", SOURCE, _recognises, _read, SIGNS)

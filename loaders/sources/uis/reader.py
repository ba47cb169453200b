"""UNESCO Institute for Statistics: the national data of its bulk files.

Publisher: UNESCO Institute for Statistics. Address:
https://databrowser.uis.unesco.org/resources/bulk, files at
https://download.uis.unesco.org/bdds/202602/SDG.zip (and OPRI.zip; 202602 is the release).
Format: CSV SDG_DATA_NATIONAL.csv, alone or in its zip, one line an indicator, country and year:
INDICATOR_ID, COUNTRY_ID, YEAR, VALUE, MAGNITUDE, QUALIFIER.
Quirks as of 2026-11:
- column names are in capitals until 2024, in small letters from 2025 on;
- indicators have dots (`ROFST.1.F.CP`); our codes are those of the edition that we curated from,
  where a sex of its own is no indicator of its own;
- MAGNITUDE says what a blank value means: `NA` not applicable, `NIL` nil or negligible (mostly
  with the value 0), `INCLUDED` counted elsewhere; QUALIFIER marks estimates (`UIS_EST`, `NAT_EST`);
- values have five decimals here, where the edition that we curated from has single-precision
  tails (3.06517 against 3.065170049667358);
- years before 1990 and other indicators are out of scope: no survey on child labour falls in them;
- the zip's SDG_METADATA.csv says of a figure which survey it rests on: kept as its note;
- the release stands in the name of a README only: the operator names the vintage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.sources.shared.observations import (
    Misfit,
    Row,
    area_in,
    coded,
    joined,
    member_rows,
    observation,
    reading_of,
    records,
    table_rows,
    vintage_of,
)

SOURCE: Final = "UIS_2024"
FIRST_YEAR: Final = 1990
MEASURES: Final = {
    f"{stem}{suffix}.CP": (stem.replace(".", "_"), sex, unit)
    for stem, unit in (
        ("ROFST.1", "PERCENT"),
        ("ROFST.2", "PERCENT"),
        ("ROFST.3", "PERCENT"),
        ("OFST.1", "PERSONS"),
    )
    for suffix, sex in (("", "T"), (".F", "F"), (".M", "M"))
}
"""UIS indicator to ours, sex and unit: rates by level, and the number at primary age."""
_NO_AREA: Final = "The area is no country or territory that we know."
_NEEDED: Final = ("indicator_id", "country_id", "year", "value", "magnitude", "qualifier")
_MEMBER: Final = re.compile(r"(?:.*/)?([A-Z]+)_DATA_NATIONAL\.csv", re.IGNORECASE)
_REMARKS: Final = ("indicator_id", "country_id", "year", "type", "metadata")
_ESTIMATES: Final = {"": "", "UIS_EST": "UIS estimate", "NAT_EST": "National estimate"}
_MAGNITUDES: Final = {
    "": ("O", ""),
    "NA": ("M", "Not applicable"),
    "NIL": ("O", "Magnitude nil or negligible"),
    "INCLUDED": ("O", "Included in another category"),
    "INCLUDES": ("A", "Includes another category"),
}
"""UIS magnitude to the status of a blank value and a note in our words."""

Numbered = Iterator[tuple[int, list[str]]]
Notes = Mapping[tuple[str, str, str], str]
"""What UIS says of a figure, by indicator, country and year."""
NO_NOTES: Final[Notes] = {}


def _recognises(sample: Sample) -> bool:
    """A zip with a national data member, or a CSV with its header."""
    if sample.kind == "zip":
        return any(_MEMBER.fullmatch(member) for member in sample.members)
    return {*_NEEDED} <= {column.casefold() for column in header_of(sample)}


def _read(opened: Opened) -> Iterator[Record | Refusal]:
    """A record or refusal for every line."""
    vintage = vintage_of(opened)
    sample = opened.sample
    if sample.kind != "zip":
        yield from _table(csv_rows(sample), opened, vintage, "")
        return
    for member in sample.members:
        if found := _MEMBER.fullmatch(member):
            notes = _notes(sample, f"{found[1]}_METADATA.csv")
            rows = member_rows(sample, member)
            yield from _table(rows, opened, vintage, f"member {member}", notes)


def _table(
    rows: Numbered, opened: Opened, vintage: str, within: str, notes: Notes = NO_NOTES
) -> Iterator[Record | Refusal]:
    source = opened.source or SOURCE
    lines = table_rows(_lower_header(rows), opened.sample.path.name, _NEEDED, within=within)
    return records(lines, lambda row: record_of(row, source, vintage, notes))


def _lower_header(rows: Numbered) -> Numbered:
    for number, header in rows:
        yield number, [cell.casefold() for cell in header]
        break
    yield from rows


def _notes(sample: Sample, wanted: str) -> Notes:
    """The notes of the metadata member, of the indicators that are taken; none without one."""
    notes: dict[tuple[str, str, str], str] = {}
    for member in sample.members:
        if member.rpartition("/")[2].casefold() != wanted.casefold():
            continue
        rows = _lower_header(member_rows(sample, member))
        for row in table_rows(rows, sample.path.name, _REMARKS, within=f"member {member}"):
            if isinstance(row, Row) and row.cells["indicator_id"].strip() in MEASURES:
                code, country, year, kind, text = (row.cells[name].strip() for name in _REMARKS)
                note = f"{kind}: {text}" if kind else text
                notes[code, country, year] = joined(notes.get((code, country, year), ""), note)
    return notes


def record_of(row: Row, source: str, vintage: str, notes: Notes = NO_NOTES) -> Record:
    """The observation of one line, its cells named as in `_NEEDED`. Raises Misfit."""
    cells = row.cells
    code = cells["indicator_id"].strip()
    reason = "The indicator is not one that the store holds."
    indicator, sex, unit = coded(MEASURES, "INDICATOR_ID", code, reason, "out_of_scope")
    year = cells["year"].strip()
    if year.isascii() and year.isdigit() and len(year) == 4 and int(year) < FIRST_YEAR:
        reason = f"Years before {FIRST_YEAR} are not held."
        raise Misfit("YEAR", year, "out_of_scope", reason)
    unknown = "The code has no counterpart in our scheme of"
    named, marked = cells["magnitude"].strip(), cells["qualifier"].strip()
    why, magnitude = coded(_MAGNITUDES, "MAGNITUDE", named, f"{unknown} MAGNITUDE.")
    estimate = coded(_ESTIMATES, "QUALIFIER", marked, f"{unknown} QUALIFIER.")
    country = cells["country_id"].strip()
    reading = reading_of(cells["value"], "E" if estimate else "A")
    return observation(
        row.place,
        indicator=indicator,
        area=area_in("COUNTRY_ID", country, "uis", _NO_AREA),
        year=year,
        sex=sex,
        value=reading.value.removesuffix(".0"),
        unit=unit,
        status=why if reading.status == "O" and why == "M" else reading.status,
        suppressed=reading.suppressed,
        note=joined(reading.note, magnitude, estimate, notes.get((code, country, year), "")),
        source=source,
        vintage=vintage,
    )


FORMAT: Final = Format("uis-bulk", "1", SOURCE, _recognises, _read, " ".join(_NEEDED))

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
from typing import Final, TypeVar

from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of, rows_of, zip_text
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.observations import (
    Misfit,
    Row,
    joined,
    observation,
    reading_of,
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
_NEEDED: Final = ("indicator_id", "country_id", "year", "value", "magnitude", "qualifier")
_MEMBER: Final = re.compile(r"(?:.*/)?([A-Z]+)_DATA_NATIONAL\.csv", re.IGNORECASE)
_REMARKS: Final = ("indicator_id", "country_id", "year", "type", "metadata")
_ESTIMATES: Final = {"UIS_EST": "UIS estimate", "NAT_EST": "National estimate"}
_MAGNITUDES: Final = {
    "NA": ("M", "Not applicable"),
    "NIL": ("O", "Magnitude nil or negligible"),
    "INCLUDED": ("O", "Included in another category"),
    "INCLUDES": ("A", "Includes another category"),
}
"""UIS magnitude to the status of a blank value and a note in our words."""

T = TypeVar("T")
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
            rows = _member_rows(sample, member)
            yield from _table(rows, opened, vintage, f"member {member}", notes)


def _table(
    rows: Numbered, opened: Opened, vintage: str, within: str, notes: Notes = NO_NOTES
) -> Iterator[Record | Refusal]:
    name = opened.sample.path.name
    source = opened.source or SOURCE
    for row in table_rows(_lower_header(rows), name, _NEEDED, within=within):
        if isinstance(row, Refusal):
            yield row
            continue
        try:
            yield record_of(row, source, vintage, notes)
        except Misfit as misfit:
            yield misfit.at(row.place)


def _lower_header(rows: Numbered) -> Numbered:
    for number, header in rows:
        yield number, [cell.casefold() for cell in header]
        break
    yield from rows


def _member_rows(sample: Sample, member: str) -> Numbered:
    return rows_of(zip_text(sample, member), f"{sample.path.name}, member {member}")


def _notes(sample: Sample, wanted: str) -> Notes:
    """The notes of the metadata member, of the indicators that are taken; none without one."""
    notes: dict[tuple[str, str, str], str] = {}
    for member in sample.members:
        if member.rpartition("/")[2].casefold() != wanted.casefold():
            continue
        rows = _lower_header(_member_rows(sample, member))
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
    measure = MEASURES.get(code)
    if measure is None:
        reason = "The indicator is not one that the store holds."
        raise Misfit("INDICATOR_ID", code, "out_of_scope", reason)
    year = cells["year"].strip()
    if year.isascii() and year.isdigit() and len(year) == 4 and int(year) < FIRST_YEAR:
        reason = f"Years before {FIRST_YEAR} are not held."
        raise Misfit("YEAR", year, "out_of_scope", reason)
    indicator, sex, unit = measure
    why, magnitude = _known(_MAGNITUDES, "MAGNITUDE", cells["magnitude"], ("O", ""))
    estimate = _known(_ESTIMATES, "QUALIFIER", cells["qualifier"], "")
    country = cells["country_id"].strip()
    reading = reading_of(cells["value"], "E" if estimate else "A")
    return observation(
        row.place,
        indicator=indicator,
        area=_area(country),
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


def _known(codes: Mapping[str, T], column: str, cell: str, absent: T) -> T:
    code = cell.strip()
    if not code:
        return absent
    if code not in codes:
        reason = f"The code has no counterpart in our scheme of {column}."
        raise Misfit(column, code, "unknown_code", reason)
    return codes[code]


def _area(code: str) -> str:
    try:
        return area_of(code, "uis")
    except UnknownArea as error:
        reason = "The area is no country or territory that we know."
        raise Misfit("COUNTRY_ID", code, "unknown_area", reason) from error


FORMAT: Final = Format("uis-bulk", "1", SOURCE, _recognises, _read, " ".join(_NEEDED))

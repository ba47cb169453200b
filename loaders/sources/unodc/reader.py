"""UNODC GLOTIP workbook: detected victims and the criminal justice chain.

Publisher: United Nations Office on Drugs and Crime.
Address: https://dataunodc.un.org/dp-trafficking-persons (Download). Format: XLSX, one sheet.
What is taken, and which rules settle records that share a key, is told in
`loaders.sources.unodc.codes`; records that are not taken are refused with rule `out_of_scope`.
Quirks as of 2026-11:
- the header stands anywhere in the first ten rows: on row 3 in the files of 2023 and 2025, below
  the publisher's address and the date of the release (`28/10/2025`);
- the layout of 2023 has numbers in a column VALUE, that of 2025 text in txtVALUE (`1,373`, `<5`);
- columns may stand in another order, and the sheet declares a size of one cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import Final

from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import workbook_rows
from loaders.sources.shared.observations import NAME_IT, vintage_of
from loaders.sources.unodc.codes import COLUMNS, SOURCE, Candidate, Cells, candidate_of, settled

HEADER_WITHIN: Final = 10
VALUE: Final = "txtVALUE"
OLDER_VALUE: Final = "VALUE"
DATE: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(20\d{2})|(20\d{2})-(\d{2})-(\d{2})(?: 00:00:00)?")
FEW: Final = frozenset(COLUMNS) - {VALUE, "Source", "Region", "Subregion"}


def _recognises(sample: Sample) -> bool:
    """By the header in the first rows of the first sheet."""
    if sample.kind not in {"xlsx", "xls"}:
        return False
    first = takewhile(lambda row: row[0] <= HEADER_WITHIN, workbook_rows(sample))
    return any(_is_header(cells) for _, cells in first)


def read(opened: Opened) -> Iterator[Record | Refusal]:
    """Its records, by key: a key may stand on several rows. Raises FileRefused."""
    rows = workbook_rows(opened.sample)
    header, stated = _preamble(rows, opened.sample)
    release = "" if opened.options.get("vintage") else _day(stated, opened.sample)
    vintage, source = vintage_of(opened, release), opened.source or SOURCE
    groups: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    for line, row in _records(rows, header):
        found = candidate_of(line, row, source, vintage)
        if isinstance(found, Refusal):
            yield found
        else:
            groups[found.key].append(found)
    for group in groups.values():
        yield from settled(group)


def _is_header(cells: list[str]) -> bool:
    names = {cell.strip() for cell in cells}
    return names >= FEW and bool(names & {VALUE, OLDER_VALUE})


def _preamble(rows: Iterator[tuple[int, list[str]]], sample: Sample) -> tuple[list[str], str]:
    """The header, and the date above it as it is written (else empty). Raises FileRefused."""
    release = ""
    for number, cells in rows:
        if _is_header(cells):
            return [VALUE if c.strip() == OLDER_VALUE else c.strip() for c in cells], release
        if number >= HEADER_WITHIN:
            break
        release = next((c.strip() for c in cells if DATE.fullmatch(c.strip())), release)
    rule = f"no row holds the columns {', '.join(c for c in COLUMNS if c in FEW)}"
    again = "Fetch the workbook again from dataunodc.un.org."
    raise sample.refused(rule, again, f"first {HEADER_WITHIN} rows")


def _day(stated: str, sample: Sample) -> str:
    """The date of the release as ISO text; empty when none is stated. Raises FileRefused.

    A spreadsheet of American settings writes the month first, which is no day of the calendar.
    """
    found = DATE.fullmatch(stated)
    if found is None:
        return ""
    day, month, year, *iso = found.groups()
    parts = (year, month, day) if year else iso
    try:
        return date(*map(int, parts)).isoformat()
    except ValueError as error:
        raise sample.refused(f"the date {stated} is no day/month/year", NAME_IT) from error


def _records(
    rows: Iterator[tuple[int, list[str]]], header: list[str]
) -> Iterator[tuple[int, Cells]]:
    """Row number and cells by column name, whatever their order; empty rows are none."""
    for number, cells in rows:
        if any(cells):
            row = dict(zip(header, cells, strict=False))
            yield number, {c: row.get(c, "") for c in COLUMNS}


SIGNS: Final = "Iso3_code Country Indicator Dimension Category Sex Age Year txtVALUE"
FORMAT: Final = Format("unodc-glotip", "1", SOURCE, _recognises, read, SIGNS)

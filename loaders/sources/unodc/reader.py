"""UNODC GLOTIP workbook: detected victims and the criminal justice chain.

Publisher: United Nations Office on Drugs and Crime.
Address: https://dataunodc.un.org/dp-trafficking-persons (Download). Format: XLSX, one sheet.
What is taken, and which rules settle records that share a key, is told in
`loaders.sources.unodc.codes`, whose functions are used here; records that are not taken are refused
with rule `out_of_scope`. Quirks as of 2026-11:
- the header stands anywhere in the first ten rows: on row 3 in the files of 2023 and 2025, below
  the publisher's address and the date of the release (`28/10/2025`);
- the layout of 2023 has numbers in a column VALUE, that of 2025 text in txtVALUE (`1,373`, `<5`);
- columns may stand in another order, and the sheet declares a size of one cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from loaders.reading.contract import FileRefused, Format, Opened, Record, Refusal, Sample
from loaders.reading.files import workbook_rows
from loaders.sources.shared.curated import drained, gathering
from loaders.sources.shared.observations import vintage_of
from loaders.sources.unodc.codes import AGE as AGES
from loaders.sources.unodc.codes import (
    COLUMNS,
    DATASET,
    DOUBTFUL,
    INDICATOR,
    SEX,
    SOURCE,
    VINTAGE,
    Candidate,
    Row,
    candidate_of,
    key_of,
    place_of,
    settle,
    standing,
)

HEADER_WITHIN: Final = 10
VALUE: Final = "txtVALUE"
OLDER_VALUE: Final = "VALUE"
DATE: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(20\d{2})|(20\d{2}-\d{2}-\d{2})(?: 00:00:00)?")
FEW: Final = frozenset(COLUMNS) - {VALUE, "Source", "Region", "Subregion"}


class Glotip:
    """The workbook of UNODC's Global Report on Trafficking in Persons."""

    name = "unodc-glotip"
    version = "1"
    source = SOURCE

    def recognises(self, sample: Sample) -> bool:
        """By the header in the first rows of the first sheet."""
        if sample.kind not in {"xlsx", "xls"}:
            return False
        first = takewhile(lambda row: row[0] <= HEADER_WITHIN, workbook_rows(sample))
        return any(_is_header(cells) for _, cells in first)

    def read(self, opened: Opened) -> Iterator[Record | Refusal]:
        """Its records, by key: a key may stand on several rows. Raises FileRefused."""
        rows = workbook_rows(opened.sample)
        header, release = _preamble(rows, opened.sample)
        vintage = vintage_of(opened, release)
        work = gathering(DATASET, opened.sample)
        groups: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
        for line, row in _records(rows, header):
            if refusal := _outside(line, row):
                yield refusal
                continue
            candidate = candidate_of(work, line, row)
            yield from drained(work, "", place=_place)
            if candidate is not None:
                groups[key_of(candidate)].append(_of_release(candidate, opened, vintage))
        for group in groups.values():
            kept = standing(group)
            settle(work, group)
            yield from drained(work, _place(str(kept.line)) if kept else "", place=_place)


def _place(line: str) -> str:
    return f"row {line}"


def _is_header(cells: list[str]) -> bool:
    names = {cell.strip() for cell in cells}
    return names >= FEW and bool(names & {VALUE, OLDER_VALUE})


def _preamble(rows: Iterator[tuple[int, list[str]]], sample: Sample) -> tuple[list[str], str]:
    """The header, and the date above it as ISO text (else empty). Raises FileRefused."""
    release = ""
    for number, cells in rows:
        if _is_header(cells):
            return [VALUE if c.strip() == OLDER_VALUE else c.strip() for c in cells], release
        if number >= HEADER_WITHIN:
            break
        for found in filter(None, (DATE.fullmatch(cell.strip()) for cell in cells)):
            day, month, year, iso = found.groups()
            release = iso or f"{year}-{int(month):02}-{int(day):02}"
    raise FileRefused(
        sample.path.name,
        f"first {HEADER_WITHIN} rows",
        f"no row holds the columns {', '.join(c for c in COLUMNS if c in FEW)}",
        "Fetch the workbook again from dataunodc.un.org.",
    )


def _records(rows: Iterator[tuple[int, list[str]]], header: list[str]) -> Iterator[tuple[int, Row]]:
    """Row number and cells by column name, whatever their order; empty rows are none."""
    for number, cells in rows:
        if any(cells):
            row = dict(zip(header, cells, strict=False))
            yield number, {c: row.get(c, "") for c in COLUMNS}


def _outside(line: int, row: Row) -> Refusal | None:
    """Why a record is none of ours: not taken by choice, or coded in a way we do not know."""
    for column, known in (("Indicator", INDICATOR), ("Sex", SEX), ("Age", AGES)):
        if row[column] not in known:
            return Refusal(
                _place(str(line)), column, row[column], "unknown_code", "No such code with us."
            )
    if not re.fullmatch(r"\d{4}", row["Year"]):
        return Refusal(_place(str(line)), "Year", row["Year"], "not_a_year", "A year has 4 digits.")
    try:
        taken = place_of(row) is not None
    except KeyError as unknown:
        category = str(unknown.args[0])
        return Refusal(
            _place(str(line)), "Category", category, "unknown_code", "No such code with us."
        )
    if taken:
        return None
    return Refusal(
        _place(str(line)),
        "Category",
        row["Category"],
        "out_of_scope",
        "Single citizenships and countries of repatriation are not taken.",
    )


def _of_release(candidate: Candidate, opened: Opened, vintage: str) -> Candidate:
    """A candidate with the file's release and the source that the operator chose."""
    own = {"vintage": vintage, "source": opened.source or SOURCE}
    if candidate.line in DOUBTFUL and vintage != VINTAGE:
        # The mark belongs to a row of one release; in another that row is another record.
        suppressed = candidate.observation["status"] == "Q"
        own |= {"note": "", "status": "Q" if suppressed else "A"}
    return candidate._replace(observation=candidate.observation | own)


FORMAT: Final[Format] = Glotip()

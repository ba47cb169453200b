"""Our own observation columns as a CSV file or a workbook: what our downloads and data/tables hold.

Publisher: whoever fills the columns in, such as a statistics office; there is no address.
Format version: the columns of data/tables/observations, in any order, each named once.
Quirks as of 2026-11: `area_name`, what our downloads work out and other columns beside ours are not
read, the others named in a warning; a column that is missing and has an ordinary value (total,
status A, empty) is filled with it; the mark that a download puts before a text like a formula is
taken off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from data.methods.formula_mark import unmarked
from loaders.reading.contract import (
    MANY,
    Format,
    Item,
    Opened,
    Refusal,
    Remark,
    Rows,
    Sample,
)
from loaders.reading.files import csv_rows, header_of, workbook_rows

NEEDED: Final = ("indicator", "area", "year", "value", "unit", "source")
ORDINARY: Final = {
    "sex": "T",
    "age": "_T",
    "dimension": "_T",
    "category": "_T",
    "lower": "",
    "upper": "",
    "status": "A",
    "nature": "",
    "suppressed": "",
    "note": "",
    "survey": "",
    "vintage": "",
}
FREE_TEXTS: Final = frozenset({"category", "suppressed", "note", "survey", "vintage"})
"""Columns whose texts may begin as a formula does; the others hold figures and codes of ours."""
WORKED_OUT: Final = ("comparability", "contradiction", "asked_year", "value_year", "compared")
"""Columns of our downloads that say something of a figure and are worked out anew."""

NOT_READ: Final = frozenset({"area_name", "", *WORKED_OUT})
COLUMNS: Final = (*NEEDED, *ORDINARY)


def _recognises(sample: Sample) -> bool:
    """By the header: every needed column stands in it."""
    return set(NEEDED) <= set(_first_row(sample))


def _read(opened: Opened) -> Iterator[Item]:
    """Rows of many lines at once; a line with too few or too many cells is a Refusal."""
    is_workbook = opened.sample.kind == "xlsx"
    rows = workbook_rows(opened.sample) if is_workbook else csv_rows(opened.sample)
    number, header = next(rows)
    header = [name.strip() for name in header]
    names = _columns_of(header, opened.sample, number)
    for name in sorted({*header} - {*COLUMNS} - NOT_READ):
        yield Remark(f"line {number}", "unknown_column", f"The column {name} is not read.")
    fixed = dict(ORDINARY)
    fixed["vintage"] = opened.options.get("vintage", "")
    if opened.source:
        fixed["source"] = opened.source
        names = [name for name in names if name != "source"]
    fixed = {name: cell for name, cell in fixed.items() if name not in names}
    taken = itemgetter(*(header.index(name) for name in names))
    width = len(header)
    lines: list[int] = []
    kept: list[tuple[str, ...]] = []

    def many() -> Rows:
        columns: dict[str, Sequence[str]]
        columns = dict(zip(names, zip(*kept, strict=True), strict=True))
        for name in () if is_workbook else FREE_TEXTS & columns.keys():
            columns[name] = [unmarked(cell) for cell in columns[name]]
        same = {name: (cell,) * len(kept) for name, cell in fixed.items()}
        return Rows([f"line {line}" for line in lines], columns | same)

    for line, cells in rows:
        if is_workbook:
            # A spreadsheet leaves the empty cells at the end of a row out.
            cells += [""] * (width - len(cells))
        if len(cells) != width:
            reason = f"{len(cells)} cells, the header has {width}"
            yield Refusal(f"line {line}", "", ",".join(cells), "cell_count", reason)
            continue
        lines.append(line)
        kept.append(taken(cells))
        if len(kept) == MANY:
            yield many()
            lines.clear()
            kept.clear()
    if kept:
        yield many()


def _first_row(sample: Sample) -> list[str]:
    if sample.kind != "xlsx":
        return header_of(sample)
    return [cell.strip() for cell in next(workbook_rows(sample), (0, []))[1]]


def _columns_of(header: list[str], sample: Sample, number: int) -> list[str]:
    twice = sorted({name for name in COLUMNS if header.count(name) > 1})
    if twice:
        rule = f"the header names {', '.join(twice)} twice"
        raise sample.refused(rule, "Leave one column of each name.", f"line {number}")
    return [name for name in COLUMNS if name in header]


FORMAT: Final = Format("tidy", "1", "", _recognises, _read, " ".join(NEEDED))

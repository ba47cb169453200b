"""UNDP: complete time series of the composite indices of the Human Development Report.

Publisher: UNDP Human Development Report Office. Address:
https://hdr.undp.org/data-center/documentation-and-downloads, the report of 2025 at
https://hdr.undp.org/sites/default/files/2025_HDR/HDR25_Composite_indices_complete_time_series.csv.
Format: CSV in Windows-1252 or UTF-8, one line a country or group, one column a measure and year
(`mys_f_2022`), after iso3, country, hdicode and region.
Quirks as of 2026-11:
- an empty cell means that no figure was published, so it is no record; `..` is a record without
  a figure;
- groups of countries carry codes such as `ZZE.AS`;
- of some fifty measures the store holds three (HDI, mean and expected years of schooling); each
  other one is one refusal, with its first and last column, not one a cell;
- the file does not name its report; the last year of the HDI tells it (2022: HDR 2023/24). Each
  report recalculates all years: HDR 2025 has a source of its own, so that no line joins the two;
- measures are printed with up to nine decimals, kept as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from loaders.reading.contract import Format, Opened, Record, Refusal, Sample
from loaders.reading.files import csv_rows, header_of
from loaders.sources.shared.observations import (
    Misfit,
    Row,
    area_in,
    from_each,
    observation,
    reading_of,
    table_rows,
    vintage_of,
)

SOURCE: Final = "UNDP_HDR_2024"
_NEEDED: Final = ("iso3", "country", "hdicode")
NO_AREA: Final = "The code stands for no country, territory or grouping of ours."
_COLUMN: Final = re.compile(r"(\w+)_(\d{4})")
_REPORTS: Final = {
    2021: ("HDR 2021/22", SOURCE),
    2022: ("HDR 2023/24", SOURCE),
    2023: ("HDR 2025", "UNDP_HDR_2025"),
}
"""Last year of the HDI to the report that prints it, and the source of its figures."""
_MEASURES: Final = {
    prefix + suffix: (indicator, unit, age, sex)
    for prefix, indicator, unit, age in (
        ("hdi", "HDI", "INDEX", "_T"),
        ("mys", "HDI_MYS", "YEARS", "25+"),
        ("eys", "HDI_EYS", "YEARS", "_T"),
    )
    for sex, suffix in (("T", ""), ("F", "_f"), ("M", "_m"))
}
"""Column prefix to indicator, unit, age and sex: adults' schooling is counted from age 25."""


def _recognises(sample: Sample) -> bool:
    """A CSV header with iso3, hdicode and a column of the HDI by year."""
    columns = header_of(sample)
    return {*_NEEDED} <= {*columns} and any(re.fullmatch(r"hdi_\d{4}", c) for c in columns)


def read(opened: Opened) -> Iterator[Record | Refusal]:
    """A record or refusal for every filled cell; one refusal for a measure out of scope."""
    rows = csv_rows(opened.sample)
    number, header = next(rows, (1, []))
    columns = _columns(header)
    report, source = _report(columns)
    vintage = vintage_of(opened, report)
    yield from _out_of_scope(columns)
    source = opened.source or source
    lines = table_rows(chain([(number, header)], rows), opened.sample.path.name, _NEEDED)
    yield from from_each(lines, lambda row: _line(row, columns, source, vintage))


def _columns(header: list[str]) -> dict[str, tuple[str, str]]:
    """Column name to measure and year."""
    found = ((column.strip(), _COLUMN.fullmatch(column.strip())) for column in header)
    return {column: (match[1], match[2]) for column, match in found if match}


def _report(columns: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    last = max((int(year) for stem, year in columns.values() if stem == "hdi"), default=0)
    return _REPORTS.get(last, ("", SOURCE))


def _out_of_scope(columns: Mapping[str, tuple[str, str]]) -> Iterator[Refusal]:
    others: dict[str, list[str]] = {}
    for column, (stem, _) in columns.items():
        if stem not in _MEASURES:
            others.setdefault(stem, []).append(column)
    for stem, named in others.items():
        place = f"columns {named[0]} to {named[-1]}" if len(named) > 1 else f"column {named[0]}"
        reason = "The measure is not one that the store holds."
        yield Refusal(place, named[0], stem, "out_of_scope", reason)


def _line(
    row: Row, columns: Mapping[str, tuple[str, str]], source: str, vintage: str
) -> Iterator[Record | Refusal]:
    code = row.cells["iso3"].strip()
    for column, (stem, year) in columns.items():
        text = row.cells[column].strip()
        if stem not in _MEASURES or not text:
            continue
        place = f"{row.place}, column {column}"
        try:
            area = area_in("iso3", code, "undp", NO_AREA)
        except Misfit as misfit:
            yield misfit.at(place)
            continue
        indicator, unit, age, sex = _MEASURES[stem]
        yield observation(
            place,
            indicator=indicator,
            area=area,
            year=year,
            sex=sex,
            age=age,
            unit=unit,
            source=source,
            vintage=vintage,
            **reading_of(text, "A")._asdict(),
        )


FORMAT: Final = Format("undp-hdr", "1", SOURCE, _recognises, read, "iso3 country hdicode hdi_2022")

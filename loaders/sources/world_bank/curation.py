"""World Bank, World Development Indicators: children in employment, ages 7-14.

Address: https://databank.worldbank.org/source/world-development-indicators (CC BY 4.0); figures
compiled by Understanding Children's Work (ILO, UNICEF, World Bank). Two files: shares by sector and
status with weekly hours (long, publisher's codes), and shares by sex and schooling (wide, labels).
Quirks seen 2026-11-21:
- children in employment for at least one hour in the week of the survey, not child labour;
- in the wide file the column names start with `average_value_` and codes are missing: the labels
  are the publisher's, the codes those it gives them, and the sexes go to the sex column;
- an empty cell of the wide file is no record;
- Jordan 2016: self-employed, wage and family workers sum to 105.92 percent in the source;
- shares by sector or status often sum to less than 100: the rest is not classified.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Misfit, Row, from_each, records, table
from loaders.sources.shared.places import OUTSIDE_NOTE, total_outside_sexes
from loaders.sources.world_bank.codes import PARTS, area_of_code, record_of, series_of

BY_WORK: Final = "worldbank_children_work"
BY_SEX: Final = "worldbank_children_sex"
SUM_LIMIT: Final = Decimal("100.6")
_LABEL: Final = re.compile(
    r"average_value_Children in employment, (total|study and work|work only)?"
    r"(?:, )?(female|male)? \(% of .*7-14\)"
)
"""A column of the wide file: what is counted, and the sex."""
_PART: Final = {"study and work": ".SW", "work only": ".WK"}
_SEX: Final = {"female": "FE.", "male": "MA."}


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/worldbank_children_work` and `worldbank_children_sex` (percent; hours)."""
    for name, file_name, read in (
        (BY_WORK, "wdi_children_in_employment_7_14_sector_status_hours_ddf.csv", _by_work),
        (BY_SEX, "wdi_children_in_employment_7_14_sex_2021vintage.csv", _by_sex),
    ):
        file = material / "worldbank" / file_name
        yield observations(name, file, read(file))


def _by_work(file: Path) -> Iterator[Record | Refusal]:
    rows = list(table(file, ("indicator", "economy", "year", "value")))
    notes = _sum_notes([row for row in rows if isinstance(row, Row)])

    def record(row: Row) -> Record:
        code, economy, year, value = _first_four(row)
        note, area = notes.get((economy, year, code), ""), area_of_code(economy)
        return record_of(row.place, series_of(code), area, year, value, "undated copy", note=note)

    return records(rows, record)


def _first_four(row: Row) -> tuple[str, str, str, str]:
    cells = row.cells
    return cells["indicator"], cells["economy"], cells["year"], cells["value"]


def _sum_notes(rows: list[Row]) -> dict[tuple[str, str, str], str]:
    """A note for every share that belongs to parts of more than a whole."""
    values: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    for code, economy, year, value in map(_first_four, rows):
        values[economy, year][code] = Decimal(value)
    notes = {}
    for (economy, year), by_code in values.items():
        for codes in PARTS:
            total = sum((by_code.get(code, Decimal(0)) for code in codes), Decimal(0))
            if total > SUM_LIMIT:
                for code in codes:
                    notes[economy, year, code] = f"In the source the parts sum to {total} percent"
    return notes


def _code(title: str) -> str:
    """The publisher's code of a column of the wide file; empty for one without figures.

    Raises ValueError for figures of a series that is not known.
    """
    if not title.startswith("average_value_"):
        return ""
    found = _LABEL.fullmatch(title)
    if found is None:
        raise ValueError(f"the column {title!r} stands for no series of ours")
    return f"SL.TLF.0714{_PART.get(found[1], '')}.{_SEX.get(found[2], '')}ZS"


def _by_sex(file: Path) -> Iterator[Record | Refusal]:
    return from_each(table(file, ("Country Name", "Country Code", "Year")), _of_one_line)


def _of_one_line(row: Row) -> Iterator[Record | Refusal]:
    values = {code: value for title, value in row.cells.items() if (code := _code(title))}
    year = row.cells["Year"]
    for code, value in values.items():
        if value:
            note = OUTSIDE_NOTE if _is_outside(code, values) else ""
            try:
                area, series = area_of_code(row.cells["Country Code"]), series_of(code)
                yield record_of(row.place, series, area, year, value, "2021", note=note)
            except Misfit as misfit:
                yield misfit.at(row.place)


def _is_outside(code: str, values: Mapping[str, str]) -> bool:
    """Whether the total that a code belongs to lies outside its two sexes."""
    stem = re.sub(r"(\.FE|\.MA)?\.ZS", "", code)
    return total_outside_sexes(*(values[f"{stem}{sex}.ZS"] for sex in ("", ".FE", ".MA")))

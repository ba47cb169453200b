"""Curate at what age the law stops limiting the working hours of children.

`law/WORLD_Dataset_Childhood_4.16.15.xls` (see `curation`), two columns of ages: that from which
six hours or more on a school day are allowed (`cl_age_schoolhrs6`), and that from which twelve
hours of rest at night are not guaranteed (`cl_age_nightrest12`); 0 where the law has no such age.
No code book came with the file. The reading was tested on its other columns (2026-11), the codes
for children of 12, 14 and 16. `cl_schday_*` is 1 or 2 from the age on and higher below it, but for
3 of 537 cells (Maldives, Niger, Singapore); `cl_nightrest_*` is 1 to 3 from the age on and 4 or 5
below it, in all 540 cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.methods.notes import note
from loaders.reading.admit import validate_file
from loaders.reading.contract import Record
from loaders.reading.files import workbook_rows
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.framework import framework_value, framework_values
from loaders.sources.shared.observations import Row, area_in, from_each, table_rows
from loaders.sources.world_policy.curation import PAGE

FILE: Final = "WORLD_Dataset_Childhood_4.16.15.xls"
TITLE: Final = "WORLD Childhood dataset, April 2015, {}"
COLUMNS: Final = {
    "cl_age_schoolhrs6": note("six_hours_from"),
    "cl_age_nightrest12": note("night_rest_until"),
}
READ: Final = "2026-11-27"


def datasets(material: Path) -> Iterator[Dataset]:
    """The ages, of the workbook below `material`/law. Raises FileRefused."""
    file = material / "law" / FILE
    rows = table_rows(workbook_rows(validate_file(file)), FILE, ("iso3", *COLUMNS))
    yield framework_values("world_policy_hours", file, from_each(rows, _ages))


def _ages(row: Row) -> Iterator[Record]:
    """The ages of a country; an empty cell was not coded: left out."""
    area = area_in("iso3", row.cells["iso3"], "world_policy")
    for column, meaning in COLUMNS.items():
        if not row.cells[column].strip():
            continue
        age = f"{float(row.cells[column]):g}"
        yield framework_value(
            row.place,
            area=area,
            indicator="commitment.child_labour.law.working_hours",
            year="2015",
            view="research",
            source_title=TITLE.format(column),
            value="no_age_set" if age == "0" else age,
            unit="" if age == "0" else "YEARS",
            note=meaning,
            checked=READ,
            page=PAGE,
        )

"""Children and adolescents out of school: rates by level, numbers at primary age.

UNESCO Institute for Statistics, UIS.Stat bulk data, release of October 2024,
https://databrowser.uis.unesco.org/, read from the open-numbers DDF edition; one line an indicator
(`ROFST_1_F_CP`: rate, primary age, girls), country (ISO alpha-3 in lower case) and year. CC BY-SA.
Seen 2026-11.

Quirks: rates carry single-precision tails (`3.065170049667358`), kept as distributed; some numbers
are not whole, so they are estimates; no flag column, so estimates cannot be told from reported
figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.reading.contract import Record
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Row, records, table
from loaders.sources.uis.reader import SOURCE, record_of


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/uis_out_of_school` (percent; persons)."""
    file = material / "context" / "uis_out_of_school.csv"
    found = records(table(file, ("indicator", "country", "year", "value")), _record)
    yield observations("uis_out_of_school", file, found)


def _record(row: Row) -> Record:
    """The record of a line, its cells named as in the bulk files; the edition has no flags."""
    code, country = row.cells["indicator"].replace("_", "."), row.cells["country"]
    cells = {"indicator_id": code, "country_id": country, "magnitude": "", "qualifier": ""}
    return record_of(Row(row.place, dict(row.cells) | cells), SOURCE, "2024-10")

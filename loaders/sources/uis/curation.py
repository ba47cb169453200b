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

from loaders.reading.contract import Record, Refusal
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.observations import Misfit, Row, table
from loaders.sources.uis.reader import SOURCE, record_of


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/uis_out_of_school` (percent; persons)."""
    file = material / "context" / "uis_out_of_school.csv"
    yield Dataset("uis_out_of_school", file, "observations/uis_out_of_school", _records(file))


def _records(file: Path) -> Iterator[Record | Refusal]:
    for row in table(file, ("indicator", "country", "year", "value")):
        if isinstance(row, Refusal):
            yield row
            continue
        cells = {
            "indicator_id": row.cells["indicator"].replace("_", "."),
            "country_id": row.cells["country"],
            "year": row.cells["year"],
            "value": row.cells["value"],
            "magnitude": "",
            "qualifier": "",
        }
        try:
            yield record_of(Row(row.place, cells), SOURCE, "2024-10")
        except Misfit as misfit:
            yield misfit.at(row.place)

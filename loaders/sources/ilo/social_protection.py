"""Who is covered by social protection: two world figures of 2023.

International Labour Office, World Social Protection Report 2024-26, September 2024. The report's
country tables were not at hand: the two figures were read on a page that quotes it. Seen 2026-11.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from loaders.reading.contract import Record
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Misfit, Row, observation, records, table

INDICATORS: Final = {
    "population covered by at least one social protection benefit": "SI_COV_BENFTS",
    "children receiving a child or family benefit": "SI_COV_CHLD",
}
COLUMNS: Final = ("year", "geography", "measure", "value", "unit", "url")


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/ilo_social_protection` (percent)."""
    file = material / "context" / "social_protection_wspr_2024_facts.csv"
    yield observations("ilo_social_protection", file, records(table(file, COLUMNS), _record))


def _record(row: Row) -> Record:
    year, place, measure, value, unit, page = (row.cells[name] for name in COLUMNS)
    if (place, unit) != ("World", "percent") or measure not in INDICATORS:
        reason = "It is not one of the two world figures that are taken."
        raise Misfit("measure", measure, "out_of_scope", reason)
    return observation(
        row.place,
        indicator=INDICATORS[measure],
        area="WLD",
        year=year,
        value=value,
        unit="PERCENT",
        note=f"Figure of the report, quoted by {page}",
        source="ILO_WSPR_2024",
        vintage="2024-09",
    )

"""Trafficking in persons: UNODC's workbook of 2025-10-28, read as any workbook of the report is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.reading.admit import validate_file
from loaders.reading.contract import Opened
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.unodc.reader import read


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/unodc_glotip` (persons; offences), its rejects by row."""
    file = material / "unodc" / "data_glotip_2025-10-28.xlsx"
    found = read(Opened(validate_file(file)))
    ordered = sorted(found, key=lambda each: int(each.place.removeprefix("row ")))
    yield observations("unodc_glotip", file, ordered)

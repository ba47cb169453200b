"""Human Development Index and schooling, by country, sex and year.

UNDP Human Development Report Office, https://hdr.undp.org/data-center/documentation-and-downloads:
Human Development Report 2023/24, complete time series 1990-2022 in Latin-1, and the HDI of 2022 and
2023 of the report of 2025, the only years of it that were at hand. CC BY 3.0 IGO. Seen 2026-11.
Both are read as `loaders.sources.undp.reader` reads any file of the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from loaders.reading.admit import validate_file
from loaders.reading.contract import Opened
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.undp.reader import read

FILES: Final = {
    "undp_hdr": "undp_HDR23-24_Composite_indices_complete_time_series.csv",
    "undp_hdr_2025": "undp_HDR25_hdi_2022_2023.csv",
}


def datasets(material: Path) -> Iterator[Dataset]:
    """`observations/undp_hdr` and `undp_hdr_2025` (index 0-1; years of schooling)."""
    for name, file_name in FILES.items():
        file = material / "context" / file_name
        yield observations(name, file, read(Opened(validate_file(file))))

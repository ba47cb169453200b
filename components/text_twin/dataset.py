"""A page's figures described for search engines, as a schema.org Dataset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from components.cards import CSV_ROUTE
from components.text_twin.addresses import asked
from components.wording import Wording
from data.records import Indicator, Observation

LONGEST: Final = 5_000
SHORTEST: Final = 50
"""Characters that search engines want of a description of a data set, at most and at least."""


@dataclass(frozen=True, slots=True)
class Described:
    """What is told of a page's figures. `places` are (name, code); `csv` the filters by which the
    rows are had; `published` and `release` say which figures they are."""

    root: str
    path: str
    name: str
    description: str
    places: Sequence[tuple[str, str]]
    rows: Sequence[Observation]
    indicators: Sequence[Indicator]
    csv: Mapping[str, str]
    published: str
    release: int
    query: Mapping[str, str] = field(default_factory=dict)


def dataset(about: Described, wording: Wording) -> dict[str, Any]:
    """The JSON-LD of the figures; empty where there are none, for then there is no data set."""
    if not about.rows:
        return {}
    t = wording.t
    years = [row.year for row in about.rows]
    methods = dict.fromkeys(t(f"method.{one.method}") for one in about.indicators)
    query = urlencode(about.csv, safe=",")
    files = (("csv", "text/csv"), ("xlsx", _XLSX))
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": about.name,
        "description": _long_enough(about.description, t("text_twin.dataset"))[:LONGEST],
        "url": about.root + asked(about.path, wording.code, about.query),
        "inLanguage": wording.code,
        "license": f"{about.root}{asked('sources', wording.code)}#sources",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": t("frame.product"), "url": about.root or "/"},
        "version": str(about.release),
        "dateModified": about.published[:10],
        "spatialCoverage": [
            {"@type": "Place", "name": name, "identifier": code} for name, code in about.places
        ],
        "temporalCoverage": f"{min(years)}/{max(years)}",
        "measurementTechnique": list(methods),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": media,
                "contentUrl": f"{about.root}{CSV_ROUTE.removesuffix('csv')}{form}?{query}",
            }
            for form, media in files
        ],
    }


_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _long_enough(text: str, more: str) -> str:
    """The text; with what all our data sets are where it says too little by itself."""
    return text if len(text) >= SHORTEST else f"{text} {more}".strip()

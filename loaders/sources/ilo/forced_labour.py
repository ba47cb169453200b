"""ILO global and regional estimates of forced labour, 2005 to 2021, and of its illegal profits.

Publisher: International Labour Organization (2017 and 2022 editions with Walk Free and IOM).
Address: https://www.ilo.org/topics/forced-labour-modern-slavery-and-trafficking-persons
Format: CSV copied by hand, one line a figure with the page where it was seen.
Quirks seen 2026-11-21:
- most figures were seen on pages other than the ILO's: the note of each says where;
- figures seen on a blog alone are set aside;
- the years 2005, 2012 and 2014 are years of publication, 2016 and 2021 are reference years;
- methods of 2005, 2012 and the Global Estimates of Modern Slavery differ: separate indicators;
- regions changed with each edition; 2016 state-imposed forced labour is also quoted as 4.1 million.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from loaders.facts.catalogue import codes
from loaders.reading.contract import Record
from loaders.sources.shared.areas import UnknownArea, area_of
from loaders.sources.shared.curation import Dataset, observations
from loaders.sources.shared.observations import Misfit, Row, area_in, observation, records, table

COLUMNS: Final = (
    "publication", "measure", "geography", "breakdown", "value", "unit", "reference_period",
    "source_url", "source_kind",
)  # fmt: skip
_CODES: Final = codes(__file__)
SOURCE: Final[dict[str, tuple[str, str]]] = _CODES["forced_labour_editions"]
FORCED: Final = "people in forced labour"
SEXUAL: Final = "people in forced commercial sexual exploitation"
OTHER: Final = "people in forced labour in other economic sectors"
RATES: Final = {"prevalence", "prevalence of forced labour"}
NUMBERS: Final[dict[str, str]] = _CODES["forced_labour_numbers"]
GEMS: Final = {"ILO_GEMS_2017", "ILO_GEMS_2022"}

Cut = tuple[str, str, str, str]
"""Sex, age, dimension and category."""


CUT: Final[dict[str, Cut]] = _CODES["forced_labour_cuts"]


def datasets(material: Path) -> Iterator[Dataset]:
    """Observations from the figures copied from pages."""
    file = material / "global_estimates" / "ilo_global_estimates_figures_from_pages.csv"
    yield observations("ilo_forced_labour", file, records(table(file, COLUMNS), _record))


def _record(row: Row) -> Record:
    line = row.cells
    if line["source_kind"] == "blog":
        said = " | ".join(line[c] for c in ("measure", "geography", "breakdown", "value"))
        reason = "Seen on a blog alone; no page of the publisher or the press confirms it."
        raise Misfit("source_kind", said, "weak_evidence", reason)
    source, vintage = SOURCE[line["publication"]]
    indicator, unit = _indicator(line["measure"], source, vintage)
    sex, age, dimension, category = _cut(line)
    return observation(
        row.place,
        indicator=indicator,
        area=_area(line["geography"], vintage),
        year=line["reference_period"][:4],
        sex=sex,
        age=age,
        dimension=dimension,
        category=category,
        value=str(Decimal(line["value"])),
        unit=unit,
        status="E",
        nature="E",
        note=_note(line),
        source=source,
        vintage=vintage,
    )


def _area(geography: str, vintage: str) -> str:
    """Our area of a region as the edition draws it. Raises Misfit."""
    try:
        return area_of(f"{vintage} {geography}", "ilo_forced_labour")
    except UnknownArea:
        return area_in("geography", geography, "ilo_forced_labour")


def _cut(row: Mapping[str, str]) -> Cut:
    """Sex, age, dimension and category; the measure itself can name the form."""
    sex, age, dimension, category = CUT[row["breakdown"]]
    if row["measure"] == SEXUAL:
        return sex, "_T", "forced_labour_form", "SEXUAL_EXPLOITATION"
    if row["measure"] == OTHER:
        return sex, "_T", "forced_labour_form", "LABOUR_EXPLOITATION"
    return sex, age, dimension, category


def _indicator(measure: str, source: str, vintage: str) -> tuple[str, str]:
    """Indicator code and unit. Raises KeyError for a measure that is not known."""
    edition = "" if source in GEMS else f"_{vintage}"
    if measure in {FORCED, SEXUAL, OTHER}:
        return f"ILO_FORCED_LABOUR_NUMBER{edition}", "PERSONS"
    if measure in RATES:
        return f"ILO_FORCED_LABOUR_RATE{edition}", "PER_1000"
    if measure == "annual illegal profits":
        return f"ILO_FORCED_LABOUR_PROFITS{edition}", "USD_BILLION"
    if measure == "annual illegal profits per victim":
        return f"ILO_FORCED_LABOUR_PROFIT_PER_VICTIM{edition}", "USD"
    indicator = NUMBERS[measure]
    return indicator, "PER_1000" if indicator.endswith("RATE") else "PERSONS"


def _note(row: Mapping[str, str]) -> str:
    """Where the figure was seen, and what the page adds to it."""
    site = urlsplit(row["source_url"]).netloc.removeprefix("www.")
    first_hand = row["source_kind"] in {"ILO web page", "copy of the ILO executive summary"}
    seen = f"Seen on {site}" if first_hand else f"Secondary: seen on {site} ({row['source_kind']})"
    aside = {
        "minimum": "minimum estimate",
        "nearly": "printed as nearly",
        "4.1": "also quoted as 4.1 million",
    }
    extra = [text for mark, text in aside.items() if mark in row["unit"]]
    return "; ".join([seen, *extra])

"""The codes of the SDG Global Database as ours, for its JSON pages and its CSV alike.

The maps of the context series are those of loaders/sources/unsd/curation.py, in lower case.
Codes seen 2026-11: `BOTHSEX`, `15+`, `<5Y`, `M12T23`, `ALLAGE`; messages of the SDMX edition
have `_T`, `Y5T17`, `Y_GE18` instead, and both are read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from loaders.facts.tables import TABLES
from loaders.reading.contract import Opened, Record
from loaders.sources.shared.areas import UnknownArea, area_of_m49
from loaders.sources.shared.observations import Misfit, joined, observation, reading_of
from loaders.sources.unsd import child_labour as unsd_child_labour
from loaders.sources.unsd import curation as unsd
from loaders.sources.unsd import trafficking as unsd_trafficking

CHILD_LABOUR: Final = ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "SL_TLF_CHLDEAN", "SL_TLF_CHLDECN")
VICTIMS: Final = ("VC_HTF_DETV", "VC_HTF_DETVFL", "VC_HTF_DETVSX", "VC_HTF_DETVOP", "VC_HTF_DETVOG")
VICTIM_RATES: Final = tuple(f"{series}R" for series in VICTIMS)
SOURCE: Final = "UNSD_SDG_2023"
_SOURCES: Final = (
    dict.fromkeys(unsd.SERIES, SOURCE)
    | dict.fromkeys(CHILD_LABOUR, unsd_child_labour.SOURCE)
    | dict.fromkeys((*VICTIMS, *VICTIM_RATES), unsd_trafficking.SOURCE)
)
"""Every series that is taken, with the source under which it stands."""

SEX: Final = unsd.SEX | {"_t": "T", "f": "F", "m": "M"}
_UNITS: Final = unsd.UNIT | {"number": "PERSONS", "pt": "PERCENT"}
STATUS: Final = unsd.STATUS | {
    "p": "P",
    "f": "F",
    "i": "I",
    "q": "Q",
    "o": "O",
    "m": "M",
    "l": "L",
}
_TOTALS: Final = unsd.TOTALS | {"_t", "_z", "notspec", "g"}
_YEARS: Final = re.compile(r"\d{1,3}(-\d{1,3}|\+)")
_SDMX_YEARS: Final = re.compile(r"Y(?:(\d{1,3})T(\d{1,3})|_GE(\d{1,3}))")
_STANDING_NOTES: Final = (
    "GLOTIP Database",
    "Data in reference to one country but derived from different types of sources",
)
"""How notes start that stand on every line of a series; the catalogue says the same once."""
_AREA_NOTE: Final = "Published under SL_TLF_CHLDEC with nature N; leaves household chores out"


class Figure(NamedTuple):
    """One record of the database, whatever its layout; codes as published."""

    place: str
    series: str
    area: str
    year: str
    value: str
    lower: str
    upper: str
    notes: tuple[str, ...]
    attributes: Mapping[str, str]
    dimensions: Mapping[str, str]


def record_of(figure: Figure, opened: Opened, vintage: str) -> Record:
    """Our observation of a figure. Raises Misfit."""
    if figure.series not in _SOURCES:
        reason = "The series is not one that the store holds."
        raise Misfit("series", figure.series, "out_of_scope", reason)
    attributes = _folded(figure.attributes)
    dimensions = _folded(figure.dimensions)
    if dimensions.pop("reporting_type", "g") not in ("g", "_t", ""):
        reason = "The figure is a national one beside the global one of the same country and year."
        raise Misfit("Reporting Type", "N", "out_of_scope", reason)
    area = _area(figure.area)
    published = _known(STATUS, attributes.get("observation_status", ""), "Observation Status")
    reading = reading_of(figure.value, published)
    unit = _known(_UNITS, attributes.get("units", ""), "Units")
    cells = {
        "indicator": figure.series,
        "area": area,
        "year": figure.year,
        "sex": _sex(figure.series, dimensions.pop("sex", "")),
        "age": age_of(figure.dimensions.get("Age", "")),
        "value": reading.value.removesuffix(".0") if unit == "PERSONS" else reading.value,
        "lower": _bound(figure.lower),
        "upper": _bound(figure.upper),
        "unit": unit,
        "status": reading.status,
        "nature": _known(unsd.NATURE | {"": ""}, attributes.get("nature", ""), "Nature"),
        "suppressed": reading.suppressed,
        "note": joined(
            reading.note, *(n for n in figure.notes if not n.startswith(_STANDING_NOTES))
        ),
        "source": opened.source or _SOURCES[figure.series],
        "vintage": vintage,
    }
    dimensions.pop("age", None)
    cells["dimension"], cells["category"] = _part(dimensions)
    return observation(figure.place, **(cells | _child_labour(cells)))


def _folded(codes: Mapping[str, str]) -> dict[str, str]:
    return {_column(name): code.strip().lower() for name, code in codes.items()}


@lru_cache(maxsize=256)
def _column(name: str) -> str:
    return name.lower().replace(" ", "_")


def _known(codes: Mapping[str, str], code: str, column: str) -> str:
    if code not in codes:
        reason = f"The code has no counterpart in our scheme of {column}."
        raise Misfit(column, code.upper(), "unknown_code", reason)
    return codes[code]


def _sex(series: str, code: str) -> str:
    return "F" if series.startswith("SP_DYN") else _known(SEX, code, "Sex")


def _area(number: str) -> str:
    try:
        return area_of_m49(number.strip().lstrip("0"), "m49")
    except UnknownArea as error:
        reason = "The area is no country, territory or region today."
        raise Misfit("GeoAreaCode", number, "unknown_area", reason) from error


def _bound(text: str) -> str:
    return reading_of(text, "A").value


def age_of(code: str) -> str:
    """Our age in completed years for `15+`, `5-17`, `<5Y`, `M12T23`, `Y5T17`. Raises Misfit."""
    code = code.strip()
    if _YEARS.fullmatch(code):
        return code
    if found := _SDMX_YEARS.fullmatch(code):
        first, last, least = found.groups()
        return f"{least}+" if least else f"{first}-{last}"
    folded = code.lower().replace("<", "lt")
    return _known(unsd.AGE | {"_t": "_T"}, folded, "Age")


def _part(dimensions: Mapping[str, str]) -> tuple[str, str]:
    """Dimension and category; more than one breakdown at once has no place in the store."""
    parts = [(name, code) for name, code in dimensions.items() if code not in _TOTALS]
    if not parts:
        return "_T", "_T"
    if len(parts) > 1:
        named = ", ".join(f"{name} {code.upper()}" for name, code in parts)
        reason = "The store holds one breakdown at a time besides sex and age."
        raise Misfit("dimensions", named, "unknown_code", reason)
    name, code = parts[0]
    if parts[0] not in unsd.PART:
        reason = f"The code has no counterpart in our scheme of {name}."
        raise Misfit(name, code.upper(), "unknown_code", reason)
    return unsd.PART[parts[0]]


def _child_labour(cells: Mapping[str, str]) -> dict[str, str]:
    """What 8.7.1 needs more: the estimates apart from the surveys, and the survey's short name."""
    if cells["indicator"] != "SL_TLF_CHLDEC":
        return {}
    if len(cells["area"]) != 3 or cells["area"] == "WLD":
        return {
            "indicator": unsd_child_labour.ESTIMATE,
            "nature": "E",
            "status": "E" if cells["value"] else cells["status"],
            "note": joined(_AREA_NOTE, cells["note"]),
        }
    key = cells["indicator"], cells["area"], cells["year"], cells["sex"], cells["age"]
    return {"survey": _survey_names().get(key, "")}


@cache
def _survey_names() -> dict[tuple[str, str, str, str, str], str]:
    """The names under which our table knows the surveys, so that a figure keeps its key."""
    path = TABLES / "observations" / f"{unsd_child_labour.DATASET}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["indicator"], row["area"], row["year"], row["sex"], row["age"]): row["survey"]
            for row in csv.DictReader(lines)
            if row["survey"]
        }

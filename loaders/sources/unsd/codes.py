"""The codes of the SDG Global Database as ours, for its JSON pages, its CSV and its bulk files.

The database writes `BOTHSEX`, `15+`, `<5Y`, `M12T23`, `ALLAGE`; its DDF edition `bothsex`, `15`,
`lt5y`; messages of the SDMX edition `_T`, `Y5T17`, `Y_GE18` (seen 2026-11): all are read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from loaders.facts.catalogue import codes
from loaders.facts.tables import TABLES
from loaders.reading.contract import Item, Record, Refusal
from loaders.sources.shared.areas import area_of_m49
from loaders.sources.shared.observations import (
    Misfit,
    area_in,
    coded,
    joined,
    observation,
    reading_of,
    records_and_remarks,
)

_CODES: Final = codes(__file__)
CONTEXT: Final[tuple[str, ...]] = _CODES["context"]

CHILD_LABOUR: Final = ("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "SL_TLF_CHLDEAN", "SL_TLF_CHLDECN")
ESTIMATE: Final = "GE_CHILD_LABOUR_RATE"
"""Ours for the world and regions in SL_TLF_CHLDEC: the ILO-UNICEF estimates."""

ESTIMATE_NOTE: Final = "Published under SL_TLF_CHLDEC with nature N; leaves household chores out"
VICTIMS: Final = ("VC_HTF_DETV", "VC_HTF_DETVFL", "VC_HTF_DETVSX", "VC_HTF_DETVOP", "VC_HTF_DETVOG")
VICTIM_RATES: Final = tuple(f"{series}R" for series in VICTIMS)
SOURCE: Final = "UNSD_SDG_2023"
CHILD_LABOUR_SOURCE: Final = "UNSD_SDG_8_7_1"
SOURCES: Final = (
    dict.fromkeys(CONTEXT, SOURCE)
    | dict.fromkeys(CHILD_LABOUR, CHILD_LABOUR_SOURCE)
    | dict.fromkeys((*VICTIMS, *VICTIM_RATES), "UNSD_SDG_16_2_2_2019Q3")
)
"""Every series that is taken, with the source under which it stands."""

SEX: Final[dict[str, str]] = _CODES["sex"]
AGE: Final[dict[str, str]] = _CODES["age"]
UNIT: Final[dict[str, str]] = _CODES["unit"]
NATURE: Final[dict[str, str]] = _CODES["nature"]
STATUS: Final[dict[str, str]] = _CODES["status"]
PART: Final[dict[str, tuple[str, str]]] = _CODES["part"]

TOTALS: Final = frozenset({"", "allarea", "total", "t", "_t", "_z", "notspec", "g"})
_NO_AREA: Final = "The area is no country, territory or region today."
_YEARS: Final = re.compile(r"(\d{1,3})[-_](\d{1,3})|\d{1,3}\+")
_SDMX_YEARS: Final = re.compile(r"Y(?:(\d{1,3})T(\d{1,3})|_GE(\d{1,3}))")
_READ: Final = frozenset(_CODES["read"].split())

_STANDING_NOTES: Final = (
    "GLOTIP Database",
    "Data in reference to one country but derived from different types of sources",
)
"""How notes start that stand on every line of a series; the catalogue says the same once."""


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
    others: Mapping[str, object] = {}
    """All that is said beside it, by name; what no column of ours holds is told as a warning."""


def read_figures(found: Iterable[Figure | Refusal], source: str, vintage: str) -> Iterator[Item]:
    """Our observation of each figure, or why it becomes none; last what is not read of the file."""
    return records_and_remarks(found, lambda each: record_of(each, source, vintage), _unread)


def _unread(figure: Figure) -> Iterator[str]:
    for name, said in figure.others.items():
        if said not in (None, "", figure.year) and _column(name) not in _READ:
            yield name


def record_of(figure: Figure, source: str, vintage: str) -> Record:
    """Our observation of a figure; an empty source is that of the series. Raises Misfit."""
    reason = "The series is not one that the store holds."
    own_source = coded(SOURCES, "series", figure.series, reason, "out_of_scope")
    attributes = _folded(figure.attributes)
    dimensions = _folded(figure.dimensions)
    if dimensions.pop("reporting_type", "g") not in ("g", "_t", ""):
        reason = "The figure is a national one beside the global one of the same country and year."
        raise Misfit("Reporting Type", "N", "out_of_scope", reason)
    area = area_in("GeoAreaCode", figure.area, "m49", _NO_AREA, _area_of_number)
    published = _known(STATUS, attributes.get("observation_status", ""), "Observation Status")
    reading = reading_of(figure.value, published)
    unit = _known(UNIT, attributes.get("units", ""), "Units")
    cells = {
        "indicator": figure.series,
        "area": area,
        "year": figure.year,
        "sex": _sex(figure.series, dimensions.pop("sex", "")),
        "age": age_of(_stated(figure.dimensions, "age")),
        "value": reading.value.removesuffix(".0") if unit == "PERSONS" else reading.value,
        "lower": reading_of(figure.lower, "A").value,
        "upper": reading_of(figure.upper, "A").value,
        "unit": unit,
        "status": reading.status,
        "nature": _known(NATURE, attributes.get("nature", ""), "Nature"),
        "suppressed": reading.suppressed,
        "note": joined(
            reading.note, *(n for n in figure.notes if not n.startswith(_STANDING_NOTES))
        ),
        "source": source or own_source,
        "vintage": vintage,
    }
    dimensions.pop("age", None)
    cells["dimension"], cells["category"] = _part(dimensions)
    return observation(figure.place, **(cells | _child_labour(cells)))


def _stated(codes: Mapping[str, str], name: str) -> str:
    """The code of a dimension, as written: an age is told by its capitals."""
    return next((code for each, code in codes.items() if _column(each) == name), "")


def _folded(codes: Mapping[str, str]) -> dict[str, str]:
    return {_column(name): code.strip().lower() for name, code in codes.items()}


@lru_cache(maxsize=256)
def _column(name: str) -> str:
    return name.lower().replace(" ", "_")


def _known(codes: Mapping[str, str], code: str, column: str) -> str:
    if code not in codes:
        reason = f"{column.lower()} {code!r} has no counterpart in our scheme."
        raise Misfit(column, code.upper(), "unknown_code", reason)
    return codes[code]


def _sex(series: str, code: str) -> str:
    return "F" if series.startswith("SP_DYN") else _known(SEX, code, "Sex")


def _area_of_number(number: str, family: str) -> str:
    return area_of_m49(number.strip().lstrip("0"), family)


def age_of(code: str) -> str:
    """Our age in completed years for `15+`, `5-17`, `<5Y`, `M12T23`, `Y5T17`. Raises Misfit."""
    code = code.strip()
    if _YEARS.fullmatch(code):
        return code.replace("_", "-")
    if found := _SDMX_YEARS.fullmatch(code):
        first, last, least = found.groups()
        return f"{least}+" if least else f"{first}-{last}"
    folded = code.lower().replace("<", "lt")
    return _known(AGE, folded, "Age")


def _part(dimensions: Mapping[str, str]) -> tuple[str, str]:
    """Dimension and category; more than one breakdown at once has no place in the store."""
    parts = [part for part in dimensions.items() if part[1] not in TOTALS]
    if not parts:
        return "_T", "_T"
    if len(parts) > 1:
        named = ", ".join(f"{name} {code.upper()}" for name, code in parts)
        reason = "The store holds one breakdown at a time besides sex and age."
        raise Misfit("dimensions", named, "unknown_code", reason)
    [(name, code)] = parts
    if f"{name} {code}" not in PART:
        reason = f"The code has no counterpart in our scheme of {name}."
        raise Misfit(name, code.upper(), "unknown_code", reason)
    return PART[f"{name} {code}"]


def _child_labour(cells: Mapping[str, str]) -> dict[str, str]:
    """What 8.7.1 needs more: the estimates apart from the surveys, and the survey's short name."""
    if cells["indicator"] != "SL_TLF_CHLDEC":
        return {}
    if len(cells["area"]) != 3 or cells["area"] == "WLD":
        return {
            "indicator": ESTIMATE,
            "nature": "E",
            "status": "E" if cells["value"] else cells["status"],
            "note": joined(ESTIMATE_NOTE, cells["note"]),
        }
    key = cells["indicator"], cells["area"], cells["year"], cells["sex"], cells["age"]
    return {"survey": _survey_names().get(key, "")}


@cache
def _survey_names() -> dict[tuple[str, str, str, str, str], str]:
    """The names under which our table knows the surveys, so that a figure keeps its key."""
    path = TABLES / "observations" / "unsd_child_labour.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["indicator"], row["area"], row["year"], row["sex"], row["age"]): row["survey"]
            for row in csv.DictReader(lines)
            if row["survey"]
        }

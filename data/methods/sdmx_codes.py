"""Our codes as the cross-domain code lists of SDMX write them, and back: sexes, ages, units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

FLOW: Final = "OBSERVATIONS"
STRUCTURE: Final = f"TARGET87:{FLOW}(1.0)"
"""Agency, dataflow and version of our figures."""

COMPONENTS: Final[Mapping[str, str]] = {
    "INDICATOR": "indicator",
    "REF_AREA": "area",
    "SEX": "sex",
    "AGE": "age",
    "BREAKDOWN": "dimension",
    "CATEGORY": "category",
    "TIME_PERIOD": "year",
    "SOURCE": "source",
    "SURVEY": "survey",
    "OBS_VALUE": "value",
    "LOWER_BOUND": "lower",
    "UPPER_BOUND": "upper",
    "OBS_STATUS": "status",
    "NATURE": "nature",
    "SUPPRESSED": "suppressed",
    "OBS_FOOTNOTE": "note",
    "VINTAGE": "vintage",
}
"""Component to column of an observation, dimensions first; UNIT_MEASURE and UNIT_MULT say unit."""

_UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "PERCENT": ("PT", "0"),
    "PERSONS": ("PS", "0"),
    "THOUSAND_PERSONS": ("PS", "3"),
    "MILLION_PERSONS": ("PS", "6"),
}
_OURS: Final = {said: unit for unit, said in _UNITS.items()}
_AGE: Final = re.compile(r"(\d+)(?:-(\d+)|(\+))?")
_SAID_AGE: Final = re.compile(r"Y(?:(\d+)(?:T(\d+))?|_GE(\d+))")


def sex_code(sex: str) -> str:
    """`_T` for both."""
    return "_T" if sex == "T" else sex


def sex_of(code: str) -> str:
    """Our code."""
    return "T" if code == "_T" else code


def age_code(age: str) -> str:
    """`Y5T17` for 5-17, `Y_GE18` for 18+, `Y15` for 15; any other code as it is."""
    found = _AGE.fullmatch(age)
    if found is None:
        return age
    first, last, more = found.groups()
    if more:
        return f"Y_GE{first}"
    return f"Y{first}T{last}" if last else f"Y{first}"


def age_of(code: str) -> str:
    """Our code."""
    found = _SAID_AGE.fullmatch(code)
    if found is None:
        return code
    first, last, more = found.groups()
    if more:
        return f"{more}+"
    return f"{first}-{last}" if last else first


def unit_codes(unit: str) -> tuple[str, str]:
    """UNIT_MEASURE and UNIT_MULT; a unit that no list of the standard has is its own code."""
    return _UNITS.get(unit, (unit, "0"))


def unit_of(measure: str, multiplier: str) -> str:
    """Our code."""
    return _OURS.get((measure, multiplier or "0"), measure)

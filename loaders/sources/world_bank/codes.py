"""The World Bank's series and areas as ours, for its API and its bulk files alike."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from loaders.reading.contract import Record
from loaders.sources.shared.observations import Misfit, area_in, joined, observation, reading_of
from loaders.sources.shared.places import place

SOURCE: Final = "WB_WDI_CHILDREN"
AGE: Final = "7-14"
PARTS: Final = (
    ("SL.AGR.0714.ZS", "SL.MNF.0714.ZS", "SL.SRV.0714.ZS"),
    ("SL.SLF.0714.ZS", "SL.WAG.0714.ZS", "SL.FAM.0714.ZS"),
)
"""Codes whose shares are parts of the same whole."""
HOURS: Final = frozenset({"SL.TLF.0714.SW.TM", "SL.TLF.0714.WK.TM"})
CONTEXT_SOURCE: Final = "WB_WDI_2026"
_CHILDREN: Final = re.compile(
    r"(SL\.(?:TLF|AGR|MNF|SRV|SLF|WAG|FAM)\.0714(?:\.SW|\.WK)?)(?:\.(FE|MA))?\.(ZS|TM)"
)
"""Children of 7 to 14: the code of the total with the sex put before its last part."""
_CONTEXT: Final = {
    "NY.GDP.PCAP.KD": "USD_2015",
    "SI.POV.DDAY": "PERCENT",
    "SI.POV.LMIC": "PERCENT",
    "SI.POV.UMIC": "PERCENT",
}
_KNOWN: Final = HOURS.union(*PARTS, ("SL.TLF.0714.ZS", "SL.TLF.0714.SW.ZS", "SL.TLF.0714.WK.ZS"))
_SEX: Final = {None: "T", "FE": "F", "MA": "M"}


class Series(NamedTuple):
    """Our series for a World Bank code."""

    indicator: str
    sex: str
    age: str
    unit: str
    source: str


def is_held(code: str) -> bool:
    """Whether the store holds the series."""
    return code in _CONTEXT or _total(code) in _KNOWN


def _total(code: str) -> str:
    """The code without its sex; empty for a series that is not about children in employment."""
    found = _CHILDREN.fullmatch(code)
    return f"{found[1]}.{found[3]}" if found else ""


def series_of(code: str) -> Series:
    """Our series for a code. Raises Misfit for one that the store does not hold."""
    if code in _CONTEXT:
        return Series(code, "T", "_T", _CONTEXT[code], CONTEXT_SOURCE)
    found, total = _CHILDREN.fullmatch(code), _total(code)
    if found is None or total not in _KNOWN:
        reason = "The series is not one that the store holds."
        raise Misfit("indicator", code, "out_of_scope", reason)
    unit = "HOURS" if total in HOURS else "PERCENT"
    return Series(total, _SEX[found[2]], AGE, unit, SOURCE)


def area_of_code(code: str) -> str:
    """Our area for a country code of the Bank. Raises Misfit."""
    reason = "The code is neither ISO 3166 nor that of a region of ours."
    return area_in("country", code, "worldbank", reason, place)


def record_of(
    where: str,
    series: Series,
    area: str,
    year: str,
    value: str,
    vintage: str,
    *,
    source: str = "",
    status: str = "A",
    note: str = "",
) -> Record:
    """The observation of one figure; `source` takes the place of the series' own."""
    reading = reading_of(value, status)
    reading = reading._replace(note=joined(reading.note, note))
    return observation(
        where,
        indicator=series.indicator,
        area=area,
        year=year,
        sex=series.sex,
        age=series.age,
        unit=series.unit,
        source=source or series.source,
        vintage=vintage,
        **reading._asdict(),
    )

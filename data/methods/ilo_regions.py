"""Which region of the ILO a country belongs to: its regions are not those of the UN's M49."""

from __future__ import annotations

from typing import Final

from data.records import Area

ESTIMATED_BY_REGION: Final = ("ILO_FORCED_LABOUR_NUMBER", "ILO_FORCED_LABOUR_RATE")
"""Shown for the country's region of the ILO and for the world, never as the country's own."""

ARAB_STATES: Final = frozenset(
    {"ARE", "BHR", "IRQ", "JOR", "KWT", "LBN", "OMN", "PSE", "QAT", "SAU", "SYR", "YEM"}
)
BY_SUBREGION: Final = {"M49_143": "ILO_EUROPE_CENTRAL_ASIA", "M49_145": "ILO_EUROPE_CENTRAL_ASIA"}
BY_REGION: Final = {
    "M49_002": "ILO_AFRICA",
    "M49_019": "ILO_AMERICAS",
    "M49_142": "ILO_ASIA_PACIFIC",
    "M49_150": "ILO_EUROPE_CENTRAL_ASIA",
    "M49_009": "ILO_ASIA_PACIFIC",
}
"""Asia without Central and Western Asia; what of Western Asia is no Arab State is with Europe."""


def ilo_region(area: Area) -> str:
    """The code of the ILO's region, empty for areas outside all of them."""
    if area.code in ARAB_STATES:
        return "ILO_ARAB_STATES"
    return BY_SUBREGION.get(area.subregion) or BY_REGION.get(area.region, "")

"""Countries, territories, UN regions and groupings, with each country's place among them.

UN Statistics Division, Standard country or area codes for statistical use (M49),
https://unstats.un.org/unsd/methodology/m49/; English names from the area list of the SDG Global
Database (DDF release of December 2023, `ddf--entities--geo_area.csv`, M49 numbers without leading
zeros); ISO 3166-1 codes from pycountry. Seen 2026-11.

Quirks: the list has no name for number 158 that fits a country page (ISO's name is used), calls
Kosovo 412 (not an ISO number), and drops "Ascension and Tristan da Cunha". M49 files countries
under intermediate regions only in sub-Saharan Africa and Latin America and the Caribbean; these
are the peers there. Groupings numbered by UNSD but not by M49 are `UNSD_NNN`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pycountry

from loaders.facts.catalogue import codes
from loaders.reading.contract import Record
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.observations import Row, table

FILE: Final = "unsdg/ddf--entities--geo_area.csv"

COLUMNS: Final = (
    "code", "kind", "name", "iso2", "m49", "region", "subregion", "sdg_region", "un_member",
    "pathfinder",
)  # fmt: skip

_CODES: Final = codes(__file__)
PEERS: Final[dict[str, str]] = _CODES["peers"]
ABOVE: Final[dict[str, tuple[str, ...]]] = _CODES["above"]
REGIONS: Final[tuple[str, ...]] = _CODES["regions"]
SDG_REGIONS: Final[tuple[str, ...]] = _CODES["sdg_regions"]
GROUPINGS: Final[tuple[str, ...]] = _CODES["groupings"]
NAMES: Final[dict[str, str]] = _CODES["names"]
NOT_MEMBERS: Final = frozenset(_CODES["not_members"].split())
COUNTRIES_NOT_MEMBERS: Final = frozenset(_CODES["countries_not_members"].split())


def _names(material: Path) -> dict[str, str]:
    """M49 numbers without leading zeros to UNSD's English names."""
    rows = table(material / FILE, ("geo_area", "name"))
    cells = (row.cells for row in rows if isinstance(row, Row))
    return {each["geo_area"]: " ".join(each["name"].split()) for each in cells}


def _country(code: str, iso2: str, m49: str, name: str) -> dict[str, str]:
    """One row of the table for a country or territory."""
    peers = next((region for region, codes in PEERS.items() if code in codes.split()), "")
    _, region, sdg_region = ABOVE.get(peers, ("", "", ""))
    member = code not in NOT_MEMBERS
    kind = "country" if member or code in COUNTRIES_NOT_MEMBERS else "territory"
    above = (region, peers, sdg_region)
    return _row(code, kind, name, iso2, m49, *above, str(int(member)))


def _above_countries(code: str, kind: str, name: str) -> dict[str, str]:
    """One row of the table for a region, grouping or the world."""
    subregion, region, sdg_region = ABOVE.get(code, ("", "", ""))
    number = code.rpartition("_")[2]
    m49 = "001" if code == "WLD" else number
    return _row(code, kind, name, "", m49, region, subregion, sdg_region, "0")


def _row(code: str, kind: str, name: str, *others: str) -> dict[str, str]:
    """The cells of a row, in the order of `COLUMNS`; another table says who is a pathfinder."""
    return dict(zip(COLUMNS, (code, kind, NAMES.get(code, name), *others, ""), strict=True))


def datasets(material: Path) -> Iterator[Dataset]:
    """`areas/areas`. Raises ValueError when the 193 UN members do not come out."""
    records = [Record("", row, "area") for row in areas(material)]
    yield Dataset(
        "areas", material / FILE, "areas/areas", records, COLUMNS, ("code",), ledger=False
    )


def areas(material: Path) -> list[dict[str, str]]:
    """A row for each area. Raises ValueError when the 193 UN members do not come out."""
    names = _names(material)

    rows = [
        _country(c.alpha_3, c.alpha_2, c.numeric, names[str(int(c.numeric))])
        for c in pycountry.countries
    ]
    rows.append(_country("XKX", "XK", "412", names["412"]))
    kinds = dict.fromkeys(REGIONS, "region") | dict.fromkeys(ABOVE, "subregion")
    kinds |= dict.fromkeys(SDG_REGIONS, "sdg_region") | dict.fromkeys(GROUPINGS, "grouping")
    for code, kind in kinds.items():
        number = str(int(code.rpartition("_")[2]))
        rows.append(_above_countries(code, kind, names.get(number, "")))
    rows.append(_above_countries("WLD", "world", names["1"]))
    members = sum(row["un_member"] == "1" for row in rows)
    nameless = [row["code"] for row in rows if not row["name"]]
    if members != 193 or nameless:
        raise ValueError(f"{members} UN members instead of 193; areas without a name: {nameless}")
    return rows

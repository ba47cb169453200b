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

from loaders.reading.contract import Record
from loaders.sources.shared.curation import Dataset
from loaders.sources.shared.observations import Row, table

FILE: Final = "unsdg/ddf--entities--geo_area.csv"

COLUMNS: Final = (
    "code",
    "kind",
    "name",
    "iso2",
    "m49",
    "region",
    "subregion",
    "sdg_region",
    "un_member",
    "pathfinder",
)

PEERS: Final = {
    "M49_014": "BDI COM DJI ERI ETH ATF IOT KEN MDG MWI MUS MYT MOZ REU RWA SYC SOM SSD TZA UGA "
    "ZMB ZWE",
    "M49_017": "AGO CMR CAF TCD COG COD GNQ GAB STP",
    "M49_018": "BWA SWZ LSO NAM ZAF",
    "M49_011": "BEN BFA CPV CIV GMB GHA GIN GNB LBR MLI MRT NER NGA SHN SEN SLE TGO",
    "M49_015": "DZA EGY LBY MAR SDN TUN ESH",
    "M49_029": "AIA ATG ABW BHS BRB BES VGB CYM CUB CUW DMA DOM GRD GLP HTI JAM MTQ MSR PRI BLM "
    "KNA LCA MAF VCT SXM TTO TCA VIR",
    "M49_013": "BLZ CRI SLV GTM HND MEX NIC PAN",
    "M49_005": "ARG BOL BVT BRA CHL COL ECU FLK GUF GUY PRY PER SGS SUR URY VEN",
    "M49_021": "BMU CAN GRL SPM USA",
    "M49_143": "KAZ KGZ TJK TKM UZB",
    "M49_030": "CHN HKG MAC PRK JPN MNG KOR TWN",
    "M49_035": "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM",
    "M49_034": "AFG BGD BTN IND IRN MDV NPL PAK LKA",
    "M49_145": "ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN QAT SAU PSE SYR TUR ARE YEM",
    "M49_151": "BLR BGR CZE HUN POL MDA ROU RUS SVK UKR",
    "M49_154": "ALA GGY JEY DNK EST FRO FIN ISL IRL IMN LVA LTU NOR SJM SWE GBR",
    "M49_039": "ALB AND BIH HRV GIB GRC VAT ITA MLT MNE MKD PRT SMR SRB SVN ESP XKX",
    "M49_155": "AUT BEL FRA DEU LIE LUX MCO NLD CHE",
    "M49_053": "AUS CXR CCK HMD NZL NFK",
    "M49_054": "FJI NCL PNG SLB VUT",
    "M49_057": "GUM KIR MHL FSM NRU MNP PLW UMI",
    "M49_061": "ASM COK PYF NIU PCN WSM TKL TON TUV WLF",
}
"""Finest M49 region to its countries and territories. Kosovo has no M49 entry: placed as in UN
population files. Antarctica belongs to no region."""

ABOVE: Final = {
    "M49_014": ("M49_202", "M49_002", "M49_202"),
    "M49_017": ("M49_202", "M49_002", "M49_202"),
    "M49_018": ("M49_202", "M49_002", "M49_202"),
    "M49_011": ("M49_202", "M49_002", "M49_202"),
    "M49_015": ("", "M49_002", "SDG_747"),
    "M49_029": ("M49_419", "M49_019", "M49_419"),
    "M49_013": ("M49_419", "M49_019", "M49_419"),
    "M49_005": ("M49_419", "M49_019", "M49_419"),
    "M49_021": ("", "M49_019", "SDG_513"),
    "M49_143": ("", "M49_142", "SDG_062"),
    "M49_034": ("", "M49_142", "SDG_062"),
    "M49_030": ("", "M49_142", "SDG_753"),
    "M49_035": ("", "M49_142", "SDG_753"),
    "M49_145": ("", "M49_142", "SDG_747"),
    "M49_151": ("", "M49_150", "SDG_513"),
    "M49_154": ("", "M49_150", "SDG_513"),
    "M49_039": ("", "M49_150", "SDG_513"),
    "M49_155": ("", "M49_150", "SDG_513"),
    "M49_053": ("", "M49_009", "M49_053"),
    "M49_054": ("", "M49_009", "SDG_543"),
    "M49_057": ("", "M49_009", "SDG_543"),
    "M49_061": ("", "M49_009", "SDG_543"),
    "M49_202": ("", "M49_002", "M49_202"),
    "M49_419": ("", "M49_019", "M49_419"),
}
"""M49 sub-region to (sub-region above it, region, SDG region)."""

REGIONS: Final = ("M49_002", "M49_019", "M49_142", "M49_150", "M49_009")
SDG_REGIONS: Final = ("SDG_062", "SDG_513", "SDG_543", "SDG_747", "SDG_753")
GROUPINGS: Final = (
    "M49_003",
    "M49_199",
    "M49_432",
    "M49_722",
    "UNSD_127",
    "UNSD_135",
    "UNSD_223",
    "UNSD_420",
    "UNSD_485",
    "UNSD_514",
    "UNSD_515",
    "UNSD_518",
    "UNSD_738",
    "UNSD_746",
)

NAMES: Final = {
    "M49_003": "North America",
    "TWN": "Taiwan Province of China",
    "XKX": "Kosovo (under UNSCR 1244)",
    "SHN": "Saint Helena, Ascension and Tristan da Cunha",
    "MAF": "Saint Martin (French part)",
    "SDG_543": "Oceania (excluding Australia and New Zealand)",
    "UNSD_485": "Western Asia (excluding Armenia, Azerbaijan, Cyprus, Georgia and Israel)",
    "UNSD_514": "Developed regions (former MDG grouping)",
    "UNSD_515": "Developing regions (former MDG grouping)",
    "UNSD_738": "Sub-Saharan Africa (including Sudan)",
    "UNSD_746": "Northern Africa (excluding Sudan)",
}
"""English names that the list lacks or that read better without its abbreviations."""

NOT_MEMBERS: Final = frozenset(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF "
    "GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PSE PYF REU SGS SHN SJM "
    "SPM SXM TCA TKL TWN UMI VAT VGB VIR WLF XKX".split()
)
COUNTRIES_NOT_MEMBERS: Final = frozenset({"COK", "NIU", "PSE", "VAT"})
"""Observer States, and States in free association that are parties to conventions themselves."""


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
    return {
        "code": code,
        "kind": "country" if member or code in COUNTRIES_NOT_MEMBERS else "territory",
        "name": NAMES.get(code, name),
        "iso2": iso2,
        "m49": m49,
        "region": region,
        "subregion": peers,
        "sdg_region": sdg_region,
        "un_member": str(int(member)),
        "pathfinder": "",
    }


def _above_countries(code: str, kind: str, name: str) -> dict[str, str]:
    """One row of the table for a region, grouping or the world."""
    subregion, region, sdg_region = ABOVE.get(code, ("", "", ""))
    number = code.rpartition("_")[2]
    return {
        "code": code,
        "kind": kind,
        "name": NAMES.get(code, name),
        "iso2": "",
        "m49": {"WLD": "001"}.get(code, number),
        "region": region,
        "subregion": subregion,
        "sdg_region": sdg_region,
        "un_member": "0",
        "pathfinder": "",
    }


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

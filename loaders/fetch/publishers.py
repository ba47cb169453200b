"""Where publishers' files stand: their public addresses, and the hosts that may be reached.

Addresses are the publishers' own, as of 2026-11. A source is one entry here; a file that has none
is downloaded by hand and loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

MEGABYTE: Final = 1_000_000


class FetchRefused(ValueError):
    """A download that was not made: one sentence on what and why, one on what to do."""


@dataclass(frozen=True)
class Remote:
    """A publisher's file: address, name to store it under, bytes that it may have at most.

    An address with `{page}` stands for as many files as its first page says (`totalPages`).
    """

    address: str
    file: str
    limit: int
    note: str = ""


@dataclass(frozen=True)
class HostAllowlist:
    """What may be reached: schemes, hosts (`host`, or `host:port` for another port than 443).

    `certificates` names a file of authorities to trust instead of the usual ones; `proxy` an
    address through which to go. Both come from the caller only.
    """

    hosts: frozenset[str]
    schemes: frozenset[str] = frozenset({"https"})
    certificates: str = ""
    proxy: str = ""

    def check(self, address: str) -> None:
        """Raises FetchRefused when the address may not be reached."""
        parts = urlsplit(address)
        if parts.scheme not in self.schemes:
            raise FetchRefused(
                f"{address} is not https. Only encrypted addresses are fetched: "
                "download the file by hand and load it."
            )
        if parts.username is not None or parts.password is not None:
            raise FetchRefused("The address carries a user name or password. Give it without them.")
        if parts.netloc.lower().removesuffix(":443") not in self.hosts:
            raise FetchRefused(
                f"{parts.netloc} is not among the publishers' hosts that may be reached. "
                "Download the file by hand, check it, and load it."
            )


_UNSD: Final = (
    "https://unstats.un.org/sdgs/UNSDGAPIV5/v1/sdg/Series/Data?pageSize=10000&page={page}"
)
_BANK: Final = "https://api.worldbank.org/v2/country/all/indicator/"
_ILO: Final = "https://rplumber.ilo.org/data/indicator/?format=.csv.gz&type=both&id="
_UNTC: Final = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&clang=_en&mtdsg_no="
_NORMLEX: Final = (
    "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:11300:0::NO:11300:P11300_INSTRUMENT_ID:"
)


def _series(*codes: str) -> str:
    return _UNSD + "".join(f"&seriesCode={code}" for code in codes)


SOURCES: Final[Mapping[str, Remote]] = {
    "unsd-8.7.1": Remote(
        _series("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "SL_TLF_CHLDEAN", "SL_TLF_CHLDECN"),
        "unsd_8_7_1_{page}.json",
        50 * MEGABYTE,
    ),
    "unsd-16.2.2": Remote(
        _series(
            *("VC_HTF_DETV", "VC_HTF_DETVFL", "VC_HTF_DETVSX", "VC_HTF_DETVOP", "VC_HTF_DETVOG"),
            *("VC_HTF_DETVR", "VC_HTF_DETVFLR", "VC_HTF_DETVSXR"),
            *("VC_HTF_DETVOPR", "VC_HTF_DETVOGR"),
        ),
        "unsd_16_2_2_{page}.json",
        100 * MEGABYTE,
    ),
    "unsd-1.3.1": Remote(
        _series(
            *("SI_COV_BENFTS", "SI_COV_CHLD", "SI_COV_DISAB", "SI_COV_MATNL", "SI_COV_PENSN"),
            *("SI_COV_POOR", "SI_COV_UEMP", "SI_COV_VULN", "SI_COV_WKINJRY"),
        ),
        "unsd_1_3_1_{page}.json",
        100 * MEGABYTE,
    ),
    "unsd-5.3.1": Remote(
        _series("SP_DYN_MRBF15", "SP_DYN_MRBF18"), "unsd_5_3_1_{page}.json", 20 * MEGABYTE
    ),
    "unsd-16.9.1": Remote(_series("SG_REG_BRTH"), "unsd_16_9_1_{page}.json", 20 * MEGABYTE),
    "unsd-8.5.2": Remote(_series("SL_TLF_UEM"), "unsd_8_5_2_{page}.json", 200 * MEGABYTE),
    "unsd-8.6.1": Remote(_series("SL_TLF_NEET"), "unsd_8_6_1_{page}.json", 100 * MEGABYTE),
    "unsd-8.3.1": Remote(_series("SL_ISV_IFEM"), "unsd_8_3_1_{page}.json", 100 * MEGABYTE),
    "unsd-8.8.1": Remote(_series("SL_EMP_FTLINJUR"), "unsd_8_8_1_{page}.json", 100 * MEGABYTE),
    "unsd-1.1.1": Remote(
        _series("SI_POV_DAY1", "SI_POV_EMP1"), "unsd_1_1_1_{page}.json", 200 * MEGABYTE
    ),
    "ilostat-children": Remote(
        _ILO + "CLD_XCHL_SEX_AGE_STU_NB_A", "ilostat_children.csv.gz", 50 * MEGABYTE
    ),
    "worldbank-children": Remote(
        _BANK + "SL.TLF.0714.ZS?downloadformat=csv", "worldbank_children.zip", 20 * MEGABYTE
    ),
    "worldbank-children-json": Remote(
        _BANK + "SL.TLF.0714.ZS?format=json&per_page=20000",
        "worldbank_children.json",
        50 * MEGABYTE,
    ),
    "worldbank-wdi": Remote(
        "https://databank.worldbank.org/data/download/WDI_CSV.zip",
        "worldbank_wdi.zip",
        600 * MEGABYTE,
    ),
    "uis-sdg": Remote(
        "https://download.uis.unesco.org/bdds/202602/SDG.zip",
        "uis_sdg.zip",
        600 * MEGABYTE,
        "Release of February 2026; the address of a later one has its own month.",
    ),
    "uis-opri": Remote(
        "https://download.uis.unesco.org/bdds/202602/OPRI.zip",
        "uis_opri.zip",
        600 * MEGABYTE,
        "Release of February 2026; the address of a later one has its own month.",
    ),
    "undp-hdr": Remote(
        "https://hdr.undp.org/sites/default/files/2025_HDR/"
        "HDR25_Composite_indices_complete_time_series.csv",
        "undp_hdr.csv",
        20 * MEGABYTE,
        "Report of 2025.",
    ),
    "unodc-glotip": Remote(
        "https://dataunodc.un.org/sites/dataunodc.un.org/files/data_glotip.xlsx",
        "unodc_glotip.xlsx",
        50 * MEGABYTE,
    ),
    "unicef-child-labour": Remote(
        "https://sdmx.data.unicef.org/ws/public/sdmxapi/rest/data/"
        "UNICEF,GLOBAL_DATAFLOW,1.0/.PT_CHLD_5-17_LBR_ECON.?format=csv",
        "unicef_child_labour.csv",
        50 * MEGABYTE,
    ),
    "ilo-children": Remote(
        "https://sdmx.ilo.org/rest/data/ILO,DF_CLD_XCHL_SEX_AGE_STU_NB,1.0?format=csv",
        "ilo_children.csv",
        50 * MEGABYTE,
    ),
    "untc-crc": Remote(_UNTC + "IV-11&chapter=4", "untc_crc.html", 20 * MEGABYTE),
    "untc-opac": Remote(_UNTC + "IV-11-b&chapter=4", "untc_opac.html", 20 * MEGABYTE),
    "untc-opsc": Remote(_UNTC + "IV-11-c&chapter=4", "untc_opsc.html", 20 * MEGABYTE),
    "untc-palermo": Remote(_UNTC + "XVIII-12-a&chapter=18", "untc_palermo.html", 20 * MEGABYTE),
    "normlex-c138": Remote(_NORMLEX + "312283", "normlex_c138.html", 20 * MEGABYTE),
    "normlex-c182": Remote(_NORMLEX + "312327", "normlex_c182.html", 20 * MEGABYTE),
    "normlex-c029": Remote(_NORMLEX + "312174", "normlex_c029.html", 20 * MEGABYTE),
    "normlex-c105": Remote(_NORMLEX + "312250", "normlex_c105.html", 20 * MEGABYTE),
    "normlex-p029": Remote(_NORMLEX + "3174672", "normlex_p029.html", 20 * MEGABYTE),
}
"""Name on the command line to the publisher's own public address, as of 2026-11."""

PUBLISHERS: Final = HostAllowlist(
    frozenset(urlsplit(remote.address).netloc for remote in SOURCES.values())
    | {"unstats.un.org", "data.unicef.org", "ilostat.ilo.org", "sdmx.ilo.org"}
)
"""The hosts of the sources, and those to which they are known to send on."""

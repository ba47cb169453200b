"""Downloads publishers' files: https only, from listed hosts, resumed when cut, whole or not at all.

The library is requests: streamlit brings it along already, it is well kept, and it lets every
redirect be looked at before it is followed. Nothing of the environment changes where it goes
(no proxy, certificate or password is taken from there); what may be reached is a `Door`.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

import requests

MEGABYTE: Final = 1_000_000
_CHUNK: Final = 1 << 16
_REDIRECTS: Final = 5
_ATTEMPTS: Final = 4
_TIMEOUT: Final = (15.0, 60.0)
"""Seconds to connect, and seconds without a byte."""
_MOVED: Final = frozenset({301, 302, 303, 307, 308})

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are here, and the bytes in all where the server says."""


class FetchRefused(ValueError):
    """A download that was not made: one sentence on what and why, one on what to do."""


class _Cut(ConnectionError):
    """The connection ended early; what has come stays for the next attempt."""


@dataclass(frozen=True)
class Remote:
    """A publisher's file: address, name to store it under, bytes that it may have at most."""

    address: str
    file: str
    limit: int
    note: str = ""


@dataclass(frozen=True)
class Door:
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


_UNSD: Final = "https://unstats.un.org/sdgs/UNSDGAPIV5/v1/sdg/Series/Data?pageSize=50000"
_BANK: Final = "https://api.worldbank.org/v2/country/all/indicator/"
_ILO: Final = "https://rplumber.ilo.org/data/indicator/?format=.csv.gz&type=label&id="
_NORMLEX: Final = (
    "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:11300:0::NO:11300:P11300_INSTRUMENT_ID:"
)


def _series(*codes: str) -> str:
    return _UNSD + "".join(f"&seriesCode={code}" for code in codes)


SOURCES: Final[Mapping[str, Remote]] = {
    "unsd-8.7.1": Remote(
        _series("SL_TLF_CHLDEA", "SL_TLF_CHLDEC", "SL_TLF_CHLDEAN", "SL_TLF_CHLDECN"),
        "unsd_8_7_1.json",
        50 * MEGABYTE,
    ),
    "unsd-16.2.2": Remote(
        _series(
            *("VC_HTF_DETV", "VC_HTF_DETVFL", "VC_HTF_DETVSX", "VC_HTF_DETVOP", "VC_HTF_DETVOG"),
            *("VC_HTF_DETVR", "VC_HTF_DETVFLR", "VC_HTF_DETVSXR"),
            *("VC_HTF_DETVOPR", "VC_HTF_DETVOGR"),
        ),
        "unsd_16_2_2.json",
        100 * MEGABYTE,
    ),
    "unsd-1.3.1": Remote(
        _series(
            *("SI_COV_BENFTS", "SI_COV_CHLD", "SI_COV_DISAB", "SI_COV_MATNL", "SI_COV_PENSN"),
            *("SI_COV_POOR", "SI_COV_UEMP", "SI_COV_VULN", "SI_COV_WKINJRY"),
        ),
        "unsd_1_3_1.json",
        100 * MEGABYTE,
    ),
    "unsd-5.3.1": Remote(
        _series("SP_DYN_MRBF15", "SP_DYN_MRBF18"), "unsd_5_3_1.json", 20 * MEGABYTE
    ),
    "unsd-16.9.1": Remote(_series("SG_REG_BRTH"), "unsd_16_9_1.json", 20 * MEGABYTE),
    "unsd-8.5.2": Remote(_series("SL_TLF_UEM"), "unsd_8_5_2.json", 200 * MEGABYTE),
    "unsd-8.6.1": Remote(_series("SL_TLF_NEET"), "unsd_8_6_1.json", 100 * MEGABYTE),
    "unsd-8.3.1": Remote(_series("SL_ISV_IFEM"), "unsd_8_3_1.json", 100 * MEGABYTE),
    "unsd-8.8.1": Remote(_series("SL_EMP_FTLINJUR"), "unsd_8_8_1.json", 100 * MEGABYTE),
    "unsd-1.1.1": Remote(_series("SI_POV_DAY1", "SI_POV_EMP1"), "unsd_1_1_1.json", 200 * MEGABYTE),
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
    "normlex-c138": Remote(_NORMLEX + "312283", "normlex_c138.html", 20 * MEGABYTE),
    "normlex-c182": Remote(_NORMLEX + "312327", "normlex_c182.html", 20 * MEGABYTE),
    "normlex-c029": Remote(_NORMLEX + "312174", "normlex_c029.html", 20 * MEGABYTE),
    "normlex-c105": Remote(_NORMLEX + "312250", "normlex_c105.html", 20 * MEGABYTE),
    "normlex-p029": Remote(_NORMLEX + "3174672", "normlex_p029.html", 20 * MEGABYTE),
}
"""Name on the command line to the publisher's own public address, as of 2026-11."""

PUBLISHERS: Final = Door(
    frozenset(urlsplit(remote.address).netloc for remote in SOURCES.values())
    | {"unstats.un.org", "data.unicef.org", "ilostat.ilo.org", "sdmx.ilo.org"}
)
"""The hosts of the sources, and those to which they are known to send on."""


def fetch(
    remote: Remote,
    folder: Path,
    *,
    door: Door = PUBLISHERS,
    progress: Progress | None = None,
    wait: float = 2.0,
) -> Path:
    """Download a file into `folder` and give its path; the file there before stays until then.

    A connection that is cut is taken up again where it ended, here and in the next call, as long
    as the server says that the file is still the same. Raises FetchRefused.
    """
    door.check(remote.address)
    folder.mkdir(parents=True, exist_ok=True)
    part = _Part(folder / f"{remote.file}.part", remote.address)
    tell = progress or _silent
    with _session(door) as session:
        for attempt in range(_ATTEMPTS):
            try:
                _attempt(session, remote, door, part, tell)
                break
            except _Cut:
                time.sleep(wait * attempt)
        else:
            raise FetchRefused(
                f"The connection to {urlsplit(remote.address).netloc} was cut {_ATTEMPTS} times; "
                f"{part.size():,} bytes are kept. Fetch again to go on from there."
            )
    whole = folder / remote.file
    os.replace(part.path, whole)
    part.forget()
    return whole


class _Part:
    """The part of a file that is here, with what the server called that version of it."""

    def __init__(self, path: Path, address: str) -> None:
        self.path, self.address = path, address
        self._label = path.with_name(f"{path.name}.json")

    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def version(self) -> str:
        """The version of the part, where there is one of this address; else empty."""
        try:
            known = json.loads(self._label.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ""
        if not isinstance(known, dict) or known.get("address") != self.address:
            return ""
        return str(known.get("version") or "")

    def begin(self, version: str) -> None:
        """Start anew with another version."""
        self.path.write_bytes(b"")
        label = {"address": self.address, "version": version}
        self._label.write_text(json.dumps(label), encoding="utf-8")

    def forget(self) -> None:
        """Remove the part and its label."""
        self.path.unlink(missing_ok=True)
        self._label.unlink(missing_ok=True)


def _silent(_here: int, _total: int | None) -> None:
    return None


def _session(door: Door) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.verify = door.certificates or True
    if door.proxy:
        session.proxies = {"https": door.proxy}
    session.headers.update({"Accept-Encoding": "identity", "User-Agent": "target87-loaders"})
    return session


def _attempt(
    session: requests.Session, remote: Remote, door: Door, part: _Part, tell: Progress
) -> None:
    """One connection: the rest of the file, or all of it. Raises _Cut or FetchRefused."""
    here, version = part.size(), part.version()
    headers = {}
    if here and version:
        headers = {"Range": f"bytes={here}-", "If-Range": version}
    with _answered(session, remote.address, door, headers) as answer:
        if answer.status_code == 416:
            part.forget()
            raise _Cut("the part is longer than the file")
        _check_status(answer, remote.address)
        resumed = answer.status_code == 206 and _starts_at(answer, here)
        if answer.status_code == 206 and not resumed:
            part.forget()
            raise _Cut("the server sent another part than was asked for")
        if not resumed:
            here = 0
            part.begin(_version_of(answer))
        total = _total(answer, here)
        _check_size(total or 0, remote, part)
        _receive(answer, remote, part, here, total, tell)


@contextlib.contextmanager
def _answered(
    session: requests.Session, address: str, door: Door, headers: Mapping[str, str]
) -> Iterator[requests.Response]:
    """The answer at the end of the redirects, each of which the door must allow."""
    for _ in range(_REDIRECTS + 1):
        door.check(address)
        try:
            answer = session.get(
                address, headers=headers, stream=True, allow_redirects=False, timeout=_TIMEOUT
            )
        except requests.exceptions.SSLError as error:
            raise FetchRefused(
                f"The certificate of {urlsplit(address).netloc} cannot be trusted. "
                "Nothing was fetched: ask whoever runs your network, or the publisher."
            ) from error
        except requests.exceptions.RequestException as error:
            raise _Cut(str(error)) from error
        with answer:
            if answer.status_code not in _MOVED:
                yield answer
                return
            address = urljoin(address, answer.headers.get("Location", ""))
    raise FetchRefused(
        f"{urlsplit(address).netloc} sent on more than {_REDIRECTS} times. "
        "Download the file by hand and load it."
    )


def _check_status(answer: requests.Response, address: str) -> None:
    if answer.status_code not in (200, 206):
        raise FetchRefused(
            f"{address} answered {answer.status_code} {answer.reason}. "
            "Try again later; if it stays so, the publisher has moved the file."
        )


def _starts_at(answer: requests.Response, here: int) -> bool:
    return answer.headers.get("Content-Range", "").startswith(f"bytes {here}-")


def _version_of(answer: requests.Response) -> str:
    """What If-Range may name: a strong ETag, else the time of the last change."""
    tag = answer.headers.get("ETag", "")
    return tag if tag.startswith('"') else answer.headers.get("Last-Modified", "")


def _total(answer: requests.Response, here: int) -> int | None:
    length = answer.headers.get("Content-Length", "")
    return here + int(length) if length.isascii() and length.isdigit() else None


def _check_size(size: int, remote: Remote, part: _Part) -> None:
    if size > remote.limit:
        part.forget()
        raise FetchRefused(
            f"{remote.address} has more than {remote.limit:,} bytes, which is more than this "
            "source ever had. Look at it by hand before you load it."
        )


def _receive(
    answer: requests.Response,
    remote: Remote,
    part: _Part,
    here: int,
    total: int | None,
    tell: Progress,
) -> None:
    """Add what comes to the part, until the end that the server announced."""
    tell(here, total)
    try:
        with part.path.open("ab") as out:
            for chunk in answer.iter_content(_CHUNK):
                here += len(chunk)
                _check_size(here, remote, part)
                out.write(chunk)
                tell(here, total)
            out.flush()
            os.fsync(out.fileno())
    except requests.exceptions.RequestException as error:
        raise _Cut(str(error)) from error
    except OSError as error:
        raise FetchRefused(
            f"{part.path.name} cannot be written ({error.strerror}). "
            "Make room or choose another folder, and fetch again."
        ) from error
    if total is not None and here < total:
        raise _Cut(f"{here} of {total} bytes came")

"""Downloads publishers' files: https only, from listed hosts, resumed when cut, whole or not.

The library is requests: streamlit brings it along already, it is well kept, and it lets every
redirect be looked at before it is followed. Nothing of the environment changes where it goes
(no proxy, certificate or password is taken from there); what may be reached is a `HostAllowlist`.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

import requests

from loaders.fetch.publishers import PUBLISHERS, SOURCES, FetchRefused, HostAllowlist, Remote

_CHUNK: Final = 1 << 16
_PAGE_HEAD: Final = 4096
_PAGES: Final = 50
_REDIRECTS: Final = 5
_ATTEMPTS: Final = 4
_TIMEOUT: Final = (15.0, 60.0)
"""Seconds to connect, and seconds without a byte."""
_MOVED: Final = frozenset({301, 302, 303, 307, 308})

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are here, and the bytes in all where the server says."""


class _Cut(ConnectionError):
    """The connection ended early; what has come stays for the next attempt."""


def fetch_source(
    name: str,
    folder: Path,
    *,
    sources: Mapping[str, Remote] = SOURCES,
    door: HostAllowlist = PUBLISHERS,
    progress: Progress | None = None,
) -> list[Path]:
    """Download the file of a source, or all its pages, into `folder`; their paths in order.

    Raises FetchRefused, and KeyError for a name that is not among the sources.
    """
    remote = sources[name]
    if "{page}" not in remote.address:
        return [fetch(remote, folder, door=door, progress=progress)]
    paths = [fetch(_page(remote, 1), folder, door=door, progress=progress)]
    for number in range(2, _pages_in(paths[0]) + 1):
        paths.append(fetch(_page(remote, number), folder, door=door, progress=progress))
    return paths


def _page(remote: Remote, number: int) -> Remote:
    address = remote.address.replace("{page}", str(number))
    return replace(remote, address=address, file=remote.file.replace("{page}", f"{number:03}"))


def _pages_in(first: Path) -> int:
    """How many pages the first page says there are. Raises FetchRefused."""
    with first.open("rb") as file:
        head = file.read(_PAGE_HEAD)
    found = re.search(rb'"totalPages"\s*:\s*(\d{1,6})\b', head)
    if found is None:
        return 1
    pages = int(found[1])
    if pages > _PAGES:
        raise FetchRefused(
            f"{first.name} says that it is one of {pages} pages; no more than {_PAGES} are "
            "fetched. Download the series as CSV from the publisher's portal."
        )
    return pages


def fetch(
    remote: Remote,
    folder: Path,
    *,
    door: HostAllowlist = PUBLISHERS,
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


def _session(door: HostAllowlist) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.verify = door.certificates or True
    if door.proxy:
        session.proxies = {"https": door.proxy}
    session.headers.update({"Accept-Encoding": "identity", "User-Agent": "target87-loaders"})
    return session


def _attempt(
    session: requests.Session, remote: Remote, door: HostAllowlist, part: _Part, tell: Progress
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
    session: requests.Session, address: str, door: HostAllowlist, headers: Mapping[str, str]
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
    """What If-Range may name: a strong ETag, else the time of the last change.

    Empty for what was packed on the way: its bytes cannot be counted in the part.
    """
    if _packed(answer):
        return ""
    tag = answer.headers.get("ETag", "")
    return tag if tag.startswith('"') else answer.headers.get("Last-Modified", "")


def _total(answer: requests.Response, here: int) -> int | None:
    length = answer.headers.get("Content-Length", "")
    if _packed(answer) or not (length.isascii() and length.isdigit()):
        return None
    return here + int(length)


def _packed(answer: requests.Response) -> bool:
    return answer.headers.get("Content-Encoding", "identity") != "identity"


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

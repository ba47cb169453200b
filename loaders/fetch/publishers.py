"""Where publishers' files stand: their public addresses, and the hosts that may be reached.

A source is one block of publishers.toml; a file that has none is downloaded by hand and loaded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
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


_ADDRESSES: Final = Path(__file__).with_suffix(".toml")

SOURCES: Final[Mapping[str, Remote]] = {
    name: Remote(each["address"], each["file"], each["megabytes"] * MEGABYTE, each.get("note", ""))
    for name, each in tomllib.loads(_ADDRESSES.read_text(encoding="utf-8")).items()
}
"""Name on the command line to the publisher's own public address, as of 2026-11."""

PUBLISHERS: Final = HostAllowlist(
    frozenset(urlsplit(remote.address).netloc for remote in SOURCES.values())
    | {"unstats.un.org", "data.unicef.org", "ilostat.ilo.org", "sdmx.ilo.org"}
)
"""The hosts of the sources, and those to which they are known to send on."""

"""Figures that were not read in the publisher's own document, but where somebody quotes it.

Two forms of a note say so: the code `quoted_by=<who> <address>`, and sentences of the tables that
are older than the codes. `read_at` is no quotation: it names a page of the publisher's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

_FORMS: Final = (
    re.compile(r"quoted_by=(?P<who>[^<]+?) ?<(?P<page>[^>]*)>"),
    re.compile(r"quoted_by=(?P<who>[^<]+)"),
    re.compile(r"Figure of the report, quoted by (?P<page>https?://\S+)"),
    re.compile(r"Second hand, read at (?P<who>\S+)"),
    re.compile(r"Secondary: seen on (?P<who>\S+)(?: \((?P<kind>[^)]*)\))?"),
    re.compile(r"Seen on (?P<who>\S+)"),
)
_OWN: Final = frozenset({"ilo.org", "www.ilo.org", "unicef.org", "data.unicef.org"})
"""Sites of the publishers of what is noted in sentences: seen there is read at first hand."""


def quoting(part: str) -> str:
    """Who quotes a figure, by one part of its note; empty for a part that tells of nobody."""
    for form in _FORMS:
        if (found := form.fullmatch(part)) is not None:
            said = found.groupdict()
            who = (said.get("who") or urlsplit(said.get("page") or "").netloc).strip()
            return "" if who in _OWN else who
    return ""


@lru_cache(maxsize=20_000)
def quoted_by(note: str) -> tuple[str, ...]:
    """Who quotes a figure, by its note, in order; empty for a figure read at first hand."""
    return tuple(dict.fromkeys(_each(note))) if note else ()


def _each(note: str) -> Iterator[str]:
    yield from filter(None, map(quoting, note.split("; ")))

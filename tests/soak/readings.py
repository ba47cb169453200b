"""Whether what a reader got is one whole load: the torn reads that a soak looks for."""

from __future__ import annotations

import csv
import io
import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from components.changed.lines import HEADER as CHANGES_HEADER
from components.downloads import HEADER
from tests.soak.loads import INDICATOR, SOURCE, Loads, Published

SECONDS_UNTIL_SEEN: Final = 6.0
"""So long after a release a process may answer with the one before: pages look every 2 seconds,
and this machine has other work."""


class Torn(Exception):
    """An answer that is not one whole load."""


@dataclass
class Readings:
    """What the loads have published, and what releases looked like when they were first read."""

    loads: Loads
    _first: dict[str, str] = field(default_factory=dict)
    _length: int = 0

    def same_for_ever(self, address: str, body: bytes) -> None:
        """What a release holds is answered byte for byte as it was at first. Raises Torn."""
        digest = sha256(body).hexdigest()
        if self._first.setdefault(address, digest) != digest:
            raise Torn(f"{address} is not what it was at first")

    def series(self, body: bytes, asked: float, release: Published | None = None) -> None:
        """The series as a file: every row there, all of one load, and of the right one.

        `asked` is the moment (time.monotonic()) at which it was asked for. Raises Torn.
        """
        values = [row["value"] for row in marked(table(body, HEADER))]
        self._whole(values)
        self._right(float(values[0]), asked, release)

    def whole(self, body: bytes, asked: float) -> None:
        """The file of everything: as long as ever, and the series in it whole. Raises Torn."""
        self.series(body, asked)
        lines = body.count(b"\n")
        self._length = self._length or lines
        if lines != self._length:
            raise Torn(f"the whole file has {lines} lines and had {self._length}")

    def change(self, body: bytes, old: Published, new: Published) -> None:
        """The changes of one load: each row from the one figure to the other. Raises Torn."""
        rows = marked(table(body, CHANGES_HEADER))
        for side, published in (("old_value", old), ("new_value", new)):
            values = [row[side] for row in rows]
            self._whole(values)
            if float(values[0]) != published.value:
                raise Torn(f"{side} {values[0]}, release {published.release} has {published.value}")

    def _whole(self, values: list[str]) -> None:
        if len(values) != self.loads.rows:
            raise Torn(f"{len(values)} rows of the series instead of {self.loads.rows}")
        if len(set(values)) != 1:
            raise Torn(f"figures of several loads: {sorted(set(values))[:5]}")

    def _right(self, value: float, asked: float, release: Published | None) -> None:
        if release is not None:
            if value != release.value:
                raise Torn(f"release {release.release} has {release.value}, not {value}")
            return
        allowed = self.may_be_shown(asked)
        if value not in allowed:
            raise Torn(f"the load of {value} is shown, and not one of {sorted(allowed)}")

    def may_be_shown(self, asked: float) -> set[float]:
        """The figures that a reader who asked at a moment may be answered with until now: what
        was the newest a little before, whatever came since, and what a load is just writing."""
        known = self.loads.published
        before = [p for p in known if p.at < asked - SECONDS_UNTIL_SEEN]
        allowed = {p.value for p in [*before[-1:], *known[len(before) :]]}
        # When nothing is known of the time before, the oldest is what it was.
        allowed |= {self.loads.trying} if self.loads.trying is not None else set()
        return allowed | ({known[0].value} if not before else set())


def table(body: bytes, header: str) -> str:
    """A whole CSV as text. Raises Torn when its head or its last line is not what it should be."""
    text = body.decode("utf-8").removeprefix("\ufeff")
    if not text.startswith(header.removeprefix("\ufeff")):
        raise Torn(f"the file starts with {text[:80]!r}")
    if not text.endswith("\n"):
        raise Torn(f"the file ends within a line: {text[-80:]!r}")
    return text


def marked(text: str) -> list[dict[str, str]]:
    """The rows of the series that the loads are about. Raises Torn for a row of another shape."""
    head, _, rest = text.partition("\n")
    names = next(csv.reader([head]))
    # Only lines that name the series are taken apart: the whole file has hundreds of thousands.
    lines = [line for line in rest.splitlines() if f"{INDICATOR}," in line and SOURCE in line]
    rows = []
    for cells in csv.reader(io.StringIO("\n".join(lines))):
        if len(cells) != len(names):
            raise Torn(f"a line of {len(cells)} cells under {len(names)} columns: {cells}")
        row = dict(zip(names, cells, strict=True))
        if row["indicator"] == INDICATOR and row["source"] == SOURCE:
            rows.append(row)
    return rows


def now() -> float:
    """The moment, as `asked` wants it."""
    return time.monotonic()

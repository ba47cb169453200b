"""What a file of figures holds, told from its own rows while they pass."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from components.cite.columns import CODED
from data.methods.second_hand import quoted_by
from data.records import TOTAL


@dataclass
class Contents:
    """What was seen: the header, `rows`, the codes of each coded column, rows by source, who
    quotes rows of which source, the first and last year (0 without a row).

    Codes of `category` are written `dimension.category`: a code is named within its dimension.
    """

    header: tuple[str, ...] = ()
    rows: int = 0
    codes: dict[str, set[str]] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)
    quoting: dict[str, Counter[str]] = field(default_factory=dict)
    first: int = 0
    last: int = 0

    def see(self, row: Mapping[str, str]) -> None:
        """Count one row, by column."""
        self.rows += 1
        for name, seen in self.codes.items():
            seen.add(_within(row) if name == "category" else row[name])
        source, year = row.get("source", ""), int(row.get("year") or 0)
        self.sources[source] += 1
        self.first, self.last = min(self.first or year, year), max(self.last, year)
        for who in quoted_by(row.get("note", "")):
            self.quoting.setdefault(source, Counter())[who] += 1

    def _begin(self, header: list[str]) -> None:
        self.header = tuple(header)
        self.codes = {name: set() for name in CODED if name in header}

    def watched(self, pieces: Iterable[str | bytes]) -> Iterator[bytes]:
        """The pieces of a CSV as bytes, unchanged, each of whole lines, counted as they pass."""
        for piece in pieces:
            text = piece.decode() if isinstance(piece, bytes) else piece
            for line in csv.reader(io.StringIO(text, newline="")):
                if self.header:
                    self.see(dict(zip(self.header, line, strict=True)))
                else:
                    self._begin(line)
            yield text.encode()


def _within(row: Mapping[str, str]) -> str:
    code, dimension = row["category"], row.get("dimension", "")
    return f"{dimension}.{code}" if dimension and code != TOTAL else code

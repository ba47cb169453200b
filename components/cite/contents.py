"""What a file of figures holds, told from its own rows while they pass."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from components.labels import LABELLED
from data.methods.second_hand import quoted_by
from data.records import TOTAL


@dataclass
class Contents:
    """What was seen: the header, `rows`, the codes of each coded column, rows by source, who
    quotes rows of which source, rows by year.

    Codes of `category` are written `dimension.category`: a code is named within its dimension.
    """

    header: tuple[str, ...] = ()
    rows: int = 0
    codes: dict[str, set[str]] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)
    quoting: dict[str, Counter[str]] = field(default_factory=dict)
    years: Counter[int] = field(default_factory=Counter)

    @property
    def first(self) -> int:
        """The first year; 0 without a row."""
        return min(self.years, default=0)

    @property
    def last(self) -> int:
        """The last year; 0 without a row."""
        return max(self.years, default=0)

    def see(self, row: Mapping[str, str]) -> None:
        """Count one row, by column."""
        self.rows += 1
        for name, seen in self.codes.items():
            seen.add(_within(row) if name == "category" else row[name])
        source = row.get("source", "")
        self.sources[source] += 1
        self.years[int(row["year"])] += 1
        for who in quoted_by(row.get("note", "")):
            self.quoting.setdefault(source, Counter())[who] += 1

    def seen(self, header: Sequence[str], rows: Iterable[list[str]]) -> Iterator[list[str]]:
        """The rows below a header, unchanged, counted as they pass."""
        self._begin(header)
        for row in rows:
            self.see(dict(zip(header, row, strict=True)))
            yield row

    def _begin(self, header: Sequence[str]) -> None:
        self.header = tuple(header)
        self.codes = {name: set() for name in LABELLED if name in header}

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

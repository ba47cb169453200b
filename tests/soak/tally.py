"""What happened in a soak: how many, how long, and what was wrong."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

TEXTS_KEPT: Final = 5
"""So many different texts of each kind of fault are kept to be read; all of them are counted."""

PAGES, SERIES, WHOLE, SMALL, LOADS = "pages", "series", "whole", "small", "loads"
KINDS: Final = (PAGES, SERIES, WHOLE, SMALL, LOADS)


def p95(times: Iterable[float]) -> float:
    """The time that 95 of 100 do not exceed; NaN of none."""
    ordered = sorted(times)
    return ordered[math.ceil(0.95 * len(ordered)) - 1] if ordered else math.nan


@dataclass
class Tally:
    """Counts of one run. Moments are seconds since its start."""

    started: float = field(default_factory=time.monotonic)
    times: list[tuple[float, str, float]] = field(default_factory=list)
    """Moment of the end, kind, seconds; of all that ended well."""

    unexpected: Counter[str] = field(default_factory=Counter)
    torn: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    interrupted: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def now(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    def well(self, kind: str, seconds: float) -> None:
        """Something of a kind was answered as it should."""
        self.times.append((self.now(), kind, seconds))

    def wrong(self, kind: str, text: str) -> None:
        """Something that no visitor should have met."""
        self.unexpected[kind] += 1
        self._keep(kind, text)

    def tear(self, kind: str, text: str) -> None:
        """An answer that mixes two loads, lacks rows, or differs from what it was before."""
        self.torn[kind] += 1
        self._keep(f"torn {kind}", text)

    def _keep(self, kind: str, text: str) -> None:
        kept = self.texts.setdefault(kind, [])
        said = f"at {self.now():.0f} s: {text[:400]}"
        if len(kept) < TEXTS_KEPT:
            kept.append(said)

    def of(self, kind: str, first: float = 0, last: float = math.inf) -> list[float]:
        """Seconds of what ended well between two moments."""
        return [seconds for at, k, seconds in self.times if k == kind and first <= at < last]

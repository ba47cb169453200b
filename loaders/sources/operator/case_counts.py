"""Makes tables of counts out of single cases, with small counts hidden before anything is stored.

Every figure that leaves here, for chart, hover, table, CSV or API, has passed the disclosure rule;
the small counts themselves are in no row. One table an area and year, over form of exploitation,
sex and age group with all margins; nothing is added over areas or years.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from data.methods.disclosure import (
    AGGREGATE_K,
    COMPLEMENTARY,
    PRIMARY,
    SILENT,
    Cell,
    Decision,
    protect,
)
from data.records import SUPPRESSED, TOTAL

INDICATOR: Final = "TIP_CASES"
SOURCE: Final = "OPERATOR_CASES"
UNIT: Final = "PERSONS"
UNKNOWN: Final = "unknown"
"""Level of a case whose form, sex or age group is not known; it counts in totals only."""
NOTES: Final = {
    PRIMARY: "Hidden: a small count (primary)",
    COMPLEMENTARY: "Hidden: another small count could be worked out from it (complementary)",
}


class Case(NamedTuple):
    """One identified victim: area code, year, and the three levels, each `unknown` at need."""

    area: str
    year: str
    form: str
    sex: str
    age: str


@dataclass(frozen=True)
class CaseTable:
    """The counts of one area and year after the disclosure rule, as cells of observation rows."""

    area: str
    year: str
    rows: tuple[Mapping[str, str], ...]
    primary: int
    complementary: int

    @property
    def hidden(self) -> int:
        """How many counts are hidden."""
        return self.primary + self.complementary

    @property
    def sentence(self) -> str:
        """How many of how many counts are hidden, and why."""
        return (
            f"{self.hidden} of {len(self.rows)} counts are hidden: {self.primary} small, "
            f"{self.complementary} so that no small one can be worked out"
        )


def case_tables(
    cases: Mapping[Case, int],
    vintage: str,
    *,
    k: int = AGGREGATE_K,
    zeros: bool = False,
    source: str = SOURCE,
) -> Iterator[CaseTable]:
    """A table for each area and year that has a case, in their order; `cases` says how many alike.

    The table is the cross of all levels that the area has in any year, so a level without a case
    in one year is a zero there; `zeros` hides these too. Raises ValueError for `k` below 2.
    """
    counted: dict[tuple[str, str], Counter[Cell]] = defaultdict(Counter)
    levels: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for case, alike in cases.items():
        leaf = (case.form, case.sex, case.age)
        counted[case.area, case.year][leaf] += alike
        for seen, level in zip(
            levels.setdefault(case.area, (set(), set(), set())), leaf, strict=True
        ):
            seen.add(level)
    for (area, year), found in sorted(counted.items()):
        counts = {leaf: found[leaf] for leaf in product(*map(sorted, levels[area]))}
        decided = protect(counts, k=k, zeros=zeros, silent=frozenset({UNKNOWN})).decisions
        yield _table(area, year, decided, {"source": source, "vintage": vintage}, k)


def _table(
    area: str, year: str, decided: Mapping[Cell, Decision], ends: dict[str, str], k: int
) -> CaseTable:
    shown = {cell: made for cell, made in decided.items() if made.reason != SILENT}
    reasons = Counter(made.reason for made in shown.values())
    place = {"indicator": INDICATOR, "area": area, "year": year, "unit": UNIT}
    rows = tuple(_row(cell, made, k) | place | ends for cell, made in shown.items())
    return CaseTable(area, year, rows, reasons[PRIMARY], reasons[COMPLEMENTARY])


def _row(cell: Cell, made: Decision, k: int) -> dict[str, str]:
    form, sex, age = cell
    hidden = made.reason in NOTES
    return {
        "sex": "T" if sex == TOTAL else sex,
        "age": age,
        "dimension": TOTAL if form == TOTAL else "form",
        "category": form,
        "value": "" if hidden else str(made.cases),
        "status": SUPPRESSED if hidden else "A",
        "suppressed": f"<{k}" if made.reason == PRIMARY else "",
        "note": NOTES.get(made.reason, ""),
    }

"""Every series of every country with its class or its reason, as a CSV file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from components.downloads import LINE_END, number_text
from data.methods.formula_mark import marked
from data.methods.progress.series import JudgedSeries
from data.records import Described

COLUMNS: Final = (
    *("area", "area_name", "series", "indicator", "age", "unit", "class", "reason"),
    *("base_year", "base", "last_year", "last", "points", "target_year", "target"),
    *("yearly_change", "expected", "share_of_way", "observed_a_year", "required_a_year", "times"),
    *("evidence", "newest_year", "newest", "source", "office", "quoted_by", "page", "withheld"),
)
"""In this order for as long as the address is `/api/v1/`; new columns come at the end."""


AMOUNTS: Final = frozenset(
    {"base", "last", "expected", "observed_a_year", "required_a_year", "newest"}
)
"""The figures and what is as good as a figure: blank where the terms of their source do not let us
pass them on. Class, shares and years are our own."""


def sources_of(one: JudgedSeries) -> frozenset[str]:
    """The sources of the figures of a row."""
    rows = (*one.judged.points, *((one.newest,) if one.newest else ()))
    return frozenset(row.source for row in rows)


def held_back(several: Iterable[JudgedSeries], withheld: Collection[str]) -> Mapping[str, int]:
    """Rows without their figures, by the source whose terms hold them back."""
    found = Counter(code for one in several for code in sources_of(one) & set(withheld))
    return dict(sorted(found.items()))


def progress_csv(
    several: Iterable[JudgedSeries], about: Described, withheld: Collection[str] = ()
) -> str:
    """The rows, one a series; sums with all their digits. `withheld` are the sources whose figures
    may not be passed on."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator=LINE_END)
    rows.writerow(COLUMNS)
    rows.writerows(_cells(one, about, frozenset(withheld)) for one in several)
    return written.getvalue()


def _cells(one: JudgedSeries, about: Described, withheld: frozenset[str]) -> list[str]:
    held = sources_of(one) & withheld
    cells = [*_known(one, about), ";".join(sorted(held))]
    if not held:
        return cells
    return ["" if name in AMOUNTS else cell for name, cell in zip(COLUMNS, cells, strict=True)]


def _known(one: JudgedSeries, about: Described) -> list[str]:
    found, newest, run = one.judged, one.newest, one.run
    way, made, line = found.way, found.assessment, found.straight
    row = newest or (found.points[-1] if found.points else None)
    whole = about.indicators[one.indicator]
    return [
        *map(marked, (one.area, about.areas[one.area].name, one.code, one.indicator)),
        *(row.age if row else "", row.unit if row else whole.unit, made.group),
        found.reasons[0] if found.reasons else made.reason,
        *((str(way.base_year), number_text(way.base)) if way else ("", "")),
        *((str(way.last_year), number_text(way.last)) if way else ("", "")),
        " ".join(str(point.year) for point in found.points),
        *((str(way.target_year), number_text(way.target)) if way else ("", "")),
        *map(_sum, (made.yearly, made.expected, made.share)),
        *map(_sum, (line.observed, line.required, line.times) if line else (None,) * 3),
        found.evidence if way else "",
        *((str(newest.year), number_text(newest.value)) if newest else ("", "")),
        row.source if row else "",
        *(map(marked, (run.publisher, run.quoted_by, run.page)) if run else ("", "", "")),
    ]


def _sum(value: float | None) -> str:
    """A sum of ours to ten digits: what comes behind them is noise of the machine."""
    return "" if value is None else number_text(float(f"{value:.10g}"))

"""Published figures that cannot all be true, or that two publishers print far apart.

`sex_above_total`: one sex counts more persons than both together. `parts_apart`: the parts of one
dimension and their published total differ by more than rounding explains. `publishers_apart`: two
publishers of one measure, year and population differ by more than a quarter. Only counts of persons
and cases have parts: a rate of one sex may well lie above that of both. A suppressed figure may be
anything its mark allows, so nothing is called contradictory that some hidden count could settle.

Pure: observations of one indicator in, codes by key out. Nothing is corrected.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final

from data.methods.change import DETECTION
from data.methods.parts import LINES, WHOLE, Breakdown, YearParts, most, parts_by_year
from data.methods.selection import Measure, far_apart
from data.records import SUPPRESSED, TOTAL, Indicator, Observation

SEX_ABOVE_TOTAL: Final = "sex_above_total"
PARTS_APART: Final = "parts_apart"
PUBLISHERS_APART: Final = "publishers_apart"
CODES: Final = (SEX_ABOVE_TOTAL, PARTS_APART, PUBLISHERS_APART)
"""Every code, in the order in which a row names its own; each is worded `contradiction.<code>`."""

COUNTED: Final = frozenset({"PERSONS", "THOUSAND_PERSONS", "COUNT"})
ADMINISTRATIVE: Final = "administrative"
PARTITIONS: Final = frozenset({"schooling"})
"""Dimensions whose categories are the whole and overlap nowhere; forms of one estimate may nest."""

Key = tuple[str, int, str, str, str, str, str]
"""Area, year, sex, age, dimension, category, source."""


def key_of(row: Observation) -> Key:
    """By what the contradictions of one indicator are found."""
    return (row.area, row.year, row.sex, row.age, row.dimension, row.category, row.source)


def contradictions_of(
    rows: Sequence[Observation],
    indicator: Indicator,
    *,
    measures: Iterable[Measure] = (),
    beside: Sequence[Observation] = (),
) -> Mapping[Key, tuple[str, ...]]:
    """The codes of every figure of an indicator that contradicts another.

    `measures` are those that the indicator belongs to, `beside` the rows of their other indicators.
    """
    found: dict[Key, set[str]] = defaultdict(set)
    if indicator.unit in COUNTED:
        for code, one in (*_sexes(rows), *_parts(rows, indicator)):
            found[key_of(one)].add(code)
    for measure in measures:
        for one in _rivals((*rows, *beside), measure):
            if one.indicator == indicator.code:
                found[key_of(one)].add(PUBLISHERS_APART)
    return {key: tuple(code for code in CODES if code in codes) for key, codes in found.items()}


def _by(rows: Iterable[Observation], *names: str) -> Iterator[list[Observation]]:
    groups: dict[Hashable, list[Observation]] = defaultdict(list)
    place = attrgetter(*names)
    for row in rows:
        groups[place(row)].append(row)
    yield from groups.values()


_BUT_SEX: Final = ("area", "year", "age", "dimension", "category", "source", "survey")
_BUT_CATEGORY: Final = ("area", "year", "sex", "age", "source", "survey")


def _least(row: Observation) -> float:
    return row.value if row.value is not None else 0.0


def _most(row: Observation) -> float:
    """The most a figure can be; nothing is known of one that was not reported."""
    return math.inf if row.value is None and row.status != SUPPRESSED else most(row)


def _sexes(rows: Sequence[Observation]) -> Iterator[tuple[str, Observation]]:
    for group in _by(rows, *_BUT_SEX):
        by_sex = {row.sex: row for row in group}
        if "T" not in by_sex:
            continue
        above = [r for r in group if r.sex != "T" and _least(r) > _most(by_sex["T"])]
        for row in (*above, by_sex["T"]) if above else ():
            yield SEX_ABOVE_TOTAL, row


def _parts(rows: Sequence[Observation], indicator: Indicator) -> Iterator[tuple[str, Observation]]:
    if indicator.code.startswith(DETECTION):
        for group in _by(rows, "area", "source"):
            yield from ((PARTS_APART, row) for row in _detected(group))
        return
    for total, parts in (*_both_sexes(rows), *_categories(rows, indicator.dimension)):
        if _differ(total, parts, indicator):
            yield from ((PARTS_APART, row) for row in (total, *parts))


def _detected(rows: Sequence[Observation]) -> Iterator[Observation]:
    """Rows of UNODC's breakdowns that do not make up their total."""
    lined = {row.year for row in rows if row.dimension == LINES}
    for year in parts_by_year(rows):
        for part in _wrong(year, lined=year.year in lined):
            yield from (row for row in (*part.rows, part.total) if row is not None)


def _wrong(year: YearParts, *, lined: bool) -> list[Breakdown]:
    if year.total is None or math.isinf(_most(year.total)):
        return []
    # Where a form was printed on several lines, what the others leave of the total stands on them.
    return [
        part
        for part in year.differing
        if not (lined and part.by == "form" and part.verdict == "less" and part.by in WHOLE)
    ]


Whole = tuple[Observation, list[Observation]]


def _both_sexes(rows: Sequence[Observation]) -> Iterator[Whole]:
    for group in _by(rows, *_BUT_SEX):
        total = [row for row in group if row.sex == "T"]
        parts = [row for row in group if row.sex != "T"]
        if len(total) == 1 and len(parts) == 2:
            yield total[0], parts


def _categories(rows: Sequence[Observation], dimension: str) -> Iterator[Whole]:
    if dimension not in PARTITIONS:
        return
    for group in _by(rows, *_BUT_CATEGORY):
        total = [row for row in group if row.category == TOTAL]
        parts = [row for row in group if row.dimension == dimension and row.category != TOTAL]
        if len(total) == 1 and len(parts) > 1:
            yield total[0], parts


def _differ(total: Observation, parts: Sequence[Observation], indicator: Indicator) -> bool:
    """Whether no rounding and no hidden figure explains the difference.

    Parts of a register may be fewer than its total (not everybody is classified), never more.
    """
    rounded = float(sum(_half_unit(row, indicator.method) for row in (total, *parts)))
    if sum(map(_least, parts)) > _most(total) + rounded:
        return True
    whole = indicator.method != ADMINISTRATIVE
    return whole and sum(map(_most, parts)) < _least(total) - rounded


def _half_unit(row: Observation, method: str) -> Decimal:
    """Half of the last digit as printed; of an estimate, zeros at the end are no digits."""
    if not row.value:
        return Decimal(0)
    value = Decimal(repr(row.value)).normalize()
    place = int(value.as_tuple().exponent)
    return Decimal(5).scaleb((min(place, 0) if method == ADMINISTRATIVE else place) - 1)


def _rivals(rows: Sequence[Observation], measure: Measure) -> Iterator[Observation]:
    held = [row for row in rows if row.indicator in measure.indicators and row.value is not None]
    for group in _by(held, "area", "year", "sex", "age", "dimension", "category"):
        if len(group) > 1:
            yield from (row for row in group if any(far_apart(row, other) for other in group))

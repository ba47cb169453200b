"""Which figure speaks for a country: one rule for map, page, tile, sentence, file.

The newest year of the standard population speaks, whichever publisher has it. Another age band
speaks only where the standard one is missing or more than five years older, and is then named.
Among figures of one year: the newest edition, then the preferred publisher. A projection, a part
or an absence never speaks for a whole that has a figure. A survey that two publishers carry, or
one publisher under two neighbouring years, is one survey.

Pure: observations in, observations out. Measures are described in `data/catalogue/headlines.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from data.methods.comparability import projected
from data.records import TOTAL, Indicator, Observation

CATALOGUE: Final = Path(__file__).parents[1] / "catalogue" / "headlines.toml"

AGE_PATIENCE: Final = 5
"""Years by which the standard population may be older before another age band speaks."""

APART: Final = 0.25
"""Share of the larger figure by which two publishers of one survey year may differ untold."""

AGE: Final = "age"
SEX: Final = "sex"
PROJECTION: Final = "projection"

_DATE: Final = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is measured, and the figures that may speak for it.

    `indicators` share one definition, the preferred first; `sources` likewise. `age`, `sex`,
    `dimension` and `category` are the standard population. `stand_ins` says what else may speak:
    "age", "sex", "projection". `one_survey`: equal figures of neighbouring years are one survey.
    """

    code: str
    theme: str
    indicators: tuple[str, ...]
    sources: tuple[str, ...] = ()
    age: str = TOTAL
    sex: str = "T"
    dimension: str = TOTAL
    category: str = TOTAL
    stand_ins: tuple[str, ...] = ()
    one_survey: bool = False
    mapped: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Representative:
    """The figure that speaks. `stand_in`: "" or what stands in for the standard population.

    `rivals` are figures of the same year and population by other publishers that differ by more
    than a quarter: both are shown and the reader is told.
    """

    row: Observation
    stand_in: str = ""
    rivals: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """All that publishers print of one survey; `row` speaks for it, `rows` hold it too."""

    row: Observation
    rows: tuple[Observation, ...]

    @property
    def rivals(self) -> tuple[Observation, ...]:
        """Figures of the survey by other publishers that differ by more than a quarter."""
        return tuple(other for other in self.rows if far_apart(self.row, other))


@cache
def headlines(path: Path = CATALOGUE) -> Mapping[str, Measure]:
    """The headline measures by code, in the order of the catalogue.

    Raises TypeError for a key that no measure has.
    """
    measures = {}
    for code, block in tomllib.loads(path.read_text(encoding="utf-8")).items():
        fields: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in block.items()
        }
        measures[code] = Measure(code, **fields)
    return measures


def measure_of(about: Indicator, *, sex: str = "T", category: str = TOTAL) -> Measure:
    """The measure that one indicator is by itself, for its own age and the whole or a category."""
    return Measure(
        about.code,
        about.theme,
        (about.code,),
        about.sources,
        age=about.age or TOTAL,
        sex=sex,
        dimension=TOTAL if category == TOTAL else about.dimension,
        category=category,
        stand_ins=(AGE, SEX, PROJECTION),
    )


def representative(measure: Measure, rows: Iterable[Observation]) -> Representative | None:
    """The figure of one area that speaks for the measure; None when none may.

    `rows` are of one area; rows of other indicators, categories and absences are passed over.
    """
    whole = [row for row in rows if _is_whole(row, measure) and row.value is not None]
    for stand_in, kept in _in_turn(measure, whole):
        found = _newest(measure, kept)
        if found is not None:
            named = stand_in or (AGE if found.age != measure.age else "")
            return Representative(found, named, _rivals(found, kept))
    return None


def absence(measure: Measure, rows: Iterable[Observation]) -> Observation | None:
    """The newest row that says why there is no figure; None where nothing is said at all.

    Of use only where `speaking` finds nothing: an absence never hides a figure.
    """
    absences = [row for row in rows if _is_whole(row, measure) and row.value is None]
    own = [row for row in absences if row.sex == measure.sex and row.age == measure.age] or absences
    return max(own, key=lambda row: (row.year, edition(row)), default=None)


def history(measure: Measure, rows: Iterable[Observation]) -> tuple[Survey, ...]:
    """The surveys (or years) of the population that speaks, oldest first, each once.

    Projections are left out. What one publisher prints under two neighbouring years, or two
    publishers print of one survey, is one survey where the measure says so.
    """
    kept = tuple(rows)
    spoken = representative(measure, kept)
    if spoken is None or spoken.stand_in == PROJECTION:
        return ()
    return surveys(
        measure,
        (
            row
            for row in kept
            if _is_whole(row, measure)
            and row.value is not None
            and not projected(row)
            and (row.sex, row.age) == (spoken.row.sex, spoken.row.age)
        ),
    )


def surveys(measure: Measure, rows: Iterable[Observation]) -> tuple[Survey, ...]:
    """Figures of one population as surveys, oldest first."""
    groups: list[list[Observation]] = []
    for row in sorted(rows, key=lambda row: (row.year, row.source, row.survey)):
        if groups and _one_survey(measure, groups[-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    found = []
    for group in groups:
        leader = _newest(measure, group)
        assert leader is not None
        found.append(Survey(leader, tuple(row for row in group if row is not leader)))
    return tuple(found)


def other_ages(measure: Measure, rows: Iterable[Observation]) -> tuple[Survey, ...]:
    """The surveys of every other age band, which no line joins to the history; oldest first."""
    kept = tuple(rows)
    spoken = representative(measure, kept)
    if spoken is None:
        return ()
    others = [
        row
        for row in kept
        if _is_whole(row, measure)
        and row.value is not None
        and not projected(row)
        and row.sex == spoken.row.sex
        and row.age != spoken.row.age
    ]
    ages = dict.fromkeys(row.age for row in others)
    found = [s for age in ages for s in surveys(measure, (r for r in others if r.age == age))]
    return tuple(sorted(found, key=lambda survey: (survey.row.year, survey.row.age)))


def edition(row: Observation) -> str:
    """The last date that the vintage of a row names, as text that sorts; empty without one."""
    dates = _DATE.findall(row.vintage)
    return max(dates, default="")


def _is_whole(row: Observation, measure: Measure) -> bool:
    return (
        row.indicator in measure.indicators
        and row.category == measure.category
        and (row.category == TOTAL or row.dimension == measure.dimension)
    )


def _in_turn(measure: Measure, whole: list[Observation]) -> Iterable[tuple[str, list[Observation]]]:
    """The populations that may speak, in turn, each with what it stands in for."""
    observed = [row for row in whole if not projected(row)]
    own_sex = [row for row in observed if row.sex == measure.sex]
    yield "", _own_or_fresher_age(measure, own_sex)
    if SEX in measure.stand_ins:
        yield SEX, _own_or_fresher_age(measure, observed)
    if PROJECTION in measure.stand_ins:
        yield (
            PROJECTION,
            [row for row in whole if (row.sex, row.age) == (measure.sex, measure.age)],
        )


def _own_or_fresher_age(measure: Measure, rows: list[Observation]) -> list[Observation]:
    """Rows of the standard age, or of another where that is missing or too old."""
    own = [row for row in rows if row.age == measure.age]
    # Of a measure of all ages every band is a part, and a part never stands for the whole.
    if AGE not in measure.stand_ins or measure.age == TOTAL:
        return own
    others = [row for row in rows if row.age != measure.age]
    newest_own = max((row.year for row in own), default=None)
    newest_other = max((row.year for row in others), default=None)
    if newest_other is None:
        return own
    if newest_own is not None and newest_other - newest_own <= AGE_PATIENCE:
        return own
    age = min(
        (row.age for row in others if row.year == newest_other), key=lambda age: (-_width(age), age)
    )
    return [row for row in others if row.age == age]


def _width(age: str) -> int:
    """Years an age band spans: of two bands the wider is nearer to a whole."""
    first, _, last = age.partition("-")
    return int(last) - int(first) if first.isdigit() and last.isdigit() else 0


def _newest(measure: Measure, rows: Iterable[Observation]) -> Observation | None:
    def order(row: Observation) -> tuple[int, str, int, int, str]:
        return (
            row.year,
            edition(row),
            -_place(row.indicator, measure.indicators),
            -_place(row.source, measure.sources),
            row.survey,
        )

    return max(rows, key=order, default=None)


def _place(code: str, order: tuple[str, ...]) -> int:
    return order.index(code) if code in order else len(order)


def _rivals(spoken: Observation, rows: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(
        row
        for row in rows
        if row is not spoken
        and (row.year, row.age, row.sex) == (spoken.year, spoken.age, spoken.sex)
        and far_apart(spoken, row)
    )


def far_apart(one: Observation, other: Observation) -> bool:
    """Whether two publishers differ by more than a quarter of the larger figure."""
    if one.source == other.source or one.value is None or other.value is None:
        return False
    larger = max(abs(one.value), abs(other.value))
    return larger > 0 and abs(one.value - other.value) > APART * larger


def _one_survey(measure: Measure, group: list[Observation], row: Observation) -> bool:
    last = group[-1]
    if row.year == last.year:
        return True
    return (
        measure.one_survey
        and row.year - group[0].year <= 1
        and any(equal_as_printed(row, other) for other in group)
    )


def equal_as_printed(one: Observation, other: Observation) -> bool:
    """Whether two figures are the same at the precision of the coarser one."""
    if one.value is None or other.value is None:
        return False
    a, b = Decimal(str(one.value)), Decimal(str(other.value))
    coarser = max(int(a.as_tuple().exponent), int(b.as_tuple().exponent))
    return abs(a - b) <= Decimal(5).scaleb(coarser - 1) if a != b else True

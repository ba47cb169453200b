"""What became of a measure between two surveys, in three honest strengths.

* comparable: one survey programme, one definition and age, both surveys named by an official table
  or one office's own series. A solid line joins them; the change is stated in percent and points.
* indicative: the same measure and age, but a survey is unnamed, inferred or of another programme,
  or a break is flagged between. A dashed line; the reason is named; no class, no projection.
* not comparable: ages, definitions or methods differ, or a figure is in doubt. Two figures side by
  side and no difference.

The strict gate for joined lines and projections stays in data.methods.comparability. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple

from data.methods.comparability import BREAK, estimated, projected, survey_family
from data.methods.doubts import FORBIDDING, doubt_of
from data.methods.selection import Measure, Survey, history, other_ages
from data.methods.uncertainty import no_clear_difference
from data.records import NationalSeries, Observation, SurveyName

COMPARABLE: Final = "comparable"
INDICATIVE: Final = "indicative"
NOT_COMPARABLE: Final = "not_comparable"
STRENGTHS: Final = (COMPARABLE, INDICATIVE, NOT_COMPARABLE)

TREND_YEARS: Final = 2
"""Years between two surveys below which no change is stated."""

SPAN_YEARS: Final = 3
"""Years that an indicative pair should span where there is a choice."""

JUMP_RATIO: Final = 2.5
JUMP_POINTS: Final = 15.0
"""A change above either is told to be larger than child labour is known to change."""

OTHER: Final = "other"
"""What the table of names calls a programme that belongs to no family."""

RUN: Final = "national_run"
"""The dimension whose categories are the runs of national offices."""

PUBLISHED: Final = "published"
OFFICIAL: Final = frozenset({PUBLISHED, "stated_value_match", "stated_other_table"})
"""Evidence by which an official table itself names the survey of a figure."""

NOT_REASONS: Final = (
    "different_definition",
    "different_age",
    "different_method",
    "different_edition",
    "doubtful_figure",
    "publishers_differ",
)
INDICATIVE_REASONS: Final = (
    "break",
    "unnamed_survey",
    "inferred_survey",
    "other_programme",
    "detection",
    "office_caveat",
)
REASONS: Final = (
    *NOT_REASONS,
    *INDICATIVE_REASONS,
    "one_survey",
    "different_survey",
    "no_figure",
    "too_close",
)
"""Every code that a Change can give; each is worded as `change.reason.<code>`."""

DETECTION: Final = "TIP_"
"""How the codes of counts begin that tell detection and prosecution, never prevalence."""


class SurveyIdentity(NamedTuple):
    """Which survey stands behind a figure: programme (`MICS`), name, and how we know.

    `evidence`: published, stated_value_match, stated_other_table, catalogue_match or ambiguous;
    all three are empty where nobody names a survey.
    """

    programme: str = ""
    name: str = ""
    evidence: str = ""

    @property
    def official(self) -> bool:
        """Whether an official table names the survey."""
        return self.evidence in OFFICIAL and bool(self.programme)


@dataclass(frozen=True)
class Knowledge:
    """What is known of figures beyond the figures: names of surveys, doubts, offices' own runs.

    `names` by (source, area, year); `runs` by (area, run): the strength at which the office that
    made a national run compares its years.
    """

    names: Mapping[tuple[str, str, int], SurveyIdentity] = field(default_factory=dict)
    runs: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def sources(self) -> frozenset[str]:
        """The sources of which the table of names knows a survey."""
        return frozenset(source for source, _, _ in self.names)

    def survey_of(self, row: Observation) -> SurveyIdentity:
        """The survey behind a figure, as published or as another table names it.

        Families of national surveys (LFS) come from the table of names where it has the figure,
        since a published name alone may not tell them; `other` is no family but the name itself.
        """
        named = self.names.get((row.source, row.area, row.year), SurveyIdentity())
        name = row.survey or named.name
        evidence = PUBLISHED if row.survey else named.evidence
        listed = named.programme not in {"", OTHER}
        return SurveyIdentity(named.programme if listed else survey_family(name), name, evidence)


STRONG: Final = "strong"
MEDIUM: Final = "medium"
CAVEATS: Final = frozenset({"content_changed", "definition_presumed", "questioned", "preliminary"})
"""What an office's medium run may rest on that makes its change indicative only."""

NOTHING_KNOWN: Final = Knowledge()


@dataclass(frozen=True, slots=True)
class Change:
    """Two figures and how far they may be compared, or why there is only one or none.

    `strength` is one of STRENGTHS, empty with fewer than two figures. `reasons` are codes of
    REASONS, the weightiest first. `between` is a figure between the two that lies outside them and
    must be told. `jump`: the change is larger than is plausible without a change of survey.
    """

    strength: str
    reasons: tuple[str, ...]
    first: Observation | None
    last: Observation | None
    between: Observation | None = None
    jump: bool = False

    @property
    def stated(self) -> bool:
        """Whether a direction may be read: comparable or indicative."""
        return self.strength in {COMPARABLE, INDICATIVE}

    @property
    def unclear(self) -> bool:
        """Whether a direction may be read, but the published intervals of both figures meet."""
        if self.first is None or self.last is None:
            return False
        return self.stated and no_clear_difference(self.first, self.last)

    @property
    def difference(self) -> float | None:
        """Last minus first in the unit of the figures, exact; None unless stated."""
        if not self.stated:
            return None
        before, after = _decimals(self.first, self.last)
        return float(after - before)

    @property
    def relative(self) -> float | None:
        """The difference in percent of the first; None unless stated and the first is not zero."""
        if not self.stated:
            return None
        before, after = _decimals(self.first, self.last)
        return float((after - before) / before * 100) if before else None


def _decimals(first: Observation | None, last: Observation | None) -> tuple[Decimal, Decimal]:
    assert first is not None and last is not None
    return Decimal(str(first.value)), Decimal(str(last.value))


def assess(
    a: Observation,
    b: Observation,
    *,
    measure: Measure,
    method: str = "survey",
    known: Knowledge = NOTHING_KNOWN,
    rivals: bool = False,
) -> tuple[str, tuple[str, ...]]:
    """How far `b` may be compared with the earlier `a`: a strength and the reasons against more.

    `rivals`: another publisher prints a figure more than a quarter apart for one of the surveys.
    """
    against = [code for code, fails in _not_checks(a, b, measure, method, rivals) if fails]
    if against:
        return NOT_COMPARABLE, tuple(against)
    run = known.runs.get((b.area, b.category))
    if run is not None:
        return run, () if run == COMPARABLE else ("office_caveat",)
    weaker = [code for code, fails in _indicative_checks(a, b, method, known) if fails]
    return (INDICATIVE, tuple(weaker)) if weaker else (COMPARABLE, ())


def _not_checks(
    a: Observation, b: Observation, measure: Measure, method: str, rivals: bool
) -> tuple[tuple[str, bool], ...]:
    one, other = (a.area, a.dimension, a.category, a.sex), (b.area, b.dimension, b.category, b.sex)
    same = one == other and {a.indicator, b.indicator} <= set(measure.indicators)
    edition = method in {"model", "estimate"} and (a.source, a.vintage) != (b.source, b.vintage)
    return (
        ("different_definition", not same or a.unit != b.unit),
        ("different_age", a.age != b.age),
        ("different_method", estimated(a) != estimated(b) or projected(a) != projected(b)),
        ("different_edition", edition),
        ("doubtful_figure", bool({_doubt(a), _doubt(b)} & FORBIDDING)),
        ("publishers_differ", rivals),
    )


def _indicative_checks(
    a: Observation, b: Observation, method: str, known: Knowledge
) -> tuple[tuple[str, bool], ...]:
    if method != "survey":
        return (
            ("break", b.status == BREAK or a.source != b.source),
            ("detection", b.indicator.startswith(DETECTION)),
        )
    first, second = known.survey_of(a), known.survey_of(b)
    both = bool(first.programme and second.programme)
    return (
        ("break", b.status == BREAK or _doubt(b) == "break_flagged"),
        ("unnamed_survey", not both),
        ("inferred_survey", both and not (_proven(a, first) and _proven(b, second))),
        ("other_programme", both and first.programme.casefold() != second.programme.casefold()),
    )


def _doubt(row: Observation) -> str:
    found = doubt_of(row)
    return found.code if found else ""


def _proven(row: Observation, survey: SurveyIdentity) -> bool:
    return survey.official and _doubt(row) != "survey_not_proven"


def comparable_stretch(
    measure: Measure,
    rows: Sequence[Observation],
    *,
    method: str = "survey",
    known: Knowledge = NOTHING_KNOWN,
) -> Change | None:
    """The newest stretch of comparable surveys, wherever it ends; None when there is none.

    It may end before the newest survey, or stand in another age band than the figure that speaks.
    """
    held = history(measure, rows)
    others = other_ages(measure, rows)
    ages = dict.fromkeys(survey.row.age for survey in others)
    found = []
    for band in (held, *([s for s in others if s.row.age == age] for age in ages)):
        found += _stretches(band, measure, method, known)
    return max(found, key=lambda c: (c.last.year, -c.first.year), default=None)  # type: ignore[union-attr]


def _stretches(
    band: Sequence[Survey], measure: Measure, method: str, known: Knowledge
) -> list[Change]:
    return [
        _change_between(COMPARABLE, (), earlier, later, band)
        for place, later in enumerate(band)
        for earlier in band[:place]
        if later.row.year - earlier.row.year >= TREND_YEARS
        and _assessed(earlier, later, band, measure, method, known)[0] == COMPARABLE
    ]


def change(
    measure: Measure,
    rows: Sequence[Observation],
    *,
    method: str = "survey",
    known: Knowledge = NOTHING_KNOWN,
) -> Change:
    """The change of one area's measure to its newest survey, at the best strength there is.

    `rows` are of one area. A comparable pair reaches back as far as it can; an indicative one takes
    the nearest earlier survey of some years ago, so that as little as possible lies between.
    """
    held = history(measure, rows)
    if not held:
        return Change("", ("no_figure",), None, None)
    last = held[-1]
    pairs = [
        (earlier, *_assessed(earlier, last, held, measure, method, known))
        for earlier in held[:-1]
        if last.row.year - earlier.row.year >= TREND_YEARS
    ]
    for strength in (COMPARABLE, INDICATIVE, NOT_COMPARABLE):
        fitting = [pair for pair in pairs if pair[1] == strength]
        if fitting:
            earlier, _, reasons = _nearest(fitting, last) if strength != COMPARABLE else fitting[0]
            return _change_between(strength, reasons, earlier, last, held)
    beside = _of_another_age(measure, rows, last)
    if beside is not None:
        return Change(NOT_COMPARABLE, ("different_age",), beside, last.row)
    return Change("", ("too_close" if len(held) > 1 else "one_survey",), None, last.row)


def _assessed(
    earlier: Survey,
    last: Survey,
    held: Sequence[Survey],
    measure: Measure,
    method: str,
    known: Knowledge,
) -> tuple[str, tuple[str, ...]]:
    strength, reasons = assess(
        earlier.row,
        last.row,
        measure=measure,
        method=method,
        known=known,
        rivals=bool(earlier.rivals or last.rivals),
    )
    broken = any(
        (survey.row.status == BREAK or _doubt(survey.row) == "break_flagged")
        and earlier.row.year < survey.row.year < last.row.year
        for survey in held
    )
    if broken and strength == COMPARABLE:
        return INDICATIVE, ("break",)
    return strength, reasons


def _nearest(
    pairs: Sequence[tuple[Survey, str, tuple[str, ...]]], last: Survey
) -> tuple[Survey, str, tuple[str, ...]]:
    far = [pair for pair in pairs if last.row.year - pair[0].row.year >= SPAN_YEARS]
    return (far or list(pairs))[-1]


def _change_between(
    strength: str, reasons: tuple[str, ...], earlier: Survey, last: Survey, held: Sequence[Survey]
) -> Change:
    first, newest = earlier.row, last.row
    between = [s.row for s in held if first.year < s.row.year < newest.year]
    return Change(
        strength,
        reasons,
        first,
        newest,
        _outlier(between, first, newest),
        strength != NOT_COMPARABLE and _jumps(first, newest),
    )


def _outlier(
    between: Sequence[Observation], first: Observation, last: Observation
) -> Observation | None:
    """The figure between two others that lies farthest outside them."""
    low, high = sorted((first.value or 0.0, last.value or 0.0))

    def outside(row: Observation) -> float:
        value = row.value or 0.0
        return max(low - value, value - high)

    farthest = max(between, key=outside, default=None)
    return farthest if farthest is not None and outside(farthest) > 0 else None


def _jumps(first: Observation, last: Observation) -> bool:
    if last.unit != "PERCENT":
        return False
    low, high = sorted((first.value or 0.0, last.value or 0.0))
    return high - low > JUMP_POINTS or (low > 0 and high / low > JUMP_RATIO)


def _of_another_age(
    measure: Measure, rows: Sequence[Observation], last: Survey
) -> Observation | None:
    """A figure of another age band to set beside the last one: the newest before it, else any."""
    others = [s.row for s in other_ages(measure, rows) if s.row.year != last.row.year]
    before = [row for row in others if row.year < last.row.year]
    return max(before or others, key=lambda row: row.year, default=None)


def run_strength(run: NationalSeries) -> str:
    """How far the years of an office's own run compare: one office, one survey, one definition.

    A weak run, or one that nobody grades, states no change.
    """
    if run.grade == STRONG:
        return COMPARABLE
    if run.grade == MEDIUM:
        return INDICATIVE if CAVEATS & set(run.basis.split()) else COMPARABLE
    return NOT_COMPARABLE


def measure_of_run(run: NationalSeries, theme: str = "child_labour") -> Measure:
    """A national run as a measure of its own: one definition, never mixed with another."""
    return Measure(
        run.code,
        theme,
        (run.indicator,),
        (run.source,),
        age=run.age,
        dimension=RUN,
        category=run.code,
    )


def run_change(run: NationalSeries, rows: Sequence[Observation]) -> Change:
    """The change of a national run over the years that its office compares; none of a weak run."""
    compared = [row for row in rows if row.year in run.comparable]
    known = Knowledge(runs={(run.area, run.code): run_strength(run)})
    return change(measure_of_run(run), compared, known=known)


def knowledge(names: Iterable[SurveyName]) -> Knowledge:
    """What is known of the surveys, from the table of their names."""
    return Knowledge(
        {
            (one.source, one.area, one.year): SurveyIdentity(
                one.programme, one.survey, one.evidence
            )
            for one in names
            if one.survey
        }
    )

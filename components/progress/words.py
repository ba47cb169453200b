"""What is judged of a series, in words with numbers: rounded for the eye."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from components import numbers
from components.markup import Foreign
from components.wording import Wording
from data.methods.progress.assessment import (
    CLASS_FAIR,
    CLASS_ON_TRACK,
    CLASS_STAGNATION,
    MET,
    NOT_ASSESSED,
    NOT_MET,
)
from data.methods.progress.judged import FLOOR, TARGET_YEAR, Judged
from data.methods.progress.others import opinions
from data.methods.progress.series import JudgedSeries
from data.records import TOTAL, Indicator, Observation

GLYPHS: Final = {
    MET: "●",
    CLASS_ON_TRACK: "◕",
    CLASS_FAIR: "◑",
    CLASS_STAGNATION: "○",
    NOT_MET: "○",
    NOT_ASSESSED: "–",
}
"""A sign beside the word of each class, so that no colour is needed."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A class as sign and word; `reason` where it stands without the formula."""

    code: str
    glyph: str
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What another method says: name, class in words, its ratio, the floor that it needs."""

    name: str
    word: str
    ratio: str
    floor: str


def verdict(found: Judged, wording: Wording) -> Verdict:
    """The class of a series in words."""
    code = found.assessment.group
    reason = found.reasons[0] if found.reasons else found.assessment.reason
    return Verdict(
        code, GLYPHS[code], wording.t(f"progress.class.{code}"), reason_text(reason, wording)
    )


def reason_text(code: str, wording: Wording) -> str:
    """Why there is no class, or why one stands without the formula; empty for no reason."""
    if not code:
        return ""
    own = f"progress.reason.{code}"
    return wording.t(own if own in wording.texts else f"change.reason.{code}")


def value_text(value: float, about: Indicator, wording: Wording) -> str:
    """A figure of the store or a sum of ours, rounded for the eye, with its unit."""
    return numbers.reading(value, about.unit, wording)


def exact_text(row: Observation, about: Indicator, wording: Wording) -> str:
    """A figure as published, with its year."""
    value = numbers.figure(row, about, wording)
    return wording.t("progress.in_year", value=value, year=row.year)


def read_text(row: Observation, about: Indicator, wording: Wording) -> str:
    """A figure rounded for the eye, with its year; an absence in its words."""
    if row.value is None:
        return exact_text(row, about, wording)
    value = value_text(row.value, about, wording)
    return wording.t("progress.in_year", value=value, year=row.year)


def share_text(share: float, wording: Wording) -> str:
    """A share of one as percent with one decimal: `-3.7 %`."""
    return numbers.percent(share * 100, wording, 1)


def series_name(one: JudgedSeries, about: Indicator, wording: Wording) -> str:
    """What is counted, of which age, by whom."""
    newest = one.newest or (one.judged.points[-1] if one.judged.points else None)
    whole = newest is None or newest.age == TOTAL
    age = "" if whole or newest is None else numbers.age_span(newest.age, wording)
    if one.run is not None:
        return wording.t(
            "progress.run",
            indicator=wording.of(about, "short"),
            age=numbers.age_span(one.run.age, wording),
            programme=Foreign(one.run.programme),
        )
    name = wording.of(about, "short")
    return wording.t("progress.series", indicator=name, age=age) if age else name


def paces(found: Judged, about: Indicator, wording: Wording) -> dict[str, str]:
    """Sentences: each year so far, what zero would need, what a rate to the floor would need."""
    way, line, rate = found.way, found.straight, found.compound
    if way is None or line is None or line.observed is None:
        return {}
    said: dict[str, str] = {}
    seen = _a_year(abs(line.observed), about, wording)
    key = "fell" if line.observed > 0 else "rose" if line.observed < 0 else "level"
    said["seen"] = wording.t(f"progress.{key}", value=seen, first=way.base_year, last=way.last_year)
    if line.required is not None:
        needed = _a_year(line.required, about, wording)
        said["needed"] = wording.t("progress.needed", value=needed, end=TARGET_YEAR)
    if line.times is not None and line.times > 1:
        times = numbers.number(line.times, wording, 1)
        said["times"] = wording.t("progress.times", times=times)
    if rate is not None and rate.observed is not None and rate.required is not None:
        # What rounds to nothing is no rise.
        rose = round(rate.observed, 3) < 0
        said["rate"] = wording.t(
            "progress.rate_rose" if rose else "progress.rate_fell",
            seen=share_text(abs(rate.observed), wording),
            needed=share_text(rate.required, wording),
            floor=numbers.percent(FLOOR, wording),
        )
    return said


def _a_year(value: float, about: Indicator, wording: Wording) -> str:
    """A difference a year: points of percent, or a count."""
    if about.unit == "PERCENT":
        return wording.t("change.points", number=numbers.read_number(value, wording))
    return numbers.reading(value, about.unit, wording)


def formula_lines(found: Judged, about: Indicator, wording: Wording) -> tuple[str, ...]:
    """The headline formula with the figures of the series put in, line by line."""
    way, made = found.way, found.assessment
    if way is None or made.yearly is None or made.expected is None or made.share is None:
        return ()

    def n(value: float, decimals: int | None = None) -> str:
        return numbers.number(value, wording, decimals)

    places = 2 if about.unit == "PERCENT" else 0
    years, ahead = way.last_year - way.base_year, way.target_year - way.last_year
    yearly = f"({n(way.last)} ÷ {n(way.base)})^(1 ÷ {years}) − 1 = {n(made.yearly, 4)}"
    sign = "−" if made.yearly < 0 else "+"
    reach = f"{n(way.last)} × (1 {sign} {n(abs(made.yearly), 4)})^{ahead}"
    reach += f" = {n(made.expected, places)}"
    gone = (
        f"({n(made.expected, places)} − {n(way.base)}) ÷ ({n(way.target)} − {n(way.base)})"
        f" = {n(made.share, 2)}"
    )
    named = (("yearly", yearly), ("expected", reach), ("share", gone))
    return tuple(
        wording.t(f"progress.formula.{key}", sum=numbers.isolate(text, wording), end=TARGET_YEAR)
        for key, text in named
    )


def other_opinions(found: Judged, about: Indicator, wording: Wording) -> tuple[Opinion, ...]:
    """How others would judge the same two figures."""
    if found.way is None:
        return ()
    said = opinions(found.way, percent=about.unit == "PERCENT")
    return tuple(
        Opinion(
            wording.t(f"progress.method.{one.method}"),
            wording.t(f"progress.class.{one.group}"),
            "" if one.ratio is None else numbers.number(one.ratio, wording, 2),
            ""
            if one.floor is None
            else wording.t("progress.floor", floor=numbers.number(one.floor, wording)),
        )
        # A floor says something of shares; of counts of people it says nothing.
        for one in said
        if one.floor is None or about.unit == "PERCENT"
    )


def by_reason(
    several: Mapping[str, JudgedSeries],
) -> dict[str, list[str]]:
    """Codes of areas by the weightiest reason why nothing is judged, the commonest first."""
    found: dict[str, list[str]] = {}
    for area, one in several.items():
        if one.judged.reasons:
            found.setdefault(one.judged.reasons[0], []).append(area)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

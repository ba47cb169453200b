"""What became of a measure, in words: the verdict, its strength, the reason, the size.

A verdict never stands without its strength, and both figures always stand with their years.
"""

from __future__ import annotations

from typing import Final

from components import numbers
from components.cards import Strength
from components.wording import Wording
from data.methods.change import COMPARABLE, INDICATIVE, NOT_COMPARABLE, Change
from data.methods.doubts import doubt_of
from data.records import Indicator, Observation

GLYPHS: Final = {COMPARABLE: "full", INDICATIVE: "half", NOT_COMPARABLE: "open", "": "open"}
"""The mark beside a strength, as the last word of its CSS class `strength-…`."""

_SIZES: Final = (
    (0.28, "sixth"),
    (0.42, "third"),
    (0.58, "half"),
    (0.75, "two_thirds"),
    (0.93, "lower"),
    (1.07, "level"),
    (1.35, "higher"),
    (1.75, "half_more"),
    (2.4, "twice"),
)
"""Last over first, up to which each phrase is true; above the last it is `more`."""


def verdict(change: Change, indicator: Indicator, wording: Wording) -> str:
    """`Down from 3.4 % in 2015`, or that nothing can be said. Rounded for the eye."""
    if change.last is None:
        return wording.t("change.nothing")
    if change.first is None:
        return wording.t("change.none")
    first = numbers.read_figure(change.first, indicator, wording)
    values: dict[str, object] = {"first": first, "year": change.first.year}
    if not change.stated:
        if change.first.age != change.last.age:
            return wording.t(
                "change.beside_age", age=numbers.age_span(change.first.age, wording), **values
            )
        return wording.t("change.beside", **values)
    if change.unclear:
        return wording.t("uncertainty.no_clear", **values)
    return wording.t(f"change.{_direction(change, indicator, wording)}", **values)


def strength_of(change: Change, wording: Wording) -> Strength:
    """The strength for the head of a card: glyph, word, and the weightiest reason."""
    strength = change.strength or NOT_COMPARABLE
    reason = change.reasons[0] if change.reasons else "same_survey"
    return graded(strength, wording.t(f"change.reason.{reason}"), wording)


def graded(strength: str, reason: str, wording: Wording) -> Strength:
    """A strength (COMPARABLE, INDICATIVE, NOT_COMPARABLE) in words, for a reason in words."""
    return Strength(GLYPHS[strength], wording.t(f"change.strength.{strength}"), reason)


def strength_line(change: Change, wording: Wording) -> str:
    """`Indicative: a survey is not named`: the strength and its weightiest reason."""
    strength = strength_of(change, wording)
    return wording.t("change.with_reason", strength=strength.word, reason=strength.reason)


def doubt_note(row: Observation, wording: Wording) -> str:
    """What is odd about a figure, in words; empty when nothing is known."""
    doubt = doubt_of(row)
    return wording.t(f"doubt.{doubt.code}") if doubt else ""


def change_sentence(change: Change, indicator: Indicator, wording: Wording) -> str:
    """Both figures with their years and what may be said of the way between them, as a sentence.

    Comparable: percent and points. Indicative: the size in words, and the reason. Else the reason.
    """
    if change.first is None or change.last is None:
        parts = [verdict(change, indicator, wording)]
    else:
        clause = wording.t(
            "change.full",
            last=numbers.read_figure(change.last, indicator, wording),
            last_year=change.last.year,
            first=numbers.read_figure(change.first, indicator, wording),
            first_year=change.first.year,
        )
        parts = [_sized(clause, change, indicator, wording)]
    if change.between is not None:
        parts.append(
            wording.t(
                "change.between",
                value=numbers.read_figure(change.between, indicator, wording),
                year=change.between.year,
            )
        )
    parts.append(strength_line(change, wording))
    if change.jump and not change.unclear:
        parts.append(wording.t("change.jump"))
    return " ".join(wording.t("sentence.end", text=f"{p[0].upper()}{p[1:]}") for p in parts)


def _sized(clause: str, change: Change, indicator: Indicator, wording: Wording) -> str:
    if change.unclear:
        return wording.t("change.sized", clause=clause, size=wording.t("uncertainty.overlap"))
    if change.strength == COMPARABLE:
        return wording.t(
            "change.details", clause=clause, details=_exact(change, indicator, wording)
        )
    if change.strength == INDICATIVE:
        return wording.t("change.sized", clause=clause, size=_in_words(change, wording))
    return clause


def _exact(change: Change, indicator: Indicator, wording: Wording) -> str:
    """The difference in points (or units) and in percent of the first figure."""
    assert change.last is not None and change.difference is not None
    unit = change.last.unit or indicator.unit
    if unit == "PERCENT":
        # Points of figures with one decimal have one decimal: more would be made up.
        points = numbers.read_rate(change.difference, wording)
        texts = [wording.t("change.points", number=_signed(points, change.difference, wording))]
    else:
        texts = [
            _signed(numbers.reading(change.difference, unit, wording), change.difference, wording)
        ]
    if change.relative is not None:
        relative = numbers.reading(change.relative, "PERCENT", wording)
        texts.append(
            wording.t("change.relative", value=_signed(relative, change.relative, wording))
        )
    return wording.t("sentence.comma").join(texts)


def _signed(text: str, value: float, wording: Wording) -> str:
    # The sign goes inside the isolate, else it lands behind the number in Arabic.
    bare = text.strip("\u2066\u2069")
    return numbers.isolate(f"+{bare}", wording) if value > 0 else text


def _in_words(change: Change, wording: Wording) -> str:
    first, last = _values(change)
    if not first:
        return wording.t(f"change.size.{'higher' if last else 'level'}")
    ratio = last / first
    size = next((name for limit, name in _SIZES if ratio <= limit), "more")
    return wording.t(f"change.size.{size}")


def _values(change: Change) -> tuple[float, float]:
    assert change.first is not None and change.last is not None
    return change.first.value or 0.0, change.last.value or 0.0


def _direction(change: Change, indicator: Indicator, wording: Wording) -> str:
    """down, up or same: `same` where both figures read alike."""
    assert change.first is not None and change.last is not None
    first, last = _values(change)
    texts = {numbers.read_figure(row, indicator, wording) for row in (change.first, change.last)}
    if len(texts) == 1:
        return "same"
    return "down" if last < first else "up"

"""One answer of the framework in words: its value, and the remarks that must stand beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from components import numbers
from components.charts.selection import flags
from components.country.parts.notes import note_text
from components.figure_notes import note_parts
from components.markup import Foreign
from components.wording import Wording
from data.methods.framework.said import FrameworkFacts, Said
from data.records import (
    TOTAL,
    FrameworkValue,
    LegalFact,
    ListedGood,
    Mechanism,
    Observation,
    Priority,
    Ratification,
    Resource,
    Roadmap,
)

ABSENCES: Final = {"Q": "suppressed", "M": "not_applicable", "L": "not_collected"}
_YEAR: Final = re.compile(r"(19|20)\d{2}", re.ASCII)
"""A number without a unit that is a year: it has no thousands."""

_YES_NO: Final = frozenset({"yes", "no"})


def value_text(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    """The value for the eye; which of the absences it is where there is none."""
    row = said.record
    if _is_figure(said) and isinstance(row, Observation):
        return numbers.read_figure(row, facts.indicators[row.indicator], wording)
    if not said.value:
        return _absence(said, facts, wording)
    if said.remark in _COUNTED:
        return _COUNTED[said.remark](said, wording)
    if isinstance(row, Ratification):
        return wording.t(f"ratification_status.{said.value}")
    if isinstance(row, ListedGood):
        return wording.t(f"good.{said.value}")
    if isinstance(row, Priority | FrameworkValue) and not _plain(said, wording):
        return wording.of(row, _field_of(said, row))
    return plain_text(said.value, said.unit, wording)


def _is_figure(said: Said) -> bool:
    """Whether an answer is the figure of its record, and not what that figure tells of."""
    return isinstance(said.record, Observation) and said.remark in {"", "region"}


def _field_of(said: Said, row: Priority | FrameworkValue) -> str:
    """The field that the value stands in, so that its translation is found."""
    names = ("text", "objective", "target_date", "indicator", "value")
    return next(name for name in names if getattr(row, name, None) == said.value)


def _plain(said: Said, wording: Wording) -> bool:
    """Whether a value is a number or a code word, and no text."""
    coded = said.value in _YES_NO or f"legal_value.{said.value}" in wording.texts
    return coded or _number(said.value) is not None


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def plain_text(value: str, unit: str, wording: Wording) -> str:
    """A number with its unit, `yes` and `no`, or a code word of the law; else the text itself."""
    if value in _YES_NO:
        return wording.t(f"legal_value.{value}")
    if f"legal_value.{value}" in wording.texts:
        return wording.t(f"legal_value.{value}")
    amount = _number(value)
    if amount is None:
        return value
    if not unit and _YEAR.fullmatch(value):
        return numbers.isolate(value, wording)
    if f"unit_short.{unit}" in wording.texts:
        return numbers.quantity(amount, unit, wording)
    text = numbers.number(amount, wording)
    # What is no unit of ours is a currency, as ISO 4217 has it.
    return f"{text} {numbers.isolate(unit, wording)}" if unit else text


def _absence(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    row = said.record
    if isinstance(row, Observation):
        return numbers.figure(row, facts.indicators[row.indicator], wording)
    return wording.t(f"figure.{ABSENCES.get(said.absence, 'not_reported')}")


def _completed(said: Said, wording: Wording) -> str:
    done, of = (numbers.number(float(n), wording) for n in said.numbers)
    if said.unit != "PERCENT":
        return wording.t("monitoring.value.few", done=done, of=of)
    share = numbers.percent(float(said.value), wording)
    return wording.t("monitoring.value.completed", share=share, done=done, of=of)


def _surveys(said: Said, wording: Wording) -> str:
    count, first, last = map(int, said.numbers)
    span = numbers.year_range(first, last, wording)
    text = numbers.number(count, wording)
    return wording.plural("monitoring.value.surveys", count, count=text, span=span)


_COUNTED: Final[Mapping[str, Callable[[Said, Wording], str]]] = {
    "completed": _completed,
    "surveys": _surveys,
}


_SURVEYS: Final = frozenset({"survey_year", "surveys"})
"""Remarks of answers that are about surveys, not about the figure of one."""


def exact_text(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    """Every published digit of a figure, for the pointer; empty for what is no figure."""
    row = said.record
    if not (_is_figure(said) and isinstance(row, Observation)) or row.value is None:
        return ""
    return numbers.figure(row, facts.indicators[row.indicator], wording)


def remarks(said: Said, facts: FrameworkFacts, wording: Wording) -> list[str]:
    """What stands in small beside the value: what it is of, how it came to be, its note."""
    row = said.record
    found = [_named(said, facts, wording)]
    if isinstance(row, Observation) and said.remark in _SURVEYS:
        return [Foreign(row.survey)] if row.survey and said.remark == "survey_year" else []
    if isinstance(row, Observation):
        found += _of_figure(said, row, facts, wording)
    if isinstance(row, LegalFact):
        found += note_text(row.note, wording)
    if isinstance(row, Ratification):
        worded, left = note_text(row.note, wording)
        found += [worded, Foreign(left) if left else ""]
    if isinstance(row, Resource):
        found.append(wording.of(row, "text"))
    if isinstance(row, FrameworkValue) and row.note:
        found.append(note_text(row.note, wording)[0] or wording.of(row, "note"))
    return [text for text in dict.fromkeys(found) if text]


def _named(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    """The name of what an answer is about, where the question does not say it."""
    row = said.record
    if isinstance(row, Mechanism):
        return Foreign(_with_span(row.name, said, wording))
    if isinstance(row, Roadmap):
        return _with_span(wording.of(row, "title"), said, wording)
    if said.remark == "ages":
        work, school = (numbers.isolate(age, wording) for age in said.numbers)
        return wording.t("monitoring.value.ages", work=work, school=school)
    if said.remark == "region":
        area = facts.areas.get(said.subject)
        return wording.t("monitoring.value.region", region=area.name if area else said.subject)
    if said.remark in {"detected", "summed"}:
        return wording.t(f"monitoring.value.{said.remark}")
    if isinstance(row, LegalFact):
        return wording.t(f"legal_topic.{row.topic}.name")
    return ""


def _with_span(name: str, said: Said, wording: Wording) -> str:
    start, end = said.numbers
    if not (start or end):
        return name
    span = numbers.span_text(start, end, wording) if end else numbers.date_text(start, wording)
    return wording.t("country.with_note", text=name, note=span)


def _of_figure(said: Said, row: Observation, facts: FrameworkFacts, wording: Wording) -> list[str]:
    about = facts.indicators[row.indicator]
    run = next((run for run in facts.runs if run.code == said.subject), None)
    age = row.age if row.age not in {"", TOTAL, about.age} else ""
    notes, left = note_parts(row.note, wording)
    return [
        wording.t(f"national_definition.{run.definition}") if run and run.definition else "",
        numbers.age_text(run.age if run else age, wording) if run or age else "",
        flags(row, wording),
        *notes,
        *map(Foreign, left),
    ]

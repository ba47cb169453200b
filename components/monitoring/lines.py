"""The cells of the framework as lines of a table: one line an answer, sexes in one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from components import numbers
from components.markup import Foreign
from components.monitoring.places import Line, placed
from components.monitoring.questions import apart, told
from components.monitoring.value_words import remarks, value_text
from components.wording import Wording
from data.methods.framework.catalogue import FrameworkIndicator
from data.methods.framework.cells import MISSING, NONE, Cell
from data.methods.framework.said import VIEWS, FrameworkFacts, Said
from data.records import FrameworkValue, LegalFact, Observation, Ratification


@dataclass(frozen=True)
class Row:
    """One indicator with its lines. `about` explains what it asks; `caution` stands beside it."""

    code: str
    name: str
    about: str
    customized: str
    caution: str
    lines: tuple[Line, ...]


def row_of(
    indicator: FrameworkIndicator, cells: Sequence[Cell], facts: FrameworkFacts, wording: Wording
) -> Row:
    """An indicator's answers part by part, and one line for all that nobody answered."""
    lines: list[Line] = []
    for cell in cells:
        if cell.said:
            lines += _answers(cell, facts, wording)
    unanswered = [cell for cell in cells if cell.status in {MISSING, NONE} and not _why(cell)]
    if unanswered:
        lines.append(_missing(indicator, unanswered, wording))
    return Row(
        indicator.code,
        wording.t(f"framework.{indicator.code}.name"),
        wording.t(f"framework.{indicator.code}.about"),
        wording.t("monitoring.customized") if indicator.customized else "",
        wording.t("monitoring.detection") if indicator.detection else "",
        tuple(lines),
    )


def _why(cell: Cell) -> bool:
    """Whether somebody said why there is no answer: that it does not apply."""
    return any(said.absence for said in cell.said)


def part_label(part: str, wording: Wording) -> str:
    """The name of a part; empty for the only one."""
    return wording.t(f"framework_part.{part}") if part else ""


def who_text(indicator: FrameworkIndicator, wording: Wording) -> str:
    """Who in the country could report an indicator."""
    return wording.t("sentence.comma").join(
        wording.t(f"framework_who.{who}") for who in indicator.who
    )


def _missing(indicator: FrameworkIndicator, cells: Sequence[Cell], wording: Wording) -> Line:
    labels = [part_label(cell.part.code, wording) for cell in cells if cell.part.code]
    told = wording.t("monitoring.not_reported", who=who_text(indicator, wording))
    if cells[0].status == NONE:
        told = wording.t("monitoring.no_pathfinder")
    if labels:
        names = wording.t("sentence.comma").join(labels)
        told = wording.t("monitoring.value.point", name=names, value=told)
    return Line(told, missing=True)


def _answers(cell: Cell, facts: FrameworkFacts, wording: Wording) -> Iterable[Line]:
    kept, asked = apart(_newest(cell.said))
    for group in asked:
        value, small = told(group, wording)
        label = part_label(cell.part.code, wording)
        line = placed(group[0], value, label, small, facts, wording)
        yield _folded(line, wording) if len(small) > 1 else line
    if cell.indicator.kind == "list":
        yield from _listed(kept, facts, wording)
        return
    for said, sexes in _with_sexes(kept):
        yield _line(said, sexes, cell, facts, wording)


def _folded(line: Line, wording: Wording) -> Line:
    """The line with its questions behind one that says how many there are."""
    count = len(line.small)
    text = numbers.number(count, wording)
    fold = wording.plural("monitoring.questions", count, count=text)
    return replace(line, small=(), fold=fold, folded=line.small)


def _newest(said: Sequence[Said]) -> list[Said]:
    """The answers without what the same body stated of an earlier year."""
    newest: dict[str, str] = {}
    for one in said:
        if isinstance(one.record, FrameworkValue):
            newest[one.view] = max(newest.get(one.view, ""), one.year)
    return [
        one
        for one in said
        if not isinstance(one.record, FrameworkValue) or one.year == newest[one.view]
    ]


def _with_sexes(said: Sequence[Said]) -> list[tuple[Said, list[Said]]]:
    """Each answer with those of girls and boys, women and men, that belong to it."""
    found: list[tuple[Said, list[Said]]] = []
    for one in sorted(said, key=lambda one: (VIEWS.index(one.view), one.sex != "T")):
        owner = next((sexes for whole, sexes in found if _belongs(one, whole)), None)
        if owner is None:
            found.append((one, []))
        else:
            owner.append(one)
    return found


def _belongs(one: Said, whole: Said) -> bool:
    def same(said: Said) -> tuple[str, ...]:
        return said.view, said.source, said.source_title, said.year, said.subject, said.unit

    return one.sex != "T" and whole.sex == "T" and same(one) == same(whole)


def _line(
    said: Said, sexes: Sequence[Said], cell: Cell, facts: FrameworkFacts, wording: Wording
) -> Line:
    asked = wording.t(f"framework.{cell.indicator.code}.name")
    told = [text for text in remarks(said, facts, wording) if text != asked]
    small = _in_one_line(told, wording)
    by_sex = [_of_sex(one, facts, wording) for one in sexes]
    if by_sex:
        small.insert(0, wording.t("sentence.comma").join(by_sex))
    elif said.sex != "T":
        small.insert(0, _sex(said, facts, wording))
    value = value_text(said, facts, wording)
    label = part_label(cell.part.code, wording)
    return placed(said, value, label, tuple(small), facts, wording)


def _in_one_line(texts: Sequence[str], wording: Wording) -> list[str]:
    """Sentences stand alone, then short remarks together, then what stands as it was written."""
    foreign = [text for text in texts if isinstance(text, Foreign)]
    own = [text for text in texts if text not in foreign]
    sentences = [text for text in own if text.endswith(".")]
    short = [text for text in own if text not in sentences]
    together = [wording.t("sentence.separator").join(short)] if short else []
    return [*sentences, *together, *foreign]


def _of_sex(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    return wording.t(
        "monitoring.value.sex",
        sex=_sex(said, facts, wording),
        value=value_text(said, facts, wording),
    )


def _sex(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    row = said.record
    if isinstance(row, Observation):
        return numbers.sex_of(row, facts.indicators[row.indicator], wording)
    return numbers.sex_text(said.sex, "", wording)


def _listed(said: Sequence[Said], facts: FrameworkFacts, wording: Wording) -> Iterable[Line]:
    """Answers of one source and year as one line: a list of names or of points."""

    def together(one: Said) -> tuple[str, ...]:
        # Each convention has a year of its own, so its line has its name.
        own = one.subject if isinstance(one.record, Ratification) else ""
        return one.view, one.source, one.source_title, one.year, own

    for _, group in groupby(said, key=together):
        several = list(group)
        texts = [_item(one, facts, wording) for one in several]
        first = several[0]
        own = ""
        if isinstance(first.record, Ratification):
            own, texts = texts[0], [value_text(first, facts, wording)]
        small = tuple(remarks(first, facts, wording)) if len(several) == 1 else ()
        if isinstance(first.record, LegalFact):
            small = ()
        value = wording.t("sentence.separator").join(texts)
        line = placed(first, value, own, small, facts, wording)
        yield replace(line, listed=not own)


def _item(said: Said, facts: FrameworkFacts, wording: Wording) -> str:
    row = said.record
    value = value_text(said, facts, wording)
    if isinstance(row, Ratification):
        return wording.t(f"law.instrument.{said.subject}")
    if isinstance(row, LegalFact):
        name = wording.t(f"legal_topic.{row.topic}.name")
        return wording.t("monitoring.value.point", name=name, value=value)
    return value

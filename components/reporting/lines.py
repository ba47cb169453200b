"""What is known of the monitoring framework, a line for each row of the sheet of indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from components import numbers
from components.monitoring.lines import part_label
from components.monitoring.places import source_text
from components.monitoring.value_words import remarks, value_text
from components.reporting.layout import KEY_SIGN
from components.wording import Wording
from data.methods.framework.cells import Cell, cells
from data.methods.framework.said import FrameworkFacts, Said
from data.records import Observation, Ratification


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """A part of an indicator with one value that is known of it, or with none.

    Texts are in the reader's language; `known` has every digit. `number` tells lines apart that
    differ in their source alone, `view` is the code of whose view the value is.
    """

    indicator: str
    part: str
    dimension: str
    name: str
    unit: str = ""
    known: float | str | None = None
    year: str = ""
    sex: str = ""
    view: str = ""
    view_text: str = ""
    source: str = ""
    note: str = ""
    number: int = 1

    @property
    def asked(self) -> str:
        """What is asked, as the code of a choice: indicator and part."""
        return f"{self.indicator}{KEY_SIGN}{self.part}"

    @property
    def key(self) -> str:
        """The key of its row: what is asked, and which of the values known it holds."""
        number = str(self.number) if self.view else ""
        known = (self.year, self.sex, self.view, number)
        return KEY_SIGN.join((self.indicator, self.part, *known))


def framework_lines(facts: FrameworkFacts, wording: Wording) -> tuple[FrameworkLine, ...]:
    """The whole framework in its order: a line a value known, and one where none is."""
    seen: Counter[str] = Counter()
    found = []
    for cell in cells(facts):
        for line in _lines(cell, facts, wording):
            seen[line.key] += 1
            found.append(replace(line, number=seen[line.key]))
    return tuple(found)


def _lines(cell: Cell, facts: FrameworkFacts, wording: Wording) -> Iterable[FrameworkLine]:
    indicator, part = cell.indicator, cell.part
    name = wording.t(f"framework.{indicator.code}.name")
    if part.code:
        label = part_label(part.code, wording)
        name = wording.t("reporting.part_of_indicator", name=name, part=label)
    blank = FrameworkLine(
        indicator.code,
        part.code,
        wording.t(
            "reporting.dimension",
            dimension=wording.t(f"monitoring.dimension.{indicator.dimension}.title"),
            topic=wording.t(f"monitoring.topic.{indicator.topic}"),
        ),
        name,
        unit_text(part.unit, wording),
    )
    if not cell.said:
        yield blank
    for said in cell.said:
        yield _answered(blank, said, facts, wording)


def _answered(
    blank: FrameworkLine, said: Said, facts: FrameworkFacts, wording: Wording
) -> FrameworkLine:
    plain = _number(said)
    about = [_plain(text) for text in (_subject(said, wording), *remarks(said, facts, wording))]
    return replace(
        blank,
        known=_plain(value_text(said, facts, wording)) if plain is None else plain,
        unit=unit_text(said.unit, wording) if said.unit else blank.unit,
        year=said.year,
        sex=said.sex if said.sex != "T" or isinstance(said.record, Observation) else "",
        view=said.view,
        view_text=wording.t(f"framework_view.{said.view}"),
        source=_plain(source_text(said, facts, wording)),
        note=wording.t("sentence.separator").join(dict.fromkeys(filter(None, about))),
    )


def _number(said: Said) -> float | None:
    """The value as a number, with every digit; None for what is none."""
    try:
        return float(said.value)
    except ValueError:
        return None


def _subject(said: Said, wording: Wording) -> str:
    """Which convention an answer is about; the remarks say it of all others."""
    is_treaty = isinstance(said.record, Ratification)
    return wording.t(f"law.instrument.{said.subject}") if is_treaty else ""


def unit_text(unit: str, wording: Wording) -> str:
    """A unit in words; a currency stays as ISO 4217 has it."""
    if not unit or unit in numbers.BARE_UNITS:
        return ""
    keys = (f"unit.{unit}", f"unit_short.{unit}")
    return next((wording.t(key) for key in keys if key in wording.texts), unit)


def _plain(text: str) -> str:
    """The text without marks of direction, which a spreadsheet may show as boxes."""
    return str(text).replace("\u2066", "").replace("\u2069", "")

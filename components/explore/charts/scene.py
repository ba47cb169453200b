"""What every chart is made with: the view, what exists, the words, and how one figure is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components import numbers
from components.charts.plot import DECADE, Colour, Mark, Shape
from components.charts.selection import flags
from components.downloads import number_text
from components.explore.view import View
from components.figure_notes import figure_note
from components.wording import Wording
from data.methods.change import Knowledge
from data.methods.comparability import estimated, projected
from data.records import (
    NOT_APPLICABLE,
    NOT_COLLECTED,
    NOT_REPORTED,
    SUPPRESSED,
    TOTAL,
    Indicator,
    Known,
    Observation,
)

ABSENCES: Final[dict[str, Shape]] = {
    SUPPRESSED: "hatch",
    NOT_REPORTED: "dash",
    NOT_APPLICABLE: "slash",
    NOT_COLLECTED: "cross",
}
"""The sign of each reason why there is no figure."""


@dataclass(frozen=True)
class Scene:
    """The view to be drawn and everything that names and judges its figures."""

    view: View
    known: Known
    knowledge: Knowledge
    wording: Wording
    this_year: int
    totals: tuple[Observation, ...] = ()
    """Published totals that the parts of a drawing are held against."""

    def indicator(self, row: Observation) -> Indicator:
        """The indicator of a figure."""
        return self.known.indicators[row.indicator]

    def unit(self, row: Observation) -> str:
        """The unit of a figure, else that of its indicator."""
        return row.unit or self.indicator(row).unit

    def area(self, code: str) -> str:
        """The name of an area, its code where it has none."""
        found = self.known.areas.get(code)
        return found.name if found else code

    def figure(self, row: Observation) -> str:
        """A figure for the eye: rounded, an estimate with its sign; or which absence it is."""
        text = numbers.read_figure(row, self.indicator(row), self.wording)
        if row.value is not None and self.guessed(row):
            return self.wording.t("drawn.about", value=text)
        return text

    def guessed(self, row: Observation) -> bool:
        """Whether a figure is an estimate, a model's or a projection."""
        return estimated(row) or projected(row)

    def old(self, row: Observation) -> bool:
        """Whether a figure is ten years old or older."""
        return self.this_year - row.year >= DECADE

    def hollow(self, row: Observation) -> bool:
        """Whether a figure is drawn open: old, or not observed."""
        return self.old(row) or self.guessed(row)

    def part(self, row: Observation) -> str:
        """The part that a figure is of, in words; empty for the whole."""
        if row.category == TOTAL:
            return ""
        return self.wording.t(f"category.{row.dimension}.{row.category}")

    def tip(self, row: Observation) -> str:
        """Everything about one figure, as published, a fact a line."""
        t, indicator = self.wording.t, self.indicator(row)
        who = [self.area(row.area), self.wording.of(indicator, "short"), self.part(row)]
        who.append(numbers.sex_of(row, indicator, self.wording))
        if row.age not in {"", TOTAL}:
            who.append(numbers.age_text(row.age, self.wording))
        value = numbers.figure(row, indicator, self.wording)
        source = self.known.sources[row.source]
        said = [
            " · ".join(text for text in who if text),
            t("charts.year_value", year=row.year, value=value),
            self._interval(row),
            self._survey(row),
        ]
        if flag := flags(row, self.wording):
            said.append(t("charts.flag", flag=flag))
        if row.note:
            said.append(figure_note(row.note, self.wording))
        vintage = numbers.isolate(row.vintage or source.vintage, self.wording)
        said.append(t("charts.source", publisher=source.publisher, vintage=vintage))
        return "\n".join(text for text in said if text)

    def _interval(self, row: Observation) -> str:
        if row.lower is None or row.upper is None:
            return ""
        lower, upper = (numbers.number(end, self.wording) for end in (row.lower, row.upper))
        return self.wording.t("charts.interval", lower=lower, upper=upper)

    def _survey(self, row: Observation) -> str:
        name = self.knowledge.survey_of(row).name
        if name:
            return self.wording.t("charts.survey", survey=numbers.isolate(name, self.wording))
        unnamed = self.indicator(row).method == "survey"
        return self.wording.t("charts.survey_unknown") if unnamed else ""

    def mark(
        self, row: Observation, x: float, y: float, colour: Colour, shape: Shape = "circle"
    ) -> Mark:
        """A figure at its place, or the sign of its absence there."""
        if row.value is None:
            sign = ABSENCES.get(row.status, "dash")
            return Mark(x, y, "muted", self.tip(row), sign, datum=datum_of(row))
        return Mark(x, y, colour, self.tip(row), shape, self.hollow(row), datum_of(row))


def datum_of(row: Observation) -> str:
    """Which figure a mark stands for, exactly: `BRA|2022|T|5-17|_T|1.5`."""
    value = number_text(row.value)
    return "|".join((row.area, str(row.year), row.sex, row.age, row.category, value))

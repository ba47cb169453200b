"""What is wrong in a filled questionnaire: sheet, cell, what it is and what helps, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from components.wording import Wording


class Problem(NamedTuple):
    """One sentence in the reporter's language about a cell; without one, about the file."""

    sheet: str
    cell: str
    text: str

    def __str__(self) -> str:
        """`Feuille de route!H14: …`, with the name of the sheet as the reporter sees it."""
        place = f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        return f"{place}: {self.text}" if place else self.text


class QuestionnaireRefused(ValueError):
    """A questionnaire of which nothing was loaded: every problem, each on a line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


class Problems:
    """Gathers problems and warnings, so that a reporter is told of all of them at once."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.found: list[Problem] = []
        self.warned: list[Problem] = []

    def add(self, sheet: str, cell: str, key: str, **fields: object) -> None:
        """Note a problem: `reporting_errors.<key>`."""
        self.found.append(self._problem(sheet, cell, key, fields))

    def warn(self, sheet: str, cell: str, key: str, **fields: object) -> None:
        """Note what is loaded all the same."""
        self.warned.append(self._problem(sheet, cell, key, fields))

    def stop(self) -> None:
        """Go no further when there is a problem. Raises QuestionnaireRefused."""
        if self.found:
            raise QuestionnaireRefused(self.found)

    def _problem(self, sheet: str, cell: str, key: str, fields: dict[str, object]) -> Problem:
        return Problem(sheet, cell, self.wording.t(f"reporting_errors.{key}", **fields))


def cell_name(row: int, column: int) -> str:
    """`H14`"""
    return f"{get_column_letter(column)}{row}"

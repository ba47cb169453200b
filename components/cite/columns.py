"""What a column of a file of figures is: its type, whether it may be empty, what it may hold.

One list for the description of the data, the codebook and the code that reads it, so that no
program has to guess: `sex` of one value is a text and never a truth value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from components.labels import ENDING
from components.wording import Wording

Type = Literal["string", "integer", "number"]

_NUMBERS: Final = frozenset({"value", "lower", "upper"})
_YEARS: Final = frozenset({"year", "asked_year", "value_year"})
_ALWAYS: Final = frozenset(
    "indicator area area_name year sex age dimension category unit status source".split()
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `required` never empty; `codes` all that it may hold, where that is a short
    list; `pattern` what its texts look like."""

    name: str
    type: Type = "string"
    required: bool = False
    codes: tuple[str, ...] = ()
    pattern: str = ""

    @property
    def labels(self) -> str:
        """The column of codes that this one names; empty for any other column."""
        return self.name.removesuffix(ENDING) if self.name.endswith(ENDING) else ""


_CODES: Final = {"sex": ("T", "F", "M"), "nature": ("C", "CA", "E", "G", "M", "N")}
_PATTERNS: Final = {"age": r"_T|[0-9]+(-[0-9]+|\+)?", "status": "[A-Z]"}


def column(name: str) -> Column:
    """What the column of that name is; a text where the name is not among the known ones."""
    kind: Type = "number" if name in _NUMBERS else "integer" if name in _YEARS else "string"
    return Column(name, kind, name in _ALWAYS, _CODES.get(name, ()), _PATTERNS.get(name, ""))


def columns(header: Sequence[str]) -> tuple[Column, ...]:
    """What each column of a file is, in its order."""
    return tuple(map(column, header))


def meaning(about: Column, wording: Wording) -> str:
    """What the column holds, in one or two sentences."""
    if about.labels:
        return wording.t("cite.label_of", column=about.labels)
    return wording.t(f"explore.column.{about.name}")
